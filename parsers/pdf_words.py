"""The words of a PDF's page through pypdfium2, each with its place.

The library is asked for all letters of a page at once, and for places of the first and the last
letter of a word alone: asking letter by letter takes ten times as long as reading the page. Where
the ends of a word do not tell where its letters are, it is given letter by letter.
"""

from __future__ import annotations

import ctypes
import math
import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

import msgspec

from parsers.pdf_calls import Room, calls
from parsers.pdf_sheets import Frame, Piece, Printed, Rule, Word, legible, printed
from parsers.pdf_stretches import Setting, Stretching

_PIECES = re.compile(r"\S+|\s+")
_BREAK = re.compile(r"[\r\n]")
_BOLD = b"bold"
_LONGEST_NAME = 96  # bytes of a font's name that are looked at
_SAME = 0.02  # points within which two places were meant to be one
_RAISED = 0.05  # of the size: how far above the line the last letter of a word may begin
# Of the size: letters are narrower on the average, and wider; else they stand apart, or the file
# goes back on its line within the word.
_WIDEST, _NARROWEST = 0.95, 0.18
_STEP = 0.1  # of the size: words that begin nearer to each other may be one printed twice
_IN_WALL = 1.0  # points by which a word must reach over a ruling line to be cut by it


class Letters(msgspec.Struct, frozen=True):
    """The letters of a page cut into words; ``blanks`` counts those behind each word."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    blanks: list[int]


def cut(chars: str) -> Letters:
    """The words of a page, and where they stand among its letters."""
    pieces = _PIECES.findall(chars)
    places = list(accumulate(map(len, pieces), initial=0))
    first = int(chars[:1].isspace())
    gaps = pieces[first + 1 :: 2]
    behind = {gap: _blanks_in(gap) for gap in set(gaps)}
    words = pieces[first::2]
    if legible(chars) is not chars:
        words = [legible(word) for word in words]
    blanks = [behind[gap] for gap in gaps] + [0] * (len(words) - len(gaps))
    return Letters(words, places[first:-1:2], places[first + 1 :: 2], blanks)


def _blanks_in(gap: str) -> int:
    """The blanks behind a word; those that begin the next line are none."""
    broken = _BREAK.search(gap)
    return broken.start() if broken else len(gap)


class PageWords:
    """The words of one open page, in the order of the file."""

    def __init__(self, text: Any, frame: Frame, rules: tuple[Rule, ...], room: Room) -> None:  # noqa: ANN401 - the library has no types
        import pypdfium2.raw as raw  # noqa: PLC0415, PLR0402 - a heavy library, loaded when needed

        self._raw, self._calls, self._room = raw, calls(), room
        self._text, self._frame = text, frame
        self._walls = sorted((rule.x0, rule.y0, rule.y1) for rule in rules if not rule.across)
        self._name = ctypes.create_string_buffer(_LONGEST_NAME)
        self._matrix = raw.FS_MATRIX()
        self._matrix_at, self._flags_at = ctypes.byref(self._matrix), ctypes.byref(ctypes.c_int())

    def read(self) -> list[Piece]:
        """The words and the blanks that are printed; those that the library guessed are not."""
        letters = self._raw.FPDFText_CountChars(self._text)
        chars = self._chars(letters)
        if self._frame.turn or len(chars) != letters:
            return list(self._letters(0, letters))
        return self._words(cut(chars))

    def _chars(self, letters: int) -> str:
        """All letters; their number differs where the library keeps back some of them."""
        room = ctypes.create_string_buffer(2 * (letters + 1))
        met = self._calls.text(self._text, 0, letters, room)
        return room.raw[: 2 * max(met - 1, 0)].decode("utf-16-le", "surrogatepass")

    def _words(self, letters: Letters) -> list[Piece]:
        """Words whose two ends speak for all of them; the others letter by letter.

        ``least`` is where a word must begin to go on with the words before it: behind a blank
        that is printed, and not upon them. All words of an act pass here: nothing is called for
        a word that can be told without.
        """
        left, bottom = self._frame.left, self._frame.bottom
        line, setting, found = math.nan, Setting(0.0, bold=False), Stretching()
        words: list[Word] = []
        begun, least, size, lift = math.nan, math.inf, 0.0, 0.0
        for word, start, base, x0, x1, top, low, blanks in self._asked(letters):
            if base != line and not -_SAME < base - line < _SAME:
                line, setting = base, self._setting(start)  # the first word speaks for its line
                size, lift = setting.size, _RAISED * setting.size
            many, one = len(word), Word(word, x0 - left, x1 - left)
            if low - lift <= base < top and (
                many == 1
                or (
                    _NARROWEST * size < (x1 - x0) / many < _WIDEST * size
                    and not (self._walls and self._is_cut(one, base - bottom))
                )
            ):
                if base == begun and one.x0 >= least:
                    words.append(one)
                else:
                    words = found.begin(one, base - bottom, setting, behind=least < math.inf)
                    begun = base
                least = max(one.x1, one.x0 + _STEP * size) if blanks == 1 else math.inf
            else:
                found.letters(list(self._letters(start, start + many)), behind=least < math.inf)
                begun, least = math.nan, -math.inf if blanks == 1 else math.inf
            if blanks > 1:
                found.letters(self._blanks(start + many, blanks), behind=False)
        return found.pieces(behind=least < math.inf)

    def _asked(
        self, letters: Letters
    ) -> Iterator[tuple[str, int, float, float, float, float, float, int]]:
        """Each word with its start, baseline, sides, top and bottom, and the blanks behind it."""
        room, text = self._room, self._text
        xs, ys = room.origins(text, letters.starts)
        tops, rights, bottoms = room.boxes(text, [end - 1 for end in letters.ends])
        pairs = list(zip(letters.ends, letters.blanks, strict=True))
        guessed = iter(room.are_generated(text, [end for end, blanks in pairs if blanks == 1]))
        blanks = [next(guessed) != 1 if blanks == 1 else blanks for _, blanks in pairs]
        return zip(
            letters.words, letters.starts, ys, xs, rights, tops, bottoms, blanks, strict=True
        )

    def _blanks(self, start: int, many: int) -> list[Printed]:
        """Blanks side by side, each with its place."""
        return [one for at in range(start, start + many) for one in self._letters(at, at + 1)]

    def _setting(self, place: int) -> Setting:
        """How a letter is set."""
        return Setting(
            self._calls.size(self._text, place) * self._scale(place), bold=self._is_bold(place)
        )

    def _is_cut(self, word: Word, y: float) -> bool:
        """Whether a ruling line goes through a word."""
        first = bisect_left(self._walls, (word.x0 + _IN_WALL,))
        behind = bisect_left(self._walls, (word.x1 - _IN_WALL,), first)
        return any(low <= y <= high for _, low, high in self._walls[first:behind])

    def _letters(self, start: int, end: int) -> Iterator[Printed]:
        """Letter by letter."""
        raw, text, frame = self._raw, self._text, self._frame
        line, bold, scale = None, False, 1.0
        box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        for place in range(start, end):
            if raw.FPDFText_IsGenerated(text, place) == 1:
                continue  # a blank or a line's end that the library guessed
            raw.FPDFText_GetCharOrigin(text, place, x, y)
            raw.FPDFText_GetLooseCharBox(text, place, box)
            base = frame.seen(x.value, y.value)[1]
            one, other = frame.seen(box.left, box.bottom), frame.seen(box.right, box.top)
            char = chr(raw.FPDFText_GetUnicode(text, place))
            if y.value != line:  # the first letter speaks for its line
                line, bold, scale = y.value, self._is_bold(place), self._scale(place)
            size = raw.FPDFText_GetFontSize(text, place) * scale
            yield printed(char, (one[0], base), (other[0], base), size, bold=bold)

    def _is_bold(self, place: int) -> bool:
        self._calls.font(self._text, place, self._name, _LONGEST_NAME, self._flags_at)
        return _BOLD in self._name.value.lower()

    def _scale(self, place: int) -> float:
        """How much larger than its font's size a letter is printed."""
        self._calls.matrix(self._text, place, self._matrix_at)
        return math.hypot(self._matrix.c, self._matrix.d) or 1.0
