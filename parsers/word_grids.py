"""Tables of Word: rows and cells inside their wrappers, merged cells, frames around tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from parsers.word_flow import Cell, Row, Shape, Table
from parsers.word_graphics import chosen
from parsers.word_revisions import CHANGES, Revisions
from parsers.word_xml import MC, VAL, Element, W, children, is_on, number_in

_ROW, _CELL, _CELL_PROPERTIES = f"{W}tr", f"{W}tc", f"{W}tcPr"
_ROW_PROPERTIES, _HIDDEN, _SKIPPED = f"{W}trPr", f"{W}hidden", f"{W}gridBefore"
_SPAN, _DOWN, _RIGHT = f"{W}gridSpan", f"{W}vMerge", f"{W}hMerge"
_MERGING = {_SPAN, _DOWN, _RIGHT} | CHANGES
_WRAPPERS = {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo")}
_MOST_COLUMNS = 1000  # Word itself stops at 63; other programs write more

ReadContent = Callable[[Element, str | None], list[Shape]]


class Merging(msgspec.Struct):
    """What a cell's properties say of its size.

    ``reaches`` is whether it is one of cells merged down, ``goes_on`` whether the one above goes
    on in it, ``joins`` whether the one on the left does; ``reason`` is why it is left out.
    """

    wide: int = 1
    reaches: bool = False
    goes_on: bool = False
    joins: bool = False
    reason: str | None = None


_ALONE = Merging()


class RowDraft:
    """A row that is being read; ``above`` are the cells that may reach into it, by column."""

    def __init__(self, above: dict[int, Cell], reason: str | None, skipped: int) -> None:
        self.above = above
        self.reaching: dict[int, Cell] = {}
        self.reason = reason
        self.column = skipped
        self.row = Row([Cell([], skipped)] if skipped else [])

    def add(self, cell: Cell, *, reaches: bool) -> None:
        """A cell of its own; ``reaches`` is whether it may go on in the rows below."""
        if reaches:
            self.reaching[self.column] = cell
        self.row.cells.append(cell)
        self.row.last = True
        self.column += cell.colspan

    def cover(self, from_above: Cell, wide: int) -> None:
        """A place that a cell from above takes up."""
        from_above.rowspan += 1
        self.reaching[self.column] = from_above
        self.row.covered += 1
        self.row.last = False
        self.column += wide

    def widen(self, wide: int) -> None:
        """Columns that the cell on the left takes up."""
        self.row.cells[-1].colspan += wide
        self.column += wide


class GridReader:
    """Reads tables; what stands in a cell is read by ``read_content``."""

    def __init__(self, read_content: ReadContent, revisions: Revisions) -> None:
        self._read_content = read_content
        self._revisions = revisions

    def read(self, table: Element) -> list[Shape]:
        """The table; a frame of one cell around another table is no table of its own."""
        rows: list[Row] = []
        above: dict[int, Cell] = {}
        for element in _members(table, _ROW):
            draft = self._row(element, above)
            if draft.reason is None and draft.column:
                rows.append(draft.row)
                above = draft.reaching
        if len(rows) == 1 and len(rows[0].cells) == 1:
            shapes = rows[0].cells[0].shapes
            if any(isinstance(shape, Table) for shape in shapes):
                return shapes
        return [Table(rows)] if rows else []

    def _row(self, element: Element, above: dict[int, Cell]) -> RowDraft:
        draft = RowDraft(above, *self._left_out(element))
        for cell in _members(element, _CELL):
            self._cell(cell, draft)
        return draft

    def _left_out(self, row: Element) -> tuple[str | None, int]:
        """Why a row is left out, ``None`` where it is read; and how many columns it skips."""
        reason, hidden, skipped = None, None, 0
        for one in _properties(row, _ROW_PROPERTIES):
            tag = one.tag
            if tag == _HIDDEN:
                hidden = "hidden" if is_on(one) else None
            elif tag == _SKIPPED:
                skipped = _columns(one, 0)
            elif tag in CHANGES:
                reason = self._revisions.reason_for(one) or reason
        return reason or hidden, skipped

    def _cell(self, cell: Element, draft: RowDraft) -> None:
        merging = self._merging(cell)
        reason = draft.reason or merging.reason
        if reason:
            self._read_content(cell, reason)
            return
        covering = draft.above.get(draft.column) if merging.goes_on else None
        if covering is not None:
            self._read_content(cell, "covered-cell")
            draft.cover(covering, merging.wide)
        elif merging.joins and draft.row.cells:
            self._read_content(cell, "covered-cell")
            draft.widen(merging.wide)
        else:
            draft.add(Cell(self._read_content(cell, None), merging.wide), reaches=merging.reaches)

    def _merging(self, cell: Element) -> Merging:
        """What the first ``w:tcPr`` says; most say nothing of it."""
        merging = _ALONE
        for one in _properties(cell, _CELL_PROPERTIES):
            tag = one.tag
            if tag not in _MERGING:
                continue
            if merging is _ALONE:
                merging = Merging()
            if tag == _SPAN:
                merging.wide = _columns(one, 1)
            elif tag == _DOWN:
                merging.reaches, merging.goes_on = True, _goes_on(one)
            elif tag == _RIGHT:
                merging.joins = _goes_on(one)
            else:
                merging.reason = self._revisions.reason_for(one) or merging.reason
        return merging


def _properties(element: Element, tag: str) -> list[Element]:
    """What stands in the first ``tag`` of a row or a cell, as a rule its first child."""
    for one in children(element):
        if one.tag == tag:
            return children(one)
    return []


def _goes_on(merge: Element) -> bool:
    return merge.get(VAL) != "restart"


def _columns(element: Element | None, least: int) -> int:
    return max(least, min(number_in(element, least), _MOST_COLUMNS))


def _members(container: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, those inside wrappers too."""
    for child in children(container):
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _members(child, tag)
        elif child.tag == f"{MC}AlternateContent":
            for branch in chosen(child):
                yield from _members(branch, tag)
