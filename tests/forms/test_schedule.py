"""The schedule of an evaluation: every deadline as a day, counted here once more by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.schedule import events, schedule
from forms.workdays import Transfers, TransfersError, Workdays, load_transfers

SETTINGS = {
    "quarter_deadline_day": 10,
    "year_deadline_day": 10,
    "plan_posting": True,
    "absence_rule": "after_return",
}
WORKDAYS = Workdays()


def due(name, quarter=None, settings=SETTINGS, workdays=WORKDAYS, year=2026):
    (found,) = [
        one
        for one in schedule(year, settings, workdays)
        if one.id == name and one.period.quarter == quarter
    ]
    return found


@pytest.mark.parametrize(
    ("day", "working"),
    [
        pytest.param(date(2026, 1, 1), False, id="new year"),
        pytest.param(date(2026, 1, 7), False, id="christmas"),
        pytest.param(date(2026, 3, 9), False, id="moved from a Sunday"),
        pytest.param(date(2026, 3, 23), False, id="nauryz"),
        pytest.param(date(2026, 5, 11), False, id="moved from a Saturday"),
        pytest.param(date(2026, 4, 10), True, id="a Friday"),
        pytest.param(date(2026, 4, 11), False, id="a Saturday"),
        pytest.param(date(2026, 12, 16), False, id="independence"),
    ],
)
def test_public_holidays_are_not_worked(day, working):
    assert WORKDAYS.is_working(day) is working


def test_the_agencys_own_file_goes_before_the_holidays():
    moved = Transfers(date(2026, 1, 1), days_off=(date(2026, 4, 10),), working=(date(2026, 4, 11),))
    own = Workdays(moved)
    assert (own.is_working(date(2026, 4, 10)), own.is_working(date(2026, 4, 11))) == (False, True)
    assert own.as_of == date(2026, 1, 1)


def test_a_holy_day_whose_date_is_estimated_is_marked_until_the_file_settles_it():
    assert WORKDAYS.estimated(2026) == (date(2026, 5, 27),)
    settled = Transfers(date(2026, 5, 1), days_off=(date(2026, 5, 27),))
    assert Workdays(settled).estimated(2026) == ()


@given(st.dates(date(2024, 1, 1), date(2027, 12, 31)), st.integers(1, 15))
def test_working_days_counted_there_and_back(day, number):
    after = WORKDAYS.shifted(day, number)
    between = (day + timedelta(days=n) for n in range(1, (after - day).days + 1))
    assert sum(map(WORKDAYS.is_working, between)) == number
    assert WORKDAYS.is_working(after)
    assert WORKDAYS.shifted(WORKDAYS.shifted(after, -1), 1) == after


@pytest.mark.parametrize(
    ("name", "quarter", "day"),
    [
        # 5, 6, 8, 9, 12-16, 19 January: ten working days of the new year
        pytest.param("plan", None, date(2026, 1, 19), id="plan"),
        pytest.param("plan-posting", None, date(2026, 1, 26), id="posting"),
        pytest.param("indicators-notice", 3, date(2026, 10, 5), id="notice on the fifth"),
        pytest.param("ranking-notice", 1, date(2026, 4, 10), id="notice on the tenth"),
        pytest.param("evaluation", 1, date(2026, 4, 10), id="evaluation on the tenth"),
        # 3 July is the fifth working day back: 9, 8, 7, 3, 2 (6 July is the Day of the Capital)
        pytest.param("indicators-calculation", 2, date(2026, 7, 2), id="five days before"),
        pytest.param("acquaintance", 1, date(2026, 4, 14), id="two days over a week-end"),
        pytest.param("disagreement", 1, date(2026, 4, 21), id="five days to disagree"),
        pytest.param("calibration-decision", 1, date(2026, 4, 24), id="three days to decide"),
        # 22-24, 27-30 April, 4-6 May: 1 May is a holiday
        pytest.param("calibration", 1, date(2026, 5, 6), id="ten days for the session"),
        pytest.param("survey", None, date(2027, 1, 8), id="the survey, from a Sunday"),
    ],
)
def test_a_deadline_becomes_a_day(name, quarter, day):
    assert due(name, quarter).day == day


def test_a_deadline_on_a_day_off_is_kept_before_it_and_the_named_day_is_shown():
    found = due("indicators-notice", 1)
    assert (found.named, found.day) == (date(2026, 4, 5), date(2026, 4, 3))
    assert due("evaluation", 1).named is None


def test_the_option_of_the_profile_moves_the_quarter_and_not_the_notice():
    twentieth = SETTINGS | {"quarter_deadline_day": 20}
    assert due("evaluation", 1, twentieth).day == date(2026, 4, 20)
    assert due("acquaintance", 1, twentieth).day == date(2026, 4, 22)
    assert due("ranking-notice", 1, twentieth).day == date(2026, 4, 10)
    assert due("survey", None, twentieth).day == date(2027, 1, 8)


def test_what_the_methodology_leaves_out_is_not_scheduled():
    without = SETTINGS | {"plan_posting": False, "absence_rule": "without_participation"}
    assert "plan-posting" not in {one.id for one in schedule(2026, without, WORKDAYS)}
    assert [one.clause for one in events(SETTINGS)] == [
        "late-appointment",
        "absence",
        "calibration-vote",
    ]
    assert "absence" not in [one.clause for one in events(without)]


@pytest.mark.parametrize("year", range(2024, 2031))
def test_every_deadline_of_every_year_is_a_working_day_in_order(year):
    found = schedule(year, SETTINGS, WORKDAYS)
    assert len(found) == 4 * 8 + 4
    assert all(WORKDAYS.is_working(one.day) for one in found)
    assert [one.day for one in found] == sorted(one.day for one in found)


def test_a_file_of_transfers_is_read_with_its_date(tmp_path):
    path = tmp_path / "transfers.yaml"
    path.write_text("as_of: 2025-12-01\ndays_off: [2026-01-05]\nworking: [2026-01-10]\n")
    found = load_transfers(path)
    assert found == Transfers(date(2025, 12, 1), (date(2026, 1, 5),), (date(2026, 1, 10),))


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("as_of: 2025-12-01\nworking: [2026-13-05]\n", "Invalid RFC3339 encoded date"),
        ("days_off: []\n", "missing required field `as_of`"),
        ("as_of: 2025-12-01\nfree: []\n", "unknown field `free`"),
        (
            "as_of: 2025-12-01\ndays_off: [2026-01-05]\nworking: [2026-01-05]\n",
            "2026-01-05 is both off and worked",
        ),
        ("- 1\n", "Expected `object`"),
    ],
    ids=["date", "undated", "key", "both", "shape"],
)
def test_a_file_of_transfers_that_cannot_be_used_says_why(tmp_path, text, detail):
    path = tmp_path / "transfers.yaml"
    path.write_text(text)
    with pytest.raises(TransfersError) as caught:
        load_transfers(path)
    assert detail in str(caught.value)
    assert "each a list of dates such as 2026-01-05" in str(caught.value)


def test_a_file_of_transfers_that_is_not_there_says_so(tmp_path):
    with pytest.raises(TransfersError, match="No such file"):
        load_transfers(tmp_path / "nowhere.yaml")
