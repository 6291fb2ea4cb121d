"""From which event a deadline runs: where its words begin and end.

A deadline says so in front of itself (Kazakh) or behind (Russian); punctuation bounds the event,
and within it verbs that belong to the rest of the sentence.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from lexicon.folding import fold
from lexicon.language.patterns import Shape, components, event_before
from model import Lang

_BOUNDS = ',.;:"'
_BRACKETS = re.compile(r"\([^()]{0,120}\)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FARTHEST = 150  # characters in front of a deadline in which its event stands
_FEWEST = 2  # words that an event keeps


class Event(msgspec.Struct, frozen=True):
    """Where the words of an event stand, and the word by which the term hangs on it."""

    start: int
    end: int
    anchor: str | None


def event_of(folded: str, match: re.Match[str], shape: Shape, lang: Lang) -> Event | None:
    """The event of a deadline; ``None`` where none is named."""
    if shape.before is None:
        found = _named(match, 0)
        return _up_to_verb(folded, found) if found else None
    begins = max(0, match.start() - 2 * _FARTHEST)
    plain = _BRACKETS.sub(lambda aside: " " * len(aside[0]), folded[begins : match.start()])
    clause = max(plain.rfind(sign) for sign in (*_BOUNDS, "(", ")")) + 1
    clause = max(clause, len(plain) - _FARTHEST)
    ways = (shape.before, "loose") if shape.before == "anchored" else (shape.before,)
    fronts = (event_before(way, lang).search(plain[clause:]) for way in ways)
    front = next((one for one in fronts if one), None)
    found = _named(front, begins + clause) if front else None
    return _without_front(folded, found) if found else None


def _named(match: re.Match[str], offset: int) -> Event | None:
    said = match.groupdict()
    if not said.get("event"):
        return None
    start, end = match.span("event")
    return Event(start + offset, end + offset, said.get("anchor"))


def _up_to_verb(folded: str, event: Event) -> Event | None:
    """Russian: the event without the verb behind it and what that leaves hanging."""
    words = list(_WORD.finditer(folded, event.start, event.end))
    verb = next((n for n, word in enumerate(words) if n and _is_verb(word[0].lower())), len(words))
    kept = words[:verb]
    while kept and kept[-1][0].lower() in components().deadlines.hanging:
        kept.pop()
    if not kept:
        return None
    end = event.end if len(kept) == len(words) else kept[-1].end()
    return msgspec.structs.replace(event, end=end)


def _is_verb(word: str) -> bool:
    words = components().deadlines
    return word.endswith(words.verb_endings) and word not in words.no_verbs


def _without_front(folded: str, event: Event) -> Event:
    """Kazakh: the event without what stands in front of it in the same clause.

    "Мәслихат төрағасы қызметшінің өтініші түскен": the event begins behind the subject.
    """
    words = list(_WORD.finditer(folded, event.start, event.end))
    said = [word[0].lower() for word in words]
    first = max((n + 1 for n in range(len(words) - 1) if _closes(said, n)), default=0)
    opens = [n for n in range(first, len(words)) if said[n] in _folded("openers")]
    first = opens[-1] if opens else first
    if words and words[first][0].isupper() and len(words) - first > _FEWEST:
        first += 1  # НМИ: what is set, not what happens
    start = words[first].start() if first else event.start
    return msgspec.structs.replace(event, start=start)


def _closes(said: list[str], place: int) -> bool:
    """Whether an event can begin behind the word at ``place``."""
    if " ".join(said[max(0, place - 1) : place + 1]) in _folded("closers"):
        return True
    word = said[place]
    return word in _folded("closers") or word.endswith(_folded("closing_endings"))


@cache
def _folded(kind: str) -> tuple[str, ...]:
    """Words of a kind as folded text has them."""
    return tuple(fold(word) for word in getattr(components().deadlines, kind))
