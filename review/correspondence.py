"""How far two texts are one act, as a figure: of the whole, and clause by clause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec

from model import Act, Target
from model.act import Value
from review.case import Case, case_of
from review.figures import places
from review.findings import Remark
from review.marks import marks_of
from review.pairing import Matched
from review.rules import PAIR_RULES, RULES, both_of
from review.tables import tables_of

_UNITS = ("article", "clause")


class ClauseScore(Value, frozen=True):
    """How like the two texts of a clause are; a side is ``None`` where that text has none."""

    kk: Target | None
    ru: Target | None
    score: float


class Correspondence(Value, frozen=True):
    """``score`` is 1 where the rules on both texts find nothing, 0 where nothing corresponds."""

    score: float
    clauses: tuple[ClauseScore, ...]


class _Part(Value, frozen=True):
    """One thing that is compared: where it stands, in how many points, and if it is alone."""

    kk: Target | None
    ru: Target | None
    points: int = 1
    lone: bool = False


def correspondence(act: Act, counterpart: Act) -> Correspondence:
    """The two texts compared by every rule on both, whatever is switched off.

    An element scores the share of its points (that it is there, its numbers, its references) in
    which the texts agree; a clause the mean of what stands in it; the whole the mean of all
    elements, tables, title, preamble and requisites. Texts without anything score 1.

    Raises:
        AlignmentError: both texts are in one language.
    """
    return correspondence_of(case_of(act, both_of(act, counterpart)))


def correspondence_of(case: Case) -> Correspondence:
    """The same, of a case with both texts."""
    faults = Counter(_key(one.target) for name in PAIR_RULES for one in _remarks(name, case))
    parts = list(_parts(case))
    scores = [(part, _score(part, faults)) for part in parts]
    clauses = tuple(_clauses(case, scores))
    return Correspondence(_mean([score for _, score in scores]), clauses)


def _remarks(name: str, case: Case) -> Iterator[Remark]:
    return RULES[name](case)


def _key(target: Target) -> bytes:
    return msgspec.json.encode(target)


def _score(part: _Part, faults: Counter[bytes]) -> float:
    if part.lone:
        return 0.0
    target = part.kk or part.ru
    found = faults[_key(target)] if target is not None else 0
    return max(0.0, 1 - found / part.points)


def _mean(scores: list[float]) -> float:
    return round(sum(scores) / len(scores), 4) if scores else 1.0


def _parts(case: Case) -> Iterator[_Part]:
    comparison = case.comparison
    if comparison is None:
        return
    yield _Part(Target(), Target(), points=4)  # type, date, number and signatories
    sizes = {
        (_key(one.kk), _key(one.ru)): _points(one.texts.first, one.texts.second)
        for one in places(case)
    }
    for element in ("title", "preamble"):
        target = Target(element=element)
        yield _Part(target, target, sizes.get((_key(target), _key(target)), 1))
    for one in (*comparison.wholes[1:], *comparison.pairs):
        yield _part(one, sizes)
    for tables in tables_of(case):
        rows = max(len(one.rows) for one in (tables.kk, tables.ru) if one)
        yield _Part(tables.target, tables.target, max(1, rows))


def _part(one: Matched, sizes: dict[tuple[bytes, bytes], int]) -> _Part:
    if one.first is None or one.second is None:
        return _Part(*_targets(one), lone=True)
    return _Part(
        one.first.target, one.second.target, sizes[_key(one.first.target), _key(one.second.target)]
    )


def _points(kk: str, ru: str) -> int:
    return 1 + max(marks_of(kk, "kk").size, marks_of(ru, "ru").size)


def _clauses(case: Case, scores: list[tuple[_Part, float]]) -> Iterator[ClauseScore]:
    """Each clause with all that stands in it, in the Kazakh order."""
    if case.comparison is None:
        return
    inside: dict[tuple[str, ...], list[float]] = {}
    for part, score in scores:
        inside.setdefault(_clause_of(part.kk, part.ru), []).append(score)
    for one in case.comparison.pairs:
        if one.either.node.kind in _UNITS:
            kk, ru = _targets(one)
            yield ClauseScore(kk, ru, _mean(inside[_clause_of(kk, ru)]))


def _targets(one: Matched) -> tuple[Target | None, Target | None]:
    return one.first.target if one.first else None, one.second.target if one.second else None


def _clause_of(kk: Target | None, ru: Target | None) -> tuple[str, ...]:
    """The clause that an address is in, as a key; by the Kazakh text where it has one."""
    target = kk or ru or Target()
    lang = "kk" if kk else "ru"
    names = ("attachment", "appendix", "article", "clause")
    return (lang, *(str(getattr(target, name)) for name in names))
