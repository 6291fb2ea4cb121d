"""Data files: workbook, CSV and JSON give the same people; a fault is named by its cell."""

from __future__ import annotations

import io
import json
from datetime import datetime

import docx
import pytest
from openpyxl import Workbook, load_workbook

import forms
from forms.filling import filled
from forms.findings import worded
from forms.reckoning import reckon
from forms.records import checked, namesakes, records
from forms.sheets import FormOfMeetingError, NothingToFillError, sheets_of
from forms.spreadsheet import ColumnMissingError, DataFileError
from generator.xlsx.template import template
from model import Both

RANKING = forms.find("form-4")
PLAN = forms.find("form-2")
RESULT = forms.find("form-8")
(PEOPLE,) = sheets_of(RANKING)


def book(form):
    return load_workbook(io.BytesIO(template(form)))


def saved(workbook):
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def put(page, sheet, row, **given):
    names = [column.name for column in sheet.columns]
    for name, value in given.items():
        page.cell(row, names.index(name) + 1, value)


def ranking(**more):
    marks = {f"mark/{n}": 4 for n in (1, 2, 3, 4)}
    return {"code": "001", "person.kk": "А. Үлгі", "person.ru": "А. Образцов", **marks, **more}


def one(**more):
    workbook = book(RANKING)
    put(workbook[PEOPLE.title], PEOPLE, 4, **ranking(**more))
    (record,) = records(RANKING, saved(workbook), "people.xlsx")
    return record


def said(record):
    found = (*record.findings, *checked(record), *reckon(RANKING, record).findings)
    return [worded(each, "ru") for each in found if each.severity == "error"]


def test_a_row_of_the_workbook_is_a_person():
    record = one(**{"comment/2.ru": "в срок", "since": datetime(2020, 1, 9)})  # noqa: DTZ001 - as a spreadsheet has it
    assert record.code == "001"
    assert record.values["person"] == Both("А. Үлгі", "А. Образцов")
    assert record.values["comment/2"] == Both("", "в срок")
    assert record.text("since") == "2020-01-09"
    assert reckon(RANKING, record).score == 4
    assert said(record) == []


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("mark/2", "хорошо", 'Қызметшілер - Служащие!{cell}: "хорошо" – не число; ожидается 12,5'),
        ("mark/2", True, 'Қызметшілер - Служащие!{cell}: "True" – не число; ожидается 12,5'),
        (
            "mark/3",
            6,
            "{cell}: строка 3: оценка 6 вне шкалы; ожидается оценка от 0 до 5 (пункт 31)",
        ),
        ("since", "31.02.2026", '"31.02.2026" – не дата; ожидается 31.12.2026'),
        (
            "mark/1",
            "=4+0",
            "{cell}: формула не вычислена; откройте файл в табличной программе и сохраните его",
        ),
    ],
)
def test_a_fault_is_told_by_sheet_and_cell(column, value, message):
    record = one(**{column: value})
    names = [each.name for each in PEOPLE.columns]
    cell = f"{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[names.index(column)]}4"
    assert said(record)[0].endswith(message.format(cell=cell))
    assert cell in said(record)[0]


def test_a_comma_in_a_mark_is_a_decimal_comma():
    assert one(**{"mark/1": "3,5"}).text("mark/1") == "3.5"


def test_a_person_without_a_name_is_told():
    assert said(one(**{"person.kk": None, "person.ru": None})) == [
        "Қызметшілер - Служащие!A4: не указаны Ф.И.О. служащего"
    ]


def test_a_code_given_twice_is_told_and_the_first_stays():
    workbook = book(RANKING)
    put(workbook[PEOPLE.title], PEOPLE, 4, **ranking())
    put(workbook[PEOPLE.title], PEOPLE, 5, **ranking(**{"person.ru": "Б. Другой"}))
    first, second = records(RANKING, saved(workbook), "people.xlsx")
    assert first.findings == ()
    assert worded(second.findings[0], "en") == (
        'Қызметшілер - Служащие!A5: the code "001" was given before'
    )


def test_rows_belong_to_the_person_with_their_code_in_their_order():
    people, rows = sheets_of(PLAN)
    workbook = book(PLAN)
    put(workbook[people.title], people, 4, **{"code": 1, "person.kk": "А"})
    put(workbook[people.title], people, 5, **{"code": 2, "person.kk": "Б"})
    for row, (code, plan) in enumerate(((2, 10), (1, 20), (2, 30), (9, 40)), 4):
        put(workbook[rows.title], rows, row, **{"code": code, "planned-1": plan})
    first, second, stray = records(PLAN, saved(workbook), "plan.xlsx")
    assert first.text("planned-1/1") == "20"
    assert [second.text(f"planned-1/{n}") for n in (1, 2)] == ["10", "30"]
    assert worded(stray.findings[0], "ru") == (
        'Жолдар - Строки!A7: служащего с кодом "9" нет на листе "Қызметшілер - Служащие"'
    )


