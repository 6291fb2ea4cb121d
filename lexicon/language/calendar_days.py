"""Days of the calendar, with a year or without: "до 25 декабря", "25 желтоқсаннан кешіктірмей"."""

from __future__ import annotations

import re
from functools import cache

from lexicon.data import ROOT, load
from lexicon.dates import DateWords, date_pattern, read_date
from lexicon.folding import fold
from model import Lang

_MOST_DAYS = 31


@cache
def month_day_pattern(lang: Lang) -> str:
    """A pattern without groups for a full date, or for a day and a month, on folded text."""
    months = "|".join(sorted(_months(lang), key=len, reverse=True))
    return rf"{date_pattern(lang)}|\d{{1,2}}\s*-?\s*(?:{months})[^\W\d_]*"


def read_month_day(text: str, lang: Lang) -> str | None:
    """An ISO date, or ``--12-25`` where there is no year; ``None`` where it is no such day."""
    full = read_date(text, lang)
    if full is not None:
        return full
    folded = fold(text).lower()
    figures = re.findall(r"\d+", folded)
    month = next((number for stem, number in _months(lang).items() if stem in folded), None)
    if month is None or len(figures) != 1 or not 1 <= int(figures[0]) <= _MOST_DAYS:
        return None
    return f"--{month:02d}-{int(figures[0]):02d}"


@cache
def _months(lang: Lang) -> dict[str, int]:
    """Beginnings of the names of months, folded, with the month's number."""
    data = load(ROOT / "dates.yaml", dict[str, DateWords])[lang]
    stems = {}
    for number, month in enumerate(data.months, 1):
        for stem in (month["name"], *data.extra_stems.get(month["name"], ())):
            stems[fold(stem).lower()] = number
    return stems
