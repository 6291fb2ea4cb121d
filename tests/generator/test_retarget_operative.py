"""The operative clauses of a re-targeted decision: whose control, whose publication."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.embedded import embedded
from generator.retarget import retargeted
from model import LANGUAGES
from workbench.profiles import load_profile

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
each_language = pytest.mark.parametrize("lang", LANGUAGES)
SELF = {"kk": "өзіме қалдырамын", "ru": "оставляю за собой"}
CONTROL = {"kk": "орындалуын бақылау", "ru": "Контроль за исполнением"}
PUBLISHED = {"kk": "Эталондық бақылау банкіне", "ru": "Эталонный контрольный банк"}


def agency(name, **options):
    one = load_profile(EXAMPLES / f"{name}.yaml")
    return replace(one, options={**one.options, **options})


def body(act):
    return "\n".join(
        text or ""
        for clause in act.body
        for text in (clause.text, *(c.text for c in clause.children))
    )


def made(source, target, lang):
    return retargeted(embedded(source, lang), target)


@each_language
def test_a_body_does_not_keep_the_control_to_itself(lang):
    out = made(agency("labour-ministry", control="self"), agency("shu-maslikhat"), lang)
    assert SELF[lang] not in body(out.act)
    assert CONTROL[lang] not in body(out.act)
    assert any(SELF[lang] in one.old for one in out.substitutions if one.why == "removed")


@each_language
def test_a_minister_may_keep_it(lang):
    labour = agency("labour-ministry", control="self")
    out = made(labour, replace(agency("agriculture-ministry"), options={}), lang)
    assert SELF[lang] in body(out.act)


@each_language
def test_who_controls_is_as_the_profile_chooses(lang):
    shu = agency("shu-maslikhat", control="unit_head")
    out = made(agency("labour-ministry", control="self"), shu, lang)
    assert body(out.act).count(CONTROL[lang]) == 1
    assert SELF[lang] not in body(out.act)
    assert CONTROL[lang] not in body(
        made(shu, agency("kentau-maslikhat", control="none"), lang).act
    )


@each_language
@pytest.mark.parametrize("wanted", [True, False], ids=["brought in", "taken out"])
def test_the_clause_on_publication_is_as_the_profile_chooses(lang, wanted):
    source = agency("shu-maslikhat", publication=not wanted)
    out = made(source, agency("kentau-maslikhat", publication=wanted), lang)
    assert (PUBLISHED[lang] in body(out.act)) is wanted
    assert [clause.number for clause in out.act.body] == [
        str(number) for number, _ in enumerate(out.act.body, 1)
    ]
    assert {one.why for one in out.substitutions} >= {"inserted" if wanted else "removed"}


@each_language
def test_a_profile_that_is_silent_leaves_the_clauses_of_the_source(lang):
    source = agency("shu-maslikhat", publication=True, control="unit_head")
    target = load_profile(EXAMPLES / "kentau-maslikhat.yaml")
    out = made(source, replace(target, options={}), lang)
    assert PUBLISHED[lang] in body(out.act)
    assert CONTROL[lang] in body(out.act)


@each_language
def test_an_issuer_that_its_institution_is_named_after_stays_an_issuer(lang):
    source = agency("almaty-audit-commission")
    target = load_profile(EXAMPLES / "kentau-maslikhat.yaml")
    out = retargeted(embedded(source, lang), target)
    wanted = embedded(target, lang)
    assert out.act.preamble.text == wanted.preamble.text
    assert (out.act.title, out.act.issuer) == (wanted.title, wanted.issuer)
