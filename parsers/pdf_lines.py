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

from parsers.pdf_sheets import Glyph

_SAME_LINE = 0.35  # of the size: how far a raised figure may stand above its line
_TWICE = 0.1  # of the size: letters so near each other are one letter printed twice
_GAP, _GAP_BESIDE_BLANKS = 0.17, 0.3  # of the size: what parts words, without and with blanks
_BLANKS = 0.04  # share of blanks from which a page is taken to print them
_COLUMN_GAP = 2.4  # of the size: the least space between two columns
_WIDER = 2.5  # times the other spaces of the line
_LEAST_GAP, _FAR_WIDER = 1.2, 4.0  # the same where one space of the line stands out alone
_NUMBER = re.compile(r"\d+(?:[.-]\d+)*[.)]|[-–—•●▪*]")
_NAUGHT = 0.25  # of the size: the width of a blank


class Word(msgspec.Struct, frozen=True, gc=False):
    """A word between two blanks and its sides."""

    chars: str
    x0: float
    x1: float


class Line(msgspec.Struct, frozen=True):
    """The words that stand on one baseline ``y``."""

    words: tuple[Word, ...]
    y: float
    size: float
    bold: bool = False

    @property
    def text(self) -> str:
        """The words with a blank between them."""
        return " ".join(word.chars for word in self.words)

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
        cuts = [place for place in range(1, len(self.words)) if self._parts(gaps, place - 1)]
        bounds = [0, *cuts, len(self.words)]
        return tuple(
            msgspec.structs.replace(self, words=self.words[start:end])
            for start, end in pairwise(bounds)
        )

    def _parts(self, gaps: list[float], place: int) -> bool:
        """Whether a space is wide in itself and beside the ordinary spaces of the line.

        After the number of a clause or the sign of a list it is an indent.
        """
        if place == 0 and _NUMBER.fullmatch(self.words[0].chars) and len(gaps) > 1:
            return False
        others = [gap for at, gap in enumerate(gaps) if at != place]
        if gaps[place] >= _COLUMN_GAP * self.size:
            return not others or any(gap < gaps[place] / _WIDER for gap in others)
        standing_out = bool(others) and gaps[place] >= _FAR_WIDER * max(others)
        return standing_out and gaps[place] >= _LEAST_GAP * self.size


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines of a page, or of one cell, from the top."""
    printed = [glyph for glyph in glyphs if glyph.char]
    blanks = sum(glyph.char.isspace() for glyph in printed)
    gap = _GAP_BESIDE_BLANKS if blanks > _BLANKS * len(printed) else _GAP
    found = (_line(sorted(run, key=lambda glyph: glyph.x0), gap) for run in _baselines(printed))
    return [line for line in found if line]


def _baselines(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    """The letters of each baseline; letters a little above or below belong to it."""
    run: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: (-glyph.y, glyph.x0)):
        if run and run[0].y - glyph.y > _SAME_LINE * max(run[0].size, glyph.size):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _line(run: list[Glyph], gap: float) -> Line | None:
    words = tuple(_words(run, gap))
    if not words:
        return None
    size = median(glyph.size for glyph in run)
    bold = next(glyph for glyph in run if not glyph.char.isspace()).bold
    on_line = [glyph.y for glyph in run if glyph.size >= size]
    return Line(words, median(on_line), size, bold)


def _words(run: list[Glyph], gap: float) -> Iterator[Word]:
    """The letters between blanks; a blank that other letters are printed upon parts nothing."""
    blanks = [(glyph.x0 + glyph.x1) / 2 for glyph in run if glyph.char.isspace()]
    word: list[Glyph] = []
    for glyph in run:
        if glyph.char.isspace() or (word and _again(word[-1], glyph)):
            continue
        if word and _apart(word[-1], glyph, gap, blanks):
            yield _word(word)
            word = []
        word.append(glyph)
    if word:
        yield _word(word)


def _apart(left: Glyph, right: Glyph, gap: float, blanks: list[float]) -> bool:
    near = _TWICE * right.size
    if right.x0 - left.x1 > gap * right.size:
        return True
    place = bisect_left(blanks, left.x1 - near)
    return place < len(blanks) and blanks[place] < right.x0 + near and right.x0 > left.x1 - near


def _again(before: Glyph, glyph: Glyph) -> bool:
    """Whether a letter is printed a second time to look bold."""
    return before.char == glyph.char and glyph.x0 - before.x0 < _TWICE * glyph.size


def _word(run: list[Glyph]) -> Word:
    chars = "".join(glyph.char for glyph in run)
    return Word(chars, run[0].x0, max(glyph.x1 for glyph in run))
