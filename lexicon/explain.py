"""Which formula reads a sentence, or the nearest ones and where each stops."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from lexicon.folding import fold
from lexicon.formulas import Formula, formulas, phrases_of, read
from lexicon.patterns import SlotPattern, pattern_of, prefixes
from lexicon.slots import slot_type
from model import LANGUAGES, Lang

_NEAREST = 3


class Near(msgspec.Struct, frozen=True):
    """A formula that reads the beginning of a sentence: how far, and what it expects next."""

    formula: str
    lang: Lang
    read_up_to: int
    expected: str


def explain(sentence: str) -> str:
    """What the formulas say of a sentence, as lines of text for a person."""
    words = " ".join(sentence.split())
    readings = list(_readings(words))
    if readings:
        return "\n".join(readings) + "\n"
    return "\n".join(_nearest(words)) + "\n"


def _readings(words: str) -> Iterator[str]:
    for record in formulas().values():
        for lang in LANGUAGES:
            reading = read(record.id, words, lang)
            if reading:
                said = "".join(f"\n    {name} = {value}" for name, value in reading.slots.items())
                yield f"{record.id} ({lang}){said}"


def _nearest(words: str) -> Iterator[str]:
    found = sorted(_near(words), key=lambda near: -near.read_up_to)[:_NEAREST]
    if not found:
        yield "-"
    for near in found:
        stops = words[near.read_up_to :]
        yield f"~ {near.formula} ({near.lang}): … | {stops or '.'} ← {near.expected}"


def _near(words: str) -> Iterator[Near]:
    folded = fold(words)
    for record in formulas().values():
        for lang in LANGUAGES:
            best = _furthest(record, lang, folded)
            if best:
                yield best


def _furthest(record: Formula, lang: Lang, folded: str) -> Near | None:
    best: Near | None = None
    for beginning, following in _beginnings(record.id, lang):
        match = beginning.match(folded)
        if match and match.end() and (best is None or match.end() > best.read_up_to):
            best = Near(record.id, lang, match.end(), following)
    return best


@cache
def _beginnings(formula_id: str, lang: Lang) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of ever longer beginnings of a formula's phrases, with the words that follow."""
    return tuple(
        (re.compile(pattern_of(beginning, _pattern(lang)), re.IGNORECASE), following)
        for phrase in phrases_of(formulas()[formula_id].of(lang))
        for beginning, following in prefixes(phrase)
    )


def _pattern(lang: Lang) -> SlotPattern:
    return lambda slot: f"(?:{slot_type(slot).pattern(lang)})"
