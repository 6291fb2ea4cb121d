"""Tables: cells with their paragraphs, rows without ruling lines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import msgspec
from msgspec.structs import replace

from parsers.pdf_flow import Column, Flow, paragraphs
from parsers.pdf_grids import Grid
from parsers.pdf_lines import Line

_NEAR = 3.0  # points within which upright lines of two pages are one
_POST_LINES = 3  # of a post that may stand on the next page
_LOOSE = 0.2  # of the size: the most space added between the lines of one cell
_ENDS = (".", ";", ":", "!", "?", "_")


class TableCell(msgspec.Struct, frozen=True, gc=False):
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


class Table(msgspec.Struct, frozen=True, gc=False):
    """Rows of cells; ``columns`` are the places of the upright lines, none where none are drawn.

    ``heights`` are those of the rows that stand on the last page of the table so far.
    """

    rows: tuple[TableRow, ...]
    columns: tuple[float, ...] = ()
    heights: tuple[float, ...] = ()

    @property
    def width(self) -> int:
        """The number of columns."""
        return max((cell.column + cell.colspan for row in self.rows for cell in row), default=0)


def table_of(grid: Grid, leading: float) -> Table:
    """A ruled table with the lines of each cell made paragraphs."""
    padding = grid.padding
    rows: list[list[TableCell]] = [[] for _ in grid.levels[1:]]
    for cell in grid.cells:
        column = Column(cell.left + padding, cell.right - padding, leading)
        flows = tuple(whole(paragraphs(cell.lines, column)))
        rows[cell.row].append(TableCell(cell.column, cell.rowspan, cell.colspan, flows))
    heights = tuple(high - low for high, low in pairwise(grid.levels))
    return Table(tuple(map(tuple, rows)), grid.columns, heights)


def whole(flows: list[Flow]) -> Iterator[Flow]:
    """Paragraphs of a cell; a line that goes on in small letters is no paragraph of its own."""
    waiting: Flow | None = None
    for flow in flows:
        if waiting and runs_on(waiting.lines[-1].text, flow.lines[0].text):
            waiting = Flow((*waiting.lines, *flow.lines))
            continue
        if waiting:
            yield waiting
        waiting = flow
    if waiting:
        yield waiting


def runs_on(above: str, below: str) -> bool:
    """Whether words go on in small letters after words that ended nothing."""
    return below[:1].islower() and not above.endswith(_ENDS) and above != below


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


def with_rest_of_post(above: Table, below: Flow, leading: float) -> Table | None:
    """A row without ruling lines whose first cell goes on, on the next page; ``None`` if not."""
    cell = above.rows[-1][0] if not above.columns and above.rows else None
    if cell is None or not cell.flows:
        return None
    last, first = cell.flows[-1].lines[-1], below.lines[0]
    # The foot of the page is between them: as if the line stood right below.
    near = replace(first, y=last.y - leading * first.size)
    goes_on = belongs_below(last, near, leading) and runs_on(last.text, first.text)
    if not goes_on or len(below.lines) > _POST_LINES:
        return None
    longer = Flow((*cell.flows[-1].lines, *below.lines))
    row = (replace(cell, flows=(*cell.flows[:-1], longer)), *above.rows[-1][1:])
    return replace(above, rows=(*above.rows[:-1], row))


def belongs_below(above: Line, below: Line, leading: float) -> bool:
    """Whether the words of a cell without ruling lines go on in the next line."""
    close = 0 < above.y - below.y <= (leading + _LOOSE) * below.size
    alike = abs(above.x0 - below.x0) <= _NEAR and (above.bold, above.size) == (
        below.bold,
        below.size,
    )
    return close and alike and below.first[0].isalpha() and not above.last.endswith((*_ENDS, ")"))
