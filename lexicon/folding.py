"""Text made comparable without moving a single character."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from lexicon.data import words


@cache
def _table() -> dict[str, str]:
    data = words("folding")
    table = dict(data["as_typed"])
    for signs, plain in ((data["dashes"], "-"), (data["quotes"], '"'), (data["spaces"], " ")):
        table.update(dict.fromkeys(signs, plain))
    return table


@cache
def _foldable() -> re.Pattern[str]:
    return re.compile("[" + re.escape("".join(_table())) + "]")


def _meant(typed: re.Match[str]) -> str:
    return _table()[typed[0]]


@lru_cache(maxsize=512)  # a line is tried by many formulas, in every pass over an act
def fold(text: str) -> str:
    """``text`` with look-alike letters, dashes, quotes and spaces made one; same length."""
    return _foldable().sub(_meant, text)


@lru_cache(maxsize=512)
def small(text: str) -> str:
    """``text`` folded and in small letters; as long as ``text`` where no letter has two for one."""
    return fold(text).lower()


def key(text: str) -> str:
    """``text`` as it is compared with another: folded, lower case, single spaces."""
    return " ".join(fold(text).lower().split())
