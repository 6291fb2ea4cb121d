"""A table of an act as the table of a definition: heads, groups, rows to fill in, a chart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import msgspec

from forms.definitions import (
    BlankRows,
    CellText,
    Column,
    FixedRow,
    Group,
    Signatures,
    Summary,
    Table,
    TableRow,
)
from model import LANGUAGES, Both, Cell, Row

Said = Callable[[str], Both]
_PAIR = 2  # columns of a block of signatures
_COMPETENCE = "{competence}"


class Imported(msgspec.Struct, frozen=True):
    """A table's rows with the way in which a text becomes words of the definition."""

    rows: tuple[Row, ...]
    said: Said

    @property
    def depth(self) -> int:
        """How many rows the heads take: as many as the highest cell of the first row."""
        first = self.rows[0]
        spread = any(cell.colspan > 1 for cell in first) and len(self.rows) > 1
        return max(*(cell.rowspan for cell in first), 2 if spread else 1)


def signatures_of(rows: tuple[Row, ...], said: Said) -> Signatures | None:
    """Two signatures side by side; ``None`` for a table that is something else."""
    paired = all(len(row) == _PAIR for row in rows)
    if not rows or not paired or not any("__" in cell.text for cell in rows[-1]):
        return None
    left, right = (
        tuple(said(line) for row in rows for line in row[side].text.split("\n")) for side in (0, 1)
    )
    return Signatures(left, right)


def table_of(rows: tuple[Row, ...], said: Said) -> Table:
    """The table of a definition that prints these rows."""
    read = Imported(rows, said)
    heads, body = rows[: read.depth], rows[read.depth :]
    chart = _chart(body)
    if chart is not None:
        body = (body[0][:-1], *body[1:])
    columns = tuple(_columns(heads, said))
    made, closing = _closed(list(_rows(body, said)))
    return Table(columns, tuple(made), closing, None if chart is None else said(chart))


def _chart(body: Sequence[Row]) -> str | None:
    """The caption of a place for a chart: the last cell, beside all rows."""
    if len(body) < _PAIR or not body[0]:
        return None
    last = body[0][-1]
    return last.text if last.rowspan == len(body) and last.text else None


def _columns(heads: tuple[Row, ...], said: Said, turn: str = "column") -> Iterator[Column]:
    """The heads of the first row, each with those that stand under it."""
    below = [list(row) for row in heads[1:]]
    for number, cell in enumerate(heads[0], 1):
        key = f"{turn}-{number}"
        under: tuple[Column, ...] = ()
        if cell.colspan > 1 and cell.rowspan <= len(below):
            taken = tuple(_take(row, cell.colspan) for row in below[cell.rowspan - 1 :])
            under = tuple(_columns(taken, said, key))
        yield Column(key, said(cell.text), under)


def _take(row: list[Cell], width: int) -> Row:
    """The cells that stand in so many columns, taken from the row."""
    taken: list[Cell] = []
    while row and sum(cell.colspan for cell in taken) < width:
        taken.append(row.pop(0))
    return tuple(taken)


def _rows(body: Sequence[Row], said: Said) -> Iterator[TableRow]:
    """Groups by their shared cells; rows to fill in, one after another, together."""
    waiting = list(body)
    while waiting:
        height = max((cell.rowspan for cell in waiting[0]), default=1)
        taken, waiting = waiting[:height], waiting[height:]
        if height > 1:
            yield _group(taken, said)
        elif _to_fill(taken[0]):
            while waiting and _to_fill(waiting[0]):
                taken.append(waiting.pop(0))
            yield BlankRows(tuple(row[0].text for row in taken))
        else:
            yield _row(taken[0], said)


def _to_fill(row: Row) -> bool:
    """Nothing is printed but a running number."""
    first, *others = row
    printed = any(cell.text for cell in others) or first.colspan > 1
    return not printed and not any(letter.isalpha() for letter in first.text)


def _group(rows: Sequence[Row], said: Said) -> Group:
    shared = [cell.text for cell in rows[0] if cell.rowspan > 1]
    *number, name = shared
    texts = [[cell for cell in row if cell.rowspan == 1] for row in rows]
    own = tuple(_texts(row, said) for row in texts)
    return Group(said(name), own, number[0] if number else None)


def _texts(row: Sequence[Cell], said: Said) -> tuple[CellText, ...]:
    """What is printed in the cells; empty ones at the end are left to be filled in."""
    printed = max((n for n, cell in enumerate(row, 1) if cell.text), default=0)
    return tuple(_text(cell.text, said) for cell in row[:printed])


def _text(text: str, said: Said) -> CellText:
    lines = text.split("\n")
    if len(lines) > 1:
        return tuple(said(line) for line in lines)
    return said(text) if any(letter.isalpha() for letter in text) else text


def _row(row: Row, said: Said) -> TableRow:
    if row[0].colspan > 1:
        return Summary(said(row[0].text), row[0].colspan)
    return FixedRow(_texts(row, said))


def _closed(rows: list[TableRow]) -> tuple[list[TableRow], Both | None]:
    """The rows, and the words that close every group where they are the same for all."""
    shapes = {_shape(*pair) for pair in pairwise(rows) if isinstance(pair[0], Group)}
    listed = sum(isinstance(row, Group) for row in rows)
    closings = sum(isinstance(row, Summary) for row in rows)
    if len(shapes) != 1 or None in shapes or closings != listed:
        return rows, None
    (shape,) = shapes
    return [row for row in rows if not isinstance(row, Summary)], shape


def _shape(group: TableRow, closing: TableRow) -> Both | None:
    """The closing words with a slot for the group's name; ``None`` where the name is not there."""
    if not isinstance(group, Group) or not isinstance(closing, Summary):
        return None
    pairs = [(closing.text.of(lang), group.name.of(lang)) for lang in LANGUAGES]
    if not any(name and name in text for text, name in pairs):
        return None
    kk, ru = (text.replace(name, _COMPETENCE, 1) if name else text for text, name in pairs)
    return Both(kk, ru)
