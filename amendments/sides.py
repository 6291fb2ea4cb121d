"""Sides of an element: its first text, heading, title, preamble, a sentence, a row, a cell."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from amendments.changing import Done, Host, Left, Order, already, named, no_wording, says_the_same
from amendments.grids import Rows, grid_of, without_column, without_row
from amendments.places import Place, own_text
from amendments.sentences import sentences
from amendments.trees import (
    OWN,
    Nodes,
    exchanged,
    node_at,
    placeless,
    with_attachment,
)
from lexicon.formulas import group, search
from model import Act, Node, Preamble
from model.act import Row
from parsers.citations import citations_of

Change = Callable[[str], str]
_HEADED = {"heading": "redaction", "title": "redaction", "preamble": "redaction"}


def side_of(act: Act, place: Place) -> Nodes:
    """The side as elements, for the report: a part with its words, a table with its rows."""
    if place.facet in {"row", "cell", "column"}:
        rows = node_at(act, place.document, place.path).rows
        return (Node("table", rows=_cut(rows, place)),)
    if place.facet == "sentence":
        return (Node("part", text=_sentence(own_text(act, place), place)),)
    return (Node("part", text=own_text(act, place)),)


def _cut(rows: Rows, place: Place) -> Rows:
    if place.facet == "cell":
        return ((rows[place.row][place.cell],),)
    return (rows[place.row],) if place.facet == "row" else rows


def _sentence(text: str, place: Place) -> str:
    start, end = sentences(text)[place.sentence]
    return text[start:end]


def with_words(act: Act, place: Place, change: Change) -> Act:
    """The act with the words of the side changed."""
    if place.facet == "preamble":
        return _with_preamble(act, change(own_text(act, place)))
    if place.facet == "title":
        return _with_title(act, place, change(own_text(act, place)))
    node = node_at(act, place.document, place.path)
    return exchanged(act, place.document, place.path, (_reworded(node, place, change),))


def _reworded(node: Node, place: Place, change: Change) -> Node:
    if place.facet in {"row", "cell", "column"}:
        return replace(node, rows=_with_cells(node.rows, place, change))
    if place.facet == "heading":
        return replace(node, heading=change(node.heading or ""))
    if place.facet == "sentence":
        text = node.text or ""
        start, end = sentences(text)[place.sentence]
        return replace(node, text=f"{text[:start]}{change(text[start:end])}{text[end:]}".strip())
    return replace(node, text=change(node.text or ""))


def _with_cells(rows: Rows, place: Place, change: Change) -> Rows:
    def cell_of(row: int, cell: int) -> bool:
        if place.facet == "column":
            return _column(rows, place, row, cell)
        return row == place.row and (place.facet == "row" or cell == place.cell)

    return tuple(
        tuple(
            replace(cell, text=change(cell.text)) if cell_of(number, at) else cell
            for at, cell in enumerate(row)
        )
        for number, row in enumerate(rows)
    )


def _column(rows: Rows, place: Place, row: int, cell: int) -> bool:
    grid = grid_of(rows)
    return any(at == (row, cell) and column == place.column for (_, column), at in grid.items())


def _with_title(act: Act, place: Place, title: str) -> Act:
    if place.document == OWN:
        return replace(act, title=title)
    return with_attachment(
        act, place.document, replace(act.attachments[place.document], title=title)
    )


def _with_preamble(act: Act, text: str) -> Act:
    """The preamble with its enacting word and its bases read anew."""
    enacting = _enacting(text, act)
    at = text.rindex(enacting) if enacting else len(text)
    return replace(act, preamble=Preamble(text, enacting, citations_of(text[:at], act.lang)))


def _enacting(text: str, act: Act) -> str | None:
    """The last enacting word of the text; ``None`` where it has none."""
    found = (search(record.id, text, act.lang) for record in group("enacting"))
    words = [text[one.start : one.end] for one in found if one]
    old = act.preamble.enacting if act.preamble else None
    return max(words, key=text.rindex) if words else old if old and old in text else None


def replace_side(act: Act, order: Order, place: Place) -> Done | Left:
    """A side in a new redaction; words where the instruction gives words."""
    if place.facet == "row":
        return _replace_rows(act, order, place)
    words = wording_of(order)
    if place.facet == "column" or words is None:
        return no_wording(order)
    if place.facet == "text":
        return _replace_first_text(act, order, place)
    before = side_of(act, place)
    if says_the_same(before, (Node("part", text=words),)):
        return already(place.target, before)
    return _done(place, with_words(act, place, lambda _: words), before)


def wording_of(order: Order) -> str | None:
    """The new wording of a side as one text; ``None`` where the instruction gives none."""
    content = order.operation.content
    found = [words for node in content for words in (node.heading, node.text) if words]
    return " ".join(found) or order.operation.new


def _replace_first_text(act: Act, order: Order, place: Place) -> Done | Left:
    """The element's own first text; further lines of the new wording are parts after it."""
    first, *others = map(placeless, order.operation.content or (Node("part"),))
    node = node_at(act, place.document, place.path)
    text = first.text or order.operation.new
    if not text:
        return no_wording(order)
    before = side_of(act, place)
    if says_the_same(before, (Node("part", text=text), *others)):
        return already(place.target, before)
    new = replace(node, text=text, children=(*first.children, *others, *node.children))
    whole = exchanged(act, place.document, place.path, (new,))
    return _done(place, whole, before)


