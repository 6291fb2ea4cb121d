"""Preambles in the orders in which acts name their bases; the cases stand in the YAML beside."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
import yaml

from parsers import parse

CASES = yaml.load(
    Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506 - dates are words here; it builds strings only
)
KEYS = ("title", "type", "date", "number", "article", "clause", "subclause")
REST = {
    "kk": "1. Әдістеме бекітілсін.\n\n2. Осы шешім қабылданған күнінен бастап күшіне енеді.",
    "ru": "1. Утвердить Методику.\n\n2. Контроль за исполнением возложить на аппарат.",
}
HEAD = {
    "kk": "Әдістемені бекіту туралы\n\nБҚО Қққ басқармасының 2024 жылғы 12 сәуірдегі № 5 шешімі",
    "ru": "Об утверждении Методики\n\nПриказ Ххх от 12 апреля 2024 года № 5",
}


def lang_of(case):
    return "kk" if "kk" in case else "ru"


def read(case, before=""):
    lang = lang_of(case)
    act = parse(f"{before}{case[lang]}\n\n{REST[lang]}")
    assert act.accounting.unaccounted == 0
    assert [node.number for node in act.body] == ["1", "2"]
    return act


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_a_preamble_names_its_bases_and_its_verb(case):
    act = read(case)
    found = [msgspec.to_builtins(one) for one in act.preamble.citations]
    assert [{key: one[key] for key in KEYS if one[key]} for one in found] == case["citations"]
    assert act.preamble.enacting == case.get("enacting", {"kk": "ШЕШТІ", "ru": "РЕШИЛ"}[act.lang])
    assert act.preamble.text == case[act.lang]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_without_requisites_the_body_that_decides_is_the_issuer(case):
    assert read(case).issuer == case.get("issuer")


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_every_citation_is_a_stretch_of_the_preamble(case):
    act = read(case)
    assert all(one.text in act.preamble.text for one in act.preamble.citations)


@pytest.mark.parametrize("head", [False, True], ids=["no-head", "head"])
@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_a_verb_on_a_line_of_its_own_closes_the_same_preamble(case, head):
    lang = lang_of(case)
    verb = case.get("enacting", {"kk": "ШЕШТІ", "ru": "РЕШИЛ"}[lang])
    words, _, colon = case[lang].rpartition(verb)
    broken = f"{words.strip()}\n\n{verb}{colon}".strip()
    act = read({lang: broken}, f"{HEAD[lang]}\n\n" if head else "")
    assert len(act.preamble.citations) == len(case["citations"])
    assert act.preamble.enacting == verb
    assert act.title == (HEAD[lang].split("\n")[0] if head else None)
