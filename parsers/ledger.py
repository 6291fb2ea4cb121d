"""The account of a source: what became of each of its non-blank characters."""

from __future__ import annotations

import re

from model import Accounting, Dropped
from parsers.text import Text

_KEPT, _MARKER, _DROPPED = 1, 2, 3
_ENTRIES = [bytes([entry]) for entry in range(4)]
_NONE = 255  # no entry at all, with whatever it is combined
_BLANKS = bytes(_NONE if chr(code).isspace() else 0 for code in range(256))
_RARE_BLANKS = "".join(chr(code) for code in range(256, 0x3001) if chr(code).isspace())
_RARE_BLANK = re.compile(f"[{_RARE_BLANKS}]")


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
        fates = self._fates_of_letters()
        lost, kept, markers, dropped = map(fates.count, _ENTRIES)
        return Accounting(
            source=lost + kept + markers + dropped,
            kept=kept,
            markers=markers,
            dropped=tuple(self._dropped),
            unaccounted=lost,
        )

    def _fates_of_letters(self) -> bytes:
        """The entries, those of blanks made none: as two long numbers, for speed."""
        blanks = int.from_bytes(_blanks_of(self.source), "big")
        entries = int.from_bytes(self._entries, "big")
        return (entries | blanks).to_bytes(len(self._entries), "big")

    def unaccounted(self) -> list[int]:
        """Offsets of the non-blank characters that no entry was made for."""
        return [
            place
            for place, (char, entry) in enumerate(zip(self.source, self._entries, strict=True))
            if not entry and not char.isspace()
        ]


def _blanks_of(source: str) -> bytes:
    """For each character of a source ``_NONE`` where it is blank, and nothing else."""
    if any(blank in source for blank in _RARE_BLANKS):
        source = _RARE_BLANK.sub(" ", source)
    return source.encode("latin-1", "replace").translate(_BLANKS)
