"""Which element of the Kazakh text is which of the Russian: by number, else by content.

A clause that one text has lost may leave a gap in its numbers or none; two clauses may have
changed places. Numbers are trusted unless the words say plainly otherwise.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType

from lexicon.folding import key
from model.act import Value
from review.likeness import Likeness
from review.placed import Placed

_MOST = 250  # elements of a list up to which content is compared: each with each
_PLAINLY = 0.45  # by how much content must speak for another pairing than that of the numbers
_CROSSED = 0.15  # the same, for two clauses that have changed places
_LEAST = 0.12  # likeness below which two elements are not paired by content
Places = list[tuple[int | None, int | None]]
Alike = Callable[[int, int], float]
_NONE: Mapping[int, int] = MappingProxyType({})


class Matched(Value, frozen=True):
    """Two elements that correspond, or one without a counterpart; ``moved``: out of its order."""

    kk: Placed | None
    ru: Placed | None
    moved: bool = False

    @property
    def either(self) -> Placed:
        """The element; the Kazakh one where both texts have it."""
        found = self.kk or self.ru
        assert found is not None  # noqa: S101 - a match has one side at least
        return found


def numbered(kk: Sequence[Placed], ru: Sequence[Placed]) -> list[Matched]:
    """Clauses, articles or subclauses that correspond, in the Kazakh order, lone ones in place."""
    found = _by_number(kk, ru)
    turned: dict[int, int] = {}
    if 1 < max(len(kk), len(ru)) <= _MOST:
        alike = Likeness([one.node for one in kk], [one.node for one in ru])
        found = _by_content(found, len(kk), len(ru), alike)
        turned = _crossed(found, alike)
    return _matched(found, kk, ru, turned)


def unnumbered(kk: Sequence[Placed], ru: Sequence[Placed]) -> list[Matched]:
    """Parts or items that correspond: one by one, or by content where one text has more."""
    if len(kk) == len(ru):
        return [Matched(one, other) for one, other in zip(kk, ru, strict=True)]
    if not kk or not ru or max(len(kk), len(ru)) > _MOST:
        count = min(len(kk), len(ru))
        rest = [
            *(Matched(one, None) for one in kk[count:]),
            *(Matched(None, one) for one in ru[count:]),
        ]
        return [*(Matched(*pair) for pair in zip(kk, ru, strict=False)), *rest]
    alike = Likeness([one.node for one in kk], [one.node for one in ru])
    return _matched(aligned(len(kk), len(ru), lambda i, j: alike(i, j) + _LEAST), kk, ru)


def _by_number(kk: Sequence[Placed], ru: Sequence[Placed]) -> Places:
    """Pairs of one number; a repeated number occurrence by occurrence."""
    waiting: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, one in enumerate(ru):
        waiting[_number(one)].append(place)
    found: Places = []
    for place, one in enumerate(kk):
        same = waiting[_number(one)]
        found.append((place, same.pop(0) if same else None))
    found += [(None, place) for places in waiting.values() for place in places]
    return found


def _number(one: Placed) -> tuple[str, str]:
    return one.node.kind, key(one.node.number or "")


def _by_content(found: Places, kk: int, ru: int, alike: Alike) -> Places:
    """The pairs by content in the order of the text, where they are plainly better."""
    if kk == ru and all(None not in pair for pair in found):
        return found
    other = aligned(kk, ru, alike)
    return other if _worth(other, alike) - _worth(found, alike) > _PLAINLY else found


def _worth(found: Places, alike: Alike) -> float:
    return sum(alike(i, j) for i, j in found if i is not None and j is not None)


def aligned(kk: int, ru: int, alike: Alike) -> Places:
    """The pairs that keep the order of both texts and are most alike in all."""
    best = [[0.0] * (ru + 1) for _ in range(kk + 1)]
    for i in range(kk - 1, -1, -1):
        for j in range(ru - 1, -1, -1):
            together = alike(i, j) - _LEAST + best[i + 1][j + 1]
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    return list(_way(best, alike))


def _way(best: list[list[float]], alike: Alike) -> Iterator[tuple[int | None, int | None]]:
    kk, ru, i, j = len(best) - 1, len(best[0]) - 1, 0, 0
    while i < kk and j < ru:
        if best[i][j] == alike(i, j) - _LEAST + best[i + 1][j + 1]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            yield i, None
            i += 1
        else:
            yield None, j
            j += 1
    yield from ((place, None) for place in range(i, kk))
    yield from ((None, place) for place in range(j, ru))


def _crossed(found: Places, alike: Alike) -> dict[int, int]:
    """Of pairs whose texts stand under each other's numbers: which Kazakh is which Russian one."""
    pairs = [(i, j) for i, j in found if i is not None and j is not None]
    gains = sorted(
        ((_gain(one, other, alike), one, other) for one, other in combinations(pairs, 2)),
        reverse=True,
    )
    turned: dict[int, int] = {}
    for gain, (i, j), (k, m) in gains:
        if gain > _CROSSED and i not in turned and k not in turned:
            turned |= {i: m, k: j}
    return turned


def _gain(one: tuple[int, int], other: tuple[int, int], alike: Alike) -> float:
    """How much more alike two pairs are crosswise; each must be more alike than before."""
    (i, j), (k, m) = one, other
    straight, crosswise = (alike(i, j), alike(k, m)), (alike(i, m), alike(k, j))
    if min(crosswise) <= max(straight):
        return 0.0
    return sum(crosswise) - sum(straight)


def _matched(
    found: Places, kk: Sequence[Placed], ru: Sequence[Placed], turned: Mapping[int, int] = _NONE
) -> list[Matched]:
    """The pairs; moved are those that are turned round, and of the rest those out of order."""
    whole = [(i, j) for i, j in found if i is not None and j is not None]
    kept = _in_order([j for i, j in whole if i not in turned])
    pairs = [(i, turned.get(i, j) if i is not None else j) for i, j in found]
    return [
        Matched(
            None if i is None else kk[i],
            None if j is None else ru[j],
            moved=i is not None and j is not None and (i in turned or j not in kept),
        )
        for i, j in _in_place(pairs)
    ]


def _in_place(found: Places) -> Places:
    """The pairs in the Kazakh order; what the Russian text alone has, behind what precedes it."""
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
