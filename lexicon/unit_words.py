"""Structural units of an act, named and addressed as a lawyer does, in both languages.

One record per unit (``units.yaml``) gives its word, how its number is written, and every
inflected form by which a reader recognises it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import msgspec

from lexicon import kk
from lexicon.data import ROOT, load
from lexicon.inflection import CASES, inflect
from lexicon.ordinals import LARGEST, agreeing, ordinal
from lexicon.template import Slot, render_template
from model import AdistemeError, Lang


class UnknownUnitError(AdistemeError):
    """A structural unit that this project has no word for."""

    template = (
        'There is no %(what)s "%(met)s"; expected one of %(expected)s. '
        "Add it to lexicon/units.yaml, with its words in both languages."
    )


class UnitForm(msgspec.Struct, frozen=True):
    """What an inflected form of a unit's word says; ``attributive`` is -дағы/-дегі."""

    kind: str
    case: str
    possessed: bool = False
    plural: bool = False
    attributive: bool = False


class UnitWords(msgspec.Struct, frozen=True):
    """A unit in one language: its words and how its number is written."""

    word: str
    numbered: str
    others: tuple[str, ...] = ()
    ordinal: str | None = None
    named: str | None = None
    heading: str | None = None
    gender: str = "m"
    belongs: str | None = None
    belongs_case: str = "genitive"


class Unit(msgspec.Struct, frozen=True):
    """A unit in one language, with its kind."""

    kind: str
    lang: Lang
    words: UnitWords
    continuous: bool

    def forms(self, *, possessed: bool | None = None) -> Mapping[str, UnitForm]:
        """Every inflected form; ``possessed`` keeps only those with, or without, possession."""
        forms: dict[str, UnitForm] = {}
        for word in (self.words.word, *self.words.others):
            for text, form in _word_forms(word, self.kind, self.lang):
                if possessed is None or form.possessed == possessed:
                    forms.setdefault(text, form)
        return forms


class _Record(msgspec.Struct, frozen=True):
    kk: UnitWords
    ru: UnitWords
    continuous: bool = False


class UnitFile(msgspec.Struct, frozen=True):
    """``units.yaml``."""

    last: dict[str, str]
    joiner: dict[str, str]
    units: dict[str, _Record]
    elements: dict[str, dict[str, str]]
    attachments: dict[str, dict[str, str]]


@cache
def unit_file() -> UnitFile:
    """The words of units, elements and attachments."""
    return load(ROOT / "units.yaml", UnitFile)


@cache
def units(lang: Lang) -> Mapping[str, Unit]:
    """All units of one language, by kind, the outermost first."""
    return {
        kind: Unit(kind, lang, record.kk if lang == "kk" else record.ru, record.continuous)
        for kind, record in unit_file().units.items()
    }


@cache
def unit_forms(lang: Lang) -> dict[str, UnitForm]:
    """Every inflected form of every unit's words; a form shared by two units is the first's."""
    forms: dict[str, UnitForm] = {}
    for each in units(lang).values():
        for text, form in each.forms().items():
            forms.setdefault(text, form)
    return forms


def unit(
    kind: str, number: str, lang: Lang, case: str = "nominative", *, possessed: bool = False
) -> str:
    """A numbered unit in ``case``: "5-тармағының", "пунктом 5", "частью второй".

    ``possessed`` is the Kazakh ending of possession; Russian has none.

    Raises:
        UnknownUnitError: no such unit.
        CannotInflectError: no such case.
    """
    return unit_list(kind, (number,), lang, case, possessed=possessed)


