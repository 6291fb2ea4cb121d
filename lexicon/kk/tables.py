"""The word files of Kazakh inflection as frozen values, read when first needed."""

from __future__ import annotations

from functools import cache

import msgspec

from lexicon.data import ROOT, load

Pair = tuple[str, str]  # after a back syllable, after a front one


class Vowels(msgspec.Struct, frozen=True):
    """Vowel letters by harmony; ``gliding`` ones are read by what stands before them."""

    back: str
    front: str
    gliding: dict[str, str]


class NumberWords(msgspec.Struct, frozen=True):
    """What the digits of a number are called."""

    ones: tuple[str, ...]
    tens: tuple[str, ...]
    powers: dict[int, str]


class Sounds(msgspec.Struct, frozen=True):
    """The letters and their behaviour before an ending (``sounds.yaml``)."""

    vowels: Vowels
    finals: dict[str, str]
    front_endings: str
    back_endings: str
    silent: str
    possession_vowels: str
    softening: dict[str, str]
    consonantal_vowels: str
    letters: dict[str, str]
    numbers: NumberWords
    roman: dict[str, int]
    signs: dict[str, str]


class Owner(msgspec.Struct, frozen=True):
    """Endings of one person's possession, after a vowel and after anything else.

    ``near`` ones have a dative of their own; ``plural``: the thing owned stands in the plural.
    """

    vowel: Pair
    other: Pair
    near: bool = False
    plural: bool = False


class Endings(msgspec.Struct, frozen=True):
    """The endings themselves (``endings.yaml``)."""

    cases: dict[str, dict[str, Pair]]
    plural: dict[str, Pair]
    possession: dict[str, Pair]
    owners: dict[str, Owner]
    attributive: Pair
    relational: dict[str, Pair]
    predicative: dict[str, dict[str, Pair]]


class Words(msgspec.Struct, frozen=True):
    """Words that do not follow from their letters (``words.yaml``)."""

    back_words: frozenset[str]
    front_words: frozenset[str]
    surname_endings: tuple[str, ...]
    bare: frozenset[str]
    bare_endings: tuple[str, ...]
    possessed: frozenset[str]
    possessed_endings: tuple[str, ...]
    irregular_possession: dict[str, str]
    unsoftened: frozenset[str]
    stems_in_s: frozenset[str]
    stems_in_b: frozenset[str]
    stems_in_g: frozenset[str]
    stems_in_n: frozenset[str]
    named: dict[str, frozenset[str]]
    bridged: dict[str, str]
    abbreviations: dict[str, str]
    capital_words: frozenset[str]
    unchanging: tuple[str, ...]


@cache
def sounds() -> Sounds:
    """The letters."""
    return load(ROOT / "kk" / "sounds.yaml", Sounds)


@cache
def endings() -> Endings:
    """The endings."""
    return load(ROOT / "kk" / "endings.yaml", Endings)


@cache
def words() -> Words:
    """The exceptions."""
    return load(ROOT / "kk" / "words.yaml", Words)


@cache
def vowel_letters() -> str:
    """Every letter that can carry a syllable."""
    vowels = sounds().vowels
    return vowels.back + vowels.front + "".join(vowels.gliding)
