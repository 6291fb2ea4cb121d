"""The decision around the methodology: who decides what, with which words, and what is refused."""

from pathlib import Path

import msgspec
import pytest
import yaml

from generator.embedded import embedded
from generator.options import OptionValueError, UnknownOptionError, options, options_table
from generator.outline import Chosen
from generator.references import (
    DanglingReferenceError,
    DoubledNameError,
    References,
    appendix_numbers,
    references,
)
from generator.wording import MissingWordsError, UnknownPlaceError, Wording
from model import LANGUAGES, Agency, Attachment, Both
from model.agency import AgencyKind

PROFILES = yaml.safe_load((Path(__file__).parent / "test_embedded.yaml").read_text("utf-8"))
EARLIER = {
    "date": "2022-03-03",
    "number": "10/9",
    "title": {"kk": "Бағалау туралы", "ru": "Об оценке"},
}
STAMP = {"date": "2023-06-26", "number": "4-10"}

each_language = pytest.mark.parametrize("lang", LANGUAGES)


def agency(profile="maslikhat", **changed) -> Agency:
    return msgspec.convert(PROFILES[profile] | changed, Agency)


def clauses(act) -> list[str]:
    return [f"{node.number}. {node.text}" for node in act.body]


ENACTING = [
    ("maslikhat", "decision", "ШЕШТІ", "РЕШИЛ"),
    ("akimat", "resolution", "ҚАУЛЫ ЕТЕДІ", "ПОСТАНОВЛЯЕТ"),
    ("audit_commission", "resolution", "ҚАУЛЫ ЕТЕДІ", "ПОСТАНОВЛЯЕТ"),
    ("ministry", "order", "БҰЙЫРАМЫН", "ПРИКАЗЫВАЮ"),
    ("agency", "order", "БҰЙЫРАМЫН", "ПРИКАЗЫВАЮ"),
    ("committee", "order", "БҰЙЫРАМЫН", "ПРИКАЗЫВАЮ"),
]


def test_every_kind_of_agency_is_tested():
    assert {case[0] for case in ENACTING} == set(AgencyKind.__args__)


@pytest.mark.parametrize(
    ("kind", "type_", "kk", "ru"), ENACTING, ids=[case[0] for case in ENACTING]
)
def test_a_kind_of_agency_decides_by_its_own_act_and_verb(kind, type_, kk, ru):
    for lang, verb in (("kk", kk), ("ru", ru)):
        act = embedded(agency(kind=kind), lang)
        assert act.type == type_
        assert act.preamble.enacting == verb
        assert act.preamble.text.endswith(f" {verb}:")


def test_a_body_names_itself_before_the_verb_and_a_minister_does_not():
    assert embedded(agency(), "kk").preamble.text.endswith("сәйкес Шу аудандық мәслихаты ШЕШТІ:")
    assert embedded(agency("ministry"), "kk").preamble.text.endswith(") сәйкес БҰЙЫРАМЫН:")
    assert embedded(agency("ministry"), "ru").preamble.text.endswith("№ 16299) ПРИКАЗЫВАЮ:")


@each_language
def test_the_preamble_cites_the_law_and_the_order(lang):
    law, order = embedded(agency(), lang).preamble.citations
    assert (law.type, law.article, law.clause) == ("law", "33", "5")
    assert (order.type, order.date, order.number) == ("order", "2018-01-16", "13")
    assert all(basis.text in embedded(agency(), lang).preamble.text for basis in (law, order))
    assert all(f'"{basis.title}"' in basis.text for basis in (law, order))


def test_a_maslikhat_approves_and_puts_into_effect():
    assert clauses(embedded(agency(), "kk")) == [
        (
            '1. Қоса беріліп отырған "Шу аудандық мәслихатының аппараты" мемлекеттік мекемесінің '
            '"Б" '
            "корпусы мемлекеттік әкімшілік қызметшілерінің қызметін бағалау әдістемесі бекітілсін."
        ),
        (
            "2. Осы шешім алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң "
            "қолданысқа енгізіледі."
        ),
    ]
    assert clauses(embedded(agency(), "ru")) == [
        (
            "1. Утвердить прилагаемую Методику оценки деятельности административных "
            "государственных "
            'служащих корпуса "Б" государственного учреждения "Аппарат Шуского районного '
            'маслихата".'
        ),
        (
            "2. Настоящее решение вводится в действие по истечении десяти календарных дней после "
            "дня "
            "его первого официального опубликования."
        ),
    ]


