"""A document being written: paragraphs, tables, signatures and sheets, one after another."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from generator.docx.archive import repack
from generator.docx.frame import anchors, place_of
from generator.docx.grid import Grid, head_rows, is_signature_block, is_signature_row, lay_out
from generator.docx.properties import Properties, describe
from generator.docx.sheets import Sheets
from generator.docx.styles import FORM_TABLE, PLAIN_TABLE, style_ids
from generator.docx.table import Look, pair_row, table
from generator.docx.widths import Measure, measure
from generator.docx.xml import Element, child, make, paragraph, replace, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document

    from generator.layout import Layout
    from model import Row


class Manuscript:
    """Writes blocks into a document, at a place of its frame or at its end."""

    def __init__(self, document: Document, layout: Layout) -> None:
        self._document = document
        self._layout = layout
        self._ids = style_ids(document)
        self._sheets = Sheets(document.element.body, self._ids["TableEnd"])
        self._places = anchors(document)
        self._wanted: bool | None = None

    @property
    def landscape(self) -> bool:
        """Whether the sheet that the next block will stand on lies."""
        return self._sheets.landscape if self._wanted is None else self._wanted

    @property
    def _anchor(self) -> Element:
        body = self._document.element.body
        return self._at if self._at is not None else body.find(qn("w:sectPr"))

    _at: Element | None = None

    def at(self, place: str) -> bool:
        """Write from now on at this place; False where the frame has no such place."""
        self._at = self._places.get(place)
        return self._at is not None

    def clear_places(self) -> None:
        """Remove the paragraphs that marked the places."""
        for element in self._places.values():
            replace(element)
        self._places = {}
        self._at = None

    def write(self, text: str, style: str) -> None:
        """A paragraph in the named style."""
        self._add(paragraph(text, self._ids[style]))

    def table(self, rows: Sequence[Row]) -> None:
        """A form table, or, where it is nothing but blanks to sign on, one without ruling.

        Raises:
            TableTooWideError: more columns than Word can hold.
        """
        grid = lay_out(rows)
        if not grid.columns:
            return
        self._turn()
        signing = is_signature_row(rows) or is_signature_block(rows)
        if signing:
            self.hold()
        self._add(table(grid, self._plain(grid) if signing else self._ruled(grid)))
        self._add(paragraph("", self._ids["TableEnd"]))

    def _plain(self, grid: Grid) -> Look:
        line = self._ids["SignatureLine"]
        width = self._sheets.line_mm / grid.columns
        together = len(grid.rows) > 1
        return Look(self._ids[PLAIN_TABLE], line, line, (width,) * grid.columns, hold=together)

    def _ruled(self, grid: Grid) -> Look:
        head = head_rows(grid)
        for suffix in ("", "Dense"):
            by = Measure(
                self._sheets.line_mm,
                self._layout.styles[f"TableText{suffix}"].size_pt,
                self._layout.tables.cell_side_mm,
            )
            widths = measure(grid, by)
            if widths.fits:
                break
        styles = self._ids[f"TableHead{suffix}"], self._ids[f"TableText{suffix}"]
        return Look(self._ids[FORM_TABLE], *styles, widths.columns, head)

    def signature(self, post: str, name: str, *, last: bool) -> None:
        """The signature row: post left, name right, on the page of what stands before it."""
        self._wanted = None  # a signature never begins a sheet
        self.hold()
        line, share = self._sheets.line_mm, self._layout.signature.post_percent / 100
        style = self._ids["Signature"]
        widths = (line * share, line * (1 - share))
        look = Look(self._ids[PLAIN_TABLE], style, style, widths, hold=not last)
        self._add(pair_row([(post, style), (name, self._ids["SignatureName"])], look))
        self._add(paragraph("", self._ids["TableEnd"]))

    def hold(self) -> None:
        """Keep what was written last on the page of what comes next."""
        before = self._anchor.getprevious()
        while before is not None:
            rows = [before] if before.tag == qn("w:p") else before.findall(qn("w:tr"))[-1:]
            for element in (p for row in rows for p in row.iter(qn("w:p"))):
                _keep_next(element)
            if before.tag != qn("w:p") or not self._is_empty(before):
                return
            before = before.getprevious()

    def _is_empty(self, element: Element) -> bool:
        words = words_of(element)
        return not words or place_of(words) is not None

    def new_sheet(self, *, landscape: bool) -> None:
        """Begin a new section on a new page, lying or standing."""
        self._sheets.turn(self._anchor, landscape=landscape)
        self._wanted = None

    def lay(self, *, landscape: bool) -> None:
        """The next block shall stand on a sheet that lies so; the present one may do."""
        self._wanted = landscape

    def _turn(self) -> None:
        if self._wanted is not None and self._wanted != self._sheets.landscape:
            self._sheets.turn(self._anchor, landscape=self._wanted)
        self._wanted = None

    def _add(self, element: Element) -> None:
        self._turn()
        self._anchor.addprevious(element)

    def finish(self, properties: Properties) -> bytes:
        """The document as a file, with its card filled in; equal writing gives equal bytes."""
        self.clear_places()
        describe(self._document, properties)
        out = io.BytesIO()
        self._document.save(out)
        return repack(out.getvalue())


def _keep_next(element: Element) -> None:
    properties = child(element, "pPr")
    if properties.find(qn("w:keepNext")) is None:
        style = properties.find(qn("w:pStyle"))
        properties.insert(0 if style is None else 1, make("keepNext"))
