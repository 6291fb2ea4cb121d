"""The word files of Russian inflection as frozen values, read when first needed."""

from __future__ import annotations

from functools import cache

import msgspec

from lexicon.data import ROOT, load

CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "prepositional")
Six = tuple[str, str, str, str, str, str]  # an ending for each of the cases


class NounClass(msgspec.Struct, frozen=True):
    """A declension: what follows the stem in each case."""

    gender: str
    singular: Six
    plural: Six


class AdjectiveClass(msgspec.Struct, frozen=True):
    """Endings of an adjective by what it agrees with: m, f, n or p (plural).

    ``after`` are the letters that its stem may end in, ``only`` the stems themselves where
    they are few; ``listed`` classes are those of the listed words with a stressed ending.
    """

    name: str
    m: Six
    f: Six
    n: Six
    p: Six
    after: str = ""
    only: frozenset[str] = frozenset()
    listed: bool = False

    def endings(self, key: str) -> Six:
        """The six endings in agreement with ``key``."""
        return {"m": self.m, "f": self.f, "n": self.n, "p": self.p}[key]


class Endings(msgspec.Struct, frozen=True):
    """``endings.yaml``."""

    nouns: dict[str, NounClass]
    adjectives: tuple[AdjectiveClass, ...]
    reflexive: str


class Substantives(msgspec.Struct, frozen=True):
    """Adjectives that stand as nouns; ``always`` ones never stand before another noun."""

    always: frozenset[str]
    living: frozenset[str]
    things: frozenset[str]


class Words(msgspec.Struct, frozen=True):
    """``nouns.yaml``."""

    living: dict[str, tuple[str, ...]]
    things: dict[str, tuple[str, ...]]
    families: dict[str, tuple[str, ...]]
    living_families: dict[str, tuple[str, ...]]
    substantives: Substantives
    unchanging_prefixes: frozenset[str]
    acting: tuple[str, ...]
    indeclinable: frozenset[str]
    joins: frozenset[str]
    beside: frozenset[str]
    owners: frozenset[str]
    prepositions: frozenset[str]
    accusative_prepositions: frozenset[str]
    bodies: frozenset[str]
    participles: tuple[str, ...]
    governing: frozenset[str]
    adverbs: frozenset[str]
    ordinals: frozenset[str]
    stressed: frozenset[str]
    letters: str
    yo: dict[str, str]


@cache
def endings() -> Endings:
    """The declension classes."""
    return load(ROOT / "ru" / "endings.yaml", Endings)


@cache
def words() -> Words:
    """The nouns and the words around them."""
    return load(ROOT / "ru" / "nouns.yaml", Words)


def plain(word: str) -> str:
    """Lower case, with ё as е: how words are looked up."""
    lower = word.lower()
    for dotted, bare in words().yo.items():
        lower = lower.replace(dotted, bare)
    return lower
