"""Deadlines in a text: how much of what, working or calendar days, and from which event.

No spaCy is needed: the component of the pipeline marks what this module reads.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from lexicon.folding import fold
from lexicon.language.calendar_days import read_month_day
from lexicon.language.events import Event, event_of
from lexicon.language.numerals import number_of
from lexicon.language.patterns import Shape, components, deadlines
from model import Lang

_MOST_DAYS = 31


class Deadline(msgspec.Struct, frozen=True):
    """One deadline and where it stands, its event included.

    ``unit``: hour, day, week, month, quarter, year, day_of_month, date. ``days``: working or
    calendar, ``None`` where the text does not say. ``bound``: within, no_later, after,
    at_least_before. ``anchor``: from_day, after, before, and ``event`` as written; both ``None``
    where no event is named. ``date``: an ISO date, ``--12-25`` without a year; for the unit date
    alone.
    """

    amount: int
    unit: str
    days: str | None
    bound: str
    anchor: str | None
    event: str | None
    start: int
    end: int
    date: str | None = None


class _Amount(msgspec.Struct, frozen=True):
    amount: int
    unit: str
    days: str | None = None
    date: str | None = None


def read_deadlines(text: str, lang: Lang) -> tuple[Deadline, ...]:
    """The deadlines of a text, in their order; the first shape that reads a place has it."""
    folded = fold(text)
    taken = bytearray(len(folded))
    found = []
    for shape, pattern in deadlines(lang):
        for match in pattern.finditer(folded):
            if any(taken[match.start() : match.end()]):
                continue
            read = _read(text, folded, match, shape, lang)
            if read is not None:
                taken[match.start() : match.end()] = b"\x01" * len(match[0])
                found.append(read)
    return tuple(sorted(found, key=lambda one: one.start))


def _read(
    text: str, folded: str, match: re.Match[str], shape: Shape, lang: Lang
) -> Deadline | None:
    amount = _amount(match, shape, lang)
    if amount is None:
        return None
    event = event_of(folded, match, shape, lang)
    anchor, words = _said(event, text, lang)
    return Deadline(
        amount=amount.amount,
        unit=amount.unit,
        days=amount.days,
        bound=shape.bound,
        anchor=anchor,
        event=words,
        start=min(match.start(), event.start if event else match.end()),
        end=_end(match, event, shape),
        date=amount.date,
    )


def _end(match: re.Match[str], event: Event | None, shape: Shape) -> int:
    """Behind the event, where that stands behind; without the words that led to no event."""
    if shape.before is not None or not match.groupdict().get("event"):
        return match.end()
    return event.end if event else match.start() + len(match[0][: _led(match)].rstrip())


def _led(match: re.Match[str]) -> int:
    return match.start("anchor") - match.start()


def _amount(match: re.Match[str], shape: Shape, lang: Lang) -> _Amount | None:
    """How much of what; ``None`` where the words of the place are no number after all."""
    said = match.groupdict()
    if said.get("date"):
        date = read_month_day(said["date"], lang)
        return _Amount(int(date.rpartition("-")[2]), "date", date=date) if date else None
    if said.get("numbered"):
        return _in_one_word(said["numbered"].lower(), lang)
    number = number_of(said["amount"].lower(), lang)
    if number is None or (shape.unit and number > _MOST_DAYS):
        return None
    kind = said.get("before") or said.get("behind")
    unit = shape.unit or _units(lang)[match["unit"].lower()]
    return _Amount(number, unit, _kinds(lang)[kind.lower()] if kind else None)


def _in_one_word(word: str, lang: Lang) -> _Amount:
    """The number and the unit of "десятидневн"."""
    words = components().deadlines
    unit = next(unit for stem, unit in words.numbered_units.items() if stem in word)
    amount = words.numbered_words[lang][word]
    is_weeks = unit == "week"
    return _Amount(amount * 7 if is_weeks else amount, "day" if is_weeks else unit)


def _said(event: Event | None, text: str, lang: Lang) -> tuple[str | None, str | None]:
    """How the term hangs on its event; without a word for it, it is counted back."""
    if event is None:
        return None, None
    said = " ".join((event.anchor or "").lower().split())
    words = " ".join(text[event.start : event.end].split())
    return _anchors(lang).get(said, "before"), words


@cache
def _anchors(lang: Lang) -> dict[str, str]:
    return {fold(said): kind for said, kind in components().deadlines.anchors[lang].items()}


@cache
def _units(lang: Lang) -> dict[str, str]:
    return {fold(stem): unit for stem, unit in components().deadlines.units[lang].items()}


@cache
def _kinds(lang: Lang) -> dict[str, str]:
    return {fold(stem): kind for stem, kind in components().deadlines.days[lang].items()}
