"""Dates as acts write them, both ways: "2023 жылғы 25 сәуірдегі", "25 апреля 2023 года"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

import msgspec

from lexicon.data import ROOT, load
from lexicon.folding import fold
from lexicon.template import Slot, render_template
from model import Lang

_FULL_YEAR = 999  # a year of fewer figures may be of any century
# As a register or a machine prints it; a number of an act may hold the same figures.
_MACHINE = r"(?<![\w/-])(?:\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4})(?![\w/-])"
# A day and a month to be filled in. Lines of blanks are long: none is tried from its middle.
_BLANKS = r'(?:_++"?\s*+_++|__++)'


class DateWords(msgspec.Struct, frozen=True):
    """What one language needs to read and write a date."""

    months: tuple[dict[str, str], ...]
    extra_stems: dict[str, tuple[str, ...]]
    year: tuple[str, ...]
    write: dict[str, str]
    blank: dict[str, str]


@cache
def _words(lang: Lang) -> DateWords:
    return load(ROOT / "dates.yaml", dict[str, DateWords])[lang]


@cache
def _stems(lang: Lang) -> dict[str, int]:
    """Beginnings of the month words, folded, with the month's number."""
    data = _words(lang)
    stems = {}
    for number, month in enumerate(data.months, 1):
        for stem in (month["name"], *data.extra_stems.get(month["name"], ())):
            stems[fold(stem)] = number
    return stems


@cache
def date_pattern(lang: Lang) -> str:
    """A pattern without groups for any date, in words or figures, on folded lower-case text."""
    months, years = _either(_stems(lang)), _either(map(fold, _words(lang).year))
    words = {
        "kk": rf"\d{{4}}\s*(?:{years})\.?\s*\"?\d{{1,2}}\"?\s*-?\s*(?:{months})[^\W\d_]*"
        rf"|\d{{4}}\s*(?:{years})\.?\s+(?:{months})[^\W\d_]*\s+\d{{1,2}}(?:-?[^\W\d_]+)?"
        rf"|(?:20_++|\d{{4}})\s*+(?:{years})\s*+\"?{_BLANKS}",
        "ru": rf"[\"]?\d{{1,2}}(?:-[^\W\d_]{{1,2}}\b)?[\"]?\s*(?:{months})\s+\d{{4}}"
        rf"(?:\s*(?:{years})\b\.?)?|\d{{4}}\s*(?:{years})\s+\d{{1,2}}\s+(?:{months})"
        rf"|(?:\"|(?<!_)){_BLANKS}\s*+(?:20_++|\d{{4}})\s*+(?:{years})",
    }[lang]
    year = rf"(?:\s*(?:{years})\b\.?)?"
    return (
        rf"(?:{words}|\d{{1,2}}\.\d{{1,2}}\.\s?\d{{4}}(?!\d){year}"
        rf"|\d{{4}}\.\d{{1,2}}\.\d{{1,2}}(?!\d){year}|{_MACHINE})"
    )


@cache
def doubtful_date_pattern(lang: Lang) -> str:
    """A pattern for what is written as a date and names no certain day.

    That is a year of two figures, or a day that the calendar does not have. A certain date fits
    it too: it is to be tried last.
    """
    months, years = _either(_stems(lang)), _either(map(fold, _words(lang).year))
    words = {
        "kk": rf"\d{{2}}\s*(?:{years})\.?\s*\"?\d{{1,2}}\"?\s*-?\s*(?:{months})[^\W\d_]*",
        "ru": rf"[\"]?\d{{1,2}}[\"]?\s*(?:{months})\s+\d{{2}}(?!\d)(?:\s*(?:{years})\b\.?)?",
    }[lang]
    figures = rf"\d{{1,4}}\.\d{{1,2}}\.\d{{1,4}}(?!\d)(?:\s*(?:{years})\b\.?)?"
    return rf"(?:{words}|{figures}|{date_pattern(lang)})"


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def read_date(text: str, lang: Lang) -> str | None:
    """The ISO date that ``text`` is, ``None`` where it is not a date of the calendar."""
    folded = fold(text).lower().replace('"', " ")
    digits = [int(figures) for figures in re.findall(r"\d+", folded)]
    if re.match(r"\s*\d+(?:\.\s?\d+\.|-\d+-|/\d+/)", folded):
        return _iso_of_figures(digits)
    month = next((n for stem, n in _stems(lang).items() if stem in folded), None)
    if month is None or len(digits) != 2:  # noqa: PLR2004 - a year and a day
        return None
    year, day = digits if lang == "kk" or digits[0] > _FULL_YEAR else reversed(digits)
    return _iso(year, month, day) if year > _FULL_YEAR else None


def _iso_of_figures(digits: list[int]) -> str | None:
    """A date in figures; a year that comes first may be followed by the day, where it must be."""
    if len(digits) != 3:  # noqa: PLR2004 - day, month, year
        return None
    first, middle, last = digits
    if max(first, last) <= _FULL_YEAR:
        return None
    if first < last:
        return _iso(last, middle, first)
    return _iso(first, middle, last) or _iso(first, last, middle)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def write_date(iso: str | None, lang: Lang, form: str = "bare") -> str:
    """A date in register language; ``None`` prints the blank that is filled in by hand.

    ``form``: ``bare``, ``numeric`` ("25.04.2023"); Kazakh ``attributive`` ("… 25 сәуірдегі"),
    ``ablative``, ``dative``; Russian ``genitive``.
    """
    if iso is None:
        return _words(lang).blank[form]
    when = date.fromisoformat(iso)
    if form == "numeric":
        return when.strftime("%d.%m.%Y")
    return render_template(_words(lang).write[form], lambda slot: _piece(slot, when, lang))


def _piece(slot: Slot, when: date, lang: Lang) -> str:
    if slot.name != "month":
        return str(getattr(when, slot.name))
    form = slot.forms[0] if slot.forms else "name"
    return _words(lang).months[when.month - 1][form]
