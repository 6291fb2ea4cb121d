"""The Kazakh and the Russian text of one act put side by side."""

from __future__ import annotations

from model import Act, AdistemeError
from model.bilingual import BilingualAct


class AlignmentError(AdistemeError):
    """Base: the two texts are not one in Kazakh and one in Russian."""


class SwappedLanguagesError(AlignmentError):
    """Both languages are there, each in the other's place."""

    template = (
        'The texts stand the wrong way round: "%(kk)s" is in Russian and "%(ru)s" is in Kazakh. '
        "Expected: the Kazakh text first, the Russian text second. Swap them."
    )


class OneLanguageError(AlignmentError):
    """Both texts are in the same language."""

    template = (
        'Both "%(kk)s" and "%(ru)s" are in "%(lang)s". Expected: the Kazakh (kk) and the Russian '
        "(ru) text of one act. Give the text in the other language instead of one of them."
    )


def align(kk: Act, ru: Act) -> BilingualAct:
    """Both texts of one act, element by element; neither text is changed.

    The texts are of equal force (law "On legal acts", article 24), so what only one of them has
    stays and is named by ``BilingualAct.one_sided``.

    Raises:
        SwappedLanguagesError: ``kk`` is the Russian text and ``ru`` the Kazakh one.
        OneLanguageError: both are in the same language.
    """
    if kk.lang == ru.lang:
        raise OneLanguageError(kk=_named(kk), ru=_named(ru), lang=kk.lang)
    if kk.lang != "kk":
        raise SwappedLanguagesError(kk=_named(kk), ru=_named(ru))
    return BilingualAct(kk, ru)


def _named(act: Act) -> str:
    """What a message calls the act: its title, else its line of requisites, else its number."""
    return act.title or act.requisites or f"№ {act.number or '?'}"
