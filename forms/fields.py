"""The fields of the forms: what each is called, what may stand in it, how a value is read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from forms.findings import Finding, figure, finding
from lexicon.data import WordFileError, load
from lexicon.dates import read_date, write_date
from lexicon.template import render_template
from model import LANGUAGES, Both, Lang
from model.act import Value

Kind = Literal[
    "code", "text", "date", "number", "mark", "percent", "answer", "check", "dated", "hand", "made"
]
NUMBERS = frozenset({"number", "mark", "percent"})
DATES = frozenset({"date", "dated"})
_QUARTER = re.compile(r"-([1-4])$")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_MIDNIGHT = re.compile(r"[T ]00:00(?::00)?$")
_EXAMPLES = {"number": "12,5", "date": "31.12.2026"}


class Field(Value, frozen=True):
    """A field; ``two``: it is written in each language on its own."""

    kind: Kind
    label: Both
    two: bool = False

    @property
    def asked(self) -> bool:
        """Whether a data file has it."""
        return self.kind not in {"dated", "hand", "made"}


class _File(Value, frozen=True):
    fields: dict[str, Field]
    words: dict[str, Both]


@lru_cache(maxsize=1)
def _file() -> _File:
    return load(Path(__file__).parent / "fields.yaml", _File)


def words(name: str) -> Both:
    """Words of ``fields.yaml`` by their name."""
    return _file().words[name]


@cache
def field(key: str) -> Field:
    """The field of a place; those of a quarter ("mark-2") are one field.

    Raises:
        WordFileError: ``fields.yaml`` does not have it.
    """
    fields = _file().fields
    found = fields.get(key) or fields.get(_QUARTER.sub("", key))
    if found is None:
        raise WordFileError(file="fields.yaml", detail=f'there is no field "{key}"')
    return found


def label(key: str, row: str | None = None, asked: Both | None = None) -> Both:
    """What the field is called in a data file: "Баға, 2-тоқсан", "Оценка, строка 3".

    ``asked`` is the question that an answer is to.
    """
    own = asked or field(key).label
    quarter = _QUARTER.search(key)
    if quarter and field(key) is not _file().fields.get(key):
        own = _said("quarter", own, quarter=quarter[1])
    if row is None:
        return own
    return _said("question" if asked else "row", own, row=row)


def _said(name: str, own: Both, **named: str) -> Both:
    def of(lang: Lang) -> str:
        filled = named | {"label": own.of(lang)}
        return render_template(words(name).of(lang), lambda slot: filled[slot.name])

    return Both(of("kk"), of("ru"))


def same(text: str) -> Both:
    """The same words in both languages."""
    return Both(text, text)


def read(kind: Kind, given: object) -> str | Finding:
    """A given value as it is kept: a number with a point, a date in ISO, a text trimmed.

    What is not of the kind is a finding; the caller knows the cell.
    """
    if kind in NUMBERS:
        return _number(given)
    if kind in DATES:
        return _date(given)
    if isinstance(given, float) and given.is_integer():
        given = int(given)
    return " ".join(str(given).split())


def _number(given: object) -> str | Finding:
    text = "" if isinstance(given, bool) else re.sub(r"[\s%]", "", str(given))
    try:
        # A float prints the shortest figure that is equal to it: 3.99 stays 3.99.
        plain = Decimal(text.replace(",", ".")) if _NUMBER.fullmatch(text) else Decimal(text)
    except InvalidOperation:
        return finding("bad-number", met=given, expected=_EXAMPLES["number"])
    if not plain.is_finite():
        return finding("bad-number", met=given, expected=_EXAMPLES["number"])
    return f"{plain:f}"


def _date(given: object) -> str | Finding:
    if isinstance(given, datetime):
        return given.date().isoformat()
    if isinstance(given, date):
        return given.isoformat()
    text = _MIDNIGHT.sub("", str(given).strip())
    for reading in (_iso(text), *(read_date(text, lang) for lang in LANGUAGES)):
        if reading is not None:
            return reading
    return finding("bad-date", met=given, expected=_EXAMPLES["date"])


def _iso(text: str) -> str | None:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None


def shown(kind: Kind, value: str, lang: Lang) -> str:
    """A kept value as it is printed in a form."""
    if kind in NUMBERS:
        return figure(Decimal(value))
    if kind in DATES:
        return write_date(value, lang, "numeric")
    return value


def is_yes(given: str) -> bool | None:
    """Whether a word says yes; ``None`` for a word that says neither."""
    told = given.strip().rstrip(".").casefold()
    if told in _either(("yes", "attained"), ("yes", "true", "1", "+")):
        return True
    if told in _either(("no", "not_attained"), ("no", "false", "0", "-", "–", "")):
        return False
    return None


def _either(names: Iterable[str], besides: tuple[str, ...]) -> set[str]:
    ours = (words(name) for name in names)
    return {*besides, *(w for both in ours for w in (both.kk, both.ru, f"{both.kk} / {both.ru}"))}
