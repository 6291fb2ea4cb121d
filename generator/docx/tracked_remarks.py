"""Comments of a document: which act and clause ordered the change beside which they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml import etree

from generator.docx.tracked_blocks import Place
from generator.docx.xml import Element, child, make, run, typed

if TYPE_CHECKING:
    from docx.document import Document

_PART = PackURI("/word/comments.xml")
_ANCHORS = ("commentRangeStart", "commentRangeEnd", "commentReference")
_MARKS = (qn("w:ins"), qn("w:del"))


class Remark(msgspec.Struct, frozen=True):
    """A comment and the places beside whose first change it stands; ``date`` is ISO."""

    text: str
    places: frozenset[Place]
    date: str


class Remarks:
    """The comments of one document; each is written once, in the order of the text."""

    def __init__(self, remarks: tuple[Remark, ...], author: str) -> None:
        self._waiting = list(remarks)
        self._author = author
        self._written: list[Element] = []

    def at(self, place: Place) -> list[Remark]:
        """The remarks for a change at this place, which are from now on no longer waiting."""
        found = [remark for remark in self._waiting if place in remark.places]
        self._waiting = [remark for remark in self._waiting if place not in remark.places]
        return found

    def write(self, remark: Remark, block: Element) -> None:
        """Set the comment beside the first changed paragraph of a paragraph or table."""
        paragraph = _first_changed(block)
        number = str(len(self._written))
        properties = child(paragraph, "pPr")
        properties.addnext(make("commentRangeStart", id=number))
        reference = make("r", make("commentReference", id=number))
        paragraph.append(make("commentRangeEnd", id=number))
        paragraph.append(reference)
        self._written.append(self._comment(remark, number))

    def _comment(self, remark: Remark, number: str) -> Element:
        author = typed(self._author)
        return make(
            "comment",
            make("p", run(remark.text)),
            id=number,
            author=author,
            date=f"{remark.date}T00:00:00Z",
            initials=author[:1],
        )

    def bind(self, document: Document) -> None:
        """Put the comments into the file; those that its template had are gone."""
        for link in list(document.part.rels.values()):
            if link.reltype == RELATIONSHIP_TYPE.COMMENTS:
                del document.part.rels[link.rId]
        if self._written:
            blob = _serialised(make("comments", *self._written))
            part = Part(_PART, CONTENT_TYPE.WML_COMMENTS, blob, document.part.package)
            document.part.relate_to(part, RELATIONSHIP_TYPE.COMMENTS)


def without_remarks(body: Element) -> None:
    """Take out the anchors of comments that a template brought along."""
    for anchor in list(body.iter(*(qn(f"w:{name}") for name in _ANCHORS))):
        parent = anchor.getparent()
        if parent is not None:
            parent.remove(anchor)


def _first_changed(block: Element) -> Element:
    """The first paragraph with a change in it; the first of all where only marks changed."""
    paragraphs = [block] if block.tag == qn("w:p") else list(block.iter(qn("w:p")))
    return next((one for one in paragraphs if _is_changed(one)), paragraphs[0])


def _is_changed(paragraph: Element) -> bool:
    return next(paragraph.iter(*_MARKS), None) is not None


def _serialised(comments: Element) -> bytes:
    return etree.tostring(comments, xml_declaration=True, encoding="UTF-8", standalone=True)
