"""Rows of a typed table made whole: pages' breaks joined, lost columns and merged cells found."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lexicon.folding import key
from model import Cell, Row, Span
from parsers.blocks import CellText, RawRow, RawTable
from parsers.findings import Findings
from parsers.ledger import Ledger
from parsers.text import Text

Grid = list[list[CellText]]
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
        """Rows with the pieces that a page's end cut off put back."""
        whole: list[RawRow] = []
        held: RawRow | None = None
        for place, row in enumerate(rows):
            after = rows[place + 1] if place + 1 < len(rows) else None
            if held is not None:
                row, held = self._merged(held, row), None
            if whole and _runs_on(whole[-1], row):
                whole[-1] = self._merged(whole[-1], row)
            elif _is_piece(row, key_column) and (whole or after):
                if (row.gap and whole) or after is None:
                    whole[-1] = self._merged(whole[-1], row)
                elif after.gap or not whole:
                    held = row
                else:
                    whole.append(row)
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
        spans = _spans(grid, head)
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
    """Whether a page's end cut a sentence in one of the cells."""
    return row.gap and any(
        above and below and below[0].chars[:1].islower() and not _ends(above[-1].chars)
        for above, below in zip(before.cells, row.cells, strict=True)
    )


def _ends(words: str) -> bool:
    return words.endswith((".", ";", ":", "_"))


def _merged_cell(first: CellText, second: CellText) -> CellText:
    if first and second and second[0].chars[:1].islower() and not _ends(first[-1].chars):
        return (*first[:-1], Text.join((first[-1], second[0])), *second[1:])
    return (*first, *second)


def _spans(grid: Grid, head: int) -> dict[tuple[int, int], tuple[int, int]]:
    """The cells that are there, each with its rowspan and colspan."""
    spans = {(row, column): (1, 1) for row in range(len(grid)) for column in range(len(grid[row]))}
    if head == 2:  # noqa: PLR2004 - a head of two rows
        _span_head(grid, spans)
    for row in range(head, len(grid)):
        _span_summary(grid, spans, row)
    _span_groups(grid, spans, head)
    _span_side_cell(grid, spans, head)
    return spans


Spans = dict[tuple[int, int], tuple[int, int]]


def _span_head(grid: Grid, spans: Spans) -> None:
    width = len(grid[0])
    column = 0
    while column < width:
        end = column + 1
        while end < width and not grid[0][end] and grid[1][column] and grid[1][end]:
            end += 1
        if end > column + 1:
            _cover(spans, (0, column), (1, end - column))
        elif grid[0][column] and not grid[1][column]:
            _cover(spans, (0, column), (2, 1))
        column = end


def _span_summary(grid: Grid, spans: Spans, row: int) -> None:
    """A row of a table with groups whose only words stand first runs over the empty columns."""
    cells = grid[row]
    alone = cells[0] and not any(cells[1:]) and len(cells) > 2  # noqa: PLR2004 - label, value
    if alone and not re.fullmatch(r"[\d.…]+", cells[0][0].chars):
        _cover(spans, (row, 0), (1, len(cells) - 1))


def _span_groups(grid: Grid, spans: Spans, head: int) -> None:
    """A leading cell stands beside all rows of its group: those that leave its column empty."""
    for column in _group_columns(grid, head):
        for start, end in _groups(grid, head, column):
            label = next((row for row in range(start, end) if grid[row][column]), None)
            if label is None or end - start < 2:  # noqa: PLR2004 - one row needs no span
                continue
            grid[start][column], grid[label][column] = grid[label][column], grid[start][column]
            _cover(spans, (start, column), (end - start, 1))


def _group_columns(grid: Grid, head: int) -> list[int]:
    """The leading columns that name groups of rows: filled in some rows, empty in others."""
    body = [row for row in grid[head:] if sum(map(bool, row)) > 1 or not row[0]]
    columns = []
    for column in range(len(grid[0]) - 1):
        filled = sum(bool(row[column]) for row in body)
        if not filled or filled >= len(body):
            break
        columns.append(column)
    return columns


def _groups(grid: Grid, head: int, column: int) -> list[tuple[int, int]]:
    """Row ranges of the groups; a row that repeats its group's next cell begins a new one."""
    starts: list[int] = []
    seen: set[str] = set()
    named = False
    ends: list[int] = []
    for row in range(head, len(grid)):
        cells = grid[row]
        if cells[0] and not any(cells[1:]):
            ends.append(row)
            continue
        beside = key(cells[column + 1][0].chars) if cells[column + 1] else ""
        anew = (named and bool(cells[column])) or (beside in seen and bool(beside))
        if not starts or anew or (ends and ends[-1] == row - 1):
            starts.append(row)
            seen, named = set(), False
        named = named or bool(cells[column])
        seen.add(beside)
    bounds = sorted({*starts, *ends, len(grid)})
    return [(start, bounds[bounds.index(start) + 1]) for start in starts]


def _span_side_cell(grid: Grid, spans: Spans, head: int) -> None:
    """A last column without a head and with words in its first row only is one tall cell."""
    last = len(grid[0]) - 1
    tall = len(grid) - head
    below = [row[last] for row in grid[head:]]
    if tall > 1 and head and not grid[0][last] and below[0] and not any(below[1:]):
        _cover(spans, (head, last), (tall, 1))


def _cover(spans: Spans, place: tuple[int, int], size: tuple[int, int]) -> None:
    """Make the cell at ``place`` of ``size`` and take out the cells it covers."""
    row, column = place
    for below in range(row, row + size[0]):
        for beside in range(column, column + size[1]):
            spans.pop((below, beside), None)
    spans[place] = size


def _words(row: RawRow) -> list[str]:
    return [" ".join(text.chars for text in cell) for cell in row.cells]


def _texts(row: RawRow) -> Iterable[Text]:
    return (paragraph for cell in row.cells for paragraph in cell)


def _span(grid: Grid) -> Span:
    places = [text.span for row in grid for cell in row for text in cell if text]
    if not places:
        return Span()
    return Span(min(p.start for p in places), max(p.end for p in places))
