"""A phrase in any case, in Kazakh and in Russian, and the way back to its nominative.

Kazakh is declined at the last word, Russian at the head noun with its adjectives. Capitals,
quotation marks and spaces stay as they were written.
"""

from __future__ import annotations

from lexicon import kk, ru
from lexicon.refusal import CannotInflectError
from model import Lang

__all__ = ["CASES", "CannotInflectError", "inflect", "nominative", "paradigm"]

CASES: dict[Lang, tuple[str, ...]] = {
    "kk": (
        "nominative",
        "genitive",
        "dative",
        "accusative",
        "locative",
        "ablative",
        "instrumental",
    ),
    "ru": ("nominative", "genitive", "dative", "accusative", "instrumental", "prepositional"),
}


def inflect(phrase: str, lang: Lang, case: str, *, plural: bool = False) -> str:
    """The phrase in ``case``; in the plural where asked.

    The phrase is a nominative. In Kazakh a quoted name, a number or an abbreviation takes its
    ending after a hyphen; in Russian what follows the head, and a quoted name, stays.

    Raises:
        CannotInflectError: empty, in foreign letters, without a noun, or no such case.
    """
    if lang == "kk":
        return kk.inflect(phrase, case, plural=plural)
    return ru.inflect(phrase, case, plural=plural)


def paradigm(phrase: str, lang: Lang) -> dict[str, str]:
    """All cases of the phrase, in their traditional order.

    Raises:
        CannotInflectError: as ``inflect``.
    """
    return {case: inflect(phrase, lang, case) for case in CASES[lang]}


def nominative(phrase: str, lang: Lang, case: str) -> str | None:
    """The nominative whose ``case`` form is ``phrase``; ``None`` where none gives it.

    Reads by our own tables alone, so that reading an act stays light.
    """
    return kk.nominative(phrase, case) if lang == "kk" else ru.nominative(phrase, case)
