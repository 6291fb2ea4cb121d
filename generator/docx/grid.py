"""A table laid out on its grid: every square is covered once, by a cell or by its extension."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence

import msgspec

from generator.docx.errors import TableTooWideError
from model import Cell, Row

_log = logging.getLogger(__name__)
_MOST_COLUMNS = 63  # Word's own limit
_LONGEST_BAND = 6  # rows; a competence has three questions and a mean
_BLANK = re.compile("_{3,}")
_HINT = re.compile(r"\([^()]*\)")  # the words under a blank
_SIDE_BY_SIDE = 2  # who is evaluated and who evaluates


class Tile(msgspec.Struct, frozen=True):
    """A cell as one row of the grid sees it; below its first row it is only ``continued``."""

    text: str
    colspan: int
    rowspan: int
    column: int
    continued: bool = False


class Grid(msgspec.Struct, frozen=True):
    """Rows of tiles from left to right; the column spans of each row add up to ``columns``."""

    columns: int
    rows: tuple[tuple[Tile, ...], ...]


def lay_out(rows: Sequence[Row]) -> Grid:
    """The rows on their grid; squares that no cell covers become empty cells.

    Raises:
        TableTooWideError: more columns than Word can hold.
    """
    placed: list[dict[int, Tile]] = [{} for _ in rows]
    for index, row in enumerate(rows):
        for cell in row:
            _place(cell, index, placed)
    columns = max((_end(tiles) for tiles in placed), default=0)
    return Grid(columns, tuple(tuple(_filled(tiles, columns)) for tiles in placed))


def columns_of(rows: Sequence[Row]) -> int:
    """How many columns the table has.

    Raises:
        TableTooWideError: more columns than Word can hold.
    """
    return lay_out(rows).columns


def _end(tiles: dict[int, Tile]) -> int:
    return max((tile.column + tile.colspan for tile in tiles.values()), default=0)


def _place(cell: Cell, index: int, placed: list[dict[int, Tile]]) -> None:
    column, colspan = _room(cell, placed[index])
    if column + colspan > _MOST_COLUMNS:
        raise TableTooWideError(begins=cell.text[:60], met=column + colspan, most=_MOST_COLUMNS)
    rowspan = max(1, min(cell.rowspan, len(placed) - index))
    for below in range(rowspan):
        text = "" if below else cell.text
        placed[index + below][column] = Tile(text, colspan, rowspan, column, continued=below > 0)


def _room(cell: Cell, tiles: dict[int, Tile]) -> tuple[int, int]:
    """The first free column of the row and how many columns the cell can take there."""
    taken = {c for tile in tiles.values() for c in range(tile.column, tile.column + tile.colspan)}
    column = next(c for c in range(len(taken) + 1) if c not in taken)
    limit = min((c for c in taken if c > column), default=column + max(1, cell.colspan))
    colspan = min(max(1, cell.colspan), limit - column)
    if colspan != cell.colspan:
        _log.warning("cell %r: span %d cut to %d", cell.text[:40], cell.colspan, colspan)
    return column, colspan


def _filled(tiles: dict[int, Tile], columns: int) -> Iterator[Tile]:
    at = 0
    while at < columns:
        tile = tiles.get(at) or Tile("", 1, 1, at)
        yield tile
        at += tile.colspan


def head_rows(grid: Grid) -> int:
    """How many rows at the top are the head: what their row spans bind together.

    A caption over the whole width belongs to the head with the rows after it; so do the names
    of columns that share a head, and the row that numbers the columns. A head never takes
    every row: 0 for a table of one row.
    """
    last = len(grid.rows) - 1
    head = _band(grid, 0)
    if head <= last and _is_caption(grid, 0):
        head = _band(grid, head)
    if head <= last and _names_shared_columns(grid, head):
        head += 1
    if head <= last and _numbers_columns(grid.rows[head]):
        head += 1
    return head if head <= last else 0


def _names_shared_columns(grid: Grid, row: int) -> bool:
    """Whether the row above has a head for several columns and this row names each of them."""
    above, below = grid.rows[row - 1], grid.rows[row]
    shared = {
        column
        for tile in above
        if tile.text and not tile.continued and 1 < tile.colspan < grid.columns
        for column in range(tile.column, tile.column + tile.colspan)
    }
    named = {tile.column for tile in below if tile.text and tile.colspan == 1}
    return bool(shared) and shared <= named


def _band(grid: Grid, start: int) -> int:
    """Where the rows bound to row ``start`` end."""
    end = start + 1
    at = start
    while at < min(end, len(grid.rows)):
        spans = [tile.rowspan for tile in grid.rows[at] if not tile.continued]
        end = max(end, at + max(spans, default=1))
        at += 1
    return end


def _is_caption(grid: Grid, row: int) -> bool:
    return grid.columns > 1 and len(grid.rows[row]) == 1


def _numbers_columns(row: tuple[Tile, ...]) -> bool:
    said = [tile.text.strip() for tile in row]
    return len(said) > 1 and said == [str(n) for n in range(1, len(said) + 1)]


def bound_rows(grid: Grid) -> frozenset[int]:
    """Rows that belong on one page with the next: a cell that spans both is read as one.

    Bands too long for that are left to break where they must.
    """
    bound: set[int] = set()
    start = 0
    while start < len(grid.rows):
        end = _band(grid, start)
        if end - start <= _LONGEST_BAND:
            bound.update(range(start, end - 1))
        start = end
    return frozenset(bound)


def is_signature_row(rows: Sequence[Row]) -> bool:
    """Whether the table is no table but a row of blanks to sign on: it gets no ruling."""
    return len(rows) == 1 and len(rows[0]) > 0 and _is_blank(rows[0])


def is_signature_block(rows: Sequence[Row]) -> bool:
    """Whether the table is those who sign, side by side, with their blanks in rows below.

    The words in brackets under a blank tell it from a table whose cells are to be filled in.
    """
    signing, below = rows[:1], rows[1:]
    if not below or {len(row) for row in rows} != {_SIDE_BY_SIDE}:
        return False
    named = all(cell.text.strip() and not _BLANK.search(cell.text) for cell in signing[0])
    hints = [row for row in below if _is_hint(row)]
    blanks = [row for row in below if _is_blank(row)]
    return named and bool(hints and blanks) and len(hints) + len(blanks) == len(below)


def _is_blank(row: Row) -> bool:
    return all(_BLANK.search(cell.text) for cell in row)


def _is_hint(row: Row) -> bool:
    return all(_HINT.fullmatch(cell.text.strip()) for cell in row)
