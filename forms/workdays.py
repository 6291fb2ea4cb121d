"""Working days of Kazakhstan: public holidays, transfers, and what an agency's own file adds."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec

from lexicon.data import WordFileError, load
from model import AdistemeError

_SATURDAY = 5
_ESTIMATED = "(estimated)"  # how the library marks a holy day of the lunar calendar
_YEAR_OF_DAYS = 366


class TransfersError(AdistemeError):
    """A file of transferred days that cannot be used."""

    template = (
        "The file of transferred days %(file)s cannot be used: %(detail)s. Expected YAML with "
        '"days_off" and "working", each a list of dates such as 2026-01-05, and "as_of".'
    )


class Transfers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the Government moved, or a holy day's true date; it goes before the library.

    ``as_of`` is the day on which the file was drawn up: it is printed in the schedule.
    """

    as_of: date
    days_off: tuple[date, ...] = ()
    working: tuple[date, ...] = ()


class Workdays:
    """Which days are worked, for whatever years are asked about."""

    def __init__(self, transfers: Transfers | None = None) -> None:
        self._transfers = transfers
        self._off = frozenset(transfers.days_off if transfers else ())
        self._on = frozenset(transfers.working if transfers else ())
        self._years: dict[int, Any] = {}

    @property
    def as_of(self) -> date | None:
        """The day of the agency's file of transfers; ``None`` without one."""
        return self._transfers.as_of if self._transfers else None

    def is_working(self, day: date) -> bool:
        """Whether the day is worked; a transfer of the file goes before everything."""
        if day in self._on or day in self._off:
            return day in self._on
        holidays = self._of(day.year)
        return bool(holidays.is_working_day(day))

    def _of(self, year: int) -> Any:  # noqa: ANN401 - the library's own calendar, loaded late
        if year not in self._years:
            import holidays  # noqa: PLC0415 - slow to load, and only schedules need it

            self._years[year] = holidays.country_holidays("KZ", years=year, language="en_US")
        return self._years[year]

    def estimated(self, year: int) -> tuple[date, ...]:
        """The holy days of the year whose date is only estimated yet and no transfer settles."""
        found = self._of(year).items()
        days = sorted(day for day, name in found if _ESTIMATED in name)
        return tuple(day for day in days if day not in self._on | self._off)

    def shifted(self, day: date, working: int) -> date:
        """The day that many working days after ``day``, which itself does not count.

        A negative number counts back; 0 is the day itself.
        """
        step = timedelta(days=1 if working > 0 else -1)
        left = abs(working)
        while left:
            day += step
            left -= self.is_working(day)
        return day

    def not_after(self, day: date) -> date:
        """The day itself, or the last working day before it."""
        for _ in range(_YEAR_OF_DAYS):
            if self.is_working(day):
                return day
            day -= timedelta(days=1)
        return day


def load_transfers(path: Path) -> Transfers:
    """The agency's file of transferred days.

    Raises:
        TransfersError: no such file, not YAML, or a day both off and worked.
    """
    try:
        stated = load(path, dict[str, Any])
        found = msgspec.convert(stated, Transfers)
    except WordFileError as error:
        raise TransfersError(file=path, detail=error.fields["detail"]) from error
    except (OSError, msgspec.ValidationError) as error:
        raise TransfersError(file=path, detail=error) from error
    twice = sorted(set(found.days_off) & set(found.working))
    if twice:
        raise TransfersError(file=path, detail=f"{twice[0]} is both off and worked")
    return found
