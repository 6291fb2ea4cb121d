"""PDF files made to do harm: streams that unpack without end, drawings that draw themselves."""

from __future__ import annotations

import sys
import zlib
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from hostile import bomb, refusal, within
from pdf_files import without_pdfium, written

from parsers import pdf_bounds
from parsers.pdf import read_pdf

FONT = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
WORDS = "BT /F 10 Tf 1 0 0 1 50 700 Tm (word) Tj ET\n"
WAY_OUT = (
    "Expected one act; check that this is the right file, or print the pages of the act alone to a "
    "new PDF."
)


@pytest.fixture(params=["pypdfium2", "pypdf"], autouse=True)
def reader(request, monkeypatch):
    """Each test runs with either library."""
    if request.param == "pypdf":
        without_pdfium(monkeypatch)
    return request.param


def stream(content: bytes | str, words: str = "") -> str:
    data = content if isinstance(content, str) else content.decode("latin-1")
    return f"<<{words}/Length {len(data)}>>\nstream\n{data}\nendstream"


def form(content: str, drawings: str) -> str:
    return stream(
        content,
        f"/Type/XObject/Subtype/Form/BBox[0 0 600 900]/Resources<<{FONT}/XObject<<{drawings}>>>>",
    )


def document(contents: str, *others: str, kids: str = "3 0 R", count: int = 1) -> bytes:
    return written([
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {count}>>",
        (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
            f"/Resources<<{FONT}/XObject<</X 5 0 R>>>>>>"
        ),
        contents,
        *others,
    ])  # fmt: skip


FLATE = "/Filter/FlateDecode"
TWICE = "/Filter[/FlateDecode/FlateDecode]"
BOMBS = {
    "a hundred megabytes of blanks": lambda: document(stream(bomb(b" ", 100_000_000), FLATE)),
    "packed twice": lambda: document(stream(zlib.compress(bomb(b" ", 100_000_000)), TWICE)),
    "states saved without end": lambda: document(stream(bomb(b"q ", 50_000_000), FLATE)),
    "rectangles without end": lambda: document(stream(bomb(b"1 1 9 9 re S\n", 30_000_000), FLATE)),
    "a drawing in itself": lambda: document(
        stream("/X Do"), form(f"/X Do /X Do {WORDS}", "/X 5 0 R")
    ),
    "drawings of drawings": lambda: document(
        stream("/X Do " * 10),
        *(form("/X Do " * 10, f"/X {number + 1} 0 R") for number in range(5, 13)),
        form(WORDS, ""),
    ),
    "a name with an escaped sign": lambda: document(
        stream("/X Do"), form(f"/#58 Do /X#31 Do {WORDS}", "/X 5 0 R/X1 5 0 R")
    ),
    "one stream a thousand times": lambda: document(
        stream(bomb(b" ", 1_000_000), FLATE)
    ).replace(b"/Contents 4 0 R", b"/Contents[" + b"4 0 R " * 1_000 + b"]"),
}  # fmt: skip


@pytest.mark.parametrize("case", BOMBS)
def test_more_drawing_than_any_act_has_is_refused_before_it_is_drawn(case):
    data = BOMBS[case]()
    with within(5, 300):
        said = refusal(data, "act.pdf")
    assert said.startswith("act.pdf is a PDF with more bytes of drawing than any act has (")
    assert said.endswith(f"are read). {WAY_OUT}")


def test_drawings_that_cannot_be_followed_in_a_damaged_file_are_not_drawn():
    data = document(stream("/X Do"), form(f"/X Do /X Do {WORDS}", "/X 5 0 R"))
    damaged = data.replace(b"/Type/Catalog", b"/Type/Cat<log").replace(b"xref", b"x<ef")
    with within(5, 200):
        said = refusal(damaged, "act.pdf")
    assert said == (
        "act.pdf cannot be opened as a PDF: it is damaged, and its drawings cannot be followed. "
        "Expected a whole file; download or save it again, or use the DOCX download of the act."
    )


def test_a_drawing_that_stands_on_many_pages_is_counted_once_for_each_and_read():
    drawing = form(WORDS, "")
    data = document(stream("/X Do"), drawing, kids="3 0 R " * 50, count=50)
    assert read_pdf(data, "act.pdf").text.count("word") == 50


ODD = {
    "a length that is too long": stream(WORDS).replace(f"/Length {len(WORDS)}", "/Length 90000000"),
    "a length below zero": stream(WORDS).replace(f"/Length {len(WORDS)}", "/Length -5"),
    "a length that is itself": stream(WORDS).replace(f"/Length {len(WORDS)}", "/Length 4 0 R"),
    "a filter that is none": stream(WORDS, "/Filter/NoSuchDecode"),
    "brackets without end": stream(bomb(b"[", 5_000_000), FLATE),
    "strings without end": stream(bomb(b"(", 5_000_000), FLATE),
    "noise": stream(bytes(range(256)) * 2_000),
    "contents that are a page": "3 0 R",
}


@pytest.mark.parametrize("case", ODD)
def test_what_a_content_says_wrongly_is_read_past_or_refused_by_name(case):
    with within(20, 400):
        said = refusal(document(ODD[case]), "act.pdf")
    assert said == "it was read" or said.startswith("act.pdf ")


TREES = {
    "two thousand million pages": {"count": 2_000_000_000},
    "a million times one page": {"kids": "3 0 R " * 1_000_000, "count": 1_000_000},
    "pages below themselves": {"kids": "2 0 R 3 0 R 2 0 R", "count": 3},
}


@pytest.mark.parametrize("case", TREES)
def test_a_tree_of_pages_without_end_is_bounded(case):
    with within(15, 400):
        said = refusal(document(stream(WORDS), **TREES[case]), "act.pdf")
    assert said.startswith("act.pdf ")


def test_a_table_of_objects_that_leads_back_to_itself_is_left():
    data = document(stream(WORDS)).replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev 9")
    with within(5, 200):
        refusal(data, "act.pdf")


def test_a_picture_of_any_size_is_never_unpacked():
    picture = stream(bytes(50), "/Type/XObject/Subtype/Image/Width 100000/Height 100000"
                     "/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/JBIG2Decode")  # fmt: skip
    large = stream(bomb(b"\0", 100_000_000), f"/Subtype/Image/Width 9/Height 9{FLATE}")
    for drawn in (picture, large):
        with within(5, 200):
            said = refusal(document(stream("/X Do"), drawn), "act.pdf")
        assert said.startswith("act.pdf is a PDF that holds pictures of pages (1) without text.")


@pytest.mark.parametrize("step", [0.5, 5.0], ids=["close", "apart"])
def test_a_line_of_many_words_takes_no_longer_for_each(step):
    words = "".join(f"1 0 0 1 {place * step} 400 Tm (w) Tj " for place in range(10_000))
    with within(15, 300):
        assert (
            read_pdf(document(stream(f"BT /F 1 Tf {words} ET")), "a.pdf").text.count("w") == 10_000
        )


def test_the_limits_are_far_above_what_acts_draw():
    assert pdf_bounds.PAGE_LIMIT == 8_000_000
    assert pdf_bounds.STREAM_LIMIT == 64_000_000
