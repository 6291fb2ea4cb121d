"""Letters at their places to words and lines, in the order in which a person reads them.

A PDF may emit linked words after the line that they stand in; a line read by its places has them
where they are seen.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import median

import msgspec

from parsers.pdf_sheets import Piece, Printed, Stretch, Word

_SAME_LINE = 0.35  # of the size: how far a raised figure may stand above its line
_TWICE = 0.1  # of the size: letters so near each other are one letter printed twice
_GAP, GAP_BESIDE_BLANKS = 0.17, 0.3  # of the size: what parts words, without and with blanks
_OVERLAPPING = 0.8  # of the size: the most between two baselines of which one line covers both
_BLANKS = 0.04  # share of blanks from which a page is taken to print them
_COLUMN_GAP = 2.4  # of the size: the least space between two columns
_WIDER = 2.5  # times the other spaces of the line
_LEAST_GAP, _FAR_WIDER = 1.2, 4.0  # the same where one space of the line stands out alone
_NUMBER = re.compile(r"\d+(?:[.-]\d+)*[.)]|[-–—•●▪*]")
_NAUGHT = 0.25  # of the size: the width of a blank


class Line(msgspec.Struct, frozen=True, gc=False):
    """The words that stand on one baseline ``y``.

    ``open`` tells whether a blank is printed behind the last word, ``cut`` whether the line is
    one word that fills a narrow cell, so that the next line may hold the rest of it.
    """

    words: tuple[Word, ...]
    y: float
    size: float
    bold: bool = False
    open: bool = False
    cut: bool = False

    @property
    def text(self) -> str:
        """The words with a blank between them."""
        return " ".join([word.chars for word in self.words])

    @property
    def first(self) -> str:
        """The letters of the first word."""
        return self.words[0].chars

    @property
    def last(self) -> str:
        """The letters of the last word."""
        return self.words[-1].chars

    @property
    def x0(self) -> float:
        """The left side of the first word."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """The right side of the last word."""
        return self.words[-1].x1

    @property
    def blank(self) -> float:
        """The width of a blank in this size of type."""
        return _NAUGHT * self.size

    def columns(self) -> tuple[Line, ...]:
        """The parts of the line where a wide space parts columns; itself where there is none."""
        gaps = [right.x0 - left.x1 for left, right in pairwise(self.words)]
        if not gaps or max(gaps) < _LEAST_GAP * self.size:
            return (self,)
        ordered = sorted(gaps)
        cuts = [place + 1 for place in range(len(gaps)) if self._parts(gaps, ordered, place)]
        bounds = [0, *cuts, len(self.words)]
        return tuple(
            msgspec.structs.replace(self, words=self.words[start:end])
            for start, end in pairwise(bounds)
        )

    def _parts(self, gaps: list[float], ordered: list[float], place: int) -> bool:
        """Whether a space is wide in itself and beside the ordinary spaces of the line.

        After the number of a clause or the sign of a list it is an indent.
        """
        gap = gaps[place]
        if gap < _LEAST_GAP * self.size:
            return False
        if place == 0 and _NUMBER.fullmatch(self.words[0].chars) and len(gaps) > 1:
            return False
        if gap >= _COLUMN_GAP * self.size:
            return len(gaps) == 1 or ordered[0] < gap / _WIDER
        widest_other = ordered[-2:][0] if gap == ordered[-1] else ordered[-1]
        return len(gaps) > 1 and gap >= _FAR_WIDER * widest_other


def lines_of(printed: Iterable[Piece]) -> list[Line]:
    """The lines of a page, or of one cell, from the top; letters and words may be mixed."""
    pieces = list(printed)
    gap: float | None = None
    lines: list[Line | None] = []
    for run in _baselines(pieces):
        first = run[0]
        if len(run) == 1 and isinstance(first, Stretch):
            lines.append(_line_of(first))
            continue
        gap = _gap(pieces) if gap is None else gap
        lines.append(_line(sorted(_letters(run), key=_left), gap))
    return _level([line for line in lines if line])


def _line_of(stretch: Stretch) -> Line:
    """The line of words that nothing else stands beside."""
    printed_behind = stretch.end is not None
    return Line(stretch.words, stretch.y, stretch.size, stretch.bold, open=printed_behind)


def _gap(pieces: list[Piece]) -> float:
    """The space that parts words, in sizes of the type: a wider one where blanks are printed."""
    chars = "".join([piece.chars for piece in pieces])
    usual = sum(map(str.isspace, chars)) > _BLANKS * len(chars)
    return GAP_BESIDE_BLANKS if usual else _GAP


def _letters(run: list[Piece]) -> Iterator[Printed]:
    """The pieces of a line, words put together taken apart."""
    for piece in run:
        if isinstance(piece, Stretch):
            yield from piece.pieces()
        elif piece.chars:
            yield piece


def _level(lines: list[Line]) -> list[Line]:
    """The lines, a name that stands beside the middle of a post put on the line above it.

    Cells are often centred in their rows: a line that two others overlap is in another column.
    """
    level = lines[:2]
    for line in lines[2:]:
        if len(level) > 1 and _is_between(level[-1], level[-2], line):
            above, beside = level[-2:]
            level[-2:] = [msgspec.structs.replace(above, words=above.words + beside.words)]
        level.append(line)
    return level


def _is_between(beside: Line, above: Line, below: Line) -> bool:
    """Whether a line stands right of two lines, at half their height."""
    return (
        above.y - beside.y < _OVERLAPPING * beside.size
        and beside.y - below.y < _OVERLAPPING * beside.size
        and beside.x0 > max(above.x1, below.x1) + _COLUMN_GAP * beside.size / 2
        and abs(above.x0 - below.x0) < _COLUMN_GAP * beside.size
    )


def _left(piece: Printed) -> float:
    return piece.x0


def _place(piece: Piece) -> tuple[float, float]:
    """From the top, then from the left."""
    return -piece.y, piece.words[0].x0 if isinstance(piece, Stretch) else piece.x0


def _baselines(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """The letters of each baseline; letters a little above or below belong to it."""
    run: list[Piece] = []
    for piece in sorted(pieces, key=_place):
        if run:
            drop = run[0].y - piece.y
            if drop > _SAME_LINE * run[0].size and drop > _SAME_LINE * piece.size:
                yield run
                run = []
        run.append(piece)
    if run:
        yield run


def _line(run: list[Printed], gap: float) -> Line | None:
    words = tuple(_words(run, gap))
    if not words:
        return None
    size = _middle(run, [piece.size for piece in run])
    bold = next(piece for piece in run if not piece.chars.isspace()).bold
    on_line = [piece for piece in run if piece.size >= size]
    y = _middle(on_line, [piece.y for piece in on_line])
    return Line(words, y, size, bold, open=run[-1].chars.isspace())


def _middle(run: list[Printed], values: list[float]) -> float:
    """The value of most of the letters, if not of the middle one."""
    if max(values) == min(values):
        return values[0]
    each = zip(run, values, strict=True)
    return median(value for piece, value in each for _ in piece.chars)


def _words(run: list[Printed], gap: float) -> Iterator[Word]:
    """The letters between blanks; a blank that other letters are printed upon parts nothing."""
    blanks = [(piece.x0 + piece.x1) / 2 for piece in run if piece.chars.isspace()]
    word: list[Printed] = []
    for piece in run:
        if piece.chars.isspace() or (word and _again(word[-1], piece)):
            continue
        if word and _apart(word[-1], piece, gap, blanks):
            yield _word(word)
            word = []
        word.append(piece)
    if word:
        yield _word(word)


def _apart(left: Printed, right: Printed, gap: float, blanks: list[float]) -> bool:
    near = _TWICE * right.size
    if right.x0 - left.x1 > gap * right.size:
        return True
    place = bisect_left(blanks, left.x1 - near)
    return place < len(blanks) and blanks[place] < right.x0 + near and right.x0 > left.x1 - near


def _again(before: Printed, piece: Printed) -> bool:
    """Whether letters are printed a second time to look bold."""
    return before.chars == piece.chars and piece.x0 - before.x0 < _TWICE * piece.size


def _word(run: list[Printed]) -> Word:
    if len(run) == 1:
        return Word(run[0].chars, run[0].x0, run[0].x1)
    chars = "".join(piece.chars for piece in run)
    return Word(chars, run[0].x0, max(piece.x1 for piece in run))
