"""Structural units of an act, named and addressed as a lawyer does, in both languages.

One record per unit (``units.yaml``) gives its word, how its number is written, and every
inflected form by which a reader recognises it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

import msgspec

from lexicon import kk
from lexicon.data import ROOT, load
from lexicon.inflection import CASES, inflect
from lexicon.ordinals import LARGEST, ordinal
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
    words, number = _unit(kind, lang).words, number.rstrip(".)")
    word = inflect(kk.possess(words.word) if possessed and lang == "kk" else words.word, lang, case)
    spoken = words.ordinal is not None and number.isdecimal() and 1 <= int(number) <= LARGEST
    pattern = words.ordinal if spoken and words.ordinal else words.numbered
    said = _ordinal(int(number), lang, case, words.gender) if spoken else ""
    return _filled(pattern, {"word": word, "number": number, "ordinal": said})


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


def _ordinal(number: int, lang: Lang, case: str, gender: str) -> str:
    """A Kazakh ordinal before its noun does not change; a Russian one agrees."""
    return ordinal(number, lang) if lang == "kk" else ordinal(number, lang, case, gender)


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
