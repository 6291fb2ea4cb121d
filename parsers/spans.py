"""Merged cells of a typed table, found by what stands beside and below them.

A table typed with tabs does not say which of its cells are merged. Three shapes are sure enough
to be read: a head over the columns it divides into, a label beside the rows of its group, and one
tall cell at the side; everything else stays as it is typed.
"""

from __future__ import annotations

import re

from lexicon.folding import key
from parsers.blocks import CellText

Grid = list[list[CellText]]
Spans = dict[tuple[int, int], tuple[int, int]]


def merged_cells(grid: Grid, head: int) -> Spans:
    """The cells that are there, each with its rowspan and colspan."""
    spans = {(row, column): (1, 1) for row in range(len(grid)) for column in range(len(grid[row]))}
    if head == 2:  # noqa: PLR2004 - a head of two rows
        _span_head(grid, spans)
    for row in range(head, len(grid)):
        _span_summary(grid, spans, row)
    _span_groups(grid, spans, head)
    _span_side_cell(grid, spans, head)
    return spans


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
