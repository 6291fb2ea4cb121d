"""Formulas of legal drafting: one record recognises a phrase and writes it, in both languages.

The records stand in ``lexicon/formulas/*.yaml``. For each language a record has ``write`` (the
canonical wording, also recognised), ``read`` (variants that are recognised and never written),
``examples`` (text and what it says) and ``never`` (what must not be taken for it).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import msgspec

from lexicon.data import folder, load
from lexicon.folding import fold, small
from lexicon.recognisers import Recogniser, Recognisers
from lexicon.slots import slot_type
from lexicon.template import render_template
from model import AdistemeError, Lang

Slots = dict[str, str | None]


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A phrase as it occurs and what it says; ``written`` where it is the canonical wording."""

    text: str
    slots: Slots = msgspec.field(default_factory=dict)
    written: bool = True


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A formula in one language; ``write`` is ``None`` for what is only ever recognised."""

    examples: tuple[Example, ...]
    write: str | None = None
    read: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


class Formula(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One formula; ``value`` is what it stands for where that is more than its slots say."""

    id: str
    kk: Wording
    ru: Wording
    about: str = ""
    value: str | None = None

    def of(self, lang: Lang) -> Wording:
        """The wording in ``lang``."""
        return self.kk if lang == "kk" else self.ru


class Reading(msgspec.Struct, frozen=True):
    """A phrase found: which formula, where in the text, and what its slots say."""

    formula: Formula
    start: int
    end: int
    slots: Slots
    raw: dict[str, str]


class UnknownFormulaError(AdistemeError):
    """A formula was asked for that no file has."""

    template = 'There is no formula "%(id)s" in lexicon/formulas.'


@cache
def formulas() -> Mapping[str, Formula]:
    """Every formula by its id, from all files of the folder."""
    records = [record for path in folder("formulas") for record in load(path, list[Formula])]
    return {record.id: record for record in records}


def formula(formula_id: str) -> Formula:
    """One formula.

    Raises:
        UnknownFormulaError: no file has it.
    """
    try:
        return formulas()[formula_id]
    except KeyError:
        raise UnknownFormulaError(id=formula_id) from None


@cache
def group(prefix: str) -> tuple[Formula, ...]:
    """The formulas whose ids begin with ``prefix/``, in the order of the files."""
    return tuple(record for name, record in formulas().items() if name.startswith(f"{prefix}/"))


def read(formula_id: str, text: str, lang: Lang) -> Reading | None:
    """What the whole of ``text`` says by this formula; ``None`` where it is not this formula."""
    return _first(_of(formula_id, lang), text, lang, whole=True)


def search(formula_id: str, text: str, lang: Lang) -> Reading | None:
    """The first place in ``text`` where the formula stands; ``None`` where it does not."""
    return _first(_of(formula_id, lang), text, lang, whole=False)


def read_any(prefix: str, text: str, lang: Lang) -> Reading | None:
    """``read`` by the first formula of a group that fits."""
    return _first(_of_group(prefix, lang), text, lang, whole=True)


def may_hold(prefix: str, text: str, lang: Lang) -> bool:
    """Whether ``text`` has the words that a formula of the group needs; cheaper than to search."""
    return bool(_of_group(prefix, lang).those_in(small(text)))


def may_end(formula_id: str, text: str, lang: Lang) -> bool:
    """Whether a text ends as the formula does; cheaper than to read it."""
    known = _of(formula_id, lang)
    return bool(known.endless) or small(text).rstrip(known.tail).endswith(known.ends)


