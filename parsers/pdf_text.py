"""The pages of a PDF as one text, laid out as the other readers know it, and the blocks in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from operator import attrgetter

import msgspec
from msgspec.structs import replace

from parsers.blocks import Block, CellText, Paragraph, RawRow, RawTable
from parsers.pdf_continued import continued
from parsers.pdf_flow import Column, Flow, goes_on, paragraphs
from parsers.pdf_grids import Grid
from parsers.pdf_lines import Line
from parsers.pdf_pages import Page
from parsers.pdf_spelling import Spelling
from parsers.pdf_tables import (
    Table,
    TableRow,
    belongs_below,
    rows_without_rules,
    table_of,
    with_rest_of_post,
)
from parsers.text import Text

Piece = Flow | Table
Dropped = tuple[str, str]
_HEIGHT = attrgetter("y")
_INDENT = " " * 6  # what the portal's own text layer begins a paragraph with


class Placed(msgspec.Struct, frozen=True, gc=False):
    """A piece of a page and the column of its page."""

    piece: Piece
    column: Column


def pieces_of(page: Page, column: Column) -> Iterator[Placed]:
    """The paragraphs and tables of a page from the top."""
    if not page.grids:
        yield from _flows(sorted(page.lines, key=_HEIGHT, reverse=True), column)
        return
    waiting: list[Line] = []
    items: list[Line | Grid] = [*page.lines, *page.grids]
    for item in sorted(items, key=_top, reverse=True):
        if isinstance(item, Line):
            waiting.append(item)
            continue
        yield from _flows(waiting, column)
        waiting = []
        yield Placed(table_of(item, column.leading), column)
    yield from _flows(waiting, column)


def _top(item: Line | Grid) -> float:
    return item.y if isinstance(item, Line) else item.levels[0]


def _flows(lines: list[Line], column: Column) -> Iterator[Placed]:
    """Paragraphs, and between them rows of columns that no lines divide."""
    in_rows = _in_rows(lines, column.leading)
    if True not in in_rows:
        yield from [Placed(flow, column) for flow in paragraphs(lines, column)]
        return
    for is_row, run in groupby(zip(in_rows, lines, strict=True), key=lambda pair: pair[0]):
        found = [line for _, line in run]
        if is_row:
            yield Placed(rows_without_rules(found, column.leading), column)
        else:
            yield from (Placed(flow, column) for flow in paragraphs(found, column))


def _in_rows(lines: list[Line], leading: float) -> list[bool]:
    """Which lines have columns, or hold words of the first cell of the line beside them.

    For such words the second column of the row is where that of the line beside them is.
    """
    parts = [line.columns() for line in lines]
    if max(map(len, parts), default=1) == 1:
        return [False] * len(lines)  # as on nearly all pages
    seconds = [columns[1].x0 if len(columns) > 1 else None for columns in parts]
    for place in range(len(lines) - 1):
        above, below = seconds[place], seconds[place + 1]
        second = below if above is None else above
        if second is None or None not in (above, below):
            continue
        first, other = parts[place][0], parts[place + 1][0]
        if belongs_below(first, other, leading) and (first if above is None else other).x1 < second:
            seconds[place] = seconds[place + 1] = second
    return [second is not None for second in seconds]


class Joining:
    """Puts the pages together; what a page's end parted is made whole."""

    def __init__(self) -> None:
        self.pieces: list[Placed] = []
        self.dropped: list[Dropped] = []

    def add(self, page: Iterable[Placed]) -> None:
        """Another page, from its top."""
        pieces = list(page)
        whole = self._whole(pieces[0]) if pieces else None
        if whole is not None:
            self.pieces[-1:] = [whole]
            pieces = pieces[1:]
        self.pieces.extend(pieces)

    def _whole(self, first: Placed) -> Placed | None:
        """The last piece so far with the first of a page; ``None`` where they are two."""
        if not self.pieces:
            return None
        last = self.pieces[-1]
        one, other = last.piece, first.piece
        if isinstance(one, Flow) and isinstance(other, Flow):
            same = last.column == first.column and goes_on(one.lines, other.lines[0], first.column)
            return replace(last, piece=Flow((*one.lines, *other.lines))) if same else None
        if isinstance(one, Table) and isinstance(other, Table):
            table = continued(one, other)
            if table is not None:
                self.dropped.extend(("repeated-table-head", words) for words in table.head)
                return replace(last, piece=table.table)
        if isinstance(one, Table) and isinstance(other, Flow):
            longer = with_rest_of_post(one, other, first.column.leading)
            return replace(last, piece=longer) if longer else None
        return None


