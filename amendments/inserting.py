"""New elements: numbered ones by their number, unnumbered ones by their ordinal or at the end."""

from __future__ import annotations

from msgspec.structs import replace

from amendments.changing import (
    Done,
    Host,
    Left,
    Order,
    already,
    missing,
    named,
    no_wording,
    only_place,
    order_of,
    says_the_same,
)
from amendments.counting import Line, lines_under, slot_for
from amendments.documents import insert_document
from amendments.new_rows import insert_rows
from amendments.places import (
    NAMED,
    Element,
    Place,
    address_at,
    documents,
    elements,
    find_places,
)
from amendments.trees import (
    Nodes,
    Path,
    bare,
    children_at,
    exchanged,
    inserted,
    node_at,
    placeless,
)
from amendments.whole import host_of
from model import Act, Node, Target

_LOOSE = frozenset({"part", "item"})
_LOCAL = frozenset({"subclause", "paragraph"})  # numbered anew under each roof (art. 23)


def insert(act: Act, order: Order) -> Done | Left:
    """The new elements at the place that their numbers, or the instruction, ask for."""
    target = order.operation.target
    if not order.operation.content:
        return no_wording(order)
    kind = _deepest(target)
    if any(value is not None for value in (target.table, target.row, target.column)):
        return insert_rows(act, order)
    return _insert_elements(act, order, kind)


def _insert_elements(act: Act, order: Order, kind: str | None) -> Done | Left:
    operation, target = order.operation, order.operation.target
    if target.part is not None or target.item is not None:
        return _insert_line(act, order)
    if kind is not None and _bears_number(operation.content, target, kind):
        return _insert_numbered(act, order, kind)
    if kind is None and target.appendix is not None and _is_document(act, order):
        return insert_document(act, order)
    return _insert_into(act, order)


def _deepest(target: Target) -> str | None:
    return next((name for name in reversed(NAMED) if getattr(target, name) is not None), None)


def _bears_number(content: Nodes, target: Target, kind: str) -> bool:
    """Whether the new wording is the element that the target names, rather than something in it."""
    first = content[0]
    if first.kind == kind:
        return order_of(first.number) == order_of(getattr(target, kind))
    return False


def _is_document(act: Act, order: Order) -> bool:
    """Whether a whole appendix is given: the act has none of that number, or it is an appendix."""
    content = order.operation.content
    whole = any(one.body == content for one in order.amending.attachments)
    return whole or not documents(act, order.operation.target)


def _insert_numbered(act: Act, order: Order, kind: str) -> Done | Left:
    content = tuple(map(placeless, order.operation.content))
    target = order.operation.target
    there = find_places(act, target, order.counting())
    if there:
        return _number_taken(act, order, there[0])
    found = _gap(act, order, kind)
    if isinstance(found, Left):
        return found
    document, path = found
    whole = inserted(act, document, path, content[:1])
    address = address_at(whole, document, path)
    if kind == "subclause":
        host, note = host_of(whole, Place(document, path, address)), "changed"
    else:
        host, note = Host(document, path), "added"
    return Done(act=whole, place=address, kind=note, host=host, after=content[:1])


def _number_taken(act: Act, order: Order, place: Place) -> Left:
    """The number is there: with the same words nothing is to be done, with others it is unclear."""
    standing = (node_at(act, place.document, place.path),) if place.path else ()
    if says_the_same(standing, order.operation.content[:1]):
        return already(place.target, tuple(map(bare, standing)))
    fields = {"target": named(place.target, order.lang)}
    return Left("ambiguous", "number-taken", fields, place.target, tuple(map(bare, standing)))


def _gap(act: Act, order: Order, kind: str) -> tuple[int, Path] | Left:
    """Where the new element goes: behind the last one of its kind with a smaller number."""
    target = order.operation.target
    number = getattr(target, kind)
    outer = replace(target, **{kind: None})
    around = _containers(act, order, outer)
    if isinstance(around, Left):
        return around
    document, path = around
    listed = [one for one in _listed(act, document, path) if one.node.kind == kind]
    if "-" in number and not _has_base(act, document, path, order_of(number)[:-1], kind):
        return missing(act, replace(target, **{kind: number.rpartition("-")[0]}), order.lang)
    return document, _behind(act, document, path, listed, number)


