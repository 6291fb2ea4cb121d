"""Two texts side by side: a table with Kazakh in one column and Russian in the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

import msgspec

from model import LANGUAGES, Lang
from parsers.blocks import Block, CellText, Paragraph, RawRow, RawTable
from parsers.language import leaning
from parsers.lines import Line
from parsers.text import Text

_PURE = 0.2  # of a column's letters: names that it has in the other language
_LEAST, _ALIKE = 30, 0.3  # letters of the shorter column, and its share of the longer one
_DIVIDER = re.compile(r"\t?\|\t?|\t")

Cell = tuple[int, int]  # where a cell of a typed row begins and ends


class Columns(msgspec.Struct, frozen=True):
    """From which column to which each language stands, the last one excluded."""

    kk: tuple[int, int]
    ru: tuple[int, int]

    def of(self, lang: Lang) -> slice:
        """The columns of one language."""
        return slice(*(self.kk if lang == "kk" else self.ru))


def columns_of(rows: Sequence[Sequence[str]]) -> Columns | None:
    """The columns of the two texts; ``None`` where a table is all in one language."""
    width = max(map(len, rows), default=0)
    if width < 2 or any(len(row) not in {1, width} for row in rows):  # noqa: PLR2004 - two texts
        return None
    full = [row for row in rows if len(row) == width]
    sides = [_side([leaning(row[column]) for row in full]) for column in range(width)]
    known = [side for side in sides if side]
    changes = sum(one * other < 0 for one, other in pairwise(known))
    return _columns([side or 0 for side in sides]) if None not in sides and changes == 1 else None


def _side(leanings: list[int]) -> int | None:
    """How far a column leans, 0 for nowhere; ``None`` where it has both languages."""
    kazakh = sum(lean for lean in leanings if lean > 0)
    russian = kazakh - sum(leanings)
    return None if min(kazakh, russian) > _PURE * max(kazakh, russian) else kazakh - russian


def _columns(sides: list[int]) -> Columns | None:
    first = next(side for side in sides if side)
    cut = next(place for place, side in enumerate(sides) if side * first < 0)
    sizes = sorted(abs(sum(part)) for part in (sides[:cut], sides[cut:]))
    if sizes[0] < max(_LEAST, _ALIKE * sizes[1]):
        return None
    left, right = (0, cut), (cut, len(sides))
    return Columns(left, right) if first > 0 else Columns(right, left)


class Sided(msgspec.Struct, frozen=True):
    """A block, and the language of the column that it stands in, if in any."""

    block: Block
    lang: Lang | None = None


def blocks_apart(blocks: Sequence[Block]) -> list[Sided]:
    """The blocks, tables of two texts made the paragraphs of each, row by row."""
    return [part for block in blocks for part in _apart(block)]


def _apart(block: Block) -> Iterator[Sided]:
    if not isinstance(block, RawTable):
        yield Sided(block)
        return
    rows = [[" ".join(text.chars for text in cell) for cell in row.cells] for row in block.rows]
    columns = columns_of(rows)
    if columns is None:
        yield Sided(block)
        return
    for row in block.rows:
        yield from _row_apart(row, columns)


def _row_apart(row: RawRow, columns: Columns) -> Iterator[Sided]:
    if len(row.cells) == 1:  # one cell over both columns
        yield from _paragraphs(row.cells[0], None)
        return
    for lang in LANGUAGES:
        cells = row.cells[columns.of(lang)]
        if len(cells) == 1:
            yield from _paragraphs(cells[0], lang)
        elif any(cells):
            yield Sided(RawTable((RawRow(cells, row.gap),)), lang)


def _paragraphs(cell: CellText, lang: Lang | None) -> Iterator[Sided]:
    yield from (Sided(Paragraph(text, gap=1), lang) for text in cell)


class Stretch(msgspec.Struct, frozen=True):
    """Lines that are in one language, and the dividers that stood before them.

    ``lang`` is that of the column that they stand in, if in any.
    """

    lines: tuple[Line, ...]
    dividers: tuple[Text, ...] = ()
    lang: Lang | None = None

    @property
    def words(self) -> str:
        """The lines as a plain string."""
        return "\n".join(line.text.chars for line in self.lines)


def stretches_of(lines: Sequence[Line]) -> list[Stretch]:
    """The lines one by one, the rows of a table together, rows of two texts apart."""
    stretches: list[Stretch] = []
    for is_row, run in groupby(lines, key=lambda line: line.is_row):
        found = tuple(run)
        stretches += _rows_apart(found) if is_row else [Stretch((line,)) for line in found]
    return stretches


def _rows_apart(lines: tuple[Line, ...]) -> list[Stretch]:
    cells = [list(_cells(line.text.chars)) for line in lines]
    columns = columns_of(
        [
            [line.text.chars[slice(*cell)] for cell in row]
            for line, row in zip(lines, cells, strict=True)
        ]
    )
    if columns is None:
        return [Stretch(table) for table in _tables(lines)]
    pairs = zip(lines, cells, strict=True)
    return [part for line, row in pairs for part in _line_apart(line, row, columns)]


def _tables(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """The rows table by table: blank lines may part the tables of two texts."""
    starts = [0, *(place for place, line in enumerate(lines) if place and line.gap), len(lines)]
    yield from (tuple(lines[start:end]) for start, end in pairwise(starts))


def _line_apart(line: Line, cells: list[Cell], columns: Columns) -> Iterator[Stretch]:
    """The two texts of a row as lines; the divider between them belongs to neither."""
    if len(cells) == 1:
        yield Stretch((Line(line.text, 0, 1),))
        return
    first, second = sorted((columns.kk, columns.ru))
    middle = line.text.cut(cells[first[1] - 1][1], cells[second[0]][0])
    for place, side in enumerate((first, second)):
        own = cells[slice(*side)]
        text = line.text.cut(own[0][0], own[-1][1])
        is_row = sum(start < end for start, end in own) > 1
        lang: Lang = "kk" if side == columns.kk else "ru"
        yield Stretch((Line(text, 0, 1, is_row),), (middle,) if place else (), lang)


def _cells(chars: str) -> Iterator[Cell]:
    at = 0
    for divider in _DIVIDER.finditer(chars):
        yield at, divider.start()
        at = divider.end()
    yield at, len(chars)
