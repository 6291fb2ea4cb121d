"""Operative clauses: force, what is amended, what kind of act it is; cases in the YAML beside."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from amendments import with_operations
from parsers import parse

LINES = yaml.load(
    Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506 - dates are words here; it builds strings only
)
PREAMBLE = {"kk": "Ақбұлақ аудандық мәслихаты ШЕШТІ:", "ru": "Акбулакский районный маслихат РЕШИЛ:"}
FIRST = {"kk": "1. Бағалау әдістемесі бекітілсін.", "ru": "1. Утвердить Методику оценки."}
SIGNED = {"kk": "Мәслихат төрағасы Б. Үлгібаев", "ru": "Председатель маслихата Б. Ульгибаев"}
CHANGE = {"kk": "3-тармақ алынып тасталсын.", "ru": "пункт 3 исключить."}


def cases(name):
    return [
        pytest.param(line, lang, id=f"{lang}-{place}")
        for place, line in enumerate(LINES[name])
        for lang in ("kk", "ru")
        if lang in line
    ]


def page(*paragraphs):
    act = with_operations(parse("\n\n".join(paragraphs)))
    assert act.accounting.unaccounted == 0
    return act


@pytest.mark.parametrize(("line", "lang"), cases("effects"))
def test_only_a_day_of_the_calendar_is_a_day_of_force(line, lang):
    act = page(PREAMBLE[lang], FIRST[lang], f"2. {line[lang]}", SIGNED[lang])
    assert act.effective == line.get("effective")
    assert [node.number for node in act.body] == ["1", "2"]


@pytest.mark.parametrize(("line", "lang"), cases("amends"))
def test_the_act_amended_is_named_in_any_order(line, lang):
    act = page(PREAMBLE[lang], f"1. {line[lang]}:", CHANGE[lang], SIGNED[lang])
    assert act.role == "amending"
    assert (act.amends.type, act.amends.number, act.amends.date) == (
        "decision",
        "5-3",
        "2023-06-14",
    )
    assert (
        act.amends.title
        == {"kk": "Методиканы бекіту туралы", "ru": "Об утверждении Методики"}[lang]
    )
    registration = act.amends.registration
    assert (registration and registration.number) == line.get("registration")
    assert [one.action for one in act.operations] == ["delete"]


@pytest.mark.parametrize(("line", "lang"), cases("titles"))
def test_the_title_says_whether_an_act_amends_or_repeals(line, lang):
    act = page(line[lang], PREAMBLE[lang], FIRST[lang], SIGNED[lang])
    assert (act.title, act.role) == (line[lang], line["role"])


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_an_act_may_begin_with_its_first_clause(lang):
    act = page(FIRST[lang], f"2. {LINES['effects'][0 if lang == 'ru' else 8][lang]}", SIGNED[lang])
    assert (act.title, act.number, act.preamble) == (None, None, None)
    assert [node.number for node in act.body] == ["1", "2"]
    assert len(act.signatures) == 1


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_an_act_may_begin_with_a_note_and_its_preamble(lang):
    note = {
        "kk": "Ескерту. Күші жойылды - Ақбұлақ аудандық мәслихатының 08.08.2025 № 33 шешімімен.",
        "ru": "Сноска. Утратило силу решением Акбулакского районного маслихата от 08.08.2025 № 33.",
    }[lang]
    act = page(note, PREAMBLE[lang], FIRST[lang], SIGNED[lang])
    assert (act.title, act.status, act.repealed_by.number) == (None, "repealed", "33")
    assert act.preamble.text == PREAMBLE[lang]


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_the_first_clause_may_stand_behind_the_verb(lang):
    act = page(f"{PREAMBLE[lang]} {FIRST[lang]}", SIGNED[lang])
    assert act.preamble.text == PREAMBLE[lang]
    assert [node.number for node in act.body] == ["1"]


def test_latin_letters_inside_cyrillic_words_change_nothing():
    act = page(
        "Бағалау әдicтeмeciн бeкiту тyрaлы",
        "Ақбұлақ аудандық мәслихатының 2024 жылғы 12 сәуiрдегi № 9-VІІІ шешiмi",
        "Ақбұлақ аудандық мәслихаты ШЕШIМ ҚАБЫЛДАДЫ:",
        FIRST["kk"],
        SIGNED["kk"],
    )
    assert (act.date, act.number, act.type) == ("2024-04-12", "9-VІІІ", "decision")
    assert act.preamble.enacting == "ШЕШIМ ҚАБЫЛДАДЫ"


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_a_page_of_requisites_alone_is_an_act_without_a_body(lang):
    line = {
        "kk": "Ақбұлақ аудандық мәслихатының 2024 жылғы 12 сәуірдегі № 5 шешімі",
        "ru": "Решение Акбулакского районного маслихата от 12 апреля 2024 года № 5",
    }[lang]
    act = page(line)
    assert (act.date, act.number, act.body) == ("2024-04-12", "5", ())
    assert {"missing-preamble", "missing-signature"} <= {said.code for said in act.diagnostics}
