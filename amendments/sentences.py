"""Sentences of a text, for instructions on "the second sentence"."""

from __future__ import annotations

import re

from amendments.counting import LAST

# A stop after one or two letters closes an abbreviation or an initial, not a sentence.
_END = re.compile(r"(?<![^\w][^\W\d_])(?<![^\w][^\W\d_]{2})[.!?][\"»”)]*\s+(?=[\"«“(]?[^\W_])")


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a text as places in it, without the blanks between them."""
    starts = [0, *(end.end() for end in _END.finditer(text) if _begins(text[end.end() :]))]
    ends = [*starts[1:], len(text)]
    found = []
    for start, end in zip(starts, ends, strict=True):
        if words := text[start:end].rstrip():
            found.append((start, start + len(words)))
    return found


def _begins(rest: str) -> bool:
    """Whether what follows begins as a sentence: with a capital or a figure."""
    first = rest.lstrip('"«“(')[:1]
    return first.isupper() or first.isdigit()


def sentence_numbers(text: str, named: str) -> list[int]:
    """The index of the sentence that ``named`` counts to, as a list: empty where there is none."""
    found = sentences(text)
    if named == LAST:
        return [len(found) - 1] if found else []
    place = int(named) - 1 if named.isdecimal() else 0 if not named and len(found) == 1 else -1
    return [place] if 0 <= place < len(found) else []
