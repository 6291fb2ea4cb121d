"""Kazakh for spaCy, which has none of its own: ``spacy.blank("kk")`` after this import.

spaCy finds the class by the entry point ``spacy_languages`` where the program is installed, and
by its registry where it is not. Its defaults are class attributes, so their words are read when
this module is imported, which only those do who ask for the language.
"""

from __future__ import annotations

from spacy.language import BaseDefaults, Language
from spacy.util import registry

from lexicon.language.kk.lex_attrs import LEX_ATTRS
from lexicon.language.kk.punctuation import TOKEN_MATCH, TOKENIZER_INFIXES
from lexicon.language.kk.stop_words import STOP_WORDS
from lexicon.language.kk.tokenizer_exceptions import TOKENIZER_EXCEPTIONS


class KazakhDefaults(BaseDefaults):
    """What differs from spaCy's common ground."""

    tokenizer_exceptions = TOKENIZER_EXCEPTIONS
    infixes = TOKENIZER_INFIXES
    token_match = TOKEN_MATCH
    lex_attr_getters = LEX_ATTRS
    stop_words = STOP_WORDS


@registry.languages("kk")
class Kazakh(Language):  # type: ignore[no-untyped-call,unused-ignore]  # spaCy's own hook
    """The Kazakh language."""

    lang = "kk"
    Defaults = KazakhDefaults


__all__ = ["Kazakh", "KazakhDefaults"]
