"""Rows of a typed table made whole: pages' breaks joined, lost columns and merged cells found."""

from __future__ import annotations

import re
from collections.abc import Iterable

from model import Cell, Row, Span
from parsers.blocks import CellText, RawRow, RawTable
from parsers.findings import Findings
from parsers.ledger import Ledger
from parsers.spans import Grid, merged_cells
from parsers.text import Text

_MOSTLY = 0.6  # share of rows in which the column that names a row is filled


class TableReader:
    """Turns typed rows into the rows of the model; says what it mends."""

    def __init__(self, ledger: Ledger, findings: Findings) -> None:
        self._ledger = ledger
        self._findings = findings

    def read(self, table: RawTable) -> tuple[tuple[Row, ...], Span]:
        """The rows with their merged cells, and where the table stands in the source."""
        if table.sizes:
            return self._as_sized(table), _span([list(row.cells) for row in table.rows])
        width = max(len(row.cells) for row in table.rows)
        rows = [RawRow(self._widened(row, width), row.gap) for row in table.rows]
        rows = self._without_repeated_head(rows)
        head = _head_rows(rows)
        body = self._joined(rows[head:], _key_column(rows[head:], width))
        grid = [list(row.cells) for row in (*rows[:head], *body)]
        span = _span(grid)
        return self._rows(grid, head), span

    def _as_sized(self, table: RawTable) -> tuple[Row, ...]:
        """The rows of a source that says itself which cells are merged."""
        return tuple(
            tuple(
                Cell(self._cell(cell), *size) for cell, size in zip(row.cells, sizes, strict=True)
            )
            for row, sizes in zip(table.rows, table.sizes, strict=True)
        )

    def _widened(self, row: RawRow, width: int) -> tuple[CellText, ...]:
        """A short row lost its empty first columns, or its merged last ones."""
        missing = width - len(row.cells)
        if not missing:
            return row.cells
        empty: tuple[CellText, ...] = ((),) * missing
        leading = not row.cells[0] and any(row.cells)
        return (*empty, *row.cells) if leading else (*row.cells, *empty)

    def _without_repeated_head(self, rows: list[RawRow]) -> list[RawRow]:
        first = _words(rows[0])
        kept = rows[:1]
        for row in rows[1:]:
            if row.gap and any(first) and _words(row) == first:
                for paragraph in _texts(row):
                    self._ledger.drop(paragraph, "repeated-table-head")
            else:
                kept.append(row)
        return kept

    def _joined(self, rows: list[RawRow], key_column: int) -> list[RawRow]:
        """Rows with the pieces that a page's end cut off put back: below, or above."""
        whole: list[RawRow] = []
        waiting: RawRow | None = None
        for place, typed in enumerate(rows):
            row = self._merged(waiting, typed) if waiting else typed
            waiting = None
            last = place + 1 == len(rows)
            if whole and (
                _runs_on(whole[-1], row) or (_is_piece(row, key_column) and (row.gap or last))
            ):
                whole[-1] = self._merged(whole[-1], row)
            elif not last and _is_piece(row, key_column) and (rows[place + 1].gap or not whole):
                waiting = row
            else:
                whole.append(row)
        return whole

    def _merged(self, first: RawRow, second: RawRow) -> RawRow:
        cells = tuple(_merged_cell(*pair) for pair in zip(first.cells, second.cells, strict=True))
        span = _span([list(second.cells)])
        said = " | ".join(words[:40] for words in _words(second) if words)
        self._findings.say("broken-row", span, cells=said)
        return RawRow(cells, first.gap)

    def _rows(self, grid: Grid, head: int) -> tuple[Row, ...]:
        spans = merged_cells(grid, head)
        return tuple(
            tuple(
                Cell(self._cell(grid[row][column]), *spans[row, column])
                for column in range(len(grid[row]))
                if (row, column) in spans
            )
            for row in range(len(grid))
        )

    def _cell(self, cell: CellText) -> str:
        return self._ledger.keep(Text.join(cell, "\n")) if cell else ""


def _head_rows(rows: list[RawRow]) -> int:
    """How many rows are the head: two where the second one divides a head of the first."""
    if len(rows) < 2 or not all(rows[0].cells[:1]):  # noqa: PLR2004 - a head and a row
        return min(1, len(rows))
    first, second = rows[0].cells, rows[1].cells
    divided = any(
        first[column]
        and not all(first[column + 1 : column + 2] or ((),))
        and second[column]
        and all(second[column + 1 : column + 2])
        for column in range(len(first) - 1)
    )
    return 2 if divided and (all(second) or not second[0]) else 1


def _key_column(rows: list[RawRow], width: int) -> int:
    """The first column that most rows fill: a row without it is a piece of another row."""
    telling = [row for row in rows if any(row.cells[1:])]
    for column in range(width):
        if telling and sum(bool(row.cells[column]) for row in telling) >= _MOSTLY * len(telling):
            return column
    return 0


def _is_piece(row: RawRow, key_column: int) -> bool:
    filled = [column for column, cell in enumerate(row.cells) if cell]
    return bool(filled) and not row.cells[key_column] and max(filled) > key_column


def _runs_on(before: RawRow, row: RawRow) -> bool:
    """Whether a page's end cut a sentence in one of the cells; two numbers are two rows."""
    if not row.gap or (_has_number(before) and _has_number(row)):
        return False
    return any(
        above and below and below[0].chars[:1].islower() and not _ends(above[-1].chars)
        for above, below in zip(before.cells, row.cells, strict=True)
    )


def _has_number(row: RawRow) -> bool:
    return bool(row.cells[0]) and bool(re.fullmatch(r"\d+\.?", row.cells[0][0].chars))


def _ends(words: str) -> bool:
    return words.endswith((".", ";", ":", "_"))


def _merged_cell(first: CellText, second: CellText) -> CellText:
    if first and second and second[0].chars[:1].islower() and not _ends(first[-1].chars):
        return (*first[:-1], Text.join((first[-1], second[0])), *second[1:])
    return (*first, *second)


def _words(row: RawRow) -> list[str]:
    return [" ".join(text.chars for text in cell) for cell in row.cells]


def _texts(row: RawRow) -> Iterable[Text]:
    return (paragraph for cell in row.cells for paragraph in cell)


def _span(grid: Grid) -> Span:
    places = [text.span for row in grid for cell in row for text in cell if text]
    if not places:
        return Span()
    return Span(min(p.start for p in places), max(p.end for p in places))
