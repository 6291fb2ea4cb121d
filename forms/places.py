"""The places of a form that are filled in: which they are, and what comes to stand there.

While a form is being put together, a place is a mark in its text that names the field; a blank
form prints underscores or an empty cell there, a filled one the value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec.structs import replace

from model import Attachment, Cell, Node
from model.act import Value

# Letters of nobody's alphabet: a mark never meets the words of a form.
_OPEN, _CLOSE, _BETWEEN = "\ue000", "\ue001", "\ue002"
_MARK = re.compile(f"{_OPEN}([^{_BETWEEN}]*){_BETWEEN}([^{_BETWEEN}]*){_BETWEEN}(\\d*){_CLOSE}")


class Place(Value, frozen=True):
    """One place: the field, the row of a table (``None`` outside tables), the length of the line.

    Rows are named "1", "2", …; "2.3" is the third question of the second competence, "2" alone
    its mean, "total" the row under a table. A cell has the length 0.
    """

    key: str
    row: str | None = None
    length: int = 0

    @property
    def name(self) -> str:
        """The name of the place in data: ``person``, ``mark-1/3``."""
        return self.key if self.row is None else f"{self.key}/{self.row}"


def mark(place: Place) -> str:
    """The mark that stands for the place until it is settled."""
    return f"{_OPEN}{place.key}{_BETWEEN}{place.row or ''}{_BETWEEN}{place.length}{_CLOSE}"


def _place(found: re.Match[str]) -> Place:
    return Place(found[1], found[2] or None, int(found[3]))


def empty(place: Place) -> str:
    """What a blank form prints: a line to write on, or nothing in a cell."""
    return "_" * place.length


def settled(form: Attachment, said: Callable[[Place], str]) -> Attachment:
    """The form with what ``said`` gives in every place."""

    def text(words: str | None) -> str | None:
        return None if words is None else _MARK.sub(lambda found: said(_place(found)), words)

    def node(one: Node) -> Node:
        rows = tuple(tuple(replace(c, text=text(c.text) or "") for c in row) for row in one.rows)
        children = tuple(map(node, one.children))
        return replace(one, text=text(one.text), rows=rows, children=children)

    return replace(form, header=text(form.header), body=tuple(map(node, form.body)))


def places(form: Attachment) -> tuple[Place, ...]:
    """The places of a form that is not settled yet, in the order in which they are printed."""
    return tuple(_place(found) for text in _texts(form) for found in _MARK.finditer(text))


def _texts(form: Attachment) -> Iterator[str]:
    yield form.header or ""
    for node in form.body:
        yield from _texts_of(node)


def _texts_of(node: Node) -> Iterator[str]:
    yield node.text or ""
    yield from (cell.text for row in node.rows for cell in row)
    for child in node.children:
        yield from _texts_of(child)


def cell(key: str, row: str) -> Cell:
    """A cell to be filled in."""
    return Cell(mark(Place(key, row)))
