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
_STROKE = re.compile(r"\|")
_FRAMED = re.compile(r"\s*\|[^\t]*\|\s*$")
_RULE = re.compile(r"[-:=+|\s]+")  # parts the head of a framed table from its rows
_TAG = re.compile(r"</?(?:p|br|div|span|b|i)\s*/?>", re.IGNORECASE)
# Inside a typed cell two blanks after the end of a sentence are where its paragraphs met.
_PARAGRAPHS_MET = re.compile(r"(?<=[.;:])\s{2,}(?=\S)")


def read_tables(lines: list[Line], ledger: Ledger) -> list[Block]:
    """The tables of consecutive tabbed lines; blocks from the right corner come as paragraphs."""
    rows = [(line, _row(line, ledger)) for line in _without_rules(lines, ledger)]
    blocks: list[Block] = []
    for right, run in groupby(rows, key=lambda pair: _is_right_block(pair[1])):
        found = list(run)
        if right:
            blocks.extend(_right_block(found))
        else:
            blocks.extend(RawTable(tuple(part)) for part in _parted(found))
    return blocks


def _without_rules(lines: list[Line], ledger: Ledger) -> list[Line]:
    """The lines without those that part a framed head from its rows; they are markers."""
    for line in lines:
        if _is_rule(line):
            ledger.mark(line.text)
    return [line for line in lines if not _is_rule(line)]


def _is_rule(line: Line) -> bool:
    chars = line.text.chars
    return bool(_FRAMED.match(chars) and "-" in chars and _RULE.fullmatch(chars))


def _row(line: Line, ledger: Ledger) -> RawRow:
    text = _unframed(line.text, ledger)
    divider = _divider(line.text.chars)
    cells: list[CellText] = []
    at = 0
    for match in divider.finditer(text.chars):
        ledger.mark(text.cut(*match.span()))
        cells.append(_cell(text.cut(at, match.start()), ledger))
        at = match.end()
    cells.append(_cell(text.cut(at), ledger))
    return RawRow(tuple(cells), gap=line.gap > 0)


def _divider(chars: str) -> re.Pattern[str]:
    if "|" not in chars:
        return _TAB
    return _BAR if "\t" in chars else _STROKE


def _unframed(text: Text, ledger: Ledger) -> Text:
    """The row without the strokes at its ends; they are entered as markers."""
    if not _FRAMED.match(text.chars):
        return text
    start, end = text.chars.index("|") + 1, text.chars.rindex("|")
    ledger.mark(text.cut(0, start))
    ledger.mark(text.cut(end))
    return text.cut(start, end)


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
    for place, (_, row) in enumerate(found):
        after = found[place + 1][1] if place + 1 < len(found) else None
        if part and row.gap and not _one_table(part, row, after):
            yield part
            part = []
        part.append(row)
    if part:
        yield part


def _one_table(part: list[RawRow], row: RawRow, after: RawRow | None) -> bool:
    """Whether a row behind a blank line goes on with the table.

    One of two cells does between wider rows: heads that stand under a head over both.
    """
    if _is_wide(part[-1]):
        return _is_wide(row) or (after is not None and _is_wide(after))
    return _is_wide(row) and len(part) > 1 and _is_wide(part[-2])


def _is_wide(row: RawRow) -> bool:
    return len(row.cells) > 2  # noqa: PLR2004 - signatures have two
