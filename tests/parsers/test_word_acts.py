"""Whole acts: typed into Word they are the acts that they are as text."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import docx
import pytest
from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).parent))

import expectation
from sources import APPROVALS, FORMS, HEADS, codes
from word_files import act_of, document, p, r

from model import Accounting
from model.tree import mapped
from parsers import parse
from parsers.lines import layout_of, lines_of

# Lines that only typed text has: sentences that a page's end broke, posts over several lines.
BROKEN = {"damaged.ru", "repealed-order.ru"}
# A page's text that is wrapped at a width has no paragraphs to type into Word.
TYPED = [
    name
    for name in expectation.names()
    if name not in BROKEN and layout_of(lines_of(expectation.source(name).decode())).width is None
]
LAYOUT = {"broken-row", "broken-sentence"}


def saved(made) -> bytes:
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def typed(source: str) -> bytes:
    """The text as a person types it: a paragraph a line, rows of cells as tables."""
    made = docx.Document()
    table = None
    for line in lines_of(source):
        words = line.text.chars.strip(" ").strip("*#").strip()
        if not line.is_row:
            made.add_paragraph(words)
            table = None
            continue
        divider = r"\t?\|\t?" if "|" in words else r"\t"
        cells = [cell.strip() for cell in re.split(divider, words)]
        if table is None or line.gap or len(table.columns) != len(cells):
            table = made.add_table(0, len(cells))
        for cell, content in zip(table.add_row().cells, cells, strict=True):
            cell.text = content
    return saved(made)


def test_the_acts_that_are_compared_are_many():
    assert len(TYPED) >= 6


def comparable(act):
    """The act without what its layout alone decides: lines of headers, rows that a page broke."""
    bare = mapped(act, lambda node: None if node.kind == "table" else node)
    attachments = tuple(
        replace(one, header=" ".join((one.header or "").split())) for one in bare.attachments
    )
    said = tuple(one for one in act.diagnostics if one.code not in LAYOUT)
    return replace(bare, attachments=attachments, diagnostics=said, accounting=Accounting())


@pytest.mark.parametrize("name", TYPED)
def test_an_act_typed_into_word_is_the_act_as_text(name):
    source = expectation.source(name).decode()
    text, word = parse(source), act_of(typed(source))
    assert word.accounting.unaccounted == 0
    assert comparable(word) == comparable(text)


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_a_text_box_in_the_corner_is_the_block_of_the_corner(lang):
    *block, title = APPROVALS[lang]
    lines = "".join(map(p, block))
    drawn = f"<w:r><w:pict><v:textbox><w:txbxContent>{lines}</w:txbxContent></v:textbox></w:pict></w:r>"  # noqa: E501 - one box  # fmt: skip
    clause = "1. Сөз." if lang == "kk" else "1. Слово."
    body = [*map(p, HEADS[lang]), f"<w:p>{drawn}</w:p>", p(title), p(clause)]
    plain = [*map(p, (*HEADS[lang], *block, title, clause))]
    assert act_of(document("".join(body))) == act_of(document("".join(plain)))
    assert act_of(document("".join(body))).attachments[0].header == "\n".join(block)


EDITORIAL = {
    "ru": ("1. Слово.", "Сноска. Пункт 1 в редакции решения от 28.11.2023 № 8/7."),
    "kk": ("1. Сөз.", "Ескерту. 1-тармақ жаңа редакцияда – 28.11.2023 № 8/7 шешімімен."),
}


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_an_editorial_footnote_is_a_note_of_its_element(lang):
    clause, words = EDITORIAL[lang]
    call = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    body = [*map(p, (*HEADS[lang], *APPROVALS[lang])), f"<w:p>{r(clause)}{call}</w:p>"]
    notes = f'<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>{r(words)}</w:p></w:footnote>'
    act = act_of(document("".join(body), footnotes=notes))
    (found,) = act.attachments[0].body
    assert f"1. {found.text}" == clause
    assert [(note.text, note.date, note.number) for note in found.notes] == [
        (words, "2023-11-28", "8/7")
    ]
    assert (act.accounting.unaccounted, codes(act)) == (0, [])


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_another_footnote_is_a_part_after_its_element(lang):
    clause, _ = EDITORIAL[lang]
    call = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    body = [*map(p, (*HEADS[lang], *APPROVALS[lang])), f"<w:p>{r(clause)}{call}</w:p>"]
    notes = f'<w:footnote w:id="1">{p("қараңыз")}</w:footnote>'
    (found,) = act_of(document("".join(body), footnotes=notes)).attachments[0].body
    assert f"1. {found.text}" == f"{clause}¹"
    assert [(child.kind, child.text) for child in found.children] == [("part", "¹ қараңыз")]


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_headers_and_pictures_of_an_act_are_in_its_account_or_said(lang):
    section = '<w:sectPr><w:headerReference r:id="r-header"/></w:sectPr>'
    picture = '<w:p><w:r><w:drawing><a:blip r:embed="r-picture"/></w:drawing></w:r></w:p>'
    body = [*map(p, (*HEADS[lang], *FORMS[lang])), picture, section]
    act = act_of(document("".join(body), header=p("2")), ui="en")
    assert [(one.reason, one.text) for one in act.accounting.dropped] == [("page-header", "2")]
    account = act.accounting
    assert account.source == account.kept + account.markers + 1
    assert "form-picture" in codes(act)