def _replace_rows(act: Act, order: Order, place: Place) -> Done | Left:
    rows = rows_of(order)
    if not rows:
        return no_wording(order)
    before = side_of(act, place)
    if says_the_same(before, (Node("table", rows=rows),)):
        return already(place.target, before)
    table = node_at(act, place.document, place.path)
    new = (*table.rows[: place.row], *rows, *table.rows[place.row + 1 :])
    whole = exchanged(act, place.document, place.path, (replace(table, rows=new),))
    return _done(place, whole, before, (Node("table", rows=rows),))


def rows_of(order: Order) -> tuple[Row, ...]:
    """The new rows that an instruction gives as a table."""
    return tuple(row for node in order.operation.content for row in node.rows)


def take_side_out(act: Act, order: Order, place: Place) -> Done | Left:
    """The side removed: a row, a column, a sentence, the words of a cell, a first text."""
    before = side_of(act, place)
    if place.facet == "text":
        return _done(place, _without_first_text(act, place), before, ())
    if place.facet in {"row", "column"}:
        table = node_at(act, place.document, place.path)
        less = (
            without_row(table.rows, place.row)
            if place.facet == "row"
            else without_column(table.rows, place.column)
        )
        whole = exchanged(act, place.document, place.path, (replace(table, rows=less),))
        return _done(place, whole, before, ())
    if place.facet in {"title", "preamble"}:
        fields = {"target": named(place.target, order.lang), "met": "–"}
        return Left("not-understood", "other-element", fields, place.target, before)
    return _done(place, with_words(act, place, lambda _: ""), before, ())


def _without_first_text(act: Act, place: Place) -> Act:
    """The next part becomes the first text: an element begins with words."""
    node = node_at(act, place.document, place.path)
    text, children = None, node.children
    if children and children[0].kind == "part":
        text, children = children[0].text, (*children[0].children, *children[1:])
    new = replace(node, text=text, children=children)
    return exchanged(act, place.document, place.path, (new,))


def _done(place: Place, whole: Act, before: Nodes, after: Nodes | None = None) -> Done:
    """The change of a side; the note of a heading stands under it, that of a title on the text."""
    from amendments.whole import host_of  # noqa: PLC0415 - each of the two needs the other

    new = side_of(whole, place) if after is None else after
    host = Host(place.document, ()) if not place.path else host_of(whole, place)
    kind = _HEADED.get(place.facet or "", "changed")
    return Done(act=whole, place=place.target, kind=kind, host=host, before=before, after=new)