def test_an_order_is_published_and_controlled_by_default():
    kazakh = embedded(agency("ministry"), "kk")
    assert clauses(kazakh)[2] == "3. Осы бұйрықтың орындалуын бақылауды өзіме қалдырамын."
    assert [child.number for child in kazakh.body[1].children] == ["1", "2"]
    assert "Эталондық бақылау банкіне" in kazakh.body[1].children[0].text
    assert clauses(embedded(agency("ministry"), "ru"))[1:3] == [
        (
            "2. Службе управления персоналом в установленном законодательством Республики "
            "Казахстан "
            "порядке обеспечить:"
        ),
        "3. Контроль за исполнением настоящего приказа оставляю за собой.",
    ]


def test_a_resolution_may_be_controlled_by_the_head_of_the_unit():
    controlled = agency("akimat", options={"control": "unit_head"})
    kazakh, russian = clauses(embedded(controlled, "kk")), clauses(embedded(controlled, "ru"))
    assert kazakh[1] == "2. Осы қаулының орындалуын бақылау бөлім басшысына жүктелсін."
    assert russian[1] == (
        "2. Контроль за исполнением настоящего постановления возложить на руководителя отдела."
    )


def test_one_earlier_act_is_repealed_in_one_clause():
    repealing = agency(repeals=[EARLIER])
    assert clauses(embedded(repealing, "kk"))[1] == (
        '2. Шу аудандық мәслихатының 2022 жылғы 3 наурыздағы № 10/9 "Бағалау туралы" шешімінің '
        "күші жойылды деп танылсын."
    )
    assert clauses(embedded(repealing, "ru"))[1] == (
        "2. Признать утратившим силу решение Шуского районного маслихата от 3 марта 2022 года "
        '№ 10/9 "Об оценке".'
    )


def test_several_earlier_acts_are_repealed_in_a_list():
    repealing = agency(repeals=[EARLIER, EARLIER | {"number": "11/2", "date": "2023-01-12"}])
    kazakh, russian = embedded(repealing, "kk").body[1], embedded(repealing, "ru").body[1]
    assert kazakh.text == (
        "Шу аудандық мәслихатының мынадай шешімдерінің күші жойылды деп танылсын:"
    )
    assert [child.text for child in kazakh.children] == [
        '2022 жылғы 3 наурыздағы № 10/9 "Бағалау туралы" шешімі;',
        '2023 жылғы 12 қаңтардағы № 11/2 "Бағалау туралы" шешімі.',
    ]
    assert [child.text for child in russian.children] == [
        'от 3 марта 2022 года № 10/9 "Об оценке";',
        'от 12 января 2023 года № 11/2 "Об оценке".',
    ]
    assert [child.number for child in russian.children] == ["1", "2"]


def test_the_approval_block_stands_in_short_lines_in_the_order_of_each_language():
    stamped = agency(act=STAMP)
    assert embedded(stamped, "kk").attachments[0].header.split("\n") == [
        "Шу аудандық мәслихатының",
        "2023 жылғы 26 маусымдағы",
        "№ 4-10 шешімімен",
        "бекітілген",
    ]
    assert embedded(stamped, "ru").attachments[0].header.split("\n") == [
        "Утверждена",
        "решением Шуского районного маслихата",
        "от 26 июня 2023 года",
        "№ 4-10",
    ]


def test_a_draft_has_blanks_for_date_and_number():
    kazakh, russian = embedded(agency(), "kk"), embedded(agency(), "ru")
    assert (kazakh.date, kazakh.number) == (None, None)
    assert '20__ жылғы "___" ____________\n№ ____ шешімімен' in kazakh.attachments[0].header
    assert 'от "___" ____________ 20__ года\n№ ____' in russian.attachments[0].header


def test_the_requisites_name_the_region_once():
    stamped = agency(act=STAMP)
    named = agency(act=STAMP, issuer={"kk": "Жамбыл облысы бойынша тексеру комиссиясы", "ru": "X"})
    assert embedded(stamped, "kk").requisites == (
        "Жамбыл облысы Шу аудандық мәслихатының 2023 жылғы 26 маусымдағы № 4-10 шешімі"
    )
    assert embedded(stamped, "ru").requisites == (
        "Решение Шуского районного маслихата Жамбылской области от 26 июня 2023 года № 4-10"
    )
    assert embedded(named, "kk").requisites.count("Жамбыл облысы") == 1


@each_language
def test_appendices_follow_the_methodology_as_they_are_given(lang):
    forms = (Attachment("form", number="1", title="Форма"), Attachment("table", number="2"))
    act = embedded(agency(), lang, forms)
    assert act.attachments[0].kind == "methodology"
    assert act.attachments[1:] == forms


@each_language
def test_the_signatory_of_the_profile_signs(lang):
    (signature,) = embedded(agency("ministry"), lang).signatures
    assert signature.post == "Министр"
    assert signature.name == PROFILES["ministry"]["signatory"]["name"][lang]


def test_the_same_profile_always_gives_the_same_act():
    assert embedded(agency(), "kk") == embedded(agency(), "kk")


