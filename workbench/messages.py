"""The language that the program speaks to its user: Kazakh, Russian or English.

English sentences are the message ids; the other two stand in ``locale/``. The choice is made
once per run and is the process's own, so that click's messages follow it too.
"""

from __future__ import annotations

import gettext
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, get_args

from model import AdistemeError

Ui = Literal["kk", "ru", "en"]
UIS: tuple[Ui, ...] = get_args(Ui)
DOMAIN = "adisteme"
REASONS = frozenset(
    {"why", "expected", "advice", "problem", "detail", "found", "kind", "case", "reason"}
    | {"role", "what", "missing"}
)
LISTS = frozenset({"named", "base"})  # an act as it is named: its type, its date, its number
# What differs from one run to the next: quoted or bracketed words, figures, what a colon leads to.
_CHANGING = re.compile(r'"[^"]*"|\([^()]*\)|(?<=: )[^"(].*$|\d[\d.-]*\d|\d')
LOCALE = Path(__file__).parent / "locale"


class Word(str):
    """Words that fill a place of a message and are translated together with it."""

    __slots__ = ()


def choose(asked: str | None, environ: Mapping[str, str]) -> Ui:
    """The language asked for, else the one of the locale, else English."""
    locale = next((environ[name] for name in _LOCALE_NAMES if environ.get(name)), "")
    for candidate in (asked or "", locale.replace(".", "_").split("_")[0]):
        if candidate in UIS:
            return candidate
    return "en"


_LOCALE_NAMES = ("LC_ALL", "LC_MESSAGES", "LANG")


def speak(ui: Ui) -> None:
    """From now on every message is in ``ui``.

    click asks the process-wide catalogue and that one asks LANGUAGE, hence the variable.
    """
    gettext.bindtextdomain(DOMAIN, str(LOCALE))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = ui


def spoken() -> Ui:
    """The language of this run."""
    return choose(os.environ.get("LANGUAGE"), {})


def say(message: str, **fields: object) -> str:
    """The message in the user's language, its places filled."""
    translated = gettext.gettext(message)
    return translated % {name: _said(name, value) for name, value in fields.items()}


def _said(name: str, value: object) -> object:
    """A field's words; in the fields of ``REASONS`` other rooms write plain English ones."""
    if isinstance(value, Word) or (name in REASONS and isinstance(value, str) and value):
        return _translated(str(value))
    if name in LISTS and isinstance(value, str):
        return ", ".join(_translated(words) for words in value.split(", ") if words)
    return value


def _translated(words: str) -> str:
    """The words' translation; what changes in them is a place, filled as it was."""
    whole = gettext.gettext(words)
    if whole != words:
        return whole
    shape, changing = shaped(words)
    translated = gettext.gettext(shape)
    return words if translated == shape else translated % changing


def shaped(words: str) -> tuple[str, tuple[str, ...]]:
    """The words with a ``%s`` for all that changes in them, and what stood there.

    Quotation marks and brackets stay.
    """
    changing = tuple(one[1:-1] if one[0] in '"(' else one for one in _CHANGING.findall(words))
    return _CHANGING.sub(_place, words), changing


def _place(found: re.Match[str]) -> str:
    first, last = found[0][0], found[0][-1]
    return f"{first}%s{last}" if first in '"(' else "%s"


def say_error(error: AdistemeError) -> str:
    """What went wrong, in the user's language."""
    return say(error.template, **error.fields)
