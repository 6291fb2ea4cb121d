"""Which clause of the old redaction became which of the new one."""

from __future__ import annotations

import pytest

from amendments.alignment import align_redactions
from model import Act, Node
from tests.amendments.redactions import WORDS, act_of, clause, usual


def verdicts(old: Act, new: Act) -> list[tuple[str, str, str]]:
    """Verdict, old numbers, new numbers; clauses of the methodology only."""
    return [
        (
            match.verdict,
            "+".join(target.clause or "" for target in match.old),
            "+".join(target.clause or "" for target in match.new),
        )
        for match in align_redactions(old, new)
        if any(target.attachment for target in (*match.old, *match.new))
    ]


A, B, C, D = (WORDS[number] for number in "1234")
CASES: list[tuple[str, tuple[Node, ...], tuple[Node, ...], list[tuple[str, str, str]]]] = [
    (
        "nothing changed",
        usual("1", "2"),
        usual("1", "2"),
        [("same", "1", "1"), ("same", "2", "2")],
    ),
    (
        "a deadline changed",
        usual("1", "2"),
        (clause("1", A), clause("2", f"{B} бес жұмыс күні ішінде")),
        [("same", "1", "1"), ("changed", "2", "2")],
    ),
    (
        "a clause was put between two others and those after it got other numbers",
        usual("1", "2", "3"),
        (clause("1", A), clause("2", D), clause("3", B), clause("4", C)),
        [("same", "1", "1"), ("new", "", "2"), ("renumbered", "2", "3"), ("renumbered", "3", "4")],
    ),
    (
        "a clause got a doubled number",
        usual("1", "2"),
        (clause("1", A), clause("1-1", D), clause("2", B)),
        [("same", "1", "1"), ("new", "", "1-1"), ("same", "2", "2")],
    ),
    (
        "a clause is gone and the next one took its number",
        usual("1", "2", "3"),
        (clause("1", A), clause("2", C)),
        [("same", "1", "1"), ("renumbered", "3", "2"), ("removed", "2", "")],
    ),
    (
        "the number was given to another norm",
        usual("1", "2"),
        (clause("1", A), clause("2", WORDS["6"])),
        [("same", "1", "1"), ("removed", "2", ""), ("new", "", "2")],
    ),
    (
        "the last clause became the first",
        usual("1", "2", "3"),
        (clause("1", C), clause("2", A), clause("3", B)),
        [("moved", "3", "1"), ("renumbered", "1", "2"), ("renumbered", "2", "3")],
    ),
    (
        "one clause was split into two",
        (clause("1", f"{A}. {B}"), clause("2", C)),
        (clause("1", A), clause("2", B), clause("3", C)),
        [("split", "1", "1+2"), ("renumbered", "2", "3")],
    ),
    (
        "two clauses were merged into one",
        usual("1", "2", "3"),
        (clause("1", f"{A}. {B}"), clause("2", C)),
        [("merged", "1+2", "1"), ("renumbered", "3", "2")],
    ),
]


@pytest.mark.parametrize(
    ("old", "new", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_what_became_of_each_clause_is_said(
    old: tuple[Node, ...], new: tuple[Node, ...], expected: list[tuple[str, str, str]]
) -> None:
    assert sorted(verdicts(act_of(*old), act_of(*new))) == sorted(expected)


def test_every_clause_of_both_redactions_is_in_exactly_one_match() -> None:
    old, new = act_of(*usual("1", "2", "3", "5")), act_of(*usual("2", "4", "6"))
    matches = align_redactions(old, new)
    assert sorted(target.clause or "" for match in matches for target in match.old) == [
        "1", "1", "2", "3", "5",
    ]  # fmt: skip
    assert sorted(target.clause or "" for match in matches for target in match.new) == [
        "1", "2", "4", "6",
    ]  # fmt: skip


def test_clauses_that_share_a_number_by_mistake_are_both_kept() -> None:
    old = act_of(clause("1", A), clause("1", B))
    assert verdicts(old, act_of(clause("1", A), clause("2", B))) == [
        ("same", "1", "1"),
        ("renumbered", "1", "2"),
    ]


def test_likeness_is_that_of_words_not_of_typing() -> None:
    spaced = act_of(clause("1", A.replace(" ", "  ").upper()))
    (found,) = [
        one for one in align_redactions(act_of(clause("1", A)), spaced) if one.new[0].attachment
    ]
    assert (found.verdict, found.likeness) == ("same", 1.0)
