"""One changed phrase of a text: the shortest replacement of whole words that stands there once."""

from __future__ import annotations

import re

import msgspec

_WORD = re.compile(r"\S+")
_MOST = 0.5  # of the words: a longer phrase is a new wording, not a change of words


class Phrase(msgspec.Struct, frozen=True):
    """Words of the old text and those that stand there in the new one."""

    old: str
    new: str


def one_phrase(old: str, new: str, around: str = "") -> Phrase | None:
    """The phrase by whose replacement ``new`` comes out of ``old``; ``None`` where none is.

    It is widened to the left until it stands in the old text once, and nowhere in ``around``: the
    words of the same element under that text.
    """
    before, after = _WORD.findall(old), _WORD.findall(new)
    if " ".join(before) != old or " ".join(after) != new or before == after:
        return None
    first, last = _common(before, after)
    for start in range(first, -1, -1):
        phrase = _between(before, after, start, last)
        if len(phrase.old.split()) > _MOST * len(before):
            return None
        if phrase.new and old.count(phrase.old) == 1 and phrase.old not in around:
            return phrase if old.replace(phrase.old, phrase.new) == new else None
    return None


def _common(before: list[str], after: list[str]) -> tuple[int, int]:
    """How many words are the same at the beginning and at the end."""
    most = min(len(before), len(after))
    first = next((at for at in range(most) if before[at] != after[at]), most)
    rest = most - first
    last = next((at for at in range(rest) if before[-1 - at] != after[-1 - at]), rest)
    return first, last


def _between(before: list[str], after: list[str], start: int, last: int) -> Phrase:
    """The words between two common ends; a sign that closes both is no part of them."""
    old = " ".join(before[start : len(before) - last])
    new = " ".join(after[start : len(after) - last])
    if old[-1:] == new[-1:] and old[-1:] in {",", ";", ":", "."}:
        return Phrase(old[:-1], new[:-1])
    return Phrase(old, new)
