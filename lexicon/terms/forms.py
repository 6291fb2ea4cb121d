"""All the forms in which a term or a wrong word for it can stand in a text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lexicon import kk
from lexicon.inflection import CASES, CannotInflectError, inflect
from model import Lang

NUMBERS = (False, True)


@lru_cache(maxsize=4096)
def all_forms(phrase: str, lang: Lang) -> tuple[str, ...]:
    """Every form of the phrase, each once, the phrase itself first.

    Kazakh: number, third person's possession, cases and what is at it; Russian: number and
    cases. Words that cannot be inflected have the one form they are given in.
    """
    try:
        return tuple(dict.fromkeys((phrase, *_forms(phrase, lang))))
    except CannotInflectError:
        return (phrase,)


def _forms(phrase: str, lang: Lang) -> Iterator[str]:
    for plural in NUMBERS:
        single = inflect(phrase, lang, "nominative", plural=plural)
        for base in (single, kk.possess(single)) if lang == "kk" else (phrase,):
            for case in CASES[lang]:
                yield inflect(base, lang, case, plural=plural and lang == "ru")
            if lang == "kk":
                yield kk.attributive(base)
