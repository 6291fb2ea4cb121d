"""The schedule of an evaluation: every deadline of the methodology as a day of the calendar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Literal

from forms.period import QUARTERS, Period
from forms.workdays import Workdays
from lexicon.data import load
from model import Both
from model.act import Value

Settings = Mapping[str, str | int | bool]
Who = Literal["evaluator", "personnel_service", "appointing_authority"]


class _Deadline(Value, frozen=True, rename={"since": "from"}):
    id: str
    clause: str
    per: Literal["year", "quarter"]
    since: str
    text: Both
    who: Who | None = None
    day: int | None = None
    working: int = 0
    setting: str | None = None
    only_if: str | None = None
    at_latest: bool = False


class Event(Value, frozen=True):
    """A deadline that runs from a person's own day: working days from an event."""

    clause: str
    working: int
    text: Both
    only_if: str | None = None


class _File(Value, frozen=True):
    deadlines: tuple[_Deadline, ...]
    events: tuple[Event, ...]


class Due(Value, frozen=True):
    """One deadline of one period.

    ``day`` is the last day on which it is kept; ``named`` the day that the methodology names,
    where that one is not worked. ``who`` is a role of the agency or the evaluator, ``None`` for
    the evaluated person. ``at_latest``: what it hangs on may happen earlier, or not at all.
    """

    id: str
    clause: str
    period: Period
    day: date
    text: Both
    who: Who | None = None
    named: date | None = None
    at_latest: bool = False


@lru_cache(maxsize=1)
def _file() -> _File:
    return load(Path(__file__).parent / "deadlines.yaml", _File)


def schedule(year: int, settings: Settings, workdays: Workdays) -> tuple[Due, ...]:
    """Every deadline of the evaluation of one year, in the order of the days.

    The deadlines of the last quarter lie in the next year. ``settings`` are the options of the
    methodology as the agency chose them.
    """
    found = [*_of_period(Period(year), settings, workdays)]
    for quarter in QUARTERS:
        found += _of_period(Period(year, quarter), settings, workdays)
    return tuple(sorted(found, key=lambda due: due.day))


def _of_period(period: Period, settings: Settings, workdays: Workdays) -> Iterator[Due]:
    per = "year" if period.quarter is None else "quarter"
    days: dict[str, date] = {}
    ours = [one for one in _file().deadlines if one.per == per and _is_on(one.only_if, settings)]
    for one in sorted(ours, key=lambda one: one.since not in {"start", "month"}):
        named = _named(one, period, settings, workdays, days)
        days[one.id] = workdays.not_after(named)
        kept = None if days[one.id] == named else named
        yield Due(one.id, one.clause, period, days[one.id], one.text, one.who, kept, one.at_latest)


def _is_on(option: str | None, settings: Settings) -> bool:
    return option is None or settings.get(option) is True or option in settings.values()


def _named(
    one: _Deadline, period: Period, settings: Settings, workdays: Workdays, days: dict[str, date]
) -> date:
    """The day that the methodology names, worked or not."""
    if one.since == "start":
        # "Within ten working days after the period begins": its first day may count itself.
        return workdays.shifted(period.first - timedelta(days=1), one.working)
    if one.since == "month":
        after = period.last + timedelta(days=1)
        chosen = settings.get(one.setting or "", one.day)
        return after.replace(day=int(chosen or 1))
    return workdays.shifted(days[one.since], one.working)


def events(settings: Settings) -> tuple[Event, ...]:
    """The deadlines that no calendar can name, as far as the agency's options keep them."""
    return tuple(one for one in _file().events if _is_on(one.only_if, settings))
