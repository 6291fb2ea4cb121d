"""The references of an act: where each stands, what it names, and whether that is there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec
from msgspec.structs import replace

from lexicon.citing import Reference, references_in
from lexicon.owners import OTHER, OWN, THIS
from model import NOWHERE, Act, Lang, Node, Span, Target
from model.tree import attachment_target

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
    referring = list(_referring(act))
    there = _there(act) if referring else frozenset()
    return tuple(
        _pointing(act, at, reference, there)
        for at, references in referring
        for reference in references
    )


def _referring(act: Act) -> Iterator[tuple[Text, tuple[Reference, ...]]]:
    """The texts of the act that refer to anything, with their references."""
    if act.preamble and (found := references_in(act.preamble.text, act.lang)):
        yield Text(Target(element="preamble"), Target(), act.preamble.text), found
    yield from _referring_in(act.body, Target(), act.lang)
    for attachment in act.attachments:
        yield from _referring_in(attachment.body, attachment_target(attachment), act.lang)


class Text(msgspec.Struct, frozen=True):
    """One text of an act: the element that it belongs to and the document that it stands in."""

    place: Target
    document: Target
    text: str
    span: Span = NOWHERE


def texts_of(nodes: tuple[Node, ...], document: Target) -> Iterator[Text]:
    """The texts of a document, each with the address of the numbered element it stands in."""
    for node, above in _with_above(nodes, ()):
        place = _place(above, document)
        yield from (Text(place, document, words, node.span) for words in _own_words(node))


def _referring_in(
    nodes: tuple[Node, ...], document: Target, lang: Lang
) -> Iterator[tuple[Text, tuple[Reference, ...]]]:
    """The texts of a document that refer to anything; of the others no address is told."""
    for node, above in _with_above(nodes, ()):
        for words in _own_words(node):
            if found := references_in(words, lang):
                yield Text(_place(above, document), document, words, node.span), found


Above = tuple[Node, ...]  # an element behind those that it stands in, from the outside in


def _with_above(nodes: tuple[Node, ...], above: Above) -> list[tuple[Node, Above]]:
    """Every element, in the order of the text."""
    found: list[tuple[Node, Above]] = []
    for node in nodes:
        here = (*above, node)
        found.append((node, here))
        if node.children:
            found += _with_above(node.children, here)
    return found


def _own_words(node: Node) -> Iterable[str]:
    if not node.rows:
        return (node.text,) if node.text else ()
    cells = [cell.text for row in node.rows for cell in row if cell.text]
    return [node.text, *cells] if node.text else cells


def _place(above: Above, document: Target) -> Target:
    """The address of the numbered element in which a text stands."""
    units = {node.kind: node.number for node in above if node.kind in NAMED}
    return replace(document, **units) if units else document


def _pointing(act: Act, at: Text, found: Reference, there: frozenset[Target]) -> Pointing:
    whose = found.whose
    if whose == OWN and act.role == "amending" and at.document == Target():
        whose = _AMENDED
    words = re.sub(r"\([^()]*\)", " ", at.text[found.start : found.end])
    leading = tuple(one for one in found.targets if whose in {OWN, THIS})
    dangling = tuple(one for one in leading if not _leads(act, one, at, whose, there))
    return Pointing(at.place, " ".join(words.split()), found, whose, at.span, dangling)


def _there(act: Act) -> frozenset[Target]:
    """The addresses that a reference may name, as ``short`` gives them."""
    there = _addresses(act.body, {}, Target())
    for attachment in act.attachments:
        there += _addresses(attachment.body, {}, _document_of(attachment_target(attachment)))
    return frozenset(there)


def _addresses(
    nodes: tuple[Node, ...], above: dict[str, str | None], document: Target
) -> list[Target]:
    found: list[Target] = []
    for node in nodes:
        here = above
        if node.kind in NAMED and node.number is not None:
            here = {**above, node.kind: node.number}
            units = {unit: here.get(unit) for unit in _SHORT.get(node.kind, (node.kind,))}
            found.append(replace(document, **units))
        if node.children:
            found += _addresses(node.children, here, document)
    return found


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
