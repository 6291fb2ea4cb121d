"""Two redactions of one act, clause by clause: what stayed, changed, moved, split or merged.

A clause is looked for under its own number first. Where another clause is more like it, the
number has passed to that one: then it was renumbered, or (against the order of the others)
moved. Nothing is forced: a clause without a likeness is new, or gone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from heapq import nsmallest
from typing import Literal

import msgspec

from amendments.likeness import Bag, likeness, plain, share_in, words_in
from model import Act, Node, Target
from model.act import Value
from model.tree import walk

Verdict = Literal["same", "changed", "renumbered", "moved", "split", "merged", "new", "removed"]

_ENOUGH = 0.55  # likeness from which two clauses with different numbers are taken for one
_LEAST = 0.25  # under one number: below it the number was given to another norm
_OWN_NUMBER = 0.2  # what the same number is worth beside the likeness of words
_RARE = 6  # clauses: a word that more of them use tells none of them from the others
_NEAREST = 3  # clauses that are compared with one for being it
_PART_OF = 0.75  # share of a clause's words in another one from which it was a part of it


class Match(Value, frozen=True):
    """Clauses of the old and of the new redaction that belong together, with their addresses.

    ``old`` is empty for a new clause, ``new`` for a removed one; a split clause has several in
    ``new``, merged ones several in ``old``. ``likeness`` is 1 for the same words.
    """

    verdict: Verdict
    old: tuple[Target, ...] = ()
    new: tuple[Target, ...] = ()
    likeness: float = 0.0


class _Clause(msgspec.Struct, frozen=True, eq=False):
    place: int
    target: Target
    text: str
    bag: Bag

    @property
    def document(self) -> tuple[str | None, str | None]:
        return self.target.attachment, self.target.appendix

    @property
    def number(self) -> str:
        return self.target.clause or ""


Pairs = dict[int, int]  # place of an old clause: place of the new one


def align_redactions(
    old: Act, new: Act, beside: tuple[Act, Act] | None = None
) -> tuple[Match, ...]:
    """Every clause of both redactions in exactly one match, in the order of the new redaction.

    What is gone stands where it stood in the old redaction. ``beside`` are both redactions in the
    other language: clauses are then matched by their words in both texts.
    """
    before = list(_clauses(old, beside and beside[0]))
    after = list(_clauses(new, beside and beside[1]))
    pairs = _pairs(before, after)
    groups = [_Group([before[a]], [after[b]]) for a, b in pairs.items()]
    _join_rest(groups, before, after)
    steady = _in_order(pairs)
    return tuple(_match(group, steady) for group in sorted(groups, key=_position))


def _clauses(act: Act, beside: Act | None) -> Iterator[_Clause]:
    others = dict(_found(beside)) if beside else {}
    for place, (target, node) in enumerate(_found(act)):
        both = [node, others[target]] if target in others else [node]
        # Sorted: the clause is the same one, whichever of its two texts is asked about.
        text = "\n".join(sorted(map(plain, both)))
        yield _Clause(place, target, text, sum(map(words_in, both), Bag()))


def _found(act: Act) -> Iterator[tuple[Target, Node]]:
    return ((target, node) for target, node in walk(act) if node.kind == "clause")


def _pairs(before: list[_Clause], after: list[_Clause]) -> Pairs:
    """The best pairs first; a clause belongs to one pair at most."""
    scored = sorted(_candidates(before, after), key=lambda found: (-found[0], found[1], found[2]))
    pairs: Pairs = {}
    taken: set[int] = set()
    for _, a, b in scored:
        if a not in pairs and b not in taken:
            pairs[a] = b
            taken.add(b)
    return pairs


def _candidates(before: list[_Clause], after: list[_Clause]) -> Iterator[tuple[float, int, int]]:
    by_text, by_number = defaultdict(list), defaultdict(list)
    for clause in after:
        by_text[clause.document, clause.text].append(clause)
        by_number[clause.document, clause.number].append(clause)
    rare = _by_rare_words(after)
    for clause in before:
        same = _closest(clause, by_text[clause.document, clause.text])
        numbered = by_number[clause.document, clause.number]
        near = [] if same else _nearest(clause, rare, after)
        for other in {id(one): one for one in (*same, *numbered, *near)}.values():
            own = other.number == clause.number and other.document == clause.document
            alike = likeness(clause.bag, other.bag)
            if alike >= (_LEAST if own else _ENOUGH):
                yield alike + own * _OWN_NUMBER, clause.place, other.place


def _closest(clause: _Clause, others: list[_Clause]) -> list[_Clause]:
    """Of clauses with the same words those that stand nearest: an act may repeat a clause often."""
    return nsmallest(_NEAREST, others, key=lambda other: abs(other.place - clause.place))


def _by_rare_words(clauses: Iterable[_Clause]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for clause in clauses:
        for word in clause.bag:
            places[word].append(clause.place)
    return {word: found for word, found in places.items() if len(found) <= _RARE}


def _nearest(clause: _Clause, rare: dict[str, list[int]], after: list[_Clause]) -> list[_Clause]:
    """The clauses of the same text that share most of the rarer words."""
    votes = Counter(place for word in clause.bag for place in rare.get(word, ()))
    likely = [after[place] for place, _ in votes.most_common(_NEAREST)]
    return [other for other in likely if other.document == clause.document]


def _in_order(pairs: Pairs) -> set[int]:
    """The old clauses that kept their order among each other: the longest such row."""
    tails: list[int] = []
    at: list[int] = []
    before: dict[int, int | None] = {}
    for a in sorted(pairs):
        place = bisect_left(tails, pairs[a])
        before[a] = at[place - 1] if place else None
        tails[place : place + 1] = [pairs[a]]
        at[place : place + 1] = [a]
    kept, last = set(), at[-1] if at else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept


class _Group(msgspec.Struct):
    """Clauses that belong together; the first of each side are the pair that began it."""

    old: list[_Clause]
    new: list[_Clause]


def _join_rest(groups: list[_Group], before: list[_Clause], after: list[_Clause]) -> None:
    """Put what found no partner where it is a part: of a split clause, of merged ones."""
    paired = list(groups)
    added = _lacking(after, (group.new[0] for group in paired))
    gone = _lacking(before, (group.old[0] for group in paired))
    for clause in added:
        host = next((group for group in paired if _has(group.old[0], clause, group.new)), None)
        (host.new.append(clause) if host else groups.append(_Group([], [clause])))
    for clause in gone:
        host = next((group for group in paired if _has(group.new[0], clause, group.old)), None)
        (host.old.append(clause) if host else groups.append(_Group([clause], [])))


def _lacking(clauses: list[_Clause], paired: Iterable[_Clause]) -> list[_Clause]:
    there = {clause.place for clause in paired}
    return [clause for clause in clauses if clause.place not in there]


def _has(whole: _Clause, part: _Clause, others: list[_Clause]) -> bool:
    """Whether a clause has the words of another one, beyond those of its partners."""
    if whole.document != part.document or share_in(part.bag, whole.bag) < _PART_OF:
        return False
    left = whole.bag.copy()
    for other in others:
        left -= other.bag
    return share_in(part.bag, left) >= _PART_OF


def _match(group: _Group, steady: set[int]) -> Match:
    old, new = group.old, group.new
    alike = likeness(old[0].bag, new[0].bag) if old and new else 0.0
    if old and new and old[0].text == new[0].text:
        alike = 1.0
    return Match(
        _verdict(group, steady, alike),
        tuple(clause.target for clause in old),
        tuple(clause.target for clause in new),
        round(alike, 3),
    )


def _verdict(group: _Group, steady: set[int], alike: float) -> Verdict:
    old, new = group.old, group.new
    if not old or not new:
        return "new" if new else "removed"
    if len(new) > 1:
        return "split"
    if len(old) > 1:
        return "merged"
    if old[0].place not in steady:
        return "moved"
    if old[0].number != new[0].number:
        return "renumbered"
    return "same" if alike == 1 and old[0].text == new[0].text else "changed"


def _position(group: _Group) -> tuple[int, int]:
    return (group.new[0].place, 0) if group.new else (group.old[0].place, 1)
