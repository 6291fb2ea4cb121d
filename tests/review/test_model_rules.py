"""Each rule on an act and its model, on small acts that break it in one point."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from review import address, catalogue, cited, review
from review.conformity import NoNormsError, OtherLanguageError
from review.rules import RULES

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "model"))

import building
from drafting import (
    act,
    appendix,
    chapter,
    clause,
    item,
    methodology,
    part,
    sub,
    table,
    with_chapters,
    with_clauses,
)

ON = {name: name.startswith("model-") for name in catalogue()}
PLAN = "Индивидуальный план работы составляется руководителем аппарата."
SESSION = "Калибровочная сессия проводится по заявлению служащего корпуса."
APPEAL = "Результаты оценки могут быть обжалованы в суде в течение месяца."
KEPT = "Документы хранятся в службе управления персоналом три года."
HEADINGS = ("Общие положения", "Порядок ранжирования", "Калибровочные сессии")


def clauses(*texts, lang="ru", appendices=()):
    numbered = (clause(str(number), text) for number, text in enumerate(texts, 1))
    return with_clauses(*numbered, lang=lang, appendices=appendices)


def entries(*inside):
    return with_clauses(clause("1", "Оцениваются следующие качества служащего:", *inside))


def form(*rows, number="1", title="Лист оценки по методу ранжирования"):
    return clauses(PLAN, appendices=(appendix(number, table(*rows), title=title),))


def chapters(*places):
    texts = (PLAN, SESSION, APPEAL)
    return with_chapters(
        *(
            chapter(str(number), clause(str(number), texts[place]), heading=HEADINGS[place])
            for number, place in enumerate(places, 1)
        )
    )


HEAD = ("Показатель", "Плановое значение", "Ожидаемый результат")
ROW, OTHER = ("Сроки", "в срок", "не позднее 5 числа"), ("Качество", "высокое", "без замечаний")

# What is reviewed, its model, the place in each ("–": there is none), and what is said.
BREAKS = {
    "model-chapters": [
        (
            "a chapter is missing",
            with_chapters(chapter("1", clause("1", PLAN))),
            with_chapters(
                chapter("1", clause("1", PLAN)),
                chapter("2", clause("2", SESSION), clause("3", APPEAL), heading=HEADINGS[2]),
            ),
            "– / глава 2 Методики",
            "этой части типового акта вместе с её пунктами в акте нет",
        )
    ],
    "model-clauses": [
        (
            "a clause is missing at the end",
            clauses(PLAN, SESSION),
            clauses(PLAN, SESSION, APPEAL),
            "– / пункт 3 Методики",
            "в акте нет нормы, которая отвечает этому пункту типового акта",
        ),
        (
            "a clause is missing and the others have moved up",
            clauses(PLAN, APPEAL, KEPT),
            clauses(PLAN, SESSION, APPEAL, KEPT),
            "– / пункт 2 Методики",
            "в акте нет нормы, которая отвечает этому пункту типового акта",
        ),
    ],
    "model-entries": [
        (
            "a subclause",
            entries(sub("1", "знание дела;")),
            entries(sub("1", "знание дела;"), sub("2", "соблюдение сроков.")),
            "– / подпункт 2) пункта 1 Методики",
            "этого элемента типового акта в соответствующем месте акта нет",
        ),
        (
            "an indent",
            entries(item("знание дела;")),
            entries(item("соблюдение сроков;"), item("знание дела;")),
            "– / абзац первый пункта 1 Методики",
            "этого элемента типового акта в соответствующем месте акта нет",
        ),
    ],
    "model-order": [
        (
            "the last chapter stands first",
            chapters(2, 0, 1),
            chapters(0, 1, 2),
            "глава 1 Методики / глава 3 Методики",
            ("порядок иной, чем в типовом акте: в акте стоит под номером 1, "
            "в типовом – под номером 3"),
        )
    ],
    "model-appendices": [
        (
            "a form",
            clauses(PLAN),
            form(HEAD, ROW),
            "– / приложение 1",
            "этого документа типового акта в акте нет",
        )
    ],
    "model-numbers": [
        (
            "a form under another number",
            form(HEAD, ROW, number="2"),
            form(HEAD, ROW),
            "приложение 2 / приложение 1",
            "номер приложения иной: в акте – 2, в типовом акте – 1",
        )
    ],
    "model-figures": [
        (
            "a deadline in words",
            clauses(KEPT.replace("три", "пять")),
            clauses(KEPT),
            "пункт 1 Методики / пункт 1 Методики",
            "цифры расходятся: только в акте – 5; только в типовом акте – 3",
        ),
        (
            "one month where the model has three",
            clauses("Служащий не оценивается, если он занимал должность менее одного месяца."),
            clauses("Служащий не оценивается, если он занимал должность менее трех месяцев."),
            "пункт 1 Методики / пункт 1 Методики",
            "цифры расходятся: только в акте – 1; только в типовом акте – 3",
        ),
    ],
    "model-references": [
        (
            "to a clause that is another norm",
            clauses(PLAN, "Срок указан в пункте 1 настоящей Методики.", SESSION),
            clauses(PLAN, "Срок указан в приложении 1 к настоящей Методике.", SESSION),
            "пункт 2 Методики / пункт 2 Методики",
            ('ссылки ведут к разным элементам: в акте – "пункте 1", '
            'в типовом акте – "приложении 1"'),
        )
    ],
    "model-references-given": [
        (
            "the model names the clause",
            clauses(PLAN, "Сессия проводится в установленном порядке после оценки служащего."),
            clauses(PLAN, "Сессия проводится в порядке, установленном пунктом 9, после оценки "
                          "служащего."),
            "пункт 2 Методики / пункт 2 Методики",
            "ссылки типового акта в акте нет: пунктом 9",
        )
    ],
    "model-measures": [
        (
            "calendar days for working days",
            clauses("Жалоба подается в течение десяти календарных дней после оценки."),
            clauses("Жалоба подается в течение десяти рабочих дней после оценки."),
            "пункт 1 Методики / пункт 1 Методики",
            ('единица срока расходится: в акте – "десяти календарных дней", '
            'в типовом акте – "десяти рабочих дней"'),
        )
    ],
    "model-meaning": [
        (
            "a negation less",
            clauses("Самооценка при выведении итоговой оценки учитывается."),
            clauses("Самооценка при выведении итоговой оценки не учитывается."),
            "пункт 1 Методики / пункт 1 Методики",
            'смысл нормы может расходиться (отрицание): в акте – "–", в типовом акте – "не"',
        ),
        (
            "every year for every quarter",
            clauses("Оценка служащего проводится ежегодно оценивающим лицом."),
            clauses("Оценка служащего проводится ежеквартально оценивающим лицом."),
            "пункт 1 Методики / пункт 1 Методики",
            None,
        ),
    ],
    "model-tables": [
        (
            "a row",
            form(HEAD, ROW),
            form(HEAD, ROW, OTHER),
            "приложение 1 / приложение 1",
            'в таблице 1 нет строки типового акта: "Качество | высокое | без замечаний"',
        ),
        (
            "a column",
            form(HEAD[:2], ROW[:2]),
            form(HEAD, ROW),
            "приложение 1 / приложение 1",
            'в таблице 1 нет графы типового акта: "Ожидаемый результат"',
        ),
        (
            "a figure",
            form(HEAD, (*ROW[:2], "не позднее 7 числа")),
            form(HEAD, ROW),
            "приложение 1 / приложение 1",
            "цифры таблицы 1 расходятся: только в акте – 7; только в типовом акте – 5",
        ),
    ],
    "model-other-bodies": [
        (
            "a post in an akimat",
            entries(item("знание дела;")),
            entries(item("знание дела;"), item("аким района;")),
            "– / абзац второй пункта 1 Методики",
            "названа должность в органе иного вида, в акте такой записи нет",
        )
    ],
    "model-additions": [
        (
            "a clause of one's own",
            clauses(PLAN, SESSION, APPEAL),
            clauses(PLAN, APPEAL),
            "пункт 2 Методики / –",
            "в типовом акте этого нет: добавлено актом",
        )
    ],
    "model-further-rows": [
        (
            "a row of one's own",
            form(HEAD, ROW, OTHER),
            form(HEAD, ROW),
            "приложение 1 / приложение 1",
            'строки таблицы 1 в типовом акте нет: "Качество | высокое | без замечаний"',
        )
    ],
    "model-further-figures": [
        (
            "a deadline of one's own",
            clauses("Протокол размещается в информационной системе в течение 3 рабочих дней."),
            clauses("Протокол размещается в информационной системе."),
            "пункт 1 Методики / пункт 1 Методики",
            "добавлены цифры, которых нет в типовом акте: 3",
        )
    ],
}  # fmt: skip
CASES = [
    pytest.param(rule, *case, id=f"{rule}: {name}")
    for rule, cases in BREAKS.items()
    for name, *case in cases
]


def found(reviewed, model):
    return review(reviewed, model=model, switches=ON)


def places(finding):
    sides = (finding.beside.act, finding.beside.model)
    return " / ".join(address(side.target, "ru") if side else "–" for side in sides)


@pytest.mark.parametrize(("rule", "reviewed", "model", "where", "message"), CASES)
def test_a_rule_finds_what_breaks_it_and_says_where_in_both(rule, reviewed, model, where, message):
    findings = found(reviewed, model)
    assert {one.rule for one in findings} == {rule}
    assert places(findings[0]) == where
    if message:
        assert [one.message for one in findings] == [message]


ACTS = [pytest.param(*case.values[1:3], id=case.id) for case in CASES]


@pytest.mark.parametrize(("reviewed", "model"), ACTS)
def test_and_leaves_an_act_that_is_its_own_model_alone(reviewed, model):
    assert found(model, model) == found(reviewed, reviewed) == ()


def test_every_rule_on_a_model_is_tried():
    assert set(BREAKS) == {name for name in RULES if name.startswith("model-")}


KEPT_ALIKE = {
    "another agency's role": (
        "Индивидуальный план работы составляется руководителем управления.",
        PLAN,
    ),
    "an act is cited that the model does not cite": (
        (
            "Методика разработана согласно пункту 5 статьи 33 Закона Республики Казахстан "
            '"О государственной службе Республики Казахстан" и приказу от 16 января 2018 года № 13.'
        ),
        (
            "Методика разработана согласно Закону Республики Казахстан "
            '"О государственной службе Республики Казахстан" и приказу.'
        ),
    ),
    "a number in figures": (KEPT.replace("три", "3"), KEPT),
}


@pytest.mark.parametrize("name", KEPT_ALIKE)
def test_what_every_agency_words_in_its_own_way_is_no_finding(name):
    own, model = KEPT_ALIKE[name]
    assert found(clauses(own), clauses(model)) == ()


def test_a_reference_follows_the_clause_that_has_another_number():
    model = clauses(PLAN, SESSION, "Срок указан в пункте 2 настоящей Методики.")
    own = clauses(PLAN, APPEAL, SESSION, "Срок указан в пункте 3 настоящей Методики.")
    stale = clauses(PLAN, APPEAL, SESSION, "Срок указан в пункте 2 настоящей Методики.")
    assert {one.rule for one in found(own, model)} == {"model-additions"}
    assert {one.rule for one in found(stale, model)} == {"model-additions", "model-references"}


def test_one_paragraph_typed_as_two_is_the_same_norm():
    whole = with_clauses(clause("1", f"{PLAN} {SESSION} {KEPT}"))
    apart = with_clauses(clause("1", PLAN, part(SESSION), part(KEPT)))
    other = with_clauses(clause("1", PLAN, part(SESSION), part(KEPT.replace("три", "пять"))))
    assert found(whole, apart) == found(apart, whole) == ()
    assert [one.rule for one in found(other, whole)] == ["model-figures"]


def test_what_decides_and_puts_into_force_is_each_body_s_own():
    other = replace(clauses(PLAN), title="Иной заголовок", body=(clause("1", KEPT),), number="9")
    assert found(other, clauses(PLAN)) == ()


def test_the_article_is_that_of_the_law_on_the_civil_service():
    (finding,) = found(clauses(PLAN), clauses(PLAN, SESSION))
    assert cited(finding.article, "ru", finding.law) == (
        'пункт 5 статьи 33 Закона "О государственной службе Республики Казахстан"'
    )


def test_without_a_model_no_rule_on_it_speaks():
    assert review(clauses(PLAN), switches=ON) == ()


def test_a_model_in_the_other_language_is_refused():
    with pytest.raises(OtherLanguageError, match='The act is in "ru" and the model act in "kk"'):
        review(act("ru"), model=act("kk"))


def test_a_model_that_carries_no_norms_is_refused():
    with pytest.raises(NoNormsError, match="approves no methodology"):
        review(act(), model=act(attachments=()))


def test_a_missing_methodology_is_one_finding():
    without = act(attachments=(appendix("1", table(HEAD, ROW)),))
    model = act(attachments=(methodology(chapter("1", clause("1", PLAN))), *without.attachments))
    assert [one.rule for one in found(without, model)] == ["model-appendices"]


odd = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@odd
@given(building.acts, building.acts)
def test_no_act_however_odd_stops_the_comparison_with_a_model(one, other):
    model = replace(other, lang=one.lang)
    if model.attachments:
        assert all(finding.rule in RULES for finding in found(one, model))
    if one.attachments:
        assert found(one, one) == ()
