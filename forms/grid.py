"""A table of a form as rows of cells: heads over columns, cells that run over several.

A cell that another one covers is not listed, as in every table of the model.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, count

import msgspec

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
from forms.places import cell
from forms.words import Words
from model import Both, Cell, Row

_NUMBER = "number"  # the column of running numbers: filled rows have them even where blanks do not


def table_rows(table: Table, words: Words, filled: int | None = None) -> tuple[Row, ...]:
    """The rows of a table: heads first, then the body.

    ``filled`` is how many rows take the place of the rows to be filled in; ``None`` leaves those
    that the blank form has.
    """
    body = _Body(table, words, filled, count(1))
    return (*_heads(table.columns, words), *body.rows())


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


class _Body(msgspec.Struct):
    """The rows under the heads; ``turn`` numbers the rows for programs."""

    table: Table
    words: Words
    filled: int | None
    turn: count[int]

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns by name, without that of a chart, whose one cell stands apart."""
        columns = leaves(self.table.columns)
        shown = columns if self.table.chart is None else columns[:-1]
        return tuple(column.key for column in shown)

    def rows(self) -> tuple[Row, ...]:
        made = tuple(chain.from_iterable(map(self._of, self.table.rows)))
        if self.table.chart is None or not made:
            return made
        place = Cell(self.words.say(self.table.chart), rowspan=len(made))
        return ((*made[0], place), *made[1:])

    def _of(self, row: TableRow) -> Iterator[Row]:
        match row:
            case BlankRows():
                for number in self._numbers(row):
                    yield self._padded((Cell(number),) if number else (), str(next(self.turn)))
            case FixedRow():
                cells = tuple(_cell(text, self.words) for text in row.cells)
                yield self._padded(cells, str(next(self.turn)))
            case Group():
                yield from self._group(row, str(next(self.turn)))
            case Summary():
                cells = (Cell(self.words.say(row.text), colspan=row.span),)
                yield self._padded(cells, "total")

    def _numbers(self, row: BlankRows) -> tuple[str, ...]:
        if self.filled is None:
            return row.numbers
        numbered = any(row.numbers) or self.keys[0] == _NUMBER
        return tuple(f"{n}." if numbered else "" for n in range(1, self.filled + 1))

    def _group(self, group: Group, turn: str) -> Iterator[Row]:
        height = len(group.rows)
        lead = () if group.number is None else (Cell(group.number, rowspan=height),)
        lead = (*lead, Cell(self.words.say(group.name), rowspan=height))
        for at, texts in enumerate(group.rows):
            cells = tuple(_cell(text, self.words) for text in texts)
            own = self._padded(cells, f"{turn}.{at + 1}", skip=len(lead))
            yield (*lead, *own) if at == 0 else own
        if self.table.group_summary is not None:
            yield self._closing(self.table.group_summary, group, turn)

    def _closing(self, text: Both, group: Group, turn: str) -> Row:
        said = self.words.say(text, {"competence": self.words.say(group.name)})
        *_, last = self.keys
        return (Cell(said, colspan=len(self.keys) - 1), self._place(last, turn))

    def _padded(self, cells: Row, row: str, skip: int = 0) -> Row:
        covered = skip + sum(one.colspan for one in cells)
        return (*cells, *(self._place(key, row) for key in self.keys[covered:]))

    def _place(self, key: str, row: str) -> Cell:
        return cell(key, row) if self.words.marked else Cell()


def _cell(text: CellText, words: Words) -> Cell:
    match text:
        case str():
            return Cell(text)
        case Both():
            return Cell(words.say(text))
        case _:
            return Cell("\n".join(words.say(paragraph) for paragraph in text))
