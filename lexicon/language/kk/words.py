"""The word file of the Kazakh tokenizer (``words.yaml``), read when the language is asked for."""

from __future__ import annotations

from functools import cache

import msgspec

from lexicon.data import ROOT, load
from lexicon.kk.tables import endings, sounds
from lexicon.ordinals import OrdinalWords


class LanguageWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``words.yaml``."""

    stop_words: frozenset[str]
    large: frozenset[str]
    shortened: dict[str, str]
    number_endings: frozenset[str]
    norms: dict[str, str]


@cache
def language_words() -> LanguageWords:
    """The words."""
    return load(ROOT / "language" / "kk" / "words.yaml", LanguageWords)


@cache
def number_endings() -> frozenset[str]:
    """What a figure may carry after its hyphen: 5-ке, 13-ші, 2-нің."""
    cases = endings().cases.values()
    of_case = {ending for shapes in cases for pair in shapes.values() for ending in pair}
    return language_words().number_endings | of_case


@cache
def number_words() -> frozenset[str]:
    """Numbers and ordinals in words."""
    numbers = sounds().numbers
    ordinals = load(ROOT / "ordinals.yaml", dict[str, OrdinalWords])["kk"]
    every = (*numbers.ones, *numbers.tens, *numbers.powers.values(), *language_words().large)
    return frozenset((*every, *ordinals.ordinals, *ordinals.tenths)) - {""}
