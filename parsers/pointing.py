"""The references of an act: where each stands, what it names, and whether that is there."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from lexicon.citing import Reference, references_in
from lexicon.owners import OTHER, OWN, THIS
from model import NOWHERE, Act, Node, Span, Target
from model.tree import attachment_target, walk

_AMENDED = "amended"
NAMED = ("section", "chapter", "paragraph", "article", "clause", "subclause")
_SHORT = {"subclause": ("clause", "subclause"), "paragraph": ("chapter", "paragraph")}


class Pointing(msgspec.Struct, frozen=True):
    """One reference of an act, at the element ``place``.

    ``whose`` is own, this, other, amended (the act that an amending act changes) or a type of
    act. ``dangling``: it means an element of this very act, and that is not there.
    """

    place: Target
    words: str
    reference: Reference
    whose: str
    span: Span
    dangling: tuple[Target, ...] = ()

    @property
    def targets(self) -> tuple[Target, ...]:
        """The addresses that it names, in its own document; empty for an act as a whole."""
        return self.reference.targets

    @property
    def of(self) -> str:
        """Whose the elements are, an act by its date and number, a law by its title."""
        owner = self.reference.owner
        if owner is None or self.whose in {OWN, THIS, OTHER, _AMENDED}:
            return self.whose
        told = (owner.title,) if owner.kind == "law" else (owner.date, owner.number)
        return " ".join(filter(None, (owner.kind, *told)))


def pointings(act: Act) -> tuple[Pointing, ...]:
    """Every reference of the act's own words, in their order; editorial notes are not the act's."""
    there = _there(act)
    return tuple(
        _pointing(act, one, found, there)
        for one in texts(act)
        for found in references_in(one.text, act.lang)
    )


class Text(msgspec.Struct, frozen=True):
    """One text of an act: the element that it belongs to and the document that it stands in."""

    place: Target
    document: Target
    text: str
    span: Span = NOWHERE


def texts(act: Act) -> Iterator[Text]:
    """Every text of the act with the address of the numbered element that it stands in."""
    if act.preamble:
        yield Text(Target(element="preamble"), Target(), act.preamble.text)
    yield from texts_of(act.body, Target())
    for attachment in act.attachments:
        yield from texts_of(attachment.body, attachment_target(attachment))


def texts_of(nodes: tuple[Node, ...], document: Target) -> Iterator[Text]:
    """The texts of a document, in their order."""
    for node in nodes:
        yield from _of_node(node, document, document)


def _of_node(node: Node, above: Target, document: Target) -> Iterator[Text]:
    place = replace(above, **{node.kind: node.number}) if node.kind in NAMED else above
    if node.text:
        yield Text(place, document, node.text, node.span)
    for row in node.rows:
        yield from (Text(place, document, cell.text, node.span) for cell in row if cell.text)
    for child in node.children:
        yield from _of_node(child, place, document)


def _pointing(act: Act, at: Text, found: Reference, there: frozenset[Target]) -> Pointing:
    whose = found.whose
    if whose == OWN and act.role == "amending" and at.document == Target():
        whose = _AMENDED
    words = re.sub(r"\([^()]*\)", " ", at.text[found.start : found.end])
    leading = tuple(one for one in found.targets if whose in {OWN, THIS})
    dangling = tuple(one for one in leading if not _leads(act, one, at, whose, there))
    return Pointing(at.place, " ".join(words.split()), found, whose, at.span, dangling)


def _there(act: Act) -> frozenset[Target]:
    """The addresses that a reference may name."""
    return frozenset(short(address) for address, node in walk(act) if node.kind in NAMED)


def _leads(act: Act, target: Target, at: Text, whose: str, there: frozenset[Target]) -> bool:
    """Whether the address names something of this act; lines of an element are not counted."""
    if target.appendix is not None:
        return _is_appendix(act, target.appendix)
    address = meant(act, target, at, whose)
    if address is None or address in there:
        return True
    beside = replace(address, attachment=at.document.attachment, appendix=at.document.appendix)
    return whose == OWN and beside in there


def _is_appendix(act: Act, number: str) -> bool:
    """Whether the act has the appendix; a single one has no number (law, article 28)."""
    numbers = [one.number for one in act.attachments]
    forms = [one.number for one in act.attachments if one.kind != "methodology"]
    return number in numbers or forms == [None] or (number == "" and bool(numbers))


def meant(act: Act, target: Target, at: Text, whose: str) -> Target | None:
    """The full address of what an own reference names, as ``short`` gives addresses.

    ``None`` for a part, or a side, of the element itself.
    """
    if target.appendix is not None:
        return Target(appendix=target.appendix)
    kind = next((unit for unit in reversed(NAMED) if getattr(target, unit) is not None), None)
    if kind is None or (target.article and kind != "article"):
        return None
    document = Target() if whose == THIS else _document_meant(act, at, target)
    units = _SHORT.get(kind, (kind,))
    found = {unit: getattr(target, unit) or getattr(at.place, unit) for unit in units}
    return replace(document, **found)


def short(address: Target) -> Target:
    """The address without what need not be said: clauses are numbered through the whole text."""
    kind = next((unit for unit in reversed(NAMED) if getattr(address, unit) is not None), None)
    if kind is None:
        return Target(appendix=address.appendix) if address.appendix is not None else address
    document = _document_of(address)
    return replace(document, **{unit: getattr(address, unit) for unit in _SHORT.get(kind, (kind,))})


def _document_of(address: Target) -> Target:
    if address.appendix is not None:
        return Target(appendix=address.appendix)
    return Target(attachment=address.attachment)


def _document_meant(act: Act, at: Text, target: Target) -> Target:
    """The text whose elements an own reference means: forms speak of their methodology."""
    methodology = Target(attachment="methodology")
    has = any(one.kind == "methodology" for one in act.attachments)
    named = target.attachment == "methodology"
    return methodology if has and (named or at.document != Target()) else at.document
