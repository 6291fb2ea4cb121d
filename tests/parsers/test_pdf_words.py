"""The words of a page and how they are put together: quickly told, and as if letter by letter."""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdfium2 import raw

from parsers.pdf_asked import cut, whole
from parsers.pdf_calls import Room, calls
from parsers.pdf_layer import sheets
from parsers.pdf_lines import Line, lines_of
from parsers.pdf_pages import Page
from parsers.pdf_sheets import Printed, Stretch, Word
from parsers.pdf_spelling import Spelling
from parsers.pdf_stretches import Setting, Stretching, Whole

sys.path.insert(0, str(Path(__file__).parent))

from pdf_files import Words, box, lines, pdf

TYPE = Setting(10.0, bold=False)
NBSP = "\u00a0"


@given(st.text(alphabet=f"аБ1-\u00ad {NBSP}\t\r\n", max_size=40))
def test_words_and_the_blanks_behind_them_stand_where_they_are_said_to(chars):
    found = cut(chars)
    places = zip(found.words, found.starts, found.ends, found.blanks, strict=True)
    for word, start, end, blanks in places:
        assert chars[start:end].replace("\u00ad", "-") == word
        behind = chars[end:].split("\r")[0].split("\n")[0]
        assert blanks == len(behind) - len(behind.lstrip())
    assert [len(word) for word in found.words] == [len(word) for word in chars.split()]


def test_blanks_that_begin_a_line_are_behind_no_word():
    assert cut(" а \r\n  б").blanks == [1, 0]


@pytest.fixture
def page():
    with pypdfium2.PdfDocument(pdf(lines("1. Слово первое.", "2. Слово второе."))) as document:
        yield document[0].get_textpage().raw


def test_what_is_asked_without_checks_is_what_the_package_answers(page):
    letters = list(range(raw.FPDFText_CountChars(page)))
    room, found = Room(), []
    box_of, x, y = raw.FS_RECTF(), raw.c_double(), raw.c_double()
    for place in letters:
        raw.FPDFText_GetCharOrigin(page, place, x, y)
        raw.FPDFText_GetLooseCharBox(page, place, box_of)
        found.append((x.value, y.value, box_of.top, box_of.right, box_of.bottom))
    asked = [*room.origins(page, letters), *room.boxes(page, letters)]
    assert list(zip(*asked, strict=True)) == found
    assert room.are_generated(page, letters) == [
        raw.FPDFText_IsGenerated(page, place) for place in letters
    ]
    assert calls().size(page, 0) == raw.FPDFText_GetFontSize(page, 0)


def test_a_room_grows_with_the_words_of_a_page(page):
    room = Room()
    xs, _ = room.origins(page, [0] * 3_000)
    assert xs == [xs[0]] * 3_000


def test_a_page_of_more_words_than_any_before_is_read_whole():
    words = [[f"вг{row}д{place}" for place in range(10)] for row in range(60)]
    few, many = lines("слово"), lines(*map(" ".join, words))
    found = ["".join(piece.chars for piece in sheet.printed) for sheet in sheets(pdf(few, many))]
    assert [chars.count("вг") for chars in found] == [0, 600]


def test_words_on_one_line_are_one_stretch():
    (sheet,) = sheets(pdf(lines("1. Слово первое.")))
    (stretch,) = sheet.printed
    assert [word.chars for word in stretch.words] == ["1.", "Слово", "первое."]
    assert stretch.end is None


def test_words_far_apart_on_one_line_are_one_stretch_without_blanks():
    (sheet,) = sheets(pdf([Words(50, 800, "аб"), Words(66, 800, "вг д"), Words(92, 800, "еж")]))
    (stretch,) = sheet.printed
    assert [word.chars for word in stretch.words] == ["аб", "вг", "д", "еж"]
    assert stretch.apart == (0, 2)
    assert (stretch.chars, stretch.length) == ("абвг деж", 8)
    assert [piece.chars for piece in stretch.pieces()] == ["аб", "вг", " ", "д", "еж"]


