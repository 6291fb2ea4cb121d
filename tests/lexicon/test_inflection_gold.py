# ruff: noqa: ISC004 - a row of a table is one explanation
"""Forms written down by hand, by rule group, against what the rules make."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lexicon.inflection import (
    CASES,
    OWNERS,
    CannotInflectError,
    Form,
    conjugate,
    explain_form,
    inflect,
)
from lexicon.kk import predicative, relational
from lexicon.kk.tables import endings
from workbench.commands.lexicon import OWNERS as OFFERED

GOLD = yaml.safe_load((Path(__file__).parent / "inflection_kk.yaml").read_text(encoding="utf-8"))
OWNED_CASES = ("nominative", "dative", "accusative", "locative", "instrumental")
VERB_FORMS = [
    ("imperative_third", {"passive": True}),
    ("past_participle", {"passive": True}),
    ("past_participle", {}),
    ("past_third", {}),
    ("present_third", {}),
    ("present_first", {}),
    ("converb", {}),
    ("present_converb", {"negative": True}),
    ("habitual_participle", {"passive": True}),
]


def rows(table):
    return [line.split() for line in table.strip().splitlines()]


NOUNS = [
    pytest.param(noun, case, form, id=f"{group}: {noun} {case}")
    for group, table in GOLD["nouns"].items()
    for noun, *forms in rows(table)
    for case, form in zip(CASES["kk"][1:], forms, strict=True)
]
OWNED = [
    pytest.param(noun, owner, case, form, id=f"{noun} {owner} {case}")
    for noun, owner, *forms in rows(GOLD["owned"])
    for case, form in zip(OWNED_CASES, forms, strict=True)
]
VERBS = [
    pytest.param(verb, name, how, form, id=f"{verb} {name} {'-'.join(how)}")
    for verb, *forms in rows(GOLD["verbs"])
    for (name, how), form in zip(VERB_FORMS, forms, strict=True)
]


@pytest.mark.parametrize(("noun", "case", "form"), NOUNS)
def test_a_noun_of_each_group_is_declined_as_written_down(noun, case, form):
    assert inflect(noun, "kk", case) == form


@pytest.mark.parametrize(("noun", "owner", "case", "form"), OWNED)
def test_a_thing_that_is_somebodys_is_declined_as_written_down(noun, owner, case, form):
    assert inflect(noun, "kk", case, owner=owner) == form


@pytest.mark.parametrize(("noun", "form"), rows(GOLD["related"]))
def test_what_is_of_a_time_is_said_by_one_ending(noun, form):
    assert relational(noun) == form


def test_the_year_of_a_date_is_said_so_too():
    assert relational("2026 жыл") == "2026 жылғы"


@pytest.mark.parametrize(("noun", "person", "form"), rows(GOLD["predicated"]))
def test_what_somebody_is_agrees_with_the_person(noun, person, form):
    assert predicative(noun, person) == form


@pytest.mark.parametrize(("verb", "name", "how", "form"), VERBS)
def test_a_verb_of_drafting_has_the_form_written_down(verb, name, how, form):
    assert conjugate(verb, name, **how) == form


@pytest.mark.parametrize(
    ("phrase", "form", "written"),
    [
        ("алып тастау", "imperative_third", "алып тасталсын"),
        ("күші жойылды деп тану", "imperative_third", "күші жойылды деп танылсын"),
        ("қолданысқа енгізу", "present_third", "қолданысқа енгізіледі"),
        ("ТОЛЫҚТЫРУ", "imperative_third", "ТОЛЫҚТЫРЫЛСЫН"),
    ],
)
def test_of_several_words_the_last_one_is_the_verb(phrase, form, written):
    assert conjugate(phrase, form, passive=True) == written


def test_several_hundred_forms_are_written_down():
    assert len(NOUNS) + len(OWNED) + len(VERBS) > 500


@pytest.mark.parametrize(
    ("phrase", "case", "owner", "form"),
    [
        ("5-тармақ", "locative", None, "5-тармақта"),
        ("13-тармағы", "locative", None, "13-тармағында"),
        ("2018 жылғы 16 қаңтардағы № 13 бұйрығы", "instrumental", None,
         "2018 жылғы 16 қаңтардағы № 13 бұйрығымен"),
        ("НМИ", "dative", None, "НМИ-ге"),
        ("НМИ", "dative", "first_plural", "НМИ-імізге"),
        ('"Шу" ЖШС', "genitive", None, '"Шу" ЖШС-нің'),
        ("Ж. Әбенов", "dative", None, "Ж. Әбеновке"),
    ],
)  # fmt: skip
def test_figures_names_and_abbreviations_keep_their_writing(phrase, case, owner, form):
    assert inflect(phrase, "kk", case, owner=owner) == form


@pytest.mark.parametrize(
    ("phrase", "call", "message"),
    [
        ("қаулы", lambda p: inflect(p, "kk", "dative", owner="ninth"), "Kazakh has no such owner"),
        ("қаулы", lambda p: predicative(p, "ninth"), "Kazakh has no such person"),
        ("бекіту", lambda p: conjugate(p, "ninth"), "Kazakh has no such form"),
        ("қаулы", lambda p: conjugate(p, "past_third"), "its last word is no verb"),
        ("решение", lambda p: inflect(p, "ru", "dative", owner="first"),
         "Russian has no endings of possession"),
    ],
)  # fmt: skip
def test_what_cannot_be_said_is_refused_with_the_reason(phrase, call, message):
    with pytest.raises(CannotInflectError) as refusal:
        call(phrase)
    assert message in str(refusal.value)
    assert f'"{phrase}"' in str(refusal.value)


def test_every_owner_offered_is_known_to_the_tables():
    assert tuple(endings().owners) == OWNERS == OFFERED


@pytest.mark.parametrize(
    ("phrase", "lang", "form", "ui", "lines"),
    [
        ("бұйрық", "kk", Form("dative", owner="third"), "en",
         ("the last word takes the ending: бұйрық", "п, к, қ soften to б, г, ғ: бұйрығы",
          "the word is possessed in the third person", "the last vowel decides",
          "dative -на: бұйрығына")),
        ("№ 13", "kk", Form("dative"), "ru",
         ("число читается вслух, последнее слово: үш", "последний звук глухой (б, в, г, д на "
          "конце тоже)", "решает последняя гласная", "дательный -ке: № 13-ке")),
        ("районный маслихат области", "ru", Form("genitive"), "kk",
         ("анықтауыш басты сөзбен қиысады: районный – районного",
          "басты сөз тізім бойынша септеледі: маслихат – маслихата",
          "басты сөзден кейінгі сөздер өзгермейді: области")),
        ("и.о. Министра", "ru", Form("genitive"), "en",
         ('initials with a family name, and a shortened "acting", stay',)),
    ],
)  # fmt: skip
def test_a_form_tells_why_it_is_so_in_the_readers_language(phrase, lang, form, ui, lines):
    explained = explain_form(phrase, lang, form)
    if phrase == "№ 13":
        assert explained.lines(ui)[0] == lines[0]
        assert explained.form == "№ 13-ке"
    else:
        assert explained.lines(ui) == lines


LETTERS = "аәбвгғдежзийкқлмнңопрстуұүфхһцчшщыіэюяьөё"
WORDS = st.text(LETTERS, min_size=2, max_size=12)


@given(WORDS, st.sampled_from(CASES["kk"]), st.sampled_from((None, *OWNERS)), st.booleans())
def test_every_form_has_an_explanation_that_ends_in_it(word, case, owner, plural):
    explained = explain_form(word, "kk", Form(case, plural, owner))
    assert explained.form == inflect(word, "kk", case, plural=plural, owner=owner)
    for ui in ("kk", "ru", "en"):
        assert len(explained.lines(ui)) == len(explained.reasons)
