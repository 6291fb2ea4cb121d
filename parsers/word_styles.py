"""What styles say that changes the text: numbers of lists, and hidden words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape

import msgspec

from parsers.word_xml import VAL, Element, W, is_on, number_in

_ROOT = re.compile(rb"<(?P<prefix>(?:[\w.-]+:)?)styles\b[^>]*>")
_ID = re.compile(rb"""styleId\s*=\s*(["'])(.*?)\1""")


class ListPlace(msgspec.Struct, frozen=True):
    """Which list and which of its levels; ``None`` is what was left unsaid.

    A list of number 0 is none at all: it takes a number away that a style gives.
    """

    list_id: str | None = None
    level: int | None = None

    def over(self, below: ListPlace) -> ListPlace:
        """What is said here, and what ``below`` says where it is unsaid here."""
        level = self.level
        if level is None and self.list_id is None:
            level = below.level
        return ListPlace(below.list_id if self.list_id is None else self.list_id, level)


class Style(msgspec.Struct, frozen=True):
    """A style by itself; ``hidden`` is ``None`` where it says nothing of that."""

    based_on: str | None
    place: ListPlace
    hidden: bool | None


def list_place(properties: Element | None) -> ListPlace:
    """What ``w:numPr`` says."""
    if properties is None:
        return ListPlace()
    level, list_id = properties.find(f"{W}ilvl"), properties.find(f"{W}numId")
    return ListPlace(
        list_id.get(VAL) if list_id is not None else None,
        number_in(level, 0) if level is not None else None,
    )


class Styles:
    """The styles of a document, by their ids.

    A document has hundreds of styles and uses a few: each is parsed when it is first asked for.
    """

    def __init__(self, content: bytes, parse: Callable[[bytes], Element]) -> None:
        """Styles of the part ``content`` (UTF-8), read with ``parse``; none in empty content."""
        self._parse = parse
        self._sources = dict(_pieces(content))
        self._styles: dict[str, Style] = {}
        self._places: dict[str | None, ListPlace] = {}
        self._hiding: dict[str | None, bool] = {}

    def line(self, style_id: str | None) -> list[tuple[str, Style]]:
        """The style and those it is based on, nearest first; a circle ends where it closes."""
        met: dict[str, Style] = {}
        while style_id and style_id not in met and style_id in self._sources:
            met[style_id] = self._style(style_id)
            style_id = met[style_id].based_on
        return list(met.items())

    def place(self, style_id: str | None) -> ListPlace:
        """The list that a paragraph of this style belongs to."""
        if style_id not in self._places:
            self._places[style_id] = self._place(style_id)
        return self._places[style_id]

    def _place(self, style_id: str | None) -> ListPlace:
        place = ListPlace()
        for _, style in self.line(style_id):
            if place.list_id is None:
                level = style.place.level if place.level is None else place.level
                place = ListPlace(style.place.list_id, level)
        return place

    def hides(self, style_id: str | None) -> bool:
        """Whether words in this style are hidden."""
        if style_id not in self._hiding:
            told = (style.hidden for _, style in self.line(style_id) if style.hidden is not None)
            self._hiding[style_id] = next(told, False)
        return self._hiding[style_id]

    def _style(self, style_id: str) -> Style:
        if style_id not in self._styles:
            self._styles[style_id] = _style(self._parse(self._sources[style_id]))
        return self._styles[style_id]


def _pieces(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Every style with its id, each as a part of its own."""
    root = _ROOT.search(content)
    if root is None:
        return
    head, prefix = content[: root.end()], root["prefix"]
    end, close = b"</%sstyle>" % prefix, b"</%sstyles>" % prefix
    for piece in content[root.end() :].split(end)[:-1]:
        start = piece.rfind(b"<%sstyle " % prefix)
        key = _ID.search(piece, start)
        if start >= 0 and key is not None:
            yield unescape(key[2].decode()), head + piece[start:] + end + close


def _style(part: Element) -> Style:
    element = part[0]
    based_on = element.find(f"{W}basedOn")
    hidden = element.find(f"{W}rPr/{W}vanish")
    return Style(
        based_on.get(VAL) if based_on is not None else None,
        list_place(element.find(f"{W}pPr/{W}numPr")),
        is_on(hidden) if hidden is not None else None,
    )
