"""The Kazakh and the Russian text have the same elements (law "On legal acts", article 24)."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache

from msgspec.structs import replace

from lexicon.folding import key
from model import Act, Span, Target
from model.bilingual import BilingualAct
from review.case import Case
from review.catalogue import phrase, rule_file
from review.comparison import NUMBERED, UNNUMBERED, Comparison, document_of
from review.findings import Fields, Remark, Side, Sides, short
from review.marks import figures, listed
from review.pairing import Matched
from review.placed import Placed

__all__ = [
    "figures",
    "listed",
    "only_in",
    "same_elements",
    "same_entries",
    "same_order",
    "same_requisites",
]

_ENTRIES = ("subclause", *UNNUMBERED)
_ALIKE = 0.6  # two spellings of one name: Үлгібаев, Ульгибаев


def same_elements(case: Case) -> Iterator[Remark]:
    """Every chapter, clause and appendix of one text is in the other.

    What stands inside an element that is missing is not named again.
    """
    if case.comparison is None:
        return
    for one in (*case.comparison.wholes, *case.comparison.pairs):
        is_entry = one.either.node.kind in _ENTRIES and not _is_whole(one.either.target)
        if (one.first is None or one.second is None) and not is_entry:
            yield remark(one, only_in(one.first))


def _is_whole(target: Target) -> bool:
    """Whether the address is that of an attachment, not of an element of it."""
    return replace(target, attachment=None, appendix=None) == Target()


def only_in(kazakh: object) -> str:
    """Which sentence says that one text alone has it; ``None`` is what the Kazakh text lacks."""
    return "kazakh-only" if kazakh is not None else "russian-only"


def remark(one: Matched, says: str, fields: Fields | None = None) -> Remark:
    """A remark on a pair: at the Kazakh place where there is one, with the words of both."""
    sides = Sides(_side(one.first), _side(one.second))
    return Remark(one.either.target, says, fields or {}, one.either.node.span, sides)


def _side(place: Placed | None) -> Side | None:
    return Side(place.target, opening(place)) if place else None


def opening(place: Placed) -> str:
    """The first words of an element, of its first entry where it has none of its own."""
    words = " ".join(filter(None, (place.node.heading, place.node.text)))
    if words or not place.inside:
        return short(words)
    return opening(place.inside[0])


def same_order(case: Case) -> Iterator[Remark]:
    """Elements that correspond stand in the same order and under the same numbers.

    Of elements that all have shifted by the loss of one, the first is named. Definitions have a
    rule of their own.
    """
    if case.comparison is None:
        return
    shifted: set[str] = set()  # lists of elements that are known to have shifted
    for one in case.comparison.pairs:
        if one.first is None or one.second is None or one.either.node.kind not in NUMBERED:
            continue
        numbers = one.first.node.number or "", one.second.node.number or ""
        fields, among = {"kk": numbers[0], "ru": numbers[1]}, _list_of(one.first)
        if one.moved:
            if not _defines(one, case.comparison):
                yield remark(one, "moved", fields)
        elif key(numbers[0]) == key(numbers[1]):
            shifted.discard(among)
        elif among not in shifted and not _crossed(one, case.comparison):
            shifted.add(among)
            yield remark(one, "number", fields)


def _list_of(place: Placed) -> str:
    """The list of numbered elements that an element belongs to, as a key."""
    within = place.target.clause if place.node.kind == "subclause" else ""
    return f"{document_of(place.target)} {place.node.kind} {place.target.article} {within}"


def _crossed(one: Matched, comparison: Comparison) -> bool:
    """Whether a moved element of its list stands under its number: that one was named."""
    return any(
        other.moved and other.first and other.second and one.first and one.second
        and key(other.first.node.number or "") == key(one.second.node.number or "")
        and other.first.node.kind == one.first.node.kind
        for other in comparison.pairs
    )  # fmt: skip


def _defines(one: Matched, comparison: Comparison) -> bool:
    """Whether the element is an entry of a clause of definitions."""
    if one.first is None or one.first.node.kind != "subclause":
        return False
    host = replace(one.first.target, subclause=None)
    return any(
        phrase("definitions", "kk").fullmatch((pair.first.node.text or "").strip())
        for pair in comparison.pairs
        if pair.first is not None and pair.first.target == host
    )


def same_entries(case: Case) -> Iterator[Remark]:
    """An element has as many subclauses, parts and list entries in one text as in the other."""
    if case.comparison is None:
        return
    lone = [one for one in case.comparison.pairs if one.first is None or one.second is None]
    for kk, ru in case.comparison.both_sided():
        for kind in _ENTRIES:
            own, other = kk.of_kind(kind), ru.of_kind(kind)
            if kk.target != Target() and len(own) != len(other):  # the act itself is no element
                fields: Fields = {"what": (kind,), "kk": str(len(own)), "ru": str(len(other))}
                sides = Sides(
                    Side(kk.target, _lone_words([one.first for one in lone], own)),
                    Side(ru.target, _lone_words([one.second for one in lone], other)),
                )
                yield Remark(kk.target, "count", fields, _span(kk, ru, case), sides)


def _lone_words(lone: list[Placed | None], entries: list[Placed]) -> str:
    """The words of the entries that have no counterpart."""
    alone = [one for one in entries if any(one is other for other in lone)]
    return short(" / ".join(_numbered_words(one) for one in alone))


def _numbered_words(one: Placed) -> str:
    return f"{one.node.number}) {opening(one)}" if one.node.number else opening(one)


def _span(kk: Placed, ru: Placed, case: Case) -> Span:
    return (kk if case.act.lang == "kk" else ru).node.span


def same_requisites(case: Case) -> Iterator[Remark]:
    """Type, date and number are the same; letters that look alike count as one."""
    if case.both is None:
        return
    for what in ("type", "date", "number"):
        kk, ru = getattr(case.both.kk, what), getattr(case.both.ru, what)
        if key(kk or "") != key(ru or ""):
            yield _requisite(what, kk, ru)
    kk, ru = (one.registration.number if one.registration else "" for one in _texts(case.both))
    if kk and ru and key(kk) != key(ru):
        yield _requisite("registration", kk, ru)
    yield from _signers(case.both.kk, case.both.ru)


def _texts(both: BilingualAct) -> tuple[Act, Act]:
    return both.kk, both.ru


def _requisite(what: str, kk: str | None, ru: str | None) -> Remark:
    sides = Sides(Side(Target(), kk or ""), Side(Target(), ru or ""))
    return Remark(
        Target(), "other", {"what": (what,), "kk": kk or "–", "ru": ru or "–"}, sides=sides
    )


def _signers(kk: Act, ru: Act) -> Iterator[Remark]:
    """As many sign, under names that are one name in two spellings."""
    said = [
        ", ".join(f"{one.post} {one.name or ''}".strip() for one in act.signatures)
        for act in (kk, ru)
    ]
    sides = Sides(Side(Target(), said[0]), Side(Target(), said[1]))
    signers = len(kk.signatures), len(ru.signatures)
    if signers[0] != signers[1]:
        fields: Fields = {"kk": str(signers[0]), "ru": str(signers[1])}
        yield Remark(Target(), "signers", fields, sides=sides)
        return
    for one, other in zip(kk.signatures, ru.signatures, strict=True):
        if one.name and other.name and not _one_name(one.name, other.name):
            yield Remark(Target(), "names", {"kk": one.name, "ru": other.name}, sides=sides)


def _one_name(kk: str, ru: str) -> bool:
    one, other = _sounds(kk), _sounds(ru)
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _sounds(name: str) -> str:
    """The name as the other language spells it, initials behind, signs left out."""
    plain = key(name).translate(_spellings())
    words = sorted(plain.replace(".", " ").split(), key=lambda word: (-len(word), word))
    return " ".join(words)


@cache
def _spellings() -> dict[int, str]:
    return str.maketrans(rule_file().sounds)
