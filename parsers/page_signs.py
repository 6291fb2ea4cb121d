"""Signs of a page that are not read as typed: blanks, what takes no place, raised figures."""

from __future__ import annotations

import re

from parsers.text_unseen import NO_PLACE, UNSEEN

_FIGURES_ABOVE = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = str.maketrans(_FIGURES_ABOVE, "0123456789")
RAISED_NUMBER = re.compile(
    rf"(?<![\d.,/-])(?P<base>[0-9]{{1,3}})(?P<above>[{_FIGURES_ABOVE}]{{1,2}})(?![{_FIGURES_ABOVE}])"
)
_ODD = NO_PLACE + _FIGURES_ABOVE


def tidied(words: str) -> str:
    """The words with one space between them."""
    line = words.strip()
    # The only blank that is printable is the space: most lines are tidy by that alone.
    return line if line.isprintable() and "  " not in line else " ".join(line.split())


def holds_odd(words: str) -> bool:
    """Whether there are signs that take no place, or raised figures."""
    return any(sign in words for sign in _ODD)


def without_unseen(words: str) -> str:
    """The words without the signs that take no place."""
    return UNSEEN.sub("", words)


def doubled(raised: re.Match[str]) -> str:
    """A number with a figure above as it is cited: 55 with a raised 1 is 55-1."""
    return f"{raised['base']}-{raised['above'].translate(_RAISED)}"
