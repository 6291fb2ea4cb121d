"""What the components look for (``components.yaml``), read and compiled when a pipeline is made."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from lexicon.acts import act_pattern
from lexicon.data import ROOT, load
from lexicon.dates import date_pattern
from lexicon.folding import fold
from lexicon.language.calendar_days import month_day_pattern
from lexicon.language.numerals import number_pattern
from model import Lang

# A day of a month in figures, with an ending or without, or in one word or two; what the words say
# is looked at when they are met.
_DAY = r"\d{1,2}(?:\s?-\s?[^\W\d_]{1,4})?|[^\W\d_]+(?:\s+[^\W\d_]+)?"
_NEVER = "(?!)"
Phrases = dict[str, dict[Lang, tuple[str, ...]]]


class Shape(msgspec.Struct, frozen=True):
    """One way of saying a deadline: how it binds, and its unit where the words do not name it.

    ``before`` names the pattern by which its event is looked for in front of it.
    """

    bound: str
    shape: str
    unit: str | None = None
    before: str | None = None


class Deadlines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of deadlines."""

    units: dict[Lang, dict[str, str]]
    days: dict[Lang, dict[str, str]]
    numbered_words: dict[Lang, dict[str, int]]
    numbered_units: dict[str, str]
    shapes: dict[Lang, tuple[Shape, ...]]
    anchors: dict[Lang, dict[str, str]]
    before: dict[str, str]
    event: str
    verb_endings: tuple[str, ...]
    no_verbs: frozenset[str]
    hanging: frozenset[str]
    closers: tuple[str, ...]
    closing_endings: tuple[str, ...]
    openers: frozenset[str]


class Measures(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The units of measures that are no deadlines, and what stands before a day of a month."""

    units: dict[Lang, dict[str, str]]
    others: dict[Lang, tuple[str, ...]]
    month_before: dict[Lang, str]


class Components(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``components.yaml``."""

    introduced: dict[Lang, str]
    roles: Phrases
    bodies: Phrases
    body_words: dict[Lang, frozenset[str]]
    before_kind: dict[Lang, tuple[str, ...]]
    body_joints: dict[Lang, frozenset[str]]
    body_of_state: dict[Lang, frozenset[str]]
    deadlines: Deadlines
    measures: Measures
    citations: dict[Lang, tuple[str, ...]]
    address_gap: str


@cache
def components() -> Components:
    """The words of all components."""
    return load(ROOT / "language" / "components.yaml", Components)


@cache
def introduced(lang: Lang) -> re.Pattern[str]:
    """A bracket that introduces a short name, on folded text."""
    return re.compile(components().introduced[lang], re.IGNORECASE)


@cache
def deadlines(lang: Lang) -> tuple[tuple[Shape, re.Pattern[str]], ...]:
    """The shapes of a deadline, each with its pattern on folded text."""
    words = components().deadlines
    since = rf"(?P<anchor>{either(words.anchors[lang])})\s+(?P<event>{words.event})"
    places = {
        "since": since,
        "amount": _amount(lang),
        "day": rf"(?P<amount>{_DAY})",
        "date": rf"(?P<date>{month_day_pattern(lang)})",
        "numbered": rf"(?P<numbered>{either(words.numbered_words[lang]) or _NEVER})",
    }
    return tuple(
        (one, re.compile(r"(?<!\w)" + _filled(one.shape, places), re.IGNORECASE))
        for one in words.shapes[lang]
    )


@cache
def event_before(name: str, lang: Lang) -> re.Pattern[str]:
    """An event at the end of the words in front of a deadline, on folded text."""
    words = components().deadlines
    shape = _filled(words.before[name], {"anchor": either(words.anchors[lang])})
    return re.compile(shape, re.IGNORECASE | re.DOTALL)


def _amount(lang: Lang) -> str:
    """So many days, working or calendar ones; the kind stands before the number or behind it."""
    words = components().deadlines
    kinds, units = either(words.days[lang]), either(words.units[lang])
    return (
        rf"(?:(?P<before>{kinds})\w*\s+)?(?<!\w)(?P<amount>\d{{1,3}}|{number_pattern(lang)})"
        rf"\s+(?:\([^()]{{1,20}}\)\s*)?(?:(?P<behind>{kinds})\w*\s+)?(?P<unit>{units})\w*"
    )


@cache
def citations(lang: Lang) -> tuple[re.Pattern[str], ...]:
    """The shapes in which acts are cited, on folded text, the fullest first."""
    places = {"date": date_pattern(lang), "type": rf"(?<!\w){act_pattern(lang)}"}
    return tuple(
        re.compile(_filled(shape, places), re.IGNORECASE) for shape in components().citations[lang]
    )


def _filled(shape: str, places: dict[str, str]) -> str:
    """The shape with the patterns in their places; its other braces are counts."""
    for name, pattern in places.items():
        shape = shape.replace(f"{{{name}}}", pattern)
    return shape


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, blanks between them as they come."""
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, fold(word).split())) for word in longest_first)
