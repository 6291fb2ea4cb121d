"""Lines to paragraphs by what a person sees: indents, spaces, lines cut by the margin.

A line goes on in the next one where the first word of the next would not have found room on it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise, takewhile

import msgspec

from lexicon.formulas import read
from model import Lang
from parsers.pdf_lines import Line

Lines = list[Line] | tuple[Line, ...]
_NEAR = 2.5  # points within which two places are meant to be one
_CENTRED = 5.0  # points by which the two sides of a centred line may differ
_INDENT = 12.0  # points: the least first-line indent
_LOOSE = 0.2  # of the size: the space added between lines that parts paragraphs
_USUAL = 1.15  # leading of single-spaced lines, taken where a document has none to show
_HABIT = 5  # lines that begin with an indent from which a document is taken to use it
_FULL = 0.25  # share of the lines that reach the right side from which they are made to reach it
_SPACED = 0.1  # share of the lines with a space above from which it is taken to part paragraphs
_MOST_CENTRED = 6  # lines of a title that are looked at
_NUMBER = re.compile(r"\d+(?:-\d+)*[.)]")  # of a clause or a subclause
_MARKS = ("block/form", "block/stamp", "block/appendix")
_NEVER_FIRST = {"/", "!", "?", ")", "]", "}", ",", ".", ":", ";"}
_ENDS = (".", ";", ":", "!", "?")
_MARGIN = 0.02  # share of the lines that may stick out over the right margin


class Column(msgspec.Struct, frozen=True, gc=False):
    """Between which sides lines are set, how far apart, and where paragraphs begin.

    ``indent`` is ``None`` where the first lines of paragraphs are not indented; ``spaced`` tells
    whether there is a habit of leaving space between them, ``justified`` whether all lines but the
    last of a paragraph are made to reach the right side. ``lang`` is that of the words.
    """

    left: float
    right: float
    leading: float = _USUAL
    indent: float | None = None
    spaced: bool = False
    justified: bool = False
    lang: Lang | None = None


class Flow(msgspec.Struct, frozen=True, gc=False):
    """The lines of one paragraph."""

    lines: tuple[Line, ...]

    def indented(self, column: Column) -> bool:
        """Whether the paragraph begins with a first-line indent."""
        return column.indent is not None and abs(self.lines[0].x0 - column.indent) <= _NEAR


def column_of(lines: list[Line], right: float = 0.0) -> Column:
    """The column in which most of the lines are set; ``right`` is known to be inside of it."""
    starts = Counter([round(line.words[0].x0) for line in lines])
    ends = sorted([line.words[-1].x1 for line in lines])
    left = min(_habits(starts, len(lines)), default=min(starts, default=0))
    sticking = ends[int(len(ends) * (1 - _MARGIN)) - 1] if len(ends) > 1 / _MARGIN else 0.0
    side = max([right, sticking or max(ends, default=0.0)])
    steps = _steps(lines)
    leading = _leading(steps)
    above = len([step for step in steps if _LOOSE < step - leading < 1])
    spaced = above > _SPACED * len(lines)
    full = len([end for end in ends if abs(side - end) <= _NEAR])
    return Column(
        left=float(left),
        right=side,
        leading=leading,
        indent=_indent(lines, float(left), side),
        spaced=spaced,
        justified=full > _FULL * len(lines),
    )


def _habits(starts: Counter[int], lines: int) -> Iterator[int]:
    """The places at which many lines begin."""
    most = max(starts.values(), default=0)
    return (place for place, times in starts.items() if times >= max(2, most / 4, lines / 20))


def _leading(steps: list[float]) -> float:
    """The least of the usual steps from line to line: larger ones part paragraphs."""
    found = Counter([round(20 * step) for step in steps])
    most = max(found.values(), default=0)
    return min((step / 20 for step, times in found.items() if times >= most / 4), default=_USUAL)


def _steps(lines: list[Line]) -> list[float]:
    """From line to line, in sizes of the type; more than three are a new page or block."""
    steps = [(above.y - below.y) / below.size for above, below in pairwise(lines)]
    return [step for step in steps if 0 < step < 3]  # noqa: PLR2004 - as said


def _indent(lines: list[Line], left: float, right: float) -> float | None:
    """Where the lines after the ends of paragraphs begin, if they do so by habit."""
    starts = Counter(
        round(line.x0)
        for line in lines
        if line.x0 - left >= _INDENT and not _is_centred(line, left, right)
        if line.x0 < left + (right - left) / 4
    )
    common = starts.most_common(1)
    return float(common[0][0]) if common and common[0][1] >= _HABIT else None


def _is_centred(line: Line, left: float, right: float) -> bool:
    return line.x0 - left > _NEAR and abs((line.x0 - left) - (right - line.x1)) <= _CENTRED


def paragraphs(lines: Iterable[Line], column: Column) -> list[Flow]:
    """The lines of one page, or of one cell, as paragraphs."""
    runs: list[list[Line]] = []
    for line in lines:
        if runs and not _apart(runs[-1][-1], line, column) and goes_on(runs[-1], line, column):
            runs[-1].append(line)
        else:
            runs.append([line])
    return [Flow(tuple(run)) for run in runs]


def _apart(above: Line, below: Line, column: Column) -> bool:
    """Whether there is more space between two lines than inside of a paragraph."""
    size = max(above.size, below.size)
    return not 0 < above.y - below.y <= (column.leading + _LOOSE) * size


def goes_on(run: Lines, line: Line, column: Column) -> bool:
    """Whether a paragraph goes on in a line: it had to leave the line above, and fits below it."""
    before = run[-1]
    if _stands_alone(line, column) or (before.size != line.size and before.bold != line.bold):
        return False
    begins_below = _begins_below(run, line, column)
    if begins_below and _surely_goes_on(before, line, column):
        return True
    if _are_centred((*run[-_MOST_CENTRED:], line), column):
        return _has_no_room(before, line, 2 * (column.right - before.x1))
    if not begins_below:
        return False
    no_room = _has_no_room(before, line, column.right - before.x1)
    return no_room and not _may_begin(run, line, column)


def _stands_alone(line: Line, column: Column) -> bool:
    """Whether a line of the right corner is never the rest of another."""
    in_corner = line.x0 > (column.left + column.right) / 2
    return in_corner and _begins_in_corner(line, column.lang)


def _are_centred(lines: Lines, column: Column) -> bool:
    """Whether lines stand in the middle, one above the other; some may fill the column."""
    alike = len(lines) > 2 or lines[0].bold == lines[1].bold  # noqa: PLR2004 - a line and the next
    narrow = any(_is_centred(line, column.left, column.right) for line in lines)
    return alike and narrow and all(_may_be_centred(line, column) for line in lines)


def _surely_goes_on(before: Line, line: Line, column: Column) -> bool:
    """Whether a line without the usual indent begins small, after words that ended nothing."""
    flush = column.indent is not None and abs(line.x0 - column.left) <= _NEAR
    return flush and line.first[0].islower() and not before.last.endswith((*_ENDS, "_"))


def _begins_in_corner(line: Line, lang: Lang | None) -> bool:
    """Whether a line of the right corner stands for itself, though it had no room above.

    Such are blanks to sign on, the number of an act, and the words that stand there by custom.
    """
    first = line.first[0]
    known = lang is not None and any(read(mark, line.text, lang) for mark in _MARKS)
    return known or first == "№" or not line.text.strip("_ ")


def _may_be_centred(line: Line, column: Column) -> bool:
    """Whether a line stands in the middle, or fills the column."""
    return abs((line.x0 - column.left) - (column.right - line.x1)) <= _CENTRED


def _begins_below(run: Lines, line: Line, column: Column) -> bool:
    """Whether a line begins where the lines of its paragraph do: no further right."""
    if len(run) > 1:
        return abs(line.x0 - run[-1].x0) <= _NEAR
    if abs(line.x0 - run[0].x0) <= _NEAR:
        return column.indent is None or abs(line.x0 - column.indent) > _NEAR
    if line.x0 < run[0].x0:
        return run[0].x0 - line.x0 >= _INDENT / 2
    hangs = len(run[0].words[0].chars) <= 3  # noqa: PLR2004 - a dash, "1." or "1)"
    return hangs and abs(line.x0 - run[0].words[min(1, len(run[0].words) - 1)].x0) <= _NEAR


def _has_no_room(before: Line, line: Line, room: float) -> bool:
    # No line begins with such a sign: the word before it takes it along.
    last = next(takewhile(lambda word: word.chars in _NEVER_FIRST, line.words[1:]), line.words[0])
    return last.x1 - line.x0 + before.blank > room - 1.0


def _may_begin(run: Lines, line: Line, column: Column) -> bool:
    """Whether a line begins a paragraph, though it would not have found room above.

    Where lines are made to reach the right side, one that does not ended its paragraph. Where
    neither indents nor spaces part paragraphs, a finished sentence before what looks like a
    beginning does.
    """
    before = run[-1]
    if before.last.endswith(_ENDS) and _NUMBER.fullmatch(line.first):
        return True
    if column.right - before.x1 <= _NEAR or not line.text.strip("_"):
        return False
    if column.indent is not None:
        return column.justified and abs(run[0].x0 - column.indent) <= _NEAR
    if column.spaced:
        return False
    first = line.first
    begins = first[0].isupper() or first[0].isdigit() or first in {"-", "–", "—", "•"}
    return before.last.endswith((";", ":")) or (begins and before.last.endswith(_ENDS))
