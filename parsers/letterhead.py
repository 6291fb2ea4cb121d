"""A letterhead: the body, the kind of the act, its date, number and place line by line."""

from __future__ import annotations

import msgspec

from lexicon.formulas import Reading, read, search
from model import Lang
from parsers.text import Text

_LONGEST_PLACE = 40  # characters
_PARTS = ("head/date-alone", "head/number-alone", "head/place-alone")
_PLACE = "head/place-alone"


class Part(msgspec.Struct, frozen=True):
    """What one line of a letterhead says; a place says neither."""

    date: str | None = None
    number: str | None = None


def part_of(words: str, lang: Lang) -> Part | None:
    """What a line under the kind of the act says; ``None`` where it is no part of a letterhead."""
    found = next(filter(None, (read(name, words, lang) for name in _PARTS)), None)
    if found is None or not _is_place(found, words):
        return None
    return Part(found.slots.get("date"), found.slots.get("number"))


def _is_place(found: Reading, words: str) -> bool:
    """Whether the place, where the line names one, is short and has no figures of its own."""
    place = words if found.formula.id == _PLACE else found.slots.get("place") or ""
    return len(place) <= _LONGEST_PLACE and not any(map(str.isdigit, place))


def body_above(lines: list[Text], lang: Lang) -> Text | None:
    """The body that the lines over the kind of the act name; ``None`` where they name none."""
    if not lines:
        return None
    whole = Text.join(lines)
    named = search("basis/body", whole.chars, lang) and not read("title/any", whole.chars, lang)
    return whole if named else None
