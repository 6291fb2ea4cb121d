"""The operations of an amending act in the order in which they can be carried out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from msgspec.structs import replace

from lexicon.references import read_references
from model import LANGUAGES, Act, Node, Operation, Target

Key = tuple[int, int, str]
_RENUMBERED = ("subclause", "clause", "article", "paragraph", "chapter", "section")


def rounds(operations: list[Operation]) -> Iterator[list[Operation]]:
    """Each operation alone, but the word pairs of one instruction on one target together.

    "Respectively" means at the same time: what the first pair writes is not read by the second.
    """
    for _, listed in groupby(operations, key=_instruction):
        group = list(listed)
        if len(group) > 1 and all(one.action == "replace-words" for one in group):
            yield group
        elif len(group) > 1 and all(one.action == "renumber" for one in group):
            yield from ([one] for one in _without_collisions(group))
        else:
            yield from ([one] for one in group)


def _instruction(operation: Operation) -> tuple[object, ...]:
    place = (operation.span.start, operation.span.end, operation.text, operation.action)
    return (*place, operation.target) if operation.action == "replace-words" else place


def _without_collisions(group: list[Operation]) -> list[Operation]:
    """Each element when its new number is free: 6 becomes 7 before 5 becomes 6."""
    waiting = {one.target: one for one in group}
    if len(waiting) < len(group):
        return group
    takes = {one.target: _taken_by(one) for one in group}
    ordered: list[Operation] = []
    while waiting:
        free = [target for target in waiting if takes[target] not in waiting]
        ordered += [waiting.pop(target) for target in free or list(waiting)]
    return ordered


def _taken_by(operation: Operation) -> Target | None:
    """The address that the element takes; ``None`` where its new number is not a plain one."""
    target = operation.target
    kind = next((unit for unit in _RENUMBERED if getattr(target, unit)), None)
    number = operation.new or ""
    for lang in LANGUAGES:
        for said in read_references(number, lang) if kind else ():
            number = getattr(said, kind or "") or number
    return replace(target, **{kind: number}) if kind and number != getattr(target, kind) else None


def clause_numbers(amending: Act) -> dict[Key, str]:
    """Which clause of the amending act ordered each instruction, by its place and its words."""
    found: dict[Key, str] = {}
    for node in amending.body:
        _number(node, (), found)
    return found


def _number(node: Node, above: tuple[str, ...], found: dict[Key, str]) -> None:
    numbers = (*above, node.number) if node.number else above
    if numbers:
        found.setdefault((node.span.start, node.span.end, node.text or ""), ".".join(numbers))
    for child in node.children:
        _number(child, numbers, found)
