from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexicon.inflection import CASES
from lexicon.ordinals import NoOrdinalError, ordinal, read_ordinal


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (1, "бірінші"),
        (2, "екінші"),
        (3, "үшінші"),
        (4, "төртінші"),
        (5, "бесінші"),
        (6, "алтыншы"),
        (7, "жетінші"),
        (8, "сегізінші"),
        (9, "тоғызыншы"),
        (10, "оныншы"),
        (11, "он бірінші"),
        (20, "жиырмасыншы"),
        (21, "жиырма бірінші"),
        (30, "отызыншы"),
        (40, "қырқыншы"),
        (50, "елуінші"),
        (60, "алпысыншы"),
        (70, "жетпісінші"),
        (80, "сексенінші"),
        (99, "тоқсан тоғызыншы"),
    ],
)
def test_a_kazakh_ordinal_is_said_in_words(number, word):
    assert ordinal(number, "kk") == word


@pytest.mark.parametrize(
    ("number", "case", "gender", "word"),
    [
        (1, "nominative", "f", "первая"),
        (2, "instrumental", "f", "второй"),
        (2, "accusative", "f", "вторую"),
        (2, "nominative", "m", "второй"),
        (2, "accusative", "m", "второй"),
        (3, "nominative", "f", "третья"),
        (3, "genitive", "f", "третьей"),
        (3, "accusative", "f", "третью"),
        (3, "genitive", "m", "третьего"),
        (3, "nominative", "n", "третье"),
        (4, "nominative", "f", "четвертая"),
        (6, "prepositional", "m", "шестом"),
        (12, "dative", "n", "двенадцатому"),
        (20, "nominative", "f", "двадцатая"),
        (21, "genitive", "f", "двадцать первой"),
        (40, "nominative", "m", "сороковой"),
        (53, "nominative", "f", "пятьдесят третья"),
        (99, "nominative", "p", "девяносто девятые"),
    ],
)
def test_a_russian_ordinal_agrees_in_case_and_gender(number, case, gender, word):
    assert ordinal(number, "ru", case, gender) == word


@given(st.integers(1, 99), st.sampled_from(["kk", "ru"]), st.data())
def test_every_ordinal_is_read_back_in_every_form(number, lang, data):
    case = data.draw(st.sampled_from(CASES[lang]))
    gender = data.draw(st.sampled_from("mfnp"))
    assert read_ordinal(ordinal(number, lang, case, gender), lang) == number


@pytest.mark.parametrize(
    ("word", "lang", "number"),
    [
        ("екіншісінде", "kk", 2),
        ("Жиырма  бірінші", "kk", 21),
        ("Двадцать первой", "ru", 21),
        ("четвёртую", "ru", 4),
        ("вторую", "ru", 2),
        ("второго", "ru", 2),
    ],
)
def test_an_ordinal_is_read_whatever_its_form_and_capitals(word, lang, number):
    assert read_ordinal(word, lang) == number


@pytest.mark.parametrize(
    ("word", "lang"), [("екі", "kk"), ("два", "ru"), ("", "kk"), ("первая", "kk")]
)
def test_what_is_no_ordinal_is_none(word, lang):
    assert read_ordinal(word, lang) is None


@pytest.mark.parametrize(
    ("number", "lang", "case", "gender"),
    [
        (0, "kk", "nominative", "f"),
        (100, "ru", "nominative", "f"),
        (1, "ru", "locative", "f"),
        (1, "ru", "genitive", "x"),
    ],
)
def test_a_form_that_does_not_exist_is_refused(number, lang, case, gender):
    with pytest.raises(NoOrdinalError) as refusal:
        ordinal(number, lang, case, gender)
    assert str(refusal.value) == (
        f"The number {number} has no ordinal in words ({lang}, {case}, {gender}); expected "
        "1 to 99, a case of the language and a gender m, f, n or p. Write it in figures."
    )
