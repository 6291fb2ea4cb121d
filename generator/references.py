"""References to the act's own elements: by name in the data, by number in the text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from generator.outline import Chosen, appendix_names
from lexicon.template import Slot
from lexicon.units import unit
from model import AdistemeError, Lang

REFERENCES = ("chapter", "clause", "subclause", "appendix")


class DanglingReferenceError(AdistemeError):
    """The text refers to an element that is not there, or not under these options."""

    template = (
        'The place "%(place)s" refers to the %(kind)s "%(id)s", which this text does not have. '
        "Expected one of: %(known)s. Correct the name, or let both depend on the same option."
    )


class DoubledNameError(AdistemeError):
    """Two elements that stand in the text together have the same name."""

    template = (
        'Two elements of the kind %(kind)s are called "%(id)s" in the same text. '
        "Give one of them another id."
    )


class References(msgspec.Struct, frozen=True):
    """The numbers of the named elements, by kind and name."""

    numbers: Mapping[str, Mapping[str, str]]

    def say(self, slot: Slot, lang: Lang, case: str) -> str:
        """The element as the text refers to it: "4-тармағында", "пунктом 4".

        Raises:
            DanglingReferenceError: nothing of that kind has that name.
        """
        known = self.numbers.get(slot.name, {})
        number = known.get(slot.argument or "")
        if number is None:
            raise DanglingReferenceError(
                place=slot.source, kind=slot.name, id=slot.argument, known=", ".join(known)
            )
        return unit(slot.name, number, lang, case, possessed="possessed" in slot.forms)


def references(chapters: Mapping[str, tuple[Chosen, ...]]) -> References:
    """What can be referred to in a text of these chapters.

    Raises:
        DoubledNameError: a name stands for two elements.
    """
    clauses = [clause for chapter in chapters.values() for clause in chapter]
    subclauses = [child for clause in clauses for child in clause.children]
    return References(
        {
            "chapter": {name: str(place) for place, name in enumerate(chapters, 1)},
            "clause": _numbers("clause", clauses),
            "subclause": _numbers("subclause", subclauses),
            "appendix": appendix_numbers(),
        }
    )


def appendix_numbers() -> dict[str, str]:
    """The number of every appendix of the methodology, by its name."""
    return {appendix.id: str(place) for place, appendix in enumerate(appendix_names(), 1)}


def _numbers(kind: str, elements: Iterable[Chosen]) -> dict[str, str]:
    numbers: dict[str, str] = {}
    for element in elements:
        if element.kind != kind or element.id is None or element.number is None:
            continue
        if element.id in numbers:
            raise DoubledNameError(kind=kind, id=element.id)
        numbers[element.id] = element.number
    return numbers
