"""Names of persons in the body of an act: "Абенов Ж.К." – "Абенова Ж.К.", initials as written.

A signature keeps its nominative (see ``inflect``); in a sentence ("возложить на …") a family name
is declined. A name on a consonant is declined for a man only, so where nothing tells the gender
it stays as it is.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from lexicon.data import ROOT, load
from lexicon.ru.declension import NOMINATIVE, as_written, check_case
from lexicon.ru.tables import CASES, plain

Five = tuple[str, str, str, str, str]  # the cases after the nominative
_WORD = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]+)*(?!\.)")
_MASCULINE, _FEMININE = "m", "f"


class NameEnding(msgspec.Struct, frozen=True):
    """A family of names by its ending."""

    gender: str
    ending: str
    forms: Five


class VowelName(msgspec.Struct, frozen=True):
    """Given names on a vowel."""

    ending: str
    forms: Five


class Consonants(msgspec.Struct, frozen=True):
    """Men's names on a consonant."""

    after: str
    forms: Five
    hushing: str
    hushing_forms: Five
    soft: dict[str, Five]


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``names.yaml``."""

    surnames: tuple[NameEnding, ...]
    consonants: Consonants
    vowels: tuple[VowelName, ...]
    women: tuple[str, ...]
    men: tuple[str, ...]
    patronymics: tuple[NameEnding, ...]


@cache
def names() -> Names:
    """The endings of names."""
    return load(ROOT / "ru" / "names.yaml", Names)


def inflect_name(name: str, case: str, gender: str | None = None) -> str:
    """The name of a person in ``case``; initials, and names that never change, stay.

    ``gender`` is m or f; ``None``: the name itself tells (a family name on -ова, a patronymic),
    and where it does not, a name on a consonant stays as it is.

    Raises:
        CannotInflectError: Russian has no such case.
    """
    check_case(name, case)
    if case == NOMINATIVE:
        return name
    known = gender or gender_of(name)
    return _WORD.sub(lambda found: _declined(found[0], case, known), name)


def gender_of(name: str) -> str | None:
    """The gender (m, f) by the name itself; ``None`` where it does not tell."""
    found = [plain(word) for word in _WORD.findall(name)]
    for word in found:
        if word.endswith(names().women):
            return _FEMININE
        if word.endswith(names().men):
            return _MASCULINE
    kinds = [kind for word in found if (kind := _ending_of(word)) is not None]
    return kinds[0].gender if kinds else None


def _ending_of(word: str, gender: str | None = None) -> NameEnding | None:
    fitting = [
        kind
        for kind in (*names().patronymics, *names().surnames)
        if word.endswith(kind.ending)
        and len(word) > len(kind.ending)
        and kind.gender in (gender or kind.gender)
    ]
    return max(fitting, key=lambda kind: len(kind.ending), default=None)


def _declined(word: str, case: str, gender: str | None) -> str:
    bare, place = plain(word), CASES.index(case) - 1
    if bare.endswith(names().women + names().men):
        return word
    kind = _ending_of(bare, gender)
    if kind is not None:
        return as_written(word, bare.removesuffix(kind.ending) + kind.forms[place])
    for given in names().vowels:
        if bare.endswith(given.ending):
            return as_written(word, bare.removesuffix(given.ending) + given.forms[place])
    return as_written(word, _on_consonant(bare, place)) if gender == _MASCULINE else word


def _on_consonant(word: str, place: int) -> str:
    shapes = names().consonants
    last = word[-1]
    if last in shapes.soft:
        return word[:-1] + shapes.soft[last][place]
    if last in shapes.hushing:
        return word + shapes.hushing_forms[place]
    return word + shapes.forms[place] if last in shapes.after else word
