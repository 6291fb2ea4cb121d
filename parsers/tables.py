"""Tables typed with tabs or bars: lines to rows of cells, cells to paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from parsers.blocks import Block, CellText, Paragraph, RawRow, RawTable
from parsers.ledger import Ledger
from parsers.lines import Line
from parsers.text import Text

_BAR = re.compile(r"\t?\|\t?")
_TAB = re.compile(r"\t")
_TAG = re.compile(r"</?(?:p|br|div|span|b|i)\s*/?>", re.IGNORECASE)
# Inside a typed cell two blanks after the end of a sentence are where its paragraphs met.
_PARAGRAPHS_MET = re.compile(r"(?<=[.;:])\s{2,}(?=\S)")


def read_tables(lines: list[Line], ledger: Ledger) -> list[Block]:
    """The tables of consecutive tabbed lines; blocks from the right corner come as paragraphs."""
    rows = [(line, _row(line, ledger)) for line in lines]
    blocks: list[Block] = []
    for right, run in groupby(rows, key=lambda pair: _is_right_block(pair[1])):
        found = list(run)
        if right:
            blocks.extend(_right_block(found))
        else:
            blocks.extend(RawTable(tuple(part)) for part in _parted(found))
    return blocks


def _row(line: Line, ledger: Ledger) -> RawRow:
    text = line.text
    divider = _BAR if "|" in text.chars and "\t" in text.chars else _TAB
    cells: list[CellText] = []
    at = 0
    for match in divider.finditer(text.chars):
        ledger.mark(text.cut(*match.span()))
        cells.append(_cell(text.cut(at, match.start()), ledger))
        at = match.end()
    cells.append(_cell(text.cut(at), ledger))
    return RawRow(tuple(cells), gap=line.gap > 0)


def _cell(text: Text, ledger: Ledger) -> CellText:
    pieces: list[Text] = []
    at = 0
    for tag in (*_TAG.finditer(text.chars), None):
        pieces.extend(_paragraphs(text.cut(at, tag.start() if tag else None)))
        if tag:
            ledger.mark(text.cut(*tag.span()))
            at = tag.end()
    return tuple(piece for piece in pieces if piece)


def _paragraphs(text: Text) -> Iterator[Text]:
    at = 0
    for met in _PARAGRAPHS_MET.finditer(text.chars):
        yield text.cut(at, met.start()).tidy()
        at = met.end()
    yield text.cut(at).tidy()


def _is_right_block(row: RawRow) -> bool:
    """Two columns with nothing in the left one: how the portal sets the right corner."""
    return len(row.cells) == 2 and not row.cells[0] and bool(row.cells[1])  # noqa: PLR2004


def _right_block(found: list[tuple[Line, RawRow]]) -> Iterator[Paragraph]:
    for line, row in found:
        for place, text in enumerate(row.cells[1]):
            yield Paragraph(text, 0 if place else line.gap)


def _parted(found: list[tuple[Line, RawRow]]) -> Iterator[list[RawRow]]:
    """Rows into tables: blank lines part small tables, and are a page's end inside wide ones."""
    part: list[RawRow] = []
    for _, row in found:
        if part and row.gap and not _one_table(part[-1], row):
            yield part
            part = []
        part.append(row)
    if part:
        yield part


def _one_table(before: RawRow, after: RawRow) -> bool:
    return min(len(before.cells), len(after.cells)) > 2  # noqa: PLR2004 - signatures have two
