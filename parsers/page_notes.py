"""What a page sets apart as an editorial note: by a class of its own, or in red."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain, islice

import msgspec
from lxml import etree

from lexicon.formulas import read
from model import LANGUAGES
from parsers.page_paths import elements_at
from parsers.standing import is_expired, repeal_of

_RED = re.compile(r"#?\bff0000\b|#f00\b|\bred\b|rgb\(\s*255\s*,\s*0\s*,\s*0\s*\)", re.IGNORECASE)
_FORMULAS = ("note/announcement", "note/editorial")
# Found by their attributes, of which there are few: a condition is weighed for every element.
_COLOURED = "(.//@color | .//@style | .//@class[contains(., 'note')])/.."
_START = 300  # characters


class Mark(msgspec.Struct, frozen=True):
    """How an element is set apart; a class of its own says that all of it is a note."""

    element: etree._Element
    surely: bool


def marked_in(element: etree._Element) -> dict[etree._Element, Mark]:
    """The elements that are set apart as the portal sets its notes, the element itself included."""
    nodes = elements_at(_COLOURED, element)
    marks = (Mark(node, "note" in node.get("class", "").split()) for node in nodes)
    return {mark.element: mark for mark in marks if mark.surely or _is_red(mark.element)}


def _is_red(node: etree._Element) -> bool:
    colour = f"{node.get('color', '')} {node.get('style', '')}"
    return len(colour) > 1 and bool(_RED.search(colour))


def begins_note(node: etree._Element) -> bool:
    """Whether a note begins with the first words of an element."""
    return reads_as_note(start_of(map(str, node.itertext())))


def reads_as_note(words: str) -> bool:
    """Whether the words, or the beginning of longer ones, are those of a note."""
    start = words[:_START]
    if any(read(name, start, lang) for name in _FORMULAS for lang in LANGUAGES):
        return True
    return any(repeal_of(words, lang) or is_expired(words, lang) for lang in LANGUAGES)


def start_of(pieces: Iterable[str]) -> str:
    """The first words: how a note begins is told by them."""
    return " ".join("".join(islice(chain.from_iterable(pieces), _START)).split())
