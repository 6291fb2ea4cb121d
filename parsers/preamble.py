"""The preamble: the legal bases, the body that decides, and the enacting word that closes it."""

from __future__ import annotations

import re

import msgspec

from lexicon.formulas import Reading, group, read, search
from lexicon.slots import NUMBER
from model import Preamble
from parsers.blocks import Block, Paragraph
from parsers.citations import citations_of
from parsers.drafts import Desk
from parsers.text import Text

_VERB_ALONE = 2  # words: an enacting word without the body that decides
_CLOSED = re.compile(r"\s*(?:[:;.]?\s*$|:|[-\u2013]\s*$|\d+\.\s)")


class Enacting(msgspec.Struct, frozen=True):
    """Where the enacting word stands: in which block (``at``), and which act type it makes.

    ``block`` is the last block of the head: notes on the preamble may follow the word.
    """

    block: int
    at: int
    type: str


def enacting_word(blocks: list[Block], desk: Desk) -> Enacting | None:
    """The first enacting word that closes a preamble; ``None`` where there is none."""
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph) and (found := _enacting_in(block.words, desk)):
            return Enacting(_after_notes(blocks, place, desk), place, found[2])
    return None


def _enacting_in(text: str, desk: Desk) -> tuple[int, int, str] | None:
    """An enacting word closes its preamble: a colon, the end, or the first clause follows."""
    for record in group("enacting"):
        found: Reading | None = search(record.id, text, desk.lang)
        if found and _CLOSED.match(text, found.end):
            return found.start, found.end, record.value or ""
    return None


def _after_notes(blocks: list[Block], place: int, desk: Desk) -> int:
    """The last of the editorial notes that stand between the enacting word and the clauses."""
    while place + 1 < len(blocks) and _is_note(blocks[place + 1], desk):
        place += 1
    return place


def _is_note(block: Block, desk: Desk) -> bool:
    return isinstance(block, Paragraph) and bool(read("note/editorial", block.words, desk.lang))


def preamble_lines(loose: list[Text], verb: Text, desk: Desk) -> int:
    """How many of the last lines before the enacting one belong to the preamble.

    They are told by their bases, or by the body that stands alone before the word.
    """
    count = 0
    while count < len(loose) and _belongs(loose[-1 - count].chars, verb, count, desk):
        count += 1
    return count


def _belongs(words: str, verb: Text, below: int, desk: Desk) -> bool:
    if read("title/any", words, desk.lang):
        return False
    if search("basis/closer", words, desk.lang):
        return True
    alone = below == 0 and len(verb.chars.split()) <= _VERB_ALONE
    return alone and bool(search("basis/body", words, desk.lang))


def read_preamble(texts: list[Text], desk: Desk) -> Preamble:
    """The preamble of its paragraphs, the last of which holds the enacting word."""
    whole = desk.ledger.keep(Text.join(texts))
    shift = whole.rindex(texts[-1].chars)
    found = _enacting_in(texts[-1].chars, desk)
    start, end = (found[0] + shift, found[1] + shift) if found else (len(whole), len(whole))
    return Preamble(whole, whole[start:end] or None, citations_of(whole[:start], desk.lang))


def deciding_body(preamble: Preamble, desk: Desk) -> str | None:
    """The body named between the last legal basis and the enacting word; ``None`` if none is."""
    bases = preamble.text[: preamble.text.rindex(preamble.enacting or "")]
    if preamble.citations:
        last = preamble.citations[-1].text
        bases = bases[bases.rindex(last) + len(last) :]
    words = _after_closers(bases, desk)
    return " ".join(words.strip(" ,").split()) or None


def _after_closers(words: str, desk: Desk) -> str:
    """What follows the last basis: Kazakh closes a basis with a word, Russian opens it with one."""
    while closer := search("basis/closer", words, desk.lang):
        rest = words[closer.end :]
        words = rest if desk.lang == "kk" else _after_number(rest.rpartition(",")[2])
    return words


def _after_number(words: str) -> str:
    """What follows the number of a paper that is no act: a protest, a representation."""
    numbers = list(re.finditer(rf"№\s*{NUMBER}", words))
    return words[numbers[-1].end() :] if numbers else words
