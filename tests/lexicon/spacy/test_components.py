# ruff: noqa: ISC004, PLR0917 - a row of a table is one finding
"""What the components mark in the texts of acts, with the values they give."""

from __future__ import annotations

import pytest

spacy = pytest.importorskip("spacy")

from hypothesis import HealthCheck, given, settings  # noqa: E402 - after the check above
from hypothesis import strategies as st  # noqa: E402 - see above
from spacy.tokens import Doc  # noqa: E402 - see above

from lexicon.language.pipeline import (  # noqa: E402 - see above
    COMPONENTS,
    NoSuchLanguageError,
    pipeline,
    values,
)

GROUPS = {
    "terms": "term",
    "roles": "role",
    "bodies": "body",
    "citations": "citation",
    "deadlines": "deadline",
}


@pytest.fixture(scope="module")
def marked():
    made = {lang: pipeline(lang) for lang in ("kk", "ru")}

    def mark(text, lang, group):
        return values(made[lang](text), group, GROUPS[group])

    return mark


@pytest.mark.parametrize(
    ("lang", "text", "span", "value"),
    [
        ("kk", "Ол танысқан күннен бастап бес жұмыс күні ішінде шағымданады.",
         "Ол танысқан күннен бастап бес жұмыс күні ішінде",
         (5, "day", "working", "within", "from_day", "Ол танысқан")),
        ("kk", "жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі",
         "жарияланған күнінен кейін күнтізбелік он күн өткен соң",
         (10, "day", "calendar", "after", "after", "жарияланған")),
        ("kk", "Қызмет 2 жұмыс күнінен кешіктірмей ұсынады.", "2 жұмыс күнінен кешіктірмей",
         (2, "day", "working", "no_later", None, None)),
        ("kk", "аяқталған күннен бастап үш жыл ішінде сақталады",
         "аяқталған күннен бастап үш жыл ішінде",
         (3, "year", None, "within", "from_day", "аяқталған")),
        ("kk", "есепті тоқсаннан кейінгі айдың оныншы күнінен кешіктірілмей",
         "есепті тоқсаннан кейінгі айдың оныншы күнінен кешіктірілмей",
         (10, "day_of_month", None, "no_later", "after", "есепті тоқсаннан")),
        ("kk", "соңғы күніне кемінде бес жұмыс күні қалған кезде",
         "соңғы күніне кемінде бес жұмыс күні қалған",
         (5, "day", "working", "at_least_before", "before", "соңғы күніне")),
        ("ru", "вправе в течение пяти рабочих дней со дня ознакомления.",
         "в течение пяти рабочих дней со дня ознакомления",
         (5, "day", "working", "within", "from_day", "ознакомления")),
        ("ru", "по истечении десяти календарных дней после дня его опубликования",
         "по истечении десяти календарных дней после дня его опубликования",
         (10, "day", "calendar", "after", "after", "его опубликования")),
        ("ru", "не позднее чем через 2 рабочих дня, комиссия", "не позднее чем через 2 рабочих дня",
         (2, "day", "working", "no_later", None, None)),
        ("ru", "не менее чем за пять рабочих дней до окончания срока",
         "не менее чем за пять рабочих дней до окончания срока",
         (5, "day", "working", "at_least_before", "before", "окончания срока")),
        ("ru", "не позднее 20 числа месяца, следующего за отчетным кварталом.",
         "не позднее 20 числа месяца, следующего за отчетным кварталом",
         (20, "day_of_month", None, "no_later", "after", "отчетным кварталом")),
    ],
)  # fmt: skip
def test_a_deadline_says_how_much_of_what_and_from_when(marked, lang, text, span, value):
    names = ("amount", "unit", "days", "bound", "anchor", "event")
    assert marked(text, lang, "deadlines") == [(span, dict(zip(names, value, strict=True)))]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("kk", "Бес жұмыс күні жетіспейді."),
        ("kk", "үш бөлімше басшысы"),
        ("ru", "Рабочих дней было пять."),
        ("ru", "в течение квартала"),
    ],
)
def test_what_sets_no_term_is_no_deadline(marked, lang, text):
    assert marked(text, lang, "deadlines") == []


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("kk", "2023 жылғы 26 маусымдағы № 4-10 шешімімен бекітілген",
         [("2023 жылғы 26 маусымдағы № 4-10 шешімімен",
           {"kind": "act", "type": "decision", "date": "2023-06-26", "number": "4-10",
            "title": None})]),
        ("kk", '"Қазақстан Республикасының мемлекеттік қызметі туралы" Қазақстан Республикасы '
         "Заңының 33-бабының 5-тармағына сәйкес",
         [('"Қазақстан Республикасының мемлекеттік қызметі туралы" Қазақстан Республикасы Заңының',
           {"kind": "act", "type": "law", "date": None, "number": None,
            "title": "Қазақстан Республикасының мемлекеттік қызметі туралы"}),
          ("33-бабының 5-тармағына",
           {"kind": "address", "targets": [{"article": "33", "clause": "5"}]})]),
        ("ru", "подпунктом 1) пункта 4 утверждено",
         [("подпунктом 1) пункта 4",
           {"kind": "address", "targets": [{"clause": "4", "subclause": "1"}]})]),
        ("ru", 'приказом Председателя от 16 января 2018 года № 13 "О некоторых вопросах"',
         [('приказом Председателя от 16 января 2018 года № 13 "О некоторых вопросах"',
           {"kind": "act", "type": "order", "date": "2018-01-16", "number": "13",
            "title": "О некоторых вопросах"})]),
        ("kk", "тармақтар мен баптар туралы", []),
        ("ru", "пункты и статьи закона", []),
    ],
)  # fmt: skip
def test_a_citation_names_an_act_or_an_address(marked, lang, text, found):
    assert marked(text, lang, "citations") == found


