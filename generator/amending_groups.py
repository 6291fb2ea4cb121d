"""Operations that one instruction orders: "12 and 13", "7-1 and 7-2", "12 – 42 as 13 – 43"."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from msgspec.structs import replace

from amendments.writing import deepest_key
from model import Operation

Group = tuple[Operation, ...]
_TOGETHER = frozenset({"replace", "insert", "delete", "repeal", "renumber"})
_COUNTED = frozenset({"clause", "subclause", "article", "chapter", "section", "appendix"})


def grouped(operations: Iterable[Operation]) -> list[Group]:
    """The operations by instruction, in their order; each is in exactly one group."""
    groups: list[Group] = []
    for operation in operations:
        if groups and _joins(groups[-1], operation):
            groups[-1] = (*groups[-1], operation)
        else:
            groups.append((operation,))
    return [_rising(group) for group in groups]


def _joins(group: Group, operation: Operation) -> bool:
    """Whether the operation is one more of the same on the next element."""
    last = group[-1]
    if not _alike(last, operation):
        return False
    kind, number = deepest_key(operation.target)
    before = deepest_key(last.target)[1]
    if operation.action in {"delete", "repeal"} or kind == "appendix":
        return True
    if operation.action == "renumber":
        return _same_step(group, operation)
    return _bears_number(operation) and _bears_number(last) and _follows(before, number)


def _alike(last: Operation, operation: Operation) -> bool:
    """Whether two operations differ in nothing but the number of their element and the wording."""
    kind, number = deepest_key(operation.target)
    if operation.action not in _TOGETHER or kind not in _COUNTED or not number:
        return False
    renamed = replace(last.target, **{kind: number}) if deepest_key(last.target)[1] else None
    fields = {"target": operation.target, "content": operation.content, "new": operation.new}
    return renamed == operation.target and replace(last, **fields) == operation


def _bears_number(operation: Operation) -> bool:
    """Whether the wording is the element itself: in one quotation each is told by its number."""
    named = [(node.kind, node.number) for node in operation.content]
    return named == [deepest_key(operation.target)]


def _follows(before: str | None, number: str | None) -> bool:
    """Whether a number is the next one: 8 behind 7, 7-2 behind 7-1."""
    first, second = (_split(one or "") for one in (before, number))
    return first is not None and second is not None and second == (first[0], first[1] + 1)


def _split(number: str) -> tuple[str, int] | None:
    head, dash, last = number.rpartition("-")
    return (head + dash, int(last)) if last.isdecimal() else None


def _same_step(group: Group, operation: Operation) -> bool:
    """Whether the elements and their new numbers go up, or down, one by one together."""
    listed = [*group, operation]
    pairs = [(deepest_key(one.target)[1], one.new) for one in listed]
    if not all(old and new and old.isdecimal() and new.isdecimal() for old, new in pairs):
        return False
    places = [(int(old or 0), int(new or 0)) for old, new in pairs]
    steps = {(second[0] - first[0], second[1] - first[1]) for first, second in pairwise(places)}
    return steps in ({(1, 1)}, {(-1, -1)})


def _rising(group: Group) -> Group:
    """The group as it is listed: from the first number up."""
    falls = len(group) > 1 and _follows(*(deepest_key(one.target)[1] for one in group[1::-1]))
    return group[::-1] if falls else group
