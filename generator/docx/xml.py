"""Word's XML, one element at a time; units are converted here and nowhere else."""

from __future__ import annotations

import re
from typing import TypeAlias

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001  # lxml gives its only node type no other name

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TWIPS_PER_MM = 1440 / 25.4
_BREAK = re.compile("(\n|\t)")
_SHORT = {"\n": "br", "\t": "tab"}


def make(name: str, *children: Element, **attributes: object) -> Element:
    """The element ``w:name`` with these attributes (of the same namespace) and children."""
    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    element.extend(children)
    return element


def twips(millimetres: float) -> int:
    """Millimetres in twentieths of a point, Word's unit of length."""
    return round(millimetres * _TWIPS_PER_MM)


def child(element: Element, name: str) -> Element:
    """The child ``w:name``, made as the first one where it is missing."""
    found = element.find(qn(f"w:{name}"))
    if found is None:
        found = make(name)
        element.insert(0, found)
    return found


def replace(old: Element, *new: Element) -> None:
    """Put elements in the place of ``old``; with none, ``old`` is only taken out."""
    for element in new:
        old.addprevious(element)
    parent = old.getparent()
    if parent is not None:
        parent.remove(old)


def typed(text: str) -> str:
    """The text with the characters that no XML file may hold replaced by U+FFFD."""
    return _ILLEGAL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def run(text: str) -> Element:
    """A run of text; line breaks and tabs become Word's own."""
    pieces = [piece for piece in _BREAK.split(typed(text)) if piece]
    return make("r", *map(_piece, pieces))


def _piece(piece: str) -> Element:
    if piece in _SHORT:
        return make(_SHORT[piece])
    element = make("t")
    element.text = piece
    # Without this mark Word drops the spaces at both ends.
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element


def paragraph(text: str, style: str, *, hold: bool = False) -> Element:
    """A paragraph in the style with this id; ``hold`` keeps it on the page of the next one."""
    properties = make("pPr", make("pStyle", val=style))
    if hold:
        properties.append(make("keepNext"))
    return make("p", properties, *([run(text)] if text else []))


def words_of(element: Element) -> str:
    """The text of a paragraph or of anything else, breaks left out."""
    return "".join(piece.text or "" for piece in element.iter(qn("w:t")))
