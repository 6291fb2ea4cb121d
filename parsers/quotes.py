"""Where quoted new wording ends: over many paragraphs, with quotation marks inside it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Container, Iterator, Sequence
from itertools import accumulate

import msgspec

from lexicon.folding import fold
from lexicon.instructions import orders
from model import Act, Lang
from parsers.findings import Findings

_OPENING = re.compile(r'(?:^|(?<=[\s(]))"\w')
_NUMBERED = re.compile(r'"\s*\d')
_CLOSING = re.compile(r'"\s*[;.,]{0,2}$')
_INLINE = re.compile(r':\s*(?=")')


class Quote(msgspec.Struct, frozen=True):
    """A quotation over the paragraphs ``start`` to ``end`` (excluded); ``closed`` by a mark.

    It begins ``offset`` characters into its first paragraph, behind the instruction.
    """

    start: int
    end: int
    closed: bool
    offset: int = 0


class Source(msgspec.Struct, frozen=True):
    """The paragraphs of an amending act; at the places of ``tables`` stands a table's text."""

    paragraphs: Sequence[str]
    lang: Lang
    tables: Container[int] = frozenset()

    def is_instruction(self, place: int) -> bool:
        """Whether an amending instruction stands at ``place``."""
        return place not in self.tables and is_instruction(self.paragraphs[place], self.lang)


def instructions_in(source: Source, start: int = 0) -> Iterator[tuple[int, tuple[Quote, ...]]]:
    """Each paragraph from ``start`` that is no new wording, with the quotations that follow it."""
    at = start
    while at < len(source.paragraphs):
        quotes = tuple(_wording_after(source, at))
        yield at, quotes
        at = quotes[-1].end if quotes else at + 1


def _wording_after(source: Source, at: int) -> Iterator[Quote]:
    """The quotations that an instruction with a colon introduces: one, or one per element."""
    start = at + 1
    inline = _inline(source, at)
    if inline:
        first = quote_at(source.paragraphs, at, source.is_instruction, inline)
        yield first
        start = first.end
    elif not source.paragraphs[at].rstrip().endswith(":"):
        return
    count = int(bool(inline))
    while start < len(source.paragraphs) and _is_wording(source, start, first=not count):
        quote = _table_or_quote(source, start)
        yield quote
        start, count = quote.end, count + 1


def _inline(source: Source, at: int) -> int:
    """Where in the paragraph of an instruction its new wording begins; 0 where it does not."""
    words = fold(source.paragraphs[at])
    if at in source.tables or words.startswith('"'):
        return 0
    places = (found.end() for found in _INLINE.finditer(words))
    return next((place for place in places if is_instruction(words[:place], source.lang)), 0)


def _table_or_quote(source: Source, start: int) -> Quote:
    if start in source.tables and not fold(source.paragraphs[start]).lstrip().startswith('"'):
        return Quote(start, start + 1, closed=True)
    return quote_at(source.paragraphs, start, source.is_instruction)


def _is_wording(source: Source, at: int, *, first: bool) -> bool:
    words = fold(source.paragraphs[at]).lstrip()
    if at in source.tables:
        return source.is_instruction(at - 1) or not first
    if not words.startswith('"') or source.is_instruction(at):
        return False
    if not first or _NUMBERED.match(words) or not words.endswith(":"):
        return True
    # A scope line may begin with a quoted name; only an instruction gives wording after it.
    return source.is_instruction(at - 1)


def quote_at(
    paragraphs: Sequence[str], start: int, stops: Callable[[int], bool], offset: int = 0
) -> Quote:
    """The quotation that begins at ``start``, ``offset`` characters into that paragraph.

    Nested marks make the sum of marks odd until the one that closes the whole; a paragraph that
    is itself an instruction ends the quotation even where that mark was forgotten, or where two
    marks that meet are written as one.
    """
    marks = 0
    for place in range(start, len(paragraphs)):
        if place > start and stops(place):
            return Quote(start, place, _is_closed(paragraphs, start, place), offset)
        words = fold(paragraphs[place])[offset if place == start else 0 :]
        marks += words.count('"')
        if marks % 2 == 0 and _CLOSING.search(words.rstrip()):
            return Quote(start, place + 1, closed=True, offset=offset)
    closed = _is_closed(paragraphs, start, len(paragraphs))
    return Quote(start, len(paragraphs), closed, offset)


class Closings:
    """Where quotations of some paragraphs close: asked of each of them, looked for once."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self._paragraphs = paragraphs
        folded = list(map(fold, paragraphs))
        # A mark closes what began with as many marks before it, but for pairs.
        self._marks = list(accumulate((words.count('"') for words in folded), initial=0))
        self._ends: tuple[list[int], list[int]] = ([], [])
        for place, words in enumerate(folded, 1):
            if _CLOSING.search(words.rstrip()):
                self._ends[self._marks[place] % 2].append(place)

    def quote(self, start: int) -> Quote:
        """``quote_at`` of a paragraph where nothing but a mark ends the quotation."""
        ends = self._ends[self._marks[start] % 2]
        first = bisect_right(ends, start)
        if first < len(ends):
            return Quote(start, ends[first], closed=True)
        whole = len(self._paragraphs)
        return Quote(start, whole, _is_closed(self._paragraphs, start, whole))


def _is_closed(paragraphs: Sequence[str], start: int, end: int) -> bool:
    """Whether the last paragraph ends in a mark that closes a name and the whole at once."""
    words = fold(paragraphs[end - 1]).rstrip()
    closing = _CLOSING.search(words)
    return closing is not None and (end - 1 > start or words.count('"') > 1)


def is_instruction(words: str, lang: Lang) -> bool:
    """Whether a paragraph is an amending instruction; one on words may begin with a quotation."""
    return bool(orders(words, lang))


def say_unclosed_quotes(act: Act, findings: Findings) -> None:
    """Say of every paragraph whose last quotation mark opens and is closed by none.

    An odd sum of marks alone says nothing: where a quoted name ends or begins a quoted title,
    custom lets their two marks stand as one.
    """
    waiting = [*act.body, *(node for one in act.attachments for node in one.body)][::-1]
    while waiting:
        node = waiting.pop()
        waiting += node.children[::-1]
        words = fold(node.text or "")
        last = words.rfind('"')
        if last >= 0 and words.count('"') % 2 and _OPENING.search(words, max(last - 1, 0)):
            findings.say("unclosed-quote", node.span, words=(node.text or "")[last:])
