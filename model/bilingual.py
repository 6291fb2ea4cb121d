"""One act in two languages: both texts of every element, side by side.

Kazakh and Russian are separate texts of equal force (law "On legal acts", article 24), so both
acts are kept whole and the pairs are derived: nothing can be lost by pairing.
"""

from __future__ import annotations

from collections.abc import Iterator

from model.act import Act, Node, Target, Value
from model.tree import walk


class Pair(Value, frozen=True):
    """The two texts of one element; a side is ``None`` where that text has no such element."""

    target: Target
    kk: Node | None
    ru: Node | None


class BilingualAct(Value, frozen=True):
    """The Kazakh and the Russian text of one act."""

    kk: Act
    ru: Act

    def pairs(self) -> Iterator[Pair]:
        """Both texts of every element by address, Kazakh order first.

        A repeated number is paired occurrence by occurrence.
        """
        russian = _by_address(self.ru)
        for target, node in walk(self.kk):
            others = russian.get(target, [])
            yield Pair(target, node, others.pop(0) if others else None)
        for target, nodes in russian.items():
            yield from (Pair(target, None, node) for node in nodes)

    def one_sided(self) -> tuple[Pair, ...]:
        """The elements that only one of the two texts has."""
        return tuple(pair for pair in self.pairs() if pair.kk is None or pair.ru is None)


def _by_address(act: Act) -> dict[Target, list[Node]]:
    found: dict[Target, list[Node]] = {}
    for target, node in walk(act):
        found.setdefault(target, []).append(node)
    return found
