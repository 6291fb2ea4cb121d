"""Drafted operations in the order of the text, as far as each finds its numbers free or borne."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from model import Node, Operation

_DIVISIONS = frozenset({"section", "chapter", "paragraph"})
Nodes = tuple[Node, ...]


class _Step(msgspec.Struct, frozen=True):
    """An operation with the clauses that it takes out, puts in, and must find in place."""

    operation: Operation
    goes: frozenset[str]
    comes: frozenset[str]
    needs: frozenset[str]


def in_safe_order(operations: Iterable[Operation], old: Nodes) -> list[Operation]:
    """The operations on the text ``old`` in the order given, but where that cannot be done.

    A clause that passes to another chapter goes from the one before it comes to the other: one
    number cannot be borne twice. A clause with a doubled number comes while the one that it
    follows is there.
    """
    steps = [_step(one, old) for one in operations]
    waiting = Counter(number for step in steps for number in step.goes)
    needed = Counter(number for step in steps for number in step.needs)
    return [step.operation for step in _taken(steps, waiting, needed)]


def _taken(steps: list[_Step], waiting: Counter[str], needed: Counter[str]) -> Iterator[_Step]:
    """The steps one by one, each the first that can be taken; in a ring, the first."""
    while steps:
        free = (one for one in _in_turn(steps) if _is_free(one, waiting, needed))
        step = next(free, steps[0])
        steps.remove(step)
        waiting.subtract(step.goes)
        needed.subtract(step.needs)
        yield step


def _in_turn(steps: list[_Step]) -> Iterator[_Step]:
    """The steps without all insertions but the first: a new clause stands behind the one before."""
    inserting = False
    for step in steps:
        if step.operation.action != "insert":
            yield step
        elif not inserting:
            inserting = True
            yield step


def _is_free(step: _Step, waiting: Counter[str], needed: Counter[str]) -> bool:
    return not any(waiting[number] > 0 for number in step.comes) and not any(
        needed[number] > 0 for number in step.goes
    )


def _step(operation: Operation, old: Nodes) -> _Step:
    before = _clauses_before(operation, old)
    after = frozenset(_clauses(operation.content))
    inner = operation.target.subclause or operation.target.part
    doubled = (number.rpartition("-")[0] for number in after - before)
    needs = frozenset(filter(None, doubled)) - after if operation.action == "insert" else ()
    if inner:
        return _Step(operation, frozenset(), frozenset(), frozenset())
    return _Step(operation, before - after, after - before, frozenset(needs))


def _clauses_before(operation: Operation, old: Nodes) -> frozenset[str]:
    """The clauses that stand in the place of the operation before it."""
    target = operation.target
    if operation.action not in {"delete", "replace"} or target.element:
        return frozenset()
    if target.clause:
        return frozenset({target.clause})
    kind = next((kind for kind in _DIVISIONS if getattr(target, kind)), None)
    if kind is None:
        return frozenset()
    return frozenset(_clauses(_division(old, kind, getattr(target, kind))))


def _division(nodes: Nodes, kind: str, number: str) -> Nodes:
    found = (node for node in _all(nodes) if node.kind == kind and node.number == number)
    return tuple(found)


def _all(nodes: Nodes) -> Iterator[Node]:
    for node in nodes:
        yield node
        if node.kind in _DIVISIONS or node.kind == "article":
            yield from _all(node.children)


def _clauses(nodes: Nodes) -> Iterator[str]:
    return (node.number for node in _all(nodes) if node.kind == "clause" and node.number)
