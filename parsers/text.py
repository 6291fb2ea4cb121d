"""Text that knows where each of its characters stood in the source.

Lines are cut, joined and put back in order while an act is read; with its origin carried along,
every character can be accounted for at the end, and every element can name its place.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable

from model import Span

_ADDED = -1  # origin of a blank that was set between two pieces


class Text:
    """A string with the source offset of each character; blanks may be added, nothing else."""

    __slots__ = ("chars", "origin")

    def __init__(self, chars: str, origin: array[int]) -> None:
        self.chars = chars
        self.origin = origin

    @classmethod
    def of(cls, source: str, start: int, end: int) -> Text:
        """The stretch of a source from ``start`` to ``end``."""
        return cls(source[start:end], array("i", range(start, end)))

    @classmethod
    def join(cls, pieces: Iterable[Text], glue: str = " ") -> Text:
        """The pieces in order with a blank (or a line break) between them."""
        chars: list[str] = []
        origin: array[int] = array("i")
        for piece in pieces:
            if chars:
                chars.append(glue)
                origin.extend([_ADDED] * len(glue))
            chars.append(piece.chars)
            origin.extend(piece.origin)
        return cls("".join(chars), origin)

    def cut(self, start: int, end: int | None = None) -> Text:
        """The part from ``start`` to ``end``."""
        return Text(self.chars[start:end], self.origin[start:end])

    def strip(self) -> Text:
        """Without the blanks at both ends."""
        left = len(self.chars) - len(self.chars.lstrip())
        return self.cut(left, len(self.chars.rstrip()) if self.chars.strip() else left)

    def spaced(self, place: int) -> Text:
        """With a blank set before the character at ``place``."""
        return Text.join((self.cut(0, place), self.cut(place)))

    def tidy(self) -> Text:
        """With every run of blanks made one space; line breaks set by the reader stay."""
        text = self.strip()
        if not re.search(r"[^\S\n]{2,}|[^\S\n ]", text.chars):
            return text
        words = (text.cut(*match.span()) for match in re.finditer(r"[^\s]+|\n", text.chars))
        return Text.join(words)

    @property
    def span(self) -> Span:
        """From the first to the last character that the source has."""
        places = [place for place in self.origin if place != _ADDED]
        return Span(min(places), max(places) + 1) if places else Span()

    def __str__(self) -> str:
        return self.chars

    def __bool__(self) -> bool:
        return bool(self.chars.strip())

    def __repr__(self) -> str:
        return f"Text({self.chars!r})"
