"""Lexical attributes of Kazakh: what is like a number, and the norm of a word."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.attrs import LIKE_NUM, NORM

from lexicon.folding import fold
from lexicon.kk.numerals import roman_value
from lexicon.language.kk.words import language_words, number_endings, number_words
from lexicon.language.numerals import cardinal
from lexicon.ordinals import read_ordinal

_SIGNS = ("+", "-", "±", "~")


def like_num(text: str) -> bool:
    """Figures with or without an ending, fractions, dates, Roman numerals, numbers in words."""
    body = text[1:] if text.startswith(_SIGNS) else text
    stem, _, ending = body.partition("-")
    if ending.lower() in number_endings():
        body = stem
    figures = body.replace(",", "").replace(".", "")
    if figures.isdecimal() or roman_value(body) is not None:
        return True
    numerator, stroke, denominator = figures.partition("/")
    if stroke and numerator.isdecimal() and denominator.isdecimal():
        return True
    if text.lower() in number_words() or cardinal(text, "kk") is not None:
        return True
    return bool(text) and read_ordinal(text.lower(), "kk") is not None


def norm(text: str) -> str:
    """The word with look-alike letters made one, in small letters, old spellings mended."""
    plain = fold(text).lower()
    return language_words().norms.get(plain, plain)


LEX_ATTRS: dict[int, Callable[[str], Any]] = {LIKE_NUM: like_num, NORM: norm}
