"""What takes the ending: the last word of a Kazakh phrase, and how it is read aloud.

A Kazakh phrase is declined at its end. The end can be a word, a number, an abbreviation or a
quoted name; the last three take their ending after a hyphen, by their sound.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from lexicon.kk.numerals import last_word, roman_value
from lexicon.kk.tables import sounds, vowel_letters, words
from lexicon.refusal import CannotInflectError

_TAIL = re.compile(r"(?:\s*\([^()]*\)|[\s.,;:!?…])*$")
_QUOTES = '"»”’'
_RUN = re.compile(r"[^\W\d_]+$")
_FIGURES = re.compile(r"\d+$")
_SIGN = re.compile(r"[^\w\s]$")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
_LONGEST_UNLISTED_ABBREVIATION = 4


class Head(msgspec.Struct, frozen=True):
    """A phrase taken apart: ``stem`` takes the ending after ``joint``; ``after`` stays behind.

    ``sound`` is what the ending agrees with, in lower case; ``kind`` names the reading.
    """

    stem: str
    sound: str
    after: str = ""
    joint: str = ""
    kind: str = "head_is_last_word"
    upper: bool = False


def unchanging(phrase: str) -> bool:
    """Whether the phrase ends in a shortened word that takes no ending: министрінің м.а."""
    return phrase.rstrip().endswith(tuple(f" {word}" for word in words().unchanging))


def without_tail(phrase: str) -> tuple[str, str]:
    """The phrase up to its last word, and the brackets, stops and spaces behind it."""
    tail = _TAIL.search(phrase)
    at = tail.start() if tail else len(phrase)
    return phrase[:at], phrase[at:]


@lru_cache(maxsize=4096)
def find_head(phrase: str, case: str) -> Head:
    """The phrase taken apart at the place of its ending.

    Raises:
        CannotInflectError: the phrase is empty, or its last word is not Kazakh; ``case`` is
            named in the message.
    """
    body, after = without_tail(phrase)
    inner = body.rstrip(_QUOTES)
    if not inner.strip():
        raise _refusal(phrase, case, "nothing to decline")
    head = _read(inner, phrase, case)
    quoted = inner != body
    return Head(
        stem=body,
        sound=head.sound,
        after=after,
        joint="-" if quoted or head.joint else "",
        kind="quoted_name_takes_hyphen" if quoted else head.kind,
        upper=head.upper and not quoted,
    )


def _read(inner: str, phrase: str, case: str) -> Head:
    figures, run = _FIGURES.search(inner), _RUN.search(inner)
    if figures:
        return Head(inner, last_word(int(figures[0])), joint="-", kind="number_read_aloud")
    if run is None:
        return _sign(inner, phrase, case)
    if roman_value(run[0]):
        value = last_word(roman_value(run[0]) or 0)
        return Head(inner, value, joint="-", kind="roman_numeral_read_aloud")
    if _CYRILLIC.fullmatch(run[0]) is None:
        raise _refusal(phrase, case, f'"{run[0]}" is not written in Kazakh letters')
    return _word(inner, run[0])


def _sign(inner: str, phrase: str, case: str) -> Head:
    sign = _SIGN.search(inner)
    if sign is None or sign[0] not in sounds().signs:
        raise _refusal(phrase, case, f'"{inner[-1]}" has no reading')
    return Head(inner, sounds().signs[sign[0]], joint="-", kind="sign_read_aloud")


def _word(inner: str, run: str) -> Head:
    listed = _listed_reading(inner)
    if listed:
        return Head(inner, listed, joint="-", kind="abbreviation_as_listed")
    if _is_abbreviation(run, inner):
        last = run[-1].lower()
        sound = sounds().letters.get(last, last)
        return Head(inner, sound, joint="-", kind="abbreviation_by_last_letter")
    return Head(inner, run.lower(), upper=run.isupper())


def _listed_reading(inner: str) -> str | None:
    """The reading of the longest listed abbreviation that the phrase ends with."""
    for short in sorted(words().abbreviations, key=len, reverse=True):
        before = inner.removesuffix(short)
        if before != inner and not before[-1:].isalpha():
            return words().abbreviations[short]
    return None


def _is_abbreviation(run: str, inner: str) -> bool:
    """Capitals that spell no word: one letter, no vowel, or a few letters in plain company."""
    if not run[-2:].isupper() or run in words().capital_words:
        return False
    if len(run) == 1:
        return True
    vowels = [letter for letter in run.lower() if letter in vowel_letters()]
    short = len(run) <= _LONGEST_UNLISTED_ABBREVIATION
    alone = inner == run or not inner.isupper()
    return not vowels or not run.isupper() or (short and alone)


def _refusal(phrase: str, case: str, why: str) -> CannotInflectError:
    return CannotInflectError(
        phrase=phrase,
        lang="kk",
        case=case,
        why=why,
        expected="a phrase that ends in a Kazakh word, number or abbreviation",
        advice=(
            "write the last word in Kazakh letters, or add its reading to `abbreviations` "
            "in lexicon/kk/words.yaml"
        ),
    )
