"""Votes counted: quorum, majority, casting vote, the corrected score."""

from __future__ import annotations

import json

import pytest

from forms.findings import worded
from forms.meeting import MeetingFileError, load_meeting, minutes

NAMES = "ABCDEFGHI"


def meeting(kind="commission", present=3, absent=0, votes="", **item):
    """A meeting whose first member is the chair; ``votes`` has a letter for each one present."""
    words = {"f": "for", "a": "against", "x": "abstained"}
    members = [
        {"name": name, "post": "p", "part": "member" if n else "chair", "present": n < present}
        for n, name in enumerate(NAMES[: present + absent])
    ]
    given = {name: words[vote] for name, vote in zip(NAMES, votes, strict=False)}
    stated = {"kind": kind, "date": "2023-07-05", "period": "2022", "members": members}
    items = [{"person": "P", "score": "3", "corrected": "4", "votes": given, **item}]
    return load_meeting(json.dumps({**stated, "items": items}).encode(), "m.json")


def counted(**given):
    return minutes(meeting(**given), "m.json")


@pytest.mark.parametrize(
    ("present", "absent", "quorate"),
    [(2, 1, True), (1, 2, False), (4, 2, True), (3, 2, False), (4, 1, True), (6, 3, True)],
)
def test_the_commission_needs_two_thirds_of_its_members(present, absent, quorate):
    done = counted(present=present, absent=absent, votes="f" * present)
    assert (3 * present >= 2 * (present + absent)) is quorate
    assert ("no-quorum" in [one.code for one in done.findings]) is not quorate


def test_without_a_quorum_the_clause_is_named():
    done = counted(present=3, absent=2, votes="fff")
    assert worded(done.findings[0], "ru") == (
        "из 5 членов присутствуют 3; для кворума нужно не менее 4 (пункт 57)"
    )


@pytest.mark.parametrize(
    ("votes", "carried", "casting", "score"),
    [
        pytest.param("fff", True, False, "4", id="unanimous"),
        pytest.param("ffa", True, False, "4", id="majority"),
        pytest.param("faa", False, False, "3", id="minority"),
        pytest.param("fa", True, True, "4", id="tie, the chair for"),
        pytest.param("af", False, True, "3", id="tie, the chair against"),
        pytest.param("xfa", None, False, "3", id="tie, the chair abstained"),
        pytest.param("fxx", False, False, "3", id="one vote for is no majority of three"),
    ],
)
def test_the_majority_decides_and_the_chair_breaks_a_tie(votes, carried, casting, score):
    (one,) = counted(present=len(votes), votes=votes).decided
    assert (one.carried, one.casting, str(one.score)) == (carried, casting, score)


def test_at_a_calibration_session_nobody_breaks_a_tie():
    done = counted(kind="calibration", present=2, votes="fa")
    assert done.decided[0].carried is None
    assert str(done.decided[0].score) == "3.00"
    assert worded(done.findings[0], "kk") == (
        "1-мәселе: дауыстар тең бөлінді (1:1), шешім қабылданбады (41-тармақ)"
    )


def test_a_corrected_score_has_its_own_result_and_half_a_hundredth_goes_up():
    done = counted(kind="calibration", votes="fff", score="2.5", corrected="3,995")
    assert str(done.decided[0].score) == "4.00"
    assert done.decided[0].result.result.ru == "выполняет функциональные обязанности эффективно"


def test_a_vote_without_a_correction_keeps_the_score():
    done = counted(kind="calibration", votes="fff", corrected=None)
    assert str(done.decided[0].score) == "3.00"


def test_the_secretary_and_the_absent_do_not_vote():
    stated = {
        "kind": "commission",
        "date": "2023-07-05",
        "period": "2022",
        "members": [
            {"name": "A", "post": "p", "part": "chair"},
            {"name": "B", "post": "p"},
            {"name": "C", "post": "p", "present": False},
            {"name": "S", "post": "p", "part": "secretary"},
        ],
        "items": [
            {
                "person": "P",
                "score": 3,
                "votes": {"A": "for", "C": "against", "S": "against", "Z": "for"},
            }
        ],
    }
    done = minutes(load_meeting(json.dumps(stated).encode(), "m"), "m")
    assert (done.present, done.total) == (2, 3)
    assert done.decided[0].counts == {"for": 1, "against": 0, "abstained": 0}
    assert {worded(one, "en") for one in done.findings} == {
        'item 1: the vote of "B" is not given (clause 60)',
        'item 1: a vote of the absent member "C" is given (clause 60)',
        "item 1: the secretary takes no part in the vote (clause 61)",
        'item 1: the voter "Z" is not among those taking part (clause 60)',
    }


def test_yaml_keeps_figures_and_dates_as_they_are_written():
    text = (
        "kind: calibration\ndate: 2026-04-30\nnumber: 1\nperiod: {kk: 1-тоқсан, ru: I квартал}\n"
        "members: [{name: А, post: маман, part: chair}]\n"
        "items: [{person: Б, score: 3.99, votes: {А: for}}]\n"
    )
    found = load_meeting(text.encode(), "m.yaml")
    assert (found.date, found.number, found.items[0].score) == ("2026-04-30", "1", "3.99")


@pytest.mark.parametrize(
    ("data", "detail"),
    [
        (b"", "Expected `object`, got `null`"),
        (b"kind: party\n", "Invalid enum value 'party'"),
        (b"kind: [", "while parsing"),
    ],
)
def test_data_that_tell_of_no_meeting_are_refused(data, detail):
    with pytest.raises(MeetingFileError) as caught:
        load_meeting(data, "m.yaml")
    assert detail in str(caught.value)


@pytest.mark.parametrize("score", ["six", "6", "-1", ""])
def test_a_score_outside_the_scale_is_refused(score):
    with pytest.raises(MeetingFileError, match="is not a figure of the scale"):
        counted(votes="fff", kind="calibration", score=score, corrected=None)


def test_without_a_quorum_nothing_is_decided_and_the_score_stays():
    done = counted(present=3, absent=2, votes="fff")
    (one,) = done.decided
    assert (one.carried, str(one.score)) == (None, "3")
    assert [each.code for each in done.findings] == ["no-quorum"]


@pytest.mark.parametrize("score", ["3.5", "6", "-1", "many"])
def test_indicators_are_attained_in_whole_numbers_up_to_five(score):
    with pytest.raises(MeetingFileError) as caught:
        counted(votes="fff", score=score, corrected=None)
    assert f'the score "{score}" is not a figure of the scale' in str(caught.value)
