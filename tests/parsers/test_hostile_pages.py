"""Pages and OpenDocument files made to do harm."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from hostile import archive, refusal, within
from pages import saved

from model import AdistemeError
from parsers import parse

HIDDEN = "words of another file"
WAY_OUT = (
    ". Open the act at old.adilet.zan.kz, wait until its whole text is shown and save the page "
    "again, as HTML or MHTML."
)
LAUGHS = "".join(
    f'<!ENTITY a{place} "{f"&a{place - 1};" * 10 if place else "ha"}">' for place in range(10)
)


def page(doctype: str, inside: str = "&a9;") -> bytes:
    head = f"<!DOCTYPE html {doctype}>"
    return saved(f"<p>1. Слово {inside}</p>").replace(b"<!DOCTYPE html>", head.encode())


@pytest.mark.parametrize(
    "doctype",
    ["[" + LAUGHS + "]", '[<!ENTITY a9 SYSTEM "{}">]', 'SYSTEM "{}"', 'PUBLIC "-//W3C//DTD" "{}"'],
    ids=["billion laughs", "a file", "an outside definition", "a public definition"],
)
def test_entities_of_a_page_are_never_expanded_and_nothing_is_fetched(doctype, tmp_path):
    path = tmp_path / "secret.txt"
    path.write_text(HIDDEN)
    with within(3, 200):
        act = parse(page(doctype.replace("{}", path.as_uri())))
    assert HIDDEN not in str(act)
    assert "haha" not in str(act)


def test_what_a_page_points_at_is_not_fetched(tmp_path):
    path = tmp_path / "frame.html"
    path.write_text(f"<p>{HIDDEN}</p>")
    links = "".join(
        f'<{tag} src="{path.as_uri()}" href="{path.as_uri()}" data="{path.as_uri()}"></{tag}>'
        for tag in ("iframe", "object", "img", "script", "link", "embed", "frame")
    )
    assert HIDDEN not in str(parse(saved(f"<p>1. Слово.</p>{links}")))


DEEP = {
    "tags": "<div>", "tables": "<table><tr><td>", "lists": "<ul><li>", "quotations": "<blockquote>",
    "words in bold": "<b>", "links": "<a href='#'>",
}  # fmt: skip


@pytest.mark.parametrize("depth", [100, 10_000])
@pytest.mark.parametrize("case", DEEP)
def test_tags_that_nest_deep_are_read_or_refused_by_name(case, depth):
    with within(10, 400):
        said = refusal(saved(DEEP[case] * depth + "слово"), "act.html")
    assert said == "it was read" or said.endswith(WAY_OUT)


MANY = {
    "comments": "<!-- a -->" * 200_000,
    "comments that never end": "<!--" * 200_000,
    "closing tags": "</div>" * 200_000,
    "opening signs": "<" * 500_000,
    "empty tags": "<br>" * 200_000,
    "entities": "&nbsp;" * 200_000,
    "entities that are none": "&" * 500_000,
    "numbers of no letters": "&#xD800;&#0;&#99999999;" * 20_000,
    "notes in red": '<font color="red">' * 200,
    "declarations": "<!DOCTYPE html>" * 100_000,
}


@pytest.mark.parametrize("case", MANY)
def test_many_of_the_same_in_a_page_are_read_or_refused_in_time(case):
    with within(15, 600):
        said = refusal(saved(f"<p>1. Слово.</p>{MANY[case]}<p>2. Слово.</p>"), "act.html")
    assert said == "it was read" or said.startswith("act.html "), said


@pytest.mark.parametrize("attribute", ['rowspan="999999" colspan="999999"', 'colspan="-1"'])
def test_cells_that_claim_any_number_of_columns_are_bounded(attribute):
    with within(15, 400):
        act = parse(saved(f"<table>{f'<tr><td {attribute}>а</td><td>б</td></tr>' * 300}</table>"))
    assert act.accounting.unaccounted == 0


LIBRE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.mark.skipif(LIBRE is None, reason="LibreOffice is not installed")
def test_an_opendocument_file_is_converted_without_opening_other_files(tmp_path):
    path = tmp_path / "secret.txt"
    path.write_text(HIDDEN)
    names = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"'
    )
    content = (
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a SYSTEM "{path.as_uri()}">]>'
        f"<office:document-content {names}><office:body><office:text>"
        "<text:p>Маслихат РЕШИЛ:</text:p><text:p>1. Слово &a;.</text:p><text:section "
        f'text:name="s"><text:section-source xlink:href="{path.as_uri()}"/></text:section>'
        "</office:text></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    data = archive(
        {"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest}, packed=False
    )
    try:
        said = str(parse(data, name="act.odt"))
    except AdistemeError as error:
        said = f"refused: {error}"
    assert HIDDEN not in said
    assert "РЕШИЛ" in said or said.startswith("refused: ")
