"""The commands over data files: template, fill, read, summary."""

from __future__ import annotations

import io
import json
import resource
import stat

import docx
import pytest
from docx.oxml.ns import qn
from openpyxl import load_workbook

import forms
from forms.sheets import sheets_of
from generator.xlsx.template import template

RANKING = forms.find("form-4")


def data_file(tmp_path, people, name="people.xlsx"):
    """A data file of form 4: code to the four marks."""
    (sheet,) = sheets_of(RANKING)
    book = load_workbook(io.BytesIO(template(RANKING)))
    page = book[sheet.title]
    names = [column.name for column in sheet.columns]
    for row, (code, (unit, marks)) in enumerate(people.items(), 4):
        given = {"code": code, "person.kk": f"{code}-қызметші", "person.ru": f"Служащий {code}"}
        given |= {"department.kk": unit, "department.ru": unit}
        given |= {f"mark/{n}": mark for n, mark in enumerate(marks, 1)}
        for key, value in given.items():
            page.cell(row, names.index(key) + 1, value)
    path = tmp_path / name
    book.save(path)
    return path


THREE = {"1": ("A", (4, 4, 4, 3.98)), "2": ("A", (4, 9, 4, 4)), "3": ("B", (2, 3, 2, 3))}


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def text(path):
    document = docx.Document(path)
    return "\n".join(piece.text or "" for piece in document.element.body.iter(qn("w:t")))


def test_a_template_is_written_and_an_unknown_form_refused(adisteme, tmp_path):
    done = adisteme("forms", "template", "form-2", "-o", tmp_path / "t.xlsx")
    assert done.code == 0
    assert load_workbook(tmp_path / "t.xlsx").sheetnames[0] == "Қызметшілер - Служащие"
    assert adisteme("forms", "template", "form-77", "-o", tmp_path / "t.xlsx").code == 2


def test_the_rows_without_errors_are_written_and_the_others_told_by_cell(
    adisteme, tmp_path, profile
):
    data = data_file(tmp_path, THREE)
    done = adisteme(
        "forms", "fill", "form-4", "--agency", profile(), "--data", data, "-o", tmp_path / "out"
    )
    assert done.code == 1
    assert done.err.splitlines() == [
        "2: Қызметшілер - Служащие!P4: row 2: the mark 9 is outside the scale; "
        "expected from 0 to 5 (clause 31)".replace("P4", _cell("mark/2", 5)),
        "Forms filled: 2; people left out because of errors: 1.",
    ]
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == [f"form-4.{code}.{lang}.docx" for code in "13" for lang in ("kk", "ru")]
    assert {mode(path) for path in (tmp_path / "out").iterdir()} == {0o600}
    # (4 + 4 + 4 + 3.98) / 4 = 3.995, which is 4.00
    assert "4,00" in text(tmp_path / "out" / "form-4.1.ru.docx")
    assert "выполняет функциональные обязанности эффективно" in text(
        tmp_path / "out" / "form-4.1.ru.docx"
    )


def _cell(column, row):
    (sheet,) = sheets_of(RANKING)
    at = [each.name for each in sheet.columns].index(column)
    return f"{chr(ord('A') + at)}{row}"


def test_one_file_can_hold_everybody_each_on_a_sheet_of_its_own(adisteme, tmp_path, profile):
    data = data_file(tmp_path, {"1": ("A", (5, 5, 5, 5)), "2": ("A", (4, 4, 4, 4))})
    where = tmp_path / "out"
    arguments = ("--agency", profile(), "--data", data, "--lang", "kk", "--joined", "-o", where)
    assert adisteme("forms", "fill", "form-4", *arguments).code == 0
    assert [path.name for path in where.iterdir()] == ["form-4.kk.docx"]
    assert "1-қызметші" in text(where / "form-4.kk.docx")
    assert "2-қызметші" in text(where / "form-4.kk.docx")
    assert len(docx.Document(where / "form-4.kk.docx").sections) == 2


