"""Deadlines: how much of what, working or calendar days, and from which event."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from spacy.language import Language
from spacy.tokens import Doc

from lexicon.folding import fold
from lexicon.language.patterns import Shape, components, deadlines, event_before
from lexicon.language.spans import Found, Value, declare, mark
from model import Lang

_BOUNDS = ',.;:()"'
_FARTHEST = 150  # characters in front of a deadline in which its event stands


class Event(msgspec.Struct, frozen=True):
    """Where the words of an event stand, and the word by which the term hangs on it."""

    start: int
    end: int
    anchor: str | None


class Deadlines:
    """Marks ``doc.spans["deadlines"]`` (``span._.deadline``).

    Values: ``amount`` (a number), ``unit`` (hour, day, week, month, quarter, year, day_of_month),
    ``days`` (working, calendar, ``None`` where the text does not say), ``bound`` (within,
    no_later, after, at_least_before), ``anchor`` (from_day, after, before) and ``event`` as
    written; the last two are ``None`` where no event is named.
    """

    def __init__(self, nlp: Language, lang: Lang) -> None:  # noqa: ARG002 - one shape for all
        declare("deadline")
        self._lang = lang
        words = components().deadlines
        said = words.amounts[lang] | words.days_of_month[lang]
        self._amounts = {fold(word): amount for word, amount in said.items()}
        self._units = {fold(stem): unit for stem, unit in words.units[lang].items()}
        self._days = {fold(stem): kind for stem, kind in words.days[lang].items()}
        self._anchors = {fold(said): kind for said, kind in words.anchors[lang].items()}

    def __call__(self, doc: Doc) -> Doc:
        """The document with its deadlines."""
        return mark(doc, "deadlines", "deadline", self._found(doc))

    def _found(self, doc: Doc) -> Iterator[Found]:
        folded = fold(doc.text)
        for shape, pattern in deadlines(self._lang):
            for match in pattern.finditer(folded):
                event = self._event(folded, match, shape)
                start = min(match.start(), event.start if event else match.end())
                value = self._value(match, shape)
                yield Found(start, match.end(), value | self._said(event, doc.text))

    def _value(self, match: re.Match[str], shape: Shape) -> Value:
        said = match.groupdict()
        kind = said.get("before") or said.get("behind")
        return {
            "amount": self._number(match["amount"]),
            "unit": shape.unit or self._units[match["unit"].lower()],
            "days": self._days[kind.lower()] if kind else None,
            "bound": shape.bound,
        }

    def _number(self, written: str) -> int:
        plain = " ".join(written.lower().split())
        return int(plain) if plain.isdecimal() else self._amounts[plain]

    def _event(self, folded: str, match: re.Match[str], shape: Shape) -> Event | None:
        """The event behind the deadline, or in the clause in front of it."""
        if shape.before is None:
            return _event_of(match, 0)
        clause = max(folded.rfind(sign, 0, match.start()) for sign in _BOUNDS) + 1
        clause = max(clause, match.start() - _FARTHEST)
        front = event_before(shape.before, self._lang).search(folded[clause : match.start()])
        return _event_of(front, clause) if front else None

    def _said(self, event: Event | None, text: str) -> Value:
        """How the term hangs on its event; without a word for it, it is counted back."""
        if event is None:
            return {"anchor": None, "event": None}
        words = " ".join(text[event.start : event.end].split())
        said = " ".join((event.anchor or "").lower().split())
        return {"anchor": self._anchors.get(said, "before"), "event": words}


def _event_of(match: re.Match[str], offset: int) -> Event | None:
    said = match.groupdict()
    if not said.get("event"):
        return None
    start, end = match.span("event")
    return Event(start + offset, end + offset, said.get("anchor"))
