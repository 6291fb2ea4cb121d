"""Scores by the acts: indicators by quarter, ranking, the mean of quarters, the four results.

Every function goes from figures to a ``Scored`` value; what is contrary to the methodology is a
finding with the clause that says so, never an exception. Nothing is rounded but what is printed
(``Rules.rounded``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from forms.definitions import Band
from forms.findings import Finding, finding
from forms.period import QUARTERS, Period, Service, full_months, quarter_name
from forms.rules import Rules
from model.act import Value


class Quarter(Value, frozen=True):
    """One indicator in one quarter; ``None`` is an empty cell."""

    planned: Decimal | None = None
    actual: Decimal | None = None
    percent: Decimal | None = None
    mark: Decimal | None = None

    @property
    def empty(self) -> bool:
        """Whether the indicator is not counted in this quarter."""
        return (self.planned, self.actual, self.percent, self.mark) == (None,) * 4


Indicator = tuple[Quarter, ...]
"""One indicator, its quarters in order."""


class Scored(Value, frozen=True):
    """A score as it is printed, its parts, and what was found on the way.

    ``score`` and ``result`` are ``None`` where an error stands in the way or nothing is to be
    scored. ``parts`` are the printed scores that it is made of, by quarter or row; ``percents``
    the percentages by row and quarter.
    """

    score: Decimal | None = None
    result: Band | None = None
    parts: Mapping[str, Decimal] = {}
    percents: Mapping[tuple[int, int], Decimal] = {}
    findings: tuple[Finding, ...] = ()


def percent_of(quarter: Quarter) -> Fraction | None:
    """The percentage of realisation: the one given, else actual by planned; ``None`` without."""
    if quarter.percent is not None:
        return Fraction(quarter.percent)
    if quarter.actual is None or not quarter.planned:
        return None
    return Fraction(quarter.actual) / Fraction(quarter.planned) * 100


def score_indicators(
    indicators: Sequence[Indicator], rules: Rules, year: int, service: Service | None = None
) -> Scored:
    """The sheet of key target indicators: per quarter the mean of marks, then that of quarters.

    The final score is the sum of marks divided by their number (form 2), quarter by quarter
    (clause 4); quarters without marks and quarters of less than a month in post are left out.
    """
    at_work = service or Service()
    counted, found = _quarters(rules, year, at_work)
    found += _appointed_late(rules, year, at_work)
    found += _number(len(indicators), rules)
    percents = _percents(indicators, counted, rules)
    found += [one for q in counted for one in _marks_of(indicators, q, rules)]
    means = {q: rules.mean(_marks(indicators, q)) for q in counted}
    return _final(means, found, rules, percents)


def _quarters(rules: Rules, year: int, service: Service) -> tuple[list[int], list[Finding]]:
    """The quarters in which the person is evaluated, and why not in the others."""
    least = rules.months_in_post.least
    enough = {q: service.months_within(Period(year, q)) >= least for q in QUARTERS}
    found = [
        finding("not-evaluated", rules, period=quarter_name(q)) for q in QUARTERS if not enough[q]
    ]
    return [q for q in QUARTERS if enough[q]], found


def _appointed_late(rules: Rules, year: int, service: Service) -> list[Finding]:
    limit = rules.months_for_indicators
    if limit is None or service.since is None or service.since <= Period(year).first:
        return []
    if full_months(service.since, Period(year).last) >= limit.least:
        return []
    return [finding("no-indicators-set", rules, least=limit.least)]


def _number(met: int, rules: Rules) -> list[Finding]:
    limit = rules.indicators
    if limit.holds(met):
        return []
    code = "too-few-indicators" if met < limit.least else "too-many-indicators"
    return [finding(code, rules, met=met, least=limit.least, most=limit.most)]


def _percents(
    indicators: Sequence[Indicator], counted: Iterable[int], rules: Rules
) -> dict[tuple[int, int], Decimal]:
    exact = {(r, q): percent_of(i[q - 1]) for r, i in enumerate(indicators, 1) for q in counted}
    return {place: rules.rounded(value) for place, value in exact.items() if value is not None}


def _marks_of(indicators: Sequence[Indicator], quarter: int, rules: Rules) -> Iterator[Finding]:
    for row, indicator in enumerate(indicators, 1):
        one = indicator[quarter - 1]
        if not one.empty and _begun(indicators, quarter):
            yield from _check_mark(one, rules, row, quarter)


def _begun(indicators: Sequence[Indicator], quarter: int) -> bool:
    """A quarter of which only plans are known is not over yet."""
    ours = [indicator[quarter - 1] for indicator in indicators]
    return any(one.mark is not None or one.actual is not None for one in ours)


def _check_mark(one: Quarter, rules: Rules, row: int, quarter: int) -> Iterator[Finding]:
    where = {"row": row, "period": quarter_name(quarter)}
    percent = percent_of(one)
    scale = rules.marks()
    lowest, highest = scale.lowest, scale.highest
    if percent is None or percent < 0:
        planned = "–" if one.planned is None else one.planned
        yield finding("no-percent", rules, planned=planned, **where)
    else:
        permitted = rules.permitted(percent)
        lowest, highest = permitted.lowest, permitted.highest
    if one.mark is None:
        yield finding("missing-mark", rules, lowest=lowest, highest=highest, **where)
    elif not scale.lowest <= one.mark <= scale.highest:
        yield outside(one.mark, rules, row)
    elif not lowest <= one.mark <= highest:
        told = {"percent": rules.rounded(percent or 0), "met": one.mark}
        told |= {"lowest": lowest, "highest": highest}
        yield finding("mark-not-permitted", rules, **told, **where)


def outside(mark: Decimal, rules: Rules, row: object) -> Finding:
    """That a mark is outside the scale."""
    scale = rules.marks()
    limits = {"lowest": scale.lowest, "highest": scale.highest}
    return finding("mark-out-of-scale", rules, row=row, met=mark, **limits)


def _marks(indicators: Sequence[Indicator], quarter: int) -> Iterator[Decimal]:
    for indicator in indicators:
        mark = indicator[quarter - 1].mark
        if mark is not None:
            yield mark


def _final(
    means: Mapping[int, Fraction | None],
    found: list[Finding],
    rules: Rules,
    percents: Mapping[tuple[int, int], Decimal],
) -> Scored:
    known = {q: mean for q, mean in means.items() if mean is not None}
    found = [*found, *_missing(means, rules)]
    parts = {str(q): rules.rounded(mean) for q, mean in known.items()}
    exact = rules.mean(known.values())
    return concluded(exact, parts, found, rules, percents)


def _missing(means: Mapping[int, object], rules: Rules) -> list[Finding]:
    missing = [q for q, mean in means.items() if mean is None]
    if len(missing) == len(means):
        return [finding("nothing-to-score", rules)] if means else []
    return [finding("missing-quarter", rules, period=quarter_name(q)) for q in missing]


def concluded(
    exact: Fraction | None,
    parts: Mapping[str, Decimal],
    found: Sequence[Finding],
    rules: Rules,
    percents: Mapping[tuple[int, int], Decimal] | None = None,
) -> Scored:
    """The printed score and its result, unless an error stands in the way."""
    refused = exact is None or any(one.severity == "error" for one in found)
    if exact is None or refused:
        return Scored(parts=parts, percents=percents or {}, findings=tuple(found))
    printed = rules.rounded(exact)
    return Scored(printed, rules.result(printed), parts, percents or {}, tuple(found))


def score_ranking(marks: Mapping[str, Decimal | None], rules: Rules) -> Scored:
    """The ranking sheet: the sum of the marks divided by the number of parameters (form 4)."""
    found = [finding("missing-parameter", rules, row=row) for row, m in marks.items() if m is None]
    given = {row: mark for row, mark in marks.items() if mark is not None}
    scale = rules.marks()
    wrong = {row: m for row, m in given.items() if not scale.lowest <= m <= scale.highest}
    found += [outside(mark, rules, row) for row, mark in wrong.items()]
    return concluded(rules.mean(given.values()), given, found, rules)


def score_year(
    quarters: Mapping[int, Decimal | None],
    rules: Rules,
    year: int,
    service: Service | None = None,
) -> Scored:
    """The final score of a year: the mean of its quarters' scores as they were set (clause 4)."""
    counted, found = _quarters(rules, year, service or Service())
    known = {q: quarters.get(q) for q in counted}
    means = {q: None if score is None else Fraction(score) for q, score in known.items()}
    return _final(means, found, rules, {})


def score_attained(attained: Sequence[bool], rules: Rules) -> Scored:
    """The sheet of the commission: how many of the indicators were attained (clause 49)."""
    found = _number(len(attained), rules)
    parts = {str(row): Decimal(int(one)) for row, one in enumerate(attained, 1)}
    return concluded(Fraction(sum(attained)), parts, found, rules)
