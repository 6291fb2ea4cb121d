"""A paragraph of Word that is being read: its words, its list, and what hangs on it."""

from __future__ import annotations

import msgspec

from parsers.word_revisions import CHANGES, Revisions
from parsers.word_styles import ListPlace, list_place
from parsers.word_xml import VAL, Element, W, children, is_on

_STYLE, _LIST, _MARK, _HIDDEN = f"{W}pStyle", f"{W}numPr", f"{W}rPr", f"{W}vanish"


class Properties(msgspec.Struct, frozen=True):
    """What a paragraph's own properties say.

    ``runs_on`` is whether its end is no end in the text that is read: tracked changes take it
    out, or it is hidden, so that its words and the next paragraph's are one.
    """

    style: str | None = None
    place: ListPlace = ListPlace()
    runs_on: bool = False


PLAIN = Properties()


def properties_of(element: Element | None, revisions: Revisions) -> Properties:
    """What ``w:pPr`` says; without one nothing is said."""
    style, place, runs_on = None, PLAIN.place, False
    for one in children(element) if element is not None else ():
        tag = one.tag
        if tag == _STYLE:
            style = one.get(VAL)
        elif tag == _LIST:
            # A list that was put on the paragraph later is a tracked change of its own.
            place = ListPlace() if revisions.reason_in(one) else list_place(one)
        elif tag == _MARK:
            runs_on = _is_no_end(one, revisions)
    if style is None and place is PLAIN.place and not runs_on:
        return PLAIN
    return Properties(style, place, runs_on)


def _is_no_end(mark: Element, revisions: Revisions) -> bool:
    is_no_end = False
    for one in children(mark):
        tag = one.tag
        if tag == _HIDDEN:
            is_no_end |= is_on(one)
        elif tag in CHANGES:
            is_no_end |= revisions.reason_for(one) is not None
    return is_no_end


class Anchored(msgspec.Struct, frozen=True):
    """A text of its own that hangs on a paragraph: a text box, or a note with its mark."""

    content: Element
    reason: str | None = None
    mark: str = ""


class Draft:
    """A paragraph that is still growing; one whose end is no end grows into the next."""

    def __init__(self, mark: str = "") -> None:
        self.words: list[str] = [mark] if mark else []
        self.left: list[tuple[str, str]] = []
        self.above: list[Anchored] = []
        self.anchored: list[Anchored] = []
        self._properties = PLAIN

    @property
    def properties(self) -> Properties:
        """Those of the paragraph whose words stand first, else of the last one."""
        return self._properties

    def end(self, properties: Properties, *, settled: bool) -> None:
        """Enter the properties of a paragraph that ends; ``settled`` if words stood before it."""
        if not settled:
            self._properties = properties

    @property
    def is_begun(self) -> bool:
        """Whether anything stands or hangs in it yet, a number of a list among them."""
        hangs = self.left or self.above or self.anchored
        return bool(self.words or hangs) or self._properties is not PLAIN

    @property
    def has_words(self) -> bool:
        """Whether anything but blanks has been read."""
        return any(not piece.isspace() for piece in self.words)
