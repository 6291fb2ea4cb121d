"""Lines of one heading of a page: which of them go on with the line before."""

from __future__ import annotations

from lexicon.formulas import Reading, read_any
from model import LANGUAGES


def goes_on(before: str, line: str) -> bool:
    """Whether two lines that stand in one heading of a page are one heading.

    They are where the second begins small, where the first is the mark of a unit without words
    ("Глава 1."), and where both are in capitals; a second unit's mark begins a new heading.
    """
    if line[0].islower():
        return True
    if _heading(line) is not None:
        return False
    first = _heading(before)
    bare = first is not None and not first.raw.get("heading")
    return bare or (before.isupper() and line.isupper())


def _heading(line: str) -> Reading | None:
    readings = (read_any("heading", line, lang) for lang in LANGUAGES)
    return next((reading for reading in readings if reading), None)
