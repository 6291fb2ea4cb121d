"""Russian inflection: six cases of a phrase, both ways; agreement; names of persons."""

from lexicon.ru.agreement import agree, key_of
from lexicon.ru.declension import explain_form, inflect, nominative
from lexicon.ru.names import gender_of, inflect_name

__all__ = [
    "agree",
    "explain_form",
    "gender_of",
    "inflect",
    "inflect_name",
    "key_of",
    "nominative",
]
