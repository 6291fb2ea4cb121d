"""Two redactions to operations: the smallest elements that hold the change, in a safe order."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from amendments.drafting import Wishes, draft_operations
from model import Act, Attachment, Node, Operation, Target
from tests.amendments.redactions import WORDS, act_of, chapter, clause, part, subclause, usual

A, B, C, D = (WORDS[number] for number in "1234")


def said(operations: tuple[Operation, ...]) -> list[str]:
    """Each operation in short: what is done, to what, and the words or number that come."""
    return [" ".join((one.action, *_address(one.target), *_words(one))) for one in operations]


def _address(target: Target) -> list[str]:
    keys = {name: getattr(target, name) for name in Target.__struct_fields__}
    return [f"{name}={value}" for name, value in keys.items() if value and name != "attachment"]


def _words(one: Operation) -> list[str]:
    return [f"«{one.old}»"] * bool(one.old) + [f"→ «{one.new}»"] * bool(one.new)


def drafted(old: tuple[Node, ...], new: tuple[Node, ...], **wishes: bool) -> list[str]:
    found = draft_operations(act_of(*old), act_of(*new), Wishes(**wishes))
    return said(found.operations)


TWO = (clause("1", A, subclause("1", B), subclause("2", C), subclause("3", D)), *usual("5"))
CASES: list[tuple[str, tuple[Node, ...], tuple[Node, ...], list[str]]] = [
    ("nothing changed", TWO, TWO, []),
    (
        "one subclause of three is given anew",
        TWO,
        (clause("1", A, subclause("1", B), subclause("2", WORDS["6"]), subclause("3", D)), TWO[1]),
        ["replace clause=1 subclause=2"],
    ),
    (
        "most subclauses changed: the clause is given anew as a whole",
        TWO,
        (clause("1", A, subclause("1", C), subclause("2", D), subclause("3", B)), TWO[1]),
        ["replace clause=1"],
    ),
    (
        "the clause's own words and a subclause changed: the clause as a whole",
        TWO,
        (clause("1", f"{A} да", subclause("1", D), subclause("2", C), subclause("3", D)), TWO[1]),
        ["replace clause=1"],
    ),
    (
        "a subclause with a doubled number comes",
        TWO,
        (clause("1", A, *TWO[0].children, subclause("3-1", WORDS["6"])), TWO[1]),
        ["insert clause=1 subclause=3-1"],
    ),
    (
        "the second part of a clause changed",
        (clause("1", A, part(B), part(C)), *usual("5")),
        (clause("1", A, part(B), part(D)), *usual("5")),
        ["replace clause=1 part=3"],
    ),
    (
        "a part more: the clause as a whole",
        (clause("1", A, part(B)), *usual("5")),
        (clause("1", A, part(B), part(C)), *usual("5")),
        ["replace clause=1"],
    ),
    (
        "a clause is gone and its number stays free",
        usual("1", "2", "3"),
        usual("1", "3"),
        ["delete clause=2"],
    ),
    (
        "nothing but the number is left",
        usual("1", "2"),
        (*usual("1"), Node("clause", "2")),
        ["repeal clause=2"],
    ),
    (
        "a clause comes between two others, whose numbers move up from the last one on",
        usual("1", "2", "3"),
        (clause("1", A), clause("2", D), clause("3", B), clause("4", C)),
        ["renumber clause=3 → «4»", "renumber clause=2 → «3»", "insert clause=2"],
    ),
    (
        "a clause goes and the next ones take its place",
        usual("1", "2", "3", "4"),
        (clause("1", A), clause("2", C), clause("3", D)),
        ["delete clause=2", "renumber clause=3 → «2»", "renumber clause=4 → «3»"],
    ),
    (
        "a chapter comes with its clauses",
        (chapter("1", "Жалпы ережелер", *usual("1", "2")),),
        (chapter("1", "Жалпы ережелер", *usual("1", "2")), chapter("2", "Талдау", *usual("3"))),
        ["insert chapter=2"],
    ),
    (
        "a clause comes first in its chapter: it is placed there",
        (chapter("1", "Жалпы", *usual("1")), chapter("2", "Талдау", *usual("3"))),
        (chapter("1", "Жалпы", *usual("1")), chapter("2", "Талдау", *usual("2", "3"))),
        ["insert chapter=2 clause=2"],
    ),
    (
        "a clause with a doubled number comes first in the chapter after that of its base",
        (chapter("1", "Жалпы", *usual("1")), chapter("2", "Талдау", *usual("2"))),
        (
            chapter("1", "Жалпы", *usual("1")),
            chapter("2", "Талдау", clause("1-1", D), *usual("2")),
        ),
        ["insert chapter=2 clause=1-1"],
    ),
    (
        "a heading changed",
        (chapter("1", "Жалпы ережелер", *usual("1")),),
        (chapter("1", "Негізгі ережелер", *usual("1")),),
        ["replace chapter=1 element=heading"],
    ),
    (
        "chapters moved up with their clauses",
        (chapter("1", "Жалпы", *usual("1")), chapter("2", "Талдау", *usual("2"))),
        (
            chapter("1", "Жалпы", *usual("1")),
            chapter("2", "Кесте", clause("2", D)),
            chapter("3", "Талдау", clause("3", B)),
        ),
        ["renumber chapter=2 → «3»", "renumber clause=2 → «3»", "insert chapter=2"],
    ),
    (
        "two clauses changed places: one moves up, the other comes anew",
        usual("1", "2"),
        (clause("1", B), clause("2", A)),
        ["delete clause=1", "renumber clause=2 → «1»", "insert clause=2"],
    ),
]


@pytest.mark.parametrize(
    ("old", "new", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_change_is_said_by_the_smallest_right_operations(
    old: tuple[Node, ...], new: tuple[Node, ...], expected: list[str]
) -> None:
    assert drafted(old, new) == expected


def test_words_are_replaced_where_that_is_wished_and_they_stand_there_once() -> None:
    new = (clause("1", A.replace("заңға сәйкес", "кодекске сай")), *usual("2"))
    assert drafted(usual("1", "2"), new, words=True) == [
        "replace-words clause=1 «заңға сәйкес» → «кодекске сай»"
    ]
    assert drafted(usual("1", "2"), new) == ["replace clause=1"]


def test_an_anchor_word_is_taken_in_where_the_phrase_stands_there_twice() -> None:
    twice = "жылдық баға және тоқсандық баға"
    new = (clause("1", "жылдық баға және тоқсандық нәтиже"),)
    assert drafted((clause("1", twice),), new, words=True) == [
        "replace-words clause=1 «тоқсандық баға» → «тоқсандық нәтиже»"
    ]


def form(number: str, words: str) -> Attachment:
    return Attachment("form", number=number, title="Нысан", body=(part(words),))


def test_forms_are_replaced_by_the_acts_own_appendices() -> None:
    old = act_of(*usual("1"), forms=(form("1", A), form("2", B), form("3", C)))
    new = act_of(*usual("1"), forms=(form("1", A), form("2", D), form("4", C)))
    found = draft_operations(old, new)
    assert said(found.operations) == [
        "replace appendix=2", "delete appendix=3", "insert appendix=4",
    ]  # fmt: skip
    assert [one.number for one in found.appendices] == ["2", "4"]


def test_title_and_preamble_are_given_anew() -> None:
    old = act_of(*usual("1"))
    new = replace(old, title="Үлгілік әдістемені бекіту туралы")
    assert said(draft_operations(old, new).operations) == ["replace element=title"]


def test_more_than_half_of_the_clauses_changed_is_said_with_the_count() -> None:
    old, new = act_of(*usual("1", "2")), act_of(clause("1", f"{A} да"), clause("2", f"{B} да"))
    found = draft_operations(old, new, ui="en")
    assert found.new_redaction_due
    assert [(one.code, one.message) for one in found.diagnostics] == [
        (
            "new-redaction-due",
            "2 of 3 clauses change, more than half: the act is to be issued in a new redaction",
        )
    ]


def test_a_change_that_no_operation_can_say_is_said_and_the_rest_is_drafted() -> None:
    old: Act = replace(act_of(part(A), part(B)), title="Ескі атау")
    new = replace(act_of(part(A), part(B), part(C)), title="Жаңа атау")
    found = draft_operations(old, new, ui="en")
    assert said(found.operations) == ["replace element=title"]
    assert [one.code for one in found.diagnostics] == ["not-drafted"]
