"""A synonym in brackets behind a Kazakh phrase: персоналды басқару бөлімі (кадр қызметі).

It takes the endings of what it explains: бөлімінің (кадр қызметінің). Any other bracket stays:
(бұдан әрі – Комиссия), (келісім бойынша).
"""

from __future__ import annotations

import re

import msgspec

from lexicon.kk.head import last_run
from lexicon.kk.possession import bare_word, is_possessed
from lexicon.kk.tables import words

_BRACKET = re.compile(r"(\s*\()([^()]+)(\)\s*)")
_DASH = re.compile(r"\s[-\u2013\u2014]\s|,")


class Bracket(msgspec.Struct, frozen=True):
    """The end of a phrase: a bracket, what stands in it, and what closes it."""

    opening: str
    inner: str
    closing: str

    def with_inner(self, inner: str) -> str:
        """The bracket with other words in it."""
        return self.opening + inner + self.closing


def bracket_of(tail: str) -> Bracket | None:
    """What stands behind the last word of a phrase; ``None`` where it is not one bracket."""
    found = _BRACKET.fullmatch(tail)
    return Bracket(found[1], found[2], found[3]) if found else None


def synonym_of(sound: str, tail: str) -> Bracket | None:
    """The bracket behind a phrase whose last word is ``sound``; ``None`` where it is no synonym.

    Both name a body, or both a person.
    """
    bracket = bracket_of(tail)
    if bracket is None or _DASH.search(bracket.inner):
        return None
    kind = _kind(sound)
    inner = last_run(bracket.inner, str.isalpha).lower()
    return bracket if kind is not None and _kind(inner) == kind else None


def _kind(sound: str) -> str | None:
    """What a noun, bare or possessed, names; ``None`` for one that is not listed."""
    last = sound.rpartition("-")[2]
    noun = bare_word(last) if is_possessed(last) else last
    return next((kind for kind, nouns in words().named.items() if noun in nouns), None)
