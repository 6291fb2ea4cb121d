"""Records from JSON: what ``forms read`` prints, one person or a list of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec.structs import replace

from forms.blank import marked
from forms.definitions import FormDefinition
from forms.fields import field, read
from forms.findings import Cell, Finding, finding
from forms.places import places
from forms.record import Record
from forms.sheets import is_open, sheets_of
from forms.spreadsheet import DataFileError
from forms.survey import Respondent
from model import Both


class _Stated(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A record as JSON writes it."""

    values: dict[str, Both | str | int | float | bool | None]
    code: str | None = None
    form: str | None = None
    lang: str | None = None
    respondents: tuple[Respondent, ...] = ()


def from_json(form: FormDefinition, data: bytes, file: str) -> tuple[Record, ...]:
    """The people of a JSON file, in its order; a fault is a finding of the record it is in.

    Raises:
        DataFileError: not JSON, not of the shape, or data of another form.
    """
    try:
        stated = msgspec.json.decode(data, type=_Stated | list[_Stated])
    except (msgspec.DecodeError, RecursionError) as error:
        raise DataFileError(file=file, problem=str(error)) from error
    listed = stated if isinstance(stated, list) else [stated]
    other = next((one.form for one in listed if one.form not in {None, form.id}), None)
    if other is not None:
        raise DataFileError(file=file, problem=f'it is data of the form "{other}"')
    known = _Known(form)
    records = [_record(one, str(n), file, known) for n, one in enumerate(listed, 1)]
    return tuple(_without_doubles(records, file))


class _Known:
    """The places of a form, those of as many rows as the data have."""

    def __init__(self, form: FormDefinition) -> None:
        listed = places(marked(form, "kk"))
        self._names = {place.name for place in listed}
        self._names |= {column.place for sheet in sheets_of(form) for column in sheet.columns}
        rows = {place.key for place in listed if place.row is not None}
        self._repeated = rows if is_open(form) else set()

    def has(self, name: str) -> bool:
        key, _, row = name.partition("/")
        return name in self._names or (key in self._repeated and row.isdigit())


def _record(one: _Stated, turn: str, file: str, known: _Known) -> Record:
    values: dict[str, Both] = {}
    faults: list[Finding] = []
    for name, given in one.values.items():
        if given is None or given == "":
            continue
        said = _said(name, given) if known.has(name) else finding("unknown-field", met=name)
        if isinstance(said, Finding):
            faults.append(replace(said, cell=Cell(file, f"[{turn}].{name}")))
        else:
            values[name] = said
    return Record(one.code or turn, values, one.respondents, {}, tuple(faults))


def _said(name: str, given: Any) -> Both | Finding:  # noqa: ANN401 - whatever JSON holds
    if isinstance(given, Both):
        return given
    said = read(field(name.partition("/")[0]).kind, given)
    return said if isinstance(said, Finding) else Both(said, said)


def _without_doubles(records: list[Record], file: str) -> Iterator[Record]:
    """A code given again is a fault of the record that comes later, as in a workbook."""
    seen: set[str] = set()
    for turn, one in enumerate(records, 1):
        if one.code in seen:
            fault = finding("same-code-twice", met=one.code)
            cell = Cell(file, f"[{turn}].code")
            yield replace(one, findings=(*one.findings, replace(fault, cell=cell)))
        else:
            yield one
        seen.add(one.code)
