"""Ruling lines to tables: which cells there are, which of them are merged, what stands in them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import zip_longest

import msgspec
from msgspec.structs import replace

from parsers.pdf_lines import Line, lines_of
from parsers.pdf_sheets import MOST_RULES, Piece, Printed, Rule, Stretch, Word

_NEAR = 3.0  # points within which two lines are meant to be one, or to touch
_MIDDLE = 0.25  # of the size: how far the middle of a letter stands above its baseline
_PADDING = 8.0  # points: the most white space between a ruling line and the words
_FEWEST = 2  # lines in each direction: fewer draw no table

Place = tuple[int, int]


class GridCell(msgspec.Struct, frozen=True, gc=False):
    """A cell: its first row and column, how many it takes, its sides and its lines."""

    row: int
    column: int
    rowspan: int
    colspan: int
    left: float
    right: float
    lines: tuple[Line, ...] = ()


class Grid(msgspec.Struct, frozen=True, gc=False):
    """A ruled table with its cells in reading order.

    ``columns`` are its upright lines from the left, ``levels`` those across from the top.
    """

    columns: tuple[float, ...]
    levels: tuple[float, ...]
    cells: tuple[GridCell, ...]

    @property
    def padding(self) -> float:
        """The white space left of the words of the cells."""
        spaces = [min(line.x0 for line in c.lines) - c.left for c in self.cells if c.lines]
        return max(0.0, min([*spaces, _PADDING]))


def read_grids(rules: tuple[Rule, ...], printed: Iterable[Piece]) -> tuple[list[Grid], list[Piece]]:
    """The tables of a page with what stands in them, and the letters left outside."""
    outside = list(printed)
    grids: list[Grid] = []
    if len(rules) > MOST_RULES:
        return grids, outside
    for component in _components(_joined(rules)):
        grid = _Ruling(component).grid()
        if grid is None:
            continue
        filled, outside = _filled(grid, outside)
        grids.append(filled)
    return grids, outside


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Pieces of one line made one: borders are often drawn cell by cell."""
    across = sorted((r for r in rules if r.across), key=lambda r: (r.y0, r.x0))
    upright = sorted((r for r in rules if not r.across), key=lambda r: (r.x0, r.y0))
    return [*_runs(across), *_runs(upright)]


def _runs(rules: list[Rule]) -> Iterator[Rule]:
    waiting: list[Rule] = []
    for rule in rules:
        touching: list[Rule] = []
        apart: list[Rule] = []
        for other in waiting:
            (touching if _goes_on(other, rule) else apart).append(other)
        waiting = [*apart, _one(rule, *touching) if touching else rule]
    yield from waiting


def _goes_on(before: Rule, rule: Rule) -> bool:
    """Whether a line lies on another one and touches it."""
    return (
        rule.x0 - _NEAR <= before.x1
        and before.x0 - _NEAR <= rule.x1
        and rule.y0 - _NEAR <= before.y1
        and before.y0 - _NEAR <= rule.y1
    )


def _one(*rules: Rule) -> Rule:
    x0, y0 = min(rule.x0 for rule in rules), min(rule.y0 for rule in rules)
    if rules[0].across:
        return Rule(x0, rules[0].y0, max(rule.x1 for rule in rules), rules[0].y0)
    return Rule(rules[0].x0, y0, rules[0].x0, max(rule.y1 for rule in rules))


def _components(rules: list[Rule]) -> Iterator[list[Rule]]:
    """Lines that touch each other, directly or through others."""
    left = rules
    while left:
        found, left = [left[0]], left[1:]
        for rule in found:  # it grows while it is walked
            found.extend(other for other in left if _goes_on(rule, other))
            left = [other for other in left if not _goes_on(rule, other)]
        yield found


