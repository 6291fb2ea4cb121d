"""Corner blocks, titles and headings of what acts carry; the cases stand in the YAML beside."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import yaml

from parsers import parse

sys.path.insert(0, str(Path(__file__).parent))

import expectation

RECORDS = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(record, lang, id=f"{record['id']}-{lang}")
    for record in RECORDS
    for lang in ("ru", "kk")
    if lang in record
]
ACTS = {
    "kk": (
        "Әдістемені бекіту туралы",
        "Ақбұлақ аудандық мәслихатының 2024 жылғы 12 сәуірдегі № 5 шешімі",
        "Ақбұлақ аудандық мәслихаты ШЕШТІ:",
        "1. Әдістеме осы шешімнің қосымшасына сәйкес бекітілсін.",
        "2. Осы шешім алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі.",
        "Мәслихат төрағасы Б. Үлгібаев",
    ),
    "ru": (
        "Об утверждении Методики",
        "Решение Акбулакского районного маслихата от 12 апреля 2024 года № 5",
        "Акбулакский районный маслихат РЕШИЛ:",
        "1. Утвердить Методику согласно приложению к настоящему решению.",
        "2. Настоящее решение вводится в действие со дня его официального опубликования.",
        "Председатель маслихата Б. Ульгибаев",
    ),
}
TITLES = {
    "kk": '"Б" корпусы мемлекеттік әкімшілік қызметшілерінің қызметін бағалау әдістемесі',
    "ru": 'Методика оценки деятельности административных государственных служащих корпуса "Б"',
}
BODIES = {
    "kk": ("1-тарау. Жалпы ережелер", "1. Бағалау жүргізіледі.", "2. Бағалау аяқталады.",
           "2-тарау. Бағалау тәртібі", "3. Тәртіп сақталады."),
    "ru": ("Глава 1. Общие положения", "1. Оценка проводится.", "2. Оценка завершается.",
           "Глава 2. Порядок оценки", "3. Порядок соблюдается."),
}  # fmt: skip


def paragraphs(record, lang):
    for words in record[lang]:
        yield from (TITLES[lang], *BODIES[lang]) if words == "METHOD" else (words,)


def read(record, lang, *, between="\n\n"):
    return parse(between.join((*ACTS[lang], *paragraphs(record, lang))) + "\n")


def said(words, lang):
    return TITLES[lang] if words == "METHOD" else words.split("|")[-1 if lang == "kk" else 0]


def counted(attachment):
    kinds = [node.kind for node in expectation.nodes(attachment.body)]
    return [kinds.count("chapter"), kinds.count("clause")]


@pytest.mark.parametrize(("record", "lang"), CASES)
def test_what_an_act_carries_is_told_by_its_corner_block_and_title(record, lang):
    act = read(record, lang)
    found = [[one.kind, one.number, one.title, *counted(one)] for one in act.attachments]
    assert found == [
        [kind, number, said(title, lang), *counts]
        for kind, number, title, *counts in record["attachments"]
    ]


@pytest.mark.parametrize(("record", "lang"), CASES)
def test_corner_blocks_leave_the_act_above_them_whole(record, lang):
    act = read(record, lang)
    assert [node.number for node in act.body] == ["1", "2"]
    assert len(act.signatures) == 1
    assert act.accounting.unaccounted == 0


@pytest.mark.parametrize(("record", "lang"), CASES)
def test_a_corner_block_in_a_right_hand_cell_says_the_same(record, lang):
    lines = list(paragraphs(record, lang))
    first = lines.index(TITLES[lang]) if TITLES[lang] in lines else 0
    corner = "\n".join(f"\t|\t{line}" for line in lines[:first])
    act = parse("\n\n".join((*ACTS[lang], corner, *lines[first:])) + "\n")
    assert [one.kind for one in act.attachments] == [one[0] for one in record["attachments"]]
    assert act.accounting.unaccounted == 0