def test_data_without_anybody_to_write_is_refused_and_writes_nothing(adisteme, tmp_path, profile):
    data = data_file(tmp_path, {"1": ("A", (9, 9, 9, 9))})
    where = tmp_path / "out"
    done = adisteme("forms", "fill", "form-4", "--agency", profile(), "--data", data, "-o", where)
    assert done.code == 2
    assert "the mark 9 is outside the scale" in done.err
    assert "Expected: at least one row without errors." in done.err
    assert not where.exists()


def test_codes_that_no_file_name_can_hold_still_give_files_of_their_own(
    adisteme, tmp_path, profile
):
    people = {
        "../../x": ("A", (5, 5, 5, 5)),
        "..\\..\\x": ("A", (4, 4, 4, 4)),
        "?": ("A", (4,) * 4),
    }
    data = data_file(tmp_path, people)
    where = tmp_path / "out"
    arguments = ("--agency", profile(), "--data", data, "--lang", "ru", "-o", where)
    assert adisteme("forms", "fill", "form-4", *arguments).code == 0
    names = {path.name for path in where.iterdir()}
    assert names == {"form-4.x.ru.docx", "form-4.x.2.ru.docx", "form-4.3.ru.docx"}


def test_many_people_are_written_without_keeping_their_files_in_memory(adisteme, tmp_path, profile):
    data = data_file(tmp_path, {str(n): ("A", (5, 4, 4, 4)) for n in range(60)})
    where = tmp_path / "out"
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    arguments = ("--agency", profile(), "--data", data, "-o", where)
    assert adisteme("forms", "fill", "form-4", *arguments).code == 0
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert len(list(where.iterdir())) == 120
    assert grown < 150_000  # kilobytes


def test_a_form_filled_in_word_is_printed_as_data(adisteme, tmp_path, profile):
    where = tmp_path / "blank"
    arguments = ("--agency", profile(), "--lang", "ru", "--fillable", "-o", where)
    assert adisteme("forms", "blank", "form-4", *arguments).code == 0
    document = docx.Document(where / "form-4.ru.docx")
    for control in document.element.body.iter(qn("w:sdt")):
        properties = control.find(qn("w:sdtPr"))
        name = properties.find(qn("w:tag")).get(qn("w:val")).split(":")[2]
        if name.startswith("mark/") or name == "person":
            properties.remove(properties.find(qn("w:showingPlcHdr")))
            next(control.iter(qn("w:t"))).text = "А. Образцов" if name == "person" else "4,5"
    document.save(where / "filled.docx")
    done = adisteme("forms", "read", where / "filled.docx", "-o", tmp_path / "read.json")
    assert done.code == 0
    assert mode(tmp_path / "read.json") == 0o600
    read = json.loads((tmp_path / "read.json").read_text("utf-8"))
    assert (read["form"], read["lang"], read["values"]["person"]) == ("form-4", "ru", "А. Образцов")
    arguments = ("--agency", profile(), "--data", tmp_path / "read.json", "-o", tmp_path / "out")
    assert adisteme("forms", "fill", "form-4", *arguments).code == 0
    assert "4,50" in text(tmp_path / "out" / "form-4.1.kk.docx")


