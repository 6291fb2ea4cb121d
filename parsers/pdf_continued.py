"""Tables over ends of pages: heads that are repeated, rows that were cut, merged cells that go on.

A program that prints closes every cell at the end of a page, so that the ruling lines do not tell
what goes on: the words and the habits of the table do.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import count

import msgspec
from msgspec.structs import replace

from parsers.pdf_tables import Table, TableCell, TableRow, runs_on, whole

_NEAR = 3.0  # points within which upright lines of two pages are one
_TELLING = 60  # rows above that show the habits of a table
_STUNTED = 0.75  # of the height of the least row
_FEW = 2  # rows that may all be of merged cells; more are a table of their own


class Continued(msgspec.Struct, frozen=True):
    """A table with the part of it from the next page; ``head`` is what was repeated there."""

    table: Table
    head: tuple[str, ...]


class _Above(msgspec.Struct, frozen=True):
    """A cell that reaches the end of its page, and the row in which it begins."""

    row: int
    cell: TableCell


def continued(above: Table, below: Table) -> Continued | None:
    """Both tables as one where a page's end parted them; ``None`` where they are two."""
    aligned = _aligned(above, below)
    if aligned is None:
        return None
    above, below = aligned
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
    stunted = _is_stunted(above.heights, below.heights)
    joined = tuple(_Joint(above.rows, rows).rows(stunted=stunted))
    return Continued(replace(above, rows=joined, heights=below.heights[head:]), repeated)


def _is_stunted(above: tuple[float, ...], below: tuple[float, ...]) -> bool:
    """Whether the last row of a page is less high than all others: it has its end elsewhere."""
    return bool(above) and above[-1] < _STUNTED * min((*above[:-1], *below))


def _aligned(above: Table, below: Table) -> tuple[Table, Table] | None:
    """Both parts on the same upright lines; ``None`` where one has lines that the other has not.

    A part of one or two rows may have merged cells only, and show fewer lines.
    """
    if not above.columns or not below.columns:
        return None
    if len(above.columns) == len(below.columns):
        return (above, below) if _on(above.columns, below.columns) else None
    if len(below.rows) <= _FEW and _on(below.columns, above.columns):
        return above, _regridded(below, above.columns)
    if len(above.rows) <= _FEW and _on(above.columns, below.columns):
        return _regridded(above, below.columns), below
    return None


def _on(some: tuple[float, ...], places: tuple[float, ...]) -> bool:
    """Whether lines stand at these places, the outermost at the outermost."""
    ends = abs(some[0] - places[0]) <= _NEAR and abs(some[-1] - places[-1]) <= _NEAR
    return ends and all(any(abs(x - place) <= _NEAR for place in places) for x in some)


def _regridded(table: Table, columns: tuple[float, ...]) -> Table:
    """The table with its cells counted in more columns."""
    at = [bisect_left(columns, x - _NEAR) for x in table.columns]
    rows = (
        tuple(
            replace(
                cell,
                column=at[cell.column],
                colspan=at[cell.column + cell.colspan] - at[cell.column],
            )
            for cell in row
        )
        for row in table.rows
    )
    return replace(table, rows=tuple(rows), columns=columns)


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
    entire: tuple[TableRow, ...], cut: tuple[TableRow, ...], row: TableRow
) -> tuple[TableCell, ...]:
    """The cells in which the rest of a head stands that had no room: programs print it so."""
    left = {
        one.column: one.text[len(other.text) :].strip()
        for above, below in zip(entire, cut, strict=False)
        for one, other in zip(above, below, strict=True)
    }
    return tuple(c for c in row if c.text and left.get(c.column, "").startswith(c.text))


def _repeats(above: TableRow, below: TableRow) -> bool:
    if [cell.column for cell in above] != [cell.column for cell in below]:
        return False
    pairs = [(one.text, other.text) for one, other in zip(above, below, strict=True)]
    words = any(other for _, other in pairs)
    return words and all(one.startswith(other) and bool(one) == bool(other) for one, other in pairs)


