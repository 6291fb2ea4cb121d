"""Signatures as they are set under acts; the cases stand in the YAML beside."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from parsers import parse

CASES = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
ACTS = {
    "kk": "Әдістемені бекіту туралы\n\nАқбұлақ аудандық мәслихатының 2024 жылғы 12 сәуірдегі № 5 "
    "шешімі\n\nАқбұлақ аудандық мәслихаты ШЕШТІ:\n\n1. Әдістеме бекітілсін.\n\n2. Осы шешімнің "
    "орындалуын бақылау мәслихат аппаратының басшысына жүктелсін.\n\n",
    "ru": "Об утверждении Методики\n\nРешение Акбулакского районного маслихата от 12 апреля 2024 "
    "года № 5\n\nАкбулакский районный маслихат РЕШИЛ:\n\n1. Утвердить Методику.\n\n2. Контроль за "
    "исполнением настоящего решения возложить на руководителя аппарата маслихата.\n\n",
}
BEHIND = {
    "kk": "\n\nАқбұлақ аудандық мәслихатының\n\n2024 жылғы 12 сәуірдегі № 5\n\nшешімімен "
    "бекітілген\n\nБағалау әдістемесі\n\n1-тарау. Жалпы ережелер\n\n1. Бағалау жүргізіледі.\n",
    "ru": "\n\nУтверждена\n\nрешением Акбулакского районного маслихата\n\nот 12 апреля 2024 года "
    "№ 5\n\nМетодика оценки\n\nГлава 1. Общие положения\n\n1. Оценка проводится.\n",
}


def lang_of(case):
    return "kk" if "kk" in case else "ru"


@pytest.mark.parametrize("behind", [False, True], ids=["alone", "with-methodology"])
@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_who_signs_is_read_and_nobody_else(case, behind):
    lang = lang_of(case)
    act = parse(ACTS[lang] + case[lang] + (BEHIND[lang] if behind else "\n"))
    assert [[one.post, one.name] for one in act.signatures] == case["signatures"]
    assert [node.number for node in act.body if node.kind == "clause"] == ["1", "2"]
    assert [one.kind for one in act.attachments] == (["methodology"] if behind else [])
    assert act.accounting.unaccounted == 0


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_a_signature_is_no_text_of_the_last_clause(case):
    lang = lang_of(case)
    act = parse(ACTS[lang] + case[lang])
    clauses = [node for node in act.body if node.kind == "clause"]
    assert not clauses[-1].children
    assert any(node.kind == "table" for node in act.body) == bool(case.get("visa"))


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_without_a_signature_it_is_said_that_none_was_found(lang):
    act = parse(ACTS[lang])
    assert not act.signatures
    assert "missing-signature" in [said.code for said in act.diagnostics]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("ru", "3. Председателю комиссии обеспечить исполнение настоящего решения."),
        ("ru", "Руководитель аппарата обеспечивает хранение документов об оценке."),
        ("kk", "3. Комиссия төрағасы осы шешімнің орындалуын қамтамасыз етсін."),
        ("kk", "Аппарат басшысы бағалау құжаттарының сақталуын қамтамасыз етеді."),
    ],
)
def test_a_sentence_about_an_official_is_no_signature(lang, words):
    assert not parse(ACTS[lang] + words + "\n").signatures
