"""What became of every stretch of a source: kept, a marker, dropped by name, or lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from parsers.ledger import Ledger
from parsers.text import Text

Fate = Literal["kept", "marker", "dropped", "unaccounted", "blank"]
FATES: tuple[Fate, ...] = ("kept", "marker", "dropped", "unaccounted")
_LOST, _KEPT, _MARKER, _DROPPED, _BLANK = 0, 1, 2, 3, 255
_SAME = re.compile(rb"(.)\1*", re.DOTALL)
_BLANKS = re.compile(r"\s+")


class Stretch(msgspec.Struct, frozen=True):
    """A stretch of the source, end excluded; ``reason`` says why it was dropped, else ``None``."""

    start: int
    end: int
    fate: Fate
    reason: str | None = None


class MarkedLedger(Ledger):
    """A ledger that also remembers for which reason each character was dropped."""

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self._typed = source
        self._codes = bytearray(len(source))
        self._reasons: list[str] = []

    def keep(self, text: Text) -> str:
        """Enter ``text`` as part of the act; returns it as a plain string."""
        self._code(text, _KEPT)
        return super().keep(text)

    def mark(self, text: Text) -> None:
        """Enter ``text`` as a marker: its meaning is in the shape of the act."""
        self._code(text, _MARKER)
        super().mark(text)

    def drop(self, text: Text, reason: str) -> None:
        """Enter ``text`` as left out, for a named reason."""
        if reason not in self._reasons:
            self._reasons.append(reason)
        self._code(text, _DROPPED + self._reasons.index(reason))
        super().drop(text, reason)

    def _code(self, text: Text, code: int) -> None:
        for start, size in text.runs:
            if start >= 0:
                self._codes[start : start + size] = bytes([code]) * size

    def fates(self) -> list[Stretch]:
        """The source from its beginning to its end; blanks between two fates are their own."""
        merged: list[tuple[int, int, int]] = []
        for start, end, code in self._runs():
            if len(merged) > 1 and merged[-1][2] == _BLANK and merged[-2][2] == code:
                merged[-2:] = [(merged[-2][0], end, code)]
            else:
                merged.append((start, end, code))
        return [Stretch(start, end, *self._fate(code)) for start, end, code in merged]

    def _runs(self) -> Iterator[tuple[int, int, int]]:
        codes = bytearray(self._codes)
        for blank in _BLANKS.finditer(self._typed):
            start, end = blank.span()
            codes[start:end] = bytes([_BLANK]) * (end - start)
        yield from ((*run.span(), run[1][0]) for run in _SAME.finditer(codes))

    def _fate(self, code: int) -> tuple[Fate, str | None]:
        if code >= _DROPPED and code != _BLANK:
            return "dropped", self._reasons[code - _DROPPED]
        plain: dict[int, Fate] = {_LOST: "unaccounted", _KEPT: "kept", _MARKER: "marker"}
        return plain.get(code, "blank"), None