class _Joint:
    """The rows of two parts of a table, the second without a repeated head."""

    def __init__(self, above: tuple[TableRow, ...], below: tuple[TableRow, ...]) -> None:
        self._above, self._first, self._rest = above, below[0], below[1:]
        self._partners = {cell.column: self._partner(cell) for cell in self._first}
        others = [cell for row in (*above[-_TELLING:], *self._rest) for cell in row]
        self._merging = {one.column for one in others if one.rowspan > 1 and one.text}
        self._with_blanks = {one.column for one in others if not one.text}

    def rows(self, *, stunted: bool) -> list[TableRow]:
        """The rows of both parts, a row that was cut put together, a merged cell made longer.

        Where the last row is stunted, an empty one is the rest of it.
        """
        if self._is_cut(stunted=stunted):
            whole_row = {cell.column: cell for cell in self._first}
            return [*self._lengthened(whole_row, shared=1), *self._rest]
        goes_on = self._has_partner if self._is_cut_head() else self._goes_on
        merged = {cell.column: cell for cell in self._first if goes_on(cell)}
        left = tuple(cell for cell in self._first if cell.column not in merged)
        return [*self._lengthened(merged, shared=0), left, *self._rest]

    def _partner(self, below: TableCell) -> _Above | None:
        """The cell above a cell, as broad as it is; ``None`` where there is none."""
        for row in range(len(self._above) - 1, -1, -1):
            for cell in self._above[row]:
                if cell.column == below.column:
                    reaches = row + cell.rowspan == len(self._above)
                    return _Above(row, cell) if reaches and cell.colspan == below.colspan else None
        return None

    def _is_cut(self, *, stunted: bool) -> bool:
        """Whether the last row goes on in the first one.

        A sentence of a cell does, or the row begins with an empty cell in a column that has words
        in all other rows. One that begins with words of its own is a row of its own.
        """
        pairs = [(above.cell, cell) for cell in self._first if (above := self._partner_of(cell))]
        if len(pairs) < len(self._first):
            return False
        if not any(cell.text for cell in self._first):
            return stunted
        over, lead = next((p for p in pairs if p[1].column not in self._merging), pairs[0])
        if lead.text and not runs_on(over.text, lead.text):
            return False
        if any(runs_on(one.text, other.text) for one, other in pairs):
            return True
        filled = lead.column not in self._with_blanks | self._merging
        return filled and bool(over.text)

    def _is_cut_head(self) -> bool:
        """Whether the cells beside the rows of a head go on: some stand under a broader cell."""
        pairs = [(above.cell, cell) for cell in self._first if (above := self._partner_of(cell))]
        broader = len(pairs) < len(self._first)
        return broader and any(runs_on(above.text, cell.text) for above, cell in pairs)

    def _partner_of(self, cell: TableCell) -> _Above | None:
        return self._partners[cell.column]

    def _has_partner(self, cell: TableCell) -> bool:
        return self._partners[cell.column] is not None

    def _goes_on(self, cell: TableCell) -> bool:
        """Whether an empty cell is the rest of a merged one: one is merged above, or in the habit.

        A row of empty cells alone has nothing that a merged cell could stand beside.
        """
        above = self._partners[cell.column]
        if cell.text or above is None or not above.cell.text:
            return False
        beside = any(one.text for one in self._first)
        return above.cell.rowspan > 1 or (beside and cell.column in self._merging)

    def _lengthened(self, below: dict[int, TableCell], shared: int) -> Iterator[TableRow]:
        """The rows above, their cells with those below; ``shared`` rows are counted in both."""
        rows = [above.row for above in self._partners.values() if above]
        first = min(rows, default=len(self._above))
        yield from self._above[:first]
        for place, row in enumerate(self._above[first:], first):
            yield tuple(self._with_rest(place, cell, below, shared) for cell in row)

    def _with_rest(
        self, place: int, cell: TableCell, below: dict[int, TableCell], shared: int
    ) -> TableCell:
        rest = below.get(cell.column)
        if rest is None or self._partners[cell.column] != _Above(place, cell):
            return cell
        flows = tuple(whole([*cell.flows, *rest.flows]))
        return replace(cell, rowspan=cell.rowspan + rest.rowspan - shared, flows=flows)
