"""Lists of numbers as acts write them: figures, ordinals in words, ranges, "the last"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

import msgspec

from lexicon.data import words
from lexicon.folding import fold
from lexicon.ordinals import read_ordinal
from model import Lang

_TOKEN = re.compile(
    r'(?P<quote>"[^"]*")|(?P<number>\d+(?:[-.]\d+)*)|(?P<word>[^\W\d_]+)|(?P<sign>[,-])'
)
_ROMAN = re.compile(r"[\u0456v\u0445]{1,6}")  # folded: typed with Latin or with Cyrillic letters
_CAPITALS = "IVX"
_LONGEST_RANGE = 500  # the longest acts have about a thousand clauses
LAST = "last"


class Token(msgspec.Struct, frozen=True):
    """A word, a number, a quotation, a comma or a dash."""

    kind: str
    text: str


class Numbers(msgspec.Struct, frozen=True):
    """The numbers of a list as written; ``ends`` holds the places of ranges with two ends."""

    listed: tuple[str, ...] = ()
    ranges: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.listed)

    def expanded(self, *, ranges: bool) -> tuple[str, ...]:
        """Every number; ``ranges`` takes "5-8" for a range where no number beside it forbids."""
        found: list[str] = []
        for place, number in enumerate(self.listed):
            if place - 1 in self.ranges:
                continue
            if place in self.ranges:
                found += _between(number, self.listed[place + 1])
            elif ranges and self._is_range(number):
                found += _between(*number.split("-"))
            else:
                found.append(number)
        return tuple(found)

    def _is_range(self, number: str) -> bool:
        """Whether "5-8" among these numbers runs from 5 to 8: 5-1 and 5-8 are doubled numbers."""
        ends = number.split("-")
        if len(ends) != 2 or not all(end.isdigit() for end in ends):  # noqa: PLR2004 - from, to
            return False
        bases = [other.split("-")[0] for other in self.listed if other != number]
        return int(ends[0]) < int(ends[1]) and ends[0] not in bases


Stops = Callable[[list[Token], int], bool]


def tokens(text: str) -> list[Token]:
    """The tokens of a text, folded and in lower case; what is quoted stays as it is written.

    Other signs are no tokens.
    """
    found = _TOKEN.finditer(fold(text))
    return [_token(match.lastgroup or "", text[slice(*match.span())]) for match in found]


def _token(kind: str, written: str) -> Token:
    return Token(kind, written if kind == "quote" else fold(written).lower())


def read_numbers(
    found: list[Token], at: int, lang: Lang, stops: Stops | None = None
) -> tuple[Numbers, int]:
    """The list of numbers that begins at ``at`` and where it ends; empty where none does.

    ``stops`` tells of a member of the list that it belongs to something else.
    """
    listed: list[str] = []
    ranges: list[int] = []
    end = at
    while True:
        place = _skipped(found, end, lang, first=not listed)
        member = _member(found, place, lang)
        if member is None or (listed and stops is not None and stops(found, place)):
            break
        if listed and _is_range(found, end, place, lang):
            ranges.append(len(listed) - 1)
        listed.append(member[0])
        end = member[1]
    return Numbers(tuple(listed), tuple(ranges)), end


def _skipped(found: list[Token], at: int, lang: Lang, *, first: bool) -> int:
    """Past what joins two members, or past the preposition before the first."""
    joins = _set("from", lang) if first else _joins(lang)
    while at < len(found) and found[at].text in joins:
        at += 1
    return at


def _is_range(found: list[Token], start: int, end: int, lang: Lang) -> bool:
    between = [token.text for token in found[start:end]]
    return (
        between == ["-"] or bool(set(between) & _set("to", lang)) or _ablative(found, start, lang)
    )


def _ablative(found: list[Token], at: int, lang: Lang) -> bool:
    """The number before ``at`` bears an ending of "from": 5-тен 8-ге дейінгі."""
    return at > 0 and found[at - 1].text in _set("from_endings", lang)


def _member(found: list[Token], at: int, lang: Lang) -> tuple[str, int] | None:
    if at >= len(found):
        return None
    token = found[at]
    if token.kind == "number":
        return token.text, _past_ending(found, at + 1, lang)
    if token.kind != "word":
        return None
    if token.text.startswith(tuple(_set("last", lang))):
        return LAST, at + 1
    if _ROMAN.fullmatch(token.text):
        return token.text.translate(_latin()), at + 1
    return _in_words(found, at, lang)


def _past_ending(found: list[Token], at: int, lang: Lang) -> int:
    """Past the ending of an ordinal or of a case that a number bears after a hyphen."""
    kinds = ("ordinal_endings", "from_endings", "to_endings")
    hyphen = at + 1 < len(found) and found[at].text == "-"
    bears = hyphen and any(found[at + 1].text in _set(kind, lang) for kind in kinds)
    return at + 2 if bears else at


def _in_words(found: list[Token], at: int, lang: Lang) -> tuple[str, int] | None:
    """An ordinal; from 21 on (Kazakh: 11) it is two words."""
    pair = " ".join(token.text for token in found[at : at + 2])
    two = read_ordinal(pair, lang) if found[at + 1 : at + 2] else None
    if two is not None:
        return str(two), at + 2
    one = read_ordinal(found[at].text, lang)
    return (str(one), at + 1) if one is not None else None


def _between(first: str, last: str) -> Iterator[str]:
    """From one number to another; two numbers where no act has so many elements between them."""
    spelt = first.isdigit() and last.isdigit()
    if spelt and 0 <= int(last) - int(first) <= _LONGEST_RANGE:
        yield from (str(number) for number in range(int(first), int(last) + 1))
    else:
        yield from (first, last)


@cache
def _latin() -> dict[int, str]:
    """Folded letters of Roman numbers with the Latin capitals they stand for."""
    return dict(zip(map(ord, fold(_CAPITALS).lower()), _CAPITALS, strict=True))


@cache
def _set(what: str, lang: Lang) -> frozenset[str]:
    return frozenset(fold(word).lower() for word in words("references")[lang][what])


@cache
def _joins(lang: Lang) -> frozenset[str]:
    return _set("and", lang) | _set("to", lang) | {",", "-"}
