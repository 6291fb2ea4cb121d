"""Which element of one text is which of another: by number, else by content.

The texts are the Kazakh and the Russian one of an act, or an act and its model in one language.

A clause that one text has lost may leave a gap in its numbers or none; two clauses may have
changed places. Numbers are trusted unless the words say plainly otherwise.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from types import MappingProxyType

from lexicon.folding import key
from model import Node
from model.act import Value
from review.likeness import PAIR, Langs, Likeness
from review.out_of_order import Alike, Places, crossed, rejoined
from review.placed import Placed

_MOST = 250  # elements of a list up to which content is compared: each with each
_PLAINLY = 0.45  # by how much content must speak for another pairing than that of the numbers
_HEADED = 0.5  # likeness at least of two elements of one language under the same heading
LEAST = 0.12  # likeness below which two elements are not paired by content
_NONE: Mapping[int, int] = MappingProxyType({})


class Manner(Value, frozen=True):
    """How two lists are paired: in which languages they are, and how like a pair must be.

    Elements of one number that are less alike than ``least`` are no pair. Across languages a
    number alone makes a pair, for the words of two languages tell too little against it.
    """

    langs: Langs = PAIR
    least: float = 0.0


ACROSS = Manner()


class Matched(Value, frozen=True):
    """Two elements that correspond, or one without a counterpart; ``moved``: out of its order."""

    first: Placed | None
    second: Placed | None
    moved: bool = False

    @property
    def either(self) -> Placed:
        """The element; that of the first text where both have it."""
        found = self.first or self.second
        assert found is not None  # noqa: S101 - a match has one side at least
        return found


def numbered(
    first: Sequence[Placed], second: Sequence[Placed], manner: Manner = ACROSS
) -> list[Matched]:
    """Clauses, articles or subclauses that correspond, in the first order, lone ones in place."""
    found = _by_number(first, second)
    turned: dict[int, int] = {}
    if _is_compared(first, second, manner):
        alike = _likeness(first, second, manner)
        if manner.least or len(first) != len(second) or any(None in pair for pair in found):
            found = _by_content(found, len(first), len(second), alike)
        turned = crossed(found, alike)
        found = _apart(found, turned, alike, manner.least)
        found = rejoined(found, alike) if manner.least else found
    return _matched(found, first, second, turned)


def _is_compared(first: Sequence[Placed], second: Sequence[Placed], manner: Manner) -> bool:
    """Whether content is looked at; across languages one element and one are always a pair."""
    most = max(len(first), len(second))
    return (most > 1 or manner.least > 0) and most <= _MOST


def _likeness(first: Sequence[Placed], second: Sequence[Placed], manner: Manner) -> Alike:
    """How like elements are; in one language those under the same heading are one."""
    alike = Likeness([one.node for one in first], [one.node for one in second], manner.langs)
    if not manner.least:
        return alike
    heads = [[key(one.node.heading or "") for one in side] for side in (first, second)]

    def headed(i: int, j: int) -> float:
        same = heads[0][i] == heads[1][j] != ""
        return max(alike(i, j), _HEADED) if same else alike(i, j)

    return headed


def _apart(found: Places, turned: Mapping[int, int], alike: Alike, least: float) -> Places:
    """The pairs, those that are too unlike taken apart."""
    kept: Places = []
    for i, j in found:
        if i is None or j is None or i in turned or alike(i, j) >= least:
            kept.append((i, j))
        else:
            kept += [(i, None), (None, j)]
    return kept


def unnumbered(
    first: Sequence[Placed], second: Sequence[Placed], manner: Manner = ACROSS
) -> list[Matched]:
    """Parts or items that correspond: one by one, or by content where one text has more.

    In one language content decides always.
    """
    if len(first) == len(second) and not manner.least:
        return [Matched(one, other) for one, other in zip(first, second, strict=True)]
    found = by_content([one.node for one in first], [one.node for one in second], manner)
    return _matched(found, first, second)


def by_content(first: Sequence[Node], second: Sequence[Node], manner: Manner) -> Places:
    """The places that correspond by their words in the order of both; in a long list one by one."""
    if max(len(first), len(second)) > _MOST:
        found = zip_longest(range(len(first)), range(len(second)))
        return sorted(found, key=lambda pair: None in pair)
    alike, more = Likeness(first, second, manner.langs), LEAST - manner.least
    return aligned(len(first), len(second), lambda i, j: alike(i, j) + more)


def _by_number(first: Sequence[Placed], second: Sequence[Placed]) -> Places:
    """Pairs of one number; a repeated number occurrence by occurrence."""
    waiting: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, one in enumerate(second):
        waiting[_number(one)].append(place)
    found: Places = []
    for place, one in enumerate(first):
        same = waiting[_number(one)]
        found.append((place, same.pop(0) if same else None))
    found += [(None, place) for places in waiting.values() for place in places]
    return found


def _number(one: Placed) -> tuple[str, str]:
    return one.node.kind, key(one.node.number or "")


def _by_content(found: Places, first: int, second: int, alike: Alike) -> Places:
    """The pairs by content in the order of the text, where they are plainly better."""
    other = aligned(first, second, alike)
    return other if _worth(other, alike) - _worth(found, alike) > _PLAINLY else found


def _worth(found: Places, alike: Alike) -> float:
    return sum(alike(i, j) for i, j in found if i is not None and j is not None)


def aligned(first: int, second: int, alike: Alike) -> Places:
    """The pairs that keep the order of both texts and are most alike in all."""
    best = [[0.0] * (second + 1) for _ in range(first + 1)]
    for i in range(first - 1, -1, -1):
        for j in range(second - 1, -1, -1):
            together = alike(i, j) - LEAST + best[i + 1][j + 1]
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    return list(_way(best, alike))


def _way(best: list[list[float]], alike: Alike) -> Iterator[tuple[int | None, int | None]]:
    first, second, i, j = len(best) - 1, len(best[0]) - 1, 0, 0
    while i < first and j < second:
        if best[i][j] == alike(i, j) - LEAST + best[i + 1][j + 1]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            yield i, None
            i += 1
        else:
            yield None, j
            j += 1
    yield from ((place, None) for place in range(i, first))
    yield from ((None, place) for place in range(j, second))


def _matched(
    found: Places,
    first: Sequence[Placed],
    second: Sequence[Placed],
    turned: Mapping[int, int] = _NONE,
) -> list[Matched]:
    """The pairs; moved are those that are turned round, and of the rest those out of order."""
    whole = sorted((i, j) for i, j in found if i is not None and j is not None)
    kept = _in_order([j for i, j in whole if i not in turned])
    pairs = [(i, turned.get(i, j) if i is not None else j) for i, j in found]
    return [
        Matched(
            None if i is None else first[i],
            None if j is None else second[j],
            moved=i is not None and j is not None and (i in turned or j not in kept),
        )
        for i, j in _in_place(pairs)
    ]


def _in_place(found: Places) -> Places:
    """The pairs in the first order; what the second text alone has, behind what precedes it."""
    after = {j: i for i, j in found if i is not None and j is not None}

    def place(pair: tuple[int | None, int | None]) -> tuple[int, int]:
        i, j = pair
        if i is not None:
            return i, -1
        before = (after[one] for one in range(j or 0, -1, -1) if one in after)
        return next(before, -1), j or 0

    return sorted(found, key=place)


def _in_order(places: list[int]) -> frozenset[int]:
    """The most places that stand in rising order: what is left out of them has moved."""
    tails: list[int] = []
    chains: list[tuple[int, ...]] = []
    for place in places:
        at = bisect_left(tails, place)
        chain = (*(chains[at - 1] if at else ()), place)
        tails[at : at + 1] = [place]
        chains[at : at + 1] = [chain]
    return frozenset(chains[-1] if chains else ())
