"""Years and quarters, and how long a person was in post within them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from model.act import Value

QUARTERS = (1, 2, 3, 4)
_MONTHS = 3  # in a quarter
_YEAR = 12
_ROMAN = ("", "I", "II", "III", "IV")  # a quarter is named alike in all three languages


class Period(Value, frozen=True):
    """A year, or one quarter of it."""

    year: int
    quarter: int | None = None

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.year, 1 if self.quarter is None else _MONTHS * self.quarter - 2, 1)

    @property
    def last(self) -> date:
        """The last day."""
        month = _YEAR if self.quarter is None else _MONTHS * self.quarter
        return date(self.year, month, monthrange(self.year, month)[1])


class Service(Value, frozen=True):
    """When a person took up the post and left it; ``None``: before the year, not yet."""

    since: date | None = None
    until: date | None = None

    def months_within(self, period: Period) -> int:
        """Full calendar months in post within the period."""
        start = max(self.since or period.first, period.first)
        return full_months(start, min(self.until or period.last, period.last))


def full_months(first: date, last: date) -> int:
    """How many full calendar months lie between two days, both included; 0 where none does."""
    after = last + timedelta(days=1)
    months = (after.year - first.year) * _YEAR + after.month - first.month
    day = min(first.day, monthrange(after.year, after.month)[1])
    return max(0, months - (after.day < day))


def quarter_name(quarter: int) -> str:
    """The quarter's number as it is written in all languages."""
    return _ROMAN[quarter]
