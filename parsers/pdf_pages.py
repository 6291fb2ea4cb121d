"""Pages to one stream of lines, tables and paragraphs; numbers of pages and running heads apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from model import Lang
from parsers.pdf_flow import Column, column_of
from parsers.pdf_grids import Grid, read_grids
from parsers.pdf_lines import Line, lines_of
from parsers.pdf_sheets import Piece, Sheet

_NUMBER = re.compile(r"[-–—\s]*(\d{1,4})(?:\s*/\s*\d{1,4})?[-–—\s]*")
_NEAR = 3.0  # points within which two heads stand at one height
_TELLING = 20  # lines: fewer do not show how far right lines may reach
_FEWEST_HEADS = 3
_EDGE = 0.12  # share of the paper above and below in which heads and numbers are printed
_NEARLY_ALL = 0.9  # of the pages between the first and the last that have the head
_APART = 0.3  # of the size: the space between a running head and the text, added to the leading


class Page(msgspec.Struct, frozen=True, gc=False):
    """A page as read: its tables, its lines outside of them from the top, all that is printed."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    grids: tuple[Grid, ...]
    printed: tuple[Piece, ...]
    pictures: bool

    @property
    def chars(self) -> str:
        """All that is printed, in the order of the file."""
        return "".join([piece.chars for piece in self.printed])

    @property
    def letters(self) -> int:
        """How many letters and figures stand on the page."""
        return sum(map(str.isalnum, self.chars))


def read_page(sheet: Sheet, number: int) -> Page:
    """The lines and tables of a page."""
    grids, outside = read_grids(sheet.rules, sheet.printed)
    lines = tuple(lines_of(outside))
    size = sheet.width, sheet.height
    return Page(number, *size, lines, tuple(grids), sheet.printed, sheet.pictures)


def columns_of(pages: Iterable[Page], lang: Lang | None = None) -> dict[float, Column]:
    """The column of text for pages of each width."""
    by_width: dict[float, list[Page]] = {}
    for page in pages:
        by_width.setdefault(round(page.width), []).append(page)
    found = {
        width: msgspec.structs.replace(_column(same), lang=lang) for width, same in by_width.items()
    }
    margin = min((width - column.right for width, column in found.items()), default=0.0)
    return {
        width: column if _table_side(by_width[width]) else _reaching(column, width - margin)
        for width, column in found.items()
    }


def _column(pages: list[Page]) -> Column:
    lines = [line for page in pages for line in page.lines]
    column = column_of(lines, _table_side(pages))
    if len(lines) < _TELLING and not _table_side(pages):
        return _reaching(column, pages[0].width - column.left)
    return column


def _table_side(pages: list[Page]) -> float:
    """The right side of the widest table; nothing where there is none."""
    return max((grid.columns[-1] for page in pages for grid in page.grids), default=0.0)


def _reaching(column: Column, right: float) -> Column:
    """The column at least as wide as the margin of the other pages leaves it."""
    return msgspec.structs.replace(column, right=max(column.right, right))


class Margins(msgspec.Struct, frozen=True, gc=False):
    """Pages without what is printed on all of them, and what that was."""

    pages: tuple[Page, ...]
    dropped: tuple[tuple[str, str], ...]


def without_margins(pages: list[Page]) -> Margins:
    """The pages without their numbers and running heads; the text itself is never touched.

    A head stands apart from the text, at one height, in the same words, on nearly all pages.
    """
    numbered = _numbers(pages)
    heads = _heads([_without(page, numbered) for page in pages])
    dropped: list[tuple[str, str]] = []
    kept: list[Page] = []
    for page in pages:
        for line in page.lines:
            if id(line) in numbered:
                dropped.append(("page-number", line.text))
            elif id(line) in heads:
                dropped.append(("running-head", line.text))
        kept.append(_without(page, numbered | heads))
    return Margins(tuple(kept), tuple(dropped))


def _without(page: Page, lines: set[int]) -> Page:
    if not lines:
        return page
    kept = tuple([line for line in page.lines if id(line) not in lines])
    return msgspec.structs.replace(page, lines=kept)


def _numbers(pages: list[Page]) -> set[int]:
    """The lines that count the pages: they differ from the pages' own count by one constant."""
    found = [
        (page.number - int(number[1]), id(line))
        for page in pages
        for line in _outermost(page)
        if _in_margin(page, line)
        if (number := _NUMBER.fullmatch(line.text))
    ]
    shifts = Counter(shift for shift, _ in found)
    shift = 0 if 0 in shifts else _common(shifts)
    return {line for own, line in found if own == shift}


def _common(shifts: Counter[int]) -> int | None:
    """The difference that most numbers show; a single number shows nothing."""
    most = shifts.most_common(1)
    return most[0][0] if most and most[0][1] > 1 else None


def _in_margin(page: Page, line: Line) -> bool:
    """Whether a line stands near the upper or the lower edge of the paper."""
    return not _EDGE * page.height < line.y < (1 - _EDGE) * page.height


def _outermost(page: Page) -> Iterator[Line]:
    """The first and the last line of a page, where no table stands outside of them."""
    if not page.lines:
        return
    first, last = page.lines[0], page.lines[-1]
    if all(grid.levels[0] < first.y for grid in page.grids):
        yield first
    if all(grid.levels[-1] > last.y for grid in page.grids):
        yield last


def _heads(pages: list[Page]) -> set[int]:
    found: set[int] = set()
    for place in (0, -1):
        while heads := _heads_at(pages, place):
            found |= heads
            pages = [_without(page, heads) for page in pages]
    return found


def _heads_at(pages: list[Page], place: int) -> set[int]:
    """The first or last lines of the pages, where they are one running head."""
    alike: dict[tuple[str, int], list[tuple[Page, Line]]] = {}
    for page in pages:
        line = page.lines[place] if page.lines else None
        if line is not None and _in_margin(page, line):
            alike.setdefault((line.text, round(line.y / _NEAR)), []).append((page, line))
    return {
        id(line)
        for same in alike.values()
        if _on_all(same, pages) and any(_stands_apart(page, place) for page, _ in same)
        for _, line in same
    }


def _on_all(same: list[tuple[Page, Line]], pages: list[Page]) -> bool:
    """Whether a line is on nearly all pages but the first ones."""
    after = len(pages) - (same[0][0].number - pages[0].number)
    begins_early = same[0][0].number - pages[0].number <= 1
    enough = len(same) >= min(_FEWEST_HEADS, max(len(pages), 2))
    return enough and begins_early and len(same) >= _NEARLY_ALL * after


def _stands_apart(page: Page, place: int) -> bool:
    """Whether there is a space between the outermost line and the text beside it."""
    if len(page.lines) == 1:
        return not page.grids
    line, beside = page.lines[place], page.lines[1 if place == 0 else -2]
    size = max(line.size, beside.size)
    return abs(line.y - beside.y) > (1.15 + _APART) * size
