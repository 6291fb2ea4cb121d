"""Tables have the same rows, cells and figures in both texts (article 24)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from model import Act, Lang, Node, Row, Target
from model.tree import attachment_target
from review.authenticity import figures, listed, only_in
from review.case import Case
from review.findings import Remark

_BLANK = "____"


def same_tables(case: Case) -> Iterator[Remark]:
    """A table has as many rows and cells, and the same figures, in both texts."""
    if case.both is None:
        return
    kazakh, russian = _tables(case.both.kk), _tables(case.both.ru)
    for target in dict.fromkeys((*kazakh, *russian)):
        pairs = zip_longest(kazakh.get(target, []), russian.get(target, []))
        for place, (kk, ru) in enumerate(pairs, 1):
            yield from _unlike(target, str(place), kk, ru)


def _unlike(target: Target, place: str, kk: Node | None, ru: Node | None) -> Iterator[Remark]:
    if kk is None or ru is None:
        yield Remark(target, only_in(kk), {"table": place})
        return
    span = kk.span
    if _has_blanks(kk) and _has_blanks(ru):
        return
    if len(kk.rows) != len(ru.rows):
        fields = {"table": place, "kk": str(len(kk.rows)), "ru": str(len(ru.rows))}
        yield Remark(target, "rows", fields, span)
        return
    for number, (kazakh, russian) in enumerate(zip(kk.rows, ru.rows, strict=True), 1):
        fields = {"table": place, "row": str(number)}
        if len(kazakh) != len(russian):
            fields |= {"kk": str(len(kazakh)), "ru": str(len(russian))}
            yield Remark(target, "cells", fields, span)
        elif (own := _row_figures(kazakh, "kk")) != (other := _row_figures(russian, "ru")):
            fields |= {"kk": listed(own - other), "ru": listed(other - own)}
            yield Remark(target, "figures", fields, span)


def _has_blanks(table: Node) -> bool:
    """Whether the table is there to sign in: post, blank and date are typed in rows or lines."""
    return any(_BLANK in cell.text for row in table.rows for cell in row)


def _row_figures(row: Row, lang: Lang) -> Counter[str]:
    return figures("\n".join(cell.text for cell in row), lang)


def _tables(act: Act) -> dict[Target, list[Node]]:
    """The tables of each document, in their order."""
    found = {Target(): list(_tables_in(act.body))}
    for attachment in act.attachments:
        found.setdefault(attachment_target(attachment), []).extend(_tables_in(attachment.body))
    return found


def _tables_in(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        if node.kind == "table":
            yield node
        yield from _tables_in(node.children)
