"""Ordinal numbers in words, both ways: екінші, часть вторая, абзац двадцать первый."""

from __future__ import annotations

from functools import cache, lru_cache

import msgspec

from lexicon import kk
from lexicon.data import ROOT, load
from lexicon.ru.adjectives import read_adjective
from lexicon.ru.tables import CASES as RU_CASES
from lexicon.ru.tables import plain
from model import AdistemeError, Lang

LARGEST = 99
_KK_CASES = (
    "nominative",
    "genitive",
    "dative",
    "accusative",
    "locative",
    "ablative",
    "instrumental",
)
_GENDERS = ("m", "f", "n", "p")


class NoOrdinalError(AdistemeError):
    """A number that has no ordinal in words here, or a form that the language lacks."""

    template = (
        "The number %(number)s has no ordinal in words (%(lang)s, %(case)s, %(gender)s); expected "
        "1 to 99, a case of the language and a gender m, f, n or p. Write it in figures."
    )


class OrdinalWords(msgspec.Struct, frozen=True):
    """What one language needs to count in order (``ordinals.yaml``)."""

    cardinals: tuple[str, ...]
    tens: tuple[str, ...]
    ordinals: tuple[str, ...]
    tenths: tuple[str, ...]
    teens: tuple[str, ...]

    def of(self, number: int) -> tuple[str, str]:
        """The unchanging beginning and the ordinal word of a number from 1 to 99."""
        tens, ones = divmod(number, 10)
        if tens == 1 and self.teens:
            return "", self.teens[ones]
        if not ones:
            return "", self.tenths[tens]
        return (f"{self.tens[tens]} " if tens else ""), self.ordinals[ones]


def ordinal(n: int, lang: Lang, case: str = "nominative", gender: str = "f") -> str:
    """The ordinal of ``n`` in words, in ``case``; ``gender`` (m, f, n, p) is for Russian.

    A Russian masculine accusative is that of a thing: абзац второй.

    Raises:
        NoOrdinalError: ``n`` is not from 1 to 99, or there is no such case or gender.
    """
    cases = _KK_CASES if lang == "kk" else RU_CASES
    if not 1 <= n <= LARGEST or case not in cases or gender not in _GENDERS:
        raise NoOrdinalError(number=n, lang=lang, case=case, gender=gender)
    before, word = _words(lang).of(n)
    return before + (kk.inflect(word, case) if lang == "kk" else agreeing(word, case, gender))


def read_ordinal(word: str, lang: Lang) -> int | None:
    """The number that an ordinal in words names, in any case and gender; ``None`` if it is none."""
    return _forms(lang).get(" ".join(plain(word).split()))


@cache
def _words(lang: Lang) -> OrdinalWords:
    return load(ROOT / "ordinals.yaml", dict[str, OrdinalWords])[lang]


@lru_cache(maxsize=512)
def agreeing(word: str, case: str, gender: str, *, living: bool = False) -> str:
    """A Russian adjective in agreement with a noun of that gender (m, f, n, p).

    Raises:
        NoOrdinalError: the word is no adjective.
    """
    adjective = read_adjective(word, "nominative", "m", living=False)
    if adjective is None:
        raise NoOrdinalError(number=word, lang="ru", case=case, gender=gender)
    return adjective.form(case, gender, living=living)


@cache
def _forms(lang: Lang) -> dict[str, int]:
    """Every form of every ordinal, with its number."""
    forms = {}
    for number in range(1, LARGEST + 1):
        before, word = _words(lang).of(number)
        for form in _kazakh(word) if lang == "kk" else _russian(word):
            forms[plain(before + form)] = number
    return forms


def _kazakh(word: str) -> set[str]:
    """Cases, and possession as in "екіншісі"."""
    return {kk.inflect(base, case) for base in (word, kk.possess(word)) for case in _KK_CASES}


def _russian(word: str) -> set[str]:
    return {
        agreeing(word, case, gender, living=living)
        for case in RU_CASES
        for gender in _GENDERS
        for living in (False, True)
    }
