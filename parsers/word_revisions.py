"""Tracked changes: one text is read, with all of them accepted or with none, never a mixture."""

from __future__ import annotations

from typing import Literal

from parsers.word_xml import Element, W

Changes = Literal["accepted", "original"]
_ADDED = {f"{W}ins", f"{W}moveTo", f"{W}cellIns"}
_TAKEN_OUT = {f"{W}del", f"{W}moveFrom", f"{W}cellDel"}
CHANGES = _ADDED | _TAKEN_OUT


class Revisions:
    """Which changes are left out of the text that is read; counts those it was asked about."""

    def __init__(self, changes: Changes) -> None:
        self.changes = changes
        self.count = 0
        accepted = changes == "accepted"
        self.left_out = frozenset(_TAKEN_OUT if accepted else _ADDED)
        self.reason = "tracked-deletion" if accepted else "tracked-insertion"

    def reason_for(self, change: Element) -> str | None:
        """Why the words inside ``change`` are left out; ``None`` where they are read."""
        self.count += 1
        return self.reason if change.tag in self.left_out else None

    def reason_in(self, properties: Element | None) -> str | None:
        """Why a row, a cell or a paragraph's end with these properties is left out, or ``None``."""
        reason = None
        for one in properties if properties is not None else ():
            if one.tag in CHANGES:
                reason = self.reason_for(one) or reason
        return reason