@pytest.mark.parametrize(
    ("lang", "text", "name", "nominative", "kind"),
    [
        ("kk", "Осы Шу аудандық мәслихатының шешімі", "Шу аудандық мәслихатының",
         "Шу аудандық мәслихаты", "maslikhat"),
        ("kk", "Қазақстан Республикасы Мемлекеттік қызмет істері агенттігіне жіберілсін",
         "Қазақстан Республикасы Мемлекеттік қызмет істері агенттігіне",
         "Қазақстан Республикасы Мемлекеттік қызмет істері агенттігі", "agency"),
        ("ru", "решение маслихата города Алматы принято", "маслихата города Алматы",
         "маслихат города Алматы", "maslikhat"),
        ("ru", "направить Департаменту юстиции Жамбылской области",
         "Департаменту юстиции Жамбылской области", "Департамент юстиции Жамбылской области",
         "department"),
        ("ru", "приказ Председателя Агентства Республики Казахстан",
         "Агентства Республики Казахстан", "Агентство Республики Казахстан", "agency"),
        ("ru", "приказ Министра и Министерства степного хозяйства Республики Казахстан",
         "Министерства степного хозяйства Республики Казахстан",
         "Министерство степного хозяйства Республики Казахстан", "ministry"),
        ("kk", "Қазақстан Республикасы Дала шаруашылығы министрлігінің бұйрығы",
         "Қазақстан Республикасы Дала шаруашылығы министрлігінің",
         "Қазақстан Республикасы Дала шаруашылығы министрлігі", "ministry"),
    ],
)  # fmt: skip
def test_a_body_is_named_in_full_and_led_back_to_its_nominative(  # noqa: PLR0913 - one row
    marked, lang, text, name, nominative, kind
):
    value = {"kind": kind, "name": name, "nominative": nominative, "named": True}
    assert marked(text, lang, "bodies") == [(name, value)]


@pytest.mark.parametrize(
    ("lang", "text", "nominative"),
    [
        ("kk", "мемлекеттік органдарда сақталады", "мемлекеттік органдар"),
        ("kk", "Мемлекеттік органнан босатылған", "Мемлекеттік орган"),
        ("ru", "в государственных органах", "государственные органы"),
        ("ru", "Маслихата заявление", "Маслихат"),
    ],
)
def test_a_kind_alone_is_led_back_to_its_nominative(marked, lang, text, nominative):
    [(_, value)] = marked(text, lang, "bodies")
    assert (value["nominative"], value["named"]) == (nominative, False)


@pytest.mark.parametrize(
    ("lang", "text", "span", "role", "case"),
    [
        ("kk", "НМИ тікелей басшының келісімімен", "тікелей басшының", "direct_superior",
         "genitive"),
        ("kk", "Персоналды басқару қызметінде сақталады", "Персоналды басқару қызметінде",
         "personnel_service", "locative"),
        ("ru", "согласует с непосредственным руководителем", "непосредственным руководителем",
         "direct_superior", "instrumental"),
        ("ru", "направляет оцениваемому лицу", "оцениваемому лицу", "evaluated", "dative"),
    ],
)  # fmt: skip
def test_a_role_is_found_in_any_case(marked, lang, text, span, role, case):  # noqa: PLR0913 - one row
    [(found, value)] = marked(text, lang, "roles")
    assert (found, value["role"]) == (span, role)
    assert case in value["cases"]


def test_a_term_is_introduced_and_then_used_in_any_form(marked):
    text = "Нысаналы мақсатты индикаторлар (бұдан әрі – НМИ) бар. НМИ-ге қол жеткізу."
    found = dict(marked(text, "kk", "terms"))
    assert found["(бұдан әрі – НМИ)"] == {
        "source": "introduction",
        "short": "НМИ",
        "stands_for": "Нысаналы мақсатты индикаторлар",
    }
    assert found["НМИ-ге"] == {"source": "text", "short": "НМИ"}


def test_a_short_name_in_words_is_known_by_its_forms(marked):
    text = "Уполномоченный по оценке отдел (далее – отдел оценки) ведет учет. В отделе оценки."
    found = dict(marked(text, "ru", "terms"))
    assert found["(далее – отдел оценки)"]["stands_for"] == "Уполномоченный по оценке отдел"
    assert found["отделе оценки"] == {"source": "text", "short": "отдел оценки"}


def test_a_term_of_the_base_is_known_by_its_name(marked):
    assert marked("оцениваемого лица", "ru", "terms") == [
        (
            "оцениваемого лица",
            {"source": "base", "id": "evaluated-person", "nominative": "оцениваемое лицо"},
        )
    ]


def test_a_document_keeps_its_values_when_it_is_written_and_read():
    nlp = pipeline("ru", ("acts_deadlines",))
    doc = nlp("В течение пяти рабочих дней со дня ознакомления.")
    read = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert values(read, "deadlines", "deadline") == values(doc, "deadlines", "deadline") != []


def test_all_components_stand_in_a_pipeline_by_their_names():
    assert pipeline("kk").pipe_names == list(COMPONENTS)


def test_a_language_without_acts_is_refused():
    with pytest.raises(NoSuchLanguageError, match=r'no components for "en". Expected kk or ru'):
        pipeline("en")


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text('абкқіәтармақ 0123456789-/)("«»№.,–\n', max_size=60), st.sampled_from(["kk", "ru"]))
def test_no_text_breaks_a_pipeline(marked, text, lang):
    for group in GROUPS:
        for span, value in marked(text, lang, group):
            assert span in text
            assert value is not None
