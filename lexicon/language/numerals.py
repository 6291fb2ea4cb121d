"""Numbers in words wherever they stand in a text: "бес жұмыс күні", "двадцать пятого числа".

Cardinals in every case and ordinals, from 1 to 100; no spaCy is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

import msgspec

from lexicon import kk
from lexicon.data import ROOT, load
from lexicon.folding import fold
from lexicon.inflection import CASES
from lexicon.ordinals import read_ordinal
from lexicon.ru.tables import plain
from model import Lang

_WORD = re.compile(r"\w+(?:-\w+)*")
_ONES, _TENS, _HUNDRED = 1, 10, 100
Words = tuple[str, ...]


class NumberWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The cardinals of one language (``numerals.yaml``)."""

    ones: tuple[Words, ...]
    teens: tuple[Words, ...]
    tens: tuple[Words, ...]
    hundred: Words
    others: frozenset[str]


class Counted(msgspec.Struct, frozen=True):
    """A number in words and where it stands; ``ordinal``: which one, not how many."""

    value: int
    start: int
    end: int
    ordinal: bool


def cardinal(word: str, lang: Lang) -> int | None:
    """What a cardinal of one word counts, in any case; ``None`` for any other word."""
    return _cardinals(lang).get(_plain(word))


@cache
def number_pattern(lang: Lang) -> str:
    """A pattern without groups for any cardinal in words, on folded text."""
    forms = sorted(_cardinals(lang), key=len, reverse=True)
    tens = [form for form in forms if _cardinals(lang)[form] % _TENS == 0]
    one, ten = ("|".join(map(re.escape, listed)) for listed in (forms, tens))
    return rf"(?:(?:{ten})\s+)?(?:{one})(?!\w)"


def number_of(words: str, lang: Lang) -> int | None:
    """The number that the words begin with, in figures or in words; ``None`` where none does."""
    figures = re.match(r"\d+", words)
    if figures:
        return int(figures[0])
    found = next(counted(words, lang), None)
    return found.value if found is not None and found.start == 0 else None


def counted(text: str, lang: Lang) -> Iterator[Counted]:
    """Every number in words, in the order of the text; tens and ones together are one number."""
    found = list(_WORD.finditer(fold(text)))
    at = 0
    while at < len(found):
        number, taken = _number_at(found, at, lang)
        if number is not None:
            yield number
        at += taken


def _number_at(found: list[re.Match[str]], at: int, lang: Lang) -> tuple[Counted | None, int]:
    first = found[at]
    value = cardinal(first[0], lang)
    if value is None:
        ordinal = read_ordinal(_plain(first[0]), lang)
        number = Counted(ordinal, *first.span(), ordinal=True) if ordinal is not None else None
        return number, 1
    if value >= _TENS and value % _TENS == 0 and value < _HUNDRED and at + 1 < len(found):
        second = found[at + 1]
        ones, is_ordinal = _ones(second[0], lang)
        if ones:
            return Counted(value + ones, first.start(), second.end(), is_ordinal), 2
    return Counted(value, *first.span(), ordinal=False), 1


def _ones(word: str, lang: Lang) -> tuple[int, bool]:
    """What stands behind tens, 1 to 9, and whether it makes them an ordinal; 0 where nothing."""
    for value, is_ordinal in ((cardinal(word, lang), False), (read_ordinal(word, lang), True)):
        if value is not None and _ONES <= value < _TENS:
            return value, is_ordinal
    return 0, False


def _plain(word: str) -> str:
    """The word in small letters, ё as е."""
    return plain(fold(word).lower())


@cache
def _cardinals(lang: Lang) -> dict[str, int]:
    data = load(ROOT / "language" / "numerals.yaml", dict[str, NumberWords])[lang]
    rows = [*enumerate(data.ones), *enumerate(data.teens, _TENS)]
    rows += [(ten * _TENS, listed) for ten, listed in enumerate(data.tens)]
    rows.append((_HUNDRED, data.hundred))
    forms = {_plain(form): value for value, listed in rows for form in _forms(listed, lang)}
    return {form: value for form, value in forms.items() if form not in data.others}


def _forms(listed: Iterable[str], lang: Lang) -> Iterator[str]:
    for word in listed:
        if lang == "ru":
            yield word
        else:
            bases = (word, kk.possess(word))
            yield from (kk.inflect(base, case) for base in bases for case in CASES["kk"])
