"""Footnotes and endnotes: each stands as a paragraph after the one that calls it.

An editorial note of the portal stands there as it is, so that the grammar makes it a note of its
element. Any other keeps its sign, at the place of the call and before its own words.
"""

from __future__ import annotations

from functools import cached_property

import msgspec

from lexicon.formulas import read
from model import LANGUAGES
from parsers.word_numerals import SUPERSCRIPTS
from parsers.word_parts import Parts
from parsers.word_xml import Element, W

_OWN_SIGN = f"{W}customMarkFollows"  # the author typed a sign of his own behind the call
_YES = {"1", "true", "on"}


class Note(msgspec.Struct, frozen=True):
    """A note that is called: the sign at the call, and the mark that begins the note."""

    content: Element
    sign: str = ""
    mark: str = ""


class Notes:
    """The notes of a document in the order of their calls.

    Footnotes and endnotes share one row of numbers, so that no sign stands for two notes.
    """

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._count = 0

    def called(self, call: Element, *, counts: bool) -> Note | None:
        """The note of ``w:footnoteReference`` or ``w:endnoteReference``; ``None`` if it is lost.

        A call that stands in words left out does not count.
        """
        notes = self._footnotes if call.tag == f"{W}footnoteReference" else self._endnotes
        content = notes.get(call.get(f"{W}id", ""))
        if content is None:
            return None
        if call.get(_OWN_SIGN, "0") in _YES or not counts or _is_editorial(content):
            return Note(content)
        self._count += 1
        sign = str(self._count).translate(SUPERSCRIPTS)
        return Note(content, sign, f"{sign} ")

    @cached_property
    def _footnotes(self) -> dict[str, Element]:
        return self._parts.texts("footnotes", "footnote")

    @cached_property
    def _endnotes(self) -> dict[str, Element]:
        return self._parts.texts("endnotes", "endnote")


def _is_editorial(note: Element) -> bool:
    words = " ".join("".join(one.text or "" for one in note.iter(f"{W}t")).split())
    return any(read("note/editorial", words, lang) for lang in LANGUAGES)
