"""Which of the two languages a text is in, by its letters: paths and names may lie."""

from __future__ import annotations

from functools import cache

from lexicon.data import words
from model import Lang

# A Kazakh text has one of its own letters about every tenth character; a Russian text that
# quotes Kazakh names stays far below.
_SHARE = 0.03
_FIRST, _LAST = 0x400, 0x4FF  # the Cyrillic block


@cache
def _kazakh_letters() -> str:
    return str(words("typing")["kk"]["letters"])


def language_of(text: str) -> Lang | None:
    """``kk`` or ``ru``; ``None`` where the text has no Cyrillic letters at all."""
    sample = text[:200_000].lower()
    letters = sum(sample.count(char) for char in set(sample) if _FIRST <= ord(char) <= _LAST)
    if not letters:
        return None
    own = sum(map(sample.count, _kazakh_letters()))
    return "kk" if own > _SHARE * letters else "ru"
