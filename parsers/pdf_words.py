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
from typing import Any

from parsers.pdf_sheets import Frame, Printed, Rule, legible, printed

_WORD = re.compile(r"(\S+)([^\S\r\n]*)")  # with the blanks behind it; a line begins with none
_BOLD = b"bold"
_LONGEST_NAME = 96  # bytes of a font's name that are looked at
_SAME = 0.02  # points within which two places were meant to be one
_RAISED = 0.05  # of the size: how far above the line the last letter of a word may begin
# Of the size: letters are narrower on the average, and wider; else they stand apart, or the file
# goes back on its line within the word.
_WIDEST, _NARROWEST = 0.95, 0.18
_BLANK = 0.25  # of the size: the width of a blank that ends a line
_IN_WALL = 1.0  # points by which a word must reach over a ruling line to be cut by it


class PageWords:
    """The words of one open page, in the order of the file."""

    def __init__(self, text: Any, frame: Frame, rules: tuple[Rule, ...]) -> None:  # noqa: ANN401 - the library has no types
        import pypdfium2.raw as raw  # noqa: PLC0415, PLR0402 - a heavy library, loaded when needed

        self._raw, self._text, self._frame = raw, text, frame
        self._origin, self._box_of = raw.FPDFText_GetCharOrigin, raw.FPDFText_GetLooseCharBox
        self._walls = sorted((rule.x0, rule.y0, rule.y1) for rule in rules if not rule.across)
        self._box, self._x, self._y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        self._name = ctypes.create_string_buffer(_LONGEST_NAME)
        self._line = math.inf
        self._bold, self._size = False, 0.0

    def read(self) -> Iterator[Printed]:
        """The words and the blanks that are printed; those that the library guessed are not."""
        letters = self._raw.FPDFText_CountChars(self._text)
        chars = self._chars(letters)
        if self._frame.turn or len(chars) != letters:
            return self._letters(0, letters)
        return self._words(chars)

    def _chars(self, letters: int) -> str:
        """All letters; their number differs where the library keeps back some of them."""
        room = ctypes.create_string_buffer(2 * (letters + 1))
        units = ctypes.cast(room, ctypes.POINTER(ctypes.c_ushort))
        met = self._raw.FPDFText_GetText(self._text, 0, letters, units)
        return room.raw[: 2 * max(met - 1, 0)].decode("utf-16-le", "surrogatepass")

    def _words(self, chars: str) -> Iterator[Printed]:
        clear = legible(chars) == chars
        blanks: range | None = None
        before: Printed | None = None
        for match in _WORD.finditer(chars):
            word, behind = match.groups()
            start = match.start()
            end = start + len(word)
            one = self._word(word if clear else legible(word), start, end)
            pieces = [one] if one else list(self._letters(start, end))
            if blanks and before and pieces:
                yield from self._blanks(blanks, before, pieces[0])
            yield from pieces
            before = pieces[-1] if pieces else before
            blanks = range(end, end + len(behind)) if behind else None
        if blanks and before:
            yield from self._blanks(blanks, before, before)

    def _word(self, word: str, start: int, end: int) -> Printed | None:
        """The word; ``None`` where its two ends do not speak for all of it."""
        text, box, frame = self._text, self._box, self._frame
        self._origin(text, start, self._x, self._y)
        self._box_of(text, end - 1, box)
        base = self._y.value
        if not -_SAME < base - self._line < _SAME:
            self._begin(start, base)
        x0, x1, y = self._x.value - frame.left, box.right - frame.left, base - frame.bottom
        size = self._size
        if not box.bottom - _RAISED * size <= base < box.top:
            return None
        if end - start > 1:
            wide = (x1 - x0) / (end - start)
            if not _NARROWEST * size < wide < _WIDEST * size:
                return None
            if self._walls and self._is_cut(x0, x1, y):
                return None
        return Printed(word, x0, x1, y, size, self._bold)

    def _begin(self, start: int, base: float) -> None:
        """A new line: its first word speaks for it."""
        self._line, self._bold = base, self._is_bold(start)
        self._size = self._raw.FPDFText_GetFontSize(self._text, start) * self._scale(start)

    def _is_cut(self, x0: float, x1: float, y: float) -> bool:
        """Whether a ruling line goes through a word."""
        place = bisect_left(self._walls, (x0 + _IN_WALL,))
        for x, low, high in self._walls[place:]:
            if x >= x1 - _IN_WALL:
                return False
            if low <= y <= high:
                return True
        return False

    def _blanks(self, places: range, before: Printed, after: Printed) -> Iterator[Printed]:
        """The blanks between two words; one alone lies where the words leave room for it."""
        real = [at for at in places if self._raw.FPDFText_IsGenerated(self._text, at) != 1]
        if len(places) > 1:
            yield from (one for at in real for one in self._letters(at, at + 1))
        elif real:
            level = -_SAME < before.y - after.y < _SAME and before.x1 <= after.x0
            end = after.x0 if level else before.x1 + _BLANK * before.size
            yield Printed(" ", before.x1, end, before.y, before.size, before.bold)

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
        flags = ctypes.c_int()
        self._raw.FPDFText_GetFontInfo(self._text, place, self._name, _LONGEST_NAME, flags)
        return _BOLD in self._name.value.lower()

    def _scale(self, place: int) -> float:
        """How much larger than its font's size a letter is printed."""
        matrix = self._raw.FS_MATRIX()
        self._raw.FPDFText_GetMatrix(self._text, place, matrix)
        return math.hypot(matrix.c, matrix.d) or 1.0
