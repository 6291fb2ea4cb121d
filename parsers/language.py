"""Which of the two languages a text is in, by its letters and words: paths and names may lie."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from itertools import accumulate
from operator import mul

import msgspec

from lexicon.data import ROOT, load, words
from model import LANGUAGES, Lang

# A Kazakh text has one of its own letters about every tenth character; a Russian text that
# quotes Kazakh names stays far below.
_SHARE = 0.03
_SAMPLE = 200_000  # characters
_SHORT = 400  # characters: below that a quoted name tips the letters, and the words are asked
_WORD = re.compile(r"[\u0400-\u04ff]+")
_MOST_WORDS = 8192  # that are kept: a large act has fewer
_LONG = 5  # letters of a word whose ending tells anything


class Marks(msgspec.Struct, frozen=True):
    """What shows a language: its own words, and how its longer words end."""

    words: frozenset[str]
    endings: tuple[str, ...]


@cache
def _marks() -> dict[Lang, Marks]:
    return load(ROOT / "languages.yaml", dict[Lang, Marks])


@cache
def _kazakh_letters() -> str:
    return str(words("typing")["kk"]["letters"])


def language_of(text: str) -> Lang | None:
    """``kk`` or ``ru``; ``None`` where the text has no Cyrillic letters at all."""
    if len(text) < _SHORT and (lean := leaning(text)):
        return "kk" if lean > 0 else "ru"
    sample = text[:_SAMPLE]
    if not _WORD.search(sample):
        return None
    letters = len(sample) - len(sample.encode("ascii", "ignore"))  # but for a few signs
    own = accumulate(map(sample.count, _kazakh_letters() + _kazakh_letters().upper()))
    return "kk" if any(count > _SHARE * letters for count in own) else "ru"


@lru_cache(maxsize=2)  # a source is asked by several readers in a row
def vocabulary(text: str) -> Counter[str]:
    """The Cyrillic words of a text in small letters, each with how often it occurs."""
    return Counter(_WORD.findall(text.lower()))


class _Leanings(dict[str, int]):
    """How words met of late lean: the letters of a Kazakh word, less those of a Russian one."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_WORDS:
            self.clear()
        lang = _language_of_word(word)
        self[word] = lean = 0 if lang is None else len(word) if lang == "kk" else -len(word)
        return lean


_word_leaning = _Leanings().__getitem__


def leanings_of(text: str) -> tuple[int, int]:
    """How many letters stand in Kazakh words, and how many in Russian ones."""
    counted = vocabulary(text)
    leans = list(map(mul, map(_word_leaning, counted), counted.values()))
    both, more = sum(map(abs, leans)), sum(leans)
    return (both + more) // 2, (both - more) // 2


def leaning(text: str) -> int:
    """How many letters more stand in Kazakh words than in Russian ones; Russian is negative.

    Names and what both languages write alike count for neither: figures, signatures and the
    like lean nowhere.
    """
    return sum(map(_word_leaning, _WORD.findall(text.lower())))


def _language_of_word(word: str) -> Lang | None:
    if any(letter in word for letter in _kazakh_letters()):
        return "kk"
    marks = _marks()
    for lang in LANGUAGES:
        if word in marks[lang].words:
            return lang
    endings = ((lang, marks[lang].endings) for lang in LANGUAGES if len(word) >= _LONG)
    return next((lang for lang, ends in endings if word.endswith(ends)), None)
