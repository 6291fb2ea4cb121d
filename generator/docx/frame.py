"""The frame of a decision: a Word file with ``{{ places }}``, filled by docxtpl.

A place for words takes a line of text; a place for blocks becomes an empty paragraph before
which the clauses, the signatures, the notes are written.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING

import docx
import jinja2
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.docx.xml import Element, replace, typed, words_of

if TYPE_CHECKING:
    from docx.document import Document

FIELDS = ("title", "requisites", "issuer", "date", "number", "preamble")
REQUIRED_FIELDS = ("title", "preamble")
PLACES = ("notes", "body", "signatures")
REQUIRED_PLACES = ("body", "signatures")
_MARK = "\ue000"  # a letter of nobody's alphabet: marks a place until it is filled


class _Nothing(str):
    """A field that the act does not have: false in a condition, a mark in the text."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False


def environment() -> jinja2.Environment:
    """Jinja as a template of ours may use it: sandboxed, strict, escaping."""
    return ImmutableSandboxedEnvironment(autoescape=True, undefined=jinja2.StrictUndefined)


def fill(template: bytes, fields: Mapping[str, str | None]) -> Document:
    """The frame with its words filled in; the places for blocks are still marked.

    A paragraph that holds nothing but a field which the act does not have is left out.
    """
    frame = DocxTemplate(io.BytesIO(template))
    forget_properties(frame)
    frame.render(context(fields), environment(), autoescape=True)
    document = _reopened(frame.docx)
    _remove_empty(document)
    return document


def context(fields: Mapping[str, str | None]) -> dict[str, str]:
    """What the template sees: every field and every place, none undefined."""
    words = {name: _worded(fields.get(name)) for name in FIELDS}
    return words | {name: _mark(name) for name in PLACES}


def _worded(text: str | None) -> str:
    return typed(text).replace(_MARK, "\ufffd") if text else _Nothing(_MARK)


def forget_properties(frame: DocxTemplate) -> None:
    """Empty the card of the file: docxtpl would read it as a template too."""
    frame.init_docx()
    for name in ("author", "comments", "identifier", "language", "subject", "title"):
        setattr(frame.docx.core_properties, name, "")


def _mark(place: str) -> str:
    return f"{_MARK}{place}{_MARK}"


def _reopened(document: Document) -> Document:
    # docxtpl puts a foreign tree into the document, without python-docx's own classes.
    out = io.BytesIO()
    document.save(out)
    return docx.Document(io.BytesIO(out.getvalue()))


def _remove_empty(document: Document) -> None:
    for element in list(document.element.iter(qn("w:p"))):
        if words_of(element) == _MARK and _may_go(element):
            replace(element)
    for part in (document.element, *_headers(document)):
        for piece in part.iter(qn("w:t")):
            if piece.text and not place_of(piece.text):
                piece.text = piece.text.replace(_MARK, "")


def _headers(document: Document) -> list[Element]:
    related = document.part.rels.values()
    kinds = ("/header", "/footer")
    return [link.target_part.element for link in related if link.reltype.endswith(kinds)]


def _may_go(element: Element) -> bool:
    """A cell must keep a paragraph, and one that ends a section must stay."""
    parent = element.getparent()
    in_cell = parent is not None and parent.tag == qn("w:tc")
    return not in_cell and element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None


def place_of(text: str) -> str | None:
    """The place that a paragraph of this text marks; None where it marks none."""
    return next((place for place in PLACES if text.strip() == _mark(place)), None)


def anchors(document: Document) -> dict[str, Element]:
    """The paragraphs that mark the places, by place."""
    found = {}
    for element in document.element.body.findall(qn("w:p")):
        place = place_of(words_of(element))
        if place:
            found[place] = element
    return found
