"""Whole beginnings of acts as pages give them; the cases stand in the YAML beside."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from model import Registration, Repeal
from parsers import parse

RECORDS = yaml.load(
    Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"),
    Loader=yaml.CSafeLoader,
)
CASES = [pytest.param(record, id=record["id"]) for record in RECORDS]


def read(record):
    act = parse("\n\n".join(record["lines"]) + "\n")
    assert act.lang == record["lang"]
    return act


@pytest.mark.parametrize("record", CASES)
def test_title_type_body_date_and_number_are_told_from_each_other(record):
    act = read(record)
    for key in ("title", "type", "issuer", "date", "number", "status"):
        assert getattr(act, key) == record.get(key), key


@pytest.mark.parametrize("record", CASES)
def test_registration_and_repeal_are_told_wherever_they_stand(record):
    act = read(record)
    registration, repeal = record.get("registration"), record.get("repealed_by")
    assert act.registration == (Registration(*registration) if registration else None)
    assert act.repealed_by == (Repeal(*repeal) if repeal else None)


@pytest.mark.parametrize("record", CASES)
def test_the_preamble_holds_its_own_words_alone(record):
    act = read(record)
    assert (act.preamble and act.preamble.text) == record.get("preamble")


@pytest.mark.parametrize("record", CASES)
def test_the_clauses_begin_behind_the_head(record):
    act = read(record)
    assert [node.number for node in act.body] == record.get("clauses", ["1", "2"])


@pytest.mark.parametrize("record", CASES)
def test_notes_and_parties_are_those_of_the_page(record):
    act = read(record)
    assert [[one.date, one.number] for one in act.notes] == record.get("notes", [])
    found = [[one.issuer, one.type, one.date, one.number] for one in act.joint]
    assert found == record.get("joint", [])


@pytest.mark.parametrize("record", CASES)
def test_what_was_parted_or_inferred_is_said_and_nothing_else(record):
    act = read(record)
    assert sorted(one.code for one in act.diagnostics) == record.get("said", [])


@pytest.mark.parametrize("record", CASES)
def test_every_character_of_a_head_is_in_the_act_or_dropped_by_name(record):
    act = read(record)
    assert act.accounting.unaccounted == 0
    assert [one.text for one in act.accounting.dropped] == record.get("dropped", [])


def test_date_and_number_from_a_block_are_said_in_words():
    record = next(one for one in RECORDS if one["id"].endswith("in-the-approval-block-alone"))
    said = parse("\n\n".join(record["lines"]), ui="en").diagnostics
    assert [one.message for one in said] == [
        (
            "the act has no requisites, its date and number come from the block in the upper "
            "right corner: 2024-04-12, № 15-2"
        )
    ]


def test_lines_in_one_run_are_said_with_the_place_where_they_were_parted():
    record = next(one for one in RECORDS if one["id"] == "ru-title-and-requisites-in-one-run")
    said = parse("\n\n".join(record["lines"]), ui="en").diagnostics
    assert [one.message for one in said] == [
        (
            'lines that had run into one were parted: "… Об утверждении Методики | Решение '
            'Акбулакского районного маслихата …"'
        )
    ]


AMENDING = (
    "О внесении изменений в решение Акбулакского районного маслихата",
    "Акбулакский районный маслихат РЕШИЛ:",
    "1. Внести в решение от 14 июня 2023 года № 5-3 следующие изменения:",
    "приложение изложить в новой редакции согласно приложению к настоящему решению.",
    "Председатель маслихата Б. Ульгибаев",
    "Утверждена",
    "решением Акбулакского районного маслихата",
    "от 14 июня 2023 года № 5-3",
    "Методика оценки",
    "1. Оценка проводится.",
)


def test_the_block_of_an_amending_act_does_not_give_it_a_date():
    act = parse("\n\n".join(AMENDING))
    assert (act.role, act.date, act.number) == ("amending", None, None)


@pytest.mark.parametrize(
    "lines",
    [
        (
            "Об утверждении Методики Акбулакского района",
            "Решение о бюджете принимается маслихатом",
            "Акбулакский районный маслихат РЕШИЛ:",
        ),
        (
            "О некоторых вопросах решений и постановлений от 12 апреля 2024 года",
            "Акбулакский районный маслихат РЕШИЛ:",
        ),
    ],
    ids=["a sentence about a decision", "a date in the title"],
)
def test_without_a_sure_sign_a_title_stays_whole(lines):
    act = parse("\n\n".join((*lines, "1. Утвердить.", "Председатель маслихата Б. Ульгибаев")))
    assert act.title == " ".join(lines[:-1])
    assert (act.date, act.number) == (None, None)
