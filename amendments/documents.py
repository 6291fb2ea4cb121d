"""Attachments as a whole: an appendix in a new redaction, added, taken out or repealed."""

from __future__ import annotations

import re

from msgspec.structs import replace

from amendments.changing import (
    Done,
    Host,
    Left,
    Order,
    already,
    named,
    no_wording,
    order_of,
    says_the_same,
)
from amendments.places import Place, document_target, documents
from amendments.trees import OWN, Nodes, bare, placeless, with_attachment
from lexicon.references import mentions, read_references
from model import NOWHERE, Act, Attachment, Lang, Node, Repeal, Target


def replace_document(act: Act, order: Order, place: Place) -> Done | Left:
    """An attachment in a new redaction: its body and title; its block in the corner stays."""
    if place.document == OWN:
        return no_wording(order)
    old = act.attachments[place.document]
    new = _renewed(old, order)
    before, after = as_nodes(old), as_nodes(new)
    if says_the_same(before, after):
        return already(place.target, before)
    whole = with_attachment(act, place.document, new)
    return _done(whole, place, before, after)


def _renewed(old: Attachment, order: Order) -> Attachment:
    own = own_attachment(order)
    body = tuple(map(placeless, order.operation.content))
    title = own.title if own and own.title else old.title
    header = old.header or _header(own, order)
    return replace(old, title=title, header=header, body=body, notes=())


def own_attachment(order: Order) -> Attachment | None:
    """The amending act's own appendix whose body is the new wording; ``None`` if quoted."""
    content = order.operation.content
    found = [one for one in order.amending.attachments if content and one.body == content]
    return found[0] if found else None


def _header(own: Attachment | None, order: Order) -> str | None:
    """The second heading of the amending act's appendix: that of the appendix it becomes.

    The first heading ("Бұйрыққа 3-қосымша") belongs to the amending act and is left out.
    """
    lines = (own.header or "").split("\n") if own else []
    number = order.operation.target.appendix
    ends = [at for at, line in enumerate(lines) if _names(line, number, order.lang)]
    if not ends:
        return None
    last = ends[-1]
    starts = [at for at, line in enumerate(lines[:last]) if _is_heading(line, order.lang)]
    return "\n".join(lines[starts[-1] + 1 if starts else 0 :]).strip() or None


def _names(line: str, number: str | None, lang: Lang) -> bool:
    return any(one.appendix == number for one in read_references(line, lang))


def _is_heading(line: str, lang: Lang) -> bool:
    return any(one.unit == "appendix" and one.numbers for one in mentions(line, lang))


def insert_document(act: Act, order: Order) -> Done | Left:
    """A new appendix behind those with smaller numbers."""
    number = order.operation.target.appendix or ""
    body = tuple(map(placeless, order.operation.content))
    if not body:
        return no_wording(order)
    new = _new(act, order, number, body)
    taken = documents(act, order.operation.target)
    if taken:
        return _taken(act, order, taken[0], new)
    at = _place_for(act, number)
    whole = replace(act, attachments=(*act.attachments[:at], new, *act.attachments[at:]))
    return Done(
        act=whole,
        place=document_target(whole, at),
        kind="added",
        host=Host(at, ()),
        after=as_nodes(new),
    )


def _taken(act: Act, order: Order, document: int, new: Attachment) -> Left:
    old = act.attachments[document]
    place = document_target(act, document)
    if says_the_same(old.body, new.body):
        return already(place, as_nodes(old))
    fields = {"target": named(place, order.lang)}
    return Left("ambiguous", "number-taken", fields, place, as_nodes(old))


def _new(act: Act, order: Order, number: str, body: Nodes) -> Attachment:
    own = own_attachment(order)
    header = _header(own, order) or _as_neighbours(act, number)
    kind = own.kind if own else "form"
    return Attachment(kind, number or None, own.title if own else None, header, body, (), NOWHERE)


def _as_neighbours(act: Act, number: str) -> str | None:
    """The block of another appendix with its number exchanged; ``None`` where there is none."""
    for attachment in act.attachments:
        lines = (attachment.header or "").split("\n")
        for at, line in enumerate(lines):
            if attachment.number and _names(line, attachment.number, act.lang):
                new = re.sub(rf"(?<!\w){re.escape(attachment.number)}(?!\w)", number, line, count=1)
                return "\n".join((*lines[:at], new, *lines[at + 1 : at + 2]))
    return None


def _place_for(act: Act, number: str) -> int:
    """Behind the methodology and the appendices with smaller numbers."""
    larger = (
        place
        for place, one in enumerate(act.attachments)
        if one.number and order_of(one.number) > order_of(number)
    )
    return next(larger, len(act.attachments))


def take_document_out(act: Act, order: Order, place: Place) -> Done | Left:
    """An appendix removed, or with its number kept where it is repealed; the act repealed."""
    if place.document == OWN:
        return _repeal_act(act, order)
    old = act.attachments[place.document]
    if order.operation.action == "repeal":
        if not old.body:
            return already(place.target, ())
        whole = with_attachment(act, place.document, replace(old, title=None, body=(), notes=()))
        host, kind = Host(place.document, ()), "repealed"
    else:
        left = (*act.attachments[: place.document], *act.attachments[place.document + 1 :])
        whole, kind = replace(act, attachments=left), "deleted"
        host = Host(max(place.document - 1, OWN), ())
    return Done(act=whole, place=place.target, kind=kind, host=host, before=as_nodes(old))


def _repeal_act(act: Act, order: Order) -> Done | Left:
    """The whole act: its text stays for the record, its status says that it has no force."""
    if order.operation.action != "repeal":
        return no_wording(order)
    if act.status == "repealed":
        return already(Target(), ())
    by = Repeal(order.amending.type, order.amending.number, order.amending.date)
    whole = replace(act, status="repealed", repealed_by=by)
    return Done(act=whole, place=Target(), kind="repealed", host=Host(OWN, ()))


def as_nodes(attachment: Attachment) -> Nodes:
    """An attachment as elements, for the report: its title as a part, then its body."""
    title = (Node("part", text=attachment.title),) if attachment.title else ()
    return title + tuple(map(bare, attachment.body))


def _done(whole: Act, place: Place, before: Nodes, after: Nodes) -> Done:
    return Done(
        act=whole,
        place=place.target,
        kind="redaction",
        host=Host(place.document, ()),
        before=before,
        after=after,
    )
