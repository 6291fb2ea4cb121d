"""The body of a document as blocks: paragraphs and tables, each with the place it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec
from docx.oxml.ns import qn

from generator.docx.xml import Element, child, typed

if TYPE_CHECKING:
    from docx.document import Document

Place = str
FRAME = "frame:"  # before the style of a paragraph that nobody has labelled
_CONTENT = qn("w:sdtContent")
_BREAKS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): "\t", qn("w:noBreakHyphen"): "-"}


class Label(msgspec.Struct, frozen=True):
    """What its writer says of a block: the place it belongs to; ``text`` is None for a table."""

    place: Place
    text: str | None


class Block(msgspec.Struct, frozen=True, eq=False):
    """A paragraph or a table; ``section`` are the properties of the sheet that ends with it."""

    element: Element
    place: Place
    style: str
    text: str
    is_table: bool = False
    section: Element | None = None

    @property
    def columns(self) -> int:
        """How many columns a table has; 0 for a paragraph."""
        return len(self.element.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}"))

    @property
    def shape(self) -> tuple[str, ...]:
        """Two blocks of one shape are the same block."""
        merges = (geometry(row) for row in rows_of(self.element))
        return self.style, self.text, str(self.columns), *merges


def blocks_of(document: Document, labels: Sequence[Label]) -> list[Block]:
    """The blocks of the body, their places taken from the labels, which come in their order.

    A paragraph without a label belongs to the frame; an empty one to what stands before it.
    The ends of sections are taken off the paragraphs.
    """
    blocks: list[Block] = []
    rest = list(labels)[::-1]
    for element in list(_elements(document.element.body)):
        is_table = element.tag == qn("w:tbl")
        style, text = _style(element), text_of(element)
        if rest and (is_table if rest[-1].text is None else typed(rest[-1].text) == text):
            place = rest.pop().place
        elif not text and blocks:
            place = blocks[-1].place
        else:
            place = FRAME + style
        blocks.append(Block(element, place, style, text, is_table, _section(element)))
    return blocks


def _elements(body: Element) -> Iterator[Element]:
    """Paragraphs and tables; those in a content control of a template stand for themselves."""
    for element in body:
        if element.tag == qn("w:sdt"):
            yield from (part for inner in element.iter(_CONTENT) for part in _elements(inner))
        elif element.tag in {qn("w:p"), qn("w:tbl")}:
            yield element


def _style(element: Element) -> str:
    style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if style is None else style.get(qn("w:val"), "")


def _section(element: Element) -> Element | None:
    section = element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
    if section is not None:
        child(element, "pPr").remove(section)
    return section


def text_of(element: Element) -> str:
    """The text of a paragraph with its breaks; of a table cell by cell, row by row."""
    if element.tag == qn("w:tbl"):
        return "\n".join(" | ".join(map(cell_text, cells_of(row))) for row in rows_of(element))
    return "".join(_characters(element))


def _characters(element: Element) -> Iterator[str]:
    for run in element.iter(qn("w:r")):
        for piece in run:
            if piece.tag == qn("w:t"):
                yield piece.text or ""
            else:
                yield _BREAKS.get(piece.tag, "")


def rows_of(table: Element) -> list[Element]:
    """The rows of a table, from the top."""
    return table.findall(qn("w:tr"))


def geometry(row: Element) -> str:
    """How the cells of a row are merged: their columns, and whether one goes on from above."""
    spans = (cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}") for cell in cells_of(row))
    wide = ["1" if span is None else span.get(qn("w:val"), "1") for span in spans]
    merges = (cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}") for cell in cells_of(row))
    tall = ["" if one is None else one.get(qn("w:val"), "continue") for one in merges]
    return " ".join(map("".join, zip(wide, tall, strict=True)))


def cells_of(row: Element) -> list[Element]:
    """The cells of a row, from the left."""
    return row.findall(qn("w:tc"))


def cell_text(cell: Element) -> str:
    """The text of a cell, a paragraph a line."""
    return "\n".join(text_of(line) for line in cell.findall(qn("w:p")))


def is_plain(paragraph: Element) -> bool:
    """Whether the paragraph holds nothing but runs of text, which can be written anew."""
    allowed = {qn("w:t"), qn("w:rPr"), *_BREAKS}
    runs = [piece for piece in paragraph if piece.tag != qn("w:pPr")]
    return all(run.tag == qn("w:r") and {piece.tag for piece in run} <= allowed for run in runs)
