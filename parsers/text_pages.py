"""Numbers of pages in a plain text: figures alone at a form feed, counted one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_NUMBER = re.compile(r"\s*(?:[-–—]\s*)?(\d{1,3})(?:\s*[-–—])?\s*")
_FEED = "\f"
_NEAR = 200  # characters, nearly all blank, between a number and the end of its page


def page_numbers(source: str, lines: Sequence[tuple[int, str]]) -> frozenset[int]:
    """Which of the lines (place and words of each) are numbers of pages.

    None are where the figures at the form feeds do not go up one by one: they may be anything.
    """
    if _FEED not in source:
        return frozenset()
    found = {place: int(number[1]) for place, number in _at_feeds(source, lines)}
    ascends = all(after == before + 1 for before, after in pairwise(found.values()))
    return frozenset(found) if ascends else frozenset()


def _at_feeds(source: str, lines: Sequence[tuple[int, str]]) -> Iterator[tuple[int, re.Match[str]]]:
    for place, (start, words) in enumerate(lines):
        number = _NUMBER.fullmatch(words)
        if number and _is_at_feed(source, start, start + len(words)):
            yield place, number


def _is_at_feed(source: str, start: int, end: int) -> bool:
    """Whether a page ends right behind a line or begins with it."""
    before = source[max(start - _NEAR, 0) : start].rpartition(_FEED)
    behind = source[end : end + _NEAR].partition(_FEED)
    begins = bool(before[1]) and not before[2].strip()
    return begins or (bool(behind[1]) and not behind[0].strip())
