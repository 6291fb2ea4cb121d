"""An act beside its model: whatever a local act lacks or says otherwise is named, and no more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.telling import told_by
from model import Target
from model.tree import mapped, replaced, walk
from review import catalogue, review
from workbench.drafting import Wishes, acts_for
from workbench.profiles import load_profile
from workbench.reading import read_act

ROOT = Path(__file__).resolve().parents[2]
AGENCIES = {
    path.stem: load_profile(str(path)) for path in sorted((ROOT / "examples").glob("*.yaml"))
}
PAIRS = {name: acts_for(agency, Wishes()) for name, agency in AGENCIES.items()}
TEXTS = {f"{name} {one.lang}": one for name, pair in PAIRS.items() for one in pair}
SAMPLES = {name: text for name, text in TEXTS.items() if name.startswith(("shu", "labour"))}
REAL = [
    path for path in (ROOT.parent / "shared" / "acts").glob("*.txt") if "amending" not in path.name
]
ON = {name: name.startswith("model-") for name in catalogue()}

some = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))


def of_model(text, model):
    return review(text, model=model, switches=ON)


def told(text, model):
    """The rules that speak, each with its address."""
    return [(one.rule, one.target) for one in of_model(text, model)]


def errors(text, model):
    return [one for one in of_model(text, model) if one.severity != "info"]


@pytest.mark.parametrize("name", TEXTS)
def test_an_act_conforms_to_itself(name):
    assert of_model(TEXTS[name], TEXTS[name]) == ()


def with_options_of(agency, source):
    """The agency with the choices that the source has made: deadlines and the like."""
    return replace(agency, options=told_by(source).options)


@pytest.mark.parametrize("name", AGENCIES)
@pytest.mark.parametrize("source", ["shu-maslikhat kk", "timiryazev-maslikhat ru"])
def test_an_act_made_for_another_agency_conforms_to_its_source(name, source):
    agency = with_options_of(AGENCIES[name], TEXTS[source])
    (made,) = acts_for(agency, Wishes(sources=(TEXTS[source],)))
    assert [one.message for one in errors(made, TEXTS[source])] == []


@pytest.mark.skipif(not REAL, reason="the real acts are not beside this checkout")
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_a_real_act_conforms_to_itself_and_so_does_one_made_from_it(path):
    source = read_act(str(path))
    assert of_model(source, source) == ()
    for name in ("kentau-maslikhat", "labour-ministry"):
        agency = with_options_of(AGENCIES[name], source)
        (made,) = acts_for(agency, Wishes(sources=(source,)))
        assert [one.message for one in errors(made, source)] == []


def norms(text, *kinds):
    return [(at, node) for at, node in walk(text) if node.kind in kinds and at != Target()
            and (at.attachment or at.appendix)]  # fmt: skip


MISSED = {
    "clause": "model-clauses",
    "subclause": "model-entries",
    "part": "model-entries",
    "item": "model-entries",
}


@some
@given(st.data(), st.sampled_from(sorted(TEXTS)))
def test_an_element_that_is_dropped_is_named_and_nothing_else(data, name):
    model = TEXTS[name]
    at, node = data.draw(st.sampled_from(norms(model, *MISSED)))
    (finding,) = of_model(replaced(model, at, None), model)
    assert (finding.rule, finding.target) == (MISSED[node.kind], at)
    assert (finding.beside.act, finding.beside.model.target) == (None, at)
    words = finding.beside.model.words.rstrip("…")
    assert words
    assert words in " ".join((node.text or node.children[0].text).split())


@some
@given(st.data(), st.sampled_from(sorted(TEXTS)))
def test_what_the_act_adds_is_worth_knowing_and_no_breach(data, name):
    text = TEXTS[name]
    at, node = data.draw(st.sampled_from(norms(text, *MISSED)))
    (finding,) = of_model(text, replaced(text, at, None))
    assert (finding.rule, finding.severity, finding.target) == ("model-additions", "info", at)
    assert finding.span == node.span
    assert finding.beside.model is None


def renumbered(text, dropped):
    """The act without a clause, those behind it one number less, references as they were."""
    shorter = replaced(text, dropped, None)

    def moved(node):
        behind = node.kind == "clause" and int(node.number) > int(dropped.clause)
        return replace(node, number=str(int(node.number) - 1)) if behind else node

    main, *others = shorter.attachments
    alone = mapped(replace(shorter, body=(), attachments=(main,)), moved)
    return replace(shorter, attachments=(alone.attachments[0], *others))


@some
@given(st.data(), st.sampled_from(sorted(TEXTS)))
def test_a_clause_dropped_without_a_gap_is_found_by_its_words(data, name):
    model = TEXTS[name]
    at, _ = data.draw(st.sampled_from(norms(model, "clause")))
    found = of_model(renumbered(model, at), model)
    assert [one.target for one in found if one.rule == "model-clauses"] == [at]
    assert {one.rule for one in found} <= {"model-clauses", "model-references"}


CHANGED = {
    "another number of days in Russian": ("ru", r"\bпяти рабочих", "семи рабочих", "model-figures"),
    "another number of days in Kazakh": ("kk", r"\bбес жұмыс", "жеті жұмыс", "model-figures"),
    "calendar days in Russian": ("ru", r"\bрабочих дн", "календарных дн", "model-measures"),
    "calendar days in Kazakh": ("kk", r"\bжұмыс күн", "күнтізбелік күн", "model-measures"),
    "another score in Russian": ("ru", r"\b3,99\b", "3,49", "model-figures"),
    "another score in Kazakh": ("kk", r"\b3,99\b", "3,49", "model-figures"),
    "another clause in Russian": ("ru", r"\bпунктом (\d)\b", r"пунктом 9\1", "model-references"),
    "another clause in Kazakh": ("kk", r"\b(\d)-тармақ", r"9\1-тармақ", "model-references"),
    "another appendix in Russian": ("ru", r"(приложению) (\d)", r"\1 7\2", "model-references"),
    "another appendix in Kazakh": ("kk", r"\b(\d)-қосымша", r"7\1-қосымша", "model-references"),
    "months for days in Russian": ("ru", r"\bрабочих дней", "месяцев", "model-measures"),
    "a negation less in Russian": ("ru", r"\bне (оцен|устан)", r"\1", "model-meaning"),
    "a negation less in Kazakh": ("kk", r"(\w{3})(?:бай|бей|май|мей)ды", r"\1ады", "model-meaning"),
    "a right for a duty in Russian": ("ru", r"\bдолжен\b", "вправе", "model-meaning"),
    "a right for a duty in Kazakh": ("kk", r"\bтиіс\b", "құқылы", "model-meaning"),
}  # fmt: skip


@pytest.mark.parametrize("case", CHANGED)
def test_a_word_that_decides_is_found_wherever_it_is_changed(case):
    lang, pattern, other, rule = CHANGED[case]
    model = SAMPLES[f"labour-ministry {lang}"]
    places = [(at, one) for at, one in walk(model)
              if at.attachment and re.search(pattern, one.text or "")]  # fmt: skip
    assert places
    for at, node in places[:3]:
        words = re.sub(pattern, other, node.text, count=1)
        found = of_model(replaced(model, at, replace(node, text=words)), model)
        assert {(one.rule, one.target) for one in found} == {(rule, at)}, words
        assert found[0].beside.act.target == found[0].beside.model.target == at
        assert found[0].beside.act.words != found[0].beside.model.words


def with_chapters_swapped(text, first, *, renumber):
    """Two neighbouring chapters in each other's places, under their own numbers or due ones."""
    main, *others = text.attachments
    body = list(main.body)
    one, other = body[first], body[first + 1]
    if renumber:
        one, other = replace(one, number=other.number), replace(other, number=one.number)
    body[first], body[first + 1] = other, one
    return replace(text, attachments=(replace(main, body=tuple(body)), *others))


