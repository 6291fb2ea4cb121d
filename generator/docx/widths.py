"""How wide each column must be so that no word is broken and the long texts get the room.

Word would find the widths itself when it opens the file, LibreOffice and printing services
would not: so they are computed here, once, the same everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from generator.docx.grid import Grid, Tile

_MM_PER_PT = 25.4 / 72
_WORD_END = re.compile(r"[\s\-–]+")
_BLANK = re.compile("_+")
_SHORT_BLANK = 6  # a blank to fill in may be broken, but not to nothing
_MOST_WISHED = 120  # characters beyond which a longer text gets more lines, not more width
# Widths as shares of the size, measured on the embedded methodology set in the metrics of
# Times New Roman: 95 of 100 Kazakh and Russian words are narrower than this.
_TALL = 6  # rows; a group of questions has three
_LINE = 1.2  # of the size: the height of one line
_MOST_OF_LINE = 0.35  # a chart leaves two thirds of the line to the words beside it
_CAPITAL = 0.78
_SMALL = 0.57

_Wanted = Callable[[str, float], float]


class Measure(msgspec.Struct, frozen=True):
    """What a table is measured against: the line, the size of the letters, the cell margins."""

    line_mm: float
    size_pt: float
    side_mm: float


class Widths(msgspec.Struct, frozen=True):
    """Millimetres per column; ``fits`` is False where a word will be broken all the same."""

    columns: tuple[float, ...]
    fits: bool


def measure(grid: Grid, by: Measure) -> Widths:
    """The widths of the columns; together they are the whole line."""
    need = _columns(grid, by, _longest_word)
    wish = _columns(grid, by, _whole_text)
    free = by.line_mm - sum(need)
    if free < 0:
        return Widths(tuple(part * by.line_mm / sum(need) for part in need), fits=False)
    more = [max(w - n, 0.0) for w, n in zip(wish, need, strict=True)]
    total = sum(more)
    shares = [part / total for part in more] if total else [1 / len(need)] * len(need)
    return Widths(tuple(n + free * s for n, s in zip(need, shares, strict=True)), fits=True)


def _columns(grid: Grid, by: Measure, wanted: _Wanted) -> list[float]:
    """For each column the most that one of its cells wants; wide cells ask last."""
    columns = [2 * by.side_mm + by.size_pt * _MM_PER_PT] * grid.columns
    tiles = [tile for row in grid.rows for tile in row if not tile.continued]
    for tile in sorted(tiles, key=lambda tile: tile.colspan):
        words = wanted(tile.text, by.size_pt) + 2 * by.side_mm
        _widen(columns, tile, max(words, _picture(tile, grid.columns, by)))
    return columns


def _picture(tile: Tile, columns: int, by: Measure) -> float:
    """A tall cell of the last column is the place of a chart: about as wide as it is tall."""
    if tile.column + tile.colspan < columns or tile.rowspan < _TALL:
        return 0.0
    return min(tile.rowspan * _LINE * by.size_pt * _MM_PER_PT, by.line_mm * _MOST_OF_LINE)


def _widen(columns: list[float], tile: Tile, wanted: float) -> None:
    span = range(tile.column, tile.column + tile.colspan)
    lacking = wanted - sum(columns[at] for at in span)
    for at in span if lacking > 0 else ():
        columns[at] += lacking / tile.colspan


def _longest_word(text: str, size_pt: float) -> float:
    words = _WORD_END.split(_BLANK.sub(lambda blank: blank[0][:_SHORT_BLANK], text))
    return max(_width(word, size_pt) for word in words)


def _whole_text(text: str, size_pt: float) -> float:
    lines = (line[:_MOST_WISHED] for line in text.split("\n"))
    return max(_width(line, size_pt) for line in lines)


def _width(text: str, size_pt: float) -> float:
    ems = sum(_CAPITAL if letter.isupper() else _SMALL for letter in text)
    return ems * size_pt * _MM_PER_PT
