"""A data file opened: its sheets as rows of cells, from XLSX, CSV or JSON.

Values are as the file has them; what a cell cannot tell (a formula that was never calculated) is
a finding in its place. Columns are known by their hidden names or by either language's heads.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

import msgspec

from forms.findings import Cell, Finding, finding
from forms.sheets import CODE, Column, Sheet
from model import AdistemeError
from model.act import Value

LISTS, FORM_COLUMN = "lists", 4  # the hidden sheet, and where its first row names the form
HEAD_ROWS = 3  # names, Kazakh heads, Russian heads
MOST_UNPACKED = 256 * 1024 * 1024
_ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"})


class DataFileError(AdistemeError):
    """A data file that cannot be opened as one."""

    template = (
        "The data file %(file)s cannot be used: %(problem)s. Expected an XLSX made by "
        '"adisteme forms template", the same sheet as CSV, or JSON as written by '
        '"adisteme forms read".'
    )


class ColumnMissingError(AdistemeError):
    """A sheet without a column that it must have."""

    template = (
        'The data file %(file)s has no column "%(column)s" on the sheet "%(sheet)s". Expected the '
        'columns of "adisteme forms template"; heads may be in Kazakh or Russian. Columns found: '
        "%(found)s."
    )


class Given(Value, frozen=True):
    """A value with its cell; a finding where the cell cannot tell its value."""

    value: Any
    cell: Cell


Line = Mapping[str, Given]
"""One row of a sheet: what is given, by the name of the column. Empty cells are left out."""


class Opened(msgspec.Struct, frozen=True):
    """A sheet that was opened: its rows, in order."""

    sheet: Sheet
    lines: tuple[Line, ...]


def open_csv(data: bytes, sheets: Sequence[Sheet], file: str) -> tuple[Opened, ...]:
    """The rows of a CSV: the columns of all sheets may stand in it side by side.

    Separated by commas, semicolons or tabs; UTF-8 or Windows-1251.

    Raises:
        DataFileError: no table in it.
        ColumnMissingError: a column of the code is not there.
    """
    rows = list(csv.reader(io.StringIO(_decoded(data, file)), _dialect(data)))
    grid = [
        [Given(value, Cell(file, _name(r, c))) for c, value in enumerate(row, 1)]
        for r, row in enumerate(rows, 1)
    ]
    return tuple(_opened(grid, sheet, file) for sheet in sheets)


def _decoded(data: bytes, file: str) -> str:
    for encoding in ("utf-8-sig", "cp1251"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise DataFileError(file=file, problem="it is neither UTF-8 nor Windows-1251 text")


def _dialect(data: bytes) -> type[csv.Dialect]:
    """Spreadsheets of the region separate by semicolons, others by commas."""
    first = data.split(b"\n", 1)[0]

    class Chosen(csv.excel):
        delimiter = max(",;\t", key=lambda sign: first.count(sign.encode()))

    return Chosen


def open_xlsx(data: bytes, sheets: Sequence[Sheet], file: str, form_id: str) -> tuple[Opened, ...]:
    """The rows of a workbook.

    Raises:
        DataFileError: not a workbook, that of another form, or a sheet of the form is not in it.
        ColumnMissingError: a column of the code is not there.
    """
    import openpyxl  # noqa: PLC0415 - slow to load, and not every form is filled from a workbook

    _check_size(data, file)
    try:
        known = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        asked = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False)
        _check_form(known, form_id, file)
        return tuple(_sheet(known, asked, sheet, file) for sheet in sheets)
    except (KeyError, ValueError, TypeError, OSError, zipfile.BadZipFile) as error:
        raise DataFileError(file=file, problem=f"it is damaged ({error})") from error


def _check_form(book: Any, form_id: str, file: str) -> None:  # noqa: ANN401 - a workbook, see below
    """A workbook that says of which form it is must be that form's."""
    if LISTS not in book.sheetnames:
        return
    told = next(book[LISTS].iter_rows(max_row=1, values_only=True), ())
    other = told[FORM_COLUMN - 1] if len(told) >= FORM_COLUMN else None
    if other not in {None, form_id}:
        raise DataFileError(file=file, problem=f'it is data of the form "{other}"')


