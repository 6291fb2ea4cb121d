"""Tables: cells with their paragraphs, rows without ruling lines, tables over ends of pages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import msgspec
from msgspec.structs import replace

from parsers.pdf_flow import Column, Flow, paragraphs
from parsers.pdf_grids import Grid, GridCell
from parsers.pdf_lines import Line

_NEAR = 3.0  # points within which upright lines of two pages are one
_PADDING = 8.0  # points: the most white space between a ruling line and the words
_LOOSE = 0.2  # of the size: the most space added between the lines of one cell
_ENDS = (".", ";", ":", "!", "?", "_")


class TableCell(msgspec.Struct, frozen=True):
    """A cell: the column in which it begins, how many rows and columns it takes, its words."""

    column: int
    rowspan: int
    colspan: int
    flows: tuple[Flow, ...] = ()

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join(line.text for flow in self.flows for line in flow.lines)


TableRow = tuple[TableCell, ...]


class Table(msgspec.Struct, frozen=True):
    """Rows of cells; ``columns`` are the places of the upright lines, none where none are drawn."""

    rows: tuple[TableRow, ...]
    columns: tuple[float, ...] = ()

    @property
    def width(self) -> int:
        """The number of columns."""
        return max((cell.column + cell.colspan for row in self.rows for cell in row), default=0)


def table_of(grid: Grid, leading: float) -> Table:
    """A ruled table with the lines of each cell made paragraphs."""
    padding = _padding(grid)
    rows: list[list[TableCell]] = [[] for _ in grid.levels[1:]]
    for cell in grid.cells:
        column = Column(cell.left + padding, cell.right - padding, leading)
        flows = tuple(_whole(paragraphs(cell.lines, column)))
        rows[cell.row].append(TableCell(cell.column, cell.rowspan, cell.colspan, flows))
    return Table(tuple(map(tuple, rows)), grid.columns)


def _padding(grid: Grid) -> float:
    """The white space left of the words of the cells."""
    spaces = [_space(cell) for cell in grid.cells if cell.lines]
    return max(0.0, min([*spaces, _PADDING]))


def _space(cell: GridCell) -> float:
    return min(line.x0 for line in cell.lines) - cell.left


def _whole(flows: list[Flow]) -> Iterator[Flow]:
    """Paragraphs of a cell; a line that goes on in small letters is no paragraph of its own."""
    waiting: Flow | None = None
    for flow in flows:
        if waiting and _runs_on(waiting.lines[-1].text, flow.lines[0].text):
            waiting = Flow((*waiting.lines, *flow.lines))
            continue
        if waiting:
            yield waiting
        waiting = flow
    if waiting:
        yield waiting


def _runs_on(above: str, below: str) -> bool:
    return below[:1].islower() and not above.endswith(_ENDS)


def rows_without_rules(lines: list[Line], leading: float) -> Table:
    """Lines whose parts stand in columns, as a table.

    A line of one part belongs to the first cell of the row beside it: a post over two lines.
    """
    rows: list[list[list[Line]]] = []
    waiting: list[Line] = []
    for line in lines:
        parts = line.columns()
        if len(parts) > 1:
            rows.append([[*waiting, parts[0]], *([part] for part in parts[1:])])
            waiting = []
        elif rows and belongs_below(rows[-1][0][-1], line, leading):
            rows[-1][0].append(line)
        else:
            waiting.append(line)
    return Table(
        tuple(
            tuple(TableCell(place, 1, 1, (Flow(tuple(cell)),)) for place, cell in enumerate(row))
            for row in rows
        )
    )


def belongs_below(above: Line, below: Line, leading: float) -> bool:
    """Whether the words of a cell without ruling lines go on in the next line."""
    close = 0 < above.y - below.y <= (leading + _LOOSE) * below.size
    alike = abs(above.x0 - below.x0) <= _NEAR and (above.bold, above.size) == (
        below.bold,
        below.size,
    )
    return close and alike and below.text[0].isalpha() and not above.text.endswith((*_ENDS, ")"))


class Continued(msgspec.Struct, frozen=True):
    """A table with the part of it from the next page; ``head`` is what was repeated there."""

    table: Table
    head: tuple[str, ...]


def continued(above: Table, below: Table) -> Continued | None:
    """Both tables as one where a page's end parted them; ``None`` where they are two."""
    same = len(above.columns) == len(below.columns) and all(
        abs(one - other) <= _NEAR for one, other in zip(above.columns, below.columns, strict=True)
    )
    if not above.columns or not same:
        return None
    head = _repeated(above, below)
    repeated = tuple(cell.text for row in below.rows[:head] for cell in row if cell.text)
    rows = below.rows[head:]
    if head and rows:
        rest = _rest_of_head(above.rows[:head], below.rows[:head], rows[0])
        repeated += tuple(cell.text for cell in rest)
        emptied = (replace(cell, flows=()) if cell in rest else cell for cell in rows[0])
        rows = (tuple(emptied), *rows[1:])
    if not rows:
        return Continued(above, repeated)
    return Continued(replace(above, rows=tuple(_attached(above.rows, rows))), repeated)


