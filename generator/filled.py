"""Filled forms as Word documents: one form, or many in one file; the chart in its place."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import docx
import msgspec
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from forms.definitions import FormDefinition, scale_of
from forms.filling import filled
from forms.findings import figure
from forms.reckoning import Reckoned
from generator.docx.blank import blank_document
from generator.docx.manuscript import Manuscript
from generator.docx.properties import Properties
from generator.docx.styles import dress
from generator.docx.xml import Element, words_of
from generator.layout import Layout, shipped_layout
from generator.radar import radar
from generator.writing import ActWriter
from model import Agency, Attachment, Lang

if TYPE_CHECKING:
    from docx.document import Document

_CHART_WIDTH = Mm(52)
_MARGINS = Mm(4)  # the white space of the cell on both sides, and the ruling
_TWIP = 635  # English metric units of Word's drawings
_DEFAULT_HIGHEST = 5


class Voice(msgspec.Struct, frozen=True):
    """In which language, for which agency and in which looks a form is written."""

    lang: Lang
    agency: Agency | None = None
    layout: Layout | None = None


def render_filled(form: FormDefinition, people: Iterable[Reckoned], voice: Voice) -> bytes:
    """The filled forms as one DOCX, each on a sheet of its own; equal data give equal bytes.

    Raises:
        UnknownSlotError, CannotInflectError: a name of the agency cannot be said.
    """
    layout = voice.layout or shipped_layout()
    document = _begun(layout)
    manuscript = Manuscript(document, layout)
    writer = ActWriter(manuscript, voice.lang, layout)
    title = ""
    for turn, one in enumerate(people):
        attachment = filled(form, one, voice.lang, voice.agency)
        title = attachment.title or ""
        before = _last(document)
        writer.attachment(attachment, new_sheet=turn > 0)
        _draw(form, one, document, _after(document, before))
    return manuscript.finish(Properties(language=layout.languages[voice.lang], title=title))


def render_attachments(attachments: Iterable[Attachment], voice: Voice) -> bytes:
    """Any attachments as one DOCX, each on a sheet of its own."""
    layout = voice.layout or shipped_layout()
    manuscript = Manuscript(_begun(layout), layout)
    writer = ActWriter(manuscript, voice.lang, layout)
    title = ""
    for turn, attachment in enumerate(attachments):
        title = title or attachment.title or ""
        writer.attachment(attachment, new_sheet=turn > 0)
    return manuscript.finish(Properties(language=layout.languages[voice.lang], title=title))


def _begun(layout: Layout) -> Document:
    document = docx.Document(io.BytesIO(blank_document()))
    dress(document, layout)
    return document


def _last(document: Document) -> Element | None:
    section = document.element.body.find(qn("w:sectPr"))
    return None if section is None else section.getprevious()


def _after(document: Document, before: Element | None) -> Iterator[Element]:
    """What was written since: the search for a chart must not grow with the file."""
    if before is None:
        yield from document.element.body
    else:
        yield from before.itersiblings()


def _draw(
    form: FormDefinition, one: Reckoned, document: Document, written: Iterable[Element]
) -> None:
    captions = {text for t in form.tables() if t.chart for text in (t.chart.kk, t.chart.ru)}
    if not one.chart or not captions:
        return
    for block in written:
        for cell in block.iter(qn("w:tc")):
            if words_of(cell) in captions:
                _put(cell, one, form, document)


def _put(cell: Element, one: Reckoned, form: FormDefinition, document: Document) -> None:
    """The chart in the place of its caption, with its figures for those who cannot see it."""
    first = cell.find(qn("w:p"))
    if first is None:
        return
    for run in first.findall(qn("w:r")):
        first.remove(run)
    scale = scale_of(form)
    highest = int(scale.highest) if scale else _DEFAULT_HIGHEST
    png = radar(tuple(competence.mean for competence in one.chart), highest)
    paragraph = Paragraph(first, document._body)  # type: ignore[arg-type] # noqa: SLF001 # python-docx offers no public way from an element
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    shape = paragraph.add_run().add_picture(io.BytesIO(png), width=_room(cell))
    told = "; ".join(
        f"{n}: {figure(competence.mean)}"
        for n, competence in enumerate(one.chart, 1)
        if competence.mean is not None
    )
    shape._inline.docPr.set("descr", told)  # noqa: SLF001 # python-docx has no other door to it


def _room(cell: Element) -> int:
    """How wide the chart may be: the cell less its margins, and no wider than it is drawn for."""
    width = cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
    inside = 0 if width is None else int(width.get(qn("w:w"), "0")) * _TWIP - _MARGINS
    return min(_CHART_WIDTH, inside) if inside > 0 else _CHART_WIDTH
