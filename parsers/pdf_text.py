"""The pages of a PDF as one text, laid out as the other readers know it, and the blocks in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec
from msgspec.structs import replace

from parsers.blocks import Block, CellText, Paragraph, RawRow, RawTable
from parsers.pdf_flow import Column, Flow, goes_on, paragraphs
from parsers.pdf_grids import Grid
from parsers.pdf_lines import Line
from parsers.pdf_pages import Page
from parsers.pdf_tables import Table, belongs_below, continued, rows_without_rules, table_of
from parsers.text import Text

Piece = Flow | Table
Dropped = tuple[str, str]
_INDENT = " " * 6  # what the portal's own text layer begins a paragraph with
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_LETTERS = re.compile(r"[^\W_]+")
_CUT = re.compile(r"[^\W_]-$")


class Placed(msgspec.Struct, frozen=True):
    """A piece of a page and the column of its page."""

    piece: Piece
    column: Column


def pieces_of(page: Page, column: Column) -> Iterator[Placed]:
    """The paragraphs and tables of a page from the top."""
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
    for is_row, run in groupby(zip(in_rows, lines, strict=True), key=lambda pair: pair[0]):
        found = [line for _, line in run]
        if is_row:
            yield Placed(rows_without_rules(found, column.leading), column)
        else:
            yield from (Placed(flow, column) for flow in paragraphs(found, column))


def _in_rows(lines: list[Line], leading: float) -> list[bool]:
    """Which lines have columns, or hold words of the first cell of the line beside them."""
    parts = [line.columns() for line in lines]
    wide = [len(columns) > 1 for columns in parts]
    for place in range(len(lines) - 1):
        first, second = parts[place], parts[place + 1]
        if wide[place] != wide[place + 1] and belongs_below(first[0], second[0], leading):
            right = max(first, second, key=len)[1].x0
            wide[place] = wide[place + 1] = min(first, second, key=len)[0].x1 < right
    return wide


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
        return None


class Written(msgspec.Struct, frozen=True):
    """The text, the blocks that stand in it, and what was left out of it."""

    text: str
    blocks: tuple[Block, ...]
    dropped: tuple[Dropped, ...]


def write(pieces: Iterable[Placed], known: frozenset[str]) -> Written:
    """The pieces as text; ``known`` are the words of the act, by which hyphens are told apart."""
    return _Writer(known).write(pieces)


def words_of(pages: Iterable[Page]) -> frozenset[str]:
    """The words of the pages in small letters; those that a line's end cuts are left out."""
    return frozenset(
        word.lower()
        for page in pages
        for line in (*page.lines, *(line for grid in page.grids for line in _inside(grid)))
        for word in _WORD.findall(line.text.removesuffix("-"))
    )


def _inside(grid: Grid) -> Iterator[Line]:
    for cell in grid.cells:
        yield from cell.lines


Cut = tuple[int, int]


class _Writer:
    def __init__(self, known: frozenset[str]) -> None:
        self._known = known
        self._pieces: list[str] = []
        self._length = 0
        self._dropped: list[Dropped] = []

    def write(self, pieces: Iterable[Placed]) -> Written:
        shapes = [self._piece(placed) for placed in pieces]
        text = "".join(self._pieces)
        blocks = tuple(_block(shape, text) for shape in shapes)
        return Written(text, blocks, tuple(self._dropped))

    def _piece(self, placed: Placed) -> Cut | tuple[Table, list[list[list[Cut]]]]:
        piece = placed.piece
        if isinstance(piece, Flow):
            self._put(_INDENT if piece.indented(placed.column) else "")
            cut = self._put(self._said(piece))
            self._put("\n\n")
            return cut
        rows = [self._row(piece, row) for row in range(len(piece.rows))]
        self._put("\n")
        return piece, rows

    def _row(self, table: Table, row: int) -> list[list[Cut]]:
        cuts = []
        at = 0
        for cell in table.rows[row]:
            self._put("\t" * (cell.column - at))
            at = cell.column
            cuts.append([self._paragraph(flow, place) for place, flow in enumerate(cell.flows)])
        self._put("\t" * (table.width - 1 - at) + "\n")
        return cuts

    def _paragraph(self, flow: Flow, place: int) -> Cut:
        """A paragraph of a cell, after two blanks where one stands before it."""
        self._put("  " if place else "")
        return self._put(self._said(flow))

    def _put(self, text: str) -> Cut:
        start = self._length
        self._pieces.append(text)
        self._length += len(text)
        return start, self._length

    def _said(self, flow: Flow) -> str:
        """The lines as one; a word that a line's end cut is whole again."""
        said = [flow.lines[0].text]
        for line in flow.lines[1:]:
            glue, cut = self._glue(said[-1], line.text)
            said[-1] = said[-1].removesuffix(cut)
            said.extend((glue, line.text))
        return "".join(said)

    def _glue(self, above: str, below: str) -> tuple[str, str]:
        """What stands between two lines, and the hyphen that the end of the first one set."""
        word = above.rpartition(" ")[2]
        rest = _LETTERS.match(below)
        if not rest or not _CUT.search(word):
            return " ", ""
        whole = _LETTERS.findall(word)[-1] + rest[0]
        if whole.lower() not in self._known or not below[:1].islower():
            return "", ""
        self._dropped.append(("hyphenation", "-"))
        return "", "-"


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
