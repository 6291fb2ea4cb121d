"""A form held against the known ones: which it is, and cell by cell where it differs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from forms.blank import blank
from forms.definitions import FormDefinition, catalogue
from forms.findings import Ui
from forms.importing import marks, stamp
from lexicon.template import render_template
from model import Attachment, Lang, Node, Row
from model.act import Value

_BLANK, _DASH = re.compile(r"_{2,}"), re.compile(r"\s*[-–—]\s*")


class Difference(Value, frozen=True):
    """One place that two forms say otherwise; an empty text is a place that one of them lacks.

    ``where`` is the kind of place in ``importing.yaml``, ``at`` its numbers, counted from 1 in
    the form that was imported.
    """

    where: str
    at: dict[str, str]
    here: str
    there: str

    def place(self, ui: Ui) -> str:
        """The place in words: "table 1, row 2, column 3"."""
        return render_template(marks().places[self.where][ui], lambda slot: self.at[slot.name])


def nearest(form: Attachment, lang: Lang) -> tuple[FormDefinition, float]:
    """The known form that is most like this one, and how much: 1 is all the same words."""
    own = _bag(form)
    ranked = [(_likeness(own, _bag(blank(known, lang))), known) for known in catalogue()]
    likeness, known = max(ranked, key=lambda pair: pair[0])
    return known, likeness


def _bag(form: Attachment) -> Counter[str]:
    texts = [form.title or "", *(text for node in form.body for text in _texts(node))]
    return Counter(word for text in texts for word in folded(text).split())


def _texts(node: Node) -> Iterator[str]:
    yield node.text or ""
    yield from (cell.text for row in node.rows for cell in row)
    for child in node.children:
        yield from _texts(child)


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def folded(text: str) -> str:
    """The text without what no lawyer calls a difference: lengths of lines, kinds of dashes."""
    return " ".join(_DASH.sub(" – ", _BLANK.sub("__", text)).split())


def differences(form: Attachment, known: FormDefinition, lang: Lang) -> tuple[Difference, ...]:
    """Where the form does not say what the known one says, in the order of the form.

    The header is left out, all but the stamp: every agency has its own.
    """
    other = blank(known, lang)
    found = [*_in_title(form, other), *_in_stamp(form, other, lang), *_in_lines(form, other)]
    pairs = zip_longest(_tables(form), _tables(other), fillvalue=())
    for turn, (one, two) in enumerate(pairs, 1):
        found += _in_table(str(turn), one, two)
    return tuple(found)


def _in_title(one: Attachment, other: Attachment) -> Iterator[Difference]:
    here, there = one.title or "", other.title or ""
    if folded(here) != folded(there):
        yield Difference("title", {}, here, there)


def _in_stamp(one: Attachment, other: Attachment, lang: Lang) -> Iterator[Difference]:
    for at, here, there in _unlike(stamp(one, lang), stamp(other, lang)):
        yield Difference("stamp", {"line": str(at)}, here, there)


def _in_lines(one: Attachment, other: Attachment) -> Iterator[Difference]:
    for at, here, there in _unlike(_lines(one), _lines(other)):
        yield Difference("line", {"line": str(at)}, here, there)


def _lines(form: Attachment) -> tuple[str, ...]:
    loose = (text for node in form.body if node.kind != "table" for text in _texts(node))
    return tuple(text for text in loose if text)


def _tables(form: Attachment) -> list[tuple[Row, ...]]:
    return [node.rows for node in form.body if node.kind == "table"]


def _unlike(here: Sequence[str], there: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """The lines that are not the same, each beside the one in its place, with its number."""
    matcher = SequenceMatcher(None, [*map(folded, here)], [*map(folded, there)], autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind != "equal":
            pairs = zip_longest(here[first:last], there[start:end], fillvalue="")
            yield from ((first + n, *pair) for n, pair in enumerate(pairs, 1))


def _in_table(turn: str, here: Sequence[Row], there: Sequence[Row]) -> Iterator[Difference]:
    if not here or not there:
        heads = [
            " | ".join(cell.text for cell in rows[0]) if rows else "" for rows in (here, there)
        ]
        yield Difference("table", {"table": turn}, *heads)
        return
    columns = _columns(here)
    for kind, first, last, start, end in _matched(here, there):
        if kind != "equal":
            pairs = zip_longest(here[first:last], there[start:end], fillvalue=())
            for at, (one, two) in enumerate(pairs, first):
                place = {"table": turn, "row": str(at + 1)}
                yield from _in_row(place, one, two, columns.get(at, ()))


def _columns(rows: Sequence[Row]) -> dict[int, tuple[int, ...]]:
    """In which column each cell of each row begins, those counted that a cell above covers."""
    covered: dict[int, set[int]] = {}
    found: dict[int, tuple[int, ...]] = {}
    for at, row in enumerate(rows):
        taken, begun, column = covered.pop(at, set()), [], 1
        for cell in row:
            while column in taken:
                column += 1
            begun.append(column)
            own = range(column, column + cell.colspan)
            for below in range(at + 1, at + cell.rowspan):
                covered.setdefault(below, set()).update(own)
            column += cell.colspan
        found[at] = tuple(begun)
    return found


def _matched(here: Sequence[Row], there: Sequence[Row]) -> Sequence[tuple[str, int, int, int, int]]:
    """Which rows are the same, by their words."""
    one, two = (["\n".join(folded(cell.text) for cell in row) for row in r] for r in (here, there))
    return SequenceMatcher(None, one, two, autojunk=False).get_opcodes()


def _in_row(
    at: dict[str, str], here: Row, there: Row, columns: Sequence[int]
) -> Iterator[Difference]:
    pairs = zip_longest((cell.text for cell in here), (cell.text for cell in there), fillvalue="")
    for turn, (one, two) in enumerate(pairs):
        if folded(one) != folded(two):
            column = columns[turn] if turn < len(columns) else turn + 1
            yield Difference("cell", at | {"column": str(column)}, one, two)
