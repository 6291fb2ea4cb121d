"""The portal's card of an act: a table of names and values beside the text, or without it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any

import msgspec
from lxml import etree

from lexicon.acts import read_act_type
from lexicon.data import words
from lexicon.dates import date_pattern, read_date
from lexicon.folding import small
from lexicon.formulas import read_any
from model import LANGUAGES, Lang, Registration
from parsers.card import Card
from parsers.ledger import Ledger
from parsers.page_flow import Flow
from parsers.page_paths import words_in
from parsers.text import Text

_LEAST = 3  # names that are known: a form of an act may have one or two of them
_FIRST = 4  # rows, one of which has a known name
_TELLING = {"type", "issuer", "number"}  # of which a card has one
_READ = {"title", "type", "date", "number", "issuer", "registration", "registered", "status",
         "effective"}  # fmt: skip
_LONGEST = 200  # characters of a name
_SIGN = re.compile(r"\s*[№N]?\s*(?P<number>\S.*?)[\s.]*")
_REGISTERED = re.compile(r"\d[\w/-]*")


class Row(msgspec.Struct, frozen=True):
    """A row of a card; ``key`` is what it says, ``None`` where its name is not known."""

    key: str | None
    name: str
    value: str


class CardTable(msgspec.Struct, frozen=True):
    """The rows of a card with the language of its names."""

    lang: Lang
    rows: tuple[Row, ...]

    def said(self, key: str) -> str | None:
        """The value under a name, ``None`` where there is none."""
        return next((row.value for row in self.rows if row.key == key), None) or None


def taken_card(root: etree._Element) -> CardTable | None:
    """The card in a page, which is taken out of it; ``None`` where it has none."""
    for table in [*root.iter("table"), *root.iter("dl")]:
        card = _card_of(table)
        if card is not None:
            parent = table.getparent()
            if parent is not None:
                _take_out(table, parent)
            return card
    return None


def _take_out(table: etree._Element, parent: etree._Element) -> None:
    """Remove a table, but not the text behind it, which is its tail."""
    before = table.getprevious()
    if before is None:
        parent.text = (parent.text or "") + (table.tail or "")
    else:
        before.tail = (before.tail or "") + (table.tail or "")
    parent.remove(table)


def _card_of(table: etree._Element) -> CardTable | None:
    pairs = _pairs(table)
    first = list(islice(pairs, _FIRST))
    if not any(_key(name, lang) for name, _ in first for lang in LANGUAGES):
        return None
    rows = [*first, *pairs]
    return max(filter(None, (_read(rows, lang) for lang in LANGUAGES)), key=_known, default=None)


def _known(card: CardTable) -> int:
    return sum(row.key is not None for row in card.rows)


def _read(pairs: list[tuple[str, str]], lang: Lang) -> CardTable | None:
    rows = tuple(Row(_key(name, lang), name, value) for name, value in pairs)
    keys = {row.key for row in rows if row.key}
    if len(keys) < _LEAST or not keys & _TELLING or len(rows) > 2 * len(keys) + _LEAST:
        return None
    return CardTable(lang, rows)


def _pairs(table: etree._Element) -> Iterator[tuple[str, str]]:
    """Names and values: two cells of a row, or a term with its description."""
    for row in table.iter("tr", "dt"):
        if row.tag == "dt":
            value = row.getnext()
            cells = [row, value] if value is not None and value.tag == "dd" else []
        else:
            cells = [cell for cell in row if cell.tag in {"td", "th"}]
        if len(cells) == 2:  # noqa: PLR2004 - a name and its value
            yield words_in(cells[0]), words_in(cells[1])


def _key(name: str, lang: Lang) -> str | None:
    """What a row of this name says: by the longest of the known names that it begins with."""
    if len(name) > _LONGEST:
        return None
    found = _pattern(lang).match(small(name))
    return _names(lang)[found[0]] if found else None


@cache
def _names(lang: Lang) -> dict[str, str]:
    said: dict[str, Iterable[str]] = words("cards")[lang]
    return {small(name): key for key, names in said.items() for name in names}


@cache
def _pattern(lang: Lang) -> re.Pattern[str]:
    longest = sorted(_names(lang), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest)))


def card_of(table: CardTable, lang: Lang) -> Card:
    """What a card says of the act in ``lang``; names in the other language are left out."""
    own = table.lang == lang
    values: dict[str, Any] = {
        "type": _type(table.said("type"), table.lang),
        "status": _status(table.said("status"), table.lang),
    }
    return Card(
        title=table.said("title") if own else None,
        issuer=table.said("issuer") if own else None,
        date=_date(table.said("date"), table.lang),
        number=_number(table.said("number")),
        registration=_registration(table),
        effective=_date(table.said("effective"), table.lang),
        **values,
    )


def _type(said: str | None, lang: Lang) -> str | None:
    kind = read_act_type(said, lang) if said else None
    return None if kind == "code" else kind


def _status(said: str | None, lang: Lang) -> str | None:
    reading = read_any("status", said, lang) if said else None
    return reading.formula.value if reading else None


def _date(said: str | None, lang: Lang) -> str | None:
    found = re.search(date_pattern(lang), small(said)) if said else None
    return read_date(found[0], lang) if found else None


def _number(said: str | None) -> str | None:
    """The number as written, without the sign before it; ``None`` where there is no figure."""
    found = _SIGN.fullmatch(said) if said and re.search(r"\d", said) else None
    return found["number"] if found else None


def _registration(table: CardTable) -> Registration | None:
    """The number in the register and its day, each in a row of its own or both in one."""
    said = table.said("registration")
    day = _date(table.said("registered"), table.lang) or _date(said, table.lang)
    number = _REGISTERED.search(said) if said else None
    return Registration(number[0], day) if number else None


class CardPlaces(msgspec.Struct, frozen=True):
    """A card's names and values as they stand in the text of its manuscript."""

    names: tuple[Text, ...]
    values: tuple[Text, ...]
    unused: tuple[Text, ...]

    def enter(self, ledger: Ledger) -> None:
        """Account for the card: its names are markers, rows that say nothing of ours are left."""
        for name in self.names:
            ledger.mark(name)
        for value in self.values:
            ledger.keep(value)
        for row in self.unused:
            ledger.drop(row, "card")


def laid_out_card(table: CardTable, flow: Flow) -> CardPlaces:
    """The card written behind what was laid out, and where it stands."""
    known = [row for row in table.rows if row.key in _READ]
    others = [row for row in table.rows if row.key not in _READ]
    return CardPlaces(
        tuple(flow.aside(row.name) for row in known),
        tuple(flow.aside(row.value) for row in known if row.value),
        tuple(flow.aside(f"{row.name} {row.value}".strip()) for row in others),
    )
