"""Which acts, and which elements of acts, a repealing clause deprives of force."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from amendments import with_operations
from amendments.repeals import earlier_acts
from parsers import parse

CASES = yaml.load(
    Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506 - dates are words here; it builds strings only
)
PREAMBLE = {"kk": "Мәслихат ШЕШТІ:", "ru": "Маслихат РЕШИЛ:"}
OWN = {"kk": "Әдістемені бекіту туралы", "ru": "Об утверждении Методики"}
REPEALING = {
    "kk": "Кейбір шешімдердің күші жойылды деп тану туралы",
    "ru": "О признании утратившими силу некоторых решений",
}
CLAUSE = {"kk": "1. Әдістеме бекітілсін.", "ru": "1. Утвердить Методику."}
SIGNED = {"kk": "Мәслихат төрағасы Б. Үлгібаев", "ru": "Председатель маслихата Б. Ульгибаев"}


def cases(name):
    return [
        pytest.param(case[lang], lang, case, id=f"{lang}-{place}")
        for place, case in enumerate(CASES[name])
        for lang in ("kk", "ru")
        if lang in case
    ]


def act_of(*lines):
    return with_operations(parse("\n\n".join(lines) + "\n"))


def own(lines, lang):
    """An act that approves a document and repeals what was before it."""
    first, *others = lines
    return act_of(OWN[lang], PREAMBLE[lang], CLAUSE[lang], f"2. {first}", *others, SIGNED[lang])


def repealing(lines, lang):
    first, *others = lines
    return act_of(REPEALING[lang], PREAMBLE[lang], f"1. {first}", *others, SIGNED[lang])


@pytest.mark.parametrize(("lines", "lang", "case"), cases("whole"))
def test_every_act_that_a_clause_names_is_repealed(lines, lang, case):
    found = [[one.type, one.number, one.date] for one in earlier_acts(own(lines, lang))]
    assert found == case["repealed"]


@pytest.mark.parametrize(("lines", "lang", "case"), cases("whole"))
def test_a_repealing_act_has_one_operation_per_act(lines, lang, case):
    operations = repealing(lines, lang).operations
    found = [[one.amends.type, one.amends.number, one.amends.date] for one in operations]
    assert found == case["repealed"]
    assert {one.action for one in operations} == {"repeal"}
    assert not any(one.target.clause or one.target.attachment for one in operations)


@pytest.mark.parametrize(("lines", "lang", "case"), cases("titled"))
def test_each_act_has_its_own_title(lines, lang, case):
    found = [one.title for one in earlier_acts(own(lines, lang))]
    assert found == case["titles"]


@pytest.mark.parametrize(("lines", "lang", "case"), cases("parts"))
def test_an_act_that_loses_an_element_stays_in_force(lines, lang, case):
    found = [one.number for one in earlier_acts(own(lines, lang))]
    assert found == case["whole"]


@pytest.mark.parametrize(("lines", "lang", "case"), cases("parts"))
def test_the_element_that_loses_its_force_is_the_target(lines, lang, case):
    operations = [one for one in repealing(lines, lang).operations if one.target.clause]
    found = [[one.action, one.target.clause, one.amends.number] for one in operations]
    assert found == [["repeal", *part] for part in case["parts"]]


@pytest.mark.parametrize(("lines", "lang", "case"), cases("registered"))
def test_each_act_has_its_own_registration(lines, lang, case):
    found = [one.registration.number for one in earlier_acts(own(lines, lang))]
    assert found == case["numbers"]


@pytest.mark.parametrize(("lines", "lang", "case"), cases("others"))
def test_a_list_of_orders_is_no_list_of_repealed_acts(lines, lang, case):
    assert list(earlier_acts(own(lines, lang))) == case["repealed"]
