"""Numbers and headings of structural elements (law "On legal acts", article 23)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from model import Node, Target
from review.case import Case, Document, Element
from review.findings import Remark

_ARABIC = re.compile(r"\d+(?:-\d+)*", re.ASCII)
_THROUGH = ("section", "chapter", "article")
_HEADED = ("section", "chapter", "paragraph", "article")


def clauses_numbered(case: Case) -> Iterator[Remark]:
    """Clauses go through the whole document without gap or repeat; 7-1 stands after 7."""
    for document in case.documents:
        yield from _of_kind(document, "clause", case)


def chapters_numbered(case: Case) -> Iterator[Remark]:
    """Sections, chapters and articles go through the whole document."""
    for document in case.documents:
        for kind in _THROUGH:
            yield from _of_kind(document, kind, case)


def _of_kind(document: Document, kind: str, case: Case) -> Iterator[Remark]:
    excused = document.numbers_in_notes(kind, case.act.lang)
    return misnumbered(document.of_kind(kind), excused)


def paragraphs_numbered(case: Case) -> Iterator[Remark]:
    """Paragraphs begin at 1 in each chapter."""
    return _restarting(case, "paragraph")


def subclauses_numbered(case: Case) -> Iterator[Remark]:
    """Subclauses begin at 1 in each clause."""
    return _restarting(case, "subclause")


def _restarting(case: Case, kind: str) -> Iterator[Remark]:
    for document in case.documents:
        excused = document.numbers_in_notes(kind, case.act.lang)
        for target, node in document.elements:
            yield from misnumbered(_children(target, node, kind), excused)


def _children(target: Target, node: Node, kind: str) -> Iterator[Element]:
    for child in node.children:
        if child.kind == kind:
            yield replace(target, part=None, **{kind: child.number}), child


def headings_there(case: Case) -> Iterator[Remark]:
    """Sections, chapters, paragraphs and articles have headings."""
    for document in case.documents:
        for target, node in document.of_kind(*_HEADED):
            if not (node.heading or "").strip():
                yield Remark(target, "missing", span=node.span)


def misnumbered(elements: Iterable[Element], excused: frozenset[str]) -> Iterator[Remark]:
    """Remarks on a row of elements whose numbers do not follow one another from 1.

    A doubled number (7-1) follows 7; numbers in ``excused`` may be missing between.
    """
    last: tuple[int, ...] = (0,)
    seen: set[tuple[int, ...]] = set()
    for target, node in elements:
        number = _read(node.number or "")
        if number is None:
            yield Remark(target, "not-arabic", {"number": node.number or "?"}, node.span)
            continue
        fields = {"number": node.number or "", "expected": str(last[0] + 1)}
        if number in seen:
            yield Remark(target, "repeat", fields, node.span)
        elif not _follows(number, last, excused):
            yield Remark(target, "gap", fields, node.span)
        seen.add(number)
        last = number


def _read(number: str) -> tuple[int, ...] | None:
    if _ARABIC.fullmatch(number) is None:
        return None
    return tuple(int(part) for part in number.split("-"))


def _follows(number: tuple[int, ...], last: tuple[int, ...], excused: frozenset[str]) -> bool:
    """Whether ``number`` is next at its own depth below the same outer number."""
    depth = len(number) - 1
    if number[:depth] != last[:depth]:
        return False
    before = last[depth] if len(last) > depth else 0
    between = (_written((*number[:depth], n)) for n in range(before + 1, number[depth]))
    return before < number[depth] and all(one in excused for one in between)


def _written(number: tuple[int, ...]) -> str:
    return "-".join(map(str, number))
