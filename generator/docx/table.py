"""Tables: ruling, real merges, a repeated head, rows that stay on one page."""

from __future__ import annotations

import msgspec

from generator.docx.grid import Grid, Tile, bound_rows
from generator.docx.xml import Element, make, paragraph, twips, typed


class Look(msgspec.Struct, frozen=True):
    """How a table is dressed; the style fields are style ids of the document."""

    table: str
    head: str
    text: str
    widths_mm: tuple[float, ...]
    head_rows: int = 0
    hold: bool = False


def table(grid: Grid, look: Look) -> Element:
    """The table; with ``look.hold`` it stays on the page of what follows."""
    widths = [twips(width) for width in look.widths_mm]
    bound = bound_rows(grid)
    rows = [
        _row(tiles, look, widths, head=number < look.head_rows, hold=number in bound)
        for number, tiles in enumerate(grid.rows)
    ]
    columns = make("tblGrid", *(make("gridCol", w=width) for width in widths))
    return make("tbl", _properties(look, sum(widths)), columns, *rows)


def _properties(look: Look, width: int) -> Element:
    return make(
        "tblPr",
        make("tblStyle", val=look.table),
        make("tblW", w=width, type="dxa"),
        make("tblInd", w=0, type="dxa"),
        make("tblLayout", type="fixed"),
        make("tblLook", val="0020" if look.head_rows else "0000"),
    )


def _row(
    tiles: tuple[Tile, ...], look: Look, widths: list[int], *, head: bool, hold: bool
) -> Element:
    properties = make("trPr", make("cantSplit"))
    if head:
        properties.append(make("tblHeader"))
    style = look.head if head else look.text
    together = look.hold or head or hold
    return make("tr", properties, *(_cell(tile, style, widths, hold=together) for tile in tiles))


def _cell(tile: Tile, style: str, widths: list[int], *, hold: bool) -> Element:
    width = sum(widths[tile.column : tile.column + tile.colspan])
    properties = make("tcPr", make("tcW", w=width, type="dxa"))
    if tile.colspan > 1:
        properties.append(make("gridSpan", val=tile.colspan))
    if tile.rowspan > 1:
        properties.append(make("vMerge", val="continue" if tile.continued else "restart"))
    lines = typed(tile.text).split("\n")
    return make("tc", properties, *(paragraph(line, style, hold=hold) for line in lines))


def pair_row(cells: list[tuple[str, str]], look: Look) -> Element:
    """One row of cells, each with its own paragraph style; no ruling, kept in one piece."""
    widths = [twips(width) for width in look.widths_mm]
    tiles = [Tile(text, 1, 1, column) for column, (text, _) in enumerate(cells)]
    row = make("tr", make("trPr", make("cantSplit")))
    for tile, (_, style) in zip(tiles, cells, strict=True):
        row.append(_cell(tile, style, widths, hold=look.hold))
    columns = make("tblGrid", *(make("gridCol", w=width) for width in widths))
    return make("tbl", _properties(look, sum(widths)), columns, row)
