"""Definitions stand in the order of the Kazakh alphabet, in both texts (article 23)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from lexicon.folding import fold
from model import Act, Lang, Node, Target
from review.case import Case, documents_of
from review.catalogue import phrase, rule_file
from review.findings import Remark

_DEFINED = re.compile(r"\s*(?:\(|\s-|-\s)")  # on folded text: a bracket, or a dash with a blank


def definitions_in_order(case: Case) -> Iterator[Remark]:
    """In the Kazakh text every definition comes after the one before it by the alphabet."""
    if case.act.lang != "kk":
        return
    for definitions in _definitions(case.act):
        for (_, before), (target, node) in pairwise(definitions):
            if _key(term(before)) > _key(term(node)):
                fields = {"term": term(node), "before": term(before)}
                yield Remark(target, "order", fields, node.span)


def definitions_alike(case: Case) -> Iterator[Remark]:
    """The Russian definitions follow the Kazakh order.

    What is defined cannot be compared across languages; what marks a definition out can: a short
    name that it introduces, figures and quotation marks in what is defined.
    """
    if case.both is None:
        return
    for kazakh, russian in zip(
        _definitions(case.both.kk), _definitions(case.both.ru), strict=False
    ):
        yield from _unlike(kazakh, russian, case)


def _unlike(
    kazakh: list[tuple[Target, Node]], russian: list[tuple[Target, Node]], case: Case
) -> Iterator[Remark]:
    if len(kazakh) != len(russian):  # said by the rule on entries
        return
    own = kazakh if case.act.lang == "kk" else russian
    for (_, kk), (_, ru), (target, node) in zip(kazakh, russian, own, strict=True):
        if _features(kk, "kk") != _features(ru, "ru"):
            yield Remark(target, "unlike", {"kk": term(kk), "ru": term(ru)}, node.span)
            return  # one definition out of its place moves all that follow


def _features(node: Node, lang: Lang) -> tuple[bool, tuple[str, ...], int]:
    defined, folded = term(node), fold(node.text or "")
    introduces = phrase("abbreviation", lang).match(folded.lstrip()[len(defined) :])
    return introduces is not None, tuple(re.findall(r"\d+", defined)), fold(defined).count('"')


def _definitions(act: Act) -> list[list[tuple[Target, Node]]]:
    """The entries of every clause of definitions."""
    found = []
    for document in documents_of(act):
        for target, node in document.of_kind("clause", "article"):
            if phrase("definitions", act.lang).fullmatch(fold(node.text or "").strip()):
                found.append(
                    [
                        element
                        for element in document.of_kind("subclause", "item")
                        if element[0].clause == target.clause
                        and element[0].article == target.article
                    ]
                )
    return found


def term(node: Node) -> str:
    """What an entry defines: the words before the dash or the bracket."""
    text = node.text or ""
    end = _DEFINED.search(fold(text))
    return text[: end.start()].strip() if end else text


def _key(words: str) -> tuple[int, ...]:
    """Quotation marks do not count; a blank and a figure come before every letter."""
    plain = fold(words).lower().replace('"', "").strip()
    return tuple(_alphabet().get(letter, 0) for letter in plain)


@cache
def _alphabet() -> dict[str, int]:
    return {letter: place for place, letter in enumerate(rule_file().alphabet, 1)}
