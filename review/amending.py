"""Amending acts (law "On legal acts", article 26)."""

from __future__ import annotations

from collections.abc import Iterator

from lexicon.folding import fold, key
from model import Act, AmendedAct, Citation, Target
from parsers.citations import cited_act
from review.case import Case
from review.catalogue import phrase
from review.findings import Remark

_TITLE = Target(element="title")
_NAMED = ("type", "date", "number", "title")
_WORDS = frozenset({"replace-words", "insert-words", "delete-words"})
# Said otherwise: laws are named without number and are amended word by word.
_LAWS = frozenset({"law", "code"})


def title_names_amended_act(case: Case) -> Iterator[Remark]:
    """The title names form, date, number and title of the act amended, as its clause does."""
    act = case.act
    if act.role != "amending" or not act.title:
        return
    named = cited_act(act.title, act.lang) or Citation(text="")
    if named.type in _LAWS:
        return
    missing = tuple(what for what in _NAMED if getattr(named, what) is None)
    if missing:
        yield Remark(_TITLE, "missing", {"missing": missing})
    for what in ("date", "number"):
        yield from _disagreeing(named, act.amends, what)


def _disagreeing(named: Citation, amended: AmendedAct | None, what: str) -> Iterator[Remark]:
    title, clause = getattr(named, what), getattr(amended, what, None)
    if title and clause and key(title) != key(clause):
        yield Remark(_TITLE, "other", {"what": (what,), "title": title, "clause": clause})


def changes_before_additions(case: Case) -> Iterator[Remark]:
    """Changes are named before additions, in the title and in the amending clause."""
    if case.act.role != "amending":
        return
    reversed_order = phrase("additions-first", case.act.lang)
    if reversed_order.search(fold(case.act.title or "")):
        yield Remark(_TITLE, "order")
    for target, node in case.documents[0].of_kind("clause"):
        if reversed_order.search(fold(node.text or "")):
            yield Remark(target, "order", span=node.span)


def whole_redaction(case: Case) -> Iterator[Remark]:
    """In a by-law an element is given in a new redaction as a whole, not word by word."""
    if not _amends_by_law(case.act):
        return
    for operation in case.act.operations:
        # A title, a heading or the preamble is no structural element with norms of its own.
        if operation.action in _WORDS and operation.target.element is None:
            yield Remark(operation.target, "words", {"words": operation.text}, operation.span)


def _amends_by_law(act: Act) -> bool:
    return act.amends is None or act.amends.type not in _LAWS
