"""Redactions over time, and whether both texts still say the same."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from amendments import apply, as_of, differences, redactions
from amendments.redactions import NotADayError, changes

sys.path.insert(0, str(Path(__file__).parent))

from small import amending, at, base, chapter, clause, numbers, order, subclause

ACT = base(clause("1", "Один."), clause("2", "Два."))
FIRST = amending(
    order("replace-words", at(clause="1"), old="Один", new="Раз"),
    order("insert", at(clause="3"), clause("3"), until="2024-08-31"),
    order("delete", at(clause="2"), effective="2024-07-01"),
)
SECOND = amending(
    order("replace-words", at(clause="1"), old="Раз", new="Снова"),
    date="2025-01-10",
    number="20-1",
    effective=None,
)


def first_text(act):
    return act.attachments[0].body[0].text


DAYS = {
    "2024-04-30": ("Один.", ["1", "2"]),
    "2024-05-01": ("Раз.", ["1", "2", "3"]),
    "2024-07-01": ("Раз.", ["1", "3"]),
    "2024-08-31": ("Раз.", ["1", "3"]),
    "2024-09-01": ("Раз.", ["1"]),
    "2025-01-10": ("Снова.", ["1"]),
}


@pytest.mark.parametrize("day", DAYS)
def test_the_text_of_a_day_has_what_has_force_on_it(day):
    applied = as_of(ACT, (SECOND, FIRST), day)
    assert (first_text(applied.act), numbers(applied.act.attachments[0].body)) == DAYS[day]


def test_a_redaction_begins_on_every_day_on_which_the_text_changes():
    found = redactions(ACT, (SECOND, FIRST))
    assert [one.day for one in found] == [
        "2023-06-14", "2024-05-01", "2024-07-01", "2024-09-01", "2025-01-10"
    ]  # fmt: skip
    assert [(len(one.results), len(one.ended)) for one in found] == [
        (0, 0), (2, 0), (1, 0), (0, 1), (1, 0)
    ]  # fmt: skip
    assert found[0].act == ACT
    ended = [change for change in changes(found) if change.ended]
    assert [(change.day, change.result.place.clause) for change in ended] == [("2024-09-01", "3")]


def test_an_act_without_a_date_comes_last_and_has_no_day():
    undated = replace(SECOND, date=None)
    found = redactions(ACT, (undated, FIRST))
    assert found[-1].day is None
    assert first_text(found[-1].act) == "Снова."
    assert first_text(as_of(ACT, (undated, FIRST), "2030-01-01").act) == "Раз."


def test_a_day_that_is_none_is_refused():
    with pytest.raises(NotADayError, match=r'"31\.08\.2024" is not a day of the calendar'):
        as_of(ACT, (FIRST,), "31.08.2024")


def pair():
    nodes = {
        "kk": chapter("1", clause("1", "Бір.", subclause("1")), clause("2", "Екі.")),
        "ru": chapter("1", clause("1", "Один.", subclause("1")), clause("2", "Два.")),
    }
    return {lang: base(nodes[lang], lang=lang) for lang in ("kk", "ru")}


def test_texts_changed_by_different_instructions_agree_where_the_elements_agree():
    acts = pair()
    kk = apply(acts["kk"], amending(
        order("replace-words", at(clause="2"), old="Екі", new="Екінші"), lang="kk"))  # fmt: skip
    ru = apply(acts["ru"], amending(order("insert-words", at(clause="2"), new="снова")))
    assert differences(kk.act, ru.act, (kk.results, ru.results)) == ()


def test_an_element_that_one_text_lacks_is_told():
    acts = pair()
    kk = apply(acts["kk"], amending(order("insert", at(clause="3"), clause("3")), lang="kk"))
    (found,) = differences(kk.act, acts["ru"])
    assert (found.kind, found.lang, found.target.clause) == ("missing", "ru", "3")


def test_an_element_built_otherwise_is_told_with_both_counts():
    acts = pair()
    ru = apply(acts["ru"], amending(order("delete", at(clause="1", subclause="1"))))
    found = {one.kind: one for one in differences(acts["kk"], ru.act)}
    assert (found["structure"].kk, found["structure"].ru) == ("subclause 1", "–")


def test_a_change_of_one_text_alone_is_told_unless_it_is_meant():
    acts = pair()
    for only, expected in ((None, ["changed-in-one"]), ("kk", [])):
        operation = order("replace-words", at(clause="2"), old="Екі", new="Екінші", only=only)
        kk = apply(acts["kk"], amending(operation, lang="kk"))
        found = differences(kk.act, acts["ru"], (kk.results, ()))
        assert [one.kind for one in found] == expected
