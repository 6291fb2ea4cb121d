"""The Kazakh language class, in the manner of spaCy's own tests of its languages."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

spacy = pytest.importorskip("spacy")

from lexicon.language.kk import Kazakh  # noqa: E402 - after the check that spaCy is there
from lexicon.language.kk.lex_attrs import like_num, norm  # noqa: E402 - see above

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def tokenizer():
    return spacy.blank("kk").tokenizer


def test_the_language_is_found_by_its_code():
    assert isinstance(spacy.blank("kk"), Kazakh)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("4-тармағы", ["4", "-", "тармағы"]),
        ("5-бапқа", ["5", "-", "бапқа"]),
        ("3-қосымшаға", ["3", "-", "қосымшаға"]),
        ("5-ке", ["5-ке"]),
        ("13-ші", ["13-ші"]),
        ("2-нің", ["2-нің"]),
        ("12) тармақша", ["12)", "тармақша"]),
        ("8-1) тармақша", ["8-1)", "тармақша"]),
        ("№ 2/14", ["№", "2/14"]),
        ("№2/14,", ["№", "2/14", ","]),
        ("№ 4-10 шешімі", ["№", "4-10", "шешімі"]),
        ("№ 12-НҚ", ["№", "12-НҚ"]),
        ("ҚР ДСМ-205/2020", ["ҚР", "ДСМ-205/2020"]),
        ("министрінің м.а. Ж. Әбенов", ["министрінің", "м.а.", "Ж.", "Әбенов"]),
        ("и.о. министра", ["и.о.", "министра"]),
        ("хат және т.б.", ["хат", "және", "т.б."]),
        ('"НМИ" деген', ['"', "НМИ", '"', "деген"]),
        ("НМИ-ге", ["НМИ-ге"]),
        ("Самұрық-Қазына", ["Самұрық-Қазына"]),
        ("іс-қимыл", ["іс-қимыл"]),
        ("190–192", ["190", "–", "192"]),
        ("Күші жойылды.", ["Күші", "жойылды", "."]),
        ("(бұдан әрі – НМИ)", ["(", "бұдан", "әрі", "–", "НМИ", ")"]),
    ],
)
def test_a_text_is_parted_as_a_lawyer_reads_it(tokenizer, text, tokens):
    assert [token.text for token in tokenizer(text)] == tokens


@pytest.mark.parametrize(
    "text", ["Осы шешім  бекітілсін.", "\n1) а;\n2) ә.", '"", «»', "№№ 1/ -2)"]
)
def test_the_tokens_are_the_whole_text(tokenizer, text):
    assert tokenizer(text).text == text


@pytest.mark.parametrize(
    ("word", "is_number"),
    [
        ("10", True), ("5-ке", True), ("13-ші", True), ("2/14", True), ("000", True),
        ("бес", True), ("ЖИЫРМА", True), ("оныншы", True), ("миллиард", True), ("VIII", True),
        ("3,5", True), ("тармақ", False), ("5-бап", False), ("онда", False), ("", False),
        ("бестен", True), ("Жиырмасынан", True), ("екіншіден", True), ("екеуі", True),
        ("отызыншыға", True), ("үшін", False), ("бестік", False),
    ],
)  # fmt: skip
def test_figures_and_number_words_are_like_numbers(word, is_number):
    assert like_num(word) is is_number


@pytest.mark.parametrize(
    ("word", "normal"),
    [("Шешiм", "шешім"), ("маслихат", "мәслихат"), ("жылгы", "жылғы"), ("ТАРМАҚ", "тармақ")],
)
def test_the_norm_mends_letters_and_old_spellings(word, normal):
    assert norm(word) == normal


def test_the_norm_of_a_shortened_word_is_what_it_stands_for(tokenizer):
    assert tokenizer("министрдің м.а.")[1].norm_ == "міндетін атқарушы"


@pytest.mark.parametrize("word", ["және", "үшін", "бойынша", "Осы"])
def test_function_words_are_stop_words(tokenizer, word):
    assert tokenizer(word)[0].is_stop


@pytest.mark.parametrize("word", ["тармақ", "шешім", "мәслихат", "бағалау"])
def test_no_term_is_a_stop_word(tokenizer, word):
    assert not tokenizer(word)[0].is_stop


def test_what_the_project_declares_is_there():
    import importlib  # noqa: PLC0415 - one test needs them
    import tomllib  # noqa: PLC0415 - see above

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = project["entry-points"]
    for place in (*groups["spacy_languages"].values(), *groups["spacy_factories"].values()):
        module, _, name = place.partition(":")
        assert callable(getattr(importlib.import_module(module), name))


def test_reading_an_act_never_loads_spacy():
    program = (
        "import sys, adisteme;"
        "text = 'Мысал аудандық мәслихатының 2023 жылғы 26 маусымдағы № 4-10 шешімі\\n'"
        "'Мысал аудандық мәслихаты ШЕШТІ:\\n1. Қоса беріліп отырған Әдістеме бекітілсін.\\n';"
        "act = adisteme.parse(text);"
        "assert act.number == '4-10', act;"
        "sys.exit('spacy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
