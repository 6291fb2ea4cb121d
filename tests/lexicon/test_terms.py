"""The term base: its records are sound, its order is the Kazakh one, wrong words are found."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from lexicon import ru
from lexicon.kk.head import find_head
from lexicon.kk.possession import is_possessed
from lexicon.terms import all_forms, alphabet_key, in_kazakh_order, misuses, term, terms
from lexicon.terms.records import UnknownTermError
from model import LANGUAGES
from workbench.commands import adisteme

ROOT = Path(__file__).resolve().parents[2]
RECORDS = list(terms().values())
EVERY = [pytest.param(one, id=one.id) for one in RECORDS]
BOTH = [pytest.param(one, lang, id=f"{one.id}-{lang}") for one in RECORDS for lang in LANGUAGES]


@pytest.mark.parametrize("record", EVERY)
def test_what_is_said_of_inflection_is_what_inflection_finds(record):
    assert is_possessed(find_head(record.kk.term, "nominative").sound) is record.kk.possessed
    assert ru.key_of(record.ru.term) == record.ru.gender


@pytest.mark.parametrize(("record", "lang"), BOTH)
def test_a_term_is_never_a_wrong_word_in_any_of_its_forms(record, lang):
    wording = record.of(lang)
    for form in (*all_forms(wording.term, lang), *wording.allowed):
        assert misuses(f"{form}.", lang) == (), form


@pytest.mark.parametrize(("record", "lang"), BOTH)
def test_a_wrong_word_is_found_in_every_form_and_leads_to_the_term(record, lang):
    wording = record.of(lang)
    for wrong in (*wording.forbidden, *wording.outdated):
        for form in all_forms(wrong, lang):
            [found] = misuses(f"Мұнда {form} тұр.", lang)
            assert (found.term, found.right) == (record.id, wording.term), form


def test_no_two_terms_share_a_name_or_a_wrong_word():
    for lang in LANGUAGES:
        named = [one.of(lang).term for one in RECORDS]
        wrong = [word for one in RECORDS for word in one.of(lang).forbidden]
        assert len(set(named)) == len(named)
        assert len(set(wrong)) == len(wrong)
        assert not set(named) & set(wrong)


def test_a_named_definition_is_one_of_the_embedded_methodology():
    text = (ROOT / "generator" / "methodology" / "1-general.yaml").read_text(encoding="utf-8")
    known = set(re.findall(r"^ +id: (definition-[\w-]+)$", text, re.MULTILINE))
    named = {one.defined.definition for one in RECORDS if one.defined and one.defined.definition}
    assert named
    assert named <= known


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("Бағаланатын тұлғалардың өтініші", "kk",
         [("Бағаланатын тұлғалардың", "бағаланатын адам")]),
        ("заңды тұлғаның құқығы", "kk", []),
        ("критерийлері мен протоколында", "kk",
         [("критерийлері", "өлшемшарт"), ("протоколында", "хаттама")]),
        ("өлшемшарттар", "kk", []),
        ("кадр  қызметінде", "kk", [("кадр  қызметінде", "персоналды басқару қызметі")]),
        ("нормативно-правового акта", "ru",
         [("нормативно-правового акта", "нормативный правовой акт")]),
        ("госоргану и госслужащим", "ru",
         [("госоргану", "государственный орган"), ("госслужащим", "государственный служащий")]),
        ("маслихат", "ru", []),
        ("маслихат", "kk", [("маслихат", "мәслихат")]),
        ("", "kk", []),
    ],
)  # fmt: skip
def test_wrong_words_are_found_where_they_stand(text, lang, found):
    met = misuses(text, lang)
    assert [(one.found, one.right) for one in met] == found
    assert [text[one.span.start : one.span.end] for one in met] == [one.found for one in met]


@given(st.text("абкқтұлғ критеийн\n-", max_size=60), st.sampled_from(LANGUAGES))
def test_any_text_can_be_looked_through(text, lang):
    for one in misuses(text, lang):
        assert one.found in text


def test_an_unknown_term_is_refused_with_where_they_are_printed():
    with pytest.raises(UnknownTermError, match=r'There is no term "nothing".*lexicon terms'):
        term("nothing")


@pytest.mark.parametrize(
    "words",
    [
        list("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"),
        ["адам", "әдіс", "әкім", "баға", "бағалау"],
        ["құжат", "құзырет", "лауазым"],
        ["мемлекеттік", "міндет"],
        ["өлшемшарт", "персонал"],
        ["ұсыныс", "үлгі"],
        ["9 қосымша", "10 қосымша", "қосымша"],
        ["360 әдісі", "адам"],
        ["бағалау", "бағалау парағы", "бағалаушы"],
        ["іс", "эфир"],
    ],
)  # fmt: skip
def test_kazakh_words_stand_in_the_order_of_their_alphabet(words):
    shuffled = sorted(words, key=lambda word: word[::-1])
    assert sorted(shuffled, key=alphabet_key) == words


def test_marks_and_capitals_do_not_count():
    assert alphabet_key('"Б" корпусы')[0] == alphabet_key("б корпусы")[0]
    assert alphabet_key("«Б» корпусы")[0] == alphabet_key("Б корпусы")[0]


@given(st.lists(st.text(max_size=12), min_size=2, max_size=6))
def test_the_order_is_total_and_always_the_same(words):
    backwards = words[::-1]
    once = sorted(words, key=alphabet_key)
    assert sorted(backwards, key=alphabet_key) == once


def test_all_terms_stand_in_kazakh_order():
    keys = [alphabet_key(one.kk.term) for one in in_kazakh_order()]
    assert len(keys) == len(RECORDS)
    assert all(before <= after for before, after in pairwise(keys))


def test_the_alphabet_is_the_one_of_the_embedded_methodology():
    letters = yaml.safe_load((ROOT / "generator/methodology/alphabet.yaml").read_text("utf-8"))
    assert sorted(letters, key=alphabet_key) == letters


ACT = """Мысал аудандық мәслихатының 2023 жылғы 26 маусымдағы № 4-10 шешімі
Мысал аудандық мәслихаты ШЕШТІ:
1. Бағаланатын тұлғаның критерийлері бекітілсін.
2. Осы шешім қолданысқа енгізіледі.
"""


def run(*words, **settings):
    return CliRunner().invoke(adisteme, ["lexicon", *words], standalone_mode=False, **settings)


def test_the_command_lists_terms_in_both_languages():
    lines = run("terms").output.splitlines()
    assert "бағаланатын адам – оцениваемое лицо [evaluated-person]" in lines
    assert "нысаналы мақсатты индикатор (НМИ) – ключевой целевой индикатор (КЦИ) [kpi]" in lines
    assert len(lines) == len(RECORDS)


def test_the_command_checks_an_act_and_names_the_place(tmp_path):
    path = tmp_path / "act.txt"
    path.write_text(ACT, encoding="utf-8")
    done = run("terms", "--check", str(path), "--format", "json")
    found = json.loads(done.output)
    assert done.return_value == 1
    assert [(one["found"], one["right"], one["kind"]) for one in found] == [
        ("Бағаланатын тұлғаның", "бағаланатын адам", "forbidden"),
        ("критерийлері", "өлшемшарт", "forbidden"),
    ]
    assert all("1-тармақ" in one["address"] for one in found)


def test_an_act_with_the_right_words_has_no_findings(tmp_path):
    path = tmp_path / "act.txt"
    path.write_text(ACT.replace("тұлғаның критерийлері", "адамның өлшемшарттары"), "utf-8")
    done = run("terms", "--check", str(path))
    assert (done.return_value, done.output) == (0, "No findings.\n")


def test_the_command_prints_whose_it_is_and_why():
    words = ("inflect", "басшы", "--lang", "kk", "--plural", "--owner", "first_plural")
    assert json.loads(run(*words, "--format", "json").output)["dative"] == "басшыларымызға"
    told = json.loads(run(*words, "--why", "--format", "json").output)["dative"]
    assert told["form"] == "басшыларымызға"
    assert told["why"][-1].endswith("басшыларымызға")
    assert "басшыларымызға" in run(*words, "--why").output
