"""Tables: which row, column or cell an instruction names, and their exchange."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from amendments.counting import LAST
from amendments.trees import Nodes, Path
from lexicon.folding import key
from model import Node, Row, Target

Rows = tuple[Row, ...]


class Spot(msgspec.Struct, frozen=True):
    """A column of the grid, or (with ``cell``) one cell: its row and its index in that row."""

    column: int
    row: int = 0
    cell: int | None = None


def tables_under(nodes: Nodes, number: str | None) -> list[tuple[Path, Node]]:
    """The tables under an element, or the one of them that ``number`` counts to."""
    found = list(_tables(nodes, ()))
    if number == LAST:
        return found[-1:]
    if number is not None and number.isdecimal():
        return found[int(number) - 1 : int(number)]
    return found


def _tables(nodes: Nodes, above: Path) -> Iterator[tuple[Path, Node]]:
    for place, node in enumerate(nodes):
        if node.kind == "table":
            yield (*above, place), node
        yield from _tables(node.children, (*above, place))


def rows_named(rows: Rows, name: str) -> list[int]:
    """The rows that ``name`` may mean: by the number in their first cell, by words, by place.

    A table that numbers its rows is asked for those numbers only.
    """
    if name == LAST:
        return [len(rows) - 1] if rows else []
    numbers = [_number(row) for row in rows]
    if name.isdecimal() and not any(numbers):
        return [int(name) - 1] if 0 < int(name) <= len(rows) else []
    by_number = [place for place, number in enumerate(numbers) if number == _plain(name)]
    return by_number or [
        place for place, row in enumerate(rows) if any(_says(cell.text, name) for cell in row[:2])
    ]


def _number(row: Row) -> str:
    """The number in a row's first cell; empty where its first cell is none, or is alone."""
    first = _plain(row[0].text) if len(row) > 1 else ""
    return first if first.replace("-", "").isdecimal() else ""


def _plain(text: str) -> str:
    return key(text).rstrip(".)")


def _says(text: str, words: str) -> bool:
    return bool(key(words)) and key(text).strip("\"'.:;") == key(words).strip("\"'.:;")


def spots_named(rows: Rows, target: Target) -> list[Spot]:
    """The column, or the cells, that a target's ``row``, ``column`` and ``cell`` name."""
    grid = grid_of(rows)
    if target.cell is not None and target.column is None:
        return _by_order(rows, grid, target)
    columns = _columns(rows, grid, target.column or target.cell or "")
    if target.row is None and target.cell is None:
        return [Spot(column) for column in columns]
    named = rows_named(rows, target.row) if target.row is not None else range(len(rows))
    return [
        Spot(column, *grid[row, column])
        for row in named
        for column in columns
        if (row, column) in grid
    ]


def _by_order(rows: Rows, grid: Grid, target: Target) -> list[Spot]:
    """Cells counted in their row; without a row, the cells that bear the name."""
    name = target.cell or ""
    named = rows_named(rows, target.row) if target.row is not None else range(len(rows))
    if name == LAST or name.isdecimal():
        if target.row is None:
            return []
        columns = {row: [c for r, c in grid if r == row] for row in named}
        return [
            Spot(column, *grid[row, column])
            for row, listed in columns.items()
            if (column := _nth(sorted(listed), name)) is not None
        ]
    return [
        Spot(0, row, place)
        for row in named
        for place, cell in enumerate(rows[row])
        if _says(cell.text, name)
    ]


def _nth(columns: list[int], name: str) -> int | None:
    place = len(columns) if name == LAST else int(name)
    return columns[place - 1] if 0 < place <= len(columns) else None


def _columns(rows: Rows, grid: Grid, name: str) -> list[int]:
    width = width_of(grid)
    if name == LAST:
        return [width - 1] if width else []
    if name.isdecimal():
        return [int(name) - 1] if 0 < int(name) <= width else []
    return sorted({column for (row, column), at in grid.items() if _says(_text(rows, at), name)})


def _text(rows: Rows, at: tuple[int, int]) -> str:
    return rows[at[0]][at[1]].text


Grid = dict[tuple[int, int], tuple[int, int]]


def grid_of(rows: Rows) -> Grid:
    """Each square of the table with the cell that covers it: its row and index in that row."""
    grid: Grid = {}
    for row, cells in enumerate(rows):
        column = 0
        for place, cell in enumerate(cells):
            while (row, column) in grid:
                column += 1
            for below in range(cell.rowspan):
                for beside in range(cell.colspan):
                    grid.setdefault((row + below, column + beside), (row, place))
            column += cell.colspan
    return grid


def width_of(grid: Grid) -> int:
    """How many columns the grid has."""
    return max((column for _, column in grid), default=-1) + 1


def without_column(rows: Rows, column: int) -> Rows:
    """The table without one column; a cell that covers more than it becomes narrower."""
    covering = {at for (_, where), at in grid_of(rows).items() if where == column}
    kept: list[Row] = []
    for number, cells in enumerate(rows):
        left = [
            replace(cell, colspan=cell.colspan - 1) if (number, place) in covering else cell
            for place, cell in enumerate(cells)
            if (number, place) not in covering or cell.colspan > 1
        ]
        kept.append(tuple(left))
    return tuple(row for row in kept if row)


def without_row(rows: Rows, row: int) -> Rows:
    """The table without one row; a cell that reaches into it from above becomes lower.

    A cell that begins in the row and reaches below it moves into the next one.
    """
    covered = {at for (where, _), at in grid_of(rows).items() if where == row}
    lowered = {at for at in covered if at[0] < row}
    moved = [cell for cell in rows[row] if cell.rowspan > 1]
    kept = [
        tuple(
            replace(cell, rowspan=cell.rowspan - 1) if (number, place) in lowered else cell
            for place, cell in enumerate(cells)
        )
        for number, cells in enumerate(rows)
    ]
    if moved and row + 1 < len(kept):
        lower = tuple(replace(cell, rowspan=cell.rowspan - 1) for cell in moved)
        kept[row + 1] = lower + kept[row + 1]
    return (*kept[:row], *kept[row + 1 :])
