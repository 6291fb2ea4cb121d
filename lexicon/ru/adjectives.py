"""Adjectives and participles before a head: read in any case, written in any other."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from lexicon.ru.tables import CASES, AdjectiveClass, endings, plain, words


class Adjective(msgspec.Struct, frozen=True):
    """A stem with its class; ``tail`` is the -ся of a participle."""

    stem: str
    kind: AdjectiveClass
    tail: str = ""

    def form(self, case: str, key: str, *, living: bool) -> str:
        """The form in ``case`` in agreement with ``key`` (m, f, n, p)."""
        return self.stem + _ending(self.kind, case, key, living=living) + self.tail

    @property
    def lemma(self) -> str:
        """The masculine nominative: how the word stands in a dictionary."""
        return self.form("nominative", "m", living=False)


def read_adjective(word: str, case: str, key: str, *, living: bool) -> Adjective | None:
    """``word`` as an adjective in ``case`` that agrees with ``key``; ``None`` if it is not."""
    return next(_readings(plain(word), case, key, living=living), None)


def _readings(word: str, case: str, key: str, *, living: bool) -> Iterator[Adjective]:
    tail = endings().reflexive if word.endswith(endings().reflexive) else ""
    body = word.removesuffix(tail) if tail else word
    for kind in endings().adjectives:
        ending = _ending(kind, case, key, living=living)
        adjective = Adjective(body.removesuffix(ending), kind, tail)
        plainly = case == "nominative" and key == "m"  # the ending itself shows the stress
        if body.endswith(ending) and _fits(adjective, plainly=plainly):
            yield adjective


def _fits(adjective: Adjective, *, plainly: bool) -> bool:
    """Whether the stem can belong to the class; a stressed one is listed or shows itself."""
    stem, kind = adjective.stem, adjective.kind
    if kind.only:
        return stem in kind.only
    if stem[-1:] not in set(kind.after) or stem in _few_stems():
        return False
    last_part = (stem + kind.m[0]).rpartition("-")[2]
    return plainly or not kind.listed or last_part in words().stressed


def _few_stems() -> frozenset[str]:
    return frozenset().union(*(kind.only for kind in endings().adjectives))


def _ending(kind: AdjectiveClass, case: str, key: str, *, living: bool) -> str:
    row = kind.endings(key)
    ending = row[CASES.index(case)]
    if ending == "=":
        return row[CASES.index("genitive" if living else "nominative")]
    return ending
