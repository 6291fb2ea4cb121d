"""What is drafted between two redactions, signed as a document and carried out, gives the new one.

Each act goes through Word on its way in and on its way out, as a department's would.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from amendments import Options, apply
from amendments.differing import differing
from amendments.drafting import Wishes, draft_operations
from amendments.pairing import drafts
from forms import appendices
from generator.amending import amending_act
from generator.embedded import embedded
from generator.render import render
from model import Cell, Node
from model.bilingual import BilingualAct
from tests.generator.redacted import (
    NAMES,
    SENTENCES,
    act_of,
    bodies,
    edited,
    form,
    sentences,
    translated,
)  # fmt: skip
from workbench.profiles import load_profile
from workbench.reading import parse

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
ACTS = ROOT / "tests" / "fixtures" / "acts"
AGENCY = replace(load_profile(EXAMPLES / "shu-maslikhat.yaml"), act=None)
FEW = settings(max_examples=12, deadline=None)


def through_word(act):
    return parse(render(act))


def carried_out(old, draft):
    """The old redaction with the drafted act applied to it; the act is read from its document."""
    assert [one.code for one in draft.diagnostics if one.code == "not-drafted"] == []
    amending = through_word(amending_act(AGENCY, old, draft.operations, draft.appendices))
    applied = apply(old, amending, Options(notes=False))
    other_text = {one.operation.only for one in applied.results} - {None, old.lang}
    for result in applied.results:
        expected = "already-applied" if result.operation.only in other_text else "applied"
        assert result.outcome == expected, (result.detail, result.operation.text)
    return applied.act


def drafted(old, new, *, words=False):
    draft = draft_operations(old, new, Wishes(words=words))
    return carried_out(old, draft) if draft.operations else old


@pytest.mark.parametrize("lang", ["kk", "ru"])
@FEW
@given(data=st.data(), words=st.booleans())
def test_any_edit_of_any_methodology_comes_out_to_the_letter(lang, data, words):
    body = data.draw(bodies(lang))
    old = through_word(act_of(lang, body))
    new = through_word(act_of(lang, data.draw(edited(lang, body))))
    assert differing(new, drafted(old, new, words=words)) == ()


def amended(draft):
    return {(one.target, one.only) for one in draft.operations}


NUMBERS = st.lists(st.sampled_from("1234"), unique=True).map(sorted)


@FEW
@given(data=st.data())
def test_both_texts_come_out_and_the_same_elements_of_both_are_amended(data):
    body = data.draw(bodies("kk"))
    changed = data.draw(edited("kk", body))
    russian = translated(changed)
    if data.draw(st.booleans(), label="the Russian text changes alone somewhere"):
        russian = data.draw(edited("ru", russian))
    before, after = data.draw(NUMBERS), data.draw(NUMBERS)
    words = data.draw(st.sampled_from(["a", "b"]))
    old, new = (
        BilingualAct(*(
            through_word(act_of(lang, nodes, [form(lang, one, word) for one in listed]))
            for lang, nodes in (("kk", kazakh), ("ru", other))
        ))
        for kazakh, other, listed, word in (
            (body, translated(body), before, "a"), (changed, russian, after, words),
        )
    )  # fmt: skip
    both = drafts(old, new)
    amended = [
        {(one.target, one.only) for one in both.of(lang).operations} for lang in ("kk", "ru")
    ]
    assert amended[0] == amended[1]
    for lang, first, second in (("kk", old.kk, new.kk), ("ru", old.ru, new.ru)):
        draft = both.of(lang)
        made = carried_out(first, draft) if draft.operations else first
        assert differing(second, made) == ()


PLAIN = {lang: Node("clause", "1", text=f"{SENTENCES[lang][0]}.") for lang in ("kk", "ru")}


@pytest.mark.parametrize("lang", ["kk", "ru"])
@pytest.mark.parametrize("part", ["title", "preamble", "the methodology's title", "own clause"])
def test_what_stands_around_the_methodology_is_amended_too(lang, part):
    old = act_of(lang, [PLAIN[lang]])
    said = NAMES[lang]
    if part == "title":
        new = replace(old, title=f"{said['title']} (2)")
    elif part == "preamble":
        text = said["preamble"].replace("33", "34")
        new = replace(old, preamble=replace(old.preamble, text=text))
    elif part == "own clause":
        new = replace(old, body=(*old.body, Node("clause", "3", text=f"{SENTENCES[lang][4]}.")))
    else:
        methodology = replace(old.attachments[0], title=f"{said['methodology']} (2)")
        new = replace(old, attachments=(methodology,))
    first, second = through_word(old), through_word(new)
    assert differing(first, second) != ()
    assert differing(second, drafted(first, second)) == ()


@pytest.mark.parametrize("lang", ["kk", "ru"])
@FEW
@given(data=st.data())
def test_a_form_comes_out_with_its_table(lang, data):
    rows = [
        (Cell(data.draw(sentences(lang)), 1, 2),),
        (Cell("1"), Cell(data.draw(sentences(lang)))),
    ]
    table = Node("table", rows=tuple(rows))
    changed = replace(form(lang, "2"), body=(Node("part", text=SENTENCES[lang][1]), table))
    old = through_word(act_of(lang, [PLAIN[lang]], [form(lang, "1", "a"), form(lang, "2", "b")]))
    new = through_word(act_of(lang, [PLAIN[lang]], [form(lang, "1", "a"), changed]))
    assert differing(new, drafted(old, new)) == ()


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_the_fixture_acts_are_led_to_their_consolidated_text(lang):
    old = parse((ACTS / f"base-decision.{lang}.txt").read_bytes())
    amending = parse((ACTS / f"amending-decision.{lang}.txt").read_bytes())
    new = apply(old, amending).act
    assert differing(new, drafted(old, new)) == ()


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_between_the_acts_of_two_agencies_a_new_redaction_is_due(lang):
    agencies = [
        load_profile(EXAMPLES / f"{name}.yaml") for name in ("shu-maslikhat", "labour-ministry")
    ]
    old, new = (through_word(embedded(one, lang, appendices(lang, one))) for one in agencies)
    draft = draft_operations(old, new)
    assert draft.new_redaction_due
    assert differing(new, carried_out(old, draft)) == ()


@pytest.mark.parametrize("lang", ["kk", "ru"])
@pytest.mark.parametrize("step", [1, -1], ids=["a clause comes first", "the first clause goes"])
def test_clauses_whose_numbers_move_on_are_renumbered_by_one_instruction(lang, step):
    def chapter(first, texts):
        below = [Node("clause", str(at), text=f"{text}.") for at, text in enumerate(texts, first)]
        return Node("chapter", "1", "Бөлім" if lang == "kk" else "Раздел", children=tuple(below))

    texts = SENTENCES[lang]
    whole, short = (through_word(act_of(lang, [chapter(1, some)])) for some in (texts, texts[1:]))
    old, new = (short, whole) if step > 0 else (whole, short)
    draft = draft_operations(old, new)
    act = amending_act(AGENCY, old, draft.operations)
    said = [line.text for line in act.body[0].children]
    words = {"kk": "тиісінше", "ru": "соответственно"}[lang]
    assert sum(words in line for line in said) == 1
    assert differing(new, carried_out(old, draft)) == ()
