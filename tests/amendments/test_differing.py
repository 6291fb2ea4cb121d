"""Where two redactions differ: the check that a drafted act leads where it should."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from amendments.differing import differing
from model import Act, Attachment, Cell, Node, Note, Preamble, Target
from tests.amendments.redactions import WORDS, act_of, clause, part, subclause, usual

IN = Target(attachment="methodology")
TABLE = Node("table", rows=((Cell("1"), Cell("баға")),))
OTHER_TABLE = Node("table", rows=((Cell("1"), Cell("бағалау")),))
A, B = WORDS["1"], WORDS["2"]
CASES: list[tuple[str, Act, Act, list[Target]]] = [
    ("nothing", act_of(*usual("1")), act_of(*usual("1")), []),
    ("words", act_of(clause("1", A)), act_of(clause("1", B)), [replace(IN, clause="1")]),
    (
        "a subclause alone",
        act_of(clause("1", A, subclause("1", A))),
        act_of(clause("1", A, subclause("1", B))),
        [replace(IN, clause="1", subclause="1")],
    ),
    (
        "a part more is a difference of its clause",
        act_of(clause("1", A)),
        act_of(clause("1", A, part(B))),
        [replace(IN, clause="1")],
    ),
    (
        "a cell is a difference of its clause",
        act_of(clause("1", A, TABLE)),
        act_of(clause("1", A, OTHER_TABLE)),
        [replace(IN, clause="1")],
    ),
    (
        "a cell of a form is a difference of the form",
        act_of(forms=(Attachment("form", "2", body=(TABLE,)),)),
        act_of(forms=(Attachment("form", "2", body=(OTHER_TABLE,)),)),
        [Target(appendix="2")],
    ),
    (
        "a second clause with the same number",
        act_of(clause("1", A), clause("1", B)),
        act_of(clause("1", A)),
        [replace(IN, clause="1")],
    ),
    (
        "the same clauses in another order",
        act_of(clause("1", A), clause("2", B)),
        act_of(clause("2", B), clause("1", A)),
        [Target()],
    ),
    (
        "the preamble",
        act_of(),
        replace(act_of(), preamble=Preamble("Заңға сәйкес")),
        [Target(element="preamble")],
    ),
]


@pytest.mark.parametrize(
    ("one", "other", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_each_difference_is_told_by_its_element(
    one: Act, other: Act, expected: list[Target]
) -> None:
    assert list(differing(one, other)) == expected
    assert set(differing(other, one)) == set(expected)


def test_notes_and_blocks_over_attachments_are_no_norms() -> None:
    noted = replace(clause("1", A), notes=(Note("Ескерту. 1-тармақ жаңа редакцияда."),))
    one, other = act_of(clause("1", A)), act_of(noted)
    attachment = replace(other.attachments[0], header="Бекітілген")
    assert differing(one, replace(other, attachments=(attachment,), status="updated")) == ()