def _lines_at(places: Iterable[float]) -> list[float]:
    """The distinct places, those of one line made one."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found


class _Ruling:
    """The lines of one table."""

    def __init__(self, rules: list[Rule]) -> None:
        self._across = [rule for rule in rules if rule.across]
        self._upright = [rule for rule in rules if not rule.across]
        self._xs = _lines_at(rule.x0 for rule in self._upright)
        self._ys = _lines_at(rule.y0 for rule in self._across)[::-1]

    def grid(self) -> Grid | None:
        """The table without its words; ``None`` where the lines frame less than two cells."""
        if min(len(self._xs), len(self._ys)) < _FEWEST:
            return None
        cells = tuple(self._cells())
        if len(cells) < _FEWEST:
            return None
        return Grid(tuple(self._xs), tuple(self._ys), cells)

    def _cells(self) -> Iterator[GridCell]:
        taken: set[Place] = set()
        for row in range(len(self._ys) - 1):
            for column in range(len(self._xs) - 1):
                if (row, column) in taken:
                    continue
                cell = self._cell(row, column, taken)
                taken.update(_places(cell))
                yield cell

    def _cell(self, row: int, column: int, taken: set[Place]) -> GridCell:
        """The cell that begins here: it reaches to the next line on its right and below it."""
        end = column + 1
        while (
            end < len(self._xs) - 1
            and (row, end) not in taken
            and not self._wall(end, self._ys[row], self._ys[row + 1])
        ):
            end += 1
        last = row + 1
        while last < len(self._ys) - 1 and not self._floor(last, self._xs[column], self._xs[end]):
            last += 1
        return GridCell(row, column, last - row, end - column, self._xs[column], self._xs[end])

    def _wall(self, column: int, top: float, bottom: float) -> bool:
        x, y = self._xs[column], (top + bottom) / 2
        return any(abs(r.x0 - x) <= _NEAR and r.y0 <= y <= r.y1 for r in self._upright)

    def _floor(self, row: int, left: float, right: float) -> bool:
        y, x = self._ys[row], left + min((right - left) / 2, 2 * _NEAR)
        return any(abs(r.y0 - y) <= _NEAR and r.x0 <= x <= r.x1 for r in self._across)


def _places(cell: GridCell) -> Iterator[Place]:
    for row in range(cell.row, cell.row + cell.rowspan):
        for column in range(cell.column, cell.column + cell.colspan):
            yield row, column


def _filled(grid: Grid, printed: list[Piece]) -> tuple[Grid, list[Piece]]:
    """The table with its words, and what stands outside of it."""
    held: list[list[Piece]] = [[] for _ in grid.cells]
    outside: list[Piece] = []
    for piece, index in _Cells(grid).found(printed):
        (outside if index is None else held[index]).append(piece)
    filled = (
        replace(cell, lines=tuple(lines_of(inside)))
        for cell, inside in zip(grid.cells, held, strict=True)
    )
    return _with_cuts(replace(grid, cells=tuple(filled))), outside


def _with_cuts(grid: Grid) -> Grid:
    """The table with the lines marked that are a word cut by a narrow cell."""
    padding = grid.padding
    cells = (
        replace(cell, lines=tuple(_cut(cell.lines, cell.right - padding))) for cell in grid.cells
    )
    return replace(grid, cells=tuple(cells))


def _cut(lines: tuple[Line, ...], right: float) -> Iterator[Line]:
    """The lines, marked where one word fills a line to its last letter: there may be more of it."""
    for line, below in zip_longest(lines, lines[1:]):
        letter = _letter(below) if below else 0.0
        full = len(line.words) == 1 and right - line.x1 < letter and not line.open
        yield replace(line, cut=True) if full else line


def _letter(line: Line) -> float:
    """The width of a letter of the first word."""
    first = line.words[0]
    return (first.x1 - first.x0) / len(first.chars)


class _Cells:
    """In which cell of a table a piece of the page stands: the one that holds its middle."""

    def __init__(self, grid: Grid) -> None:
        self._cells = {
            place: index for index, cell in enumerate(grid.cells) for place in _places(cell)
        }
        self._columns = grid.columns
        self._depths = [-level for level in grid.levels]

    def found(self, printed: Iterable[Piece]) -> Iterator[tuple[Piece, int | None]]:
        """Each piece with its cell; words that lie in several are given one by one."""
        for piece in printed:
            row = bisect_left(self._depths, -(piece.y + _MIDDLE * piece.size)) - 1
            if not 0 <= row < len(self._depths) - 1:
                yield piece, None
            elif isinstance(piece, Stretch):
                yield from self._of_stretch(piece, row)
            else:
                yield piece, self._cell(row, piece)

    def _of_stretch(self, stretch: Stretch, row: int) -> Iterator[tuple[Piece, int | None]]:
        first, last = (self._cell(row, word) for word in (stretch.words[0], stretch.words[-1]))
        if first is not None and first == last:
            yield stretch, first
        else:
            yield from ((piece, self._cell(row, piece)) for piece in stretch.pieces())

    def _cell(self, row: int, piece: Printed | Word) -> int | None:
        column = bisect_left(self._columns, (piece.x0 + piece.x1) / 2) - 1
        return self._cells.get((row, column))
