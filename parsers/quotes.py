"""Where quoted new wording ends: over many paragraphs, with quotation marks inside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import msgspec

from lexicon.folding import fold
from lexicon.formulas import read_any
from model import Act, Lang
from model.tree import walk
from parsers.findings import Findings

_OPENING = re.compile(r'(?:^|(?<=[\s(]))"\w')
_CLOSING = re.compile(r'"\s*[;.,]{0,2}$')


class Quote(msgspec.Struct, frozen=True):
    """A quotation over the paragraphs ``start`` to ``end`` (excluded); ``closed`` by a mark."""

    start: int
    end: int
    closed: bool


def opens_quote(words: str) -> bool:
    """Whether a paragraph begins with a quotation mark."""
    return fold(words).lstrip().startswith('"')


def introduces_quote(words: str) -> bool:
    """Whether new wording may follow: an instruction that gives it ends with a colon."""
    return words.rstrip().endswith(":")


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
    """Whether a paragraph is an amending instruction and not new wording."""
    return not opens_quote(words) and read_any("amend", words, lang) is not None


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
