"""The two wordings of an element side by side, the words that differ marked on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import msgspec

from generator.comparative_words import difference, similarity
from generator.docx.tracked_alignment import Pair, paired
from generator.writing import typed_lines
from model import Cell, Lang, Node, Row

_LEAST_ALIKE = 1 / 3
_LEAST_ALIKE_ROW = 0.2  # a row of a form is a few words, the rest is blank


class Marked(msgspec.Struct, frozen=True):
    """A run of words; ``changed`` is set in bold."""

    text: str
    changed: bool


Line = tuple[Marked, ...]


class MarkedCell(msgspec.Struct, frozen=True):
    """A cell with its words marked; their line breaks stay in them."""

    words: Line
    rowspan: int = 1
    colspan: int = 1


class Shown(msgspec.Struct, frozen=True):
    """A paragraph, or a table where there are ``rows``."""

    line: Line = ()
    rows: tuple[tuple[MarkedCell, ...], ...] = ()

    @property
    def text(self) -> str:
        """The words of the paragraph, of a table row by row."""
        cells = (cell.words for row in self.rows for cell in row)
        return "".join(run.text for words in (self.line, *cells) for run in words)


Side = tuple[Shown, ...]


def side_by_side(old: Sequence[Node], new: Sequence[Node], lang: Lang) -> tuple[Side, Side]:
    """The old and the new wording, marked."""
    before, after = list(_plain(old, lang)), list(_plain(new, lang))
    left: list[Shown] = []
    right: list[Shown] = []
    for one, other in _aligned(before, after):
        marked = _marked(one, other)
        left += [marked[0]] if one is not None else []
        right += [marked[1]] if other is not None else []
    return tuple(left), tuple(right)


def _plain(nodes: Sequence[Node], lang: Lang) -> Iterator[str | tuple[Row, ...]]:
    """The elements as paragraphs and tables, in the order in which they are read."""
    for node in nodes:
        yield from typed_lines(node, lang)
        if node.rows:
            yield node.rows
        yield from _plain(node.children, lang)


_Plain = str | tuple[Row, ...]


def _aligned(old: list[_Plain], new: list[_Plain]) -> Iterator[Pair[_Plain]]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(old[start:end], new[first:last], strict=True)
        elif end - start == last - first == 1:
            yield old[start], new[first]
        else:
            yield from paired(old[start:end], new[first:last], _likeness, _LEAST_ALIKE)


def _likeness(old: _Plain, new: _Plain) -> float:
    return (
        similarity(_words(old), _words(new))
        if isinstance(old, str) == isinstance(new, str)
        else 0.0
    )


def _words(plain: _Plain) -> str:
    return plain if isinstance(plain, str) else " ".join(map(_row_words, plain))


def _row_words(row: Row) -> str:
    return " ".join(cell.text for cell in row)


def _marked(old: _Plain | None, new: _Plain | None) -> tuple[Shown, Shown]:
    if isinstance(old, tuple) or isinstance(new, tuple):
        return _marked_tables(old, new)
    left, right = _sides(old or "", new or "")
    return Shown(left), Shown(right)


def _marked_tables(old: _Plain | None, new: _Plain | None) -> tuple[Shown, Shown]:
    if isinstance(old, str) or isinstance(new, str):  # a table in the place of words
        return _marked(old, None)[0], _marked(None, new)[1]
    left: list[tuple[MarkedCell, ...]] = []
    right: list[tuple[MarkedCell, ...]] = []
    for one, other in _aligned_rows(old or (), new or ()):
        marked = _marked_rows(one, other)
        left += [marked[0]] if one is not None else []
        right += [marked[1]] if other is not None else []
    return Shown(rows=tuple(left)), Shown(rows=tuple(right))


def _aligned_rows(old: Sequence[Row], new: Sequence[Row]) -> Iterator[Pair[Row]]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(old[start:end], new[first:last], strict=True)
        else:
            yield from paired(old[start:end], new[first:last], _likeness_of_rows, _LEAST_ALIKE_ROW)


def _likeness_of_rows(old: Row, new: Row) -> float:
    return similarity(_row_words(old), _row_words(new)) if len(old) == len(new) else 0.0


def _marked_rows(
    old: Row | None, new: Row | None
) -> tuple[tuple[MarkedCell, ...], tuple[MarkedCell, ...]]:
    before: Row = old if old is not None else tuple(Cell("") for _ in new or ())
    after: Row = new if new is not None else tuple(Cell("") for _ in before)
    pairs = [_sides(one.text, other.text) for one, other in zip(before, after, strict=True)]
    return (
        tuple(_cell(cell, pair[0]) for cell, pair in zip(before, pairs, strict=True)),
        tuple(_cell(cell, pair[1]) for cell, pair in zip(after, pairs, strict=True)),
    )


def _cell(cell: Cell, words: Line) -> MarkedCell:
    return MarkedCell(words, cell.rowspan, cell.colspan)


def _sides(old: str, new: str) -> tuple[Line, Line]:
    """The words of both sides, those that only one of them has marked."""
    pieces = difference(old, new)
    left = tuple(Marked(p.text, p.side == "old") for p in pieces if p.side != "new")
    right = tuple(Marked(p.text, p.side == "new") for p in pieces if p.side != "old")
    return left, right