def test_words_near_each_other_without_a_blank_are_no_stretch():
    assert whole([asked("аб", 10, 20, blanks=0), asked("вг", 22, 32)], 10, 0) is None


def test_words_printed_upon_each_other_are_no_stretch():
    assert whole([asked("аб", 10, 20, blanks=1), asked("вг", 19, 29)], 10, 0) is None


def test_a_word_whose_last_letter_is_raised_is_no_stretch():
    assert whole([asked("аб", 10, 20, low=701)], 10, 0) is None


def test_blanks_at_the_end_of_a_line_leave_its_words_a_stretch():
    found = whole([asked("аб", 10, 20, blanks=1), asked("вг", 22, 32, blanks=2)], 10, 5)
    assert found == Whole([Word("аб", 5, 15), Word("вг", 17, 27)])


def asked(chars, x0, x1, *, low=698, blanks=0):
    return chars, 0, 700, x0, x1, 708, low, blanks


@given(st.lists(st.text("аБ\u03a3\u03c3\u03c2'-", min_size=1, max_size=5), max_size=4), st.data())
def test_a_look_at_the_letters_never_hides_a_word_of_the_act(words, data):
    line = Line(tuple(Word(chars, 0, 10) for chars in words), 700, 10)
    spelling = Spelling([Page(1, 595, 842, (line,), (), (), pictures=False)])
    for word in [*spelling.words, data.draw(st.text("аБ\u03a3", min_size=1, max_size=3))]:
        assert spelling.knows(word) == (word.lower() in spelling.words)


def test_a_word_with_a_ruling_line_through_it_is_given_letter_by_letter():
    page = [Words(50, 800, "а бвгд"), box(67, 700, 300, 820)]
    (sheet,) = sheets(pdf(page))
    first, *others = sheet.printed
    assert [word.chars for word in first.words] == ["а"]
    assert [one.chars for one in others] == list("бвгд")


def test_a_blank_that_ends_a_line_is_a_quarter_of_the_size_wide():
    found = Stretching()
    found.begin(Word("аб", 10, 20), 700, TYPE, behind=False)
    found.begin(Word("вг", 10, 20), 680, TYPE, behind=True)
    first, last = found.pieces(behind=False)
    assert (first.end, last.end) == (22.5, None)


def test_a_blank_before_letters_on_the_same_line_ends_where_they_begin():
    found = Stretching()
    found.begin(Word("аб", 10, 20), 700, TYPE, behind=False)
    found.letters([Printed("в", 24, 29, 700, 10)], behind=True)
    found.begin(Word("гд", 33, 43), 700, TYPE, behind=True)
    stretch, letter, blank, _ = found.pieces(behind=False)
    assert stretch.end == 24
    assert (letter.chars, blank.chars, blank.x0, blank.x1) == ("в", " ", 29, 33)


@st.composite
def stretches(draw):
    """Words of one line or of several, with the spaces that a line may have."""
    x, words = draw(st.floats(0, 300)), []
    for chars in draw(st.lists(st.text("абв", min_size=1, max_size=6), min_size=1, max_size=5)):
        words.append(Word(chars, x, x + 5 * len(chars)))
        x = words[-1].x1 + draw(st.sampled_from([1.5, 2.5, 6.0, 40.0]))
    end = draw(st.sampled_from([None, words[-1].x1 + 2.5]))
    y = draw(st.sampled_from([700.0, 699.0, 680.0, 660.0]))
    far = [place for place in range(len(words) - 1) if words[place + 1].x0 - words[place].x1 > 5]
    apart = tuple(far) if draw(st.booleans()) else ()
    return Stretch(tuple(words), y, 10.0, draw(st.booleans()), end, apart)


@given(st.lists(stretches(), max_size=5))
def test_words_in_stretches_make_the_lines_that_they_make_one_by_one(given_stretches):
    apart = [piece for stretch in given_stretches for piece in stretch.pieces()]
    assert lines_of(given_stretches) == lines_of(apart)
