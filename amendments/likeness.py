"""How much two texts are one text, by the words they share; order and typing do not count."""

from __future__ import annotations

import re
from collections import Counter

from lexicon.folding import key
from model import Node

Bag = Counter[str]

_WORD = re.compile(r"\w+")


def words_in(node: Node) -> Bag:
    """The words of an element with all that stands under it, each with how often it occurs."""
    return Counter(_WORD.findall(key(" ".join(_texts(node)))))


def words_under(node: Node) -> list[str]:
    """The texts of everything that stands under an element, in their order."""
    return [text for child in node.children for text in _texts(child)]


def _texts(node: Node) -> list[str]:
    own = [text for text in (node.heading, node.text) if text]
    cells = [cell.text for row in node.rows for cell in row]
    return own + cells + words_under(node)


def plain(node: Node) -> str:
    """The element's words as they are compared for being the same; its own number is no part."""
    return key("\n".join(_texts(node)))


def likeness(one: Bag, other: Bag) -> float:
    """From 0 (no word in common) to 1 (the same words equally often)."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def share_in(one: Bag, other: Bag) -> float:
    """What share of the words of ``one`` stands in ``other``, from 0 to 1."""
    return (one & other).total() / one.total() if one else 0.0
