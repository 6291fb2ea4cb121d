"""The rules of scoring, by edition: limits, rounding, the clauses that they rest on.

All figures are in ``rules.yaml`` and ``scales.yaml``; this module only reads and applies them.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from forms.definitions import CURRENT, Band, PermittedMark, Scale, scales
from lexicon.data import WordFileError, load
from model import AdistemeError
from model.act import Value

Number = Decimal | Fraction | int
_MODES = {"up": ROUND_HALF_UP, "even": ROUND_HALF_EVEN, "down": ROUND_DOWN}
_EXACT = 30  # digits of a quotient: far beyond what two printed digits can show


class UnknownEditionError(AdistemeError):
    """An edition without rules of scoring."""

    template = 'There are no rules of scoring for the edition "%(edition)s"; expected: %(known)s.'


class OutOfScaleError(AdistemeError):
    """A figure that the scale does not hold."""

    template = (
        "The figure %(met)s is outside the scale; expected from %(lowest)s to %(highest)s. "
        "Correct the figure."
    )


class Rounding(Value, frozen=True):
    """To how many digits a printed figure is rounded, and where a half goes."""

    digits: int
    half: Literal["up", "even", "down"]


class Limit(Value, frozen=True):
    """How many there must be; ``clause`` is the name of the clause that says so."""

    least: int
    clause: str
    most: int | None = None

    def holds(self, met: int) -> bool:
        """Whether ``met`` is within the limit."""
        return self.least <= met and (self.most is None or met <= self.most)


class Vote(Value, frozen=True):
    """How a collegial decision is taken.

    ``quorum`` is the share of members who must be present, as two terms of a fraction; ``None``
    where the edition names none. ``casting``: the chair decides a tie.
    """

    clause: str
    quorum: tuple[str, str] | None = None
    quorum_clause: str | None = None
    casting: bool = False
    secretary_clause: str | None = None


class Rules(Value, frozen=True, kw_only=True):
    """The rules of one edition; a limit that the edition does not set is ``None``."""

    source: str
    rounding: Rounding
    scale: str
    answers: str | None = None
    clauses: dict[str, str]
    indicators: Limit
    respondents: Limit | None = None
    months_in_post: Limit
    months_for_indicators: Limit | None = None
    vote: Vote

    def rounded(self, exact: Number) -> Decimal:
        """The figure as it is printed: the one place where anything is rounded."""
        last = Decimal(1).scaleb(-self.rounding.digits)
        return _decimal(exact).quantize(last, rounding=_MODES[self.rounding.half])

    def mean(self, figures: Iterable[Number]) -> Fraction | None:
        """The exact mean; ``None`` of nothing."""
        all_of_them = [Fraction(figure) for figure in figures]
        return sum(all_of_them, Fraction()) / len(all_of_them) if all_of_them else None

    def result(self, score: Number) -> Band:
        """The result that a score gives: the band in which its printed figure lies.

        Raises:
            OutOfScaleError: the figure lies in no band.
        """
        return band(self.rounded(score), self.marks())

    def permitted(self, percent: Number) -> PermittedMark:
        """The marks that this percentage of realisation permits.

        Raises:
            OutOfScaleError: the percentage is negative.
        """
        printed = self.rounded(percent)
        for row in sorted(self.marks().permitted, key=lambda row: row.percent, reverse=True):
            if printed >= row.percent:
                return row
        raise OutOfScaleError(met=printed, lowest=0, highest=100)

    def marks(self) -> Scale:
        """The scale of marks or of indicators attained."""
        return scales()[self.scale]

    def questionnaire(self) -> Scale | None:
        """The scale of the answers to the 360 questionnaire, where the edition has one."""
        return None if self.answers is None else scales()[self.answers]


def band(printed: Decimal, scale: Scale) -> Band:
    """The band of the scale in which a printed figure lies, both ends included.

    Raises:
        OutOfScaleError: it lies in none.
    """
    for one in scale.results:
        if one.lowest <= printed <= one.highest:
            return one
    raise OutOfScaleError(met=printed, lowest=scale.lowest, highest=scale.highest)


def _decimal(exact: Number) -> Decimal:
    """The figure as a decimal, halves and all; a repeating fraction keeps thirty digits.

    Cutting a repeating fraction cannot make a half of it: a half has a finite expansion.
    """
    if not isinstance(exact, Fraction):
        return Decimal(exact)
    scaled = exact.numerator * 10**_EXACT
    return Decimal(scaled // exact.denominator).scaleb(-_EXACT)


@lru_cache(maxsize=1)
def editions() -> dict[str, Rules]:
    """The rules by edition.

    Raises:
        WordFileError: ``rules.yaml`` cannot be used, or names a scale that is not there.
    """
    found = load(Path(__file__).parent / "rules.yaml", dict[str, Rules])
    for name, rules in found.items():
        _check(name, rules)
    return found


def _check(name: str, rules: Rules) -> None:
    named = {rules.scale} | ({rules.answers} if rules.answers else set())
    for scale in sorted(named - scales().keys()):
        detail = f'the edition "{name}" names the scale "{scale}", which is not there'
        raise WordFileError(file="rules.yaml", detail=detail)


@cache
def rules_of(edition: str = CURRENT) -> Rules:
    """The rules of one edition.

    Raises:
        UnknownEditionError: it has none.
    """
    if edition not in editions():
        raise UnknownEditionError(edition=edition, known=", ".join(editions()))
    return editions()[edition]