class Lines:
    """The lines of a text together: what stands in none of them is not looked for in each."""

    def __init__(self, lines: Iterable[str], lang: Lang) -> None:
        self._lines = [small(line) for line in lines]
        self._words = "\n".join(self._lines)
        self._lang: Lang = lang

    def may_hold(self, *formula_ids: str) -> bool:
        """Whether one of the lines may be, or hold, one of the formulas."""
        return bool(_of_all(formula_ids, self._lang).those_in(self._words))

    def telling(self, *formula_ids: str) -> frozenset[int]:
        """The numbers of the lines that may be, or hold, one of the formulas."""
        return self._with(_of_all(formula_ids, self._lang))

    def telling_any(self, prefix: str) -> frozenset[int]:
        """``telling`` of the formulas of a group."""
        return self._with(_of_group(prefix, self._lang))

    def beginning(self, *formula_ids: str) -> frozenset[int]:
        """The numbers of the lines with which one of the formulas may begin."""
        return self._beginning(_of_all(formula_ids, self._lang).begins)

    def ending(self, *formula_ids: str) -> frozenset[int]:
        """The numbers of the lines with which one of the formulas whose end is known may end."""
        known = _of_all(formula_ids, self._lang)
        if not any(word in self._words for word in known.ends):
            return frozenset()
        lines = enumerate(self._lines)
        return frozenset([n for n, line in lines if line.rstrip(known.tail).endswith(known.ends)])

    def beginning_endless(self, *formula_ids: str) -> frozenset[int]:
        """The numbers of the lines with which one whose end is not known may begin."""
        return self._beginning(_of_all(formula_ids, self._lang).endless)

    def _beginning(self, begins: tuple[str, ...]) -> frozenset[int]:
        lines = enumerate(self._lines)
        return frozenset([number for number, line in lines if line.startswith(begins)])

    def _with(self, known: Recognisers) -> frozenset[int]:
        found: set[int] = set()
        for word in known.words:
            if word in self._words:
                found.update([n for n, line in enumerate(self._lines) if word in line])
        return frozenset([n for n in found if known.those_in(self._lines[n])])


def write(formula_id: str, lang: Lang, **slots: str | None) -> str:
    """The canonical wording with its slots said in their forms.

    Raises:
        UnknownFormulaError: no such formula, or one that is only ever recognised.
    """
    wording = formula(formula_id).of(lang)
    if wording.write is None:
        raise UnknownFormulaError(id=formula_id)
    return render_template(
        wording.write, lambda slot: slot_type(slot).write(slots.get(slot.name), slot, lang)
    )


def _first(recognisers: Recognisers, text: str, lang: Lang, *, whole: bool) -> Reading | None:
    lowered = small(text)
    for recogniser in recognisers.those_in(lowered):
        if whole and not recogniser.may_be(lowered):
            continue
        match = recogniser.match(fold(text), whole=whole)
        if match and (reading := _reading(recogniser, match, text, lang)):
            return reading
    return None


def _reading(recogniser: Recogniser, match: re.Match[str], text: str, lang: Lang) -> Reading | None:
    places = recogniser.places
    raw = {name: text[slice(*match.span(name))] for name in places if match[name] is not None}
    slots: Slots = {}
    for name, words in raw.items():
        slots[name] = slot_type(places[name]).read(words, places[name], lang)
        if slots[name] is None and "__" not in words:
            return None
    return Reading(formula(recogniser.formula_id), match.start(), match.end(), slots, raw)


@cache
def _of(formula_id: str, lang: Lang) -> Recognisers:
    phrases = phrases_of(formula(formula_id).of(lang))
    return Recognisers(Recogniser(formula_id, phrase, lang) for phrase in phrases)


@cache
def _of_group(prefix: str, lang: Lang) -> Recognisers:
    return Recognisers(one for record in group(prefix) for one in _of(record.id, lang).each)


@cache
def _of_all(formula_ids: tuple[str, ...], lang: Lang) -> Recognisers:
    return Recognisers(one for formula_id in formula_ids for one in _of(formula_id, lang).each)


def phrases_of(wording: Wording) -> Iterator[str]:
    """All wordings that are recognised, the canonical one first."""
    if wording.write is not None:
        yield re.sub(r"([()\[\]|*])", r"\\\1", wording.write)
    yield from wording.read
