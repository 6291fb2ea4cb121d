"""Tables: spans tile the grid, merges are real, heads repeat, words are not broken."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from generator.docx import TableTooWideError
from generator.docx.grid import (
    bound_rows,
    columns_of,
    head_rows,
    is_signature_block,
    is_signature_row,
    lay_out,
)
from generator.docx.widths import Measure, measure
from generator.render import render_attachment
from model import Attachment, Cell, Node

LINE = Measure(line_mm=165, size_pt=12, side_mm=1)


def rows(*given_rows):
    cells = ([c if isinstance(c, Cell) else Cell(c) for c in row] for row in given_rows)
    return tuple(map(tuple, cells))


QUARTERS = rows(
    (Cell("№", 2), Cell("Атауы", 2), Cell("Жоспар", 1, 2), Cell("Факт", 1, 2)),
    ("I", "II", "I", "II"),
    ("1", "2", "3", "4", "5", "6"),
    ("1", "мақсат", "", "", "", ""),
)
COMPETENCES = rows(
    ("№", "Құзырет", "Сұрақ"),
    (Cell("1", 3), Cell("Ынтымақтастық", 3), "бірінші"),
    ("екінші",),
    ("орташа",),
    (Cell("2", 2), Cell("Жеделділік", 2), "бірінші"),
    ("орташа",),
)


def written(given_rows):
    form = Attachment(kind="form", title="Т", body=(Node(kind="table", rows=given_rows),))
    return docx.Document(io.BytesIO(render_attachment(form, "kk"))).tables[0]


any_cell = st.builds(
    Cell, st.sampled_from(["", "сөз", "екі сөз"]), st.integers(-1, 5), st.integers(-1, 5)
)
any_rows = st.lists(st.lists(any_cell, max_size=6).map(tuple), max_size=6).map(tuple)


@given(any_rows)
def test_whatever_the_spans_every_square_is_covered_once(given_rows):
    grid = lay_out(given_rows)
    assert len(grid.rows) == len(given_rows)
    for row in grid.rows:
        assert sum(tile.colspan for tile in row) == grid.columns
        assert [tile.column for tile in row] == [
            sum(before.colspan for before in row[:place]) for place in range(len(row))
        ]


@given(any_rows)
def test_no_cell_is_lost_and_none_is_doubled(given_rows):
    said = sorted(cell.text for row in given_rows for cell in row if cell.text)
    grid = lay_out(given_rows)
    assert sorted(tile.text for row in grid.rows for tile in row if tile.text) == said


@given(any_rows)
def test_a_spanning_cell_goes_down_in_one_column_of_one_width(given_rows):
    grid = lay_out(given_rows)
    for number, row in enumerate(grid.rows):
        for tile in row:
            for below in range(1, tile.rowspan if not tile.continued else 1):
                assert (tile.column, tile.colspan, True) in [
                    (other.column, other.colspan, other.continued)
                    for other in grid.rows[number + below]
                ]


@given(any_rows)
def test_python_docx_finds_every_row_of_the_written_table_complete(given_rows):
    columns = columns_of(given_rows)
    if not columns or is_signature_row(given_rows):
        return
    read = written(given_rows)
    assert len(read.columns) == columns
    assert [len(row.cells) for row in read.rows] == [columns] * len(given_rows)


def elements(given_rows, name):
    """How many elements of this name each row of the written table has."""
    form = Attachment(kind="form", title="Т", body=(Node(kind="table", rows=given_rows),))
    body = docx.Document(io.BytesIO(render_attachment(form, "kk"))).element.body
    return [len(list(row.iter(qn(name)))) for row in body.iter(qn("w:tr"))]


def test_merges_are_real():
    read = written(QUARTERS)
    assert [cell.grid_span for cell in read.rows[0].cells] == [1, 1, 2, 2, 2, 2]
    assert [cell.text for cell in read.rows[0].cells[:3]] == ["№", "Атауы", "Жоспар"]
    # A cell merged downwards is found in both rows.
    assert [cell.text for cell in read.rows[1].cells] == ["№", "Атауы", "I", "II", "I", "II"]
    assert elements(QUARTERS, "w:vMerge") == [2, 2, 0, 0]
    assert elements(QUARTERS, "w:gridSpan") == [2, 0, 0, 0]


def test_the_head_repeats_and_no_row_is_split_across_pages():
    assert elements(QUARTERS, "w:tblHeader") == [1, 1, 1, 0]
    assert elements(QUARTERS, "w:cantSplit") == [1, 1, 1, 1]


HEADS = {
    "bound by row spans, with the row of column numbers": (QUARTERS, 3),
    "the first row alone": (COMPETENCES, 1),
    "a caption and the row under it": (rows((Cell("Сынақ", 1, 2),), ("а", "б"), ("1", "")), 2),
    "two rows where columns share a head": (
        rows((Cell("Пайыз", 1, 2), Cell("Баға", 1, 2)), ("I", "II", "I", "II"), ("", "", "", "")),
        2,
    ),
    "no second row where the shared columns stay nameless": (
        rows(("№", Cell("Баға", 1, 2)), ("1", "", ""), ("2", "", "")),
        1,
    ),
    "never the whole table": (rows(("а", "б")), 0),
    "never the whole table, with spans": (rows((Cell("а", 2), "б"), ("в",)), 0),
    "an empty table": ((), 0),
}


@pytest.mark.parametrize(("given_rows", "count"), HEADS.values(), ids=HEADS.keys())
def test_the_head_of_a_table(given_rows, count):
    assert head_rows(lay_out(given_rows)) == count if given_rows else columns_of(()) == count


def test_the_rows_of_one_competence_stay_together_and_long_bands_may_break():
    assert bound_rows(lay_out(COMPETENCES)) == {1, 2, 4}
    long_band = rows((Cell("1", 40), "а"), *[("б",)] * 39)
    assert bound_rows(lay_out(long_band)) == frozenset()


@pytest.mark.parametrize(
    ("given_rows", "signs"),
    [
        (rows(("Қызметші ____\nкүні ____", "Басшы ______")), True),
        (rows(("Қызметші ____", "Басшы")), False),
        (rows(("____", "____"), ("____", "____")), False),
        ((), False),
        (((),), False),
    ],
    ids=["blanks", "one without a blank", "two rows", "no row", "no cell"],
)
def test_only_one_row_of_blanks_is_a_row_to_sign_on(given_rows, signs):
    assert is_signature_row(given_rows) is signs


SIGNING = (("Қызметші", "Бағалаушы адам"), ("_____", "_____"), ("(тегі)", "(тегі)"))


@pytest.mark.parametrize(
    ("given_rows", "signs"),
    [
        (rows(*SIGNING, ("күні ____", "күні ____")), True),
        (rows(*SIGNING, ("", "")), False),
        (rows(*SIGNING[:2]), False),
        (rows(*SIGNING[1:]), False),
        (rows(*[(*row, row[0]) for row in SIGNING]), False),
        (rows(("Көрсеткіш", "Мәні"), ("1", "____"), ("(тегі)", "(тегі)")), False),
        ((), False),
    ],
    ids=["blanks and hints", "an empty cell", "no hint", "nobody named", "three columns",
         "a cell with words", "no row"],
)  # fmt: skip
def test_those_who_sign_side_by_side_are_no_ruled_table(given_rows, signs):
    assert is_signature_block(given_rows) is signs


def test_a_signature_block_has_no_ruling_and_stays_on_one_page():
    made = written(rows(*SIGNING))
    assert made.style.name != written(rows(("а", "б"), ("в", "г"))).style.name
    lines = [line for row in made.rows for cell in row.cells for line in cell.paragraphs]
    assert all(line.paragraph_format.keep_with_next for line in lines)


@given(any_rows)
def test_the_columns_fill_the_line(given_rows):
    grid = lay_out(given_rows)
    if grid.columns:
        widths = measure(grid, LINE)
        assert sum(widths.columns) == pytest.approx(165)
        assert all(width > 0 for width in widths.columns)


def test_long_texts_get_the_room_and_short_columns_keep_their_word():
    question = "Бағаланатын адам қойылған міндеттерді басымдықтарына қарай ретке келтіре ме?"
    widths = measure(lay_out(rows(("№", "Сұрақ", "Бағасы"), ("1", question, ""))), LINE)
    number, text, mark = widths.columns
    assert widths.fits
    assert number < mark < text
    assert text > 100


def test_a_table_too_dense_for_its_words_is_set_smaller():
    head = ["Ұйымдастырушылық-құқықтық қамтамасыз"] * 8
    narrow = rows(head, [""] * 8)
    assert not measure(lay_out(narrow), LINE).fits
    styles = [p.style.name for cell in written(narrow).rows[0].cells for p in cell.paragraphs]
    assert styles == ["TableHeadDense"] * 8


def test_a_cell_of_several_lines_has_a_paragraph_a_line():
    read = written(rows(("бірінші\nекінші", "б"), ("в", "г")))
    assert [p.text for p in read.cell(0, 0).paragraphs] == ["бірінші", "екінші"]


@pytest.mark.parametrize("wide", [rows(["а"] * 64), rows((Cell("а", 1, 10**9),))])
def test_a_table_that_word_cannot_hold_is_refused_by_name(wide):
    with pytest.raises(TableTooWideError, match=r'begins with "а" has .* at most 63\. Divide'):
        columns_of(wide)


def test_a_row_span_past_the_end_is_cut_there():
    assert lay_out(rows((Cell("а", 10**9), "б"), ("в",))).rows[1][0].continued
