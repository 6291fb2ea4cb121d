"""The field's terms in both languages: what a notion is called, and what it must not be called."""

from lexicon.terms.checking import Misuse, misuses
from lexicon.terms.collation import alphabet_key
from lexicon.terms.forms import all_forms
from lexicon.terms.records import Term, Wording, in_kazakh_order, term, terms

__all__ = [
    "Misuse",
    "Term",
    "Wording",
    "all_forms",
    "alphabet_key",
    "in_kazakh_order",
    "misuses",
    "term",
    "terms",
]
