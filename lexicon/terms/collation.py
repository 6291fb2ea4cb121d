"""The order of the Kazakh alphabet, in which definitions stand (law "On legal acts", article 23).

Code points put ә, ғ, қ, ң, ө, ұ, ү, һ, і after я; a Kazakh reader looks for each behind the letter
it is kin to.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from lexicon.data import ROOT, load
from lexicon.folding import fold

Key = tuple[tuple[int, ...], str]
_NUMBER = re.compile(r"\d+")
_LONGEST_NUMBER = 18  # digits that are weighed as a number; a longer run is weighed by its start


class Alphabet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``alphabet.yaml``."""

    alphabet: str
    ignored: str


@cache
def _places() -> dict[str, int]:
    letters = load(ROOT / "terms" / "alphabet.yaml", Alphabet).alphabet
    return {letter: place for place, letter in enumerate(letters, 1)}


@cache
def _ignored() -> dict[int, None]:
    return dict.fromkeys(map(ord, load(ROOT / "terms" / "alphabet.yaml", Alphabet).ignored))


def alphabet_key(text: str) -> Key:
    """What ``sorted`` orders Kazakh words by.

    Letter by letter, capitals as small ones; a blank or a sign comes before every letter, numbers
    by their value before letters, quotation marks and brackets do not count. Words that differ in
    nothing else stand in the order of their characters.
    """
    plain = fold(text.translate(_ignored())).lower().translate(_ignored()).strip()
    return tuple(_weights(plain)), text


def _weights(plain: str) -> list[int]:
    """Signs weigh 0, figures less than letters: numbers are negative beyond every letter."""
    weights: list[int] = []
    at = 0
    while at < len(plain):
        number = _NUMBER.match(plain, at)
        if number:
            weights += [1, int(number[0][:_LONGEST_NUMBER])]
            at = number.end()
        else:
            weights.append(_weight(plain[at]))
            at += 1
    return weights


def _weight(letter: str) -> int:
    """A letter's place after blanks (0) and figures (1); letters of other alphabets come last."""
    place = _places().get(letter)
    if place is not None:
        return place + 1
    return len(_places()) + 2 + ord(letter) if letter.isalpha() else 0
