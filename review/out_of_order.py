"""Elements of two texts that correspond and stand in another order."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

_CROSSED = 0.15  # the same, for two clauses that have changed places
_PLAINLY = 0.45  # likeness by which two that are left over are one, wherever they stand
Places = list[tuple[int | None, int | None]]
Alike = Callable[[int, int], float]


def rejoined(found: Places, alike: Alike) -> Places:
    """The pairs with those that are left over and plainly one, wherever they stand."""
    lone = [[i for i, j in found if j is None], [j for i, j in found if i is None]]
    likest = sorted(
        ((alike(i, j), i, j) for i in lone[0] for j in lone[1] if i is not None and j is not None),
        reverse=True,
    )
    joined: dict[int, int] = {}
    for like, i, j in likest:
        if like > _PLAINLY and i not in joined and j not in joined.values():
            joined[i] = j
    kept = [(i, j) for i, j in found if i not in joined and j not in joined.values()]
    return kept + list(joined.items())


def crossed(found: Places, alike: Alike) -> dict[int, int]:
    """Of pairs that stand under each other's numbers: which of the first is which of the second."""
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
