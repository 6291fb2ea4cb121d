"""Every reference in a running text: to which elements, and of which document.

"осы Әдістеменің 5-тармағының екінші бөлігінде", "подпунктом 2) пункта 1 приказа": the unit words
are found by ``lexicon.references``, their owner by ``lexicon.owners``; here they are put together.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache

import msgspec
from msgspec.structs import replace

from lexicon.acts import act_names
from lexicon.data import words
from lexicon.folding import fold, small
from lexicon.owners import OTHER, OWN, Owner, outside, owners
from lexicon.references import DEPTH, Mention, read_references
from lexicon.unit_chains import Chain, chains
from model import Lang, Target

_INNER = ("subclause", "part", "item")
_SIGN = "№"


class Said(msgspec.Struct, frozen=True):
    """Units that stand one in another, and the addresses that they name; ``scope`` is above."""

    named: tuple[Mention, ...]
    scope: Target
    targets: tuple[Target, ...]


class Reference(msgspec.Struct, frozen=True):
    """One reference; ``targets`` is empty where an act as a whole is meant.

    ``whose`` is own (the text itself), this (the act that carries it), other, or a type of act;
    ``owner`` is ``None`` where no document is named beside the elements.
    """

    start: int
    end: int
    whose: str
    said: tuple[Said, ...] = ()
    owner: Owner | None = None

    @property
    def targets(self) -> tuple[Target, ...]:
        """The addresses of all that is named, in the order of the text."""
        return tuple(target for said in self.said for target in said.targets)


@lru_cache(maxsize=1024)  # rules, diagnostics and amendments ask of the same texts
def references_in(text: str, lang: Lang) -> tuple[Reference, ...]:
    """Every reference in ``text``, in the order in which they stand."""
    if not _may_refer(small(text), lang):
        return ()
    covered = outside(text, lang)
    nouns = owners(text, covered, lang)
    found: list[Reference] = []
    taken: set[int] = set()
    for chain in chains(covered, lang):
        owner = _owner_of(chain, nouns, covered, lang)
        if owner is None and not _stands_alone(chain):
            continue
        taken |= {owner.noun} if owner else set()
        found.append(_reference(chain, owner, covered, lang))
    whole = (one for one in nouns if one.noun not in taken and one.is_told)
    found += [Reference(one.start, one.end, one.kind, (), one) for one in whole if _is_act(one)]
    return tuple(sorted(found, key=lambda one: one.start))


def _may_refer(lowered: str, lang: Lang) -> bool:
    """Whether there is a unit's word, or an act's with what tells it; most texts have neither."""
    for stem in _telling_stems(lang):
        if stem in lowered:
            return True
    told = '"' in lowered or _SIGN in lowered
    return told and any(stem in lowered for stem in _act_stems(lang))


@cache
def _unit_stems(lang: Lang) -> tuple[str, ...]:
    """Beginnings of the units' words, none of which holds another one."""
    data = words("references")[lang]
    units = (
        *(unit for unit in DEPTH if unit not in {"attachment", "item"}),
        "appendix",
        "preamble",
    )
    stems = sorted({small(stem) for unit in units for stem in data[unit]}, key=len)
    return tuple(one for one in stems if not any(s != one and s in one for s in stems))


@cache
def _telling_stems(lang: Lang) -> tuple[str, ...]:
    """The stems of units, and of the acts that need no number: codes."""
    return (*_unit_stems(lang), *map(small, act_names()["code"].of(lang).stems))


@cache
def _act_stems(lang: Lang) -> tuple[str, ...]:
    return tuple(small(stem) for name in act_names().values() for stem in name.of(lang).stems)


def _is_act(owner: Owner) -> bool:
    return owner.kind not in {OWN, OTHER, "this"}


def _reference(chain: Chain, owner: Owner | None, covered: str, lang: Lang) -> Reference:
    said = _said(chain, covered, lang)
    start, end = chain[0][0].start, chain[-1][-1].end
    if owner is not None:
        start, end = min(start, owner.start), max(end, owner.end)
    foreign = any(one.unit == "article" for part in chain for one in part)
    whose = owner.kind if owner else OTHER if foreign else OWN
    return Reference(start, end, whose, said, owner)


