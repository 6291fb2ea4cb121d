# ruff: noqa: E501 - a row of a table is one address or one form
from __future__ import annotations

import pytest

from lexicon.inflection import CannotInflectError
from lexicon.units import (
    EmptyTargetError,
    UnitForm,
    UnknownUnitError,
    heading,
    say,
    unit,
    unit_forms,
    units,
)
from model import Target


@pytest.mark.parametrize(
    ("kind", "number", "lang", "form", "said"),
    [
        ("clause", "5", "kk", "nominative", "5-тармақ"),
        ("clause", "5", "kk", "genitive possessed", "5-тармағының"),
        ("clause", "7-1", "kk", "instrumental", "7-1-тармақпен"),
        ("subclause", "12", "kk", "nominative", "12) тармақша"),
        ("subclause", "12", "kk", "instrumental", "12) тармақшамен"),
        ("subclause", "8-1", "kk", "accusative possessed", "8-1) тармақшасын"),
        ("subclause", "12)", "kk", "nominative", "12) тармақша"),
        ("chapter", "6", "kk", "instrumental", "6-тараумен"),
        ("section", "1", "kk", "nominative", "1-бөлім"),
        ("paragraph", "2", "kk", "dative possessed", "2-параграфына"),
        ("article", "33", "kk", "genitive possessed", "33-бабының"),
        ("part", "2", "kk", "nominative", "екінші бөлік"),
        ("part", "2", "kk", "locative possessed", "екінші бөлігінде"),
        ("part", "120", "kk", "nominative", "120-бөлік"),
        ("appendix", "4", "kk", "nominative", "4-қосымша"),
        ("appendix", "1", "kk", "dative possessed", "1-қосымшасына"),
        ("clause", "5", "ru", "instrumental", "пунктом 5"),
        ("subclause", "12", "ru", "genitive", "подпункта 12)"),
        ("chapter", "1", "ru", "genitive", "главы 1"),
        ("section", "1", "ru", "nominative", "раздел 1"),
        ("article", "33", "ru", "genitive", "статьи 33"),
        ("part", "2", "ru", "nominative", "часть вторая"),
        ("part", "2", "ru", "instrumental", "частью второй"),
        ("part", "3", "ru", "accusative", "часть третью"),
        ("part", "120", "ru", "genitive", "части 120"),
        ("appendix", "4", "ru", "dative", "приложению 4"),
        ("appendix", "4", "ru", "nominative possessed", "приложение 4"),
    ],
)
def test_a_unit_is_said_with_its_number_in_its_case(kind, number, lang, form, said):
    case, _, possessed = form.partition(" ")
    assert unit(kind, number, lang, case, possessed=bool(possessed)) == said


@pytest.mark.parametrize(
    ("kind", "kk", "ru"),
    [
        ("section", "1-бөлім", "РАЗДЕЛ 1"),
        ("chapter", "1-тарау", "Глава 1"),
        ("paragraph", "1-параграф", "Параграф 1"),
        ("article", "1-бап", "Статья 1"),
        ("clause", "1.", "1."),
        ("subclause", "1)", "1)"),
        ("appendix", "1-қосымша", "Приложение 1"),
    ],
)
def test_an_element_opens_with_its_heading(kind, kk, ru):
    assert (heading(kind, "1", "kk"), heading(kind, "1", "ru")) == (kk, ru)


@pytest.mark.parametrize(
    ("target", "kk", "ru"),
    [
        (
            Target(clause="5", subclause="12", part="2"),
            "5-тармақтың 12) тармақшасының екінші бөлігі",
            "часть вторая подпункта 12) пункта 5",
        ),
        (Target(attachment="methodology"), "Әдістеме", "Методика"),
        (Target(attachment="methodology", clause="5"), "Әдістеменің 5-тармағы", "пункт 5 Методики"),
        (
            Target(attachment="methodology", chapter="2", clause="5"),
            "Әдістеменің 5-тармағы",
            "пункт 5 Методики",
        ),
        (Target(chapter="2", paragraph="1"), "2-тараудың 1-параграфы", "параграф 1 главы 2"),
        (Target(article="33", clause="5"), "5-тармақ", "пункт 5"),
        (Target(clause="5", part="2", item="3"), "5-тармақтың екінші бөлігінің үшінші абзацы", "абзац третий части второй пункта 5"),
        (Target(chapter="1", element="heading"), "1-тараудың тақырыбы", "заголовок главы 1"),
        (Target(element="title"), "тақырып", "заголовок"),
        (Target(element="preamble"), "кіріспе", "преамбула"),
        (
            Target(attachment="methodology", element="title"),
            "Әдістеменің тақырыбы",
            "заголовок Методики",
        ),
        (Target(appendix="4"), "4-қосымша", "приложение 4"),
        (
            Target(attachment="methodology", appendix="4"),
            "Әдістеменің 4-қосымшасы",
            "приложение 4 к Методике",
        ),
        (
            Target(attachment="methodology", appendix="4", clause="2"),
            "Әдістеменің 4-қосымшасының 2-тармағы",
            "пункт 2 приложения 4 к Методике",
        ),
        (Target(attachment="appendix", appendix="4"), "4-қосымша", "приложение 4"),
    ],
)  # fmt: skip
def test_an_address_is_said_as_a_lawyer_says_it(target, kk, ru):
    assert (say(target, "kk"), say(target, "ru")) == (kk, ru)


