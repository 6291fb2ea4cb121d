"""The data file of a form: its sheets and their columns, derived from the form itself.

One sheet for the people, a row each; one for the numbered rows of their tables; one for the
questionnaires of a result form. The sheets are held together by the person's code.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from forms.blank import marked
from forms.definitions import BlankRows, FormDefinition, catalogue, find, groups
from forms.fields import Kind, field, label, words
from forms.places import Place, places
from model import LANGUAGES, AdistemeError, Both, Lang
from model.act import Value

SheetKey = Literal["people", "rows", "answers"]
CODE = "code"
_MOST_TITLE = 31  # letters of a sheet's name; a spreadsheet program refuses more
_DATED = ("year", "since", "until")


class NothingToFillError(AdistemeError):
    """A form that is printed as it is."""

    template = (
        'Nothing is filled in in the form "%(form)s": it is a table that is printed as it is. '
        'Expected one of: %(known)s. Use "adisteme forms blank" for the table.'
    )


class FormOfMeetingError(AdistemeError):
    """A form that tells of a meeting, not of one person."""

    template = (
        'The form "%(form)s" tells of a meeting, not of one person, so no data file of people '
        'fills it. Expected: the data of the meeting. Use "adisteme forms minutes".'
    )


def check_filled_in(form: FormDefinition) -> None:
    """See that something is filled in in the form.

    Raises:
        NothingToFillError: it is a table that is printed as it is.
    """
    if form.kind == "table":
        known = ", ".join(one.id for one in catalogue() if one.kind == "form")
        raise NothingToFillError(form=form.id, known=known)


def check_of_people(form: FormDefinition) -> None:
    """See that the form is filled for one person after another.

    Raises:
        NothingToFillError: it is a table that is printed as it is.
        FormOfMeetingError: it tells of a meeting.
    """
    check_filled_in(form)
    if form.method == "meeting":
        raise FormOfMeetingError(form=form.id)


class Column(Value, frozen=True):
    """A column; ``place`` is what it fills, ``lang`` the language of a text that has two.

    In the sheet of rows a place has no row yet: the rows of a person follow one another.
    """

    name: str
    label: Both
    kind: Kind
    place: str
    lang: Lang | None = None


class Sheet(Value, frozen=True):
    """A sheet by its key, its title in the file, its columns; the first one is the code."""

    key: SheetKey
    title: str
    columns: tuple[Column, ...]


def sheets_of(form: FormDefinition) -> tuple[Sheet, ...]:
    """The sheets of a form's data file, that of the people first.

    Raises:
        NothingToFillError, FormOfMeetingError: the form is not filled for one person.
    """
    check_of_people(form)
    found = [_sheet("people", _people(form))]
    rows = tuple(_rows(form))
    if rows:
        found.append(_sheet("rows", rows))
    if form.questionnaire is not None:
        found.append(_sheet("answers", _answers(find(form.questionnaire))))
    return tuple(found)


def _sheet(key: SheetKey, columns: Iterator[Column] | tuple[Column, ...]) -> Sheet:
    title = words(key)
    return Sheet(key, f"{title.kk} - {title.ru}"[:_MOST_TITLE], (*_column(CODE), *columns))


def _column(key: str, place: str | None = None, named: Both | None = None) -> Iterator[Column]:
    """The columns of one place: one, or one for each language."""
    own, name, said = field(key), place or key, named or label(key)
    if not own.two:
        yield Column(name, said, own.kind, name)
        return
    for lang in LANGUAGES:
        yield Column(f"{name}.{lang}", said, own.kind, name, lang)


def _people(form: FormDefinition) -> Iterator[Column]:
    asked = _questions(form)
    for key in dict.fromkeys(_own(form)):
        yield from _column(key)
    for place in _printed_rows(form):
        named = label(place.key, place.row, asked.get(place.row or ""))
        yield from _column(place.key, place.name, named)


def _own(form: FormDefinition) -> Iterator[str]:
    """The fields of a person: those of the form's lines and what its method needs besides."""
    yield "person"
    loose = [place.key for place in _places(form) if place.row is None]
    if "person-post" in loose:
        yield "post"
    if "department" not in loose:
        yield "department"
    yield from (key for key in loose if field(key).asked)
    if form.method in {"indicators", "ranking"}:
        yield from _DATED


def _places(form: FormDefinition) -> tuple[Place, ...]:
    return places(marked(form, "kk"))


def _printed_rows(form: FormDefinition) -> Iterator[Place]:
    """The cells beside printed words: parameters, questions."""
    if not is_open(form):
        for place in _places(form):
            if place.row is not None and _asked_row(place):
                yield place


def _asked_row(place: Place) -> bool:
    """Means of competences and the row under a table are worked out."""
    if place.row == "total" or not field(place.key).asked:
        return False
    return field(place.key).kind != "answer" or "." in (place.row or "")


def is_open(form: FormDefinition) -> bool:
    """Whether rows of the form's table are added as needed."""
    return any(isinstance(row, BlankRows) for table in form.tables() for row in table.rows)


def _rows(form: FormDefinition) -> Iterator[Column]:
    if is_open(form):
        keys = dict.fromkeys(place.key for place in _places(form) if place.row is not None)
        for key in keys:
            if field(key).asked:
                yield from _column(key)


def _answers(questionnaire: FormDefinition) -> Iterator[Column]:
    yield from _column("respondent")
    yield from _column("itself")
    for row, question in _questions(questionnaire).items():
        yield from _column("answer", f"answer/{row}", label("answer", row, question))


def _questions(form: FormDefinition) -> dict[str, Both]:
    """The questions of a questionnaire by their row."""
    listed = (group for table in form.tables() for group in groups(table))
    return {
        f"{turn}.{at}": text
        for turn, group in enumerate(listed, 1)
        for at, (text, *_) in enumerate(group.rows, 1)
        if isinstance(text, Both)
    }
