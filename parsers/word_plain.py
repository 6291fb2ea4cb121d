"""Paragraphs that are nothing but typed words: read without a walk element by element.

Nearly all paragraphs of an act are such: properties, and runs with text in them. What stands here
is what may stand in one; a paragraph with anything else in it is left to the walk, which gives the
same of a plain one.
"""

from __future__ import annotations

import msgspec

from parsers.text_unseen import SOFT_HYPHEN
from parsers.word_flow import BLANKS
from parsers.word_parts import Parts
from parsers.word_xml import Element, W, children

# A soft break, and the end of a page or column inside a paragraph, begin a new line.
SIGNS = {
    f"{W}tab": " ", f"{W}ptab": " ", f"{W}br": "\n", f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-", f"{W}softHyphen": SOFT_HYPHEN,
}  # fmt: skip
_RUN, _TEXT = f"{W}r", f"{W}t"
_PROPERTIES, _RUN_PROPERTIES = f"{W}pPr", f"{W}rPr"
_SILENT = {  # what Word marks in a text for itself; none has words
    f"{W}{name}"
    for name in (
        "proofErr", "bookmarkStart", "bookmarkEnd", "permStart", "permEnd",
        "commentRangeStart", "commentRangeEnd", "lastRenderedPageBreak",
    )
}  # fmt: skip


class PlainParagraph(msgspec.Struct):
    """The words of a plain paragraph, and its ``w:pPr``."""

    words: str = ""
    properties: Element | None = None


def plain(paragraph: Element, parts: Parts) -> PlainParagraph | None:
    """What a plain paragraph says; ``None`` where it has to be walked through."""
    words: list[str] = []
    properties: Element | None = None
    for one in children(paragraph):
        tag = one.tag
        if tag == _RUN:
            if not _takes(one, words, parts):
                return None
        elif tag == _PROPERTIES and properties is None:
            properties = one
        elif not _is_silent(one):
            return None
    return PlainParagraph("".join(words), properties)


def printed(text: str | None) -> str:
    """The words of ``w:t``; a line of XML is no line of the text."""
    if not text:
        return ""
    return text.translate(BLANKS) if "\n" in text or "\t" in text else text


def _takes(run: Element, words: list[str], parts: Parts) -> bool:
    """Add the words of a run, unless there is more to it; one with properties may be hidden."""
    for one in children(run):
        tag = one.tag
        if tag == _TEXT:
            words.append(printed(one.text))
        elif tag in SIGNS:
            words.append(SIGNS[tag])
        elif parts.hides_any if tag == _RUN_PROPERTIES else not _is_silent(one):
            return False
    return True


def _is_silent(one: Element) -> bool:
    return one.tag in _SILENT and not len(one)
