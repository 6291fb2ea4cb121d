"""Forms of the act have the tables of the model: columns, rows and figures."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from model import NOWHERE, Lang, Node, Row, Target
from model.act import Value
from review.case import Case
from review.differing import Texts, differing
from review.findings import Beside, Fields, Remark, Side, short
from review.marks import Mark
from review.pairing import Manner, by_content
from review.placed import Placed
from review.tables import has_blanks, rows_beside, tables_in, words_of

_LEAST = 0.15  # likeness below which two rows of one language are not one row


class Pair(Value, frozen=True):
    """A table of the act and that of the model; ``None`` where there is no such table."""

    lang: Lang
    documents: tuple[Target, Target]
    place: str
    act: Node | None
    model: Node | None

    @property
    def manner(self) -> Manner:
        """How rows and columns are paired."""
        return Manner((self.lang, self.lang), _LEAST)


def tables_kept(case: Case) -> Iterator[Remark]:
    """Every table, column, row and figure of the model's forms is in those of the act."""
    for pair in _pairs(case):
        if pair.act is None:
            yield _remark(pair, "table", model=_opening(pair.model))
        elif pair.model is not None and not (has_blanks(pair.act) and has_blanks(pair.model)):
            yield from _unlike(pair, pair.act, pair.model)


def further_rows(case: Case) -> Iterator[Remark]:
    """Tables, columns and rows that the act has on its own; worth knowing, no breach."""
    for pair in _pairs(case):
        if pair.model is None:
            yield _remark(pair, "further-table", _opening(pair.act))
        elif pair.act is not None and not (has_blanks(pair.act) and has_blanks(pair.model)):
            yield from _further(pair, pair.act, pair.model)


def _pairs(case: Case) -> Iterator[Pair]:
    """The tables of each document, document by document."""
    if case.conformity is None:
        return
    for one in case.conformity.documents:
        if one.first is not None and one.second is not None:
            yield from _of_document(one.first, one.second, case.conformity.lang)


def _of_document(act: Placed, model: Placed, lang: Lang) -> Iterator[Pair]:
    first, second = (list(tables_in(side.node.children)) for side in (act, model))
    found = by_content(first, second, Manner((lang, lang), _LEAST))
    for place, (i, j) in enumerate(found, 1):
        one, other = (None if i is None else first[i]), (None if j is None else second[j])
        yield Pair(lang, (act.target, model.target), str(place), one, other)


def _unlike(pair: Pair, act: Node, model: Node) -> Iterator[Remark]:
    """What of the model's table is not in the act's."""
    if not model.rows:
        return
    if not act.rows:
        yield _remark(pair, "table", model=_opening(model))
        return
    columns = [other for one, other in _cells(pair, act.rows[0], model.rows[0]) if one is None]
    if columns:
        yield _remark(pair, "columns", model=_joined(columns))
        if len(act.rows) == len(model.rows):  # the rows are there, each without a cell
            return
    for one, other in rows_beside(act.rows[1:], model.rows[1:], pair.manner):
        if one is None and other is not None:
            yield _remark(pair, "row", model=words_of(other))
        elif one is not None and other is not None:
            yield from _figures(pair, words_of(one), words_of(other))


def _figures(pair: Pair, act: str, model: str) -> Iterator[Remark]:
    for found in differing(Texts(act, model, (pair.lang, pair.lang))):
        if found.what == "figures" and found.second:
            told = _remark(pair, "figures", act, model)
            fields = {**told.fields, "act": _keys(found.first), "model": _keys(found.second)}
            beside = replace(told.beside or Beside(), about=found.about)
            yield replace(told, fields=fields, beside=beside)


def _further(pair: Pair, act: Node, model: Node) -> Iterator[Remark]:
    """What the act's table has beyond the model's."""
    if not act.rows or not model.rows:
        return
    columns = [one for one, other in _cells(pair, act.rows[0], model.rows[0]) if other is None]
    if columns:
        yield _remark(pair, "further-columns", _joined(columns))
        if len(act.rows) == len(model.rows):
            return
    for one, other in rows_beside(act.rows[1:], model.rows[1:], pair.manner):
        if other is None and one is not None:
            yield _remark(pair, "further-row", words_of(one))


def _cells(pair: Pair, act: Row, model: Row) -> list[tuple[Row | None, Row | None]]:
    """The columns by what stands at their heads, each as a row of one cell."""
    heads = [[(cell,) for cell in row] for row in (act, model)]
    return rows_beside(heads[0], heads[1], pair.manner)


def _joined(columns: list[Row | None]) -> str:
    return " / ".join(words_of(one) for one in columns if one)


def _keys(marks: tuple[Mark, ...]) -> str:
    return ", ".join(mark.key for mark in marks) or "–"


def _opening(table: Node | None) -> str:
    return words_of(table.rows[0]) if table and table.rows else ""


def _remark(pair: Pair, says: str, act: str = "", model: str = "") -> Remark:
    """A remark at the act's table, with the words of both or of the one that has any."""
    first, second = pair.documents
    sides = Beside(Side(first, short(act)), Side(second, short(model)))
    fields: Fields = {"table": pair.place, "words": model or act}
    return Remark(first, says, fields, pair.act.span if pair.act else NOWHERE, beside=sides)
