"""Lines and tables of a Word document to blocks: the right corner as lines, the rest as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parsers.beside import columns_of
from parsers.blocks import Block, CellText, Paragraph, RawRow, RawTable
from parsers.text import Text
from parsers.word_flow import Cell, Row, Shape, Table


def blocks_of(shapes: Iterable[Shape]) -> list[Block]:
    """The blocks that the shapes are; lines without words are none."""
    blocks: list[Block] = []
    for shape in shapes:
        if isinstance(shape, Text):
            line = _tidy(shape)
            if line is not None:
                blocks.append(Paragraph(line, gap=1))
        else:
            blocks.extend(_table(shape))
    return blocks


def _tidy(line: Text) -> Text | None:
    """The line with one space between its words; ``None`` where it has none."""
    words = line.chars
    # The only blank that is printable is the space: most lines are tidy by that alone.
    if words.isprintable() and "  " not in words and words[:1] != " " != words[-1:]:
        return line if words else None
    return line.tidy() or None


def _table(table: Table) -> Iterator[Block]:
    """The table; rows with words in the right one of two cells only are a block of the corner."""
    texts = [[_text(cell.shapes) for cell in row.cells] for row in table.rows]
    if _sets_two_texts(table, texts):
        for cell in (cell for row in table.rows for cell in row.cells):
            yield from blocks_of(cell.shapes)
        return
    corner_at = _corner_start(table.rows, texts)
    if corner_at:
        yield RawTable(
            tuple(RawRow(tuple(row), gap=False) for row in texts[:corner_at]),
            tuple(_sizes(row, corner_at - at) for at, row in enumerate(table.rows[:corner_at])),
        )
    for row in texts[corner_at:]:
        yield from (Paragraph(text, gap=1) for cell in row for text in cell)


def _sets_two_texts(table: Table, texts: list[list[CellText]]) -> bool:
    """Whether the table holds tables of two texts that stand side by side."""
    if not any(isinstance(one, Table) for row in table.rows for c in row.cells for one in c.shapes):
        return False
    return columns_of([[" ".join(map(str, cell)) for cell in row] for row in texts]) is not None


def _corner_start(rows: list[Row], texts: list[list[CellText]]) -> int:
    """From which row on the table is a block of the corner: all of it, or below the signatures.

    Below other rows only several lines in one cell are a block; one line may be a second name.
    """
    corners = [_corner(*pair) for pair in zip(rows, texts, strict=True)]
    if len(rows) > 1 and all(map(_is_right, rows, texts)):
        return 0
    start = len(rows)
    while start and (corners[start - 1] or not any(texts[start - 1])):
        start -= 1
    below = [lines for lines in corners[start:] if lines]
    is_block = start == 0 or all(len(lines) > 1 for lines in below)
    return start if below and is_block else len(rows)


def _corner(row: Row, texts: list[CellText]) -> CellText:
    """The lines of the right corner; none where the row has other words, or is no such row."""
    *left, right = texts or [()]
    two = len(row.cells) + row.covered == 2  # noqa: PLR2004 - the empty cell and the corner
    return right if two and row.last and not any(left) else ()


def _is_right(row: Row, texts: list[CellText]) -> bool:
    """Whether all the words of a row stand in its last cell, however many are empty before it."""
    return len(texts) > 1 and row.last and bool(texts[-1]) and not any(texts[:-1])


def _text(shapes: list[Shape]) -> CellText:
    """The paragraphs of a cell; those of a table inside it follow one another."""
    return tuple(filter(None, map(_tidy, _lines(shapes))))


def _lines(shapes: list[Shape]) -> Iterator[Text]:
    for shape in shapes:
        if isinstance(shape, Table):
            for row in shape.rows:
                for cell in row.cells:
                    yield from _lines(cell.shapes)
        else:
            yield shape


def _sizes(row: Row, below: int) -> tuple[tuple[int, int], ...]:
    """(rowspan, colspan) of each cell; none reaches below the last row."""
    return tuple(_size(cell, below) for cell in row.cells)


def _size(cell: Cell, below: int) -> tuple[int, int]:
    return min(cell.rowspan, below), cell.colspan
