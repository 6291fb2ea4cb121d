"""What one line of an amending act orders: one instruction, or several, each after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import msgspec

from lexicon.amending import noun_pattern, verb_pattern
from lexicon.data import words
from lexicon.folding import fold
from lexicon.formulas import Reading, group, read, read_any, search
from lexicon.mentions import mentioned, unit_of
from lexicon.quotations import Masked, masked
from model import Lang

_LONGEST = 1500  # characters without quotations; instructions have a few hundred at most
_MOST_PARTS = 24  # instructions in one line
_MARKER = re.compile(r"\s*(?P<marker>\d{1,3}(?:-\d+)*\)|[^\W\d_]\)|[-\u2022])\s*")
_TIDY = ((re.compile(r"\s+"), " "), (re.compile(r"\s*,(?=\s*(?:[,;:.]|$))"), ""))
_ADDRESSES = ("target", "where", "host", "own")


class Remarks(msgspec.Struct, frozen=True):
    """What is said besides: how far it reaches, in which text, from and until when."""

    throughout: bool = False
    only: Lang | None = None
    effective: str | None = None
    until: str | None = None


class Order(msgspec.Struct, frozen=True):
    """One thing that is ordered; its slots are words of the line without its quotations."""

    reading: Reading
    line: Masked
    remarks: Remarks

    @property
    def name(self) -> str:
        """The formula's own name: "insert-words-before"."""
        return self.reading.formula.id.partition("/")[2]

    @property
    def action(self) -> str:
        """What is done, as an operation calls it."""
        return self.reading.formula.value or ""

    def said(self, slot: str) -> str | None:
        """The words of a slot with what they quote; ``None`` where it is not there."""
        raw = self.reading.raw.get(slot)
        return None if raw is None else self.line.restored(raw)

    def quoted(self, slot: str) -> list[str]:
        """What a slot quotes, without the marks; the bare words where it quotes nothing."""
        raw = self.reading.raw.get(slot)
        if raw is None:
            return []
        return self.line.quoted(raw) or [raw.strip()]


@lru_cache(maxsize=2048)  # a line is asked about where quotations end, and then read
def orders(line: str, lang: Lang) -> tuple[Order, ...]:
    """Everything that the line orders, in its order; empty where it is no instruction."""
    if not verb_pattern(lang).search(fold(line)):
        return ()
    whole = masked(without_marker(line, lang), lang)
    if len(whole.text) > _LONGEST or not verb_pattern(lang).search(fold(whole.text)):
        return ()
    text, remarks = without_remarks(whole.text, lang)
    return tuple(Order(reading, whole, remarks) for reading in _readings(text, lang))


def without_remarks(text: str, lang: Lang) -> tuple[str, Remarks]:
    """The words of a line without its quotations and remarks, and what the remarks say."""
    found: dict[str, str | None] = {}
    for formula in group("remark"):
        while (remark := search(formula.id, text, lang)) and remark.end > remark.start:
            found.setdefault(formula.value or "", remark.slots.get("date"))
            text = f"{text[: remark.start]} {text[remark.end :]}"
    only: Lang | None = "kk" if "kk" in found else "ru" if "ru" in found else None
    remarks = Remarks("throughout" in found, only, found.get("effective"), found.get("until"))
    return _tidy(text), remarks


def _tidy(text: str) -> str:
    for pattern, plain in _TIDY:
        text = pattern.sub(plain, text)
    return text.strip(" ,")


def without_marker(line: str, lang: Lang) -> str:
    """The line without its own number in the amending act: "1) в пункте 3 …"."""
    return line[len(marker_of(line, lang) or "") :].strip()


def marker_of(line: str, lang: Lang) -> str | None:
    """The line's own number as it stands; a Kazakh line may begin with that of its target."""
    found = _MARKER.match(fold(line))
    if found is None or not line[found.end() :].strip():
        return None
    rest = fold(line[found.end() :]).lower()
    target = lang == "kk" and found["marker"][0].isdigit() and _goes_on().match(rest)
    return None if target else line[: found.end()]


@cache
def _goes_on() -> re.Pattern[str]:
    """What stands behind a number that belongs to the target: "11) тармақша", "11) және 12) …"."""
    data = words("references")["kk"]
    stems = "|".join(map(fold, (*data["subclause"], *data["and"])))
    return re.compile(rf"(?:[,-]|(?:{stems}))")


def _readings(text: str, lang: Lang) -> list[Reading]:
    whole = _one(text, lang)
    if whole is not None:
        return [whole]
    cuts = [found.span() for found in _cut(lang).finditer(text)][:_MOST_PARTS]
    return _parts(text, 0, (*cuts, (len(text), len(text))), lang, {}) or []


@cache
def _cut(lang: Lang) -> re.Pattern[str]:
    """What may stand between two instructions of one line."""
    ands = "|".join(map(re.escape, words("references")[lang]["and"]))
    return re.compile(rf"\s*[,;]\s*(?:(?:{ands})\s)?|\s(?:{ands})\s")


Cuts = tuple[tuple[int, int], ...]


def _parts(
    text: str, start: int, cuts: Cuts, lang: Lang, known: dict[int, list[Reading] | None]
) -> list[Reading] | None:
    """The instructions from ``start`` on; ``None`` where they cannot all be read."""
    if start not in known:
        known[start] = None
        for end, following in (cut for cut in cuts if cut[0] > start):
            first = _member(text[start:end].strip(), lang)
            rest = _parts(text, following, cuts, lang, known) if end < len(text) else []
            if first is not None and rest is not None:
                known[start] = [first, *rest]
                break
    return known[start]


def _member(text: str, lang: Lang) -> Reading | None:
    """One instruction of several; its verb may stand with another one."""
    return _one(text, lang) or read_any("elided", text, lang)


def _one(text: str, lang: Lang) -> Reading | None:
    """The instruction that ``text`` is, by the first formula that makes sense of all its words."""
    readings = (read(formula.id, text, lang) for formula in group("amend"))
    return next((one for one in readings if one and _makes_sense(one, lang)), None)


def _makes_sense(reading: Reading, lang: Lang) -> bool:
    """No verb and no other words are taken for a part of an address; a whole element is named."""
    for said in map(fold, _address_words(reading)):
        if verb_pattern(lang).search(said) or _noun_alone(lang).search(said):
            return False
    if "old" in reading.raw:
        return not _is_name(reading, lang)
    quoted_new = reading.raw.get("new", "").startswith('"')
    return quoted_new or bool(mentioned(reading.raw.get("target", ""), lang))


@cache
def _noun_alone(lang: Lang) -> re.Pattern[str]:
    return re.compile(noun_pattern(lang), re.IGNORECASE)


def _is_name(reading: Reading, lang: Lang) -> bool:
    """Whether the quotation is the name of a row or a column, not words to be changed."""
    beside = reading.raw.get("where" if lang == "kk" else "target", "").split()
    if not beside or "what" in reading.raw:
        return False
    unit = unit_of(fold(beside[0 if lang == "kk" else -1]).lower(), lang)
    return unit is not None and unit.unit in {"row", "column"}


def _address_words(reading: Reading) -> Iterator[str]:
    yield from (reading.raw[slot] for slot in _ADDRESSES if slot in reading.raw)
    new = reading.raw.get("new", "")
    if not new.startswith('"'):
        yield new
