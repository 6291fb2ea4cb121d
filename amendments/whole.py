"""Whole elements: a new redaction, taken out, repealed."""

from __future__ import annotations

from msgspec.structs import replace

from amendments.changing import (
    Done,
    Host,
    Left,
    Order,
    already,
    named,
    no_wording,
    only_place,
    says_the_same,
)
from amendments.documents import replace_document, take_document_out
from amendments.places import Place
from amendments.sides import replace_side, take_side_out
from amendments.trees import (
    Nodes,
    Path,
    bare,
    exchanged,
    node_at,
    placeless,
)
from lexicon.folding import key
from model import Act, Node

_LOOSE = frozenset({"part", "item"})
_HOSTS = frozenset({"section", "chapter", "paragraph", "article", "clause"})


def replace_element(act: Act, order: Order) -> Done | Left:
    """The element in a new redaction as a whole."""
    place = only_place(act, order)
    if isinstance(place, Left):
        return place
    if place.facet is not None:
        return replace_side(act, order, place)
    if not order.operation.content:
        return no_wording(order)
    if not place.path:
        return replace_document(act, order, place)
    return put_wording(act, place, order)


def put_wording(act: Act, place: Place, order: Order) -> Done | Left:
    """The new wording in the place of the element."""
    old = node_at(act, place.document, place.path)
    new = as_element(old, order.operation.content)
    if new is None:
        met = ", ".join(f"{node.kind} {node.number or ''}".strip() for node in _given(order))
        fields = {"target": named(place.target, order.lang), "met": met}
        return Left("not-understood", "other-element", fields, place.target, (bare(old),))
    if says_the_same((old,), new):
        return already(place.target, (bare(old),))
    whole = exchanged(act, place.document, place.path, new)
    return Done(
        act=whole,
        place=place.target,
        kind="redaction" if old.kind in _HOSTS else "changed",
        host=host_of(whole, place),
        before=(bare(old),),
        after=new,
    )


def _given(order: Order) -> Nodes:
    return order.operation.content


def as_element(old: Node, content: Nodes) -> Nodes | None:
    """The new wording as what takes the place of ``old``; ``None`` where it is another element.

    Wording without a number is the text of the element that bears it.
    """
    content = tuple(map(placeless, content))
    if old.kind in _LOOSE:
        return _loose(old, content)
    same = [node for node in content if key(node.number or "") == key(old.number or "")]
    if len(same) == 1 and len(content) == 1 and same[0].number:
        return (replace(same[0], kind=old.kind),)
    fitting = [node for node in same if node.kind == old.kind]
    if len(fitting) == 1:
        return (fitting[0],)
    first = content[0]
    if first.kind not in _LOOSE or any(node.kind == old.kind for node in content):
        return None
    children = first.children + content[1:]
    return (Node(old.kind, old.number, old.heading, first.text, children),)


def _loose(old: Node, content: Nodes) -> Nodes | None:
    """A part for a part; several lines of new wording are as many parts."""
    if any(node.kind not in {*_LOOSE, "table"} for node in content):
        return None
    return tuple(replace(node, kind=old.kind) if node.kind in _LOOSE else node for node in content)


def host_of(act: Act, place: Place) -> Host:
    """The element that bears the note: the clause around the place, or the place's document."""
    for end in range(len(place.path), 0, -1):
        path = place.path[:end]
        if node_at(act, place.document, path).kind in _HOSTS:
            return Host(place.document, path)
    return Host(place.document, ())


def take_out(act: Act, order: Order) -> Done | Left:
    """The element removed; the others keep their numbers (law "On legal acts", article 27)."""
    place = only_place(act, order)
    if isinstance(place, Left):
        return place
    if place.facet is not None:
        return take_side_out(act, order, place)
    if not place.path:
        return take_document_out(act, order, place)
    return remove(act, place)


def remove(act: Act, place: Place) -> Done:
    """The act without the element; its note goes to the element before it."""
    old = node_at(act, place.document, place.path)
    less = exchanged(act, place.document, place.path, ())
    inside = old.kind not in _HOSTS
    around = replace(place, path=place.path[:-1])
    host = host_of(less, around) if inside else _before(less, place)
    kind = "changed" if inside and host.path else "deleted"
    return Done(act=less, place=place.target, kind=kind, host=host, before=(bare(old),))


def _before(act: Act, place: Place) -> Host:
    """The element before the place, or the one around it."""
    *above, last = place.path
    path: Path = (*above, last - 1) if last else tuple(above)
    return host_of(act, replace(place, path=path)) if path else Host(place.document, ())


def repeal(act: Act, order: Order) -> Done | Left:
    """The text gone and the number kept (law "On legal acts", article 27).

    What has no number is taken out.
    """
    place = only_place(act, order)
    if isinstance(place, Left):
        return place
    if not place.path and place.facet is None:
        return take_document_out(act, order, place)
    if place.facet is not None:
        return take_side_out(act, order, place)
    old = node_at(act, place.document, place.path)
    if old.number is None:
        return remove(act, place)
    if is_empty(old):
        return already(place.target, (bare(old),))
    empty = Node(old.kind, old.number)
    whole = exchanged(act, place.document, place.path, (empty,))
    kind = "repealed" if old.kind in {*_HOSTS, "subclause"} else "changed"
    host = Host(place.document, place.path)
    return Done(
        act=whole, place=place.target, kind=kind, host=host, before=(bare(old),), after=(empty,)
    )


def is_empty(node: Node) -> bool:
    """Whether only the number of an element is left."""
    return not (node.text or node.heading or node.children or node.rows)
