"""Types of acts by their names: which type a word form names."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from lexicon.data import ROOT, load
from lexicon.folding import fold
from model import Lang


class Name(msgspec.Struct, frozen=True):
    """How a type of act is called in one language; ``stems`` begin its case forms.

    ``this`` is how an act of the type calls itself; empty for what is only cited.
    """

    name: str
    stems: tuple[str, ...]
    gender: str = "m"
    this: str = ""


class ActName(msgspec.Struct, frozen=True):
    """A type of act in both languages."""

    kk: Name
    ru: Name

    def of(self, lang: Lang) -> Name:
        """The name in ``lang``."""
        return self.kk if lang == "kk" else self.ru


@cache
def act_names() -> dict[str, ActName]:
    """Every type of act by its public value."""
    return load(ROOT / "acts.yaml", dict[str, ActName])


@cache
def act_pattern(lang: Lang) -> str:
    """A pattern for any case form of any type of act, on folded text."""
    stems = (stem for name in act_names().values() for stem in name.of(lang).stems)
    longest_first = sorted(map(fold, stems), key=len, reverse=True)
    return rf"(?:{'|'.join(map(re.escape, longest_first))})[^\W\d_]*"


def read_act_type(word: str, lang: Lang) -> str | None:
    """The public type that a word form names, ``None`` where it names none."""
    folded = fold(word).lower()
    found = [
        (len(stem), kind)
        for kind, name in act_names().items()
        for stem in name.of(lang).stems
        if folded.startswith(fold(stem))
    ]
    return max(found)[1] if found else None
