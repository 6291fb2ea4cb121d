"""The Kazakh and the Russian text say the same (law "On legal acts", article 24)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from lexicon.dates import date_pattern, read_date
from lexicon.folding import fold, key
from model import Act, Attachment, Lang, Node, Span, Target
from model.act import Value
from model.bilingual import BilingualAct, Pair
from model.tree import attachment_target, walk
from review.case import Case
from review.findings import Fields, Remark

_UNITS = ("section", "chapter", "paragraph", "article", "clause")
_UNNUMBERED = ("part", "item")
_ENTRIES = ("subclause", *_UNNUMBERED)
_FIGURE = re.compile(r"\d+(?:[.,]\d+)?", re.ASCII)


class Texts(Value, frozen=True):
    """The same place in both texts."""

    target: Target
    kk: str
    ru: str
    span: Span


def same_elements(case: Case) -> Iterator[Remark]:
    """Every chapter, clause and appendix of one text is in the other.

    What stands inside an element that is missing is not named again.
    """
    if case.both is None:
        return
    said = list(_lone_attachments(case.both))
    yield from said
    outer = [remark.target for remark in said]
    for pair in case.both.one_sided():
        node = pair.kk or pair.ru
        if node is None or node.kind not in _UNITS or _is_known(pair, outer, case.both):
            continue
        outer.append(pair.target)
        yield Remark(pair.target, only_in(pair.kk), span=node.span)


def _is_known(pair: Pair, outer: list[Target], both: BilingualAct) -> bool:
    """Whether what holds the element is missing, or the clause stands in another chapter."""
    if any(_contains(target, pair.target) for target in outer):
        return True
    if pair.target.clause is None:
        return False
    other = both.kk if pair.kk is None else both.ru
    inside = _without_chapter(pair.target)
    elsewhere = (target for target, _ in walk(other) if target != pair.target)
    return any(_without_chapter(target) == inside for target in elsewhere)


def _without_chapter(target: Target) -> Target:
    """The address as it is said: clauses are numbered through, whatever they stand in."""
    return replace(target, section=None, chapter=None, paragraph=None)


def only_in(kazakh: object) -> str:
    """Which sentence says that one text alone has it; ``None`` is what the Kazakh text lacks."""
    return "kazakh-only" if kazakh is not None else "russian-only"


def _lone_attachments(both: BilingualAct) -> Iterator[Remark]:
    kazakh, russian = _attachments(both.kk), _attachments(both.ru)
    for target in kazakh | russian:
        for _ in range((kazakh - russian)[target]):
            yield Remark(target, "kazakh-only")
        for _ in range((russian - kazakh)[target]):
            yield Remark(target, "russian-only")


def _attachments(act: Act) -> Counter[Target]:
    return Counter(attachment_target(one) for one in act.attachments)


def _contains(outer: Target, inner: Target) -> bool:
    keys = [name for name in Target.__struct_fields__ if getattr(outer, name) is not None]
    return bool(keys) and all(getattr(outer, name) == getattr(inner, name) for name in keys)


def same_entries(case: Case) -> Iterator[Remark]:
    """An element has as many subclauses, parts and list entries in one text as in the other."""
    for target, kk, ru, span in _both_sided(case):
        for kind in _ENTRIES:
            counts = _count(kk, kind), _count(ru, kind)
            if counts[0] != counts[1]:
                fields: Fields = {"what": (kind,), "kk": str(counts[0]), "ru": str(counts[1])}
                yield Remark(target, "count", fields, span)


def _both_sided(case: Case) -> Iterator[tuple[Target, Node, Node, Span]]:
    """What both texts have, appendices as wholes first; the span is that of the reviewed text."""
    if case.both is None:
        return
    yield from _whole_attachments(case.both)
    for pair in case.both.pairs():
        if pair.kk is not None and pair.ru is not None:
            own = pair.kk if case.act.lang == "kk" else pair.ru
            yield pair.target, pair.kk, pair.ru, own.span


def _whole_attachments(both: BilingualAct) -> Iterator[tuple[Target, Node, Node, Span]]:
    russian = {attachment_target(one): one for one in both.ru.attachments}
    for kazakh in both.kk.attachments:
        target = attachment_target(kazakh)
        if target in russian:
            yield target, _whole(kazakh), _whole(russian[target]), kazakh.span


def _whole(attachment: Attachment) -> Node:
    """An attachment as the one element that holds what stands in it directly."""
    return Node("part", heading=attachment.title, children=attachment.body)


def _count(node: Node, kind: str) -> int:
    return sum(child.kind == kind for child in node.children)


def same_figures(case: Case) -> Iterator[Remark]:
    """The same figures and dates stand in both texts of an element."""
    if case.both is None:
        return
    for texts in (*_head(case.both), *_elements(case)):
        kazakh, russian = figures(texts.kk, "kk"), figures(texts.ru, "ru")
        if kazakh != russian:
            fields = {"kk": listed(kazakh - russian), "ru": listed(russian - kazakh)}
            yield Remark(texts.target, "figures", fields, texts.span)


def _head(both: BilingualAct) -> Iterator[Texts]:
    preambles = both.kk.preamble, both.ru.preamble
    yield Texts(Target(element="title"), both.kk.title or "", both.ru.title or "", Span())
    if preambles[0] and preambles[1]:
        target = Target(element="preamble")
        yield Texts(target, preambles[0].text, preambles[1].text, Span())


def _elements(case: Case) -> Iterator[Texts]:
    """The texts of the pairs; unnumbered entries that differ in number cannot be paired."""
    uneven: list[Target] = []
    for target, kk, ru, span in _both_sided(case):
        if any(_count(kk, kind) != _count(ru, kind) for kind in _UNNUMBERED):
            uneven.append(target)
        counted = target.part or target.item
        if not (counted and any(_contains(outer, target) for outer in uneven)):
            yield Texts(target, _words(kk), _words(ru), span)


def _words(node: Node) -> str:
    return f"{node.heading or ''} {node.text or ''}"


def figures(text: str, lang: Lang) -> Counter[str]:
    """The figures of a text, dates as ISO dates; a date still to be filled in is none."""
    folded = fold(text)
    dates = re.compile(date_pattern(lang), re.IGNORECASE)
    found = Counter(filter(None, (read_date(one[0], lang) for one in dates.finditer(folded))))
    found.update(one[0].replace(".", ",") for one in _FIGURE.finditer(dates.sub(" ", folded)))
    return found


def listed(found: Counter[str]) -> str:
    """Figures as a message names them; a dash where there are none."""
    return ", ".join(found.elements()) or "–"


def same_requisites(case: Case) -> Iterator[Remark]:
    """Type, date and number are the same; letters that look alike count as one."""
    if case.both is None:
        return
    for what in ("type", "date", "number"):
        kk, ru = getattr(case.both.kk, what), getattr(case.both.ru, what)
        if key(kk or "") != key(ru or ""):
            fields: Fields = {"what": (what,), "kk": kk or "–", "ru": ru or "–"}
            yield Remark(Target(), "other", fields)
    signers = len(case.both.kk.signatures), len(case.both.ru.signatures)
    if signers[0] != signers[1]:
        yield Remark(Target(), "signers", {"kk": str(signers[0]), "ru": str(signers[1])})
