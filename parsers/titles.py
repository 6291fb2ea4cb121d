"""Quoted titles in running text: where the outermost ones begin and end."""

from __future__ import annotations

from collections.abc import Iterator

_OPENS_AFTER = " (\n\t"
_CLOSES_BEFORE = " ,.;:)\n\t"


def titles_in(folded: str) -> list[tuple[int, int]]:
    """The outermost quotations of a folded text, marks included.

    A quotation that is never closed has no end and is not listed.
    """
    titles: list[tuple[int, int]] = []
    start = 0
    for place, before, after in _depths(folded):
        if not before and after:
            start = place
        elif before and not after:
            titles.append((start, place + 1))
    return titles


def is_balanced(folded: str) -> bool:
    """Whether every quotation mark that opens is closed."""
    changes = [(before, after) for _, before, after in _depths(folded)]
    return all(before != after for before, after in changes) and (
        not changes or changes[-1][1] == 0
    )


def covered(folded: str) -> str:
    """The text with what its outermost quotations hold blanked; every character in its place."""
    out = list(folded)
    for start, end in titles_in(folded):
        out[start + 1 : end - 1] = " " * (end - start - 2)
    return "".join(out)


def _depths(folded: str) -> Iterator[tuple[int, int, int]]:
    """Every quotation mark with the depth before and after it.

    A mark after a blank or a bracket opens, one before a blank or a stop closes; between two
    marks, or two blanks, it does what the mark before it did, or what is possible.
    """
    depth, opened = 0, False
    place = folded.find('"')
    while place >= 0:
        opened = _opens(folded, place, depth, opened_before=opened)
        after = depth + 1 if opened else max(depth - 1, 0)
        yield place, depth, after
        depth, place = after, folded.find('"', place + 1)


def _opens(folded: str, place: int, depth: int, *, opened_before: bool) -> bool:
    first = place == 0 or folded[place - 1] in _OPENS_AFTER
    last = place + 1 == len(folded) or folded[place + 1] in _CLOSES_BEFORE
    if first != last:
        return first
    if place and folded[place - 1] == '"':
        return opened_before
    return depth == 0
