"""A table of long texts: a repeated head, words in bold, tables inside its cells."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
import msgspec
from docx.oxml.ns import qn

from generator.comparative_marks import Line, Marked, MarkedCell, Shown
from generator.docx.blank import blank_document
from generator.docx.grid import Tile, lay_out
from generator.docx.manuscript import Manuscript
from generator.docx.styles import FORM_TABLE, dress, style_ids
from generator.docx.widths import Measure, measure
from generator.docx.xml import Element, make, paragraph, run, twips
from generator.layout import Layout
from model import Cell

_BOLD = ("b", "bCs")
_STROKE = " | "


class ColumnHead(msgspec.Struct, frozen=True):
    """The head of a column and its share of the line."""

    text: str
    percent: int


class Sheet(Manuscript):
    """A lying sheet with a title and one table of texts."""

    def __init__(self, layout: Layout) -> None:
        document = docx.Document(io.BytesIO(blank_document()))
        dress(document, layout)
        super().__init__(document, layout)
        self._styles = style_ids(document)
        self._by = layout
        self.lay(landscape=True)

    def texts(
        self, heads: Sequence[ColumnHead], rows: Sequence[Sequence[tuple[Shown, ...]]]
    ) -> None:
        """The table; each cell is paragraphs and tables, one after another."""
        line = self._sheets.line_mm
        widths = [line * head.percent / 100 for head in heads]
        head_style = self._styles["TableHead"]
        head = [[paragraph(each.text, head_style, hold=True)] for each in heads]
        made = [_row(head, widths, head=True)]
        for row in rows:
            cells = [self._cell(cell, wide) for cell, wide in zip(row, widths, strict=True)]
            made.append(_row(cells, widths, head=False))
        self._add(_table(made, widths, self._styles[FORM_TABLE], head=True))
        self._add(paragraph("", self._styles["TableEnd"]))

    def _cell(self, shown: tuple[Shown, ...], width_mm: float) -> list[Element]:
        """A cell; it must end in a paragraph, and two tables may not meet."""
        style = self._styles["TableText"]
        inside: list[Element] = []
        for one in shown:
            if not one.rows:
                inside.append(_line(one.line, style))
                continue
            if inside and inside[-1].tag == qn("w:tbl"):
                inside.append(paragraph("", self._styles["TableEnd"]))
            inside += self._inner(one.rows, width_mm - 2 * self._by.tables.cell_side_mm)
        if not inside or inside[-1].tag == qn("w:tbl"):
            inside.append(paragraph("", self._styles["TableEnd"] if inside else style))
        return inside

    def _inner(self, rows: tuple[tuple[MarkedCell, ...], ...], width_mm: float) -> list[Element]:
        """A table inside a cell, in the smaller letters of a dense table.

        One whose words would be broken there is told row by row instead.
        """
        plain = [
            tuple(Cell(_text(cell), cell.rowspan, cell.colspan) for cell in row) for row in rows
        ]
        grid = lay_out(plain)
        size = self._by.styles["TableTextDense"].size_pt
        style = self._styles["TableTextDense"]
        measured = measure(grid, Measure(width_mm, size, self._by.tables.cell_side_mm))
        if not measured.fits:
            return [_line(_told(cells), style) for cells in rows]
        widths = measured.columns
        made = []
        for tiles, cells in zip(grid.rows, rows, strict=True):
            row = make("tr")
            row.extend(_tile(tile, words, widths, style) for tile, words in _filled(tiles, cells))
            made.append(row)
        return [_table(made, list(widths), self._styles[FORM_TABLE], head=False)]


def _filled(tiles: tuple[Tile, ...], cells: tuple[MarkedCell, ...]) -> list[tuple[Tile, Line]]:
    """Every square of a row with its words; those covered from above have none."""
    rest = list(cells)[::-1]
    out: list[tuple[Tile, Line]] = []
    for tile in tiles:
        own = not tile.continued and rest and _text(rest[-1]) == tile.text
        out.append((tile, rest.pop().words if own else ()))
    return out


def _told(cells: tuple[MarkedCell, ...]) -> Line:
    """A row as one line, its cells parted by strokes."""
    between = Marked(_STROKE, changed=False)
    parts = [(between, *cell.words) for cell in cells]
    return tuple(words for part in parts for words in part)[1:]


def _text(cell: MarkedCell) -> str:
    return "".join(words.text for words in cell.words)


def _tile(tile: Tile, words: Line, widths: Sequence[float], style: str) -> Element:
    width = sum(widths[tile.column : tile.column + tile.colspan])
    properties = make("tcPr", make("tcW", w=twips(width), type="dxa"))
    if tile.colspan > 1:
        properties.append(make("gridSpan", val=tile.colspan))
    if tile.rowspan > 1:
        properties.append(make("vMerge", val="continue" if tile.continued else "restart"))
    return make("tc", properties, _line(words, style))


def _line(words: Line, style: str) -> Element:
    """A paragraph with its changed words in bold."""
    written = paragraph("", style)
    for each in words:
        piece = run(each.text)
        if each.changed:
            piece.insert(0, make("rPr", *map(make, _BOLD)))
        written.append(piece)
    return written


def _row(cells: Sequence[list[Element]], widths: Sequence[float], *, head: bool) -> Element:
    """A row; long texts may go on over the page, the head may not."""
    row = make("tr")
    if head:
        row.append(make("trPr", make("cantSplit"), make("tblHeader")))
    for inside, width in zip(cells, widths, strict=True):
        properties = make("tcPr", make("tcW", w=twips(width), type="dxa"))
        row.append(make("tc", properties, *inside))
    return row


def _table(rows: list[Element], widths: list[float], style: str, *, head: bool) -> Element:
    columns = [twips(width) for width in widths]
    properties = make(
        "tblPr",
        make("tblStyle", val=style),
        make("tblW", w=sum(columns), type="dxa"),
        make("tblInd", w=0, type="dxa"),
        make("tblLayout", type="fixed"),
        make("tblLook", val="0020" if head else "0000"),
    )
    return make("tbl", properties, make("tblGrid", *(make("gridCol", w=w) for w in columns)), *rows)
