"""Two states of one table as one table: rows come and go, cells change their words."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from difflib import SequenceMatcher

from docx.oxml.ns import qn

from generator.comparative_words import difference, similarity
from generator.docx.tracked_alignment import Pair, paired
from generator.docx.tracked_blocks import cell_text, cells_of, geometry, rows_of
from generator.docx.tracked_ink import Change, Ink
from generator.docx.xml import Element

_LEAST_ALIKE = 0.2  # of the words; a row of a form is a few of them, the rest is blank


def whole_table(table: Element, ink: Ink, change: Change) -> Element:
    """The table, come or gone with all its rows."""
    copy = deepcopy(table)
    for row in rows_of(copy):
        copy.replace(row, ink.row(row, change))
    return copy


def changed_table(old: Element, new: Element, ink: Ink) -> Element:
    """The two tables as one; both have the same number of columns.

    Ruling and widths are the new table's.
    """
    table = deepcopy(new)
    for row in rows_of(table):
        table.remove(row)
    for before, after in _rows(rows_of(old), rows_of(new)):
        table.append(_row(before, after, ink))
    return table


def _rows(old: list[Element], new: list[Element]) -> Iterator[Pair[Element]]:
    keys = [_key(row) for row in old], [_key(row) for row in new]
    for tag, start, end, first, last in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(old[start:end], new[first:last], strict=True)
        else:
            yield from paired(old[start:end], new[first:last], _likeness, _LEAST_ALIKE)


def _key(row: Element) -> tuple[str, ...]:
    return geometry(row), *map(cell_text, cells_of(row))


def _likeness(old: Element, new: Element) -> float:
    """How alike two rows are; rows that are merged otherwise are never one row."""
    if geometry(old) != geometry(new):
        return 0.0
    return similarity(_words(old), _words(new))


def _words(row: Element) -> str:
    return " ".join(map(cell_text, cells_of(row)))


def _row(old: Element | None, new: Element | None, ink: Ink) -> Element:
    if old is None or new is None:
        gone = new is None
        return ink.row(old if new is None else new, "del" if gone else "ins")  # type: ignore[arg-type]  # never both None
    row = deepcopy(new)
    for before, after in zip(cells_of(old), cells_of(row), strict=True):
        _change_cell(before, after, ink)
    return row


def _change_cell(old: Element, new: Element, ink: Ink) -> None:
    """Put the changes between the two cells into the new one."""
    texts = cell_text(old), cell_text(new)
    if texts[0] == texts[1]:
        return
    lines = new.findall(qn("w:p"))
    written = ink.lines(difference(*texts), lines[0])
    for line in lines:
        new.remove(line)
    new.extend(written)
