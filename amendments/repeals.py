"""Whole acts that an amending or a repealing act deprives of force."""

from __future__ import annotations

from collections.abc import Iterator

from amendments.scopes import amended_act
from lexicon.formulas import search
from model import Act, AmendedAct, Lang, Node, Operation, Target
from parsers.findings import Findings


def repealed_acts(act: Act, findings: Findings) -> Iterator[Operation]:
    """One repeal per act that a clause names; the act is in ``amends``, the target is empty.

    The clause of an act that stands for itself repeals its own predecessor: that is no amendment.
    """
    if act.role not in {"amending", "repealing"}:
        return
    for clause in act.body:
        if clause.kind == "clause" and search("clause/repeal", clause.text or "", act.lang):
            for node in _naming(clause):
                yield _repeal(node, clause, act, findings)


def earlier_acts(act: Act) -> Iterator[AmendedAct]:
    """The acts that a clause of the act itself puts out of force, as far as it names them."""
    for clause in act.body:
        if clause.kind == "clause" and search("clause/repeal", clause.text or "", act.lang):
            named = (_named(node, clause, act.lang) for node in _naming(clause))
            yield from (one for one in named if one is not None)


def _named(node: Node, clause: Node, lang: Lang) -> AmendedAct | None:
    """The act that an element names; in a list its type may stand before the list alone."""
    text = node.text or ""
    named = amended_act(text, lang)
    if named is None and node is not clause:
        return amended_act(f"{clause.text or ''} {text}", lang)
    return named


def _naming(clause: Node) -> tuple[Node, ...]:
    """The elements that name an act each: the clause itself, or those of its list."""
    listed = tuple(child for child in clause.children if child.kind in {"subclause", "item"})
    return listed or (clause,)


def _repeal(node: Node, clause: Node, act: Act, findings: Findings) -> Operation:
    text = node.text or ""
    named = _named(node, clause, act.lang)
    if named is None or not (named.number or named.date or named.title):
        findings.say("not-understood", node.span, words=text)
        return Operation("not-understood", Target(), text=text, span=node.span)
    return Operation("repeal", Target(), text=text, span=node.span, amends=named)
