"""The words of a PDF's page through pypdfium2, each with its place.

The library is asked for all letters of a page at once, and for places of the first and the last
letter of a word alone: asking letter by letter takes ten times as long as reading the page. Where
the ends of a word do not tell where its letters are, it is given letter by letter.
"""

from __future__ import annotations

import ctypes
import math
from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from parsers.pdf_asked import Asked, Letters, cut, is_sure, least, whole
from parsers.pdf_calls import Room, calls, place_of
from parsers.pdf_sheets import Frame, Piece, Printed, Rule, Word, printed
from parsers.pdf_stretches import Setting, Stretching, Whole

_BASELINE = itemgetter(2)
_BOLD = b"bold"
_LONGEST_NAME = 96  # bytes of a font's name that are looked at
_SAME = 0.02  # points within which two places were meant to be one
_IN_WALL = 1.0  # points by which a word must reach over a ruling line to be cut by it


class PageWords:
    """The words of one open page, in the order of the file."""

    def __init__(self, text: Any, frame: Frame, rules: tuple[Rule, ...], room: Room) -> None:  # noqa: ANN401 - the library has no types
        import pypdfium2.raw as raw  # noqa: PLC0415, PLR0402 - a heavy library, loaded when needed

        self._raw, self._calls, self._room = raw, calls(), room
        self._text, self._text_at, self._frame = text, place_of(text), frame
        self._walls = sorted((rule.x0, rule.y0, rule.y1) for rule in rules if not rule.across)
        self._name = ctypes.create_string_buffer(_LONGEST_NAME)
        self._matrix = raw.FS_MATRIX()
        self._matrix_at, self._flags_at = ctypes.byref(self._matrix), ctypes.byref(ctypes.c_int())

    def read(self) -> list[Piece]:
        """The words and the blanks that are printed; those that the library guessed are not."""
        letters = self._raw.FPDFText_CountChars(self._text)
        chars = self._room.letters(self._text, letters)
        if self._frame.turn or len(chars) != letters:
            return list(self._letters(0, letters))
        return self._words(cut(chars))

    def _words(self, letters: Letters) -> list[Piece]:
        """Baseline by baseline: all its words at once where each of them surely is a word."""
        line, setting, found, behind = math.nan, Setting(0.0), Stretching(), False
        bottom = self._frame.bottom
        for base, same in groupby(self._asked(letters), _BASELINE):
            run = list(same)
            if base != line and not -_SAME < base - line < _SAME:
                line, setting = base, self._setting(run[0][1])  # the first word speaks for its line
            together = whole(run, setting.size, self._frame.left)
            if together is None or (self._walls and self._are_cut(together, base - bottom)):
                behind = self._one_by_one(run, setting, found, behind=behind)
                continue
            found.whole(together, base - bottom, setting, behind=behind)
            behind = run[-1][-1] == 1 or self._is_blank_behind(run[-1], found)
        return found.pieces(behind=behind)

    def _is_blank_behind(self, asked: Asked, found: Stretching) -> bool:
        """Whether one blank is printed behind a word; of several each is given with its place."""
        word, start, *_, blanks = asked
        if blanks > 1:
            found.letters(self._blanks(start + len(word), blanks), behind=False)
        return blanks == 1

    def _one_by_one(
        self, run: list[Asked], setting: Setting, found: Stretching, *, behind: bool
    ) -> bool:
        """Words whose two ends speak for all of them; the others letter by letter.

        ``begins`` is where a word must begin to go on with the words before it: behind a blank
        that is printed, and not upon them. What comes back is whether one is printed at the end.
        """
        left, bottom, size = self._frame.left, self._frame.bottom, setting.size
        words: list[Word] | None = None
        begins = math.inf
        for asked in run:
            word, start, base, x0, x1, *_ = asked
            one = Word(word, x0 - left, x1 - left)
            if not is_sure(asked, size) or self._is_cut(one, base - bottom):
                found.letters(list(self._letters(start, start + len(word))), behind=behind)
                words = None
            elif words is not None and one.x0 >= begins:
                words.append(one)
            else:
                words = found.begin(one, base - bottom, setting, behind=behind)
            behind = self._is_blank_behind(asked, found)
            begins = least(one, size) if behind else math.inf
        return behind

    def _asked(self, letters: Letters) -> Iterator[Asked]:
        """The words with what is told of them."""
        room, text = self._room, self._text
        xs, ys = room.origins(text, letters.starts)
        tops, rights, bottoms = room.boxes(text, [end - 1 for end in letters.ends])
        guessed = room.are_generated(text, letters.ends)
        blanks = [
            blanks - guess if blanks == 1 else blanks
            for blanks, guess in zip(letters.blanks, guessed, strict=True)
        ]
        return zip(
            letters.words, letters.starts, ys, xs, rights, tops, bottoms, blanks, strict=True
        )

    def _blanks(self, start: int, many: int) -> list[Printed]:
        """Blanks side by side, each with its place."""
        return [one for at in range(start, start + many) for one in self._letters(at, at + 1)]

    def _setting(self, place: int) -> Setting:
        """How a letter is set."""
        size = self._calls.size(self._text_at, place) * self._scale(place)
        return Setting(size, self._is_bold(place))

    def _are_cut(self, found: Whole, y: float) -> bool:
        return any(self._is_cut(word, y) for word in found.words)

    def _is_cut(self, word: Word, y: float) -> bool:
        """Whether a ruling line goes through a word."""
        if len(word.chars) == 1:
            return False  # it cannot stand on both sides
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
        self._calls.font(self._text_at, place, self._name, _LONGEST_NAME, self._flags_at)
        return _BOLD in self._name.value.lower()

    def _scale(self, place: int) -> float:
        """How much larger than its font's size a letter is printed."""
        self._calls.matrix(self._text_at, place, self._matrix_at)
        return math.hypot(self._matrix.c, self._matrix.d) or 1.0
