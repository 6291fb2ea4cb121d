"""The two texts of an act element by element, as the rules on authenticity look at them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from model import Act, Target
from model.act import Value
from model.bilingual import BilingualAct
from review.pairing import Matched, numbered, unnumbered
from review.placed import Placed, documents, held, holders

NUMBERED = ("article", "clause", "subclause")
UNNUMBERED = ("part", "item")


class Comparison(Value, frozen=True):
    """Every pair of elements, in the Kazakh order, with what holds it before it.

    What stands inside an element that one text lacks is not listed. ``renumbered`` tells by
    document under which number the Russian text has a Kazakh clause, where they differ.
    """

    wholes: tuple[Matched, ...]
    pairs: tuple[Matched, ...]
    renumbered: dict[str, dict[str, str]]

    def both_sided(self) -> Iterator[tuple[Placed, Placed]]:
        """The elements that both texts have, documents as wholes first."""
        for one in (*self.wholes, *self.pairs):
            if one.first is not None and one.second is not None:
                yield one.first, one.second

    def russian_number(self, target: Target, number: str) -> str:
        """Under which number the Russian text has the clause of that number of a document."""
        return self.renumbered.get(document_of(target), {}).get(number, number)


def document_of(target: Target) -> str:
    """The document that an address is in, as a key."""
    return f"{target.attachment or ''} {target.appendix if target.appendix is not None else '-'}"


def compared(both: BilingualAct) -> Comparison:
    """The two texts put side by side."""
    wholes = tuple(_wholes(both.kk, both.ru))
    pairs: list[Matched] = []
    renumbered: dict[str, dict[str, str]] = {}
    for whole in wholes:
        if whole.first is not None and whole.second is not None:
            found = list(_document(whole.first, whole.second))
            pairs += found
            renumbered.setdefault(document_of(whole.first.target), {}).update(_renumbered(found))
    return Comparison(wholes, tuple(pairs), renumbered)


def _wholes(kk: Act, ru: Act) -> Iterator[Matched]:
    """The documents by address, those of the same address in their order."""
    waiting: dict[bytes, list[Placed]] = defaultdict(list)
    for one in documents(ru):
        waiting[msgspec.json.encode(one.target)].append(one)
    for one in documents(kk):
        same = waiting[msgspec.json.encode(one.target)]
        yield Matched(one, same.pop(0) if same else None)
    yield from (Matched(None, one) for left in waiting.values() for one in left)


def _document(kk: Placed, ru: Placed) -> Iterator[Matched]:
    above = numbered(holders(kk), holders(ru))
    yield from above
    lone = frozenset(id(part) for one in above if one.first is None or one.second is None
                     for part in _all(one.either))  # fmt: skip
    for one in _beside(held(kk), held(ru)):
        if one.first is None or one.second is None:
            if id(one.either) not in lone:
                yield one
        else:
            yield from _with_inside(one)


def _all(one: Placed) -> Iterator[Placed]:
    yield one
    for part in one.inside:
        yield from _all(part)


def _beside(kk: list[Placed], ru: list[Placed]) -> Iterator[Matched]:
    for kinds, match in ((NUMBERED, numbered), (UNNUMBERED, unnumbered)):
        for kind in kinds:
            yield from match(
                [one for one in kk if one.node.kind == kind],
                [one for one in ru if one.node.kind == kind],
            )


def _with_inside(one: Matched) -> Iterator[Matched]:
    yield one
    if one.first is not None and one.second is not None:
        for inner in _beside(list(one.first.inside), list(one.second.inside)):
            yield from _with_inside(inner)


def _renumbered(pairs: list[Matched]) -> Iterator[tuple[str, str]]:
    for one in pairs:
        # Of clauses that have changed places it is the places that are wrong, not the references.
        if one.first and one.second and one.first.node.kind == "clause" and not one.moved:
            numbers = one.first.node.number or "", one.second.node.number or ""
            if numbers[0] != numbers[1]:
                yield numbers
