"""Addresses, traversal and replacement: a change gives a new act, and the old one stays."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from model import Act, Attachment, Cell, Node, Target
from model.tree import NoSuchElementError, attachment_target, find, mapped, replaced, walk

sys.path.insert(0, str(Path(__file__).parent))

import building

quick = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))

TABLE = Node("table", rows=((Cell("a"), Cell("b")),))
SECOND = Node(
    "clause",
    number="2",
    text="first:",
    children=(
        Node("subclause", number="1", text="one;", children=(Node("item", text="entry"),)),
        Node("subclause", number="2-1", text="two."),
        Node("part", text="second"),
        TABLE,
        Node("part", text="third:", children=(Node("item", text="x"), Node("item", text="y"))),
    ),
)
CHAPTER = Node(
    "chapter", number="1", heading="General", children=(Node("clause", number="1"), SECOND)
)
ACT = Act(
    lang="ru",
    body=(Node("clause", number="1", text="operative"),),
    attachments=(
        Attachment("methodology", body=(CHAPTER,)),
        Attachment("appendix", number="3-1", body=(Node("clause", number="1", text="appended"),)),
        Attachment("form", body=(Node("part", text="a form's line"),)),
    ),
)  # fmt: skip


def on(**keys):
    return Target(attachment="methodology", chapter="1", **keys)


def test_walking_passes_every_element_but_tables_in_the_order_of_the_text():
    assert [address for address, _ in walk(ACT)] == [
        Target(clause="1"),
        Target(attachment="methodology", chapter="1"),
        on(clause="1"),
        on(clause="2"),
        on(clause="2", subclause="1"),
        on(clause="2", subclause="1", item="1"),
        on(clause="2", subclause="2-1"),
        on(clause="2", part="2"),
        on(clause="2", part="3"),
        on(clause="2", part="3", item="1"),
        on(clause="2", part="3", item="2"),
        Target(appendix="3-1", clause="1"),
        Target(appendix="", part="1"),
    ]


def test_parts_are_counted_from_the_elements_own_first_text():
    with_text = Node("clause", number="1", text="first", children=(Node("part", text="second"),))
    without = Node("clause", number="2", children=(Node("part", text="first"),))
    addresses = [address for address, _ in walk(Act(lang="kk", body=(with_text, without)))]
    assert addresses[1] == Target(clause="1", part="2")
    assert addresses[3] == Target(clause="2", part="1")


def test_the_words_under_an_address_are_those_of_its_element():
    assert [node.text for _, node in walk(ACT)][4:6] == ["one;", "entry"]


@quick
@given(building.acts)
def test_every_element_of_any_act_is_met_once(act):
    def total(tree):
        return sum(1 + total(node.children) for node in tree)

    trees = (act.body, *(one.body for one in act.attachments))
    tables = sum(map(_tables, trees))
    assert len(list(walk(act))) == sum(map(total, trees)) - tables


def _tables(tree):
    return sum((node.kind == "table") + _tables(node.children) for node in tree)


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (Target(clause="1"), ["operative"]),
        (on(clause="2"), ["first:"]),
        (Target(attachment="methodology", clause="2"), ["first:"]),
        (Target(attachment="methodology", clause="2", subclause="2-1"), ["two."]),
        (Target(attachment="methodology", clause="2", part="2"), ["second"]),
        (Target(attachment="methodology", clause="2", part="3", item="2"), ["y"]),
        (Target(appendix="3-1", clause="1"), ["appended"]),
        (Target(attachment="methodology", clause="9"), []),
        (Target(attachment="methodology", chapter="7", clause="2"), []),
        (Target(attachment="methodology", subclause="1"), []),
        (Target(appendix="4", clause="1"), []),
        (Target(), []),
    ],
    ids=[
        "operative clause", "full address", "chapter left out", "doubled number",
        "part", "item of a part", "appendix", "no such clause", "wrong chapter",
        "no clause given", "no such appendix", "empty address",
    ],
)  # fmt: skip
def test_elements_are_found_by_address(target, words):
    assert [node.text for node in find(ACT, target)] == words


def test_a_number_used_twice_finds_both():
    twice = Act(lang="kk", body=(Node("clause", number="5", text="a"), Node("clause", number="5")))
    assert len(find(twice, Target(clause="5"))) == 2


@quick
@given(building.acts)
def test_every_element_is_found_at_its_own_address(act):
    for address, node in walk(act):
        deepest = getattr(address, node.kind)
        assert deepest is None or any(one is node for one in find(act, address))


def test_an_unnumbered_appendix_is_not_taken_for_the_act_itself():
    appendix = Attachment("appendix", body=(Node("clause", number="1", text="appended"),))
    act = Act(lang="kk", body=(Node("clause", number="1", text="own"),), attachments=(appendix,))
    assert [node.text for node in find(act, Target(clause="1"))] == ["own"]
    assert [node.text for node in find(act, Target(appendix="", clause="1"))] == ["appended"]


def test_an_appendix_named_together_with_its_methodology_is_the_appendix():
    target = Target(attachment="methodology", appendix="3-1", clause="1")
    assert [node.text for node in find(ACT, target)] == ["appended"]


def test_a_replaced_element_stands_in_the_new_act_and_not_in_the_old_one():
    target = Target(attachment="methodology", clause="2", subclause="1")
    changed = replaced(ACT, target, Node("subclause", number="1", text="new;"))
    assert [node.text for node in find(changed, target)] == ["new;"]
    assert [node.text for node in find(ACT, target)] == ["one;"]
    assert changed.attachments[1:] == ACT.attachments[1:]
    assert changed.body == ACT.body


def test_an_element_is_taken_out_with_what_stands_under_it():
    target = Target(attachment="methodology", clause="2")
    changed = replaced(ACT, target, None)
    assert find(changed, target) == ()
    assert len(list(walk(ACT))) - len(list(walk(changed))) == 8


@pytest.mark.parametrize(
    ("body", "found"),
    [((), 0), ((Node("clause", number="5"), Node("clause", number="5", text="again")), 2)],
    ids=["none", "two"],
)
def test_an_address_that_is_not_one_element_is_refused(body, found):
    with pytest.raises(NoSuchElementError) as caught:
        replaced(Act(lang="kk", body=body), Target(clause="5"), None)
    assert str(caught.value).startswith(f"The act has {found} elements at the address ")
    assert "clause='5'" in str(caught.value)
    assert str(caught.value).endswith("; exactly one is needed.")
    assert caught.value.fields["found"] == found


def test_of_two_equal_elements_only_the_one_that_was_named_is_replaced():
    same = Node("item", text="x")
    body = (Node("clause", number="1", children=(same, Node("item", text="x"))),)
    changed = replaced(Act(lang="kk", body=body), Target(clause="1", item="1"), None)
    assert [node.text for node in changed.body[0].children] == ["x"]


def test_one_value_that_stands_in_two_places_is_replaced_only_where_it_is_named():
    """Parts that are equal may be the very same value: an address is a place, not a value."""
    same = Node("item", text="x")
    act = Act(lang="kk", body=(Node("clause", number="1", children=(same, same)),))
    changed = replaced(act, Target(clause="1", item="2"), None)
    assert changed.body[0].children == (same,)


def test_mapping_changes_children_before_their_parents():
    seen = []

    def keep(node):
        seen.append(node.text or node.heading)
        return node

    assert mapped(ACT, keep) == ACT
    assert seen.index("entry") < seen.index("one;") < seen.index("first:") < seen.index("General")


def test_mapping_gives_new_values_and_takes_out_where_nothing_is_given():
    changed = mapped(ACT, lambda node: None if node.kind in {"table", "item"} else node)
    kinds = [node.kind for _, node in walk(changed)]
    assert "item" not in kinds
    assert TABLE not in changed.attachments[0].body[0].children[1].children
    assert TABLE in ACT.attachments[0].body[0].children[1].children


@quick
@given(building.acts)
def test_a_change_that_changes_nothing_gives_an_equal_act(act):
    assert mapped(act, lambda node: node) == act


@pytest.mark.parametrize(
    ("attachment", "target"),
    [
        (Attachment("methodology", number="1"), Target(attachment="methodology")),
        (Attachment("form", number="3-1"), Target(appendix="3-1")),
        (Attachment("table", number=None), Target(appendix="")),
    ],
    ids=["a methodology by its kind", "a form by its number", "a table without a number"],
)
def test_an_attachment_has_an_address(attachment, target):
    assert attachment_target(attachment) == target
