"""Lines and tables of a page to blocks: merged cells as they are, the right corner as lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from parsers.blocks import Block, CellText, Paragraph, RawRow, RawTable
from parsers.page_typed import typed_line
from parsers.text import Text


class Line(msgspec.Struct):
    """The pieces of one paragraph that may have several: a heading or a note may be broken."""

    pieces: list[Text]
    note: bool = False


Written = Text | Line  # a paragraph of the page


class Typed(msgspec.Struct, frozen=True):
    """A line of preformatted text as it is typed; ``gap`` counts the blank lines before it."""

    text: Text
    gap: int


class Cell(msgspec.Struct):
    """A cell as it stands in the page."""

    lines: list[Written]
    rowspan: int = 1
    colspan: int = 1


class Table(msgspec.Struct):
    """A table that is being read; ``loose`` is what stands in it outside its cells."""

    rows: list[list[Cell]]
    loose: list[Written]

    def add(self, cell: Cell) -> None:
        """Begin a cell, in a row of its own where none was begun."""
        self.rows = self.rows or [[]]
        self.rows[-1].append(cell)

    @property
    def sink(self) -> list[Written]:
        """Where the next lines go: the last cell, or beside all of them."""
        return self.rows[-1][-1].lines if self.rows and self.rows[-1] else self.loose

    @property
    def lines(self) -> list[Written]:
        """All the lines, those outside of cells first."""
        return [*self.loose, *(line for row in self.rows for cell in row for line in cell.lines)]


Shape = Written | Typed | Table


class Row(msgspec.Struct, frozen=True):
    """A row with the words of its cells and their (rowspan, colspan)."""

    cells: tuple[CellText, ...]
    sizes: tuple[tuple[int, int], ...]

    @property
    def corner(self) -> CellText:
        """The lines of the right corner; none where a cell further left has words too."""
        *left, right = self.cells or ((),)
        return right if left and not any(left) else ()


def blocks_of(shapes: Iterable[Shape]) -> list[Block]:
    """The blocks that lines and tables are."""
    blocks: list[Block] = []
    for shape in shapes:
        if isinstance(shape, Text):
            blocks.append(Paragraph(shape, gap=1))
        elif isinstance(shape, Line):
            blocks.append(_paragraph(shape))
        elif isinstance(shape, Typed):
            blocks.append(typed_line(shape.text, shape.gap))
        else:
            blocks.extend(map(_paragraph, shape.loose))
            blocks.extend(_table(list(map(_row, shape.rows))))
    return blocks


def _paragraphs(texts: Iterable[Text]) -> Iterator[Paragraph]:
    return (Paragraph(text, gap=1) for text in texts)


def _paragraph(line: Written) -> Paragraph:
    return Paragraph(_text(line), gap=1, note=isinstance(line, Line) and line.note)


def _text(line: Written) -> Text:
    if isinstance(line, Text):
        return line
    return line.pieces[0] if len(line.pieces) == 1 else Text.join(line.pieces)


def _row(row: list[Cell]) -> Row:
    return Row(
        tuple(tuple(map(_text, cell.lines)) for cell in row),
        tuple((cell.rowspan, cell.colspan) for cell in row),
    )


def _table(rows: list[Row]) -> Iterator[Block]:
    """The table; rows with words in the right cell only are a block of the corner."""
    corner_at = _corner_start(rows)
    grid = _without_unused(rows[:corner_at])
    if any(any(row.cells) for row in grid):
        yield RawTable(
            tuple(RawRow(row.cells, gap=False) for row in grid),
            tuple(_bounded(row, len(grid) - place) for place, row in enumerate(grid)),
        )
    for row in rows[corner_at:]:
        yield from _paragraphs(row.corner)


def _corner_start(rows: list[Row]) -> int:
    """From which row on the table is a block of the corner: all of it, or below the signatures.

    Below other rows only several lines in one cell are a block; one line may be a second name.
    """
    start = len(rows)
    while start and (rows[start - 1].corner or not any(rows[start - 1].cells)):
        start -= 1
    below = [row for row in rows[start:] if row.corner]
    is_block = all(len(row.cells) == 2 and len(row.corner) > 1 for row in below)  # noqa: PLR2004
    return start if below and (start == 0 or is_block) else len(rows)


def _without_unused(rows: list[Row]) -> list[Row]:
    """Without rows that have no cells, unless merged cells from above take them up."""
    kept: list[Row] = []
    covered = 0
    for row in rows:
        if row.cells or covered:
            kept.append(row)
        covered = max(0, covered - 1, *(rowspan - 1 for rowspan, _ in row.sizes))
    return kept


def _bounded(row: Row, below: int) -> tuple[tuple[int, int], ...]:
    """The sizes; a merged cell does not reach below the last row."""
    return tuple((min(rowspan, below), colspan) for rowspan, colspan in row.sizes)
