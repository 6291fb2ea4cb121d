"""The data file of a form, empty: heads in both languages, lists to choose from, locked heads."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Literal

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from forms.definitions import FormDefinition, Scale, find, scale_of
from forms.fields import words
from forms.sheets import CODE, Column, Sheet, sheets_of
from forms.spreadsheet import FORM_COLUMN, HEAD_ROWS, LISTS
from generator.xlsx.pages import height_of, lay_out, spread
from generator.xlsx.words import hint
from model import LANGUAGES, Both

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_MOST_ROWS = 5000  # to which the lists reach; more people than any of the bodies has
_GREY, _PALE = "D9D9D9", "F2F2F2"
_LINE = Side(style="thin", color="808080")
_WIDTHS = {"code": 10, "text": 28, "date": 14, "check": 12, "answer": 30}
_OTHER_WIDTH = 14
_CHOICES = {"answer": "answers", "check": "checks"}
# The first day that a spreadsheet program counts alike in all its kinds is 1 March 1900 (61).
_LEAST: dict[str, tuple[Literal["decimal", "date"], str]] = {
    "number": ("decimal", "0"),
    "percent": ("decimal", "0"),
    "date": ("date", "61"),
}
_SIZE = 10  # of the letters of a head


def template(form: FormDefinition) -> bytes:
    """The empty data file of a form as XLSX.

    The first row of a sheet names the columns for the program and is hidden; heads are locked,
    the rest may be written on. There is no password.
    """
    book = Workbook()
    if book.active is not None:
        book.remove(book.active)
    for sheet in sheets_of(form):
        _write(book.create_sheet(sheet.title), sheet)
    _lists(book, _scale(form))
    book[LISTS].cell(1, FORM_COLUMN, form.id)
    for sheet in sheets_of(form):
        _validate(book[sheet.title], sheet, form)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _scale(form: FormDefinition) -> Scale | None:
    return scale_of(form if form.questionnaire is None else find(form.questionnaire))


def _write(page: Worksheet, sheet: Sheet) -> None:
    widths = [_width(column) for column in sheet.columns]
    lay_out(page, widths, (2, HEAD_ROWS))
    spread(page, widths)
    for number, column in enumerate(sheet.columns, 1):
        dimension = page.column_dimensions[get_column_letter(number)]
        dimension.protection = Protection(locked=False)
        dimension.number_format = "@" if column.kind in {"code", "text"} else "General"
        for row, text in enumerate((column.name, *_heads(column)), 1):
            _head(page, row, number, text)
        page.cell(HEAD_ROWS, number).comment = Comment(_note(column), "adisteme", 120, 260)
    page.row_dimensions[1].hidden = True
    for row in range(2, HEAD_ROWS + 1):
        heads = (_heads(column)[row - 2] for column in sheet.columns)
        page.row_dimensions[row].height = height_of(zip(heads, widths, strict=True), _SIZE)
    page.freeze_panes = f"B{HEAD_ROWS + 1}"
    page.protection.sheet = True
    page.protection.formatColumns = False


def _width(column: Column) -> int:
    return _WIDTHS.get(column.kind, _OTHER_WIDTH)


def _heads(column: Column) -> tuple[str, str]:
    """Both heads; of a text in two languages each column says which it is."""
    tail = "" if column.lang is None else f" ({column.lang})"
    return f"{column.label.kk}{tail}", f"{column.label.ru}{tail}"


def _head(page: Worksheet, row: int, column: int, text: str) -> None:
    cell = page.cell(row, column, text)
    cell.font = Font(name="Times New Roman", size=_SIZE, bold=row == 2)  # noqa: PLR2004 - the Kazakh head
    cell.fill = PatternFill("solid", fgColor=_GREY if row == 2 else _PALE)  # noqa: PLR2004 - see above
    cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    cell.border = Border(_LINE, _LINE, _LINE, _LINE)
    cell.protection = Protection(locked=True)


def _note(column: Column) -> str:
    said = hint(column.kind)
    return f"{said.kk}\n{said.ru}"


def _lists(book: Workbook, scale: Scale | None) -> None:
    """The choices, on a hidden sheet: a list inside a rule may have 255 letters at most."""
    page = book.create_sheet(LISTS)
    page.sheet_state = "hidden"
    page.protection.sheet = True
    answers = [_both(one.text) for one in scale.answers] if scale else []
    for number, (name, choices) in enumerate(
        (("answers", answers), ("checks", [_both(words("yes")), _both(words("no"))])), 1
    ):
        for row, text in enumerate(choices, 1):
            page.cell(row, number, text)
        if choices:
            letter = get_column_letter(number)
            place = f"{LISTS}!${letter}$1:${letter}${len(choices)}"
            book.defined_names[name] = DefinedName(name, attr_text=place)


def _both(text: Both) -> str:
    return " / ".join(text.of(lang) for lang in LANGUAGES)


def _validate(page: Worksheet, sheet: Sheet, form: FormDefinition) -> None:
    people = sheets_of(form)[0]
    for number, column in enumerate(sheet.columns, 1):
        rule = _rule(column, sheet, people, form)
        if rule is not None:
            letter = get_column_letter(number)
            rule.add(f"{letter}{HEAD_ROWS + 1}:{letter}{_MOST_ROWS}")
            page.add_data_validation(rule)


def _rule(
    column: Column, sheet: Sheet, people: Sheet, form: FormDefinition
) -> DataValidation | None:
    """What a spreadsheet program lets into the column; ``None`` for anything."""
    if column.name == CODE and sheet != people:
        place = f"'{people.title}'!$A${HEAD_ROWS + 1}:$A${_MOST_ROWS}"
        return _told(DataValidation(type="list", formula1=place), column)
    if column.kind in _CHOICES:
        return _told(DataValidation(type="list", formula1=_CHOICES[column.kind]), column)
    if column.kind == "mark":
        return _told(_limits(scale_of(form)), column)
    if column.kind in _LEAST:
        kind, least = _LEAST[column.kind]
        rule = DataValidation(type=kind, operator="greaterThanOrEqual", formula1=least)
        return _told(rule, column)
    return None


def _limits(scale: Scale | None) -> DataValidation:
    lowest, highest = (scale.lowest, scale.highest) if scale else (0, 5)
    return DataValidation(
        type="decimal", operator="between", formula1=str(lowest), formula2=str(highest)
    )


def _told(rule: DataValidation, column: Column) -> DataValidation:
    rule.showErrorMessage = True
    rule.error = _note(column)[:220]
    rule.errorTitle = column.label.kk[:30]
    return rule
