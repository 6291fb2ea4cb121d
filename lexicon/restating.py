"""References said with other numbers: "7 және 8-қосымшаларына" of which 8 has become 9.

Only the numbers change, each in its place: the words beside them keep their endings. A list that
ran upwards runs upwards again; a range whose numbers no longer follow one another becomes a list.
An ordinal in words keeps its case and its gender.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise

import msgspec
from msgspec.structs import replace

from lexicon.citing import Reference, Said, references_in
from lexicon.folding import fold
from lexicon.ordinals import LARGEST, NoOrdinalError, ordinal, read_ordinal
from lexicon.references import DEPTH, Mention
from lexicon.ru.tables import CASES
from lexicon.unit_words import unit_file
from model import Lang, Target

# The new number of what stands at an address, or None where it keeps its own.
NewNumber = Callable[[Reference, Target], str | None]
_LISTED = re.compile(r"\d+(?:-\d+)*|(?<![^\W\d_])[IVX\u0406\u0425]+(?![^\W\d_])")
_RANGE = re.compile(r"\)?\s+-\s+|\)\s*-\s*")
_WORD = re.compile(r"[^\W\d_]+")
_UNCHANGED = {"part", "item", "title", "preamble", "attachment"}
_GENDERS = ("m", "f", "n", "p")


class Change(msgspec.Struct, frozen=True):
    """One reference as it was and as it is now, and where it began in the old text."""

    start: int
    old: str
    new: str


class Restated(msgspec.Struct, frozen=True):
    """A text with its references as they are to be said now, and what was changed in it."""

    text: str
    changes: tuple[Change, ...] = ()


def restated(text: str, lang: Lang, new_number: NewNumber) -> Restated:
    """The text with every number exchanged for which ``new_number`` gives another one."""
    changes: list[Change] = []
    pieces: list[str] = []
    at = 0
    for reference in references_in(text, lang):
        said = _said_anew(text, reference, lang, new_number)
        old = text[reference.start : reference.end]
        if said == old:
            continue
        changes.append(Change(reference.start, old, said))
        pieces += [text[at : reference.start], said]
        at = reference.end
    return Restated("".join([*pieces, text[at:]]), tuple(changes))


def _said_anew(text: str, reference: Reference, lang: Lang, new_number: NewNumber) -> str:
    pieces, at = [], reference.start
    for said in reference.said:
        for mention in sorted(said.named, key=lambda one: one.start):
            new = _numbers(mention, said, reference, new_number)
            words = text[mention.start : mention.end]
            if new is not None:
                words = _exchanged(words, new, lang)
            pieces += [text[at : mention.start], words]
            at = mention.end
    return "".join([*pieces, text[at : reference.end]])


def _numbers(
    mention: Mention, said: Said, reference: Reference, new_number: NewNumber
) -> dict[str, str] | None:
    """Old numbers to new ones for the unit; ``None`` where none of them changes."""
    if mention.unit in _UNCHANGED:
        return None
    scope = _around(mention, said)
    found = {
        number: new_number(reference, replace(scope, **{mention.unit: number})) or number
        for number in mention.numbers
    }
    return found if any(old != new for old, new in found.items()) else None


def _around(mention: Mention, said: Said) -> Target:
    """The address of what the unit stands in: what is said beside it and what is shared."""
    if mention.unit == "appendix":
        return Target()
    depth = DEPTH.index(mention.unit)
    outer = {
        one.unit: one.numbers[0] for one in said.named if one.unit in DEPTH[1:depth] and one.numbers
    }
    shared = {unit: getattr(said.scope, unit) for unit in DEPTH[1:depth]}
    return Target(**{**shared, **outer})


def _exchanged(words: str, new: dict[str, str], lang: Lang) -> str:
    found = list(_LISTED.finditer(words))
    if not found:
        return _in_words(words, new, lang)
    ranges = [_RANGE.fullmatch(fold(words[one.end() : two.start()])) is not None
              for one, two in pairwise(found)]  # fmt: skip
    if any(ranges):
        return _with_ranges(words, found, ranges, new, lang)
    said = [new.get(_plain(one[0]), one[0]) for one in found]
    if _rises([one[0] for one in found]):
        said.sort(key=_order)
    return _put(words, found, said)


def _plain(number: str) -> str:
    return fold(number).lower().translate(_latin()) if not number[0].isdigit() else number


@cache
def _latin() -> dict[int, str]:
    """Folded letters of Roman numbers with the Latin capitals they stand for."""
    return dict(zip(map(ord, fold("IVX").lower()), "IVX", strict=True))


def _put(words: str, found: Sequence[re.Match[str]], said: Sequence[str]) -> str:
    pieces, at = [], 0
    for one, number in zip(found, said, strict=True):
        pieces += [words[at : one.start()], number]
        at = one.end()
    return "".join([*pieces, words[at:]])


def _rises(numbers: Sequence[str]) -> bool:
    return list(numbers) == sorted(numbers, key=_order)


def _order(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", number))


def _with_ranges(
    words: str, found: list[re.Match[str]], ranges: list[bool], new: dict[str, str], lang: Lang
) -> str:
    """A list with ranges: each stays one where its numbers still follow one another."""
    runs = list(_runs(found, ranges, new))
    if all(len(run) == 1 or _follow(run) for run in runs):
        ends = [number for run in runs for number in (run[:1] if len(run) == 1 else _ends(run))]
        return _put(words, found, ends)
    numbers = sorted((number for run in runs for number in run), key=_order)
    closing = ")" if ")" in words[found[0].end() : found[0].end() + 1] else ""
    *first, last = [f"{number}{closing}" for number in numbers]
    listed = f"{', '.join(first)} {unit_file().joiner[lang]} {last}"
    behind = words[found[-1].end() :]
    return words[: found[0].start()] + listed + behind.removeprefix(closing)


def _runs(
    found: list[re.Match[str]], ranges: list[bool], new: dict[str, str]
) -> Iterator[list[str]]:
    """The new numbers of each member of the list: one, or all those of a range."""
    place = 0
    while place < len(found):
        if place < len(ranges) and ranges[place]:
            ends = (
                (int(found[place][0]), int(found[place + 1][0])) if _counts(found, place) else None
            )
            listed = [str(number) for number in range(ends[0], ends[1] + 1)] if ends else [
                found[place][0], found[place + 1][0]]  # fmt: skip
            yield [new.get(number, number) for number in listed]
            place += 2
        else:
            yield [new.get(_plain(found[place][0]), found[place][0])]
            place += 1


def _counts(found: list[re.Match[str]], place: int) -> bool:
    return found[place][0].isdecimal() and found[place + 1][0].isdecimal()


def _follow(run: list[str]) -> bool:
    return all(number.isdecimal() for number in run) and [int(one) for one in run] == list(
        range(int(run[0]), int(run[0]) + len(run))
    )


def _ends(run: list[str]) -> tuple[str, str]:
    return run[0], run[-1]


def _in_words(words: str, new: dict[str, str], lang: Lang) -> str:
    """Ordinals in words exchanged; one that has no words in the language is left."""
    for old, number in new.items():
        if old != number and number.isdecimal() and int(number) <= LARGEST:
            words = _ordinal_exchanged(words, int(old), int(number), lang)
    return words


def _ordinal_exchanged(words: str, old: int, new: int, lang: Lang) -> str:
    spoken = list(_WORD.finditer(words))
    for first in range(len(spoken)):
        for last in range(min(first + 1, len(spoken) - 1), first - 1, -1):
            start, end = spoken[first].start(), spoken[last].end()
            if read_ordinal(words[start:end].lower(), lang) == old:
                said = _agreeing(words[start:end].lower(), old, new, lang)
                said = said.capitalize() if words[start].isupper() else said
                return words[:start] + said + words[end:]
    return words


def _agreeing(said: str, old: int, new: int, lang: Lang) -> str:
    """The new ordinal in the case and gender of the old one."""
    if lang == "kk":
        return ordinal(new, lang)
    for case in CASES:
        for gender in _GENDERS:
            try:
                if ordinal(old, lang, case, gender) == said:
                    return ordinal(new, lang, case, gender)
            except NoOrdinalError:
                continue
    return said
