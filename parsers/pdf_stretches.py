"""Words put together as they are printed: one behind the other, with one blank between any two."""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec

from parsers.pdf_sheets import Piece, Printed, Stretch, Word

_SAME = 0.02  # points within which two baselines were meant to be one
_BLANK = 0.25  # of the size: the width of a blank that ends a line


class Setting(msgspec.Struct, frozen=True, gc=False):
    """How the words of a line are set."""

    size: float
    bold: bool = False


class Whole(msgspec.Struct, frozen=True, gc=False):
    """Words of one stretch; ``apart`` are the places of those with no printed blank behind them."""

    words: Sequence[Word]
    apart: tuple[int, ...] = ()


class Stretching:
    """The words of a page, in the order of the file, as stretches; letters stand for themselves.

    With each of them ``behind`` tells whether one blank is printed before it, behind another.
    """

    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        self._words: Sequence[Word] = ()  # of the stretch at hand
        self._apart: tuple[int, ...] = ()
        self._y, self._setting = 0.0, Setting(0.0, bold=False)
        self._letter: Printed | None = None  # what a blank follows where no stretch is at hand

    def begin(self, word: Word, y: float, setting: Setting, *, behind: bool) -> list[Word]:
        """The words of a new stretch: those that surely go on with it are to be added."""
        words = [word]
        self.whole(Whole(words), y, setting, behind=behind)
        return words

    def whole(self, found: Whole, y: float, setting: Setting, *, behind: bool) -> None:
        """A new stretch of all these words."""
        self._close(found.words[0].x0, y, behind=behind)
        self._words, self._apart, self._y, self._setting = found.words, found.apart, y, setting

    def letters(self, pieces: list[Printed], *, behind: bool) -> None:
        """Letters of which it is not sure that they are a word."""
        if pieces:
            self._close(pieces[0].x0, pieces[0].y, behind=behind)
            self._pieces += pieces
            self._letter = pieces[-1]

    def pieces(self, *, behind: bool) -> list[Piece]:
        """All of them, the last one ended."""
        self._close(-math.inf, self._y, behind=behind)
        return self._pieces

    def _close(self, x: float, y: float, *, behind: bool) -> None:
        """End the stretch at hand before what stands at this place."""
        if self._words:
            self._pieces.append(self._stretch(x, y, behind=behind))
            self._words = ()
        elif behind and self._letter:
            one = self._letter
            end = _end(one, x, y)
            self._pieces.append(Printed(" ", one.x1, end, one.y, one.size, one.bold))
        self._letter = None

    def _stretch(self, x: float, y: float, *, behind: bool) -> Stretch:
        words, size, bold = tuple(self._words), self._setting.size, self._setting.bold
        last = words[-1]
        end = _end(Printed("", last.x0, last.x1, self._y, size, bold), x, y) if behind else None
        return Stretch(words, self._y, size, bold, end, self._apart)


def _end(before: Printed, x: float, y: float) -> float:
    """Where a blank ends: at what stands behind it, if that is on the same line."""
    level = -_SAME < before.y - y < _SAME and before.x1 <= x
    return x if level else before.x1 + _BLANK * before.size
