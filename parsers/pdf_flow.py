"""Lines to paragraphs by what a person sees: indents, spaces between lines, lines cut by the margin.

A line goes on in the next one where the first word of the next would not have found room on it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

import msgspec

from parsers.pdf_lines import Line

_NEAR = 2.5  # points within which two places are meant to be one
_CENTRED = 5.0  # points by which the two sides of a centred line may differ
_INDENT = 12.0  # points: the least first-line indent
_LOOSE = 0.3  # of the size: the space added between lines that parts paragraphs
_USUAL = 1.15  # leading of single-spaced lines, taken where a document has none to show
_HABIT = 5  # lines that begin with an indent from which a document is taken to use it
_ENDS = (".", ";", ":", "!", "?")
_MARGIN = 0.02  # share of the lines that may stick out over the right margin


class Column(msgspec.Struct, frozen=True):
    """Between which sides lines are set, how far apart, and where paragraphs begin.

    ``indent`` is ``None`` where the first lines of paragraphs are not indented.
    """

    left: float
    right: float
    leading: float = _USUAL
    indent: float | None = None


class Flow(msgspec.Struct, frozen=True):
    """The lines of one paragraph."""

    lines: tuple[Line, ...]

    def indented(self, column: Column) -> bool:
        """Whether the paragraph begins with a first-line indent."""
        return column.indent is not None and abs(self.lines[0].x0 - column.indent) <= _NEAR


def column_of(lines: list[Line], right: float = 0.0) -> Column:
    """The column in which most of the lines are set; ``right`` is known to be inside of it."""
    starts = Counter(round(line.x0) for line in lines)
    ends = sorted(line.x1 for line in lines)
    left = min(_habits(starts, len(lines)), default=min(starts, default=0))
    sticking = ends[int(len(ends) * (1 - _MARGIN)) - 1] if len(ends) > 1 / _MARGIN else 0.0
    side = max([right, sticking or max(ends, default=0.0)])
    return Column(float(left), side, _leading(lines), _indent(lines, float(left), side))


def _habits(starts: Counter[int], lines: int) -> Iterator[int]:
    """The places at which many lines begin."""
    most = max(starts.values(), default=0)
    return (place for place, times in starts.items() if times >= max(2, most / 4, lines / 20))


def _leading(lines: list[Line]) -> float:
    steps = Counter(
        round((above.y - below.y) / below.size, 1)
        for above, below in pairwise(lines)
        if 0 < above.y - below.y < 3 * below.size  # noqa: PLR2004 - more is another block
    )
    return steps.most_common(1)[0][0] if steps else _USUAL


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


def goes_on(run: list[Line] | tuple[Line, ...], line: Line, column: Column) -> bool:
    """Whether a paragraph goes on in a line: it had to leave the line above, and fits below it."""
    before = run[-1]
    if _is_blank_to_fill(line) and line.x0 > (column.left + column.right) / 2:
        return False  # the place for a signature in the right corner
    if before.size != line.size and before.bold != line.bold:
        return False
    centred = all(_may_be_centred(one, column) for one in (*run, line))
    if centred and (len(run) > 1 or before.bold == line.bold):
        return _has_no_room(before, line, 2 * (column.right - before.x1))
    if not _begins_below(run, line, column):
        return False
    return _has_no_room(before, line, column.right - before.x1) and not _may_begin(run, line, column)


def _is_blank_to_fill(line: Line) -> bool:
    return not line.text.strip("_ ")


def _may_be_centred(line: Line, column: Column) -> bool:
    """Whether a line stands in the middle, or fills the column."""
    return abs((line.x0 - column.left) - (column.right - line.x1)) <= _CENTRED


def _begins_below(run: list[Line] | tuple[Line, ...], line: Line, column: Column) -> bool:
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
    first = line.words[0]
    return first.x1 - first.x0 + before.blank > room - 1.0


def _may_begin(run: list[Line] | tuple[Line, ...], line: Line, column: Column) -> bool:
    """Where no indent shows it: a finished sentence before what looks like a beginning."""
    if column.indent is not None and abs(run[0].x0 - column.indent) <= _NEAR:
        return False
    first = line.words[0].chars
    begins = first[:1].isupper() or first in {"-", "–", "—", "•"} or first[:1].isdigit()
    return begins and run[-1].text.endswith(_ENDS) and column.right - run[-1].x1 > _NEAR
