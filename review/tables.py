"""Tables have the same rows, cells and figures in both texts (article 24)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from model import NOWHERE, Act, Node, Row, Span, Target
from model.act import Value
from model.tree import attachment_target
from review.authenticity import only_in
from review.case import Case
from review.differing import Texts, differing
from review.findings import Fields, Remark, Side, Sides, short
from review.likeness import PAIR
from review.pairing import LEAST, Manner, by_content

_BLANK = "____"
_MOST = 200  # rows up to which it is looked for which of them is missing


class Tables(Value, frozen=True):
    """The tables of one place in their order; a side is ``None`` where that text has no more."""

    target: Target
    place: str
    kk: Node | None
    ru: Node | None

    @property
    def span(self) -> Span:
        """Where the Kazakh table stands, or the Russian one where it is alone."""
        found = self.kk or self.ru
        return found.span if found else NOWHERE


def same_tables(case: Case) -> Iterator[Remark]:
    """A table has as many rows and cells, and the same figures, in both texts."""
    for tables in tables_of(case):
        yield from _unlike(tables)


def tables_of(case: Case) -> Iterator[Tables]:
    """The tables of both texts, document by document; not of a document that one text lacks."""
    if case.both is None:
        return
    kazakh, russian = _tables(case.both.kk), _tables(case.both.ru)
    for target in (one for one in kazakh if one in russian):
        pairs = zip_longest(kazakh.get(target, []), russian.get(target, []))
        for place, (kk, ru) in enumerate(pairs, 1):
            yield Tables(target, str(place), kk, ru)


def _unlike(tables: Tables) -> Iterator[Remark]:
    kk, ru = tables.kk, tables.ru
    if kk is None or ru is None:
        sides = Sides(_side(tables.target, kk), _side(tables.target, ru))
        yield Remark(tables.target, only_in(kk), {"table": tables.place}, sides=sides)
    elif has_blanks(kk) and has_blanks(ru):
        return
    elif len(kk.rows) != len(ru.rows):
        fields = {"table": tables.place, "kk": str(len(kk.rows)), "ru": str(len(ru.rows))}
        lone = _lone_rows(kk.rows, ru.rows)
        yield Remark(tables.target, "rows", fields, kk.span, _sides(tables, *lone))
    else:
        for number, rows in enumerate(zip(kk.rows, ru.rows, strict=True), 1):
            yield from _rows_unlike(tables, str(number), *rows)


def _rows_unlike(tables: Tables, number: str, kk: Row, ru: Row) -> Iterator[Remark]:
    fields: Fields = {"table": tables.place, "row": number}
    sides = _sides(tables, words_of(kk), words_of(ru))
    if len(kk) != len(ru):
        counts = {"kk": str(len(kk)), "ru": str(len(ru))}
        yield Remark(tables.target, "cells", {**fields, **counts}, tables.span, sides)
        return
    for found in differing(Texts(words_of(kk), words_of(ru))):
        if found.what == "figures":
            only = [
                ", ".join(mark.key for mark in marks) or "–"
                for marks in (found.first, found.second)
            ]
            said: Fields = {**fields, "kk": only[0], "ru": only[1]}
            yield Remark(tables.target, "figures", said, tables.span, sides)


def _lone_rows(kk: tuple[Row, ...], ru: tuple[Row, ...]) -> tuple[str, str]:
    """The words of the rows that have no counterpart, as far as their content tells."""
    if max(len(kk), len(ru)) > _MOST:
        return "", ""
    found = rows_beside(kk, ru, Manner(PAIR, LEAST))
    return (
        short(" / ".join(words_of(one) for one, other in found if one and not other)),
        short(" / ".join(words_of(other) for one, other in found if other and not one)),
    )


def rows_beside(
    first: Sequence[Row], second: Sequence[Row], manner: Manner
) -> list[tuple[Row | None, Row | None]]:
    """The rows that correspond by their content; ``None`` for what the other table lacks."""
    nodes = [[Node("item", text=words_of(row)) for row in rows] for rows in (first, second)]
    found = by_content(nodes[0], nodes[1], manner)
    return [(None if i is None else first[i], None if j is None else second[j]) for i, j in found]


def _sides(tables: Tables, kk: str, ru: str) -> Sides:
    return Sides(Side(tables.target, short(kk)), Side(tables.target, short(ru)))


def _side(target: Target, table: Node | None) -> Side | None:
    if table is None:
        return None
    return Side(target, short(words_of(table.rows[0])) if table.rows else "")


def words_of(row: Row) -> str:
    """The cells of a row in one line."""
    return " | ".join(cell.text for cell in row)


def has_blanks(table: Node) -> bool:
    """Whether the table is there to sign in: post, blank and date are typed in rows or lines."""
    return any(_BLANK in cell.text for row in table.rows for cell in row)


def _tables(act: Act) -> dict[Target, list[Node]]:
    """The tables of each document, in their order."""
    found = {Target(): list(tables_in(act.body))}
    for attachment in act.attachments:
        found.setdefault(attachment_target(attachment), []).extend(tables_in(attachment.body))
    return found


def tables_in(nodes: Iterable[Node]) -> Iterator[Node]:
    """Every table that stands in these nodes, in their order."""
    for node in nodes:
        if node.kind == "table":
            yield node
        yield from tables_in(node.children)
