"""The requisites of an act: its type, the body that issued it, its date and number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from lexicon.formulas import Reading, read, search
from model import JointParty, Lang

# The exact shapes first: those further down take any words for the body.
_SHAPES = (
    "head/requisites-joint",
    "head/requisites-acting",
    "head/requisites-session",
    "head/requisites",
    "head/requisites-as-written",
    "head/requisites-doubtful",
    "head/requisites-numberless",
    "head/requisites-bodiless",
    "head/requisites-bare",
    "head/date-line",
)
_AS_WRITTEN, _BARE, _LINE = "head/requisites-as-written", "head/requisites-bare", "head/date-line"
_NUMBERLESS, _SESSION = "head/requisites-numberless", "head/requisites-session"
_FIGURE = re.compile(r"\d")
_ORDERS = {"order", "joint_order"}
_LONGEST_PLACE = 40  # characters


class Requisites(msgspec.Struct, frozen=True):
    """What a requisites line says.

    ``doubtful`` is a date that names no certain day, as written; ``as_written`` where the body
    could not be put into the nominative. ``joint`` is filled for an act of several bodies.
    """

    type: str | None = None
    issuer: str | None = None
    date: str | None = None
    number: str | None = None
    joint: tuple[JointParty, ...] = ()
    doubtful: str | None = None
    as_written: bool = False


@lru_cache(maxsize=16)  # a line of a head is asked by several readers in a row
def requisites_of(words: str, lang: Lang) -> Requisites | None:
    """The requisites that a whole line states; ``None`` where it states none."""
    readings = (read(name, words, lang) for name in _SHAPES)
    found = (_requisites(reading, lang) for reading in readings if reading)
    return next((one for one in found if one), None)


def _requisites(reading: Reading, lang: Lang) -> Requisites | None:
    """The requisites of one shape; ``None`` where a loose shape caught other words."""
    slots, name = reading.slots, reading.formula.id
    if name == _LINE and not _is_place(slots.get("place"), lang):
        return None
    if name == _NUMBERLESS and _FIGURE.search(slots["issuer"] or ""):
        return None
    if name == _BARE and not _is_body(slots["issuer"] or "", lang):
        return None
    if "rest" in slots:
        return _joint(reading, lang)
    return Requisites(
        slots.get("act"),
        _issuer(reading, lang),
        slots.get("date"),
        slots.get("number"),
        doubtful=slots.get("doubtful"),
        as_written=name == _AS_WRITTEN,
    )


def _is_place(words: str | None, lang: Lang) -> bool:
    return words is None or (
        len(words) <= _LONGEST_PLACE
        and any(map(str.isupper, words))
        and not search("basis/body", words, lang)
        and not search("basis/closer", words, lang)
    )


def _is_body(words: str, lang: Lang) -> bool:
    return bool(search("basis/body", words, lang)) and not read("title/any", words, lang)


def _issuer(reading: Reading, lang: Lang) -> str | None:
    issuer = reading.slots.get("issuer")
    if issuer and reading.formula.id == _SESSION:
        issuer = _with_place(issuer, reading.slots.get("place"), lang)
    return without_region(issuer, lang) if issuer else None


def _with_place(issuer: str, place: str | None, lang: Lang) -> str:
    """The body with its place, where the convocation stands between the two."""
    words = (place, issuer) if lang == "kk" else (issuer, place)
    return " ".join(filter(None, words))


def _joint(first: Reading, lang: Lang) -> Requisites | None:
    """The requisites of a joint act; ``None`` where what follows the first body is no other one."""
    readings = [first, *_others(first.slots["rest"] or "", lang)]
    if len(readings) == 1 or readings[-1].slots.get("rest"):
        return None
    parties = tuple(_parties(readings, lang))
    kind = parties[0].type
    if kind in _ORDERS and all(party.type in _ORDERS for party in parties):
        kind = "joint_order"
    return Requisites(kind, parties[0].issuer, parties[0].date, parties[0].number, parties)


def _others(rest: str, lang: Lang) -> Iterator[Reading]:
    """The bodies after the first one, until the words are at an end or are not understood."""
    while rest and (reading := read("head/party", rest, lang)):
        yield reading
        rest = reading.slots.get("rest") or ""


def _parties(readings: list[Reading], lang: Lang) -> Iterator[JointParty]:
    """The parties; one that names no act of its own shares it with its neighbour.

    Kazakh names the act that they share behind the last of them, Russian before the first;
    where two acts are named together, the second is that of the ``last`` body.
    """
    kinds = [reading.slots.get("act") for reading in readings]
    for place, reading in enumerate(readings):
        near = kinds[place:] if lang == "kk" else kinds[place::-1]
        kind = reading.slots.get("last") or next((one for one in near if one), None)
        yield JointParty(
            _issuer(reading, lang),
            kind,  # type: ignore[arg-type]  # the word file holds the model's types
            reading.slots["date"],
            reading.slots["number"],
        )


def without_region(issuer: str, lang: Lang) -> str:
    """The body alone where the header names the region of a local body before (kk) or after it."""
    found = read("issuer/with-region", issuer, lang)
    if found is None or not search("issuer/local", found.slots["issuer"] or "", lang):
        return issuer
    return found.slots["issuer"] or issuer
