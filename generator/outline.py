"""The drafted text before it is said: its elements, which of them an agency gets, their order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Literal

import msgspec

from generator.options import METHODOLOGY, Setting, Settings, same
from lexicon.data import load
from model import Both
from model.agency import EarlierAct

ElementKind = Literal["clause", "subclause", "part", "item"]
Condition = dict[str, Setting | tuple[Setting, ...]]


class Element(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A clause or what stands under it, as the methodology files write it.

    ``when`` and ``unless`` make it conditional, ``each`` repeats it for every earlier act,
    ``order`` says that its children do not stand in the order of the file.
    """

    text: Both
    kind: ElementKind = "clause"
    id: str | None = None
    when: Condition = msgspec.field(default_factory=dict)
    unless: Condition = msgspec.field(default_factory=dict)
    each: Literal["repeals"] | None = None
    order: Literal["kazakh_alphabet"] | None = None
    children: tuple[Element, ...] = ()


class Chapter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A chapter of the methodology: one file."""

    heading: Both
    clauses: tuple[Element, ...]


class AppendixName(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An appendix that the methodology refers to; its place in the list is its number."""

    id: str
    name: Both


class Chosen(msgspec.Struct, frozen=True):
    """An element that this agency gets, with its number where its kind has one."""

    kind: ElementKind
    text: Both
    id: str | None = None
    number: str | None = None
    earlier: EarlierAct | None = None
    children: tuple[Chosen, ...] = ()


SortKey = Callable[[Both], tuple[int, ...]]


@cache
def chapters() -> Mapping[str, Chapter]:
    """The chapters by the word in their file names, in the order of their figures."""
    files = sorted(METHODOLOGY.glob("[0-9]*-*.yaml"), key=lambda file: _figure(file.stem))
    return {file.stem.split("-", 1)[1]: load(file, Chapter) for file in files}


def _figure(stem: str) -> int:
    return int(stem.split("-", 1)[0])


@cache
def appendix_names() -> tuple[AppendixName, ...]:
    """The appendices of the methodology in the order of their numbers."""
    return load(METHODOLOGY / "appendices.yaml", tuple[AppendixName, ...])


class Selection(msgspec.Struct, frozen=True):
    """By what the elements are chosen and ordered: settings, earlier acts, the alphabet."""

    settings: Settings
    repeals: tuple[EarlierAct, ...]
    alphabetically: SortKey

    def choose(self, elements: tuple[Element, ...], first: int = 1) -> tuple[Chosen, ...]:
        """The elements that apply, numbered; clauses count from ``first``, subclauses from 1."""
        chosen = [one for element in elements for one in self._applying(element)]
        return tuple(_numbered(chosen, first))

    def _applying(self, element: Element) -> Iterator[Chosen]:
        if not self._holds(element):
            return
        for earlier in self.repeals if element.each == "repeals" else (None,):
            yield Chosen(
                kind=element.kind,
                text=element.text,
                id=element.id,
                earlier=earlier,
                children=self.choose(self._ordered(element)),
            )

    def _ordered(self, element: Element) -> tuple[Element, ...]:
        if element.order is None:
            return element.children
        return tuple(sorted(element.children, key=lambda child: self.alphabetically(child.text)))

    def _holds(self, element: Element) -> bool:
        met = all(self._is(name, value) for name, value in element.when.items())
        barred = any(self._is(name, value) for name, value in element.unless.items())
        return met and not barred

    def _is(self, name: str, wanted: Setting | tuple[Setting, ...]) -> bool:
        allowed = wanted if isinstance(wanted, tuple) else (wanted,)
        return any(same(self.settings[name], value) for value in allowed)


def _numbered(chosen: list[Chosen], first: int) -> Iterator[Chosen]:
    clause, subclause = first, 1
    for one in chosen:
        if one.kind == "clause":
            yield msgspec.structs.replace(one, number=str(clause))
            clause += 1
        elif one.kind == "subclause":
            yield msgspec.structs.replace(one, number=str(subclause))
            subclause += 1
        else:
            yield one