def test_questionnaires_come_with_self_assessment_told_apart():
    people, answers = sheets_of(RESULT)
    workbook = book(RESULT)
    put(workbook[people.title], people, 4, **{"code": 1, "person.kk": "А"})
    for row in range(4, 8):
        own = "иә / да" if row == 7 else None
        put(workbook[answers.title], answers, row, code=1, respondent=f"r{row}", itself=own)
        for column in answers.columns[3:]:
            put(workbook[answers.title], answers, row, **{column.name: 1 if own else 5})
    (record,) = records(RESULT, saved(workbook), "answers.xlsx")
    done = reckon(RESULT, record)
    assert [each.itself for each in record.respondents] == [False, False, False, True]
    assert (done.score, done.findings) == (5, ())


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1251"])
def test_a_csv_is_read_by_the_heads_of_either_language(separator, encoding):
    heads = ["Код", "person.ru", *(PEOPLE.columns[n].label.ru for n in _marks())]
    lines = [heads, ["7", "А. Образцов", *("4" for _ in _marks())]]
    text = "\r\n".join(separator.join(f'"{cell}"' for cell in line) for line in lines)
    (record,) = records(RANKING, text.encode(encoding), "people.csv")
    assert record.code == "7"
    assert reckon(RANKING, record).score == 4


def _marks():
    return [n for n, column in enumerate(PEOPLE.columns) if column.kind == "mark"]


def test_json_as_it_is_read_back_gives_the_same_person():
    values = {"person": {"kk": "А. Үлгі", "ru": "А. Образцов"}}
    values |= {f"mark/{n}": mark for n, mark in ((1, 4), (2, 4.5), (3, "3,5"), (4, "4"))}
    data = json.dumps([{"form": "form-4", "code": "1", "values": values}]).encode()
    (record,) = records(RANKING, data, "people.json")
    assert reckon(RANKING, record).score == 4
    assert record.values["person"] == Both("А. Үлгі", "А. Образцов")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"PK\x03\x04 nothing", "it is not a workbook"),
        (b'{"values": 5}', "Expected `object`"),
        (b'{"form": "form-9", "values": {}}', 'it is data of the form "form-9"'),
        (b'{"values"', "Input data was truncated"),
        (b"\x98\xff\xfe\x00", "it is neither UTF-8 nor Windows-1251 text"),
    ],
    ids=["zip", "shape", "form", "json", "bytes"],
)
def test_what_is_no_data_file_is_refused_by_name(data, problem):
    with pytest.raises(DataFileError) as caught:
        records(RANKING, data, "people.xlsx")
    assert str(caught.value).startswith(f"The data file people.xlsx cannot be used: {problem}")


def test_a_workbook_without_the_sheet_says_which_sheets_it_has():
    with pytest.raises(
        DataFileError, match='it has no sheet "Қызметшілер - Служащие", only: Sheet'
    ):
        records(RANKING, saved(Workbook()), "other.xlsx")


def test_a_sheet_without_codes_says_which_columns_it_has():
    with pytest.raises(ColumnMissingError) as caught:
        records(RANKING, "Имя,Оценка\nА,5\n".encode(), "people.csv")
    assert 'has no column "Код" on the sheet' in str(caught.value)
    assert "Columns found: Имя, Оценка." in str(caught.value)


def test_an_empty_data_file_has_no_people():
    assert records(RANKING, template(RANKING), "people.xlsx") == ()
    assert records(RANKING, b"[]", "people.json") == ()


@pytest.mark.parametrize(
    "form",
    [f for f in forms.catalogue() if f.kind == "form" and f.method != "meeting"],
    ids=lambda f: f.id,
)
def test_a_data_file_has_locked_heads_in_both_languages_and_open_columns(form):
    workbook = book(form)
    for sheet in sheets_of(form):
        page = workbook[sheet.title]
        assert page.protection.sheet
        assert page.row_dimensions[1].hidden
        assert [cell.value for cell in page[1]] == [column.name for column in sheet.columns]
        assert all(cell.protection.locked for row in page["1:3"] for cell in row)
        assert not page.column_dimensions["B"].protection.locked


def test_marks_and_answers_are_checked_while_they_are_typed():
    rules = book(RANKING)[PEOPLE.title].data_validations.dataValidation
    marks = [rule for rule in rules if rule.operator == "between"]
    assert len(marks) == 4
    assert {(rule.formula1, rule.formula2) for rule in marks} == {("0", "5")}
    workbook = book(RESULT)
    listed = [row[0].value for row in workbook["lists"]["A1:A5"]]
    assert listed[0] == "құзырет көрінбейді / компетенция не проявляется"
    assert workbook["lists"].sheet_state == "hidden"


