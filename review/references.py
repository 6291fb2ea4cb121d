"""References to own elements, and the appendices that they lead to (articles 25 and 28)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from lexicon.formulas import read_any
from lexicon.references import read_references
from model import Act, Attachment, Lang, Node, Target
from model.tree import find
from parsers.crossrefs import own_references
from review.case import Case, Document, Element
from review.findings import Remark
from review.numbering import misnumbered


def references_lead(case: Case) -> Iterator[Remark]:
    """Every reference to an own clause, subclause or appendix leads to one."""
    for document in _methodologies(case):
        for (target, node), words, named in _own(document, case.act.lang):
            if not _is_there(case.act, named):
                yield Remark(target, "nowhere", {"words": words}, node.span)


def _methodologies(case: Case) -> list[Document]:
    return [one for one in case.documents if one.target.attachment == "methodology"]


def _own(document: Document, lang: Lang) -> Iterator[tuple[Element, str, Target]]:
    for target, node in document.elements:
        alone = Attachment("methodology", body=(replace(node, children=()),))
        for words, named, _ in own_references(alone, lang):
            yield (target, node), words, named


def _is_there(act: Act, named: Target) -> bool:
    if named.appendix:
        return any(one.number == named.appendix for one in _appendices(act))
    return bool(
        find(act, Target(attachment="methodology", clause=named.clause, subclause=named.subclause))
    )


def _appendices(act: Act) -> list[Attachment]:
    return [one for one in act.attachments if one.kind != "methodology"]


def appendices_in_order(case: Case) -> Iterator[Remark]:
    """Appendices are numbered in the order in which the text first mentions them."""
    highest = 0
    seen: set[str] = set()
    for target, node, number in _mentioned(case):
        if number in seen or not number.isdecimal():
            continue
        seen.add(number)
        if int(number) < highest:
            fields = {"number": number, "before": str(highest)}
            yield Remark(target, "order", fields, node.span)
        highest = max(highest, int(number))


def _mentioned(case: Case) -> Iterator[tuple[Target, Node, str]]:
    if case.act.role == "amending":
        yield from _mentioned_by_instructions(case)
    for document in _methodologies(case):
        for (target, node), _, named in _own(document, case.act.lang):
            if named.appendix:
                yield target, node, named.appendix


def _mentioned_by_instructions(case: Case) -> Iterator[tuple[Target, Node, str]]:
    """Own appendices of an amending act: "осы шешімнің 1-қосымшасына сәйкес"."""
    for target, node in case.documents[0].elements:
        reading = read_any("amend", node.text or "", case.act.lang)
        own = reading.slots.get("own") if reading else None
        for named in read_references(own or "", case.act.lang):
            if named.appendix:
                yield target, node, named.appendix


def appendices_numbered(case: Case) -> Iterator[Remark]:
    """Several appendices are numbered from 1 without gap or repeat; a single one has no number."""
    appendices = [
        (one.target, one.attachment)
        for one in case.documents
        if one.attachment and _is_own(one.attachment, case.act)
    ]
    if len(appendices) == 1:
        yield from _single(*appendices[0])
        return
    for target, appendix in appendices:
        if appendix.number is None:
            yield Remark(target, "unnumbered", span=appendix.span)
    numbered = [(target, _as_element(one)) for target, one in appendices if one.number]
    yield from misnumbered(numbered, frozenset())


def _is_own(attachment: Attachment, act: Act) -> bool:
    """Whether the attachment is an appendix under a number of its own.

    An amending act's appendix that has lost its own heading shows only that of the appendix
    which it replaces.
    """
    if attachment.kind == "methodology" or act.role != "amending" or not attachment.header:
        return attachment.kind != "methodology"
    named = read_references(attachment.header, act.lang)
    return not named or any(one.attachment is None for one in named)


def _single(target: Target, appendix: Attachment) -> Iterator[Remark]:
    if appendix.number is not None:
        yield Remark(target, "single", {"number": appendix.number}, appendix.span)


def _as_element(attachment: Attachment) -> Node:
    return Node("part", number=attachment.number, span=attachment.span)
