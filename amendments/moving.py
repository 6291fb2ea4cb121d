"""Elements under another number, at another place, or as they were before."""

from __future__ import annotations

import re

from msgspec.structs import replace

from amendments.changing import Done, Host, Left, Order, named, no_wording, only_place, with_number
from amendments.inserting import insert
from amendments.places import Place, elements, find_places
from amendments.trees import Nodes, bare, exchanged, inserted, node_at
from amendments.whole import host_of, is_empty, replace_element
from lexicon.references import read_references
from model import Act, Node, Target

_MOVED = "\ue000"  # marks the place that a moved element has left
_NUMBER = re.compile(r"[\dIVX]+(?:-\d+)*")


def renumber(act: Act, order: Order) -> Done | Left:
    """The element under its new number, in its place."""
    place = only_place(act, order)
    if isinstance(place, Left):
        return place
    old = node_at(act, place.document, place.path) if place.path else None
    number = _new_number(order, old.kind) if old else None
    if old is None or number is None:
        return no_wording(order)
    new = with_number(place.target, old.kind, number)
    anywhere = {unit: None for unit in ("chapter", "section") if unit != old.kind}
    taken = find_places(act, replace(new, **anywhere), order.counting())
    if any(other.path != place.path for other in taken):
        fields = {"target": named(new, order.lang)}
        return Left("ambiguous", "number-taken", fields, place.target, (bare(old),))
    node = replace(old, number=number)
    return Done(
        act=exchanged(act, place.document, place.path, (node,)),
        place=new,
        kind="renumbered",
        host=Host(place.document, place.path),
        before=(bare(old),),
        after=(bare(node),),
        old=place.target,
    )


def _new_number(order: Order, kind: str) -> str | None:
    """The number that the element takes: by itself, or said with its unit."""
    said = order.operation.new or ""
    if _NUMBER.fullmatch(said):
        return said
    read = read_references(said, order.lang)
    numbers = [getattr(target, kind) for target in read if getattr(target, kind)]
    return numbers[0] if len(numbers) == 1 else None


def move(act: Act, order: Order) -> Done | Left:
    """The element, as it is, before or after another one."""
    place = only_place(act, order)
    if isinstance(place, Left):
        return place
    scope = Target(attachment=order.operation.target.attachment)
    anchors = read_references(order.operation.new or "", order.lang, scope)
    if len(anchors) != 1 or not place.path:
        return no_wording(order)
    to_anchor = replace(order, operation=replace(order.operation, target=anchors[0]))
    anchor = only_place(act, to_anchor)
    if isinstance(anchor, Left):
        return anchor
    return _moved(act, place, anchor, order)


def _moved(act: Act, place: Place, anchor: Place, order: Order) -> Done:
    node = node_at(act, place.document, place.path)
    marked = exchanged(act, place.document, place.path, (Node("part", text=_MOVED),))
    *above, last = anchor.path
    to = (*above, last + (order.operation.position != "before"))
    placed = inserted(marked, anchor.document, to, (node,))
    gap = next(one.path for one in elements(placed, place.document) if one.node.text == _MOVED)
    whole = exchanged(placed, place.document, gap, ())
    found = next((one for one in elements(whole, anchor.document) if one.node is node), None)
    path = found.path if found else to
    target = found.target if found else place.target
    host = host_of(whole, replace(anchor, path=path))
    return Done(
        act=whole,
        place=target,
        kind="changed",
        host=host,
        before=(bare(node),),
        after=(bare(node),),
    )


def restore(act: Act, order: Order) -> Done | Left:
    """The element as it was: as the instruction words it, or as an earlier redaction has it."""
    wording = order.operation.content or _as_it_was(order)
    if not wording:
        fields = {"target": named(order.operation.target, order.lang)}
        return Left("target-missing", "nothing-to-restore", fields, order.operation.target)
    worded = replace(order, operation=replace(order.operation, content=wording))
    if find_places(act, order.operation.target, order.counting()):
        return replace_element(act, worded)
    return insert(act, worded)


def _as_it_was(order: Order) -> Nodes:
    """The element in the newest earlier redaction that has its words."""
    for act in reversed(order.earlier):
        for place in find_places(act, order.operation.target, order.counting())[:1]:
            if place.path and not is_empty(node := node_at(act, place.document, place.path)):
                return (bare(node),)
    return ()
