"""Pages that hold no act, or not the whole of it, and files made to do harm."""

from __future__ import annotations

import base64
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parsers import page_saved
from parsers.errors import SourceError, TooLargeError, UnreadableEncodingError
from parsers.page import BrokenPageError, is_page, read_page

sys.path.insert(0, str(Path(__file__).parent))

import expectation
import pages
from pages import FOLDER, saved, shown

SHELL = b"""<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>adilet</title>
<script type="module" src="/assets/index.js"></script></head><body><noscript>JavaScript
is needed</noscript><div id="root"></div></body></html>"""
TAB = """<html><body><div class="container_alpha slogan"><h1>О порядке</h1></div>
<div class="container_omega"><p>История</p></div></body></html>""".encode()
ARCHIVE = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
NESTED = ARCHIVE + b"".join(
    b"--%s\r\nContent-Type: multipart/related; boundary=%s\r\n\r\n" % (edge, edge + b"b")
    for edge in (b"b" * depth for depth in range(1, 400))
)
BROKEN = {
    "the application's shell": (SHELL, "it is the portal's empty frame without a document"),
    "an empty document": (b"<html></html>", "it is the portal's empty frame without a document"),
    "only a comment": (b"<!-- a --><html>", "it ends before its text does"),
    "another tab": (TAB, "it has an act's title but not its text"),
    "an empty box": (saved("<p>&nbsp;</p>"), "it has an act's title but not its text"),
    "half a page": (saved("<p>1. Один.</p>").partition("1. О".encode())[0],
                    "it ends before its text does"),
    "10,000 tags in each other": (saved("<div>" * 10_000 + "слово"),
                                  "its tags nest deeper or run longer than in any page"),
    "10,000 tables in each other": (saved("<table><tr><td>" * 10_000 + "слово"),
                                    "its tags nest deeper or run longer than in any page"),
    "a tag of 12 megabytes": (saved(f'<p>а<img src="data:{"A" * 12_000_000}"></p>'),
                              "its tags nest deeper or run longer than in any page"),
    "an archive without a page": (
        ARCHIVE + b"--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--",
        "the web archive has no page in it",
    ),
    "400 archives in each other": (NESTED, "the web archive"),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_a_page_that_cannot_be_used_is_refused_with_its_reason(case):
    data, detail = BROKEN[case]
    assert is_page(data)
    with pytest.raises(BrokenPageError) as caught:
        read_page(data, "act.html")
    message = str(caught.value)
    assert message.startswith(f"act.html cannot be read as the saved page of an act: {detail}")
    assert message.endswith(
        ". Open the act at old.adilet.zan.kz, wait until its whole text is shown and save the "
        "page again, as HTML or MHTML."
    )


def text_of(name):
    lines = expectation.source(name).decode().splitlines()
    return [line for line in lines if line.strip() and "\t" not in line]


def test_an_act_that_quotes_the_other_language_is_not_two_texts():
    quote = "Қазақстан Республикасының мемлекеттік қызметі туралы Заңына өзгерістер енгізу туралы"
    russian = "".join(f"<p>{line}</p>" for line in text_of("base-decision.ru"))
    assert quote in shown(russian + f"<p>{quote}</p>" * 5)


def test_a_page_larger_than_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(page_saved, "PAGE_LIMIT", 1000)
    with pytest.raises(TooLargeError, match=r"^act\.html has \d+ bytes; at most 1000 are read"):
        read_page(saved("<p>слово</p>" * 100), "act.html")


LARGE = {
    "raised numbers": "<p>" + "5<sup>1</sup> " * 20_000 + "</p>",
    "red words": "<p><font color=red>слова и слова</font></p>" * 5_000,
    "two texts in frames": "<div>" * 200
    + f"<p>{'Қызметшінің қызметін бағалау. ' * 9}</p><p>{'Оценка служащих проводится. ' * 9}</p>"
    * 500
    + "</div>" * 200,
}


@pytest.mark.parametrize("case", LARGE)
def test_a_large_page_is_read_in_seconds(case):
    started = time.process_time()
    read_page(saved(LARGE[case]), "act.html")
    assert time.process_time() - started < 10


def test_damaged_bytes_in_a_page_of_utf_8_are_refused_with_their_place():
    data = saved("<p>Слово и дело, дело и слово</p>").replace("дело,".encode(), b"\xd0,")
    place = data.index(b"\xd0,")
    with pytest.raises(UnreadableEncodingError, match=rf"\(byte {place}\)"):
        read_page(data, "act.html")


ENCODED = {
    "UTF-8": lambda page: page.encode(),
    "UTF-8 with a mark": lambda page: page.encode("utf-8-sig"),
    "UTF-8 declared as Windows-1251": lambda page: page.replace("utf-8", "windows-1251").encode(),
    "Windows-1251": lambda page: page.replace("utf-8", "Windows-1251").encode("cp1251"),
    "Windows-1251 declared as UTF-8": lambda page: page.encode("cp1251"),
    "Windows-1251 undeclared": lambda page: page.replace("charset", "x").encode("cp1251"),
    "KOI8-R": lambda page: page.replace("utf-8", "koi8-r").encode("koi8-r", "xmlcharrefreplace"),
    "UTF-16": lambda page: page.encode("utf-16"),
    "UTF-16 without a mark": lambda page: page.encode("utf-16-be"),
}


def last_words(data):
    return pages.blocks_of(data)[-1].words


@pytest.mark.parametrize("case", ENCODED)
def test_a_page_is_read_in_the_encoding_it_is_in(case):
    page = saved("<p>Утвердить № 5 – &#1179;әділет</p>".replace("ә", "&#1241;")).decode()
    assert last_words(ENCODED[case](page)) == "Утвердить № 5 – қәділет"


def test_kazakh_in_its_own_windows_encoding_is_read_as_declared():
    page = saved("<p>Әділет қызметі</p>").decode().replace("utf-8", "kz-1048")
    assert last_words(page.encode("kz1048")) == "Әділет қызметі"


@pytest.mark.parametrize("declared", ["unicode_escape", "utf-7", "zlib", "no-such", "\0"])
def test_a_declared_encoding_that_is_none_is_not_believed(declared):
    data = saved("<p>Слово</p>").decode().replace("utf-8", declared).encode("cp1251")
    assert last_words(data) == "Слово"


def archive(page: bytes, head: str, body: bytes) -> bytes:
    return (
        b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        b'\tboundary="edge"\r\n\r\n--edge\r\nContent-Type: text/html\r\n\r\n' + page
        + f"\r\n--edge\r\n{head}\r\n\r\n".encode() + body + b"\r\n--edge--\r\n"
    )  # fmt: skip


def test_of_several_pages_in_an_archive_that_with_the_act_is_read():
    head = 'Content-Type: text/html; charset="windows-1251"\r\nContent-Transfer-Encoding: base64'
    page = saved("<p>Слово</p>").decode().replace('<meta charset="utf-8">', "").encode("cp1251")
    data = archive(b"<p>banner</p>", head, base64.encodebytes(page))
    assert is_page(data)
    assert last_words(data) == "Слово"


def test_entities_of_the_document_itself_are_not_expanded():
    defined = (
        '<!DOCTYPE html [<!ENTITY a "ааааа"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
        "<html><body><p>слово &a; &f;</p></body></html>"
    )
    (manuscript,) = read_page(defined.encode(), "act.html")
    source = manuscript.text
    assert "ааааа" not in source
    assert "слово &a; &f;" in source


WHOLE = (FOLDER / "akimat-resolution.ru.html").read_bytes()
quick = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)


@quick
@given(st.integers(0, len(WHOLE)), st.binary(max_size=12), st.integers(0, 400))
def test_a_damaged_page_is_read_or_refused(place, damage, lost):
    data = WHOLE[:place] + damage + WHOLE[place + lost :]
    try:
        (manuscript,) = read_page(data, "act.html")
    except SourceError:
        return
    source, blocks = manuscript.text, manuscript.blocks(pages.desk_of(manuscript))
    texts = [text.chars for block in blocks for text in block.texts()]
    assert "".join(source.split()) == "".join("".join(texts).split())


@quick
@given(st.binary(max_size=300))
def test_random_bytes_in_a_page_are_read_or_refused(data):
    try:
        act = pages.act_of(saved("<p>слово</p>").replace("слово".encode(), data))
    except SourceError:
        return
    assert act.accounting.unaccounted == 0
