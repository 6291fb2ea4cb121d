"""Where quoted new wording ends: over many paragraphs, with quotation marks inside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import msgspec

from lexicon.folding import fold
from lexicon.formulas import read_any
from model import Act, Lang
from model.tree import walk
from parsers.findings import Findings

_OPENING = re.compile(r'(?:^|(?<=[\s(]))"\w')
_NUMBERED = re.compile(r'"\s*\d')
_CLOSING = re.compile(r'"\s*[;.,]{0,2}$')


class Quote(msgspec.Struct, frozen=True):
    """A quotation over the paragraphs ``start`` to ``end`` (excluded); ``closed`` by a mark."""

    start: int
    end: int
    closed: bool


def instructions_in(
    paragraphs: Sequence[str], start: int, lang: Lang
) -> Iterator[tuple[int, tuple[Quote, ...]]]:
    """Each paragraph from ``start`` that is no new wording, with the quotations that follow it."""
    at = start
    while at < len(paragraphs):
        quotes = _wording_after(paragraphs, at, lang)
        yield at, quotes
        at = quotes[-1].end if quotes else at + 1


def _wording_after(paragraphs: Sequence[str], at: int, lang: Lang) -> tuple[Quote, ...]:
    """The quotations that an instruction with a colon introduces: one, or one per element."""
    if not paragraphs[at].rstrip().endswith(":"):
        return ()
    quotes: list[Quote] = []
    start = at + 1
    while start < len(paragraphs) and _is_wording(paragraphs, start, lang, first=not quotes):
        quotes.append(
            quote_at(paragraphs, start, lambda place: is_instruction(paragraphs[place], lang))
        )
        start = quotes[-1].end
    return tuple(quotes)


def _is_wording(paragraphs: Sequence[str], at: int, lang: Lang, *, first: bool) -> bool:
    words = fold(paragraphs[at]).lstrip()
    if not words.startswith('"') or is_instruction(paragraphs[at], lang):
        return False
    if not first or _NUMBERED.match(words) or not words.endswith(":"):
        return True
    # A scope line may begin with a quoted name; only an instruction gives wording after it.
    return is_instruction(paragraphs[at - 1], lang)


def quote_at(paragraphs: Sequence[str], start: int, stops: Callable[[int], bool]) -> Quote:
    """The quotation that begins at ``start``.

    Nested marks make the sum of marks odd until the one that closes the whole; a paragraph that
    is itself an instruction ends the quotation even where that mark was forgotten.
    """
    marks = 0
    for place in range(start, len(paragraphs)):
        if place > start and stops(place):
            return Quote(start, place, closed=False)
        words = fold(paragraphs[place])
        marks += words.count('"')
        if marks % 2 == 0 and _CLOSING.search(words):
            return Quote(start, place + 1, closed=True)
    return Quote(start, len(paragraphs), closed=False)


def is_instruction(words: str, lang: Lang) -> bool:
    """Whether a paragraph is an amending instruction; one on words may begin with a quotation."""
    return read_any("amend", words, lang) is not None


def say_unclosed_quotes(act: Act, findings: Findings) -> None:
    """Say of every paragraph whose last quotation mark opens and is closed by none.

    An odd sum of marks alone says nothing: where a quoted name ends or begins a quoted title,
    custom lets their two marks stand as one.
    """
    for _, node in walk(act):
        words = fold(node.text or "")
        last = words.rfind('"')
        if words.count('"') % 2 and _OPENING.search(words, max(last - 1, 0)):
            findings.say("unclosed-quote", node.span, words=(node.text or "")[last:])