class Joined(msgspec.Struct, frozen=True):
    """A word put together of halves, and the paragraph in which it stands."""

    word: str
    start: int
    end: int


class Written(msgspec.Struct, frozen=True):
    """The text, the blocks that stand in it, what was left out of it and what was joined."""

    text: str
    blocks: tuple[Block, ...]
    dropped: tuple[Dropped, ...]
    joined: tuple[Joined, ...] = ()


def write(pieces: Iterable[Placed], spelling: Spelling) -> Written:
    """The pieces as text, words that the ends of lines cut made whole."""
    return _Writer(spelling).write(pieces)


Cut = tuple[int, int]


class _Writer:
    def __init__(self, spelling: Spelling) -> None:
        self._spelling = spelling
        self._joined: list[Joined] = []
        self._pieces: list[str] = []
        self._length = 0
        self._dropped: list[Dropped] = []

    def write(self, pieces: Iterable[Placed]) -> Written:
        shapes = [self._piece(placed) for placed in pieces]
        text = "".join(self._pieces)
        blocks = tuple(_block(shape, text) for shape in shapes)
        return Written(text, blocks, tuple(self._dropped), tuple(self._joined))

    def _piece(self, placed: Placed) -> Cut | tuple[Table, list[list[list[Cut]]]]:
        piece = placed.piece
        if isinstance(piece, Flow):
            self._put(_INDENT if piece.indented(placed.column) else "")
            cut = self._flow(piece, blanks=self._spelling.blanks)
            self._put("\n\n")
            return cut
        width = piece.width
        rows = [self._row(row, width) for row in piece.rows]
        self._put("\n")
        return piece, rows

    def _row(self, row: TableRow, width: int) -> list[list[Cut]]:
        cuts = []
        at = 0
        for cell in row:
            self._put("\t" * (cell.column - at))
            at = cell.column
            cuts.append([self._paragraph(flow, place) for place, flow in enumerate(cell.flows)])
        self._put("\t" * (width - 1 - at) + "\n")
        return cuts

    def _paragraph(self, flow: Flow, place: int) -> Cut:
        """A paragraph of a cell, after two blanks where one stands before it."""
        self._put("  " if place else "")
        return self._flow(flow, blanks=self._spelling.blanks_in_cells)

    def _put(self, text: str) -> Cut:
        start = self._length
        self._pieces.append(text)
        self._length += len(text)
        return start, self._length

    def _flow(self, flow: Flow, *, blanks: bool) -> Cut:
        """The lines as one; a word that a line's end cut is whole again."""
        said = [flow.lines[0].text]
        word = flow.lines[0].last
        joined: list[str] = []
        for above, line in pairwise(flow.lines):
            glue = self._spelling.glue(word, above, line, blanks=blanks)
            if glue.cut:
                said[-1] = said[-1].removesuffix(glue.cut)
                self._dropped.append(("hyphenation", glue.cut))
            if glue.word:
                joined.append(glue.word)
            said += (glue.between, line.text)
            goes_on = not glue.between and len(line.words) == 1
            word = word.removesuffix(glue.cut) + line.text if goes_on else line.last
        cut = self._put("".join(said))
        self._joined.extend(Joined(one, *cut) for one in joined)
        return cut


def _block(shape: Cut | tuple[Table, list[list[list[Cut]]]], source: str) -> Block:
    if isinstance(shape[0], int):
        return Paragraph(Text.of(source, *shape), gap=1)
    table, rows = shape
    texts = tuple(RawRow(tuple(_cell(cuts, source) for cuts in row), gap=False) for row in rows)
    return RawTable(texts, _sizes(table))


def _cell(cuts: list[Cut], source: str) -> CellText:
    return tuple(Text.of(source, *cut) for cut in cuts)


def _sizes(table: Table) -> tuple[tuple[tuple[int, int], ...], ...]:
    """(rowspan, colspan) of each cell; none where no lines divide the columns."""
    if not table.columns:
        return ()
    return tuple(tuple((cell.rowspan, cell.colspan) for cell in row) for row in table.rows)
