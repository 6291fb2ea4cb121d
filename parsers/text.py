"""Text that knows where each of its characters stood in the source.

Lines are cut, joined and put back in order while an act is read; with its origin carried along,
every character can be accounted for at the end, and every element can name its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from model import Span

_ADDED = -1  # where a blank "stands" that was set between two pieces
_UNTIDY = re.compile(r"[^\S\n ]|  ")
_WORDS = re.compile(r"[^\s]+|\n")

Run = tuple[int, int]  # offset in the source and length; the source has them side by side


class Text(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A string with the source offset of each character; blanks may be added, nothing else.

    Most texts stand in the source in one piece, so the offsets are kept as runs.
    """

    chars: str
    runs: tuple[Run, ...]

    @classmethod
    def of(cls, source: str, start: int, end: int) -> Text:
        """The stretch of a source from ``start`` to ``end``."""
        return cls(source[start:end], ((start, end - start),))

    @classmethod
    def blank(cls) -> Text:
        """A blank that the source has not."""
        return cls(" ", ((_ADDED, 1),))

    @classmethod
    def join(cls, pieces: Iterable[Text], glue: str = " ") -> Text:
        """The pieces in order with a blank (or a line break) between them."""
        chars: list[str] = []
        runs: list[Run] = []
        between = [(_ADDED, len(glue))] if glue else []
        for piece in pieces:
            if chars:
                runs += between
            chars.append(piece.chars)
            runs += piece.runs
        return cls(glue.join(chars), _merged(runs))

    def cut(self, start: int, end: int | None = None) -> Text:
        """The part from ``start`` to ``end``."""
        chars = self.chars[start:end]
        size = len(chars)
        if size == len(self.chars):
            return self
        if len(self.runs) == 1:
            first, whole = self.runs[0]
            return Text(chars, ((first + (min(whole, start)), size),))
        return Text(chars, tuple(_clipped(self.runs, start, start + size)))

    def halves(self, place: int) -> tuple[Text, Text]:
        """The part before ``place`` and the part from it on."""
        ((first, size),) = self.runs if len(self.runs) == 1 else ((_ADDED, 0),)
        if first == _ADDED or not 0 <= place <= size:
            return self.cut(0, place), self.cut(place)
        before, behind = self.chars[:place], self.chars[place:]
        return Text(before, ((first, place),)), Text(behind, ((first + place, size - place),))

    def cuts(self, spans: Iterable[tuple[int, int]]) -> list[Text]:
        """The parts between ascending places; in one pass, however many they are."""
        if len(self.runs) == 1:
            return [self.cut(start, end) for start, end in spans]
        return list(_cut_in_turn(self, spans))

    def strip(self) -> Text:
        """Without the blanks at both ends."""
        chars = self.chars
        if not (chars[:1].isspace() or chars[-1:].isspace()):
            return self
        left = len(chars) - len(chars.lstrip())
        return self.cut(left, max(left, len(chars.rstrip())))

    def spaced(self, place: int) -> Text:
        """With a blank set before the character at ``place``."""
        return Text.join((self.cut(0, place), self.cut(place)))

    def tidy(self) -> Text:
        """With every run of blanks made one space; line breaks set by the reader stay."""
        text = self.strip()
        if not _UNTIDY.search(text.chars):
            return text
        return Text.join(text.cuts(match.span() for match in _WORDS.finditer(text.chars)))

    @property
    def span(self) -> Span:
        """From the first to the last character that the source has."""
        if len(self.runs) == 1 and self.runs[0][0] >= 0:
            start, size = self.runs[0]
            return Span(start, start + size) if size else Span()
        kept = [(start, start + size) for start, size in self.runs if start >= 0 and size]
        if not kept:
            return Span()
        return Span(min(start for start, _ in kept), max(end for _, end in kept))

    def places(self) -> Iterator[int]:
        """The source offset of each character, -1 for one that was added."""
        for start, size in self.runs:
            yield from range(start, start + size) if start >= 0 else [_ADDED] * size

    def __str__(self) -> str:
        return self.chars

    def __bool__(self) -> bool:
        return bool(self.chars) and not self.chars.isspace()

    def __repr__(self) -> str:
        return f"Text({self.chars!r})"


def _merged(runs: list[Run]) -> tuple[Run, ...]:
    """The runs, those that follow each other in the source made one."""
    merged: list[Run] = []
    for run in runs:
        if merged and run[0] >= 0 and sum(merged[-1]) == run[0] and merged[-1][0] >= 0:
            merged[-1] = (merged[-1][0], merged[-1][1] + run[1])
        else:
            merged.append(run)
    return tuple(merged)


def _clipped(runs: tuple[Run, ...], start: int, end: int) -> Iterator[Run]:
    """What of the runs lies between two places of the text."""
    at = 0
    for first, size in runs:
        left, right = max(start, at), min(end, at + size)
        if left < right:
            yield (first + left - at if first >= 0 else first), right - left
        at += size
        if at >= end:
            return


def _cut_in_turn(text: Text, spans: Iterable[tuple[int, int]]) -> Iterator[Text]:
    """Parts of a text of many runs, each looked for from where the one before it was found."""
    first, before = 0, 0  # the run at hand and the place where it begins
    for start, end in spans:
        while first < len(text.runs) and before + text.runs[first][1] <= start:
            before += text.runs[first][1]
            first += 1
        last, reach = first, before
        while last < len(text.runs) and reach < end:
            reach += text.runs[last][1]
            last += 1
        found = tuple(_clipped(text.runs[first:last], start - before, end - before))
        yield Text(text.chars[start:end], found)
