"""The account of a source: what became of each of its non-blank characters."""

from __future__ import annotations

import re

from model import Accounting, Dropped
from parsers.text import Text

_KEPT, _MARKER, _DROPPED = 1, 2, 3
_ENTRIES = [bytes([entry]) for entry in range(4)]
_RUNS = re.compile(rb"\x00+|\x01+|\x02+|\x03+")


class Ledger:
    """One entry per character of the source; the last entry made for a character counts."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._entries = bytearray(len(source))
        self._dropped: list[Dropped] = []

    def keep(self, text: Text) -> str:
        """Enter ``text`` as part of the act; returns it as a plain string."""
        self._enter(text, _KEPT)
        return text.chars

    def mark(self, text: Text) -> None:
        """Enter ``text`` as a marker: its meaning is in the shape of the act."""
        self._enter(text, _MARKER)

    def drop(self, text: Text, reason: str) -> None:
        """Enter ``text`` as left out, for a named reason."""
        self._enter(text, _DROPPED)
        self._dropped.append(Dropped(reason, text.chars))

    def _enter(self, text: Text, entry: int) -> None:
        for start, size in text.runs:
            if start >= 0:
                self._entries[start : start + size] = _ENTRIES[entry] * size

    def account(self) -> Accounting:
        """The sums over all non-blank characters."""
        counts = [0, 0, 0, 0]
        for run in _RUNS.finditer(self._entries):
            start, end = run.span()
            counts[self._entries[start]] += len("".join(self.source[start:end].split()))
        return Accounting(
            source=sum(counts),
            kept=counts[_KEPT],
            markers=counts[_MARKER],
            dropped=tuple(self._dropped),
            unaccounted=counts[0],
        )

    def unaccounted(self) -> list[int]:
        """Offsets of the non-blank characters that no entry was made for."""
        return [
            place
            for place, (char, entry) in enumerate(zip(self.source, self._entries, strict=True))
            if not entry and not char.isspace()
        ]
