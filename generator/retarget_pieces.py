"""The sentences and list entries of the embedded norms, in both languages, and those of an act.

They are what a clause of the other language is drafted from: a norm may be said by a part of a
clause, and a clause may say several norms.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

import msgspec

from generator.outline import Chosen
from generator.retarget_norms import Alignment, Bag, Norm, bag_of, without
from generator.wording import Wording
from model import Act, Attachment, Both, Node, Target
from model.tree import attachment_target, walk

# A sentence ends where a capital letter follows; "{" opens a place of the methodology. An initial
# and a number sign end none: "А. Асанов", "ст. 33".
_NEXT = re.compile(r'(?<=[^\s.]{2}[.!?…])\s+(?=["«(]*([^\W\d_]|\{))')
_LISTED = frozenset({"subclause", "item"})


class Piece(msgspec.Struct, frozen=True):
    """A sentence or a list entry of a norm: in the words of both texts.

    ``own`` is in the language of the source, ``other`` in that of the draft; ``place`` is that
    in its norm. A piece that is not the ``first`` of its element may lean on the one before.
    """

    own: str
    other: str
    bag: Bag
    listed: bool
    first: bool
    norm: int
    place: int


class Sentence(msgspec.Struct, frozen=True):
    """A sentence of a source: in which element of its clause, counted from 0, it stands."""

    text: str
    bag: Bag
    listed: bool
    element: int


def sentences(text: str) -> list[str]:
    """The sentences of a text, none for a text without words."""
    whole, found, start = text.strip(), [], 0
    for gap in _NEXT.finditer(whole):
        if not gap[1].islower():
            found.append(whole[start : gap.start()])
            start = gap.end()
    return [one for one in (*found, whole[start:]) if one]


def elements(node: Node) -> Iterator[Node]:
    """The element and all that stands under it, in the order of the text."""
    yield node
    for child in node.children:
        yield from elements(child)


def holds_clauses(node: Node) -> bool:
    """Whether a clause stands under the element."""
    return any(one.kind == "clause" for one in elements(node))


def targets_of(attachment: Attachment) -> Iterator[Target]:
    """The addresses of all elements in the order of the text; a table has that before it."""
    alone = Act(lang="kk", attachments=(attachment,))
    addressed = (target for target, _ in walk(alone))
    target = attachment_target(attachment)
    for top in attachment.body:
        for node in elements(top):
            target = target if node.kind == "table" else next(addressed)
            yield target


def sentences_of(clause: Node, names: Collection[str] = ()) -> list[Sentence]:
    """Every sentence of a clause; what a list entry has is one. ``names`` tell nothing."""
    found = []
    for place, node in enumerate(elements(clause)):
        listed = node.kind in _LISTED
        texts = [node.text or ""] if listed else sentences(node.text or "")
        found += [
            Sentence(text, without(bag_of(text), names), listed, place)
            for text in texts
            if text.strip()
        ]
    return found


def pieces(alignment: Alignment, source: Wording, said: Wording) -> Mapping[int, list[Piece]]:
    """What every norm says, by its place, sentence by sentence."""
    return {
        norm.place: list(_pieces(norm, alignment.names, source, said)) for norm in alignment.norms
    }


def _pieces(norm: Norm, names: Collection[str], source: Wording, said: Wording) -> Iterator[Piece]:
    for place, (text, listed, first) in enumerate(_texts(norm.clause)):
        own = source.say(text)
        bag = without(bag_of(own), names)
        yield Piece(own, said.say(text), bag, listed, first, norm.place, place)


def _texts(chosen: Chosen) -> Iterator[tuple[Both, bool, bool]]:
    listed = chosen.kind in _LISTED
    for place, text in enumerate([chosen.text] if listed else _parallel(chosen.text)):
        yield text, listed, place == 0
    for child in chosen.children:
        yield from _texts(child)


def _parallel(text: Both) -> list[Both]:
    """The sentences of both texts; the whole where they are not one for one."""
    kk, ru = sentences(text.kk), sentences(text.ru)
    if len(kk) != len(ru):
        return [text]
    return [Both(one, other) for one, other in zip(kk, ru, strict=True)]