def _has_base(act: Act, document: int, path: Path, base: tuple[int, ...], kind: str) -> bool:
    """Whether the element stands whose number is doubled.

    Clauses are numbered through the whole text: 7-1 may be the first of a chapter after that of 7.
    """
    around = _listed(act, document, path if kind in _LOCAL else ())
    return any(one.node.kind == kind and order_of(one.node.number) == base for one in around)


def _containers(act: Act, order: Order, outer: Target) -> tuple[int, Path] | Left:
    """The element around the new one, or the whole document."""
    if _deepest(outer) is None:
        found = documents(act, outer)
        return (found[0], ()) if len(found) == 1 else missing(act, outer, order.lang)
    place = only_place(act, replace(order, operation=replace(order.operation, target=outer)))
    return place if isinstance(place, Left) else (place.document, place.path)


def _listed(act: Act, document: int, path: Path) -> list[Element]:
    """The elements under the path."""
    return [one for one in elements(act, document) if one.path[: len(path)] == path != one.path]


def _behind(act: Act, document: int, path: Path, listed: list[Element], number: str) -> Path:
    smaller = [one for one in listed if order_of(one.node.number) < order_of(number)]
    if smaller:
        *above, last = smaller[-1].path
        return (*above, last + 1)
    if listed:
        return listed[0].path
    return (*path, len(children_at(act, document, path)))


def _insert_line(act: Act, order: Order) -> Done | Left:
    """An unnumbered line at its ordinal: "часть вторая", "үшінші абзац"."""
    target = order.operation.target
    outer = replace(target, part=None, item=None)
    around = _containers(act, order, outer)
    if isinstance(around, Left):
        return around
    document, path = around
    node = node_at(act, document, path) if path else Node("part")
    lines = lines_under(node.text, children_at(act, document, path))
    slot = slot_for(lines, target, order.counting())
    content = tuple(map(placeless, order.operation.content))
    if slot is None or any(one.kind not in {*_LOOSE, "table"} for one in content):
        return missing(act, target, order.lang)
    there = find_places(act, target, order.counting())
    standing = _lines_at(act, there, len(content))
    if standing and says_the_same(standing, content):
        return already(there[0].target, standing)
    if slot == 0 and node.text is not None and path:
        whole = exchanged(act, document, path, (_with_new_first(node, content),))
    else:
        at = path + lines[slot].path if slot < len(lines) else _end(act, document, path)
        whole = inserted(act, document, at, _like(lines, slot, content))
    host = host_of(whole, Place(document, path, outer))
    address = address_at(act, document, path)
    place = replace(address, part=target.part, item=target.item)
    return Done(act=whole, place=place, kind="changed", host=host, after=content)


def _lines_at(act: Act, there: list[Place], count: int) -> Nodes:
    """What stands where the new lines would go."""
    if len(there) != 1 or not there[0].path or there[0].facet is not None:
        return ()
    *above, last = there[0].path
    around = children_at(act, there[0].document, tuple(above))
    return around[last : last + count]


def _with_new_first(node: Node, content: Nodes) -> Node:
    first, *others = content
    old = Node("part", text=node.text)
    return replace(node, text=first.text, children=(*others, old, *node.children))


def _end(act: Act, document: int, path: Path) -> Path:
    return (*path, len(children_at(act, document, path)))


def _like(lines: list[Line], slot: int, content: Nodes) -> Nodes:
    """New lines among the entries of a list are entries too."""
    kind = "item" if 0 < slot < len(lines) and not lines[slot].opens else "part"
    return tuple(replace(one, kind=kind) if one.kind in _LOOSE else one for one in content)


def _insert_into(act: Act, order: Order) -> Done | Left:
    """New wording at the end of the element that the target names, or by its own numbers."""
    place = only_place(act, order)
    if isinstance(place, Left):
        return place
    content = tuple(map(placeless, order.operation.content))
    if content[0].number and content[0].kind in NAMED:
        kind = content[0].kind
        inner = replace(order.operation.target, **{kind: content[0].number})
        return _insert_numbered(
            act, replace(order, operation=replace(order.operation, target=inner)), kind
        )
    children = children_at(act, place.document, place.path)
    if says_the_same(children[-len(content) :], content):
        return already(place.target, content)
    whole = inserted(act, place.document, _end(act, place.document, place.path), content)
    host = host_of(whole, place)
    return Done(act=whole, place=place.target, kind="changed", host=host, after=content)
