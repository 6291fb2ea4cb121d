"""Drafts of one amendment in both languages: the same elements of both texts are amended.

Kazakh and Russian are texts of equal force (law "On legal acts", article 24), so an amending act
does to both the same. Where one text gives a clause anew and the other a subclause of it, both
give the clause; where one text alone changes, both acts say so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import msgspec
from msgspec.structs import replace

from amendments.alignment import align_redactions
from amendments.drafting import Draft, Plan, Wishes, drafted
from model import LANGUAGES, Act, Lang, Operation, Target
from model.act import Value
from model.bilingual import BilingualAct
from model.tree import walk
from parsers.findings import Ui

_WHOLE = ("section", "chapter", "article", "clause")  # what both can give anew as a whole
_NUMBERED = ("section", "chapter", "paragraph", "article", "clause", "subclause", "part")
_RENUMBER = "renumber"


class Drafts(Value, frozen=True):
    """The draft of one amendment in each language."""

    kk: Draft
    ru: Draft

    def of(self, lang: Lang) -> Draft:
        """The draft in ``lang``."""
        return self.kk if lang == "kk" else self.ru


def drafts(
    old: BilingualAct, new: BilingualAct, wishes: Wishes | None = None, *, ui: Ui | None = None
) -> Drafts:
    """What leads from ``old`` to ``new`` in both languages, element by element the same.

    An operation on one text alone has ``only``; in the draft of the other text it stands without
    new wording.
    """
    pairing = _Pairing(old, new, wishes or Wishes(), ui)
    kk, ru = pairing.drafts()
    return Drafts(_with_other(kk, ru, "kk"), _with_other(ru, kk, "ru"))


class _Pairing(msgspec.Struct, frozen=True):
    old: BilingualAct
    new: BilingualAct
    wishes: Wishes
    ui: Ui | None

    def drafts(self) -> tuple[Draft, Draft]:
        """Both drafts, on elements that are the same or that one text alone changes."""
        plans = [self._plan("kk", "ru"), self._plan("ru", "kk")]
        first = self._drafted(plans)
        agreed = _numbers(first[0]) & _numbers(first[1])
        plans = [replace(plan, agreed=agreed) for plan in plans]
        homes = _homes(self.old)
        whole: frozenset[Target] = frozenset()
        while True:
            made = self._drafted([replace(plan, whole=whole) for plan in plans])
            coarser = whole | frozenset(_coarser(*made, homes))
            if coarser == whole:
                return made
            whole = coarser

    def _drafted(self, plans: Iterable[Plan]) -> tuple[Draft, Draft]:
        kk, ru = (drafted(plan, self.ui) for plan in plans)
        return kk, ru

    def _plan(self, lang: Lang, other: Lang) -> Plan:
        old, new = _text(self.old, lang), _text(self.new, lang)
        beside = (_text(self.old, other), _text(self.new, other))
        return Plan(old, new, self.wishes, align_redactions(old, new, beside))


def _text(act: BilingualAct, lang: Lang) -> Act:
    return act.kk if lang == "kk" else act.ru


def _numbers(draft: Draft) -> frozenset[tuple[Target, str | None]]:
    """The new numbers that a draft gives."""
    return frozenset((one.target, one.new) for one in draft.operations if one.action == _RENUMBER)


def _homes(old: BilingualAct) -> dict[Target, Target]:
    """Each clause by its own address: that with the chapter that it stands in."""
    return {_short(target): target for act in (old.kk, old.ru) for target, node in walk(act)
            if node.kind in {"clause", "article"}}  # fmt: skip


def _short(target: Target) -> Target:
    """The address without what the numbering runs through."""
    return replace(target, section=None, chapter=None, paragraph=None)


def _coarser(kk: Draft, ru: Draft, homes: Mapping[Target, Target]) -> Iterator[Target]:
    """The elements in which the two drafts reach different depths: both shall give them whole.

    Each is the smallest numbered element, from the clause up, that holds the changes of both.
    """
    by_host: tuple[dict[Target, set[Target]], dict[Target, set[Target]]]
    by_host = (_by_host(kk), _by_host(ru))
    for mine, others in (by_host, by_host[::-1]):
        for host, targets in mine.items():
            if host in others and others[host] != targets and not _is_division(host):
                yield host
            if targets == {host} or _is_division(host):
                yield from _above(host, others, homes)


def _above(
    host: Target, others: Mapping[Target, set[Target]], homes: Mapping[Target, Target]
) -> Iterator[Target]:
    """The element itself, where it is given anew as a whole and the other text amends inside it."""
    inside = (one for one in others if one != host and _holds(host, homes.get(_short(one), one)))
    if _is_division(host) and next(inside, None) is not None:
        yield host


def _by_host(draft: Draft) -> dict[Target, set[Target]]:
    """The elements that a draft amends, under the clause or the larger element they are in."""
    found: dict[Target, set[Target]] = defaultdict(set)
    for one in draft.operations:
        target = one.target
        if one.action != _RENUMBER and target.element is None and target.appendix is None:
            found[_host(target)].add(target)
    return found


def _host(target: Target) -> Target:
    """The clause, or the division, that an address is in, as an operation would name it."""
    if target.clause:
        return Target(attachment=target.attachment, clause=target.clause)
    if target.article:
        return Target(attachment=target.attachment, article=target.article)
    return target


def _is_division(target: Target) -> bool:
    return target.clause is None and target.article is None


def _holds(outer: Target, inner: Target) -> bool:
    """Whether the element at ``outer`` has the one at ``inner`` under it."""
    named = [key for key in (*_NUMBERED, "attachment") if getattr(outer, key) is not None]
    return any(key in _WHOLE for key in named) and all(
        getattr(outer, key) == getattr(inner, key) for key in named
    )


def _with_other(draft: Draft, other: Draft, lang: Lang) -> Draft:
    """The draft with what changes in one text alone marked as such, on both sides."""
    counterpart: Lang = LANGUAGES[1 - LANGUAGES.index(lang)]
    mine = {_named(one) for one in draft.operations}
    theirs = {_named(one) for one in other.operations}
    own = [one if _named(one) in theirs else replace(one, only=lang) for one in draft.operations]
    absent = [_wordless(one, counterpart) for one in other.operations if _named(one) not in mine]
    merged = tuple(_merged(own, absent, [_named(one) for one in other.operations]))
    return replace(draft, operations=merged)


def _wordless(operation: Operation, only: Lang) -> Operation:
    """The operation as the text says it that does not change."""
    action, target, number = _named(operation)
    return Operation(action, target, new=number, only=only)  # type: ignore[arg-type]  # an action


def _named(operation: Operation) -> tuple[str, Target, str | None]:
    """What an operation does to what: the same in both languages, but for the manner.

    A replacement of words and a new redaction of the same element are one amendment.
    """
    changes = operation.action in {"replace", "replace-words"}
    number = operation.new if operation.action == _RENUMBER else None
    return "replace" if changes else operation.action, operation.target, number


def _merged(
    own: list[Operation], absent: list[Operation], order: list[tuple[str, Target, str | None]]
) -> Iterator[Operation]:
    """The own operations with those of the other text where that one has them."""
    places = {name: place for place, name in enumerate(order)}
    left = list(absent)
    for one in own:
        at = places.get(_named(one))
        while at is not None and left and places[_named(left[0])] < at:
            yield left.pop(0)
        yield one
    yield from left
