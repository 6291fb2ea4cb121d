"""Functions of pypdfium2 for what is asked once a word: called in turn, their answers kept in rows.

The package checks every argument of every call, which takes longer than the answers. Here the
arguments are of the right types by construction: what the library itself gave, whole numbers, and
places in a room of our own.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import repeat
from typing import Any

import msgspec

_ROOM = 320  # words: most pages have fewer
_SIDES = 4  # of a box: left, top, right, bottom
_LETTERS = 8_192  # bytes: two for each letter, and most pages have fewer
_DOUBLE, _FLOAT = ctypes.sizeof(ctypes.c_double), ctypes.sizeof(ctypes.c_float)


class Calls(msgspec.Struct, frozen=True):
    """The functions, by what they tell of a letter or of a drawn object."""

    text: Any
    origin: Any
    box: Any
    is_generated: Any
    size: Any
    font: Any
    matrix: Any
    object_of_page: Any
    kind: Any
    object_matrix: Any
    segments: Any
    segment: Any
    point: Any
    begins: Any
    closes: Any


@cache
def calls() -> Calls:
    """The functions without the checks.

    Raises:
        ImportError: pypdfium2 is not installed.
    """
    import pypdfium2.raw as raw  # noqa: PLC0415, PLR0402 - a heavy library, loaded when needed

    return Calls(
        text=_unchecked(raw.FPDFText_GetText),
        origin=_unchecked(raw.FPDFText_GetCharOrigin),
        box=_unchecked(raw.FPDFText_GetLooseCharBox),
        is_generated=_unchecked(raw.FPDFText_IsGenerated),
        size=_unchecked(raw.FPDFText_GetFontSize),
        font=_unchecked(raw.FPDFText_GetFontInfo),
        matrix=_unchecked(raw.FPDFText_GetMatrix),
        object_of_page=_unchecked(raw.FPDFPage_GetObject),
        kind=_unchecked(raw.FPDFPageObj_GetType),
        object_matrix=_unchecked(raw.FPDFPageObj_GetMatrix),
        segments=_unchecked(raw.FPDFPath_CountSegments),
        segment=_unchecked(raw.FPDFPath_GetPathSegment),
        point=_unchecked(raw.FPDFPathSegment_GetPoint),
        begins=_unchecked(raw.FPDFPathSegment_GetType),
        closes=_unchecked(raw.FPDFPathSegment_GetClose),
    )


def _unchecked(function: Any) -> Any:  # noqa: ANN401 - the library has no types
    """The function at the same place, with no types of arguments that are to be checked.

    Other threads wait while it answers: to let them run would take longer than the answer.
    """
    place = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(function.restype)(place)


def place_of(text: Any) -> Any:  # noqa: ANN401 - the library has no types
    """Where the library keeps a page's text, ready to be handed over again and again."""
    return ctypes.byref(text.contents)


class Room:
    """Where the library leaves its answers; taken up again for each page of a document."""

    def __init__(self) -> None:
        self._calls = calls()
        self._words = 0
        self._make(_ROOM)
        self._letters = ctypes.create_string_buffer(_LETTERS)

    def _make(self, words: int) -> None:
        self._words = words
        self._points = (ctypes.c_double * (2 * words))()
        self._corners = (ctypes.c_float * (_SIDES * words))()
        point, corner = 2 * _DOUBLE, _SIDES * _FLOAT
        self._xs = [ctypes.byref(self._points, point * at) for at in range(words)]
        self._ys = [ctypes.byref(self._points, point * at + _DOUBLE) for at in range(words)]
        self._boxes = [ctypes.byref(self._corners, corner * at) for at in range(words)]

    def letters(self, text: Any, many: int) -> str:  # noqa: ANN401 - as above
        """All letters of a page; fewer than ``many`` where the library keeps back some of them."""
        needed = 2 * (many + 1)
        if needed > len(self._letters):
            self._letters = ctypes.create_string_buffer(2 * needed)
        met = self._calls.text(text, 0, many, self._letters)
        found = ctypes.string_at(self._letters, 2 * max(met - 1, 0))
        return found.decode("utf-16-le", "surrogatepass")

    def origins(self, text: Any, letters: Sequence[int]) -> tuple[list[float], list[float]]:  # noqa: ANN401 - as above
        """How far from the left and from below these letters of a page begin."""
        self._fit(len(letters))
        _each(map(self._calls.origin, repeat(place_of(text)), letters, self._xs, self._ys))
        end = 2 * len(letters)
        return self._points[0:end:2], self._points[1:end:2]

    def boxes(
        self,
        text: Any,  # noqa: ANN401 - as above
        letters: Sequence[int],
    ) -> tuple[list[float], list[float], list[float]]:
        """The tops, the right sides and the bottoms of these letters."""
        self._fit(len(letters))
        _each(map(self._calls.box, repeat(place_of(text)), letters, self._boxes))
        found, end = self._corners, _SIDES * len(letters)
        return found[1:end:_SIDES], found[2:end:_SIDES], found[3:end:_SIDES]

    def are_generated(self, text: Any, letters: Iterable[int]) -> list[int]:  # noqa: ANN401 - as above
        """1 for each letter that the library guessed."""
        return list(map(self._calls.is_generated, repeat(place_of(text)), letters))

    def _fit(self, words: int) -> None:
        if words > self._words:
            self._make(max(words, 2 * self._words))


def _each(answers: Iterable[int]) -> None:
    deque(answers, maxlen=0)
