"""Two states of a document as one file in which every change can be accepted or rejected."""

from __future__ import annotations

import io
from copy import deepcopy
from typing import TYPE_CHECKING

import docx
import msgspec
from docx.oxml.ns import qn

from generator.comparative_words import difference
from generator.docx.archive import repack
from generator.docx.styles import style_ids
from generator.docx.tracked_alignment import Pair, aligned
from generator.docx.tracked_blocks import Block, Label, blocks_of
from generator.docx.tracked_ink import Change, Ink, can_be_rewritten
from generator.docx.tracked_remarks import Remark, Remarks, without_remarks
from generator.docx.tracked_tables import changed_table, whole_table
from generator.docx.xml import Element, make, paragraph

if TYPE_CHECKING:
    from docx.document import Document

_HEADERS = ("headerReference", "footerReference")
# What may stand before the switch in the settings of a document; the schema fixes the order.
_BEFORE_SWITCH = (
    *("writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime"),
    *("doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText"),
    *("printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts"),
    *("embedSystemFonts", "saveSubsetFonts", "saveFormsData", "mirrorMargins"),
    *("alignBordersAndEdges", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter"),
    *("gutterAtTop", "hideSpellingErrors", "hideGrammaticalErrors", "activeWritingStyle"),
    *("proofState", "formsDesign", "attachedTemplate", "linkStyles", "stylePaneFormatFilter"),
    *("stylePaneSortMethod", "documentType", "mailMerge", "revisionView"),
)


class Script(msgspec.Struct, frozen=True):
    """What is known of the two documents: the labels of their blocks, who changed what and when.

    ``date`` (ISO) is that of a change beside which no remark stands; with ``recording`` Word
    goes on to record what is typed into the file.
    """

    old: tuple[Label, ...]
    new: tuple[Label, ...]
    author: str
    date: str
    remarks: tuple[Remark, ...] = ()
    recording: bool = False


def track(old: bytes, new: bytes, script: Script) -> bytes:
    """The old document with its changes into the new one.

    Accepting all of them gives the new text, rejecting all of them the old.
    """
    documents = docx.Document(io.BytesIO(old)), docx.Document(io.BytesIO(new))
    for document in documents:
        without_remarks(document.element.body)
    pairs = aligned(blocks_of(documents[0], script.old), blocks_of(documents[1], script.new))
    writer = _Writer(documents[0], script)
    for before, after in pairs:
        writer.write(before, after)
    return writer.finish(documents[1])


class _Writer:
    """Writes pairs of blocks into the body of the old document."""

    def __init__(self, document: Document, script: Script) -> None:
        self._document = document
        self._script = script
        self._ink = Ink(script.author, script.date)
        self._remarks = Remarks(script.remarks, script.author)
        self._end_style = style_ids(document).get("TableEnd", "")
        self._written: list[Element] = []

    def write(self, old: Block | None, new: Block | None) -> None:
        """Write what the pair gives: kept, changed, gone or come."""
        if old is not None and new is not None and old.shape == new.shape:
            self._add(old.element)
        else:
            self._change((old, new))
        self._end_section(old, new)

    def _change(self, pair: Pair[Block]) -> None:
        place = next(block.place for block in pair if block is not None)
        self._ink.date = next(
            (remark.date for remark in self._script.remarks if place in remark.places),
            self._script.date,
        )
        first = len(self._written)
        for element in self._changed(*pair):
            self._add(element)
        for remark in self._remarks.at(place):
            self._remarks.write(remark, self._written[first])

    def _changed(self, old: Block | None, new: Block | None) -> list[Element]:
        if old is None or new is None:
            gone = [self._whole(old, "del")] if old is not None else []
            return gone + ([self._whole(new, "ins")] if new is not None else [])
        if old.is_table:
            return [changed_table(old.element, new.element, self._ink)]
        if can_be_rewritten(old.element, new.element):
            return [self._ink.paragraph(difference(old.text, new.text), new.element)]
        return [self._whole(old, "del"), self._whole(new, "ins")]

    def _whole(self, block: Block, change: Change) -> Element:
        if block.is_table:
            return whole_table(block.element, self._ink, change)
        return self._ink.whole(block.element, change)

    def _add(self, element: Element) -> None:
        """Add a block; two tables that meet would become one, so something stands between."""
        tables = [one for one in (*self._written[-1:], element) if one.tag == qn("w:tbl")]
        if len(tables) > 1:
            self._written.append(self._white_line("del"))
        self._written.append(element)

    def _white_line(self, change: Change) -> Element:
        return self._ink.whole(paragraph("", self._end_style), change)

    def _end_section(self, old: Block | None, new: Block | None) -> None:
        """End the sheet where both documents end it, or as a change of its own."""
        before, after = (None if block is None else block.section for block in (old, new))
        if before is None and after is None:
            return
        if old is None or new is None or (before is not None and after is not None):
            self._close(self._written[-1], self._turned(before, after))
            return
        line = self._white_line("ins" if before is None else "del")
        self._written.append(line)
        self._close(line, self._turned(before, after))

    def _close(self, element: Element, section: Element) -> None:
        properties = element.find(qn("w:pPr"))
        if properties is None:
            properties = make("pPr")
            element.insert(0, properties)
        properties.append(section)

    def _turned(self, before: Element | None, after: Element | None) -> Element:
        """The properties of a sheet; where both have them and they differ, as a change."""
        section = deepcopy(after if after is not None else before)
        if section is None:
            return make("sectPr")
        if before is not None and after is not None and _differ(before, after):
            kept = [deepcopy(one) for one in before if one.tag not in map(_tag, _HEADERS)]
            section.append(self._ink.mark("sectPrChange", make("sectPr", *kept)))
        return section

    def finish(self, new: Document) -> bytes:
        """The file, with the comments and the last sheet."""
        body = self._document.element.body
        sections = body.find(qn("w:sectPr")), new.element.body.find(qn("w:sectPr"))
        self._end_document()
        for element in list(body):
            body.remove(element)
        body.extend([*self._written, self._turned(*sections)])
        self._remarks.bind(self._document)
        if self._script.recording:
            _switch_on(self._document.settings.element)
        out = io.BytesIO()
        self._document.save(out)
        return repack(out.getvalue())

    def _end_document(self) -> None:
        """The last paragraph cannot come or go: an untouched one must follow."""
        if not self._written or _is_marked(self._written[-1]):
            self._written.append(paragraph("", self._end_style))


def _is_marked(element: Element) -> bool:
    """Whether a paragraph's end is itself a change, or the element is a table."""
    letters = element.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
    return element.tag == qn("w:tbl") or (letters is not None and len(letters) > 0)


def _tag(name: str) -> str:
    return qn(f"w:{name}")


def _differ(before: Element, after: Element) -> bool:
    """Whether two sheets lie or are cut differently."""
    return [dict(one.attrib) for one in before if _is_size(one)] != [
        dict(one.attrib) for one in after if _is_size(one)
    ]


def _is_size(element: Element) -> bool:
    return element.tag in {_tag("pgSz"), _tag("pgMar")}


def _switch_on(settings: Element) -> None:
    """Record changes from now on."""
    before = [one for one in settings if one.tag in map(_tag, _BEFORE_SWITCH)]
    settings.insert(len(before), make("trackRevisions"))
