# ruff: noqa: ISC004 - a row of a table is one paradigm
"""Russian: ordinals behind a part, agreement with a subject, names of persons in a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexicon.inflection import CASES, CannotInflectError, agree, inflect, inflect_name, paradigm


@pytest.mark.parametrize(
    ("phrase", "forms"),
    [
        ("часть вторая", "части второй|части второй|часть вторую|частью второй|части второй"),
        (
            "часть третья пункта 5",
            "части третьей пункта 5|части третьей пункта 5|часть третью пункта 5"
            "|частью третьей пункта 5|части третьей пункта 5",
        ),
        (
            "абзац двадцать первый",
            "абзаца двадцать первого|абзацу двадцать первому|абзац двадцать первый"
            "|абзацем двадцать первым|абзаце двадцать первом",
        ),
        (
            "абзацы первый и третий",
            "абзацев первого и третьего|абзацам первому и третьему|абзацы первый и третий"
            "|абзацами первым и третьим|абзацах первом и третьем",
        ),
        (
            "предложение последнее",
            "предложения последнего|предложению последнему|предложение последнее"
            "|предложением последним|предложении последнем",
        ),
    ],
)
def test_an_ordinal_behind_a_part_changes_with_it(phrase, forms):
    assert "|".join(list(paradigm(phrase, "ru").values())[1:]) == forms


def test_what_follows_the_head_and_is_no_ordinal_stays():
    assert inflect("раздел общий", "ru", "genitive") == "раздела общий"


@pytest.mark.parametrize(
    ("predicate", "subject", "agreed"),
    [
        ("утвержден", "Методика оценки", "утверждена"),
        ("утверждена", "Правила", "утверждены"),
        ("утверждены", "положение", "утверждено"),
        ("утвержден", "приказ", "утвержден"),
        ("утверждена", "изменения и дополнения", "утверждены"),
        ("внесено", "изменение и дополнение", "внесены"),
        ("принят", "решение", "принято"),
        ("РЕШИЛ", "ревизионная комиссия", "РЕШИЛА"),
        ("ПОСТАНОВЛЯЕТ", "акимат", "ПОСТАНОВЛЯЕТ"),
        ("ПОСТАНОВЛЯЕТ", "акимат и маслихат", "ПОСТАНОВЛЯЮТ"),
        ("признан утратившим силу", "методика", "признана утратившей силу"),
        ("признана утратившей силу", "решение", "признано утратившим силу"),
        ("признано утратившим силу", "приказы", "признаны утратившими силу"),
        ("вводится в действие и подлежит официальному опубликованию", "изменения",
         "вводятся в действие и подлежат официальному опубликованию"),
        ("прилагаемая", "правила", "прилагаемые"),
        ("утвержденная", "приказ", "утвержденный"),
        ("должен", "служащие", "должны"),
        ("является", "показатели", "являются"),
    ],
)  # fmt: skip
def test_a_predicate_agrees_with_its_subject(predicate, subject, agreed):
    assert agree(predicate, subject) == agreed


def test_a_subject_without_a_noun_is_refused():
    with pytest.raises(CannotInflectError, match=r"Expected a subject"):
        agree("утвержден", "по области")


@pytest.mark.parametrize(
    ("name", "gender", "forms"),
    [
        ("Абенов Ж.К.", None, "Абенова Ж.К.|Абенову Ж.К.|Абенова Ж.К.|Абеновым Ж.К.|Абенове Ж.К."),
        ("Ж. Абенов", None, "Ж. Абенова|Ж. Абенову|Ж. Абенова|Ж. Абеновым|Ж. Абенове"),
        ("А. Мысалова", None, "А. Мысаловой|А. Мысаловой|А. Мысалову|А. Мысаловой|А. Мысаловой"),
        ("Г. Мысальская", None,
         "Г. Мысальской|Г. Мысальской|Г. Мысальскую|Г. Мысальской|Г. Мысальской"),
        ("Үлгі Мысалұлы", None,
         "Үлгі Мысалұлы|Үлгі Мысалұлы|Үлгі Мысалұлы|Үлгі Мысалұлы|Үлгі Мысалұлы"),
        ("Дана Мысалқызы Ахмет", None,
         "Даны Мысалқызы Ахмет|Дане Мысалқызы Ахмет|Дану Мысалқызы Ахмет|Даной Мысалқызы Ахмет"
         "|Дане Мысалқызы Ахмет"),
        ("Мария Мысалова", None,
         "Марии Мысаловой|Марии Мысаловой|Марию Мысалову|Марией Мысаловой|Марии Мысаловой"),
        ("М. Ким", "m", "М. Кима|М. Киму|М. Кима|М. Кимом|М. Киме"),
        ("М. Ким", "f", "М. Ким|М. Ким|М. Ким|М. Ким|М. Ким"),
        ("М. Ким", None, "М. Ким|М. Ким|М. Ким|М. Ким|М. Ким"),
    ],
)  # fmt: skip
def test_a_name_in_a_sentence_is_declined_as_far_as_its_gender_is_known(name, gender, forms):
    found = [inflect_name(name, "ru", case, gender) for case in CASES["ru"][1:]]
    assert "|".join(found) == forms


def test_a_signature_keeps_its_nominative():
    assert inflect("Ж. Абенов", "ru", "genitive") == "Ж. Абенов"


@given(st.text("абвгдежзиклмнопрстуфхцчшщыьэюя .-", max_size=30), st.sampled_from(CASES["ru"]))
def test_any_name_keeps_its_initials_and_its_first_letters(name, case):
    found = inflect_name(name, "ru", case)
    assert found.count(".") == name.count(".")
    assert found[:1] == name[:1]
