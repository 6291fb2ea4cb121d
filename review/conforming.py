"""The act has what its model has: chapters, clauses, entries, appendices.

The model methodology stands on law "On the civil service", article 33, clause 5.
"""

from __future__ import annotations

from collections.abc import Iterator

from lexicon.folding import key
from model import NOWHERE, Act, Span
from review.authenticity import opening
from review.case import Case
from review.comparison import UNNUMBERED
from review.findings import Beside, Fields, Remark, Side
from review.pairing import Matched
from review.placed import Placed, contents
from review.requisites import body_in
from review.tables import tables_in, words_of

_UNITS = ("article", "clause")
_ENTRIES = ("subclause", *UNNUMBERED)
_NAME = 4  # words that a post with its body has at most


def chapters_there(case: Case) -> Iterator[Remark]:
    """Every section, chapter and paragraph of the model is in the act.

    The clauses of one that is missing as a whole are not named again.
    """
    for one in case.conformity.holders if case.conformity else ():
        if case.conformity and one.first is None:
            found = {id(pair.second) for pair in case.conformity.elements if pair.first}
            scattered = any(id(inner) in found for inner in contents(one.either))
            yield remark(one, "scattered" if scattered else "missing")


def clauses_there(case: Case) -> Iterator[Remark]:
    """Every clause of the model has its counterpart in the act."""
    if case.conformity:
        yield from _missing(_of_kind(case.conformity.elements, *_UNITS))


def entries_there(case: Case) -> Iterator[Remark]:
    """Every subclause, part and list entry of a clause of the model is in that of the act."""
    if case.conformity:
        entries = _of_kind(case.conformity.elements, *_ENTRIES)
        yield from _missing([one for one in entries if not _is_of_other_body(one, case.act)])


def other_bodies(case: Case) -> Iterator[Remark]:
    """Entries of the model that merely name a body which is not that of the act; no breach."""
    for one in case.conformity.elements if case.conformity else ():
        if one.first is None and _is_of_other_body(one, case.act):
            yield remark(one, "other")


def _is_of_other_body(one: Matched, act: Act) -> bool:
    """Whether an entry is the name of somebody in a body of another kind than the act's."""
    text = one.either.node.text or ""
    named = body_in(text, act.lang)
    own = body_in(act.issuer or "", act.lang)
    is_name = one.either.node.kind in _ENTRIES and len(text.split()) <= _NAME
    return is_name and named is not None and own is not None and named != own


def appendices_there(case: Case) -> Iterator[Remark]:
    """The methodology and every appendix of the model are in the act."""
    if case.conformity:
        yield from _missing(case.conformity.documents)


def _of_kind(elements: tuple[Matched, ...], *kinds: str) -> list[Matched]:
    return [one for one in elements if one.either.node.kind in kinds]


def _missing(pairs: tuple[Matched, ...] | list[Matched]) -> Iterator[Remark]:
    for one in pairs:
        if one.first is None:
            yield remark(one, "missing")


def remark(one: Matched, says: str, fields: Fields | None = None) -> Remark:
    """A remark on a pair: at the place in the act where there is one, with the words of both."""
    beside = Beside(_side(one.first), _side(one.second))
    return Remark(one.either.target, says, fields or {}, span_of(one), beside=beside)


def span_of(one: Matched) -> Span:
    """Where the act has the element; nowhere if it lacks it."""
    return one.first.node.span if one.first else NOWHERE


def _side(place: Placed | None) -> Side | None:
    return Side(place.target, _words(place)) if place else None


def _words(place: Placed) -> str:
    """The first words of an element, of its first table where it has no others."""
    first = next(tables_in(place.node.children), None)
    return opening(place) or (words_of(first.rows[0]) if first and first.rows else "")


def chapters_in_order(case: Case) -> Iterator[Remark]:
    """The chapters stand in the order of the model; two that have changed places are one remark."""
    told: set[tuple[str, str, str]] = set()
    for one in case.conformity.holders if case.conformity else ():
        if one.moved and one.first and one.second:
            act, model = one.first.node.number or "", one.second.node.number or ""
            if (one.first.node.kind, model, act) not in told:
                yield remark(one, "moved", {"act": act, "model": model})
            told.add((one.first.node.kind, act, model))


def appendices_numbered_alike(case: Case) -> Iterator[Remark]:
    """An appendix has the number that it has in the model."""
    for one in case.conformity.documents if case.conformity else ():
        if one.first is None or one.second is None:
            continue
        numbers = one.first.node.number or "", one.second.node.number or ""
        if key(numbers[0]) != key(numbers[1]):
            yield remark(one, "number", {"act": numbers[0] or "–", "model": numbers[1] or "–"})


def additions(case: Case) -> Iterator[Remark]:
    """What the act has and the model has not; worth knowing, no breach."""
    if case.conformity is None:
        return
    beside = case.conformity
    for one in (*beside.documents, *beside.holders, *beside.elements):
        if one.second is None:
            yield remark(one, "added")