def test_a_term_of_the_profile_wins_over_that_of_an_option():
    portal = {
        "information_system": {"kk": "цифрлық портал жүйесі", "ru": "цифровая система портала"}
    }
    said = embedded(agency(terms=portal, options={"digital_system": "digital"}), "kk")
    assert "цифрлық портал жүйесінде" in msgspec.json.encode(said).decode()


@each_language
def test_the_digital_option_leaves_no_information_system(lang):
    act = embedded(agency(options={"digital_system": "digital"}), lang)
    text = msgspec.json.encode(act).decode()
    assert {"kk": "цифрлық жүйе", "ru": "цифровой системе"}[lang] in text
    assert {"kk": "ақпараттық жүйе", "ru": "информационн"}[lang] not in text


def test_an_unknown_option_is_named_with_the_known_ones():
    with pytest.raises(UnknownOptionError) as met:
        embedded(agency(options={"quarter_day": 10}), "kk")
    assert str(met.value).startswith(
        "The profile shu has the key options.quarter_day, which the methodology does not know. "
        "Known options: body_approval, "
    )
    assert str(met.value).endswith("Remove the key or correct its name.")


REFUSED = [
    ("quarter_deadline_day", 15, "10 / 20", "10"),
    ("quarter_deadline_day", "10", "10 / 20", "10"),
    ("kpi_minimum_months", True, "3 / 1", "3"),
    ("body_approval", 1, "true / false", "true"),
    ("digital_system", "paper", '"information" / "digital"', '"information"'),
    ("control", "self", '"none" / "unit_head"', '"none"'),
    ("unit_head_category", "{role}", "a text of the shape", '""'),
    ("unit_head_category", 2, "a text of the shape", '""'),
]


@pytest.mark.parametrize(("name", "value", "expected", "default"), REFUSED, ids=str)
def test_a_value_that_is_not_on_offer_is_refused_with_those_that_are(
    name, value, expected, default
):
    with pytest.raises(OptionValueError) as met:
        embedded(agency(options={name: value}), "ru")
    said = str(met.value)
    assert f"options.{name} = {msgspec.json.encode(value).decode()}; expected {expected}" in said
    assert said.endswith(f"or remove the key to get the default {default}.")


def test_an_empty_role_is_missed_by_its_key():
    roles = PROFILES["maslikhat"]["roles"] | {"unit_head": {"kk": "Аппарат басшысы", "ru": " "}}
    with pytest.raises(MissingWordsError) as met:
        embedded(agency(roles=roles), "ru")
    assert str(met.value) == (
        "The methodology needs roles.unit_head.ru, but the profile shu leaves it out or empty. "
        "Write it there as a nominative."
    )


def wording(**known) -> Wording:
    return Wording(agency=agency(), lang="kk", phrases={}, **known, act="decision")


def test_a_term_that_nobody_words_is_missed_by_its_key():
    with pytest.raises(MissingWordsError, match=r"needs terms\.archive, but the profile shu"):
        wording().say(Both("{term.archive:locative}", ""))


def test_a_place_that_means_nothing_is_refused():
    with pytest.raises(UnknownPlaceError) as met:
        wording().say(Both("{role.head:genitive}", ""))
    assert str(met.value).startswith('The place "{role.head:genitive}" of the methodology means ')


def test_a_dangling_reference_is_refused_with_the_known_names():
    known = References({"clause": {"basis": "1"}})
    with pytest.raises(DanglingReferenceError) as met:
        wording(references=known).say(Both("{clause bases:locative}", ""))
    assert str(met.value).startswith(
        'The place "{clause bases:locative}" refers to the clause "bases", which this text does '
        "not have. Expected one of: basis."
    )


def test_two_clauses_of_one_name_are_refused():
    twice = (Chosen("clause", Both("", ""), id="basis", number="1"),) * 2
    with pytest.raises(DoubledNameError, match='of the kind clause are called "basis"'):
        references({"general": twice})


def test_the_appendices_have_the_numbers_of_the_forms():
    assert list(appendix_numbers().values()) == ["1", "2", "3", "4", "5", "6", "7", "8"]
    assert appendix_numbers()["plan"] == "1"
    assert appendix_numbers()["result-employee"] == "8"


@each_language
def test_every_option_says_what_it_changes(lang):
    for option in options().values():
        assert option.effect.of(lang).endswith(".")


def test_every_default_is_on_offer_to_every_kind_of_agency():
    for option in options().values():
        for kind in AgencyKind.__args__:
            assert option.choice(option.default_of(kind), kind)


@each_language
def test_the_documentation_shows_the_options_as_they_are(lang):
    page = Path(__file__).parents[2] / "docs" / "methodology.md"
    assert options_table(lang) in page.read_text(encoding="utf-8")
