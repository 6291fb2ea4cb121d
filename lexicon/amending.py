"""What amending instructions are made of besides formulas: verbs, names of signs and of words."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from lexicon.data import ROOT, load
from lexicon.folding import fold
from lexicon.template import Slot
from model import Lang


class Sign(msgspec.Struct, frozen=True):
    """A punctuation mark by its name; ``tail`` are the words behind it that never change."""

    stem: str
    sign: str
    tail: str = ""


class AmendingWords(msgspec.Struct, frozen=True):
    """One language of ``amending.yaml``."""

    verbs: tuple[str, ...]
    noun_stems: tuple[str, ...]
    nouns: dict[str, dict[str, str]]
    signs: tuple[Sign, ...]
    after_quotation: frozenset[str]
    place: dict[str, str]
    joiner: str
    unchanged: dict[Lang, str]
    clusters: tuple[str, ...] = ()


@cache
def amending_words(lang: Lang) -> AmendingWords:
    """The words of one language."""
    return load(ROOT / "amending.yaml", dict[str, AmendingWords])[lang]


@cache
def verb_pattern(lang: Lang) -> re.Pattern[str]:
    """A verb of amending, on folded text."""
    verbs = "|".join(fold(verb) for verb in amending_words(lang).verbs)
    return re.compile(rf"(?<![^\W\d_])(?:{verbs})(?![^\W\d_])", re.IGNORECASE)


@cache
def noun_pattern(lang: Lang) -> str:
    """How an instruction calls the words it changes, in any case; on folded text."""
    stems = sorted(map(fold, amending_words(lang).noun_stems), key=len, reverse=True)
    return rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, stems))})[^\W\d_]*"


def read_noun(raw: str, slot: Slot, lang: Lang) -> str | None:
    """The noun's name where it is one that is also written, else the noun as it stands."""
    plain = fold(" ".join(raw.split())).lower()
    nouns = amending_words(lang).nouns
    for name, forms in nouns.items():
        if slot.forms and plain == fold(forms[slot.forms[0]]):
            return name
    fitting = (name for name, forms in nouns.items() if plain in map(fold, forms.values()))
    return next(fitting, plain)


def write_noun(value: str | None, slot: Slot, lang: Lang) -> str:
    """The noun of that name in the case that the formula asks for."""
    return amending_words(lang).nouns[value or "words"][slot.forms[0]]


@cache
def sign_pattern(lang: Lang) -> re.Pattern[str]:
    """The name of a punctuation mark, in any case; the group tells which; on folded text."""
    names = "|".join(
        rf"(?P<s{place}>{fold(one.stem)}[^\W\d_]*{_tail(one)})"
        for place, one in enumerate(amending_words(lang).signs)
    )
    return re.compile(rf"(?<![^\W\d_])(?:{names})(?![^\W\d_])", re.IGNORECASE)


def _tail(sign: Sign) -> str:
    return rf"\s+{re.escape(fold(sign.tail))}" if sign.tail else ""


def sign_of(match: re.Match[str], lang: Lang) -> str:
    """The punctuation mark that a match of ``sign_pattern`` names."""
    place = int((match.lastgroup or "s0")[1:])
    return amending_words(lang).signs[place].sign
