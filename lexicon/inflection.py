"""A phrase in any case, in Kazakh and in Russian, and the way back to its nominative.

Kazakh is declined at the last word, Russian at the head noun with its adjectives. Capitals,
quotation marks and spaces stay as they were written.
"""

from __future__ import annotations

from lexicon import kk, ru
from lexicon.kk.endings import Form
from lexicon.reasons import Explanation, Reason
from lexicon.refusal import CannotInflectError
from model import Lang

__all__ = [
    "CASES",
    "OWNERS",
    "CannotInflectError",
    "Explanation",
    "Form",
    "Reason",
    "agree",
    "conjugate",
    "explain_form",
    "inflect",
    "inflect_name",
    "nominative",
    "paradigm",
]

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
# Whose a Kazakh thing is; Russian says it by a word of its own.
OWNERS = (
    "first",
    "second",
    "second_polite",
    "third",
    "first_plural",
    "second_plural",
    "second_polite_plural",
)

agree = ru.agree
conjugate = kk.conjugate


def inflect(
    phrase: str, lang: Lang, case: str, *, plural: bool = False, owner: str | None = None
) -> str:
    """The phrase in ``case``; in the plural where asked; as the thing of ``owner`` where named.

    The phrase is a nominative. In Kazakh a quoted name, a number or an abbreviation takes its
    ending after a hyphen; in Russian what follows the head, and a quoted name, stays. ``owner``
    is one of ``OWNERS``; a Kazakh phrase that has an owner already changes it.

    Raises:
        CannotInflectError: empty, in foreign letters, without a noun, or no such case or owner.
    """
    if lang == "kk":
        return kk.inflect(phrase, case, plural=plural, owner=owner)
    _refuse_owner(phrase, owner)
    return ru.inflect(phrase, case, plural=plural)


def explain_form(phrase: str, lang: Lang, form: Form) -> Explanation:
    """The form with every rule that decided on the way to it.

    Raises:
        CannotInflectError: as ``inflect``.
    """
    if lang == "kk":
        return kk.explain_form(phrase, form)
    _refuse_owner(phrase, form.owner)
    return ru.explain_form(phrase, form.case, plural=form.plural)


def _refuse_owner(phrase: str, owner: str | None) -> None:
    if owner is not None:
        raise CannotInflectError(
            phrase=phrase,
            lang="ru",
            case=owner,
            why="Russian has no endings of possession",
            expected="no owner",
            advice="leave the owner out",
        )


def inflect_name(name: str, lang: Lang, case: str, gender: str | None = None) -> str:
    """The name of a person in ``case``; initials stay as they are.

    ``gender`` (m, f) matters in Russian alone; ``None``: as far as the name itself tells.

    Raises:
        CannotInflectError: as ``inflect``.
    """
    return kk.inflect(name, case) if lang == "kk" else ru.inflect_name(name, case, gender)


def paradigm(
    phrase: str, lang: Lang, *, plural: bool = False, owner: str | None = None
) -> dict[str, str]:
    """All cases of the phrase, in their traditional order.

    Raises:
        CannotInflectError: as ``inflect``.
    """
    return {case: inflect(phrase, lang, case, plural=plural, owner=owner) for case in CASES[lang]}


def nominative(phrase: str, lang: Lang, case: str) -> str | None:
    """The nominative whose ``case`` form is ``phrase``; ``None`` where none gives it.

    Reads by our own tables alone, so that reading an act stays light.
    """
    return kk.nominative(phrase, case) if lang == "kk" else ru.nominative(phrase, case)