def test_a_workbook_of_another_form_is_refused_by_its_form():
    with pytest.raises(DataFileError, match='it is data of the form "form-2"'):
        records(RANKING, template(PLAN), "plan.xlsx")


def test_a_word_document_is_no_workbook():
    out = io.BytesIO()
    docx.Document().save(out)
    with pytest.raises(DataFileError, match="it is not a workbook"):
        records(RANKING, out.getvalue(), "form.docx")


@pytest.mark.parametrize(
    ("form_id", "error", "message"),
    [
        ("form-3", NothingToFillError, "it is a table that is printed as it is"),
        ("behaviour-indicators", NothingToFillError, "Expected one of: form-1, form-2, form-4"),
        ("form-11", FormOfMeetingError, 'Use "adisteme forms minutes"'),
    ],
)
@pytest.mark.parametrize("data", [b"[]", b"code\n1\n", b"PK\x03\x04"], ids=["json", "csv", "xlsx"])
def test_a_form_that_no_person_fills_has_no_data_file(form_id, error, message, data):
    with pytest.raises(error) as caught:
        records(forms.find(form_id), data, "people")
    assert message in str(caught.value)


def csv_of(heads, line):
    return f"{';'.join(heads)}\r\n{';'.join(line)}".encode("cp1251", "replace")


@pytest.mark.parametrize(
    ("head", "value"),
    [
        ("Ф.И.О. оцениваемого лица (ru)", Both("", "А. Образцов")),
        ("Ф.И.О. оцениваемого лица (kk)", Both("А. Образцов", "")),
        ("Ф.И.О. оцениваемого лица", Both("", "А. Образцов")),
        ("person.kk", Both("А. Образцов", "")),
    ],
)
def test_a_head_says_in_which_language_its_text_is(head, value):
    (record,) = records(RANKING, csv_of(["Код", head], ["1", "А. Образцов"]), "people.csv")
    assert record.values["person"] == value


def stated(*people):
    return json.dumps([{"code": "1", "values": one} for one in people]).encode()


@pytest.mark.parametrize("name", ["nonsense", "mark/77", "mark/x", "answer/1.1"])
def test_a_place_that_the_form_has_not_is_told(name):
    (record,) = records(RANKING, stated({"person": "А", name: 4}), "p.json")
    assert [worded(one, "en") for one in record.findings] == [
        f'p.json![1].{name}: the form has no place "{name}"'
    ]


def test_rows_of_an_open_table_may_be_any_number():
    (record,) = records(PLAN, stated({"person": "А", "planned-1/12": 4}), "p.json")
    assert record.findings == ()


def test_a_code_given_twice_in_json_is_told_too():
    first, second = records(RANKING, stated({"person": "А"}, {"person": "Б"}), "p.json")
    assert first.findings == ()
    assert worded(second.findings[0], "en") == 'p.json![2].code: the code "1" was given before'


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Aбдрахманов Нурсултан", ['"Aбдрахманов": A']),
        ("John Smith", []),
        ("Ким Sofia", []),
        ("А. Үлгі II", []),
        ("Сeйткaли Aйгуль", ['"Сeйткaли": e, a', '"Aйгуль": A']),
    ],
)
def test_latin_letters_inside_cyrillic_words_are_told(name, told):
    (record,) = records(RANKING, stated({"person": name}), "p.json")
    found = [one.fields for one in checked(record) if one.code == "mixed-letters"]
    assert [f'"{each["met"]}": {each["letters"]}' for each in found] == told
    assert {one.severity for one in checked(record) if one.code == "mixed-letters"} <= {"warning"}


def test_one_name_under_two_codes_is_told_and_kept():
    people = [{"code": str(n), "values": {"person": name}} for n, name in enumerate("АБА", 1)]
    listed = records(RANKING, json.dumps(people).encode(), "p.json")
    ((record, found),) = namesakes(listed)
    assert (record.code, found.severity) == ("3", "warning")
    assert worded(found, "en") == (
        '"А" stands under the code "1" too; unless they are namesakes, take one out'
    )


@pytest.mark.parametrize(
    "name", ['"Қалқан" <ЖШС> & {x} {{y}}', "a\tb", "Ә" * 300, "—", "'=1+1"], ids=range(5)
)
def test_a_name_of_any_letters_is_printed_as_it_is(name):
    (record,) = records(RANKING, stated({"person": name}), "p.json")
    printed = filled(RANKING, reckon(RANKING, record), "ru")
    assert " ".join(name.split()) in (printed.body[0].text or "")


def test_a_merged_head_is_read_by_the_hidden_names():
    workbook = book(RANKING)
    page = workbook[PEOPLE.title]
    put(page, PEOPLE, 4, **ranking())
    page.merge_cells("B2:C3")
    (record,) = records(RANKING, saved(workbook), "people.xlsx")
    assert record.values["person"] == Both("А. Үлгі", "А. Образцов")
