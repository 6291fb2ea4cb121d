"""Amendments from Python: what the programmer's door gives beyond single rooms."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

import adisteme as door
from model import LANGUAGES, AdistemeError, Attachment, Node
from model.act import Target
from model.tree import find, mapped

from .conftest import ROOT

ACTS = ROOT / "tests" / "fixtures" / "acts"


def read(name: str, lang: str):
    return door.parse(ACTS / f"{name}-decision.{lang}.txt")


@pytest.fixture(scope="module", params=LANGUAGES)
def pair(request):
    """A decision and the act that amends it."""
    return read("base", request.param), read("amending", request.param)


@pytest.fixture(scope="module")
def agency():
    return door.load_profile(str(ROOT / "examples" / "shu-maslikhat.yaml"))


def bare(act):
    """What an act says, without notes and places: the elements and the attachments."""
    plain = mapped(act, lambda node: replace(node, notes=()))
    forms = tuple((one.kind, one.number, one.title, one.body) for one in plain.attachments)
    return plain.body, forms


def test_an_act_is_amended_and_each_operation_is_told(pair):
    base, amending = pair
    amended = door.amend(base, amending)
    assert amended.complete
    assert len(amended.results) == len(amending.operations)
    assert amended.act.status == "updated"
    assert amended == door.as_of(base, (amending,), None)


def test_nothing_has_force_before_its_day_and_everything_has_after_it(pair):
    base, amending = pair
    assert door.amend(base, amending, day="2023-06-14") == door.amend(base)
    assert door.amend(base, amending, day="2035-01-01") == door.amend(base, amending)


def test_a_day_that_is_none_is_refused(pair):
    with pytest.raises(AdistemeError, match=r'"2023-02-30" is not a day of the calendar\.'):
        door.amend(*pair, day="2023-02-30")


def test_any_base_is_an_option(pair):
    base, amending = pair
    other = replace(base, number="9-9")
    with pytest.raises(AdistemeError, match="The amending act changes another act"):
        door.amend(other, amending)
    assert door.amend(other, amending, options=door.Options(any_base=True)).complete


def test_the_amending_act_of_the_other_language_is_refused():
    with pytest.raises(AdistemeError, match="The base is in kk and the amending act in ru"):
        door.amend(read("base", "kk"), read("amending", "ru"))


def test_two_redactions_are_compared_element_by_element(pair):
    base, amending = pair
    new = door.amend(base, amending).act
    rows = door.compare(base, new)
    assert [row.number for row in rows] == [str(place) for place in range(1, len(rows) + 1)]
    assert {row.place.clause for row in rows} >= {"2", "4"}
    assert all(row.before != row.after for row in rows)


def test_an_act_does_not_differ_from_itself(pair):
    assert door.compare(pair[0], pair[0]) == []


def test_one_changed_clause_is_one_row_that_shows_both_wordings(pair):
    base, _ = pair
    target = Target(attachment="methodology", clause="1")
    (old,) = find(base, target)
    new = mapped(base, lambda node: replace(node, text="Жаңа мәтін.") if node is old else node)
    (row,) = door.compare(base, new)
    assert row.place.clause == "1"
    shown = [
        "".join(word.text for one in side for word in one.line) for side in (row.before, row.after)
    ]
    assert (old.text or "") in shown[0]
    assert "Жаңа мәтін." in shown[1]
    assert row.reason == ""


def test_redactions_in_two_languages_are_not_compared():
    with pytest.raises(AdistemeError, match="Expected: both in one language"):
        door.compare(read("base", "kk"), read("base", "ru"))


def test_the_drafted_amendment_leads_from_the_old_redaction_to_the_new(pair, agency):
    base, amending = pair
    new = door.amend(base, amending).act
    drafted = door.draft_amendment(base, new, agency)
    assert drafted.role == "amending"
    assert drafted.amends.number == base.number
    again = door.amend(base, drafted)
    assert again.complete
    assert bare(again.act) == bare(new)


def test_a_draft_may_replace_words_where_that_is_wished_for(pair, agency):
    base, _ = pair
    target = Target(attachment="methodology", clause="1")
    (old,) = find(base, target)
    first, second = (old.text or "").split()[2:4]
    words = (old.text or "").replace(f"{first} {second}", f"{second} {first}", 1)
    new = mapped(base, lambda node: replace(node, text=words) if node is old else node)
    whole = door.draft_amendment(base, new, agency)
    short = door.draft_amendment(base, new, agency, words=True)
    assert [one.action for one in whole.operations] == ["replace"]
    assert [one.action for one in short.operations] == ["replace-words"]


def test_that_a_new_redaction_is_due_is_in_the_diagnostics_of_the_draft(pair, agency):
    base, _ = pair

    def other(node: Node) -> Node:
        return replace(node, text=f"{node.text} Жаңа.") if node.kind == "clause" else node

    drafted = door.draft_amendment(base, mapped(base, other), agency)
    assert "new-redaction-due" in {said.code for said in drafted.diagnostics}


def test_an_act_without_a_number_cannot_be_amended_by_name(pair, agency):
    base, amending = pair
    new = door.amend(base, amending).act
    with pytest.raises(AdistemeError, match="does not say its number"):
        door.draft_amendment(replace(base, number=None), new, agency)


def test_a_new_form_comes_with_the_draft_as_its_appendix(pair, agency):
    base, _ = pair
    form = Attachment("form", "77", "Жаңа нысан", None, (Node("part", text="Мазмұны."),))
    drafted = door.draft_amendment(
        base, replace(base, attachments=(*base.attachments, form)), agency
    )
    assert [one.title for one in drafted.attachments] == ["Жаңа нысан"]
