"""Acts of every kind of agency, read as a lawyer reads them: names, types, sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from forms import appendices
from generator.embedded import embedded
from generator.retarget import retarget
from lexicon.formulas import formula, read
from model import LANGUAGES, Act, Agency, Both, Lang
from model.agency import EarlierAct, Roles, Signatory
from model.tree import walk
from workbench.profiles import load_profile

EXAMPLES = Path(__file__).parents[2] / "examples"


def both(kk: str, ru: str) -> Both:
    return Both(kk, ru)


def agency_of(kind: str, issuer: Both, institution: Both, roles: Roles, **rest: object) -> Agency:
    post = both("Басшы", "Руководитель")
    fields = {"id": kind, "kind": kind, "issuer": issuer, "institution": institution}
    signatory = Signatory(post, both("Н. Н.", "Н. Н."))
    return Agency(**fields, roles=roles, signatory=signatory, **rest)


MINISTRY = agency_of(
    "ministry",
    both(
        "Қазақстан Республикасының Мәдениет, туризм және спорт министрі",
        "Министр культуры, туризма и спорта Республики Казахстан",
    ),
    both(
        "Қазақстан Республикасының Мәдениет, туризм және спорт министрлігі",
        "Министерство культуры, туризма и спорта Республики Казахстан",
    ),
    Roles(
        both("департамент директоры", "директор департамента"),
        both("персоналды басқару басқармасы", "управление по управлению персоналом"),
        both("вице-министр", "вице-министр"),
    ),
)
AKIMAT = agency_of(
    "akimat",
    both("Жаңақорған ауданының әкімдігі", "Акимат Жанакорганского района"),
    both(
        '"Жаңақорған ауданы әкімінің аппараты" коммуналдық мемлекеттік мекемесі',
        'коммунальное государственное учреждение "Аппарат акима Жанакорганского района"',
    ),
    Roles(
        both("аппараттың бөлім басшысы", "руководитель отдела аппарата"),
        both("персоналды басқару бөлімі", "отдел управления персоналом"),
        both("аудан әкімі", "аким района"),
    ),
    options={"publication": True, "control": "unit_head"},
)
AUDIT = agency_of(
    "audit_commission",
    both(
        "Шығыс Қазақстан облысы бойынша тексеру комиссиясы",
        "Ревизионная комиссия по Восточно-Казахстанской области",
    ),
    both(
        '"Шығыс Қазақстан облысы бойынша тексеру комиссиясы" мемлекеттік мекемесі',
        'государственное учреждение "Ревизионная комиссия по Восточно-Казахстанской области"',
    ),
    Roles(
        both("бөлім меңгерушісі", "заведующий отделом"),
        both("ұйымдастыру бөлімі", "организационный отдел"),
        both("төрағаның міндетін атқарушы", "исполняющий обязанности председателя"),
    ),
    repeals=(EarlierAct("2023-05-05", "7", both("Әдістеме туралы", "О Методике")),),
)
MASLIKHAT = agency_of(
    "maslikhat",
    both("Форт-Шевченко қалалық мәслихаты", "Форт-Шевченковский городской маслихат"),
    both(
        '"Форт-Шевченко қалалық мәслихатының аппараты" мемлекеттік мекемесі',
        'государственное учреждение "Аппарат Форт-Шевченковского городского маслихата"',
    ),
    Roles(
        both("мәслихат аппаратының басшысы", "руководитель аппарата маслихата"),
        both("жетекші инспектор", "ведущий инспектор"),
        both("мәслихат төрағасы", "председатель маслихата"),
    ),
    options={"publication": True, "control": "unit_head"},
)
COMMITTEE = agency_of(
    "committee",
    both(
        "Қазақстан Республикасы Ішкі істер министрлігі Әкімшілік полиция комитетінің төрағасы",
        "Председатель Комитета административной полиции Министерства внутренних дел "
        "Республики Казахстан",
    ),
    both(
        "Қазақстан Республикасы Ішкі істер министрлігінің Әкімшілік полиция комитеті",
        "Комитет административной полиции Министерства внутренних дел Республики Казахстан",
    ),
    Roles(
        both("ІІМ комитетінің басқарма бастығы", "начальник управления комитета МВД"),
        both("кадр саясаты басқармасы", "управление кадровой политики"),
        both("комитет төрағасының орынбасары", "заместитель председателя комитета"),
    ),
)
BUREAU = agency_of(
    "agency",
    both(
        "Қазақстан Республикасының Статистика агенттігінің төрағасы",
        "Председатель Агентства Республики Казахстан по статистике",
    ),
    both(
        "Қазақстан Республикасының Статистика агенттігі",
        "Агентство Республики Казахстан по статистике",
    ),
    Roles(
        both("құрылымдық бөлімшенің директоры", "директор структурного подразделения"),
        both("кадр қызметі", "кадровая служба"),
        both("Агенттік төрағасы", "Председатель Агентства"),
    ),
)
AGENCIES = (MINISTRY, AKIMAT, AUDIT, MASLIKHAT, COMMITTEE, BUREAU)

# How an act of a type calls itself; what is said of the act of another body is no matter.
OWN_WORDS: dict[str, dict[Lang, str]] = {
    "decision": {"kk": r"осы шешім|ШЕШТІ", "ru": r"настоящ\w+ решени|РЕШИЛ"},
    "resolution": {"kk": r"осы қаулы|ҚАУЛЫ ЕТЕДІ", "ru": r"настоящ\w+ постановлени|ПОСТАНОВЛЯ"},
    "order": {"kk": r"осы бұйры[қғ]|БҰЙЫРАМЫН", "ru": r"настоящ\w+ приказ|ПРИКАЗЫВА"},
}
kinds = pytest.mark.parametrize("agency", AGENCIES, ids=lambda agency: agency.kind)
languages = pytest.mark.parametrize("lang", LANGUAGES)


def whole(agency: Agency, lang: Lang) -> Act:
    return embedded(agency, lang, appendices(lang, agency))


def sayings(act: Act) -> Iterator[str]:
    """Every text of the act, the frame too."""
    yield from (act.title or "", act.requisites or "")
    yield act.preamble.text if act.preamble else ""
    for attachment in act.attachments:
        yield from (attachment.title or "", attachment.header or "")
    for _, node in walk(act):
        yield from (node.heading or "", node.text or "")


def clause_with(act: Act, words: str) -> str:
    return next(text for text in sayings(act) if words in text)


@kinds
@languages
def test_no_word_of_another_kind_of_act_stands_in_the_text(agency: Agency, lang: Lang):
    act = whole(agency, lang)
    text = "\n".join(sayings(act))
    said = {kind for kind, own in OWN_WORDS.items() if re.search(own[lang], text, re.IGNORECASE)}
    assert said == {act.type}


@kinds
@languages
def test_no_word_is_said_twice_in_a_row(agency: Agency, lang: Lang):
    doubled = [m[0] for s in sayings(whole(agency, lang)) for m in re.finditer(r"\b(\w+) \1\b", s)]
    assert doubled == []


@kinds
@languages
def test_no_latin_letter_hides_in_a_cyrillic_word(agency: Agency, lang: Lang):
    text = "\n".join(sayings(whole(agency, lang)))
    assert re.findall(r"\w*(?:[a-zA-Z][а-яёәғқңөұүһі]|[а-яёәғқңөұүһі][a-zA-Z])\w*", text) == []


@kinds
@pytest.mark.parametrize(
    ("lang", "governs"),
    [("kk", "басқарады"), ("ru", "управляет")],
    ids=LANGUAGES,
)
def test_a_service_of_management_does_not_manage(agency: Agency, lang: Lang, governs: str):
    """ "управляет служба управления персоналом", "басқару қызметі басқарады" """
    service = agency.roles.personnel_service.of(lang)
    clause = next(
        text
        for text in sayings(whole(agency, lang))
        if "360" in text and re.search(re.escape(service), text, re.IGNORECASE)
    )
    assert governs not in clause


@kinds
@languages
def test_each_result_of_the_survey_has_its_form(agency: Agency, lang: Lang):
    """Art. 25 of the law "On legal acts": a reference tells which element is meant for what."""
    start = {"kk": "360 әдісімен бағалау процесін", "ru": "Процесс оценки методом 360"}[lang]
    clause = clause_with(whole(agency, lang), start)
    head, employees = (clause.index(n) for n in ("7", "8"))
    case = {"kk": "қызметшілері үшін 8-қосымшасына", "ru": 'служащих корпуса "Б" – по форме'}[lang]
    assert head < clause.index(case) <= employees


@pytest.mark.parametrize("agency", [MINISTRY, AKIMAT, MASLIKHAT], ids=lambda one: one.kind)
def test_what_is_to_be_ensured_on_publication_stands_in_the_accusative(agency: Agency):
    act = embedded(agency, "kk")
    clause = next(node for node in act.body if "мыналарды қамтамасыз етсін:" in (node.text or ""))
    ends = [(child.text or "").rstrip(".;").split()[-1] for child in clause.children]
    assert ends == ["жіберуді", "орналастыруды"]


@kinds
@languages
def test_the_personnel_service_is_read_back_from_the_written_act(agency: Agency, lang: Lang):
    readings = [read("own/personnel-service", text, lang) for text in sayings(whole(agency, lang))]
    names = {one.slots["name"].lower() for one in readings if one}
    assert names == {agency.roles.personnel_service.of(lang).lower()}


@kinds
@languages
def test_the_appointing_authority_is_read_back_from_the_written_act(agency: Agency, lang: Lang):
    readings = [
        read("role/authority-applied-to", text, lang) for text in sayings(whole(agency, lang))
    ]
    names = {one.slots["name"] for one in readings if one}
    assert names == {agency.roles.appointing_authority.of(lang)}


@kinds
@languages
@pytest.mark.parametrize("source", ["shu-maslikhat", "timiryazev-maslikhat"])
def test_no_role_of_the_old_agency_is_left_beside_the_new_one(
    agency: Agency, lang: Lang, source: str
):
    """ "мәслихат аппаратының персоналды басқару бөлімі", "отдел кадров аппарата маслихата" """
    old = msgspec.structs.replace(load_profile(EXAMPLES / f"{source}.yaml"), options={}, terms={})
    new = msgspec.structs.replace(agency, options={})
    act = retarget(whole(old, lang), new)
    methodology = "\n".join(
        node.text or "" for _, node in walk(act) if node.text and node not in act.body
    )
    leftover = {"kk": "мәслихат", "ru": "маслихат"}[lang]
    own = "\n".join((new.issuer.of(lang), new.institution.of(lang))).lower()
    if leftover in own:
        leftover = {"kk": "маман", "ru": "специалист"}[lang]
    assert leftover not in methodology.lower()


@kinds
@languages
def test_the_enacting_word_is_that_of_the_type(agency: Agency, lang: Lang):
    act = embedded(agency, lang)
    verb = formula(f"enacting/{act.type}")
    word = verb.kk.write if lang == "kk" else verb.ru.write
    assert act.preamble is not None
    assert act.preamble.text.endswith(f"{word}:")
