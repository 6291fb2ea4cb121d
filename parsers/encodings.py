"""In which encoding of one byte a letter a text was saved, told by what it reads like."""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import pairwise

from lexicon.data import words

# In the order in which they are met; of two that read alike the first is taken.
CANDIDATES = ("cp1251", "kz1048", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic")
_SAMPLE = 20_000  # bytes that are enough to tell
# The eight commonest letters of Russian, which are common in Kazakh too, by their numbers.
_COMMON = frozenset(map(chr, (0x430, 0x435, 0x438, 0x43D, 0x43E, 0x440, 0x441, 0x442)))
_RUSSIAN = frozenset(map(chr, (*range(0x430, 0x450), 0x451)))
_SIGNS = frozenset("\u2116\u00b0\u00a7\u00a9\u00ae")  # of the signs that are no punctuation
_MOST_ODD = 0.15  # share of odd signs among those above ASCII that a text may have
_LEAST_COMMON = 0.2  # share of the commonest letters: half of a text is made of them


def encoding_of(data: bytes) -> str | None:
    """The encoding in which the bytes read as words; ``None`` where they do in none."""
    sample = data[:_SAMPLE]
    best, most = None, 0.0
    for encoding in CANDIDATES:
        try:
            score = _score(sample.decode(encoding))
        except UnicodeDecodeError:
            continue
        if score > most:
            best, most = encoding, score
    return best


def _score(text: str) -> float:
    """How much a text reads like words; nothing where it does not."""
    high = [char for char in text if not char.isascii()]
    if not high:
        return 1.0
    odd = sum(_is_odd(char) for char in high)
    common = sum(char.lower() in _COMMON for char in high)
    if odd > _MOST_ODD * len(high) or common < _LEAST_COMMON * len(high):
        return 0.0
    broken = sum(one.islower() and other.isupper() for one, other in pairwise(text))
    return max((common - 2 * odd - 2 * broken) / len(high), 0.0)


def _is_odd(char: str) -> bool:
    """Whether a sign stands in no act: a letter of other languages, a line of a drawing."""
    if char.isalpha():
        return char.lower() not in _RUSSIAN and char.lower() not in _kazakh()
    return unicodedata.category(char)[0] in "SC" and char not in _SIGNS


@cache
def _kazakh() -> frozenset[str]:
    return frozenset(str(words("typing")["kk"]["letters"]))
