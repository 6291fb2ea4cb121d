"""Numbers that passed to other elements between two redactions, as operations in a safe order.

Before an element takes a number, that number is free: its old bearer has been deleted, or has
taken its own new number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec
from msgspec.structs import replace

from amendments.alignment import Match
from lexicon.folding import key
from model import Node, Operation, Target

_KINDS = ("section", "chapter", "article")  # told by their headings
Nodes = tuple[Node, ...]
Numbers = dict[str, str]  # old number: new number
Agreed = frozenset[tuple[Target, str | None]]  # elements with their new numbers


class Text(msgspec.Struct, frozen=True):
    """One text in two redactions, at the address ``above``.

    ``agreed`` are the only new numbers that may be given: those of both languages.
    """

    old: Nodes
    new: Nodes
    above: Target
    agreed: Agreed | None = None

    def allows(self, kind: str, was: str, now: str) -> bool:
        """Whether the element may take the number."""
        named = replace(self.above, **{kind: was})
        return self.agreed is None or (named, now) in self.agreed


def renumberings(text: Text, matches: Iterable[Match]) -> tuple[list[Operation], Nodes]:
    """The operations that give elements their new numbers, and the old elements bearing them."""
    steps: list[Operation] = []
    divisions: dict[str, Numbers] = {}
    old, above = text.old, text.above
    for kind in _KINDS:
        numbers = divisions[kind] = dict(_in_turn(_by_heading(kind, replace(text, old=old))))
        steps += _renumbered(kind, numbers, above)
        old = _with_numbers(old, kind, numbers, set())
    passed, gone = _of_clauses(text, matches, divisions["chapter"])
    numbers = dict(_in_turn(passed))
    gone &= set(numbers.values())
    steps += [Operation("delete", replace(above, clause=number)) for number in _sorted(gone)]
    steps += _renumbered("clause", numbers, above)
    return steps, _with_numbers(old, "clause", numbers, gone)


def _by_heading(kind: str, text: Text) -> Numbers:
    """Elements whose heading stands under another number, where no other heading is like it."""
    there = {key(node.heading or ""): node.number or "" for node in text.new if _is(kind, node)}
    known = [node for node in text.old if _is(kind, node) and key(node.heading or "") in there]
    pairs = {node.number or "": there[key(node.heading or "")] for node in known}
    bearers = {node.number or "" for node in text.old if node.kind == kind}
    changed = {was: now for was, now in pairs.items() if was != now and text.allows(kind, was, now)}
    return _free(changed, bearers - set(changed))


def _is(kind: str, node: Node) -> bool:
    return node.kind == kind and bool(node.heading) and bool(node.number)


def _of_clauses(
    text: Text, matches: Iterable[Match], chapters: Numbers
) -> tuple[Numbers, set[str]]:
    """The clauses of one text that take other numbers, and those that go to make room.

    A clause that passes to another chapter goes from the one and comes into the other.
    """
    numbers: Numbers = {}
    gone, kept = set[str](), set[str]()
    for match in matches:
        own = [one.clause or "" for one in match.old if _in(one, text.above)]
        now = match.new[0].clause or "" if match.new else None
        if not own:
            continue
        if now is None or match.verdict == "moved" or not _stays(match, chapters):
            gone.add(own[0])
        elif now != own[0] and text.allows("clause", own[0], now):
            numbers[own[0]] = now
        else:
            kept.add(own[0])
        gone.update(own[1:])
    return _free(numbers, kept), gone


def _stays(match: Match, chapters: Numbers) -> bool:
    """Whether the clause is in the same chapter, under whatever number that now has."""
    was, now = match.old[0].chapter, match.new[0].chapter
    return chapters.get(was or "", was) == now


def _in(target: Target, above: Target) -> bool:
    return (target.attachment, target.appendix) == (above.attachment, above.appendix)


def _free(numbers: Numbers, kept: Iterable[str]) -> Numbers:
    """Without those that would take the number of an element that keeps it."""
    taken = set(kept)
    while blocked := {was for was, now in numbers.items() if now in taken}:
        taken |= blocked
        numbers = {was: now for was, now in numbers.items() if was not in blocked}
    return numbers


def _renumbered(kind: str, numbers: Numbers, above: Target) -> Iterator[Operation]:
    """The operations, in the order of ``numbers``."""
    for was, now in numbers.items():
        yield Operation("renumber", replace(above, **{kind: was}), new=now)


def _in_turn(numbers: Numbers) -> Iterator[tuple[str, str]]:
    """Each element when its new number is free: behind each the one that takes its old number.

    In a ring each waits for the other: those are left out, and their wordings are given anew.
    """
    takers = {now: was for was, now in numbers.items()}
    chains = [_chain(was, takers) for was, now in numbers.items() if now not in numbers]
    for chain in sorted(chains, key=lambda chain: min(map(_places, chain))):
        yield from ((was, numbers[was]) for was in chain)


def _chain(first: str, takers: Numbers) -> list[str]:
    """The element whose new number is free, the one that takes its old number, and so on."""
    chain = [first]
    while chain[-1] in takers:
        chain.append(takers[chain[-1]])
    return chain


def _sorted(numbers: Iterable[str]) -> list[str]:
    return sorted(numbers, key=_places)


def _places(number: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", number)]


def _with_numbers(nodes: Nodes, kind: str, numbers: Numbers, gone: set[str]) -> Nodes:
    renumbered = []
    for node in nodes:
        if node.kind == kind and node.number in gone:
            continue
        children = _with_numbers(node.children, kind, numbers, gone)
        own = numbers.get(node.number or "", node.number) if node.kind == kind else node.number
        renumbered.append(replace(node, number=own, children=children))
    return tuple(renumbered)
