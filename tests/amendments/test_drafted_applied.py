"""What is drafted from two redactions, applied to the old one, gives the new one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from amendments import Options, apply
from amendments.drafting import Wishes, draft_operations
from amendments.trees import bare, placeless
from model import Act, Node
from tests.amendments.redactions import WORDS, act_of, chapter, clause, part, subclause
from tests.amendments.test_drafting import CASES

WORDINGS = st.sampled_from(
    [*WORDS.values(), *(f"{words} бес жұмыс күні ішінде" for words in WORDS.values())]
)


@st.composite
def clauses(draw: st.DrawFn, least: int = 1) -> tuple[Node, ...]:
    """Clauses without numbers: their own words, parts, subclauses."""
    found = []
    for _ in range(draw(st.integers(least, 5))):
        below = [subclause(str(at), draw(WORDINGS)) for at in range(1, draw(st.integers(1, 4)))]
        parts = [part(draw(WORDINGS)) for _ in range(draw(st.integers(0, 2)))]
        found.append(clause("", draw(WORDINGS), *below, *parts))
    return tuple(found)


@st.composite
def methodologies(draw: st.DrawFn) -> tuple[Node, ...]:
    """Chapters of clauses that are numbered through the whole text."""
    chapters, count = [], 0
    for number in range(1, draw(st.integers(2, 4))):
        under = []
        for one in draw(clauses()):
            count += 1
            under.append(replace(one, number=str(count)))
        heading = draw(st.sampled_from(["Жалпы ережелер", "Бағалау тәртібі", "Талдау", "Сессия"]))
        chapters.append(chapter(str(number), f"{heading} {number}", *under))
    return tuple(chapters)


@st.composite
def edited(draw: st.DrawFn, body: tuple[Node, ...]) -> tuple[Node, ...]:
    """The same methodology after a few edits: clauses gone, come, reworded."""
    chapters = []
    for one in body:
        under: list[Node] = []
        for node in one.children:
            what = draw(st.sampled_from(["keep", "keep", "keep", "drop", "reword", "add", "inner"]))
            under += _edited(draw, node, what)
        chapters.append(replace(one, children=tuple(under)))
    return tuple(chapters)


def _edited(draw: st.DrawFn, node: Node, what: str) -> list[Node]:
    if what == "drop":
        return []
    if what == "reword":
        return [replace(node, text=draw(WORDINGS))]
    if what == "add":
        return [node, clause(f"{node.number}-1", draw(WORDINGS))]
    if what == "inner" and node.children:
        first, *rest = node.children
        return [replace(node, children=(replace(first, text=draw(WORDINGS)), *rest))]
    return [node]


def plain(act: Act) -> Act:
    """The norms alone."""
    return replace(
        act,
        body=tuple(placeless(bare(node)) for node in act.body),
        attachments=tuple(
            replace(one, notes=(), body=tuple(placeless(bare(node)) for node in one.body))
            for one in act.attachments
        ),
        notes=(),
        status=None,
        diagnostics=(),
    )


def carried_out(old: Act, new: Act, wishes: Wishes) -> Act:
    """The old redaction with the drafted operations applied to it."""
    draft = draft_operations(old, new, wishes)
    assert not [one for one in draft.diagnostics if one.code == "not-drafted"]
    amending = Act(
        lang=old.lang, role="amending", operations=draft.operations, attachments=draft.appendices
    )
    applied = apply(old, amending, Options(any_base=True))
    assert [result for result in applied.results if result.outcome != "applied"] == []
    return plain(applied.act)


@pytest.mark.parametrize(
    ("old", "new"), [case[1:3] for case in CASES], ids=[case[0] for case in CASES]
)
@pytest.mark.parametrize("words", [False, True], ids=["elements", "words"])
def test_a_drafted_change_leads_to_the_new_redaction(
    old: tuple[Node, ...], new: tuple[Node, ...], *, words: bool
) -> None:
    before, after = act_of(*old), act_of(*new)
    assert carried_out(before, after, Wishes(words=words)) == plain(after)


@settings(max_examples=150)
@given(data=st.data(), words=st.booleans())
def test_any_edit_of_any_act_is_drafted_and_applied_to_the_letter(
    *, data: st.DataObject, words: bool
) -> None:
    body = data.draw(methodologies())
    before, after = act_of(*body), act_of(*data.draw(edited(body)))
    assert carried_out(before, after, Wishes(words=words)) == plain(after)


@settings(max_examples=100)
@given(methodologies(), methodologies())
def test_any_two_redactions_are_led_from_one_to_the_other(
    one: tuple[Node, ...], other: tuple[Node, ...]
) -> None:
    before, after = act_of(*one), act_of(*other)
    assert carried_out(before, after, Wishes()) == plain(after)
