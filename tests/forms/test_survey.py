"""The 360 method, checked against a calculation of its own."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import forms
from forms.findings import worded
from forms.rules import rules_of
from forms.survey import Respondent, mark_of, questions, score_survey

RULES = rules_of()
EMPLOYEE = forms.find("form-6")
HEAD = forms.find("form-5")
ASKED = tuple(questions(EMPLOYEE))


def answered(name, *marks, itself=False):
    """A questionnaire whose answers repeat ``marks``."""
    answers = {q: str(marks[n % len(marks)]) for n, q in enumerate(ASKED)}
    return Respondent(name, answers, itself)


def codes(survey):
    return [one.code for one in survey.findings]


def printed(exact):
    whole = Decimal(exact.numerator) / Decimal(exact.denominator)
    return whole.quantize(Decimal("0.01"), ROUND_HALF_UP)


def test_a_questionnaire_asks_three_questions_on_each_competence():
    assert len(questions(HEAD)) == 36
    assert len(questions(EMPLOYEE)) == 24
    assert list(questions(EMPLOYEE))[:4] == ["1.1", "1.2", "1.3", "2.1"]


@pytest.mark.parametrize(
    ("answer", "mark"),
    [
        ("құзырет көрінбейді", 1),
        ("Компетенция проявляется редко.", 2),
        ("  компетенция   проявляется в половине случаев;", 3),
        ("ҚҰЗЫРЕТ КӨП ЖАҒДАЙДА КӨРІНЕДІ", 4),
        ("5", 5),
        ("6", None),
        ("0", None),
        ("компетенция", None),
        ("", None),
    ],
)
def test_an_answer_is_read_in_either_language_or_as_its_mark(answer, mark):
    assert mark_of(answer, RULES.questionnaire()) == mark


@settings(max_examples=40)
@given(st.lists(st.lists(st.integers(1, 5), min_size=24, max_size=24), min_size=3, max_size=7))
def test_means_are_sums_of_the_respondents_by_their_number(sheets):
    given_ = [
        Respondent(f"r{n}", dict(zip(ASKED, map(str, marks), strict=True)))
        for n, marks in enumerate(sheets)
    ]
    survey = score_survey(EMPLOYEE, given_, RULES)
    exact = [
        Fraction(sum(sum(sheet[3 * c : 3 * c + 3]) for sheet in sheets), 3 * len(sheets))
        for c in range(8)
    ]
    assert [one.mean for one in survey.competences] == [printed(mean) for mean in exact]
    assert survey.score == printed(sum(exact) / 8)
    assert survey.respondents == len(sheets)


def test_self_assessment_is_shown_but_never_counted():
    others = [answered(f"r{n}", 3) for n in range(3)]
    survey = score_survey(EMPLOYEE, [*others, answered("own", 5, itself=True)], RULES)
    assert (survey.score, survey.itself, survey.respondents) == (3, 5, 3)
    assert survey.findings == ()


@pytest.mark.parametrize(
    ("others", "message"),
    [
        (2, "количество респондентов – 2; по методике должно быть не менее 3 (пункт 35)"),
        (8, "количество респондентов – 8; по методике должно быть не более 7 (пункт 35)"),
    ],
)
def test_three_to_seven_respondents_without_the_person_himself(others, message):
    sheets = [answered(f"r{n}", 4) for n in range(others)]
    survey = score_survey(EMPLOYEE, [*sheets, answered("own", 4, itself=True)], RULES)
    assert worded(survey.findings[0], "ru") == message
    assert survey.score == 4


def test_an_open_question_is_named_and_the_mean_is_of_the_answers_given():
    partial = Respondent("r3", {"1.1": "5"})
    survey = score_survey(EMPLOYEE, [answered("r1", 3), answered("r2", 3), partial], RULES)
    assert survey.competences[0].mean == Decimal("3.67")  # (3 + 3 + 5) / 3
    assert survey.competences[1].mean == 3  # two respondents answered
    assert codes(survey) == ["missing-answers", "missing-self-assessment"]
    assert survey.findings[0].fields == {"respondent": "r3", "met": "23"}


def test_an_answer_that_is_none_of_the_five_is_named_with_its_question():
    wrong = Respondent("r3", answered("r3", 4).answers | {"2.1": "иногда"})
    survey = score_survey(EMPLOYEE, [answered("r1", 4), answered("r2", 4), wrong], RULES)
    (one,) = [f for f in survey.findings if f.code == "unknown-answer"]
    assert worded(one, "ru").startswith('вопрос 2.1: варианта ответа "иногда" нет; ожидается: 1 = ')
    assert survey.score == 4


def test_a_survey_without_answers_names_every_competence_and_has_no_score():
    survey = score_survey(EMPLOYEE, [], RULES)
    assert survey.score is None
    assert codes(survey).count("no-competence-score") == 8


def test_the_least_manifested_competences_come_first():
    answers = dict.fromkeys(ASKED, "5") | {f"3.{n}": "1" for n in (1, 2, 3)}
    survey = score_survey(EMPLOYEE, [Respondent(f"r{n}", answers) for n in range(3)], RULES)
    assert survey.least(1)[0].name.ru == "Управление изменениями"
    assert [len(survey.least(n)) for n in (1, 3, 20)] == [1, 3, 8]