def _repeated(above: Table, below: Table) -> int:
    """How many rows of the second part repeat the head of the first, perhaps cut short."""
    if not any(cell.text for cell in above.rows[0]):
        return 0
    for rows in count():
        if rows >= min(len(above.rows), len(below.rows)) or not _repeats(
            above.rows[rows], below.rows[rows]
        ):
            break
    return 0 if rows == len(below.rows) == len(above.rows) else rows


def _rest_of_head(
    whole: tuple[TableRow, ...], cut: tuple[TableRow, ...], row: TableRow
) -> tuple[TableCell, ...]:
    """The cells in which the rest of a head stands that had no room: programs print it so."""
    left = {
        one.column: one.text[len(other.text) :].strip()
        for above, below in zip(whole, cut, strict=False)
        for one, other in zip(above, below, strict=True)
    }
    return tuple(c for c in row if c.text and left.get(c.column, "").startswith(c.text))


def _repeats(above: TableRow, below: TableRow) -> bool:
    if [cell.column for cell in above] != [cell.column for cell in below]:
        return False
    pairs = [(one.text, other.text) for one, other in zip(above, below, strict=True)]
    words = any(other for _, other in pairs)
    return words and all(one.startswith(other) and bool(one) == bool(other) for one, other in pairs)


def _attached(above: tuple[TableRow, ...], below: tuple[TableRow, ...]) -> list[TableRow]:
    """The rows of both parts, a row that was cut put together, a merged cell made longer."""
    rows = list(above)
    if _is_cut(rows, below[0]):
        rows[-1] = tuple(_with(cell, _at(below[0], cell.column)) for cell in rows[-1])
        return rows + list(below[1:])
    first = list(below[0])
    for cell in below[0]:
        place = _spanning(rows, cell.column)
        if cell.text or place is None:
            continue
        rows[place] = tuple(
            replace(one, rowspan=one.rowspan + cell.rowspan) if one.column == cell.column else one
            for one in rows[place]
        )
        first.remove(cell)
    return [*rows, tuple(first), *below[1:]]


def _is_cut(rows: list[TableRow], first: TableRow) -> bool:
    """Whether the last row goes on in ``first``: a sentence of a cell does."""
    if [cell.column for cell in rows[-1]] != [cell.column for cell in first]:
        return False
    pairs = ((cell.text, _at(first, cell.column).text) for cell in rows[-1])
    return any(above and below and _runs_on(above, below) for above, below in pairs)


def _at(row: TableRow, column: int) -> TableCell:
    return next(cell for cell in row if cell.column == column)


def _with(cell: TableCell, rest: TableCell) -> TableCell:
    return replace(cell, flows=tuple(_whole([*cell.flows, *rest.flows])))


def _spanning(rows: list[TableRow], column: int) -> int | None:
    """The row whose merged cell in this column reaches the last row; ``None`` where none does."""
    for place in range(len(rows) - 1, -1, -1):
        for cell in rows[place]:
            if cell.column == column:
                reaches = place + cell.rowspan == len(rows)
                return place if reaches and cell.rowspan > 1 and cell.text else None
    return None
