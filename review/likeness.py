"""How like two elements are whatever their numbers: by words of the field, numbers and shape.

The words stand in ``likeness.yaml``, by the stems with which they begin in each language; in two
texts of one language every word tells, by its first letters. A word that every clause has tells
little, so words are weighed by how few elements have them.
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
_STEM = 6  # letters by which a word is the same in another case or number
Features = Counter[str]
Langs = tuple[Lang, Lang]
PAIR: Langs = ("kk", "ru")  # the two texts of one act


class Anchor(Value, frozen=True):
    """The stems of one word in each language."""

    kk: tuple[str, ...]
    ru: tuple[str, ...]

    def of(self, lang: Lang) -> tuple[str, ...]:
        """The stems in ``lang``."""
        return self.kk if lang == "kk" else self.ru


class Likeness:
    """The likeness of each element of one text to each of the other, from 0 to 1."""

    def __init__(self, first: Sequence[Node], second: Sequence[Node], langs: Langs = PAIR) -> None:
        of = _features if langs[0] != langs[1] else _features_alike
        features = [
            [of(node, lang) for node in nodes]
            for nodes, lang in zip((first, second), langs, strict=True)
        ]
        weights = _weights([one for side in features for one in side])
        self._first, self._second = (
            [_unit({name: number * weights[name] for name, number in one.items()}) for one in side]
            for side in features
        )

    def __call__(self, first: int, second: int) -> float:
        """How like the elements at these places are; two without any feature are wholly alike."""
        one, other = self._first[first], self._second[second]
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
    text = _text(node)
    return _counted(node, text, _words(text, lang), lang)


def _features_alike(node: Node, lang: Lang) -> Features:
    """The features of an element that is compared with one in its own language."""
    text = "\n".join([_text(node), *cell_texts(node)])
    return _counted(node, text, stems(text), lang)


def stems(text: str) -> list[str]:
    """The words of a text, each by its first letters."""
    return [word[:_STEM] for word in _WORDS.findall(small(text))]


_WORDS = re.compile(r"[^\W\d_]{2,}")


def cell_texts(node: Node) -> list[str]:
    """What the cells of all tables in an element say."""
    own = [cell.text for row in node.rows for cell in row]
    return own + [text for child in node.children for text in cell_texts(child)]


def _counted(node: Node, text: str, words: list[str], lang: Lang) -> Features:
    """Roots of counts, so that a long list does not drown the rest."""
    found: Features = Counter()
    found.update(f"word {name}" for name in words)
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
