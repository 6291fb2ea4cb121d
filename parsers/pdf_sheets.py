"""What a page of a PDF shows: words or letters at their places, ruling lines, pictures.

Both readers of the format give these values; all that follows works with them alone. Places are
in points from the lower left corner of the page as a person sees it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter

import msgspec

Point = tuple[float, float]
_THIN = 3.0  # points: a rectangle this thin is a line that was drawn as a rectangle
_SHORTEST_RULE = 6.0
MOST_RULES = 2_000  # of one page; a drawing has more, a table of an act has not
_CHARS = attrgetter("chars")
UNKNOWN = "\ufffd"
# What no document can hold: control marks and halves of characters, which damaged fonts give.
_NO_LETTER = re.compile(r"[\x00\x01\x03-\x08\x0e-\x1f\ud800-\udfff\uffff]")
_HYPHEN = re.compile(r"[\x02\ufffe\u00ad\u2010\u2011]")
_ODD = re.compile(f"{_NO_LETTER.pattern}|{_HYPHEN.pattern}")


class Printed(msgspec.Struct, frozen=True, gc=False):
    """Letters printed side by side, or one blank: their sides, baseline ``y`` and size of type.

    What a page gives letter by letter; words that surely are words come in stretches.
    """

    chars: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False

    @property
    def length(self) -> int:
        """How many letters they are."""
        return len(self.chars)


class Word(msgspec.Struct, frozen=True, gc=False):
    """A word between two blanks and its sides."""

    chars: str
    x0: float
    x1: float


class Stretch(msgspec.Struct, frozen=True, gc=False):
    """Words printed one behind the other on one baseline, with one blank between any two.

    ``end`` is where a blank behind the last word ends; ``None`` where none is printed. ``apart``
    are the places of words behind which none is printed either: the next word stands so far off
    that it is surely another.
    """

    words: tuple[Word, ...]
    y: float
    size: float
    bold: bool = False
    end: float | None = None
    apart: tuple[int, ...] = ()

    @property
    def chars(self) -> str:
        """The words and the blanks."""
        words = [word.chars for word in self.words]
        if self.apart:
            bounds = pairwise([0, *(place + 1 for place in self.apart), len(words)])
            words = ["".join([" ".join(words[start:end]) for start, end in bounds])]
        return " ".join(words) + " " * (self.end is not None)

    @property
    def length(self) -> int:
        """How many letters and blanks they are."""
        blanks = len(self.words) - 1 - len(self.apart) + (self.end is not None)
        return sum(map(len, map(_CHARS, self.words))) + blanks

    def pieces(self) -> Iterator[Printed]:
        """The same, word by word and blank by blank."""
        y, size, bold = self.y, self.size, self.bold
        sides: list[float | None] = [*(word.x0 for word in self.words[1:]), self.end]
        for place in self.apart:
            sides[place] = None
        for word, side in zip(self.words, sides, strict=True):
            yield Printed(word.chars, word.x0, word.x1, y, size, bold)
            if side is not None:
                yield Printed(" ", word.x1, side, y, size, bold)


class Rule(msgspec.Struct, frozen=True, gc=False):
    """A straight ruling line, across (``y0 == y1``) or upright (``x0 == x1``)."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def across(self) -> bool:
        """Whether the line runs from left to right."""
        return self.y0 == self.y1


Piece = Printed | Stretch


class Sheet(msgspec.Struct, frozen=True):
    """A page: ``pictures`` tells whether there is any image on it."""

    width: float
    height: float
    printed: tuple[Piece, ...]
    rules: tuple[Rule, ...] = ()
    pictures: bool = False

    @property
    def length(self) -> int:
        """How many letters and blanks are printed."""
        return sum([piece.length for piece in self.printed])


class Frame(msgspec.Struct, frozen=True):
    """The visible part of a page and how it is turned (clockwise, in degrees)."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0

    @property
    def size(self) -> Point:
        """Width and height as seen."""
        wide, high = self.right - self.left, self.top - self.bottom
        return (high, wide) if self.turn in {90, 270} else (wide, high)

    def seen(self, x: float, y: float) -> Point:
        """Where a point of the page's own space is seen."""
        match self.turn:
            case 90:
                return y - self.bottom, self.right - x
            case 180:
                return self.right - x, self.top - y
            case 270:
                return self.top - y, x - self.left
        return x - self.left, y - self.bottom


def printed(chars: str, start: Point, end: Point, size: float, *, bold: bool) -> Printed:
    """The letters between two points of their baseline."""
    left, right = sorted((start[0], end[0]))
    return Printed(legible(chars), left, right, start[1], size, bold)


def legible(chars: str) -> str:
    """The letters with any hyphen typed as one, and what is no letter marked as unknown."""
    if chars.isalnum() or not _ODD.search(chars):
        return chars
    return _NO_LETTER.sub(UNKNOWN, _HYPHEN.sub("-", chars))


def rules_of(one: Point, other: Point) -> list[Rule]:
    """The ruling line between two corners; none where they are far apart in both directions."""
    (x0, x1), (y0, y1) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    wide, high = x1 - x0, y1 - y0
    if high <= _THIN and wide >= _SHORTEST_RULE:
        return [Rule(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)]
    if wide <= _THIN and high >= _SHORTEST_RULE:
        return [Rule((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)]
    return []


def edges_of(one: Point, other: Point) -> list[Rule]:
    """The ruling lines of a drawn rectangle: one where it is thin, else its four sides."""
    thin = rules_of(one, other)
    if thin:
        return thin
    (x0, y0), (x1, y1) = one, other
    corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)]
    return [rule for pair in pairwise(corners) for rule in rules_of(*pair)]
