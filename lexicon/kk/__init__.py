"""Kazakh inflection: number, possession and seven cases of a phrase, both ways; verbs."""

from lexicon.kk.declension import (
    attributive,
    explain,
    explain_form,
    inflect,
    possess,
    predicative,
    relational,
)
from lexicon.kk.reading import nominative
from lexicon.kk.verbs import conjugate

__all__ = [
    "attributive",
    "conjugate",
    "explain",
    "explain_form",
    "inflect",
    "nominative",
    "possess",
    "predicative",
    "relational",
]
