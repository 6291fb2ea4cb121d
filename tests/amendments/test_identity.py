"""Whether an amending act is one of the base: told by number, date and type."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from amendments import Options, apply
from amendments.identity import NoBaseNamedError, OtherBaseError, OtherLanguageError
from model import AmendedAct

sys.path.insert(0, str(Path(__file__).parent))

from small import amending, at, base, clause, order

OPERATION = order("delete", at(clause="2"))
ACT = base(clause("1"), clause("2"))
NAMED = {
    "the same": (AmendedAct("decision", "5-3", "2023-06-14", "Иначе названный"), True),
    "a dash typed otherwise": (AmendedAct("decision", "5–3", "2023-06-14"), True),
    "without a date": (AmendedAct("decision", "5-3"), True),
    "by its title alone": (AmendedAct(title="Об утверждении методики"), True),
    "another number": (AmendedAct("decision", "5-4", "2023-06-14"), False),
    "another date": (AmendedAct("decision", "5-3", "2023-06-15"), False),
    "another type": (AmendedAct("order", "5-3", "2023-06-14"), False),
    "by another title alone": (AmendedAct(title="О бюджете"), False),
}


@pytest.mark.parametrize("case", NAMED)
def test_an_amendment_of_another_act_is_refused(case):
    named, same = NAMED[case]
    by = amending(OPERATION, amends=named)
    if same:
        assert apply(ACT, by).complete
    else:
        with pytest.raises(OtherBaseError):
            apply(ACT, by)
        assert apply(ACT, by, Options(any_base=True)).complete


def test_the_refusal_says_what_was_met_what_was_expected_and_what_to_do():
    by = amending(OPERATION, amends=AmendedAct("decision", "5-4", "2023-06-14"))
    with pytest.raises(OtherBaseError) as refusal:
        apply(ACT, by)
    assert str(refusal.value) == (
        "The amending act changes another act: it names decision, 2023-06-14, № 5-4, the base is "
        'decision, 2023-06-14, № 5-3, "Об утверждении Методики" (number). Expected: the act that '
        "it names. Give that act, or use --any-base if you are sure that the texts are the same."
    )


def test_an_amendment_that_names_no_act_is_refused():
    with pytest.raises(NoBaseNamedError, match="does not name the act that it changes"):
        apply(ACT, amending(OPERATION, amends=None))


def test_a_text_in_the_other_language_is_refused_whatever_is_wished():
    with pytest.raises(OtherLanguageError, match="The base is in ru and the amending act in kk"):
        apply(ACT, amending(OPERATION, lang="kk"), Options(any_base=True))


def test_of_an_act_that_amends_several_only_what_concerns_the_base_is_applied():
    other = order("delete", at(clause="1"), amends=AmendedAct("decision", "9", "2020-01-01"))
    results = apply(ACT, amending(OPERATION, other)).results
    assert [result.operation for result in results] == [OPERATION]


def test_the_base_may_be_the_second_of_the_acts_amended():
    mine = order("delete", at(clause="2"), amends=AmendedAct("decision", "5-3", "2023-06-14"))
    first = order("delete", at(clause="1"))
    by = amending(first, mine, amends=AmendedAct("decision", "9", "2020-01-01"))
    assert [result.operation for result in apply(ACT, by).results] == [mine]