def test_a_document_that_is_no_filled_form_is_refused(adisteme, tmp_path):
    path = tmp_path / "other.docx"
    docx.Document().save(path)
    done = adisteme("forms", "read", path)
    assert (done.code, done.out) == (2, "")
    assert "no place of a form is filled in it" in done.err


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_a_summary_counts_by_unit_and_names_nobody(adisteme, tmp_path, lang):
    people = {"1": ("A", (4, 4, 4, 4)), "2": ("A", (3, 3, 3, 3)), "3": ("B", (2, 3, 2, 3))}
    data, target = data_file(tmp_path, people), tmp_path / "summary.xlsx"
    target.write_text("open to all")
    arguments = ("--data", data, "--lang", lang, "-o", target)
    assert adisteme("forms", "summary", "form-4", *arguments).code == 0
    assert mode(target) == 0o600
    book = load_workbook(target)
    units, listed = book.worksheets
    rows = [[cell.value for cell in row] for row in units.iter_rows(min_row=4, max_row=6)]
    assert [row[1:] for row in rows] == [
        [2, 0, 3.5, 3, 4, 1, 1, 0, 0],
        [1, 0, 2.5, 2.5, 2.5, 0, 0, 1, 0],
        [3, 0, 3.17, 2.5, 4, 1, 1, 1, 0],
    ]
    assert len(units._charts) == 2  # noqa: SLF001 - openpyxl tells its charts nowhere else
    said = {cell.value for page in book.worksheets for row in page.iter_rows() for cell in row}
    assert [row[0].value for row in listed.iter_rows(min_row=4)] == ["001", "002", "003"]
    assert not any("лужащий 1" in str(value) or "1-қызметші" in str(value) for value in said)


def test_names_stand_in_a_summary_only_where_they_are_asked_for(adisteme, tmp_path):
    data, target = data_file(tmp_path, {"1": ("A", (4,) * 4)}), tmp_path / "summary.xlsx"
    arguments = ("--data", data, "--lang", "ru", "--names", "-o", target)
    assert adisteme("forms", "summary", "form-4", *arguments).code == 0
    assert load_workbook(target).worksheets[1]["A4"].value == "Служащий 1"


def test_a_name_that_begins_like_a_formula_stays_a_name(adisteme, tmp_path):
    data, target = data_file(tmp_path, {"1": ("=1+1", (4,) * 4)}), tmp_path / "summary.xlsx"
    book = load_workbook(data)
    for row in book.worksheets[0].iter_rows(min_row=4):
        for cell in row:
            if cell.value == "=1+1":
                cell.data_type = "s"
    book.save(data)
    adisteme("forms", "summary", "form-4", "--data", data, "-o", target)
    assert load_workbook(target).worksheets[0]["A4"].data_type == "s"


@pytest.mark.parametrize("command", ["fill", "template", "summary"])
@pytest.mark.parametrize(
    "refused",
    [
        ("form-3", "it is a table that is printed as it is"),
        ("form-11", 'Use "adisteme forms minutes".'),
    ],
    ids=["table", "meeting"],
)
def test_a_form_that_no_person_fills_is_refused(adisteme, tmp_path, profile, command, refused):
    form_id, message = refused
    data, target = data_file(tmp_path, THREE), tmp_path / "target"
    agency = ("--agency", profile()) if command == "fill" else ()
    given = () if command == "template" else ("--data", data)
    done = adisteme("forms", command, form_id, *agency, *given, "-o", target)
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert not target.exists()


def test_warnings_about_names_leave_nobody_out(adisteme, tmp_path, profile):
    values = {f"mark/{n}": 4 for n in range(1, 5)}
    people = [
        {"code": "1", "values": {"person": "Aбдрахманов", **values}},
        {"code": "2", "values": {"person": "Aбдрахманов", **values}},
    ]
    data = tmp_path / "people.json"
    data.write_text(json.dumps(people))
    arguments = ("--agency", profile(), "--data", data, "--lang", "kk", "-o", tmp_path / "out")
    done = adisteme("forms", "fill", "form-4", *arguments)
    assert done.code == 0
    assert done.err.splitlines() == [
        '1: the word "Aбдрахманов" has Latin letters among Cyrillic ones: A',
        '2: the word "Aбдрахманов" has Latin letters among Cyrillic ones: A',
        '2: "Aбдрахманов" stands under the code "1" too; unless they are namesakes, take one out',
        "Forms filled: 2; people left out because of errors: 0.",
    ]
    assert len(list((tmp_path / "out").iterdir())) == 2
