"""Russian inflection: six cases of a phrase, both ways."""

from lexicon.ru.declension import inflect, nominative

__all__ = ["inflect", "nominative"]
