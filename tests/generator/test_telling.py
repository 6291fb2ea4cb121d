"""What an act tells of its agency: the profile read from the text is the one it was written by."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from forms import appendices
from generator.embedded import embedded
from generator.retarget_traces import kinds_of
from generator.telling import told_by
from model import LANGUAGES, Act, Node
from workbench.profiles import load_profile
from workbench.reading import read_act

ROOT = Path(__file__).resolve().parents[2]
PROFILES = sorted((ROOT / "examples").glob("*.yaml"))
FIXTURES = ROOT / "tests" / "fixtures" / "acts"
each_profile = pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
each_language = pytest.mark.parametrize("lang", LANGUAGES)


def told(path, lang, **options):
    agency = load_profile(path)
    agency = replace(agency, options={**agency.options, **options})
    return agency, told_by(embedded(agency, lang, appendices(lang, agency)))


@each_profile
@each_language
def test_bodies_roles_and_signatory_are_told(path, lang):
    agency, said = told(path, lang)
    assert (said.kind, said.issuer) == (agency.kind, agency.issuer.of(lang))
    assert said.institution == agency.institution.of(lang)
    assert said.roles == {
        role: getattr(agency.roles, role).of(lang) for role in agency.roles.__struct_fields__
    }
    assert (said.post, said.name) == (
        agency.signatory.post.of(lang),
        agency.signatory.name.of(lang),
    )


@each_profile
@each_language
def test_the_acts_that_are_repealed_are_told_with_their_titles(path, lang):
    agency, said = told(path, lang)
    own = [(act.date, act.number, act.title.of(lang)) for act in agency.repeals]
    assert [(act.date, act.number, act.title) for act in said.repeals] == own


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("body_approval", True),
        ("body_approval", False),
        ("automated_systems", True),
        ("corps_a_agreement", True),
        ("kpi_minimum_months", 1),
        ("plan_posting", False),
        ("quarter_deadline_day", 20),
        ("year_deadline_day", 20),
        ("absence_rule", "without_participation"),
        ("large_unit_rule", True),
        ("acquaintance_channels", False),
        ("unit_head_category", "Е-3"),
    ],
    ids=str,
)
@each_profile
@each_language
def test_what_the_agency_chose_is_told(path, lang, option, value):
    _, said = told(path, lang, **{option: value})
    assert said.options[option] == value


def issued_by(issuer, lang):
    return Act(lang=lang, issuer=issuer)


@pytest.mark.parametrize(
    ("issuer", "lang", "kind"),
    [
        ("Ішкі істер министрлігінің Полиция комитеті", "kk", "committee"),
        ("Комитет полиции Министерства внутренних дел", "ru", "committee"),
        ("Абай облысының әкімдігі", "kk", "akimat"),
        ("Ревизионная комиссия по Абайской области", "ru", "audit_commission"),
        ("Кәсіподақ", "kk", None),
    ],
    ids=str,
)
def test_the_kind_of_a_body_is_that_of_its_own_noun(issuer, lang, kind):
    assert next(kinds_of(issued_by(issuer, lang)), None) == kind


def test_a_name_of_the_service_before_its_owner_is_told_in_the_possessive():
    base = read_act(str(FIXTURES / "base-decision.kk.txt"))
    clause = Node(
        "clause",
        number="9",
        text="Бағалауды ұйымдастырушылық сүйемелдеуді мәслихат аппаратының бас маман-заңгер, "
        "соның ішінде ақпараттық жүйе арқылы қамтамасыз етеді.",
    )
    (methodology, *others) = base.attachments
    act = replace(
        base,
        attachments=(replace(methodology, body=(*methodology.body, clause)), *others),
    )
    assert told_by(act).roles["personnel_service"] == "мәслихат аппаратының бас маман-заңгері"


def test_what_an_act_does_not_say_is_left_out():
    said = told_by(Act(lang="ru"))
    assert (said.kind, said.issuer, said.institution, said.roles) == (None, None, None, {})
    assert (said.terms, said.options, said.repeals, said.post) == ({}, {}, (), None)