@pytest.mark.parametrize("renumber", [False, True], ids=["own numbers", "due numbers"])
@pytest.mark.parametrize("name", SAMPLES)
def test_chapters_that_have_changed_places_are_named_and_nothing_else(name, renumber):
    model = SAMPLES[name]
    for first in range(len(model.attachments[0].body) - 1):
        turned = with_chapters_swapped(model, first, renumber=renumber)
        found = of_model(turned, model)
        assert [one.rule for one in found] == ["model-order"], first


def tables(text):
    """Every table of the forms, as the place of its appendix and its own place there."""
    for place, one in enumerate(text.attachments):
        for at, node in enumerate(one.body):
            if node.kind == "table" and not any("__" in c.text for r in node.rows for c in r):
                yield place, at, node


def with_rows(text, place, at, rows):
    one = text.attachments[place]
    body = list(one.body)
    body[at] = replace(body[at], rows=tuple(rows))
    changed = replace(one, body=tuple(body))
    return replace(
        text, attachments=(*text.attachments[:place], changed, *text.attachments[place + 1 :])
    )


@pytest.mark.parametrize("name", SAMPLES)
def test_a_row_that_is_taken_out_of_a_form_is_named_and_nothing_else(name):
    model = SAMPLES[name]
    seen = 0
    for place, at, node in tables(model):
        last = len(node.rows) - 1
        if last < 2:  # a heading and one row
            continue
        changed = with_rows(model, place, at, node.rows[:last])
        (finding,) = of_model(changed, model)
        assert (finding.rule, finding.target.appendix) == (
            "model-tables",
            model.attachments[place].number,
        )
        seen += 1
    assert seen > 3


@pytest.mark.parametrize("name", SAMPLES)
def test_a_column_that_is_taken_out_of_a_form_is_named_and_nothing_else(name):
    model = SAMPLES[name]
    seen = 0
    for place, at, node in tables(model):
        if len(node.rows[0]) < 3 or any(
            cell.rowspan > 1 or cell.colspan > 1 for r in node.rows for cell in r
        ):
            continue
        changed = with_rows(model, place, at, [(*row[:1], *row[2:]) for row in node.rows])
        found = of_model(changed, model)
        assert [one.rule for one in found] == ["model-tables"]
        assert node.rows[0][1].text.split()[0] in found[0].beside.model.words
        seen += 1
    assert seen


@pytest.mark.parametrize("name", SAMPLES)
def test_an_appendix_that_is_missing_is_named_and_nothing_else(name):
    model = SAMPLES[name]
    for place, one in enumerate(model.attachments[1:], 1):
        left = model.attachments[:place] + model.attachments[place + 1 :]
        found = told(replace(model, attachments=left), model)
        assert found == [("model-appendices", Target(appendix=one.number))]
