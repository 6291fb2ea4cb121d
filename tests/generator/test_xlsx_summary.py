"""The summary as a spreadsheet program shows it: figures, heads that fit, charts."""

from __future__ import annotations

import io
import os
import random
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

import forms
from forms.reckoning import reckon
from forms.record import Record
from forms.survey import Respondent, questions
from generator.xlsx.pages import height_of
from generator.xlsx.summary import NothingCountedError, render_summary
from generator.xlsx.template import template
from model import Both

CALC = Path("/usr/lib/libreoffice/program/libsclo.so")
needs_calc = pytest.mark.skipif(
    not (CALC.exists() and shutil.which("soffice")) and not os.environ.get("CI"),
    reason="LibreOffice Calc is not installed",
)
RANKING = forms.find("form-4")
RESULT = forms.find("form-7")
BANDS = 4


def ranked(people):
    """Forms of a ranking: unit and four marks."""
    made = []
    for code, (unit, marks) in enumerate(people, 1):
        values = {f"mark/{n}": str(mark) for n, mark in enumerate(marks, 1)}
        named = {"person": f"P{code}", "department": Both(f"{unit} бөлімі", f"Отдел {unit}")}
        made.append(reckon(RANKING, Record(str(code)).having({**named, **values})))
    return made


def some_people(number=60):
    dice = random.Random(5)  # noqa: S311 - figures to count, not secrets
    tenths = [Decimal(n) / 100 for n in range(501)]
    return ranked((dice.choice("АБВ"), dice.choices(tenths, k=4)) for _ in range(number))


def surveyed():
    asked = questions(forms.find("form-5"))
    sheets = tuple(Respondent(f"r{n}", dict.fromkeys(asked, str(3 + n))) for n in range(3))
    return [reckon(RESULT, Record("1", respondents=sheets).having({"person": "P"}))]


def recalculated(data, folder):
    """The workbook as LibreOffice saves it, every formula worked out anew."""
    source = folder / "given.xlsx"
    source.write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    out = folder / "out"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", out, source]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return load_workbook(out / "given.xlsx", data_only=True)


def with_formulas(data):
    """The summary with each figure of its units worked out from the list of people besides."""
    book = load_workbook(io.BytesIO(data))
    units, people = book.worksheets
    last = people.max_row
    unit, score, result = (f"'{people.title}'!${c}$4:${c}${last}" for c in "BCD")
    page = book.create_sheet("check")
    for row in range(4, units.max_row + 1):
        name = "*" if row == units.max_row else f"'{units.title}'!$A{row}"
        asked = f'"{name}"' if name == "*" else name
        page.cell(row, 2, f"=COUNTIF({unit},{asked})")
        page.cell(row, 4, f"=ROUND(AVERAGEIF({unit},{asked},{score}),2)")
        page.cell(row, 5, f"=_xlfn.MINIFS({score},{unit},{asked})")
        page.cell(row, 6, f"=_xlfn.MAXIFS({score},{unit},{asked})")
        for column in range(7, 7 + BANDS):
            head = f"'{units.title}'!${'GHIJ'[column - 7]}$3"
            page.cell(row, column, f"=COUNTIFS({unit},{asked},{result},{head})")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@needs_calc
@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_a_spreadsheet_program_comes_to_the_same_figures(tmp_path, lang):
    book = recalculated(with_formulas(render_summary(RANKING, some_people(), lang)), tmp_path)
    units, _, check = book.worksheets
    compared = [
        (f"{cell.coordinate}", cell.value, pytest.approx(units[cell.coordinate].value, abs=1e-9))
        for row in check.iter_rows(min_row=4)
        for cell in row
        if cell.value is not None
    ]
    assert len(compared) == 4 * (4 + BANDS)
    assert [(at, ours) for at, theirs, ours in compared if theirs != ours] == []


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_a_summary_holds_figures_and_no_formulas(lang):
    """Figures are worked out exactly once, here: no program may round them otherwise."""
    book = load_workbook(io.BytesIO(render_summary(RANKING, some_people(5), lang)))
    cells = [cell for page in book for row in page.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    assert {cell.number_format for cell in cells if isinstance(cell.value, float)} == {"0.00"}


@needs_calc
@pytest.mark.parametrize("form", [f for f in forms.catalogue() if f.id in {"form-2", "form-7"}])
def test_a_spreadsheet_program_keeps_the_checks_of_a_data_file(tmp_path, form):
    given = load_workbook(io.BytesIO(template(form)))
    kept = recalculated(template(form), tmp_path)
    for page in given.worksheets:
        ours = {r.type for r in page.data_validations.dataValidation}
        assert {r.type for r in kept[page.title].data_validations.dataValidation} == ours
        assert kept[page.title].protection.sheet
    assert kept["lists"]["D1"].value == form.id


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_every_row_is_high_enough_for_its_words(lang):
    book = load_workbook(io.BytesIO(render_summary(RANKING, some_people(8), lang)))
    for page in book:
        for row in page.iter_rows(min_row=3):
            widths = [page.column_dimensions[cell.column_letter].width for cell in row]
            texts = [cell.value if isinstance(cell.value, str) else "" for cell in row]
            letters = max(len(t) / w for t, w in zip(texts, widths, strict=True))
            assert page.row_dimensions[row[0].row].height >= letters * 11
        assert page.page_setup.orientation == "landscape"
        assert page.print_title_rows == "$3:$3"


def test_the_heads_of_a_data_file_are_shown_whole():
    book = load_workbook(io.BytesIO(template(RESULT)))
    page = book.worksheets[1]
    for row in (2, 3):
        longest = max(len(cell.value) for cell in page[row])
        widest = max(page.column_dimensions[cell.column_letter].width for cell in page[row])
        assert longest > 100
        assert page.row_dimensions[row].height >= longest / widest * 10


def test_a_wide_data_file_is_printed_on_several_sheets_with_the_code_on_each():
    page = load_workbook(io.BytesIO(template(RESULT))).worksheets[1]
    assert page.page_setup.fitToWidth > 1
    assert page.print_title_cols == "$A:$A"


@pytest.mark.parametrize(
    ("texts", "lines"),
    [
        ([("", 10)], 1),
        ([("word", 10)], 1),
        ([("two words here", 10)], 2),
        ([("a" * 25, 10)], 3),
        ([("short", 10), ("one two three", 5)], 3),
        ([], 1),
    ],
    ids=["empty", "one", "two", "long word", "the highest counts", "no cell"],
)
def test_lines_are_counted_by_words(texts, lines):
    assert height_of(texts, 10) == pytest.approx(lines * 13 + 4)


def test_charts_count_by_ones_up_to_the_highest_mark():
    book = load_workbook(io.BytesIO(render_summary(RESULT, surveyed(), "kk")))
    charts = [chart for page in book for chart in page._charts]  # noqa: SLF001 - openpyxl tells its charts nowhere else
    assert len(charts) == 2
    for chart in charts:
        assert (chart.y_axis.majorUnit, chart.y_axis.scaling.max) == (1, 5)


@pytest.mark.parametrize("form_id", ["form-1", "form-3", "form-9"])
def test_a_form_without_a_score_has_no_summary(form_id):
    with pytest.raises(NothingCountedError) as caught:
        render_summary(forms.find(form_id), [], "kk")
    assert str(caught.value) == (
        f'Nothing is counted in the form "{form_id}", so there is nothing to sum up. Expected one '
        "of: form-2, form-4, form-5, form-6, form-7, form-8, form-10. Name one of these forms."
    )
