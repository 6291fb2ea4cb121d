"""Spans of a table: cells tile the grid, without a hole and without an overlap."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import forms
from forms.blank import blank
from forms.definitions import BlankRows, Column, FixedRow, Group, Summary, Table
from forms.grid import leaves, table_rows
from forms.words import Words
from model import LANGUAGES, Both, Cell, Lang, Row

WORD = Both(kk="сөз", ru="слово")
KK = Words("kk")


def untiled(rows: tuple[Row, ...], width: int) -> list[str]:
    """What is wrong with a grid: places outside it, taken twice, or taken by no cell."""
    taken: dict[tuple[int, int], int] = {}
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            while (y, x) in taken:
                x += 1
            for place in places(cell, y, x):
                taken[place] = taken.get(place, 0) + 1
    grid = {(y, x) for y in range(len(rows)) for x in range(width)}
    twice = [f"twice {place}" for place, count in taken.items() if count > 1]
    outside = [f"outside {place}" for place in taken.keys() - grid]
    return twice + outside + [f"hole {place}" for place in grid - taken.keys()]


def places(cell: Cell, y: int, x: int) -> list[tuple[int, int]]:
    return [(y + down, x + right) for down in range(cell.rowspan) for right in range(cell.colspan)]


def column_trees() -> st.SearchStrategy[Column]:
    leaf = st.just(Column("k", WORD))
    return st.recursive(
        leaf,
        lambda inner: st.lists(inner, min_size=1, max_size=3).map(
            lambda own: Column("k", WORD, tuple(own))
        ),
        max_leaves=5,
    )


rows_of_any_kind = st.one_of(
    st.lists(st.sampled_from(["1.", ""]), min_size=1, max_size=4).map(
        lambda numbers: BlankRows(tuple(numbers))
    ),
    st.just(FixedRow((WORD, "1"))),
    st.just(Summary(WORD, 2)),
    st.builds(
        lambda height, number: Group(WORD, ((WORD,),) * height, number),
        st.integers(1, 4),
        st.sampled_from([None, "1"]),
    ),
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    three = tuple(Column(f"own-{n}", WORD) for n in range(3))
    more = tuple(draw(st.lists(column_trees(), max_size=3)))
    rows = tuple(draw(st.lists(rows_of_any_kind, max_size=5)))
    summary = draw(st.sampled_from([None, WORD]))
    chart = WORD if draw(st.booleans()) and rows else None
    last = (Column("chart", WORD),) if chart else ()
    return Table((*three, *more, *last), rows, summary, chart)


@given(tables())
def test_any_table_tiles_its_grid(table: Table):
    assert untiled(table_rows(table, KK), len(leaves(table.columns))) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("form", forms.catalogue(), ids=lambda form: form.id)
def test_every_printed_table_tiles_its_grid(form: forms.FormDefinition, lang: Lang):
    for node in blank(form, lang).body:
        if node.rows:
            assert untiled(node.rows, sum(cell.colspan for cell in node.rows[0])) == []


def test_the_check_sees_a_hole_and_an_overlap():
    assert untiled(((Cell(), Cell()), (Cell(),)), 2) == ["hole (1, 1)"]
    assert untiled(((Cell(colspan=2), Cell(rowspan=2)), (Cell(), Cell(), Cell())), 3) == [
        "outside (1, 3)"
    ]


def test_a_head_without_columns_runs_down_beside_a_head_with_columns():
    table = Table(
        (Column("a", WORD), Column("b", WORD, (Column("c", WORD), Column("d", WORD)))),
        (BlankRows(("1.",)),),
    )
    assert table_rows(table, KK) == (
        (Cell("сөз", rowspan=2), Cell("сөз", colspan=2)),
        (Cell("сөз"), Cell("сөз")),
        (Cell("1."), Cell(), Cell()),
    )


def test_a_group_shares_its_number_and_name_and_closes_with_a_mean_named_after_it():
    columns = tuple(Column(key, WORD) for key in "abcd")
    group = Group(Both(kk="Жеделділік", ru="Оперативность"), ((WORD,), (WORD,)), "7")
    table = Table(columns, (group,), Both(kk="{competence} бойынша", ru="По {competence}"))
    assert table_rows(table, KK)[1:] == (
        (Cell("7", rowspan=2), Cell("Жеделділік", rowspan=2), Cell("сөз"), Cell()),
        (Cell("сөз"), Cell()),
        (Cell("Жеделділік бойынша", colspan=3), Cell()),
    )


def test_several_paragraphs_of_a_cell_stand_one_under_the_other():
    row = FixedRow(((WORD, WORD),))
    assert table_rows(Table((Column("a", WORD),), (row,)), KK)[1] == (Cell("сөз\nсөз"),)


def test_the_place_for_a_chart_runs_beside_all_rows_of_the_body():
    columns = tuple(Column(key, WORD) for key in "ab")
    table = Table(columns, (BlankRows(("1.", "2.")),), chart=WORD)
    assert table_rows(table, KK)[1:] == ((Cell("1."), Cell("сөз", rowspan=2)), (Cell("2."),))