def _stands_alone(chain: Chain) -> bool:
    """Whether the units mean something without an owner: a heading or an appendix needs one."""
    return any(one.numbers or one.unit == "preamble" for part in chain for one in part)


def _owner_of(chain: Chain, nouns: tuple[Owner, ...], covered: str, lang: Lang) -> Owner | None:
    """The document named beside the units: before them in Kazakh, behind them in Russian."""
    if lang == "kk":
        begin = chain[0][0].start
        until = bisect_right(nouns, begin, key=lambda one: one.end)
        before = nouns[max(0, until - 2) : until]
        owner = before[-1] if before else None
        near = owner is not None and _joint(lang).fullmatch(covered[owner.end : begin])
        fits = owner is not None and _owns(covered[owner.noun : owner.end].lower(), chain)
        return _whole_name(before, covered) if near and fits else None
    end = chain[-1][-1].end
    since = bisect_left(nouns, end, key=lambda one: one.noun)
    after = nouns[since : since + 1]
    gap = covered[end : after[0].noun] if after else ""
    return after[0] if after and _is_between(gap, after[0], end, covered) else None


@cache
def _joint(lang: Lang) -> re.Pattern[str]:
    return re.compile(words("citing")[lang]["joint"])


def _owns(noun: str, chain: Chain) -> bool:
    """Whether a Kazakh noun is in the case of an owner: genitive, for an appendix dative."""
    data = words("citing")["kk"]
    genitive = noun.endswith(tuple(fold(end).lower() for end in data["owning"]))
    dative = noun.endswith(tuple(fold(end).lower() for end in data["receiving"]))
    return genitive or (dative and chain[0][0].unit == "appendix")


def _whole_name(before: Sequence[Owner], covered: str) -> Owner:
    """The last owner; with the one before it where both are one name."""
    *others, last = before
    if others and not covered[others[-1].end : last.noun].strip():
        return replace(last, start=others[-1].start, kind=others[-1].kind)
    return last


def _is_between(gap: str, owner: Owner, end: int, covered: str) -> bool:
    """Whether between a Russian unit and its owner stands nothing but "к" and adjectives."""
    if owner.start > end:
        gap = covered[end : owner.start]
    return _between().fullmatch(gap) is not None


@cache
def _between() -> re.Pattern[str]:
    endings = "|".join(words("citations")["ru"]["adjectives"])
    to = "|".join(words("citing")["ru"]["to"])
    endings += "|" + "|".join(words("citing")["ru"]["adjectives"])
    return re.compile(rf"\s+(?:(?:{to})\s+)?(?:[^\W\d_][\w-]*(?:{endings})\s+)*")


def _said(chain: Chain, covered: str, lang: Lang) -> tuple[Said, ...]:
    """What each member of the list names, with the units that it shares with its neighbour."""
    parts = list(enumerate(chain))
    said: dict[int, Said] = {}
    near: Target | None = None
    for place, part in parts if lang == "kk" else reversed(parts):
        scope = _shared(part, near) if near is not None else Target()
        text = covered[part[0].start : part[-1].end]
        targets = tuple(read_references(text, lang, scope))
        said[place] = Said(tuple(part), scope, targets)
        near = targets[-1] if targets else near
    return tuple(said[place] for place, _ in parts)


def _shared(part: list[Mention], near: Target) -> Target:
    """The units of the neighbour inside which this member of the list stands too."""
    own = [one.unit for one in part if one.unit in DEPTH]
    if not own:
        return Target()
    outermost = min(own, key=DEPTH.index)
    if getattr(near, outermost) is None and outermost not in _INNER:
        return Target()
    outer = DEPTH[: DEPTH.index(outermost)]
    return Target(**{unit: getattr(near, unit) for unit in outer if unit != "attachment"})
