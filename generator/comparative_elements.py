"""Which elements have changed, and how each of them reads before and after as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from msgspec.structs import replace

from amendments.outcomes import Result
from model import Act, Node, Target
from model.tree import walk

# What a row of the table is named after; a change inside it is a change of it.
_ROW_KEYS = (
    *("attachment", "appendix", "section", "chapter", "paragraph", "article"),
    *("clause", "subclause", "element"),
)
_NAMED = ("section", "chapter", "paragraph", "article", "clause", "subclause")


class Changed(msgspec.Struct, frozen=True):
    """One element with all its changes: ``before`` is empty where it is new, ``after`` if gone."""

    place: Target
    before: tuple[Node, ...]
    after: tuple[Node, ...]
    results: tuple[Result, ...]


def changed_elements(results: Iterable[Result], base: Act, new: Act | None) -> list[Changed]:
    """The changed elements in the order in which the instructions reach them.

    An instruction inside an element that another one gives anew belongs to that element. Without
    ``new`` an element is put together from what each instruction did to it.
    """
    applied = [result for result in results if result.outcome == "applied"]
    places = [_row_place(result.place) for result in applied]
    clauses = _by_clause(places)
    groups: dict[Target, list[Result]] = {}
    for result, place in zip(applied, places, strict=True):
        groups.setdefault(_outermost(place, clauses), []).append(result)
    acts = _Elements(base), _Elements(new)
    return [_changed(place, tuple(group), *acts) for place, group in groups.items()]


class _Elements:
    """The elements of an act by their deepest number; none of no act."""

    def __init__(self, act: Act | None) -> None:
        self._known: dict[tuple[str, ...], list[tuple[Target, Node]]] = {}
        for address, node in walk(act) if act is not None else ():
            self._known.setdefault(_deepest(address), []).append((address, node))

    def at(self, place: Target) -> tuple[Node, ...]:
        """The one element at an address; a title, a heading or an attachment is not one."""
        if place.element is not None or not _depth(place):
            return ()
        known = self._known.get(_deepest(place), [])
        found = tuple(node for address, node in known if _is_at(address, place))
        return found if len(found) == 1 else ()


def _deepest(address: Target) -> tuple[str, ...]:
    """The text that an address is in, and the kind and number in which it ends."""
    document = address.attachment if address.appendix is None else address.appendix
    keys = (*_NAMED, "part", "item")
    kind = next((key for key in reversed(keys) if getattr(address, key) is not None), "")
    return document or "", kind, (getattr(address, kind) or "") if kind else ""


def _is_at(address: Target, place: Target) -> bool:
    """Whether the two are one; a clause may be named without the chapter in which it stands."""
    same = all(getattr(place, key) in {None, getattr(address, key)} for key in _NAMED)
    return same and (place.clause is not None or address.clause is None)


def _row_place(place: Target) -> Target:
    return Target(**{key: getattr(place, key) for key in _ROW_KEYS})


def _by_clause(places: Sequence[Target]) -> dict[str | None, list[Target]]:
    found: dict[str | None, list[Target]] = {}
    for place in dict.fromkeys(places):
        found.setdefault(place.clause, []).append(place)
    return found


def _outermost(place: Target, clauses: dict[str | None, list[Target]]) -> Target:
    """The clause that is itself changed and holds this element; itself where none is."""
    holding = [other for other in clauses[place.clause] if _holds(other, place)]
    return min(holding, key=_depth, default=place)


def _holds(outer: Target, inner: Target) -> bool:
    """Whether the clause, article or subclause ``outer`` holds ``inner``."""
    if outer.element is not None or outer.clause is None or outer == inner:
        return False
    keys = ("attachment", "appendix", *_NAMED)
    return all(getattr(outer, key) in {None, getattr(inner, key)} for key in keys)


def _depth(place: Target) -> int:
    return sum(getattr(place, key) is not None for key in _NAMED)


def _changed(
    place: Target, results: tuple[Result, ...], base: _Elements, new: _Elements
) -> Changed:
    """The element as a whole, where it can be found; else what the instructions themselves give."""
    stood = base.at(place) or _first_state(results, place)
    stands = new.at(place) or _last_state(stood, results, place)
    return Changed(place, _bare(stood), _bare(stands), results)


def _first_state(results: Sequence[Result], place: Target) -> tuple[Node, ...]:
    first = results[0]
    return first.before if _row_place(first.place) == place else ()


def _last_state(
    stood: tuple[Node, ...], results: Iterable[Result], place: Target
) -> tuple[Node, ...]:
    state = stood
    for result in results:
        if result.place == place or not _depth(place):
            state = result.after
        else:
            state = _carried_out(state, result)
    return state


def _carried_out(state: tuple[Node, ...], result: Result) -> tuple[Node, ...]:
    """The element with a change inside it made; what cannot be placed stands at its end."""
    if not result.before:
        return _inserted(state, result)
    made, done = _substituted(_bare(state), _bare(result.before), result.after)
    return made if done else (*state, *result.after)


def _substituted(
    nodes: tuple[Node, ...], old: tuple[Node, ...], new: tuple[Node, ...]
) -> tuple[tuple[Node, ...], bool]:
    """The elements with the run ``old`` replaced wherever it stands first; whether it was there."""
    for at in range(len(nodes) - len(old) + 1):
        if nodes[at : at + len(old)] == old:
            return (*nodes[:at], *new, *nodes[at + len(old) :]), True
    for at, node in enumerate(nodes):
        if len(old) == 1 and old[0].kind == "part" and node.text == old[0].text:
            text = new[0].text if new else None  # the element's own first words are its part 1
            return (*nodes[:at], replace(node, text=text), *nodes[at + 1 :]), True
        children, done = _substituted(node.children, old, new)
        if done:
            return (*nodes[:at], replace(node, children=children), *nodes[at + 1 :]), True
    return nodes, False


def _inserted(state: tuple[Node, ...], result: Result) -> tuple[Node, ...]:
    """The element with something new in it, at the ordinal that its address names, else last."""
    if len(state) != 1:
        return (*state, *result.after)
    ordinal = result.place.part or result.place.item or ""
    own = int(state[0].text is not None and result.place.part is not None)
    at = int(ordinal) - 1 - own if ordinal.isdecimal() else len(state[0].children)
    before, after = state[0].children[: max(at, 0)], state[0].children[max(at, 0) :]
    return (replace(state[0], children=(*before, *result.after, *after)),)


def _bare(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """The elements without their editorial notes, which are no wording of the norm."""
    return tuple(
        replace(node, notes=(), children=_bare(node.children))
        if node.notes or node.children
        else node
        for node in nodes
    )
