"""The words and columns of a comparative table, as data: ``comparative.yaml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from lexicon.data import load
from model import AdistemeError, Both

_SHIPPED = Path(__file__).with_name("comparative.yaml")
_WHOLE = 100

What = Literal["number", "element", "before", "after", "reason"]
USUAL = "usual"


class UnknownTableProfileError(AdistemeError):
    """A set of columns was asked for that is not there."""

    template = (
        'There is no comparative table "%(met)s"; expected one of %(known)s. '
        "Name one of these, or add its columns to generator/comparative.yaml."
    )


class ColumnsError(AdistemeError):
    """Columns that do not make a line."""

    template = (
        'The columns of the comparative table "%(name)s" take %(met)s percent of the line; '
        "together they must take 100. Correct the shares."
    )


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of the file's values: immutable, no key that we do not know."""


class Column(_Data, frozen=True):
    """One column: what it shows, its share of the line, its head."""

    what: What
    percent: Annotated[int, msgspec.Meta(ge=3, le=90)]
    head: Both


class TableProfile(_Data, frozen=True):
    """The columns of a table, from the left."""

    columns: Annotated[tuple[Column, ...], msgspec.Meta(min_length=1)]


class TableWords(_Data, frozen=True):
    """``comparative.yaml``."""

    profiles: dict[str, TableProfile]
    title: Both
    base: Both
    amending: Both
    titled: Both
    absent: Both
    removed: Both
    repealed: Both
    whole_act: Both
    same_reason: Both


@cache
def table_words() -> TableWords:
    """The shipped words and profiles."""
    return load(_SHIPPED, TableWords)


def table_profile(name: str = USUAL) -> TableProfile:
    """A shipped set of columns.

    Raises:
        UnknownTableProfileError: there is none of this name.
        ColumnsError: its columns do not make a whole line.
    """
    profiles = table_words().profiles
    if name not in profiles:
        raise UnknownTableProfileError(met=name, known=", ".join(profiles))
    return _checked(profiles[name], name)


def load_table_profile(path: Path) -> TableProfile:
    """A department's own set of columns: a file with the one key ``columns``.

    Raises:
        WordFileError: not YAML, an unknown key, a value of another kind.
        ColumnsError: the columns do not make a whole line.
    """
    return _checked(load(path, TableProfile), path.name)


def _checked(profile: TableProfile, name: str) -> TableProfile:
    total = sum(column.percent for column in profile.columns)
    if total != _WHOLE:
        raise ColumnsError(name=name, met=total)
    return profile
