"""Words of a page with what the library tells of them, told apart by how sure their ends make them.

All words of an act pass here: nothing is called for a word that can be told without.
"""

from __future__ import annotations

import math
import re
from itertools import accumulate
from operator import add

import msgspec
from msgspec.structs import replace

from parsers.pdf_lines import GAP_BESIDE_BLANKS
from parsers.pdf_sheets import Word, legible
from parsers.pdf_stretches import Whole

_END = "\r\n"  # of a line, as the library gives it
_GAPS = re.compile(r"\s+")
_BREAK = re.compile(r"[\r\n]")
_RAISED = 0.05  # of the size: how far above the line the last letter of a word may begin
# Of the size: letters are narrower on the average, and wider; else they stand apart, or the file
# goes back on its line within the word.
_WIDEST, _NARROWEST = 0.95, 0.18
# Of the size: a word this far behind another is never a part of it, even with no blank between.
_FAR = GAP_BESIDE_BLANKS + 0.01
_STEP = 0.1  # of the size: words that begin nearer to each other may be one printed twice

# A word, its start among the letters, baseline, sides, top and bottom, the blanks behind it.
Asked = tuple[str, int, float, float, float, float, float, int]


class Letters(msgspec.Struct, frozen=True):
    """The letters of a page cut into words; ``blanks`` counts those behind each word."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    blanks: list[int]


def cut(chars: str) -> Letters:
    """The words of a page, and where they stand among its letters."""
    words = chars.split()
    letters = _in_turn(chars, words) or _by_gaps(chars, words)
    if legible(chars) is chars:
        return letters
    return replace(letters, words=[legible(word) for word in words])


def _in_turn(chars: str, words: list[str]) -> Letters | None:
    """The words of a page that has nothing but single blanks and ends of lines between them.

    ``None`` where there is more: most pages are so plain that nothing need be searched for.
    """
    lines = chars.split(_END)
    if not words or " ".join(words) != " ".join(lines):
        return None
    blanks: list[int] = []
    before: list[int] = []  # letters of the gaps before each word
    gaps = 0
    for line in lines:
        many = line.count(" ")
        blanks += [1] * many
        blanks.append(0)
        before += range(gaps, gaps + many + 1)
        gaps += many + len(_END)
    sizes = list(map(len, words))
    starts = list(map(add, accumulate(sizes, initial=0), before))
    return Letters(words, starts, list(map(add, starts, sizes)), blanks)


def _by_gaps(chars: str, words: list[str]) -> Letters:
    """The words of any page."""
    gaps = _GAPS.findall(chars)
    first = len(gaps.pop(0)) if chars[:1].isspace() else 0
    sizes = list(map(len, words))
    starts = list(accumulate(map(add, sizes, map(len, gaps)), initial=first))[: len(words)]
    blanks = [_blanks_in(gap) for gap in gaps] + [0] * (len(words) - len(gaps))
    return Letters(words, starts, list(map(add, starts, sizes)), blanks)


def _blanks_in(gap: str) -> int:
    """The blanks behind a word; those that begin the next line are none."""
    broken = _BREAK.search(gap)
    return broken.start() if broken else len(gap)


def is_sure(asked: Asked, size: float) -> bool:
    """Whether the two ends of a word speak for all its letters."""
    word, _, base, x0, x1, top, low, _ = asked
    many = len(word)
    on_line = low - _RAISED * size <= base < top
    return on_line and (many == 1 or _NARROWEST * size < (x1 - x0) / many < _WIDEST * size)


def least(word: Word, size: float) -> float:
    """Where the next word must begin to go on with this one: not upon it."""
    return max(word.x1, word.x0 + _STEP * size)


def whole(run: list[Asked], size: float, left: float) -> Whole | None:
    """The words of one baseline as a stretch; ``None`` where any of them is not surely a word.

    The same as word by word, in one go: all words of an act pass here.
    """
    lift, wide, narrow = _RAISED * size, _WIDEST * size, _NARROWEST * size
    step, far = _STEP * size, _FAR * size
    words: list[Word] = []
    apart: list[int] = []
    begins = -math.inf
    for word, _, base, x0, x1, top, low, blanks in run:
        start, end = x0 - left, x1 - left
        if not (
            start >= begins
            and low - lift <= base < top
            and (narrow < (x1 - x0) / len(word) < wide or len(word) == 1)
        ):
            return None
        words.append(Word(word, start, end))
        if blanks == 1:
            begins = end if end > start + step else start + step  # noqa: FURB136 - a call is slow
        elif blanks:
            begins = math.inf
        else:
            begins = end + far
            apart.append(len(words) - 1)
    return Whole(words, tuple(apart) if blanks else tuple(apart[:-1]))
