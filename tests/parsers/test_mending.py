"""Words mended inside a paragraph, and clauses typed behind one another: always said."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from sources import body, messages, methodology


def texts(*paragraphs, lang="ru"):
    return [node.text for node in body(methodology(*paragraphs, lang=lang))]


@pytest.mark.parametrize(
    ("typed", "mended", "said"),
    [
        ('Маслихат "Методику"утверждает.', 'Маслихат "Методику" утверждает.',
         '"Методику" | утверждает.'),
        ("Оценка (далее – оценка)проводится.", "Оценка (далее – оценка) проводится.",
         "оценка) | проводится."),
        ('Служащие "Б"корпуса здесь.', 'Служащие "Б" корпуса здесь.', '"Б" | корпуса'),
    ],
    ids=["a closing mark", "a closing bracket", "one letter in marks"],
)  # fmt: skip
def test_a_missing_blank_is_set_and_said(typed, mended, said):
    assert texts(f"1. {typed}") == [mended]
    assert messages(methodology(f"1. {typed}")) == [f'words written together were parted: "{said}"']


@pytest.mark.parametrize(
    "typed",
    [
        'Маслихат утверждает "Методику", оценку.',
        "Лицо(а) и служащий(ие) корпуса.",
        'Государственное учреждение "Аппарат "Дала" района".',
        "И/или строка 5-1) слова.",
    ],
    ids=["a comma", "an ending in brackets", "a mark that opens", "signs"],
)
def test_what_is_well_written_is_left_alone(typed):
    assert texts(f"1. {typed}") == [typed]
    assert messages(methodology(f"1. {typed}")) == []


def test_two_words_of_the_act_written_together_are_parted():
    own = ("1. Оценивание и комиссия.", "2. Оценивание и комиссия.")
    assert texts(*own, "3. Проводит оцениваниекомиссия сама.")[2] == (
        "Проводит оценивание комиссия сама."
    )
    said = messages(methodology(*own, "3. Проводит оцениваниекомиссия сама."))
    assert said == ['words written together were parted: "оценивание | комиссия"']


def test_a_word_whose_halves_the_act_does_not_use_is_one_word():
    assert texts("1. Оценивание.", "2. Оцениваниекомиссия.")[1] == "Оцениваниекомиссия."


def test_a_word_that_the_act_uses_twice_is_meant():
    own = ("1. Оценивание и комиссия.", "2. Оценивание и комиссия.")
    twice = "3. Оцениваниекомиссия и оцениваниекомиссия."
    assert texts(*own, twice)[2] == "Оцениваниекомиссия и оцениваниекомиссия."


def test_letters_typed_apart_are_brought_together():
    assert texts("1. Сведения: т е к с т ы акта.") == ["Сведения: тексты акта."]
    source = methodology("1. Сведения: т е к с т ы акта.")
    assert messages(source) == ['a word with spaces between its letters was joined: "тексты"']


@pytest.mark.parametrize("typed", ["пункты а б в слова", "А. Б. Иванов", "с 5 до 9 ч"])
def test_single_letters_are_no_word_typed_apart(typed):
    assert texts(f"1. {typed}.") == [f"{typed}."]


def test_clauses_typed_behind_one_another_are_parted():
    source = methodology("1. Слово первое. 2. Слово второе.3. Слово третье.")
    assert [(node.number, node.text) for node in body(source)] == [
        ("1", "Слово первое."), ("2", "Слово второе."), ("3", "Слово третье."),
    ]  # fmt: skip
    assert len(messages(source)) == 2
    assert messages(source)[0] == (
        'words written together were parted: "лово первое. | 2. Слово второе"'
    )


@pytest.mark.parametrize(
    "typed",
    ["1. Слово. 3. Слово.", "1. Слово. 2. слово.", "1. Слово; в п. 2. Слово",
     "1. Версия 1.2. Слово"],
    ids=["not the next number", "a small letter", "an abbreviation", "a version"],
)  # fmt: skip
def test_a_number_inside_a_clause_is_not_always_the_next_clause(typed):
    assert [node.number for node in body(methodology(typed))] == ["1"]


def test_kazakh_words_are_mended_too():
    own = ("1. Жағдайда мәслихат.", "2. Жағдайда мәслихат.")
    assert texts(*own, "3. Болмаған жағдайдамәслихат шешеді.", lang="kk")[2] == (
        "Болмаған жағдайда мәслихат шешеді."
    )
