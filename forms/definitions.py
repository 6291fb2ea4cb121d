"""The appendix forms as data: what a form consists of, and the shelf on which all forms stand.

A form is one file of ``forms/definitions``: its Kazakh and Russian words side by side, its
blocks in the order in which they are printed. The folder is walked; nothing is listed by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Literal

from lexicon.data import WordFileError, load
from model import AdistemeError, Both
from model.act import Value

_ROOM = Path(__file__).parent

CURRENT = "current"

CellText = str | Both | tuple[Both, ...]
"""Words of a cell: the same in both languages, in each language, or several paragraphs."""


class UnknownFormError(AdistemeError):
    """A form id that no file carries."""

    template = 'There is no form "%(form)s"; expected one of: %(known)s.'


class Column(Value, frozen=True):
    """A column by its head; a head with columns of its own stands over them.

    ``key`` names the column for programs and is unique in its table.
    """

    key: str
    head: Both
    columns: tuple[Column, ...] = ()


class BlankRows(Value, frozen=True, tag_field="row", tag="blank"):
    """Rows to be filled in, one per number; an empty number is an unnumbered row."""

    numbers: tuple[str, ...]


class FixedRow(Value, frozen=True, tag_field="row", tag="fixed"):
    """A row with printed words; cells that are not named are blank."""

    cells: tuple[CellText, ...]


class Group(Value, frozen=True, tag_field="row", tag="group"):
    """Rows that share their first cells: a competence with its questions or behaviours."""

    name: Both
    rows: tuple[tuple[CellText, ...], ...]
    number: str | None = None


class Summary(Value, frozen=True, tag_field="row", tag="summary"):
    """A row whose words run over the first ``span`` columns."""

    text: Both
    span: int


TableRow = BlankRows | FixedRow | Group | Summary


class Line(Value, frozen=True, tag_field="block", tag="line"):
    """A paragraph of the form; ``{blank}`` is a place to write on."""

    text: Both


class Remark(Value, frozen=True, tag_field="block", tag="note"):
    """An explanation printed under or above a table."""

    text: Both


class Legend(Value, frozen=True, tag_field="block", tag="legend"):
    """The answers of the form's scale, one under the other."""


class Table(Value, frozen=True, tag_field="block", tag="table"):
    """A table: heads, rows, and what stands beside or under them.

    ``group_summary`` closes every group, ``{competence}`` being the group's name. ``chart`` is
    the caption of the place for a chart: a last column that all rows of the body share.
    """

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    group_summary: Both | None = None
    chart: Both | None = None


class Signatures(Value, frozen=True, tag_field="block", tag="signatures"):
    """Two signatures side by side, a line per line."""

    left: tuple[Both, ...]
    right: tuple[Both, ...]


Block = Line | Remark | Legend | Table | Signatures


class Answer(Value, frozen=True):
    """An answer of a questionnaire and the mark that it gives."""

    mark: int
    text: Both


class Band(Value, frozen=True):
    """A result and the marks that give it, both ends included."""

    lowest: Decimal
    highest: Decimal
    result: Both


class PermittedMark(Value, frozen=True):
    """The marks that may be given from a percentage of realisation on, up to the next one."""

    percent: Decimal
    lowest: Decimal
    highest: Decimal


class Scale(Value, frozen=True):
    """How a form is scored.

    ``source`` names the clause the figures come from, or says that they are a draft.
    """

    lowest: Decimal
    highest: Decimal
    source: str
    answers: tuple[Answer, ...] = ()
    results: tuple[Band, ...] = ()
    permitted: tuple[PermittedMark, ...] = ()


class FormDefinition(Value, frozen=True, kw_only=True):
    """One appendix form of one edition, blank, in both languages.

    ``source`` says where the words of each language come from. ``stamp`` are the lines under
    the appendix number in the right upper corner. ``scale`` is a name in ``scales.yaml``;
    ``None`` for a form that gives no marks. ``method`` says how a filled form is counted, ``None``
    where nothing is; "meeting": the form tells of many people. ``questionnaire`` is the form whose
    answers a result form sums up.
    """

    id: str
    edition: str
    number: str
    kind: Literal["form", "table"]
    title: Both
    source: Both
    stamp: tuple[Both, ...] = ()
    scale: str | None = None
    method: Literal["indicators", "ranking", "answers", "survey", "attained", "meeting"] | None = (
        None
    )
    questionnaire: str | None = None
    blocks: tuple[Block, ...]

    def tables(self) -> tuple[Table, ...]:
        """The tables of the form, in order; signatures are not tables here."""
        return tuple(block for block in self.blocks if isinstance(block, Table))


@lru_cache(maxsize=1)
def catalogue() -> tuple[FormDefinition, ...]:
    """All forms: the current edition first, then by edition; within it by number.

    Raises:
        WordFileError: a file cannot be read as a form, or names a scale that is not there.
    """
    forms = [load(path, FormDefinition) for path in sorted(_ROOM.glob("definitions/*.yaml"))]
    for form in forms:
        _check_scale(form)
    return tuple(sorted(forms, key=_place))


def _place(form: FormDefinition) -> tuple[bool, str, int, str]:
    return (form.edition != CURRENT, form.edition, int(form.number.split("-")[0]), form.number)


def find(form_id: str) -> FormDefinition:
    """The form with this id.

    Raises:
        UnknownFormError: no form has it; the message lists the ids that exist.
    """
    for form in catalogue():
        if form.id == form_id:
            return form
    raise UnknownFormError(form=form_id, known=", ".join(form.id for form in catalogue()))


def of_edition(name: str = CURRENT) -> tuple[FormDefinition, ...]:
    """The forms of one edition in the order of their numbers; empty for an unknown edition."""
    return tuple(form for form in catalogue() if form.edition == name)


@lru_cache(maxsize=1)
def scales() -> dict[str, Scale]:
    """The scales by name.

    Raises:
        WordFileError: ``scales.yaml`` does not hold scales.
    """
    return load(_ROOM / "scales.yaml", dict[str, Scale])


def scale_of(form: FormDefinition) -> Scale | None:
    """How the form is scored; ``None`` for a form that gives no marks."""
    return None if form.scale is None else scales()[form.scale]


def _check_scale(form: FormDefinition) -> None:
    if form.scale is not None and form.scale not in scales():
        detail = f'the scale "{form.scale}" is not one of: {", ".join(sorted(scales()))}'
        raise WordFileError(file=f"{form.id}.yaml", detail=detail)


def groups(table: Table) -> Iterator[Group]:
    """The groups of a table, in order."""
    return (row for row in table.rows if isinstance(row, Group))
