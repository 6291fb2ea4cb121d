"""Parts and indents of an element, counted as lawyers count them.

A part (бөлік / часть) is an unnumbered block, the element's own first text being the first one;
the entries of a list belong to the part that opens it. An indent (абзац) is any unnumbered line.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from amendments.trees import Nodes, Path
from lexicon.data import words
from lexicon.folding import fold
from lexicon.references import mentions
from model import Lang, Target

LAST = "last"


class Line(msgspec.Struct, frozen=True):
    """One unnumbered line: ``path`` from its element; empty for the element's own first text."""

    path: Path
    opens: bool


class Counting(msgspec.Struct, frozen=True):
    """How an instruction counts; ``None`` where its words do not tell."""

    part_by_lines: bool | None = None
    item_by_lines: bool | None = None


def counting_of(instruction: str, lang: Lang) -> Counting:
    """Which of its words an instruction counts by: indents, parts, or both."""
    stems = tuple(map(fold, words("references")[lang]["indent"]))
    named = [one.word for one in mentions(instruction, lang) if one.unit in {"part", "item"}]
    indents = [word.startswith(stems) for word in named]
    if not indents:
        return Counting()
    if any(indents) and not all(indents):
        return Counting(part_by_lines=False, item_by_lines=True)
    return Counting(part_by_lines=indents[0], item_by_lines=indents[0])


def lines_under(text: str | None, children: Nodes) -> list[Line]:
    """Every unnumbered line of an element, its own first text first."""
    own = [Line((), opens=True)] if text is not None else []
    return [*own, *_below(children, ())]


def _below(children: Nodes, above: Path) -> Iterator[Line]:
    for place, child in enumerate(children):
        if child.kind in {"part", "item"}:
            path = (*above, place)
            yield Line(path, opens=child.kind == "part")
            yield from _below(child.children, path)


def fitting(lines: list[Line], target: Target, counting: Counting) -> list[Line]:
    """The lines that a target's ``part`` and ``item`` may mean: none, one, or two."""
    heads = [line for line in lines if line.opens]
    if target.part is None:
        items = [line for line in lines if not line.opens]
        return _either(lines, items, target.item, by_lines=counting.item_by_lines)
    if target.item is None:
        return _either(lines, heads, target.part, by_lines=counting.part_by_lines)
    found = []
    for head in _at(heads, target.part):
        block = _block(lines, head)
        items = [line for line in block if not line.opens]
        found += _either(block, items, target.item, by_lines=counting.item_by_lines)
    return found


def _block(lines: list[Line], head: Line) -> list[Line]:
    """The line that opens a part with the entries of its list."""
    start = lines.index(head)
    ends = (place for place in range(start + 1, len(lines)) if lines[place].opens)
    return lines[start : next(ends, len(lines))]


def _either(
    lines: list[Line], narrower: list[Line], number: str | None, *, by_lines: bool | None
) -> list[Line]:
    """The line by one count; where it is unknown which, the lines by both."""
    if by_lines is not None:
        return _at(lines if by_lines else narrower, number)
    by_both = [*_at(narrower, number), *_at(lines, number)]
    return [line for place, line in enumerate(by_both) if line not in by_both[:place]]


def _at(lines: list[Line], number: str | None) -> list[Line]:
    if number == LAST:
        return lines[-1:]
    place = int(number) if number is not None and number.isdecimal() else 0
    return lines[place - 1 : place] if place > 0 else []


def slot_for(lines: list[Line], target: Target, counting: Counting) -> int | None:
    """Before which of ``lines`` a new one with the target's ordinal goes.

    As many as there are lines means "after all of them"; ``None`` that there is a gap before it.
    """
    number = target.item or target.part
    by_lines = counting.item_by_lines if target.item else counting.part_by_lines
    counted = [line for line in lines if by_lines or line.opens or target.item]
    if number in {None, "", LAST}:
        return len(lines)
    place = int(number) - 1 if number is not None and number.isdecimal() else -1
    if not 0 <= place <= len(counted):
        return None
    return lines.index(counted[place]) if place < len(counted) else len(lines)
