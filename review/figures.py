"""Numbers, references and measures are the same in both texts (law "On legal acts", article 24)."""

from __future__ import annotations

from collections.abc import Iterator

from model import NOWHERE, Span, Target
from model.act import Value
from review.case import Case
from review.comparison import Comparison
from review.differing import Differing, Texts, differing
from review.findings import Remark, Side, Sides
from review.marks import Mark
from review.placed import Placed


class Place(Value, frozen=True):
    """The same place in both texts, with its words."""

    kk: Target
    ru: Target
    texts: Texts
    span: Span = NOWHERE


def same_figures(case: Case) -> Iterator[Remark]:
    """The same figures and dates stand in both texts of an element, in figures or in words."""
    yield from _remarks(case, "figures")


def same_references(case: Case) -> Iterator[Remark]:
    """A reference leads to the same element in both texts."""
    yield from _remarks(case, "references")


def same_measures(case: Case) -> Iterator[Remark]:
    """A deadline is counted in the same units, and in working or in calendar days."""
    yield from _remarks(case, "measures")


def _remarks(case: Case, what: str) -> Iterator[Remark]:
    if case.comparison is None:
        return
    for place in places(case):
        for found in _differing(place, case.comparison):
            if found.what == what:
                yield _remark(place, found)


def _differing(place: Place, comparison: Comparison) -> list[Differing]:
    def leads(kind: str, number: str) -> str:
        return comparison.russian_number(place.kk, number) if kind == "own clause" else number

    return list(differing(place.texts, leads))


def places(case: Case) -> Iterator[Place]:
    """Title and preamble, then every element that both texts have, with its own words."""
    if case.both is None or case.comparison is None:
        return
    kk, ru = case.both.kk, case.both.ru
    title, preamble = Target(element="title"), Target(element="preamble")
    yield Place(title, title, Texts(kk.title or "", ru.title or ""))
    if kk.preamble and ru.preamble:
        yield Place(preamble, preamble, Texts(kk.preamble.text, ru.preamble.text))
    for one, other in case.comparison.both_sided():
        own = one if case.act.lang == "kk" else other
        texts = Texts(_words(one), _words(other))
        yield Place(one.target, other.target, texts, own.node.span)


def _words(place: Placed) -> str:
    return f"{place.node.heading or ''} {place.node.text or ''}".strip()


def _remark(place: Place, found: Differing) -> Remark:
    words = place.texts.excerpts(found)
    sides = Sides(Side(place.kk, words[0]), Side(place.ru, words[1]), found.about)
    texts = (place.texts.first, place.texts.second)
    said = [
        _listed(marks, found, text)
        for marks, text in zip((found.first, found.second), texts, strict=True)
    ]
    return Remark(place.kk, found.what, {"kk": said[0], "ru": said[1]}, place.span, sides)


def _listed(marks: tuple[Mark, ...], found: Differing, text: str) -> str:
    """What one text alone has; numbers as numbers, the rest as it is worded."""
    if found.what == "figures":
        return ", ".join(mark.key for mark in marks) or "–"
    return ", ".join(" ".join(text[one.start : one.end].split()) for one in marks) or "–"
