"""Acts, and elements of acts, that an amending or a repealing act deprives of force."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from amendments.citing import Cited, cited_acts
from lexicon.formulas import Reading, read, search
from model import Act, AmendedAct, Node, Operation, Target
from parsers.findings import Findings


class _Order(msgspec.Struct, frozen=True):
    """An element that names acts, and the clause that orders their repeal."""

    node: Node
    clause: Node
    act: Act


def repealed_acts(act: Act, findings: Findings) -> Iterator[Operation]:
    """One repeal per act that a clause names; the act is in ``amends``.

    The target is empty, or the element of that act which alone loses its force. The clause of an
    act that stands for itself repeals its own predecessor: that is no amendment.
    """
    if act.role in {"amending", "repealing"}:
        for order in _orders(act):
            yield from _repeals(order, findings)


def earlier_acts(act: Act) -> Iterator[AmendedAct]:
    """The acts that a clause of the act itself puts out of force, as far as it names them.

    An act that loses only an element stays in force and is not among them.
    """
    for order in _orders(act):
        yield from (cited.act for cited in _cited(order) if not cited.targets)


def _orders(act: Act) -> Iterator[_Order]:
    """The elements that name acts: the repealing clauses themselves, or those of their lists."""
    for clause in act.body:
        if clause.kind == "clause" and _is_repeal(clause, act):
            yield from (_Order(node, clause, act) for node in _listed(clause) or (clause,))


def _listed(clause: Node) -> tuple[Node, ...]:
    return tuple(child for child in clause.children if child.kind in {"subclause", "item"})


def _is_repeal(clause: Node, act: Act) -> bool:
    """Whether the clause orders a repeal, itself or by the last element of its list."""
    if _verb(clause, act):
        return True
    *others, last = _listed(clause) or (clause,)
    return bool(others and _verb(last, act) and all(_names_alone(one, act) for one in others))


def _verb(node: Node, act: Act) -> Reading | None:
    return search("clause/repeal", node.text or "", act.lang)


def _names_alone(node: Node, act: Act) -> bool:
    """Whether an element of a list names an act and orders nothing."""
    words = (node.text or "").rstrip(" ;,.")
    return bool(read("repeal/listed", words, act.lang))


def _cited(order: _Order) -> tuple[Cited, ...]:
    """The acts that an element names; in a list their type may stand before the list alone."""
    node, clause, lang = order.node, order.clause, order.act.lang
    found = cited_acts(node.text or "", lang)
    if found or node is clause:
        return found
    return cited_acts(f"{clause.text or ''} {node.text or ''}", lang)


def _repeals(order: _Order, findings: Findings) -> Iterator[Operation]:
    node, text = order.node, order.node.text or ""
    known = [one for one in _cited(order) if one.act.number or one.act.date or one.act.title]
    for cited in known:
        for target in cited.targets or (Target(),):
            yield Operation("repeal", target, text=text, span=node.span, amends=cited.act)
    if not known:
        findings.say("not-understood", node.span, words=text)
        yield Operation("not-understood", Target(), text=text, span=node.span)
