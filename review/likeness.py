"""How like two elements are whatever their numbers: by words of the field, numbers and shape.

The words stand in ``likeness.yaml``, by the stems with which they begin in each language. A word
that every clause has tells little, so words are weighed by how few elements have them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from math import log, sqrt
from pathlib import Path

from lexicon.data import load
from lexicon.folding import fold, small
from model import Lang, Node
from model.act import Value
from review.marks import marks_of

_FILE = Path(__file__).parent / "likeness.yaml"
_NUMBERS, _SHAPE = 2.0, 1.0  # what a number, and a count of entries, weigh beside a word
Features = Counter[str]


class Anchor(Value, frozen=True):
    """The stems of one word in each language."""

    kk: tuple[str, ...]
    ru: tuple[str, ...]

    def of(self, lang: Lang) -> tuple[str, ...]:
        """The stems in ``lang``."""
        return self.kk if lang == "kk" else self.ru


class Likeness:
    """The likeness of each Kazakh element to each Russian one, from 0 to 1."""

    def __init__(self, kk: Sequence[Node], ru: Sequence[Node]) -> None:
        features = [[_features(node, "kk") for node in kk], [_features(node, "ru") for node in ru]]
        weights = _weights([one for side in features for one in side])
        self._kk, self._ru = (
            [_unit({name: number * weights[name] for name, number in one.items()}) for one in side]
            for side in features
        )

    def __call__(self, kk: int, ru: int) -> float:
        """How like the elements at these places are; two without any feature are wholly alike."""
        one, other = self._kk[kk], self._ru[ru]
        if not one and not other:
            return 1.0
        return sum(weight * other.get(name, 0.0) for name, weight in one.items())


def _weights(elements: list[Features]) -> dict[str, float]:
    """What a feature weighs: the fewer have it the more."""
    have = Counter(name for element in elements for name in element)
    every = len(elements) + 1
    return {name: _kind(name) * log(1 + every / count) for name, count in have.items()}


def _kind(name: str) -> float:
    if name.startswith("shape"):
        return _SHAPE
    return _NUMBERS if name.startswith("number") else 1.0


def _unit(weighed: dict[str, float]) -> dict[str, float]:
    length = sqrt(sum(weight * weight for weight in weighed.values()))
    return {name: weight / length for name, weight in weighed.items()} if length else {}


def _features(node: Node, lang: Lang) -> Features:
    """Roots of counts, so that a long list does not drown the rest."""
    text = _text(node)
    found: Features = Counter()
    found.update(f"word {name}" for name in _words(text, lang))
    found.update(f"number {mark.key}" for mark in marks_of(text, lang).numbers)
    found["shape quotes"] = fold(text).count('"') // 2
    for child in node.children:
        found[f"shape {child.kind}"] += 1
    return Counter({name: sqrt(count) for name, count in found.items() if count})


def _text(node: Node) -> str:
    own = [node.heading or "", node.text or ""]
    return "\n".join([*own, *(_text(child) for child in node.children)])


def _words(text: str, lang: Lang) -> list[str]:
    return [_names(lang)[one[1]] for one in _pattern(lang).finditer(small(text))]


@cache
def _anchors() -> tuple[Anchor, ...]:
    return load(_FILE, tuple[Anchor, ...])


@cache
def _names(lang: Lang) -> dict[str, str]:
    """The stems with the word that they belong to, called by its first Russian stem."""
    return {fold(stem).lower(): one.ru[0] for one in _anchors() for stem in one.of(lang)}


@cache
def _pattern(lang: Lang) -> re.Pattern[str]:
    longest_first = sorted(_names(lang), key=len, reverse=True)
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})")
