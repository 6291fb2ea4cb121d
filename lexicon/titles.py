"""Titles in quotation marks that may begin or end with a quotation of their own.

Custom lets two marks that meet stand as one: "Б" корпусы … туралы", not ""Б" корпусы … туралы".
"""

from __future__ import annotations

from lexicon.folding import fold


def quoted_title(title: str) -> str:
    """The title in quotation marks, two marks that meet made one."""
    before = "" if title.startswith('"') else '"'
    after = "" if title.endswith('"') else '"'
    return f"{before}{title}{after}"


def inner_title(quoted: str) -> str:
    """The title without its own marks; of two marks that met as one, the inner one stays."""
    inner = quoted[1:-1].strip()
    if fold(inner).count('"') % 2 == 0:
        return inner
    return quoted[0] + inner if _opens(inner) else inner + quoted[-1]


def _opens(inner: str) -> bool:
    """Whether the lone mark of the inner title closes, so that the one at its start is missing."""
    folded = fold(inner)
    first = folded.find('"')
    return first > 0 and not folded[first - 1].isspace()
