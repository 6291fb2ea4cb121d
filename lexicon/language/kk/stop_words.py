"""Function words of Kazakh."""

from __future__ import annotations

from lexicon.language.kk.words import language_words

STOP_WORDS = set(language_words().stop_words)
