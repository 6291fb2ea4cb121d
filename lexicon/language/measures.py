"""Measures in a text: so many working days, months or percent, in figures or in words.

What a law binds to a number is the same in both texts of an act, however each of them words the
deadline around it; so measures are read wider than deadlines. No spaCy is needed.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

import msgspec

from lexicon.folding import fold
from lexicon.language.numerals import counted
from lexicon.language.patterns import components, either
from model import Lang

_FARTHEST = 30  # characters in front of a number that tell the kind of its unit
DAY, DAY_OF_MONTH = "day", "day_of_month"
_FIGURE = re.compile(r"(?<![\w.,/№-])(\d{1,3})(?:-[^\W\d_]{1,4})?(?![\w/-])")


class Measure(msgspec.Struct, frozen=True):
    """``amount`` of ``unit``: hour, day, week, month, quarter, year, day_of_month, percent.

    ``days`` is working or calendar, ``None`` where the text does not say.
    """

    amount: int
    unit: str
    days: str | None
    start: int
    end: int


class _Number(msgspec.Struct, frozen=True):
    value: int
    start: int
    end: int
    ordinal: bool


@lru_cache(maxsize=1024)
def measures(text: str, lang: Lang) -> tuple[Measure, ...]:
    """The measures of a text, in their order."""
    folded = fold(text)
    read = (_measure(folded, number, lang) for number in _numbers(folded, lang))
    return tuple(measure for measure in read if measure is not None)


def _numbers(folded: str, lang: Lang) -> list[_Number]:
    figures = [_Number(int(one[1]), *one.span(), ordinal=False) for one in _FIGURE.finditer(folded)]
    words = [_Number(one.value, one.start, one.end, one.ordinal) for one in counted(folded, lang)]
    return sorted((*figures, *words), key=lambda number: number.start)


def _measure(folded: str, number: _Number, lang: Lang) -> Measure | None:
    behind = _behind(lang).match(folded, number.end)
    if behind is None:
        return None
    unit = _units(lang)[behind["unit"].lower()]
    front = folded[max(0, number.start - _FARTHEST) : number.start]
    before = _kind_before(lang).search(front)
    of_month = re.search(components().measures.month_before[lang], front)
    if unit == DAY and (number.ordinal or of_month):
        unit = DAY_OF_MONTH
    elif number.ordinal and unit != DAY_OF_MONTH:
        return None  # the second quarter is no measure
    kind = behind["kind"] or (before["kind"] if before else None)
    days = _kinds(lang)[kind.lower()] if kind and unit == DAY else None
    start = number.start - (len(front) - before.start() if before and unit == DAY else 0)
    return Measure(number.value, unit, days, start, behind.end())


@cache
def _behind(lang: Lang) -> re.Pattern[str]:
    """The unit behind a number, with its kind, and perhaps the number once more in brackets."""
    kinds, units = either(components().deadlines.days[lang]), either(_units(lang))
    others = either(components().measures.others[lang])
    return re.compile(
        rf"\s*(?:\([^()]{{1,20}}\)\s*)?(?:(?P<kind>{kinds})\w*\s+)?(?!{others})(?P<unit>{units})\w*",
        re.IGNORECASE,
    )


@cache
def _kind_before(lang: Lang) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<kind>{either(components().deadlines.days[lang])})\w*\s+$", re.IGNORECASE
    )


@cache
def _units(lang: Lang) -> dict[str, str]:
    units = components().deadlines.units[lang] | components().measures.units[lang]
    return {fold(stem).lower(): unit for stem, unit in units.items()}


@cache
def _kinds(lang: Lang) -> dict[str, str]:
    return {fold(stem).lower(): kind for stem, kind in components().deadlines.days[lang].items()}
