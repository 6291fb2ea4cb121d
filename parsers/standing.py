"""What a head says of the standing of an act: status, registration, repeal, the end of its term."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lexicon.formulas import Reading, read, read_any, search
from model import Lang, Registration, Repeal
from parsers.text import Text

_SENTENCES = ("head/repealed", "head/expired", "head/registration", "head/unregistered")
LONGEST_LINE = 3000  # characters: no requisites line is as long, and a hostile one may be longer
_STOP = re.compile(r"(?<=[.!])\s*(?=[^\W\d_])")


def status_of(words: str, lang: Lang) -> str | None:
    """The status that a whole line is."""
    found = read_any("status", words, lang)
    return found.formula.value if found else None


def repeal_of(words: str, lang: Lang) -> Repeal | None:
    """The act that repealed this one, where ``words`` begin to say so."""
    found = search("head/repealed", words, lang)
    if found is None or found.start:
        return None
    return Repeal(
        found.slots["act"],  # type: ignore[arg-type]  # the word file holds the model's types
        found.slots.get("number"),
        found.slots["date"],
    )


def is_expired(words: str, lang: Lang) -> bool:
    """Whether ``words`` begin to say that the term ran out: no other act repealed it."""
    found = search("head/expired", words, lang)
    return found is not None and not found.start


def registration_of(words: str, lang: Lang) -> Registration | None:
    """The state registration that the whole of ``words`` tells of."""
    found = read("head/registration", words, lang)
    return Registration(found.slots["number"] or "", found.slots.get("date")) if found else None


def is_unregistered(words: str, lang: Lang) -> bool:
    """Whether the whole of ``words`` says that the act has no state registration."""
    return read("head/unregistered", words, lang) is not None


def sentences_of(text: Text, lang: Lang) -> list[Text]:
    """The sentences of a requisites line; a repeal or registration begins a new one."""
    if len(text.chars) > LONGEST_LINE:
        return [text]
    starts = sorted({0, *_after_stops(text.chars, lang), *_without_stops(text.chars, lang)})
    ends = [*starts[1:], len(text.chars)]
    return [text.cut(start, end).strip() for start, end in zip(starts, ends, strict=True)]


def _after_stops(words: str, lang: Lang) -> Iterator[int]:
    for stop in _STOP.finditer(words):
        if not words[stop.end()].isupper():
            continue  # "м.а.": the point of an abbreviation
        found = (search(name, words[stop.end() :], lang) for name in _SENTENCES)
        if any(one is not None and one.start == 0 for one in found):
            yield stop.end()


def _without_stops(words: str, lang: Lang) -> Iterator[int]:
    """Where such a sentence begins without a full stop before it, by its own first words.

    In Kazakh a registration begins with the name of a body: it cannot be told so.
    """
    for name in _SENTENCES[:2] if lang == "kk" else _SENTENCES:
        found = search(name, words, lang)
        start = _own_words(found) if found else 0
        if words[start].isupper() and words[start - 1 : start].isspace():
            yield start


def _own_words(found: Reading) -> int:
    """Where the sentence begins without the name of the act that may stand before it."""
    return found.start + len(found.raw["whole"]) + 1 if "whole" in found.raw else found.start
