"""Requisites, registration, repeal and status lines; the lines stand in the YAML beside."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from model import Registration, Repeal
from parsers import parse

LINES = yaml.load(
    Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506 - dates are words here; it builds strings only
)
TITLE = {"kk": "Әдістемені бекіту туралы", "ru": "Об утверждении Методики"}
FIRST = {
    "kk": "Ақбұлақ аудандық мәслихатының 2024 жылғы 12 сәуірдегі № 15-2 шешімі",
    "ru": "Решение Акбулакского районного маслихата от 12 апреля 2024 года № 15-2",
}
PREAMBLE = {"kk": "Мәслихат ШЕШТІ:", "ru": "Маслихат РЕШИЛ:"}
BODY = {
    "kk": (
        "1. Әдістеме бекітілсін.",
        "2. Осы шешім алғашқы ресми жарияланған күнінен кейін қолданысқа енгізіледі.",
        "Мәслихат төрағасы Ж. Үлгібаев",
    ),
    "ru": (
        "1. Утвердить Методику.",
        "2. Настоящее решение вводится в действие со дня его официального опубликования.",
        "Председатель маслихата Ж. Ульгибаев",
    ),
}


def cases(name):
    lines = LINES[name]
    return [
        pytest.param(line, lang_of(line), id=f"{lang_of(line)}-{place}")
        for place, line in enumerate(lines)
    ]


def lang_of(line):
    return "kk" if "kk" in line else "ru"


def read(lang, *lines):
    act = parse("\n\n".join((*lines, PREAMBLE[lang], *BODY[lang])))
    assert act.lang == lang
    assert act.accounting.unaccounted == 0
    assert len(act.body) == 2
    return act


def under_the_requisites(lang, words, layout):
    """The words behind the requisites or under them, under a title."""
    behind = (f"{FIRST[lang]}. {words}",) if layout == "same line" else (FIRST[lang], words)
    return read(lang, TITLE[lang], *behind)


both_layouts = pytest.mark.parametrize("layout", ["same line", "own line"])


@pytest.mark.parametrize(("line", "lang"), cases("requisites"))
def test_a_requisites_line_gives_type_body_date_and_number(line, lang):
    act = read(lang, TITLE[lang], line[lang])
    assert (act.type, act.issuer) == (line["type"], line["issuer"])
    assert (act.date, act.number) == (line.get("date"), line.get("number"))
    assert act.title == TITLE[lang]


@pytest.mark.parametrize(("line", "lang"), cases("requisites"))
def test_every_body_of_a_joint_act_has_its_own_date_and_number(line, lang):
    act = read(lang, TITLE[lang], line[lang])
    found = [[one.issuer, one.type, one.date, one.number] for one in act.joint]
    assert found == line.get("joint", [])


@pytest.mark.parametrize(("line", "lang"), cases("requisites"))
def test_a_date_of_no_certain_day_is_said_and_not_guessed(line, lang):
    act = read(lang, TITLE[lang], line[lang])
    said = [one.message for one in act.diagnostics if one.code == "doubtful-date"]
    assert len(said) == ("doubtful" in line)
    assert all(line["doubtful"] in message for message in said)


@both_layouts
@pytest.mark.parametrize(("line", "lang"), cases("registrations"))
def test_a_registration_sentence_is_read_behind_and_under_the_requisites(line, lang, layout):
    act = under_the_requisites(lang, line[lang], layout)
    assert act.registration == Registration(line["number"], line.get("date"))
    assert act.number == "15-2"
    assert act.title == TITLE[lang]


@both_layouts
@pytest.mark.parametrize(("line", "lang"), cases("repeals"))
def test_a_repeal_sentence_behind_the_requisites_names_the_repealing_act(line, lang, layout):
    act = under_the_requisites(lang, line[lang], layout)
    assert act.status == "repealed"
    assert act.repealed_by == Repeal(line["type"], line["number"], line["date"])
    assert act.number == "15-2"


@pytest.mark.parametrize(("line", "lang"), cases("repeal_notes"))
def test_a_repeal_note_says_the_same_and_stays_a_note(line, lang):
    act = read(lang, TITLE[lang], FIRST[lang], line[lang])
    assert act.status == "repealed"
    assert act.repealed_by == Repeal(line["type"], line["number"], line["date"])
    assert [(one.text, one.number, one.date) for one in act.notes] == [
        (line[lang], line["number"], line["date"])
    ]


@pytest.mark.parametrize(("line", "lang"), cases("no_repeal_notes"))
def test_a_note_on_a_part_of_the_act_does_not_repeal_the_act(line, lang):
    act = read(lang, TITLE[lang], FIRST[lang], line[lang])
    assert (act.status, act.repealed_by) == (None, None)
    assert len(act.notes) == 1


@pytest.mark.parametrize(("line", "lang"), cases("expired_notes"))
def test_an_act_whose_term_ran_out_by_a_letter_names_no_repealing_act(line, lang):
    act = read(lang, TITLE[lang], FIRST[lang], line[lang])
    assert (act.status, act.repealed_by) == ("expired", None)


@pytest.mark.parametrize(
    ("lang", "words"),
    [("ru", "Прекращено действие в связи с истечением срока"), ("kk", "Мерзімі біткен")],
    ids=["ru", "kk"],
)
def test_an_act_ended_by_the_end_of_its_term_is_expired_and_not_repealed(lang, words):
    act = read(lang, TITLE[lang], words, FIRST[lang])
    assert (act.status, act.repealed_by) == ("expired", None)


@pytest.mark.parametrize("glued", [False, True], ids=["own line", "glued"])
@pytest.mark.parametrize(("line", "lang"), cases("statuses"))
def test_a_status_is_read_on_its_line_and_glued_to_the_next_words(line, lang, glued):
    lines = (line[lang] + FIRST[lang],) if glued else (line[lang], FIRST[lang])
    act = read(lang, TITLE[lang], *lines)
    assert act.status == line["status"]
    assert act.number == "15-2"
    assert act.title == TITLE[lang]


@pytest.mark.parametrize(
    ("lang", "status", "expected"),
    [
        ("kk", "Күшін жойған", "repealed"),
        ("kk", "Жаңа", "new"),
        ("kk", "Мерзімі біткен", "expired"),
        ("ru", "Новый", "new"),
    ],
)
def test_a_status_glued_to_the_preamble_is_read(lang, status, expected):
    act = parse("\n\n".join((status + PREAMBLE[lang], *BODY[lang])))
    assert (act.status, act.title) == (expected, None)
    assert act.preamble.text == PREAMBLE[lang]
    assert act.issuer == {"kk": "Мәслихат", "ru": "Маслихат"}[lang]
    assert act.accounting.unaccounted == 0


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_an_act_without_status_and_repeal_has_no_status(lang):
    assert read(lang, TITLE[lang], FIRST[lang]).status is None


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_requisites_before_the_title_are_read(lang):
    act = read(lang, FIRST[lang], TITLE[lang])
    assert (act.title, act.number) == (TITLE[lang], "15-2")


@pytest.mark.parametrize(
    ("lang", "note"),
    [
        (
            "kk",
            "Ескерту. Кіріспе жаңа редакцияда - Ақбұлақ мәслихатының 08.08.2025 № 33 шешімімен.",
        ),
        ("ru", "Сноска. Преамбула - в редакции решения маслихата от 08.08.2025 № 33."),
    ],
    ids=["kk", "ru"],
)
def test_a_note_on_the_preamble_behind_its_verb_is_a_note_of_the_act(lang, note):
    source = "\n\n".join((TITLE[lang], FIRST[lang], PREAMBLE[lang], note, *BODY[lang]))
    act = parse(source)
    assert [one.text for one in act.notes] == [note]
    assert [node.number for node in act.body] == ["1", "2"]
    assert act.accounting.unaccounted == 0


@pytest.mark.parametrize(
    ("lang", "heading", "words"),
    [
        ("ru", "Примечание РЦПИ.", "В тексте сохранена авторская орфография и пунктуация."),
        ("kk", "РҚАО ескертпесі.", "Мәтінде авторлық орфография және пунктуация сақталған."),
    ],
    ids=["ru", "kk"],
)
@pytest.mark.parametrize("between", [" ", "\n\n"], ids=["one paragraph", "two paragraphs"])
def test_a_note_on_the_spelling_is_no_part_of_the_title(lang, heading, words, between):
    act = read(lang, TITLE[lang], FIRST[lang], f"{heading}{between}{words}")
    assert act.title == TITLE[lang]
    assert len(act.notes) == 1