def unit_list(
    kind: str,
    numbers: Sequence[str],
    lang: Lang,
    case: str = "nominative",
    *,
    possessed: bool = False,
) -> str:
    """Several units of a kind by one word: "26 және 27-тармақтар", "части вторую и четвертую".

    Three numbers or more that follow one another are a range. ``"last"`` is said in words, ``""``
    is the only one of its kind, and a row or a column may be called by its own words.

    Raises:
        UnknownUnitError: no such unit.
        CannotInflectError: no such case.
    """
    words = _unit(kind, lang).words
    plain = [number.rstrip(".)") for number in numbers]
    base = kk.possess(words.word) if possessed and lang == "kk" else words.word
    word = inflect(base, lang, case, plural=len(plain) > 1)
    pattern = _pattern_for(plain, words)
    spoken = "{ordinal}" in pattern
    said = [_ordinal(number, lang, case, words.gender) if spoken else number for number in plain]
    joined = _joined(said, lang, tail=")" if "{number})" in pattern else "")
    if not spoken and is_run(plain):
        joined = f"{said[0]}{')' if '{number})' in pattern else ''} – {said[-1]}"
    return _filled(pattern, {"word": word, "number": joined, "ordinal": joined})


def _pattern_for(numbers: Sequence[str], words: UnitWords) -> str:
    """How these numbers are written with the unit's word."""
    if not any(numbers):
        return "{word}"
    if words.named and not all(re.fullmatch(r"[\d.-]+|[IVX]+|last", one) for one in numbers):
        return words.named
    spoken = all(number.isdecimal() and 1 <= int(number) <= LARGEST for number in numbers)
    if "last" in numbers:
        return "{ordinal} {word}"
    return words.ordinal if spoken and words.ordinal else words.numbered


def is_run(numbers: Sequence[str]) -> bool:
    """Whether three numbers or more follow one another."""
    if len(numbers) < 3 or not all(number.isdecimal() for number in numbers):  # noqa: PLR2004
        return False
    values = [int(number) for number in numbers]
    return values == list(range(values[0], values[0] + len(values)))


def _joined(members: Sequence[str], lang: Lang, tail: str = "") -> str:
    """A list with "and" before its last member; ``tail`` follows all but the last."""
    *first, last = members
    said = ", ".join(f"{one}{tail}" for one in first)
    return f"{said} {unit_file().joiner[lang]} {last}" if first else last


def heading(kind: str, number: str, lang: Lang) -> str:
    """How the element's own first line starts: "1-тарау", "Глава 1", "5.", "12)".

    Raises:
        UnknownUnitError: no such unit, or one that has no heading and no printed number.
    """
    words = _unit(kind, lang).words
    if words.heading is None:
        headed = [name for name, each in units(lang).items() if each.words.heading]
        raise UnknownUnitError(what="unit with a heading", met=kind, expected=", ".join(headed))

    return _filled(words.heading, {"word": words.word, "number": number})


def _filled(pattern: str, values: Mapping[str, str]) -> str:
    def fill(slot: Slot) -> str:
        return values[slot.name]

    return render_template(pattern, fill)


def _unit(kind: str, lang: Lang) -> Unit:
    if kind not in units(lang):
        raise UnknownUnitError(what="unit", met=kind, expected=", ".join(units(lang)))
    return units(lang)[kind]


def _ordinal(number: str, lang: Lang, case: str, gender: str) -> str:
    """A Kazakh ordinal before its noun does not change; a Russian one agrees."""
    if number == "last":
        last = unit_file().last[lang]
        return last if lang == "kk" else agreeing(last, case, gender)
    return ordinal(int(number), lang) if lang == "kk" else ordinal(int(number), lang, case, gender)


def _word_forms(word: str, kind: str, lang: Lang) -> Iterator[tuple[str, UnitForm]]:
    bases = [(word, False)] if lang == "ru" else [(word, False), (kk.possess(word), True)]
    for base, possessed in bases:
        for plural in (False, True):
            for case in CASES[lang]:
                form = UnitForm(kind, case, possessed, plural)
                yield inflect(base, lang, case, plural=plural), form
            if lang == "kk":
                many = inflect(base, lang, "nominative", plural=plural)
                yield kk.attributive(many), UnitForm(kind, "locative", possessed, plural, True)  # noqa: FBT003 - the last field
