"""The forms as data: complete, in both languages, free of the damage of their sources."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from itertools import pairwise

import msgspec
import pytest

import forms
from forms.definitions import (
    BlankRows,
    FixedRow,
    FormDefinition,
    Legend,
    Summary,
    Table,
    WordFileError,
    _check_scale,
    groups,
    scale_of,
    scales,
)
from forms.grid import leaves
from model import Both

FORMS = forms.catalogue()
CURRENT = [f"form-{number}" for number in range(1, 9)]
SURVEYS = [("form-5", "form-7", 12), ("form-6", "form-8", 8)]
SLOT = re.compile(r"\{[^{}]*\}")

every_form = pytest.mark.parametrize("form", FORMS, ids=[form.id for form in FORMS])


def table_of(form_id: str) -> Table:
    (table,) = forms.find(form_id).tables()
    return table


def texts(value: object) -> list[Both]:
    """Every pair of words in a definition, its own provenance left out."""
    if isinstance(value, Both):
        return [value]
    if isinstance(value, tuple):
        return [text for one in value for text in texts(one)]
    if isinstance(value, msgspec.Struct):
        fields = [field for field in value.__struct_fields__ if field != "source"]
        return [text for field in fields for text in texts(getattr(value, field))]
    return []


def test_the_folder_is_the_catalogue_current_forms_first():
    ids = [form.id for form in FORMS]
    assert ids == [*CURRENT, "behaviour-indicators", "form-9", "form-10", "form-11"]


def test_no_two_forms_share_an_id_or_a_number_of_one_edition():
    assert max(Counter(form.id for form in FORMS).values()) == 1
    assert max(Counter((form.edition, form.number) for form in FORMS).values()) == 1


def test_the_current_edition_has_forms_one_to_eight_in_order():
    assert [form.number for form in forms.of_edition()] == [str(n) for n in range(1, 9)]


def test_an_edition_that_is_not_there_has_no_forms():
    assert forms.of_edition("1998") == ()


def test_a_form_is_found_by_its_id():
    assert forms.find("form-4").title.ru == "Лист оценки по методу ранжирования"


def test_an_unknown_form_is_refused_with_the_list_of_known_ones():
    with pytest.raises(forms.UnknownFormError) as refusal:
        forms.find("form-99")
    assert str(refusal.value) == (
        'There is no form "form-99"; expected one of: form-1, form-2, form-3, form-4, form-5, '
        "form-6, form-7, form-8, behaviour-indicators, form-9, form-10, form-11."
    )


def test_a_form_with_a_scale_that_is_not_there_is_refused_by_name():
    form = msgspec.structs.replace(forms.find("form-2"), id="form-2", scale="stars")
    with pytest.raises(WordFileError) as refusal:
        _check_scale(form)
    assert "form-2.yaml" in str(refusal.value)
    assert 'the scale "stars" is not one of: answers, attained, marks' in str(refusal.value)


@every_form
def test_words_stand_in_both_languages_or_in_neither(form: FormDefinition):
    assert [text for text in texts(form) if bool(text.kk) != bool(text.ru)] == []


@every_form
def test_both_languages_leave_the_same_places_to_write_on(form: FormDefinition):
    marks = ("{blank", "*")
    uneven = [
        text
        for text in texts(form)
        if [text.kk.count(mark) for mark in marks] != [text.ru.count(mark) for mark in marks]
    ]
    assert uneven == []


@every_form
def test_both_languages_name_the_same_figures(form: FormDefinition):
    figure = re.compile(r"\d+(?:,\d+)?")
    uneven = [
        text
        for text in texts(form)
        if sorted(figure.findall(text.kk)) != sorted(figure.findall(text.ru))
    ]
    assert uneven == []


@every_form
def test_no_latin_letter_stands_in_the_words(form: FormDefinition):
    words = [SLOT.sub("", words) for text in texts(form) for words in (text.kk, text.ru)]
    assert [text for text in words if re.search("[A-Za-z]", text)] == []


@every_form
def test_no_kazakh_letter_stands_in_the_russian_words(form: FormDefinition):
    assert [text.ru for text in texts(form) if re.search("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]", text.ru)] == []


@every_form
def test_typing_is_clean(form: FormDefinition):
    untidy = re.compile(r"  |\s[,;:.!?]|\( | \)|[«»“”„]|\.;|;;|^\s|\s$|^[-–—]")
    words = [words for text in texts(form) for words in (text.kk, text.ru)]
    assert [text for text in words if untidy.search(text)] == []


@every_form
def test_a_dash_between_words_is_an_en_dash(form: FormDefinition):
    words = [words for text in texts(form) for words in (text.kk, text.ru)]
    assert [text for text in words if re.search(r"\s[-—]\s|\w- |\w -\w", text)] == []


@every_form
def test_columns_of_a_table_have_keys_of_their_own(form: FormDefinition):
    for table in form.tables():
        keys = [column.key for column in leaves(table.columns)]
        assert len(keys) == len(set(keys))


@every_form
def test_the_source_of_each_language_is_named(form: FormDefinition):
    assert form.source.kk
    assert form.source.ru


@pytest.mark.parametrize(("sheet", "count"), [("form-5", 12), ("form-6", 8)])
def test_a_survey_asks_three_different_questions_about_every_competence(sheet, count):
    asked = list(groups(table_of(sheet)))
    questions = [row for group in asked for row in group.rows]
    assert len(asked) == count
    assert [len(group.rows) for group in asked] == [3] * count
    assert len({question[0].kk for question in questions}) == 3 * count
    assert len({question[0].ru for question in questions}) == 3 * count


@pytest.mark.parametrize(("sheet", "result", "count"), SURVEYS, ids=["heads", "employees"])
def test_a_result_form_lists_the_competences_of_its_sheet(sheet, result, count):
    asked = [(group.number, group.name) for group in groups(table_of(sheet))]
    listed = [row.cells for row in table_of(result).rows if isinstance(row, FixedRow)]
    assert listed == asked
    assert [number for number, _ in asked] == [str(n) for n in range(1, count + 1)]


def test_employees_are_asked_about_competences_of_heads_under_the_same_names():
    heads = {group.name for group in groups(table_of("form-5"))}
    assert {group.name for group in groups(table_of("form-6"))} < heads


def test_ethics_is_not_asked_about_with_the_questions_about_changes():
    by_name = {group.name.ru: group.rows for group in groups(table_of("form-5"))}
    ethics = by_name["Соблюдение этических норм и принципов"]
    assert ethics[0][0].kk.startswith("Әдеп кодексіне сәйкес")
    assert not set(ethics) & set(by_name["Управление изменениями"])


@pytest.mark.parametrize("form_id", ["form-5", "form-6"])
def test_a_survey_closes_every_competence_with_its_mean_and_prints_the_answers(form_id):
    assert table_of(form_id).group_summary == Both(
        kk="{competence} бойынша орташа баға", ru='Средняя оценка по компетенции "{competence}"'
    )
    assert any(isinstance(block, Legend) for block in forms.find(form_id).blocks)


@pytest.mark.parametrize("form_id", ["form-7", "form-8"])
def test_a_result_form_keeps_a_place_for_the_chart(form_id):
    assert table_of(form_id).chart == Both(kk="Паутинка", ru="Паутинка")


def test_eleven_competences_have_behaviours_of_two_categories_each():
    table = table_of("behaviour-indicators")
    described = list(groups(table))
    assert len(described) == 11
    assert [len(group.rows) for group in described] == [2] * 11
    for group in described:
        assert [row[0] if isinstance(row[0], str) else row[0].kk for row in group.rows] == [
            "Е-2; Е-3 (құрылымдық бөлімшенің басшысы)",
            "Е-3*; Е-4",
        ]
        assert all(len(row) == 3 and row[1] and row[2] for row in group.rows)


def test_behaviours_of_a_cell_are_separated_by_semicolons_and_end_in_a_full_stop():
    cells = [
        cell
        for group in groups(table_of("behaviour-indicators"))
        for row in group.rows
        for cell in row[1:]
    ]
    for cell in cells:
        for lang in ("kk", "ru"):
            endings = "".join(paragraph.of(lang)[-1] for paragraph in cell)
            assert endings == ";" * (len(cell) - 1) + "."


def test_the_indicator_sheet_has_planned_actual_percent_and_mark_by_quarter():
    first, continued = forms.find("form-2").tables()
    keys = [column.key for column in leaves(first.columns) + leaves(continued.columns)]
    by_quarter = [
        f"{name}-{quarter}"
        for name in ("planned", "actual", "percent", "mark")
        for quarter in (1, 2, 3, 4)
    ]
    assert keys == ["number", "indicator", "unit", *by_quarter]
    assert rows_to_fill(first) == rows_to_fill(continued)


def rows_to_fill(table: Table) -> int:
    return sum(len(row.numbers) for row in table.rows if isinstance(row, BlankRows))


def test_ranking_has_four_parameters_and_a_mean():
    *parameters, mean = table_of("form-4").rows
    assert [row.cells[0].ru[:2] for row in parameters] == ["1.", "2.", "3.", "4."]
    assert mean == Summary(Both(kk="Орташа қорытынды баға", ru="Средняя итоговая оценка"), 2)


def test_the_bands_of_the_results_leave_no_mark_out():
    bands = scales()["marks"].results
    assert [(str(band.lowest), str(band.highest)) for band in bands] == [
        ("4", "5"),
        ("3", "3.99"),
        ("2", "2.99"),
        ("0", "1.99"),
    ]
    for upper, lower in pairwise(bands):
        assert upper.lowest - lower.highest == Decimal("0.01")


def test_the_table_of_permitted_marks_prints_the_figures_of_its_scale():
    form = forms.find("form-3")
    scale = scale_of(form)
    assert scale is not None
    (table,) = form.tables()
    printed = [row.cells for row in table.rows if isinstance(row, FixedRow)]
    for (_, percent, mark), permitted in zip(printed, scale.permitted, strict=True):
        assert figures(percent)[0] == permitted.percent
        assert figures(mark) == [permitted.lowest, permitted.highest]


def figures(text: Both) -> list[Decimal]:
    return [Decimal(found.replace(",", ".")) for found in re.findall(r"\d+(?:,\d+)?", text.ru)]


def test_a_permitted_mark_grows_by_one_for_every_twenty_per_cent():
    for permitted in scales()["marks"].permitted:
        assert permitted.percent / 20 in {permitted.lowest, Decimal(0)}


def test_five_answers_take_the_marks_one_to_five_in_their_order():
    answers = scales()["answers"].answers
    assert [answer.mark for answer in answers] == [1, 2, 3, 4, 5]
    assert [answer.text.ru for answer in answers] == [
        "компетенция не проявляется",
        "компетенция проявляется редко",
        "компетенция проявляется в половине случаев",
        "компетенция проявляется в большинстве случаев",
        "компетенция проявляется всегда",
    ]
