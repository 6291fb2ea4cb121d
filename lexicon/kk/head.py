"""What takes the ending: the last word of a Kazakh phrase, and how it is read aloud.

A Kazakh phrase is declined at its end. The end can be a word, a number, an abbreviation or a
quoted name; the last three take their ending after a hyphen, by their sound.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

import msgspec

from lexicon.kk.numerals import last_word, roman_value
from lexicon.kk.tables import sounds, vowel_letters, words
from lexicon.refusal import CannotInflectError

_STOPS = ".,;:!?…"
_QUOTES = '"»”’'
_CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
_LONGEST_NUMBER = 15  # digits that are read aloud; more say the same about the last word
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
    end, before = len(phrase), -1
    while end != before:
        before = end
        while end and (phrase[end - 1].isspace() or phrase[end - 1] in _STOPS):
            end -= 1
        end = _before_bracket(phrase, end)
    return phrase[:end], phrase[end:]


def _before_bracket(phrase: str, end: int) -> int:
    """Where the bracketed words that end at ``end`` begin; ``end`` where there are none."""
    opening = phrase.rfind("(", 0, end)
    closed = phrase[end - 1 : end] == ")" and opening >= 0
    return opening if closed and phrase.find(")", opening) == end - 1 else end


def last_run(text: str, belongs: Callable[[str], bool]) -> str:
    """The longest end of ``text`` all of whose characters belong."""
    at = len(text)
    while at and belongs(text[at - 1]):
        at -= 1
    return text[at:]


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
    figures, run = last_run(inner, str.isdecimal), last_run(inner, str.isalpha)
    if figures:
        return Head(
            inner, last_word(int(figures[-_LONGEST_NUMBER:])), joint="-", kind="number_read_aloud"
        )
    if not run:
        return _sign(inner, phrase, case)
    if roman_value(run):
        value = last_word(roman_value(run) or 0)
        return Head(inner, value, joint="-", kind="roman_numeral_read_aloud")
    if _CYRILLIC.fullmatch(run) is None:
        raise _refusal(phrase, case, f'"{run}" is not written in Kazakh letters')
    return _word(inner, run)


def _sign(inner: str, phrase: str, case: str) -> Head:
    if inner[-1] not in sounds().signs:
        raise _refusal(phrase, case, f'"{inner[-1]}" has no reading')
    return Head(inner, sounds().signs[inner[-1]], joint="-", kind="sign_read_aloud")


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
