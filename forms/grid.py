"""A table of a form as rows of cells: heads over columns, cells that run over several.

A cell that another one covers is not listed, as in every table of the model.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from forms.definitions import (
    BlankRows,
    CellText,
    Column,
    FixedRow,
    Group,
    Summary,
    Table,
    TableRow,
)
from forms.words import Words
from model import Both, Cell, Row


def table_rows(table: Table, words: Words) -> tuple[Row, ...]:
    """The rows of a blank table: heads first, then the body."""
    return (*_heads(table.columns, words), *_body(table, words))


def leaves(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns that hold cells, those under a common head one by one."""
    return tuple(chain.from_iterable(leaves(c.columns) if c.columns else (c,) for c in columns))


def _heads(columns: tuple[Column, ...], words: Words) -> Iterator[Row]:
    depth = _depth(columns)
    for level in range(depth):
        yield tuple(_heads_at(columns, level, depth, words))


def _depth(columns: tuple[Column, ...]) -> int:
    return max((1 + _depth(column.columns) for column in columns), default=0)


def _heads_at(columns: tuple[Column, ...], level: int, depth: int, words: Words) -> Iterator[Cell]:
    for column in columns:
        if level:
            yield from _heads_at(column.columns, level - 1, depth - 1, words)
        else:
            yield _head(column, depth, words)


def _head(column: Column, depth: int, words: Words) -> Cell:
    own = leaves(column.columns)
    return Cell(words.say(column.head), 1 if own else depth, max(len(own), 1))


def _body(table: Table, words: Words) -> tuple[Row, ...]:
    width = len(leaves(table.columns)) - (table.chart is not None)
    rows = tuple(
        chain.from_iterable(_rows(row, table, width, words) for row in table.rows),
    )
    if table.chart is None or not rows:
        return rows
    place = Cell(words.say(table.chart), rowspan=len(rows))
    return ((*rows[0], place), *rows[1:])


def _rows(row: TableRow, table: Table, width: int, words: Words) -> Iterator[Row]:
    match row:
        case BlankRows():
            yield from (_padded((Cell(number),), width) for number in row.numbers)
        case FixedRow():
            yield _padded(tuple(_cell(text, words) for text in row.cells), width)
        case Group():
            yield from _group(row, width, words)
            if table.group_summary is not None:
                yield _closing(table.group_summary, row, width, words)
        case Summary():
            yield _padded((Cell(words.say(row.text), colspan=row.span),), width)


def _group(group: Group, width: int, words: Words) -> Iterator[Row]:
    height = len(group.rows)
    lead = () if group.number is None else (Cell(group.number, rowspan=height),)
    lead = (*lead, Cell(words.say(group.name), rowspan=height))
    for at, texts in enumerate(group.rows):
        cells = tuple(_cell(text, words) for text in texts)
        own = _padded(cells, width - len(lead))
        yield (*lead, *own) if at == 0 else own


def _closing(text: Both, group: Group, width: int, words: Words) -> Row:
    said = words.say(text, {"competence": words.say(group.name)})
    return (Cell(said, colspan=width - 1), Cell())


def _cell(text: CellText, words: Words) -> Cell:
    match text:
        case str():
            return Cell(text)
        case Both():
            return Cell(words.say(text))
        case _:
            return Cell("\n".join(words.say(paragraph) for paragraph in text))


def _padded(cells: Row, width: int) -> Row:
    covered = sum(cell.colspan for cell in cells)
    return (*cells, *(Cell() for _ in range(width - covered)))