def test_only_the_element_itself_takes_the_case_of_the_sentence():
    target = Target(attachment="methodology", clause="5", subclause="2")
    assert say(target, "kk", "locative") == "Әдістеменің 5-тармағының 2) тармақшасында"
    assert say(target, "ru", "prepositional") == "подпункте 2) пункта 5 Методики"


@pytest.mark.parametrize(
    ("form", "lang", "meaning"),
    [
        ("тармақ", "kk", UnitForm("clause", "nominative")),
        ("тармақтың", "kk", UnitForm("clause", "genitive")),
        ("тармағының", "kk", UnitForm("clause", "genitive", possessed=True)),
        ("тармақтар", "kk", UnitForm("clause", "nominative", plural=True)),
        ("тармақтары", "kk", UnitForm("clause", "nominative", possessed=True, plural=True)),
        ("тармақтағы", "kk", UnitForm("clause", "locative", attributive=True)),
        ("тармағындағы", "kk", UnitForm("clause", "locative", possessed=True, attributive=True)),
        ("тармақтарындағы", "kk", UnitForm("clause", "locative", possessed=True, plural=True, attributive=True)),
        ("тармақшамен", "kk", UnitForm("subclause", "instrumental")),
        ("қосымшалармен", "kk", UnitForm("appendix", "instrumental", plural=True)),
        ("бөлігі", "kk", UnitForm("part", "nominative", possessed=True)),
        ("абзацы", "kk", UnitForm("part", "nominative", possessed=True)),
        ("бабына", "kk", UnitForm("article", "dative", possessed=True)),
        ("пунктами", "ru", UnitForm("clause", "instrumental", plural=True)),
        ("подпунктов", "ru", UnitForm("subclause", "genitive", plural=True)),
        ("главой", "ru", UnitForm("chapter", "instrumental")),
        ("частью", "ru", UnitForm("part", "instrumental")),
        ("абзаце", "ru", UnitForm("part", "prepositional")),
        ("приложениям", "ru", UnitForm("appendix", "dative", plural=True)),
        ("статей", "ru", UnitForm("article", "genitive", plural=True)),
    ],
)  # fmt: skip
def test_an_inflected_form_tells_its_unit_case_number_and_possession(form, lang, meaning):
    assert unit_forms(lang)[form] == meaning


def test_every_written_unit_is_among_the_forms_that_are_read():
    for lang in ("kk", "ru"):
        for kind, each in units(lang).items():
            if kind != "item":  # an item is written with the word by which a part is read
                assert unit_forms(lang)[each.words.word].kind == kind


def test_forms_can_be_asked_with_or_without_possession():
    clause = units("kk")["clause"]
    assert "тармағы" in clause.forms(possessed=True)
    assert "тармағы" not in clause.forms(possessed=False)
    assert "тармақ" in clause.forms()


def test_an_unknown_unit_is_refused_with_those_there_are():
    with pytest.raises(UnknownUnitError) as refusal:
        unit("verse", "1", "kk")
    assert str(refusal.value) == (
        'There is no unit "verse"; expected one of section, chapter, paragraph, article, clause, '
        "subclause, part, item, appendix, table, row, column, cell, sentence, note. Add it to "
        "lexicon/units.yaml, with its words in both languages."
    )


def test_a_part_has_no_heading():
    with pytest.raises(UnknownUnitError, match='There is no unit with a heading "part"'):
        heading("part", "1", "ru")


def test_an_unknown_attachment_is_refused():
    with pytest.raises(
        UnknownUnitError, match='There is no attachment "map"; expected one of methodology'
    ):
        say(Target(attachment="map"), "ru")


def test_an_empty_target_is_refused():
    with pytest.raises(EmptyTargetError, match=r"A target without any key \(ru\) has no name"):
        say(Target(), "ru")


def test_a_case_that_the_language_lacks_is_refused():
    with pytest.raises(CannotInflectError, match="Russian has no such case"):
        unit("clause", "5", "ru", "ablative")
