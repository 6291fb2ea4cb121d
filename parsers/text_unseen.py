"""Signs that take no place in a line: read by nobody, left out by name in every kind of source."""

from __future__ import annotations

import re
from collections import defaultdict

from parsers.ledger import Ledger
from parsers.text import Text

SOFT_HYPHEN = "\u00ad"
# Soft hyphens, zero-width blanks, joiners, marks of direction: they may stand inside any word.
NO_PLACE = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060"
    "\u2066\u2067\u2068\u2069\ufeff"
)
UNSEEN = re.compile(f"[{NO_PLACE}]")


def reason_of(sign: str) -> str:
    """The name by which such a sign is left out: a soft hyphen says where a word may be parted."""
    return "soft-hyphen" if sign == SOFT_HYPHEN else "zero-width-sign"


class Unseen:
    """Takes the signs out of texts and enters them as left out, one entry per reason."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._met: dict[str, list[Text]] = defaultdict(list)

    def taken_from(self, text: Text) -> Text:
        """The text without such signs; it itself where it has none."""
        if not UNSEEN.search(text.chars):
            return text
        kept: list[Text] = []
        at = 0
        for sign in UNSEEN.finditer(text.chars):
            kept.append(text.cut(at, sign.start()))
            self._met[reason_of(sign[0])].append(text.cut(*sign.span()))
            at = sign.end()
        return Text.join((*kept, text.cut(at)), "")

    def enter(self) -> None:
        """Enter what was taken out so far."""
        for reason, signs in self._met.items():
            self._ledger.drop(Text.join(signs, ""), reason)
        self._met.clear()
