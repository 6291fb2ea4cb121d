"""A PDF that is made plainly is looked at; whatever may draw more than it shows is followed."""

from __future__ import annotations

import sys
import zlib
from pathlib import Path

import pytest

from parsers import pdf_look
from parsers.pdf_look import is_plain

sys.path.insert(0, str(Path(__file__).parent))

from pdf_files import lines, locked, pdf, written

PLAIN = pdf(lines("1. Слово."), lines("2. Слово."))
CATALOGUE = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>"]
WORDS = "<</Length 5>>\nstream\nBT ET\nendstream"


def page(contents: str, *others: str) -> bytes:
    return written([*CATALOGUE, f"<</Type/Page/Parent 2 0 R/Contents {contents}>>", *others])


def packed(content: bytes, words: str) -> str:
    data = zlib.compress(content).decode("latin-1")
    return f"<<{words}/Length {len(data)}>>\nstream\n{data}\nendstream"


def test_a_plain_file_is_told():
    assert is_plain(PLAIN)
    assert is_plain(page("4 0 R", WORDS))


@pytest.mark.parametrize(
    "data",
    [
        page("[4 0 R 4 0 R]", WORDS),
        page("4 0 R", "[5 0 R 5 0 R]", WORDS),
        page("04 0 R", "[5 0 R 5 0 R]", WORDS),
        page("%\n4 0 R", WORDS),
        page("4 0 R", WORDS, "<</Subtype/Form/Length 5>>\nstream\nBT ET\nendstream"),
        page("4 0 R", "<</Filter 5 0 R/Length 5>>\nstream\nBT ET\nendstream", "/FlateDecode"),
        page("4 0 R", "<</Filter[/FlateDecode/FlateDecode]/Length 1>>\nstream\nB\nendstream"),
        page("4 0 R", "<</Fil#74er/FlateDecode/Length 1>>\nstream\nB\nendstream"),
        page("4 0 R", "<</Filter/LZWDecode/Length 1>>\nstream\nB\nendstream"),
        page("4 0 R", WORDS, "<</Type/ObjStm/Length 1>>\nstream\nB\nendstream"),
        page("4 0 R", WORDS).replace(b"4 0 obj", b"4     0     obj"),
        locked(PLAIN, ""),
    ],
    ids=[
        "a list of drawings", "a list elsewhere", "a number with a nought", "a remark between",
        "a drawing to be drawn", "a packing elsewhere", "two packings", "a name in disguise",
        "another packing", "objects inside of a stream", "blanks before an object", "a lock",
    ],
)  # fmt: skip
def test_whatever_may_draw_more_is_followed(data):
    assert not is_plain(data)


@pytest.mark.parametrize("words", ["/Filter/FlateDecode", "/Subtype/Image", ""])
def test_a_stream_is_measured_unpacked_whatever_it_says_of_itself(words, monkeypatch):
    data = page("4 0 R", packed(b"BT ET " * 5_000, words))
    assert is_plain(data)
    monkeypatch.setattr(pdf_look, "PAGE_LIMIT", 29_999)
    assert not is_plain(data)


def test_all_pages_together_are_measured(monkeypatch):
    monkeypatch.setattr(pdf_look, "DOCUMENT_LIMIT", 2 * len(PLAIN) - 1)
    assert not is_plain(PLAIN)
