"""Records from an opened data file: one per person, its faults with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from forms.definitions import FormDefinition
from forms.fields import field, is_yes, read, words
from forms.findings import Cell, Finding, finding
from forms.record import Record
from forms.sheets import CODE, Column, Sheet, check_of_people, sheets_of
from forms.spreadsheet import Line, Opened, open_csv, open_xlsx
from forms.stated import from_json
from forms.survey import Respondent
from model import Both

_XLSX = b"PK\x03\x04"
_JSON = (b"{", b"[")
_LATIN = re.compile("[A-Za-z]")
_MIXED = re.compile(r"\b(?=\w*[A-Za-z])(?=\w*[\u0400-\u04ff])[^\W\d_]+\b")


def records(form: FormDefinition, data: bytes, file: str) -> tuple[Record, ...]:
    """The people of a data file, in its order; a fault is a finding of the record it is in.

    Raises:
        DataFileError, ColumnMissingError: the file is no data file of this form.
        NothingToFillError, FormOfMeetingError: the form is not filled for one person.
    """
    check_of_people(form)
    if data.lstrip()[:1] in _JSON:
        return from_json(form, data, file)
    sheets = sheets_of(form)
    if data.startswith(_XLSX):
        return _joined(open_xlsx(data, sheets, file, form.id))
    return _joined(open_csv(data, sheets, file))


def _joined(opened: Sequence[Opened]) -> tuple[Record, ...]:
    """The people with their rows and questionnaires, by code."""
    people, *others = opened
    found: dict[str, Record] = {}
    strays: list[Record] = []
    for line in people.lines:
        record = _person(line, people.sheet)
        if record.code not in found:
            found[record.code] = record
        elif not _repeats(record, found[record.code]):
            fault = _at(finding("same-code-twice", met=record.code), record.cells[CODE])
            strays.append(replace(record, findings=(*record.findings, fault)))
    for one in others:
        _add(one, found, strays, people.sheet)
    return (*found.values(), *strays)


def _repeats(again: Record, before: Record) -> bool:
    """In a CSV a person's own values may be repeated, or left out, beside every row."""
    return all(before.values.get(name) == value for name, value in again.values.items())


def _at(one: Finding, cell: Cell) -> Finding:
    return replace(one, cell=cell)


def _person(line: Line, sheet: Sheet) -> Record:
    values, cells, faults = _values(line, sheet.columns, None)
    first = line[CODE].cell if CODE in line else next(iter(line.values())).cell
    code = _code(line)
    if not code:
        faults.append(_at(finding("missing-code"), first))
    return Record(code or first.cell, values, (), {CODE: first, **cells}, tuple(faults))


def _code(line: Line) -> str:
    given = line.get(CODE)
    if given is None or isinstance(given.value, Finding):
        return ""
    said = read("code", given.value)
    return said if isinstance(said, str) else ""


def _values(
    line: Line, columns: Iterable[Column], row: str | None
) -> tuple[dict[str, Both], dict[str, Cell], list[Finding]]:
    values: dict[str, Both] = {}
    cells: dict[str, Cell] = {}
    faults: list[Finding] = []
    for column in columns:
        given = line.get(column.name)
        if given is None or column.name == CODE:
            continue
        said = given.value if isinstance(given.value, Finding) else read(column.kind, given.value)
        if isinstance(said, Finding):
            faults.append(_at(said, given.cell))
            continue
        place = column.place if row is None else f"{column.place}/{row}"
        values[place] = _both(values.get(place, Both("", "")), said, column)
        cells.setdefault(place, given.cell)
    return values, cells, faults


def _both(before: Both, said: str, column: Column) -> Both:
    if column.lang is None:
        return Both(said, said)
    return replace(before, **{column.lang: said})


def _add(opened: Opened, found: dict[str, Record], strays: list[Record], people: Sheet) -> None:
    turns: dict[str, int] = {}
    for line in opened.lines:
        if not (line.keys() - {CODE}):
            continue
        code = _code(line)
        if code not in found:
            strays.append(_stray(line, code, people))
            continue
        turns[code] = turns.get(code, 0) + 1
        found[code] = _with(found[code], line, opened.sheet, turns[code])


def _stray(line: Line, code: str, people: Sheet) -> Record:
    cell = next(iter(line.values())).cell if CODE not in line else line[CODE].cell
    fault = finding("unknown-person", met=code, sheet=people.title)
    return Record(code, findings=(_at(fault, cell),))


def _with(record: Record, line: Line, sheet: Sheet, turn: int) -> Record:
    if sheet.key == "answers":
        return _with_respondent(record, line, sheet, turn)
    values, cells, faults = _values(line, sheet.columns, str(turn))
    return replace(
        record,
        values={**record.values, **values},
        cells={**record.cells, **cells},
        findings=(*record.findings, *faults),
    )


def _with_respondent(record: Record, line: Line, sheet: Sheet, turn: int) -> Record:
    values, _, faults = _values(line, sheet.columns, None)
    name = values.pop("respondent", Both(str(turn), "")).kk
    word = values.pop("itself", Both("", "")).kk
    itself = is_yes(word)
    if itself is None:
        expected = f"{words('yes').kk} / {words('no').kk}"
        faults.append(_at(finding("bad-choice", met=word, expected=expected), line["itself"].cell))
    answers = {place.partition("/")[2]: both.kk for place, both in values.items()}
    one = Respondent(name, answers, bool(itself))
    return replace(
        record,
        respondents=(*record.respondents, one),
        findings=(*record.findings, *faults),
    )


def checked(record: Record) -> Iterator[Finding]:
    """What a record lacks whatever its form; the cell is that of the code, where there is one."""
    if not record.findings and "person" not in record.values:
        yield replace(finding("missing-person"), cell=record.cells.get(CODE))
    for name, value in record.values.items():
        found = (*_one_language(name, value), *_mixed(value))
        yield from (replace(one, cell=record.cells.get(name)) for one in found)


def _one_language(name: str, value: Both) -> Iterator[Finding]:
    if field(name.partition("/")[0]).two and not (value.kk and value.ru):
        yield finding("one-language-only", name=name)


def _mixed(value: Both) -> Iterator[Finding]:
    """Words with Latin letters between Cyrillic ones: they look right and are never found."""
    for word in dict.fromkeys(_MIXED.findall(f"{value.kk} {value.ru}")):
        letters = ", ".join(dict.fromkeys(_LATIN.findall(word)))
        yield finding("mixed-letters", met=word, letters=letters)


def namesakes(listed: Sequence[Record]) -> Iterator[tuple[Record, Finding]]:
    """Those who stand under a second code with the same name and post; may be namesakes."""
    seen: dict[tuple[str | None, ...], str] = {}
    for one in listed:
        who = tuple(one.text(name) for name in ("person", "post", "department"))
        before = seen.setdefault(who, one.code)
        if who[0] and before != one.code:
            same = finding("same-person-twice", met=who[0], first=before)
            yield one, replace(same, cell=one.cells.get(CODE))
