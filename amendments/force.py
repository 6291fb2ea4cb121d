"""Own commencement and temporary force of single instructions, as other clauses set them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from lexicon.formulas import Reading, group, search
from lexicon.targets import read_targets
from model import Act, Lang, Node, Operation, Target


class Place(msgspec.Struct, frozen=True):
    """Where an instruction stands in the amending act; ``part`` counts the paragraphs."""

    clause: str | None
    subclause: str | None
    part: int


class Term(msgspec.Struct, frozen=True):
    """From when, or until when, what stands at ``own`` has force; ``key`` tells which."""

    own: Target
    key: str
    date: str


def terms(act: Act) -> tuple[Term, ...]:
    """Every own term that the clauses of the act set."""
    texts = (text for node in act.body for text in _texts(node))
    return tuple(term for text in texts for term in _terms(text, act.lang))


def _texts(node: Node) -> Iterator[str]:
    """The clause's own words, and those of its elements where it amends nothing."""
    yield node.text or ""
    for child in node.children:
        if child.kind != "table":
            yield from _texts(child)


def _terms(text: str, lang: Lang) -> Iterator[Term]:
    for formula in group("force"):
        found = search(formula.id, text, lang)
        for own in _own(found, lang):
            date = found.slots.get("date") if found else None
            if date:
                yield Term(own, formula.value or "", date)


def _own(found: Reading | None, lang: Lang) -> list[Target]:
    named = read_targets(found.raw.get("own", ""), lang) if found else []
    return [target for target in named if target != Target()]


def with_terms(operation: Operation, place: Place, all_terms: tuple[Term, ...]) -> Operation:
    """The operation with the terms of the place where its instruction stands."""
    for term in all_terms:
        if _covers(term.own, place):
            operation = replace(operation, **{term.key: term.date})
    return operation


def _covers(own: Target, place: Place) -> bool:
    if own.clause != place.clause or own.appendix is not None:
        return False
    if own.subclause is not None and own.subclause != place.subclause:
        return False
    return own.part is None or own.part == str(place.part)