def _check_size(data: bytes, file: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except zipfile.BadZipFile as error:
        raise DataFileError(file=file, problem="it is not a workbook") from error
    if not any(entry.filename.startswith("xl/") for entry in entries):
        raise DataFileError(file=file, problem="it is not a workbook")
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MOST_UNPACKED:
        raise DataFileError(file=file, problem=f"it unpacks to more than {MOST_UNPACKED} bytes")


def _sheet(known: Any, asked: Any, sheet: Sheet, file: str) -> Opened:  # noqa: ANN401 - workbooks of openpyxl, loaded late
    if sheet.title not in known.sheetnames:
        found = ", ".join(known.sheetnames)
        raise DataFileError(file=file, problem=f'it has no sheet "{sheet.title}", only: {found}')
    pairs = zip_longest(
        known[sheet.title].iter_rows(), asked[sheet.title].iter_rows(), fillvalue=()
    )
    grid = [_cells(sheet.title, r, *pair) for r, pair in enumerate(pairs, 1)]
    return _opened(grid, sheet, file)


def _cells(title: str, row: int, known: Iterable[Any], asked: Iterable[Any]) -> list[Given]:
    """The cells of a row; a formula without a value is told from an empty cell."""
    pairs = zip_longest(known, asked)
    return [
        Given(_value(one, source), Cell(title, _name(row, c)))
        for c, (one, source) in enumerate(pairs, 1)
    ]


def _value(one: Any, source: Any) -> object:  # noqa: ANN401 - a cell holds anything
    value = None if one is None else one.value
    formula = None if source is None else source.value
    if value is None and formula is not None and source.data_type == "f":
        return finding("formula-not-calculated")
    if isinstance(value, str) and value in _ERRORS:
        return finding("formula-error", met=value)
    return value


def _name(row: int, column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def _opened(grid: Sequence[Sequence[Given]], sheet: Sheet, file: str) -> Opened:
    names, start = _heads(grid, sheet)
    if CODE not in names.values():
        found = ", ".join(str(one.value) for one in grid[0] if one.value) if grid else ""
        column = sheet.columns[0].label.kk
        raise ColumnMissingError(file=file, column=column, sheet=sheet.title, found=found or "–")
    return Opened(sheet, tuple(_lines(grid[start:], names)))


def _heads(grid: Sequence[Sequence[Given]], sheet: Sheet) -> tuple[dict[int, str], int]:
    """The name of each column, and where the data begin."""
    names: dict[int, str] = {}
    start = 0
    for r, row in enumerate(grid[:HEAD_ROWS]):
        met = {c: _known(one.value, sheet) for c, one in enumerate(row)}
        here = {c: name for c, name in met.items() if name}
        if here:
            names = here | names
            start = r + 1
    return names, start


def _known(head: object, sheet: Sheet) -> str | None:
    said = " ".join(str(head or "").split()).casefold()
    if not said:
        return None
    return next((c.name for c in sheet.columns if said in _heads_of(c)), None)


def _heads_of(column: Column) -> set[str]:
    """By what a column is known; a head in one language alone is that of the text in it."""
    heads: tuple[str, ...] = (column.label.kk, column.label.ru)
    if column.lang is not None:
        named = [f"{head} ({column.lang})" for head in heads]
        heads = (column.label.of(column.lang), *named)
    return {head.casefold() for head in (column.name, *heads)}


def _lines(rows: Iterable[Sequence[Given]], names: Mapping[int, str]) -> Iterator[Line]:
    for row in rows:
        line = {names[c]: one for c, one in enumerate(row) if c in names and _told(one.value)}
        if line:
            yield line


def _told(value: object) -> bool:
    return isinstance(value, Finding) or (value is not None and str(value).strip() != "")
