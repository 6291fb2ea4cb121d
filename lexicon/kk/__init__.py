"""Kazakh inflection: number, possession and seven cases of a phrase, both ways."""

from lexicon.kk.declension import attributive, explain, inflect, possess
from lexicon.kk.reading import nominative

__all__ = ["attributive", "explain", "inflect", "nominative", "possess"]
