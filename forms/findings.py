"""What is found in an evaluation: the sentence, the clause it rests on, the cell it stands in."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Literal

import msgspec

from forms.rules import Rules
from lexicon.data import load
from lexicon.template import render_template
from lexicon.units import unit
from model.act import Severity, Value

Ui = Literal["kk", "ru", "en"]


class Cited(Value, frozen=True):
    """A sentence of ``findings.yaml`` with what it rests on."""

    severity: Severity
    kk: str
    ru: str
    en: str
    clause: str | None = None

    def of(self, ui: Ui) -> str:
        """The sentence in ``ui``."""
        return str(getattr(self, ui))


class Cell(Value, frozen=True):
    """A cell of the user's file: the sheet by its name, the cell as the program names it."""

    sheet: str
    cell: str


class Finding(Value, frozen=True):
    """One finding; ``clause`` is the number of the edition's clause, ``None`` for bad data."""

    code: str
    severity: Severity
    clause: str | None = None
    fields: Mapping[str, str] = msgspec.field(default_factory=dict)
    cell: Cell | None = None


@lru_cache(maxsize=1)
def sentences() -> dict[str, Cited]:
    """The sentences by code.

    Raises:
        WordFileError: ``findings.yaml`` cannot be used.
    """
    return load(Path(__file__).parent / "findings.yaml", dict[str, Cited])


def finding(code: str, rules: Rules | None = None, **fields: object) -> Finding:
    """A finding with its clause in this edition."""
    said = sentences()[code]
    clause = None if rules is None or said.clause is None else rules.clauses.get(said.clause)
    return Finding(code, said.severity, clause, {k: _said(v) for k, v in fields.items()})


def _said(value: object) -> str:
    """A figure as it is printed: a comma, no idle zeros."""
    return figure(value) if isinstance(value, Decimal) else str(value)


def figure(value: Decimal) -> str:
    """A figure with a decimal comma and no idle zeros: "4", "4,5", "79,99"."""
    text = f"{value.normalize():f}"
    return text.replace(".", ",")


def worded(one: Finding, ui: Ui) -> str:
    """The finding in words, with its cell before and its clause after."""
    said = render_template(sentences()[one.code].of(ui), lambda slot: one.fields[slot.name])
    where = f"{one.cell.sheet}!{one.cell.cell}: " if one.cell else ""
    return f"{where}{said}{_clause(one.clause, ui)}"


def _clause(number: str | None, ui: Ui) -> str:
    if number is None:
        return ""
    named = f"clause {number}" if ui == "en" else unit("clause", number, ui, "nominative")
    return f" ({named})"


def stops(findings: tuple[Finding, ...]) -> bool:
    """Whether one of the findings is an error."""
    return any(one.severity == "error" for one in findings)
