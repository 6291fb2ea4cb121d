"""Saved pages: the same act as its text, without the portal's chrome, nothing lost."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from amendments import with_operations
from parsers import parse
from parsers.page import is_page, read_page

sys.path.insert(0, str(Path(__file__).parent))

import expectation
import pages

ACTS = [pytest.param(path, id=path.name) for path in pages.files()]
SAME = (
    "lang", "type", "role", "title", "issuer", "date", "number", "requisites", "registration",
    "status", "repealed_by", "effective", "notes", "preamble", "body", "signatures", "amends",
    "operations",
)  # fmt: skip


def name_of(path):
    return path.name.removesuffix(path.suffix)


@pytest.mark.parametrize("path", ACTS)
def test_a_saved_page_gives_the_same_act_as_its_text(path):
    page = with_operations(pages.act_of(path.read_bytes()))
    text = with_operations(parse(expectation.source(name_of(path))))
    for key in SAME:
        assert getattr(page, key) == getattr(text, key), key
    assert [attachment(one) for one in page.attachments] == [
        attachment(one) for one in text.attachments
    ]


def attachment(one):
    """An attachment; its header without its lines, which only the page keeps as they are."""
    header = " ".join((one.header or "").split())
    return one.kind, one.number, one.title, header, one.body, one.notes


@pytest.mark.parametrize("path", ACTS)
def test_a_saved_page_is_read_as_a_person_reads_it(path):
    claims = expectation.expected(name_of(path))
    # The page has no lines and thus none of the damage that a text layer does to them.
    claims = {key: value for key, value in claims.items() if key != "diagnostics"}
    act = with_operations(pages.act_of(path.read_bytes()))
    assert expectation.differences(act, claims) == []
    assert act.diagnostics == ()


@pytest.mark.parametrize("path", ACTS)
def test_every_character_of_a_page_is_accounted_for(path):
    account = pages.act_of(path.read_bytes()).accounting
    assert account.unaccounted == 0
    assert account.dropped == ()
    assert account.kept + account.markers == account.source > 1000


@pytest.mark.parametrize("path", ACTS)
def test_the_chrome_of_a_page_is_no_part_of_the_source(path):
    (manuscript,) = read_page(path.read_bytes(), path.name)
    assert [words for words in pages.CHROME if words in manuscript.text] == []
    assert manuscript.remarks == manuscript.dropped == ()


@pytest.mark.parametrize("path", ACTS)
def test_blocks_are_cut_from_the_source_at_the_places_they_name(path):
    (manuscript,) = read_page(path.read_bytes(), path.name)
    source, blocks = manuscript.text, manuscript.blocks(pages.desk_of(manuscript))
    texts = [text for block in blocks for text in block.texts()]
    assert "".join(source.split()) == "".join("".join(text.chars.split()) for text in texts)
    for text in texts:
        said = source[text.span.start : text.span.end]
        assert said.split() == text.chars.split()


def test_the_words_of_the_fixtures_chrome_are_really_in_them():
    everything = "".join(
        path.read_bytes().decode("cp1251" if path.name == "base-decision.ru.html" else "utf-8")
        for path in pages.files()
        if path.suffix == ".html"
    )
    assert [words for words in pages.CHROME if words not in everything] == []


STATUSES = {
    "updated": ("updated", '<span class="status status_upd">Обновленный</span>'),
    "new": ("new", '<span class="status status_new">Новый</span>'),
    "repealed": ("repealed", '<span class="status status_yts">Утративший силу</span>'),
    "none": (None, ""),
    "an archived redaction": (None, '<span class="status status_arc">Архивная редакция</span>'),
}
CLAUSES = (
    "<p>В соответствии с пунктом 5 статьи 33 Закона Республики Казахстан &quot;О государственной "
    "службе Республики Казахстан&quot; Акбулакский районный маслихат РЕШИЛ:</p>"
    "<p>1. Утвердить Методику.</p><p>2. Контроль оставляю за собой.</p>"
    "<table><tr><td>Председатель маслихата</td><td>Б. Ульгибаев</td></tr></table>"
)


@pytest.mark.parametrize("case", STATUSES)
def test_the_status_word_is_read_and_an_unknown_one_is_not_taken_for_a_title(case):
    status, span = STATUSES[case]
    act = pages.act_of(pages.saved(CLAUSES, status=span))
    assert act.status == status
    assert act.title == "Об утверждении Методики"
    assert act.accounting.unaccounted == 0


def test_entries_of_a_list_are_without_their_dashes_as_in_a_text():
    listed = "<p>3. Оцениваются:</p><p>- качество;</p><p>–&nbsp;сроки.</p><p>* в баллах.</p>"
    act = pages.act_of(pages.saved(CLAUSES.replace("<table>", listed + "<table>")))
    entries = [(node.kind, node.text) for node in act.body[-1].children]
    assert entries == [("item", "качество;"), ("item", "сроки."), ("part", "* в баллах.")]
    assert act.accounting.unaccounted == 0


def test_a_page_at_the_kazakh_address_may_hold_russian_text():
    data = pages.saved(CLAUSES).replace(b"<html>", b'<html lang="kk">')
    assert pages.act_of(data).lang == "ru"


@pytest.mark.parametrize("article", [True, False], ids=["with article", "older, without"])
def test_older_pages_without_an_article_give_the_same_act(article):
    act = pages.act_of(pages.saved(CLAUSES, article=article))
    assert [node.number for node in act.body] == ["1", "2"]
    assert act.signatures[0].name == "Б. Ульгибаев"


@pytest.mark.parametrize("tag", ["main", "div"])
def test_a_page_of_another_site_is_read_without_its_frame(tag):
    page = f"""<html><body><header>Сайт</header><nav>Меню</nav><{tag}><h1>Об утверждении
    Методики</h1><p>Решение Акбулакского районного маслихата от 14 июня 2023 года № 5-3</p>{CLAUSES}
    </{tag}><footer>Низ</footer></body></html>"""
    act = pages.act_of(page.encode())
    assert (act.title, act.number, len(act.body)) == ("Об утверждении Методики", "5-3", 2)


SOURCES = {
    "a doctype": (b"<!DOCTYPE html><html>", True),
    "blank lines and a mark": (b"\xef\xbb\xbf \r\n <HTML>", True),
    "an XML declaration": (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html>', True),
    "a comment of the browser": (b"<!-- saved from url=(0014)x -->\n<html>", True),
    "UTF-16 with a mark": ("<html><body>".encode("utf-16"), True),
    "UTF-16 without a mark": ("<html><body>".encode("utf-16-le"), True),
    "2,000 comments and no page": (b"<!---->" * 2000 + b"x", False),
    "a piece of a page": (b'<div class="container_alpha slogan">', True),
    "a web archive": (pages.files()[2].read_bytes(), True),
    "an act as text": (expectation.source("base-decision.ru"), False),
    "a text with tags in cells": (expectation.source("amending-decision.kk"), False),
    "an act's JSON": (b'{"schema": "adisteme/act/1"}', False),
    "another XML": (b'<?xml version="1.0"?><w:document/>', False),
    "a letter about HTML": (b"Content-Type: text/html means <html>", False),
    "nothing": (b"", False),
    "an archive": (b"PK\x03\x04<html>", False),
}


@pytest.mark.parametrize("case", SOURCES)
def test_a_page_is_told_from_other_sources(case):
    data, said = SOURCES[case]
    assert is_page(data) is said


def test_there_are_pages_in_both_languages_and_both_kinds_of_files():
    names = {path.name for path in pages.files()}
    assert {re.sub(r"^.*\.(kk|ru)\.", r"\1 ", name) for name in names} == {
        "kk html", "ru html", "kk mhtml", "ru mhtml",
    }  # fmt: skip
