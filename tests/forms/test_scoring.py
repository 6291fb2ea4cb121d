"""Scores by the acts, each checked against a calculation of its own in whole hundredths."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.findings import worded
from forms.period import Period, Service, full_months
from forms.rules import OutOfScaleError, UnknownEditionError, rules_of
from forms.scoring import (
    Quarter,
    score_attained,
    score_indicators,
    score_ranking,
    score_year,
)

RULES = rules_of()
EMPTY = Quarter()


def quarter(mark, percent=100):
    return Quarter(percent=Decimal(percent), mark=None if mark is None else Decimal(str(mark)))


def year_of(*marks):
    """One indicator with these marks; every mark is one that its percentage permits."""
    return tuple(EMPTY if m is None else quarter(m, int(Decimal(str(m)) * 20)) for m in marks)


def codes(scored):
    return [one.code for one in scored.findings]


def by_hand(numbers):
    """A mean of hundredths rounded half up, in integers only."""
    hundredths = [int(Decimal(str(n)) * 100) for n in numbers]
    whole, rest = divmod(sum(hundredths), len(hundredths))
    return Decimal(whole + (2 * rest >= len(hundredths))) / 100


@pytest.mark.parametrize(
    ("exact", "printed", "result"),
    [
        pytest.param("3.995", "4.00", "выполняет функциональные обязанности эффективно", id="half"),
        pytest.param(
            "3.9949", "3.99", "выполняет функциональные обязанности надлежащим образом", id="below"
        ),
        pytest.param("5", "5.00", "выполняет функциональные обязанности эффективно", id="most"),
        pytest.param(
            "0", "0.00", "выполняет функциональные обязанности не удовлетворительно", id="least"
        ),
        pytest.param(
            "1.995", "2.00", "выполняет функциональные обязанности удовлетворительно", id="1.995"
        ),
    ],
)
def test_a_half_of_a_hundredth_goes_up_before_the_result_is_looked_up(exact, printed, result):
    assert RULES.rounded(Decimal(exact)) == Decimal(printed)
    assert str(RULES.rounded(Decimal(exact))) == printed
    assert RULES.result(Decimal(exact)).result.ru == result


@given(st.integers(0, 500_000), st.integers(1, 1000))
def test_every_mean_within_the_scale_has_exactly_one_result(thousandths, divisor):
    score = min(Fraction(thousandths, 1000 * divisor), Fraction(5))
    printed = RULES.rounded(score)
    fitting = [b for b in RULES.marks().results if b.lowest <= printed <= b.highest]
    assert fitting == [RULES.result(score)]
    assert abs(Fraction(printed) - score) <= Fraction(1, 200)


def test_a_figure_outside_every_range_is_refused():
    with pytest.raises(OutOfScaleError) as caught:
        RULES.result(Decimal("5.01"))
    assert str(caught.value) == (
        "The figure 5.01 is outside the scale; expected from 0 to 5. Correct the figure."
    )


def test_an_edition_without_rules_is_refused_by_name():
    with pytest.raises(UnknownEditionError) as caught:
        rules_of("1999")
    assert str(caught.value) == (
        'There are no rules of scoring for the edition "1999"; expected: current, commission-2023.'
    )


@pytest.mark.parametrize(
    ("percent", "lowest", "highest"),
    [
        ("0", "0", "1.99"),
        ("39.99", "0", "1.99"),
        ("39.995", "2", "2.99"),
        ("40", "2", "2.99"),
        ("60", "3", "3.99"),
        ("79.99", "3", "3.99"),
        ("79.995", "4", "5"),
        ("80", "4", "5"),
        ("250", "4", "5"),
    ],
)
def test_a_percentage_permits_the_marks_of_its_range(percent, lowest, highest):
    permitted = RULES.permitted(Decimal(percent))
    assert (permitted.lowest, permitted.highest) == (Decimal(lowest), Decimal(highest))


def test_the_percentage_is_actual_by_planned_and_a_given_one_goes_before_it():
    indicator = (
        Quarter(planned=Decimal(3), actual=Decimal(2), mark=Decimal(3)),
        Quarter(planned=Decimal(3), actual=Decimal(2), percent=Decimal(100), mark=Decimal(5)),
        EMPTY,
        EMPTY,
    )
    scored = score_indicators([indicator] * 3, RULES, 2026)
    assert scored.percents[1, 1] == Decimal("66.67")
    assert scored.percents[3, 2] == Decimal("100.00")


@given(st.lists(st.lists(st.integers(0, 500), min_size=4, max_size=4), min_size=3, max_size=5))
def test_a_full_sheet_is_the_sum_of_marks_by_their_number(hundredths):
    marks = [[Decimal(n) / 100 for n in row] for row in hundredths]
    scored = score_indicators([year_of(*row) for row in marks], RULES, 2026)
    flat = [mark for row in marks for mark in row]
    assert scored.score == by_hand(flat)
    assert "missing-mark" not in codes(scored)
    assert scored.parts["2"] == by_hand([row[1] for row in marks])


def test_each_quarter_counts_alike_however_many_indicators_it_has():
    full, late = year_of(5, 5, None, None), year_of(None, 3, None, None)
    scored = score_indicators([full, full, late], RULES, 2026)
    # First quarter 5, second (5 + 5 + 3) / 3; the mean of both is 28/6.
    assert scored.score == Decimal("4.67")
    assert codes(scored) == ["missing-quarter", "missing-quarter"]


def test_a_mark_that_its_percentage_does_not_permit_is_found_with_its_clause():
    scored = score_indicators([(quarter(5, 70), EMPTY, EMPTY, EMPTY)] * 3, RULES, 2026)
    assert scored.score == 5
    assert worded(scored.findings[0], "ru") == (
        "строка 1, I: реализация 70 %, оценка 5; допустимая оценка 3–3,99 (пункт 27)"
    )
    assert worded(scored.findings[0], "kk") == (
        "1-жол, I: іске асуы 70 %, баға 5; рұқсат етілген баға 3–3,99 (27-тармақ)"
    )


def test_a_mark_that_is_missing_stops_the_score_and_names_the_permitted_ones():
    row = (quarter(None, 50), EMPTY, EMPTY, EMPTY)
    done = (quarter(5), EMPTY, EMPTY, EMPTY)
    scored = score_indicators([done, done, row], RULES, 2026)
    assert scored.score is None
    assert worded(scored.findings[0], "en") == (
        "row 3, I: no mark; the permitted marks are 2–2,99 (clause 27)"
    )


def test_a_quarter_that_is_only_planned_is_no_fault():
    planned = Quarter(planned=Decimal(10))
    scored = score_indicators([(quarter(4), planned, planned, planned)] * 3, RULES, 2026)
    assert scored.score == 4
    assert codes(scored) == ["missing-quarter"] * 3


def test_an_indicator_planned_as_nothing_needs_its_percentage_given():
    none = Quarter(planned=Decimal(0), actual=Decimal(0), mark=Decimal(5))
    scored = score_indicators([(none, EMPTY, EMPTY, EMPTY)] * 3, RULES, 2026)
    assert "no-percent" in codes(scored)
    assert scored.score == 5


@pytest.mark.parametrize(
    ("rows", "code"),
    [(2, "too-few-indicators"), (3, None), (5, None), (6, "too-many-indicators")],
)
def test_there_are_three_to_five_indicators(rows, code):
    scored = score_indicators([year_of(4, 4, 4, 4)] * rows, RULES, 2026)
    assert codes(scored) == ([code] if code else [])
    assert all(one.clause == "23" for one in scored.findings)


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2026, 1, 1), date(2026, 1, 31), 1),
        (date(2026, 1, 1), date(2026, 1, 30), 0),
        (date(2026, 1, 31), date(2026, 2, 28), 1),
        (date(2026, 2, 15), date(2026, 3, 14), 1),
        (date(2026, 2, 15), date(2026, 3, 13), 0),
        (date(2026, 3, 2), date(2026, 3, 31), 0),
        (date(2026, 5, 1), date(2026, 4, 1), 0),
        (date(2025, 12, 1), date(2026, 2, 28), 3),
    ],
)
def test_months_are_counted_from_day_to_day(first, last, months):
    assert full_months(first, last) == months


def test_a_quarter_with_less_than_a_month_in_post_is_left_out():
    service = Service(since=date(2026, 3, 2))
    scored = score_indicators([year_of(1, 5, 5, 5)] * 3, RULES, 2026, service)
    assert scored.score == 5
    assert codes(scored) == ["not-evaluated"]
    assert worded(scored.findings[0], "ru") == (
        "I: служащий занимал должность менее одного месяца, не оценивается (пункт 5)"
    )


def test_whoever_is_appointed_less_than_three_months_before_the_end_gets_no_indicators():
    scored = score_indicators([], RULES, 2026, Service(since=date(2026, 10, 2)))
    assert "no-indicators-set" in codes(scored)
    kept = score_indicators([], RULES, 2026, Service(since=date(2026, 10, 1)))
    assert "no-indicators-set" not in codes(kept)


def test_months_outside_the_period_do_not_count():
    service = Service(date(2020, 1, 1), date(2026, 4, 20))
    assert [service.months_within(Period(2026, q)) for q in (1, 2, 3)] == [3, 0, 0]


@given(st.lists(st.integers(0, 500), min_size=4, max_size=4))
def test_the_ranking_score_is_the_mean_of_the_parameters(hundredths):
    marks = {str(n): Decimal(m) / 100 for n, m in enumerate(hundredths, 1)}
    assert score_ranking(marks, RULES).score == by_hand(marks.values())


def test_a_ranking_without_one_parameter_has_no_score():
    scored = score_ranking({"1": Decimal(4), "2": None, "3": Decimal(4), "4": Decimal(6)}, RULES)
    assert scored.score is None
    assert [worded(one, "ru") for one in scored.findings] == [
        "не выставлена оценка по параметру 2 (пункт 32)",
        "строка 4: оценка 6 вне шкалы; ожидается оценка от 0 до 5 (пункт 31)",
    ]


@pytest.mark.parametrize(
    ("quarters", "score"),
    [
        pytest.param(("4.00", "3.99", "3.99", "4.00"), "4.00", id="3.995 goes up"),
        pytest.param(("4.33", None, "3.00", None), "3.67", id="two quarters are missing"),
        pytest.param(("2.50", "2.50", "2.50", "2.50"), "2.50", id="all alike"),
    ],
)
def test_the_year_is_the_mean_of_its_quarters_as_they_were_set(quarters, score):
    given = {q: Decimal(s) if s else None for q, s in enumerate(quarters, 1)}
    assert score_year(given, RULES, 2026).score == Decimal(score)


def test_a_year_without_any_quarter_has_no_score():
    scored = score_year({}, RULES, 2026)
    assert (scored.score, scored.result, codes(scored)) == (None, None, ["nothing-to-score"])


def test_whoever_never_was_a_month_in_post_is_not_evaluated_and_that_is_no_error():
    scored = score_year({4: Decimal(5)}, RULES, 2026, Service(since=date(2026, 12, 10)))
    assert scored.score is None
    assert codes(scored) == ["not-evaluated"] * 4


@pytest.mark.parametrize(
    ("attained", "result"),
    [
        (5, "выполняет функциональные обязанности эффективно"),
        (4, "выполняет функциональные обязанности надлежащим образом"),
        (3, "выполняет функциональные обязанности удовлетворительно"),
        (2, "выполняет функциональные обязанности не удовлетворительно"),
        (0, "выполняет функциональные обязанности не удовлетворительно"),
    ],
)
def test_the_sheet_of_the_commission_counts_what_was_attained(attained, result):
    rules = rules_of("commission-2023")
    scored = score_attained([n < attained for n in range(5)], rules)
    assert scored.result.result.ru == result
    assert scored.findings == ()


def test_the_commission_asks_for_exactly_five_indicators():
    scored = score_attained([True] * 4, rules_of("commission-2023"))
    assert worded(scored.findings[0], "en") == (
        "there are 4 indicators; the methodology asks for at least 5 (clause 47)"
    )


def test_the_order_of_the_rows_changes_nothing():
    rows = [year_of(5, 4, 3.5, 2), year_of(1, 2, 3, 4), year_of(0, 5, 2.22, 3.33)]
    shuffled = rows[1:] + rows[:1]
    assert (
        score_indicators(rows, RULES, 2026).score == score_indicators(shuffled, RULES, 2026).score
    )
