"""Amending instructions of all the types that act on acts; the cases stand in the YAML beside."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
import yaml

from amendments import with_operations
from parsers import parse

RECORDS = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(record, lang, id=f"{record['id']}-{lang}")
    for record in RECORDS
    for lang in ("ru", "kk")
    if lang in record
]
HEADS = {
    "ru": (
        "О внесении изменений и дополнений в решение Акбулакского районного маслихата",
        "Решение Акбулакского районного маслихата от 12 апреля 2024 года № 15-2",
        "Акбулакский районный маслихат РЕШИЛ:",
        (
            "1. Внести в решение Акбулакского районного маслихата от 14 июня 2023 года № 5-3 "
            '"Об утверждении Методики оценки" следующие изменения и дополнения:'
        ),
    ),
    "kk": (
        "Ақбұлақ аудандық мәслихатының шешіміне өзгерістер мен толықтырулар енгізу туралы",
        "Ақбұлақ аудандық мәслихатының 2024 жылғы 12 сәуірдегі № 15-2 шешімі",
        "Ақбұлақ аудандық мәслихаты ШЕШТІ:",
        (
            '1. "Бағалау әдістемесін бекіту туралы" Ақбұлақ аудандық мәслихатының 2023 жылғы '
            "14 маусымдағы № 5-3 шешіміне мынадай өзгерістер мен толықтырулар енгізілсін:"
        ),
    ),
}
INSIDE = {
    "ru": "в Методике, утвержденной указанным решением:",
    "kk": "көрсетілген шешіммен бекітілген Әдістемеде:",
}
ENDS = {
    "ru": (
        "2. Настоящее решение вводится в действие со дня его официального опубликования.",
        "Председатель маслихата Б. Ульгибаев",
    ),
    "kk": (
        "2. Осы шешім алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі.",
        "Мәслихат төрағасы Б. Үлгібаев",
    ),
}


def read(record, lang):
    inside = () if record.get("act") else (INSIDE[lang],)
    return with_operations(parse("\n\n".join((*HEADS[lang], *inside, *record[lang], *ENDS[lang]))))


def wanted_target(operation, record):
    lost = operation["action"] == "not-understood" and not operation["target"]
    outside = record.get("act") or lost
    return {**({} if outside else {"attachment": "methodology"}), **operation["target"]}


def said(value, lang):
    """Of two words divided by a bar the one in the language of the case."""
    return value.split("|")[-1 if lang == "kk" else 0] if value else value


@pytest.mark.parametrize(("record", "lang"), CASES)
def test_an_instruction_gives_its_operations(record, lang):
    found = [(one.action, msgspec.to_builtins(one.target)) for one in read(record, lang).operations]
    assert found == [(one["action"], wanted_target(one, record)) for one in record["operations"]]


@pytest.mark.parametrize(("record", "lang"), CASES)
def test_the_new_wording_goes_to_the_operation_it_belongs_to(record, lang):
    operations = read(record, lang).operations
    for found, wanted in zip(operations, record["operations"], strict=True):
        if "content" in wanted:
            assert [[node.kind, node.number] for node in found.content] == wanted["content"]
        assert [found.old, found.new] == [said(wanted.get(key), lang) for key in ("old", "new")]


@pytest.mark.parametrize(("record", "lang"), CASES)
def test_instructions_leave_the_rest_of_the_act_whole(record, lang):
    act = read(record, lang)
    assert act.accounting.unaccounted == 0
    assert act.role == "amending"
    assert [node.number for node in act.body] == ["1", "2"]
    assert len(act.signatures) == 1
    assert (act.amends.type, act.amends.number, act.amends.date) == (
        "decision",
        "5-3",
        "2023-06-14",
    )


@pytest.mark.parametrize(("record", "lang"), CASES)
def test_every_operation_quotes_its_instruction(record, lang):
    act = read(record, lang)
    assert all(one.text and one.text in " ".join(record[lang]) for one in act.operations)
