"""New rows of a table."""

from __future__ import annotations

from msgspec.structs import replace

from amendments.changing import (
    Done,
    Left,
    Order,
    already,
    no_wording,
    only_place,
    order_of,
    says_the_same,
)
from amendments.grids import rows_named
from amendments.sides import rows_of
from amendments.trees import exchanged, node_at
from amendments.whole import host_of
from model import Act, Node


def insert_rows(act: Act, order: Order) -> Done | Left:
    """New rows of a table, by the numbers in their first cells or at the place they are given."""
    rows = rows_of(order)
    target = order.operation.target
    whole_table = replace(target, row=None, column=None, cell=None, table=target.table or "")
    if not rows or target.column is not None:
        return no_wording(order)
    place = only_place(act, replace(order, operation=replace(order.operation, target=whole_table)))
    if isinstance(place, Left):
        return place
    table = node_at(act, place.document, place.path)
    new = Node("table", rows=rows)
    there = rows_named(table.rows, target.row) if target.row else []
    standing = [Node("table", rows=table.rows[at : at + len(rows)]) for at in there[:1]]
    if standing and says_the_same((standing[0],), (new,)):
        return already(place.target, (new,))
    at = _row_slot(table, target.row, there)
    longer = replace(table, rows=(*table.rows[:at], *rows, *table.rows[at:]))
    whole = exchanged(act, place.document, place.path, (longer,))
    address = replace(place.target, row=target.row)
    return Done(act=whole, place=address, kind="changed", host=host_of(whole, place), after=(new,))


def _row_slot(table: Node, number: str | None, there: list[int]) -> int:
    """Before the row that has the place now; else behind the last smaller number; else the end."""
    if there:
        return there[0]
    counted = [(place, row[0].text.strip(" .)")) for place, row in enumerate(table.rows) if row]
    smaller = [
        place
        for place, written in counted
        if number and written.isdecimal() and order_of(written) < order_of(number)
    ]
    return smaller[-1] + 1 if smaller else len(table.rows)
