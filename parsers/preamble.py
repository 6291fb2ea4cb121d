"""The preamble: the legal bases, the body that decides, and the enacting word that closes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise

import msgspec

from lexicon.data import words as data_words
from lexicon.formulas import group, may_hold, read, search
from lexicon.slots import NUMBER
from model import JointParty, Lang, Preamble
from parsers.blocks import Block, Paragraph
from parsers.citations import citations_of
from parsers.drafts import Desk
from parsers.text import Text

_VERB_ALONE = 2  # words: an enacting word without the body that decides
_LONGEST_BODY = 200  # characters
_CLAUSE = re.compile(r"\d+\.")
_CLOSED = re.compile(r"\s*(?:[:;.]?\s*$|:|[-\u2013]\s*$|\d+\.\s)")


class Verb(msgspec.Struct, frozen=True, order=True):
    """An enacting word: its place in a text, and which act type it makes."""

    start: int
    end: int
    type: str


class Enacting(msgspec.Struct, frozen=True):
    """Where the enacting word stands: in which block (``at``), and which act type it makes.

    ``block`` is the last block of the head: notes on the preamble may follow the word.
    """

    block: int
    at: int
    type: str | None


def enacting_word(blocks: list[Block], desk: Desk, start: int = 0) -> Enacting | None:
    """The first enacting word from ``start`` on that closes a preamble; ``None`` if none does.

    Where there is none, a basis that ends in a colon over clause 1 closes the preamble.
    """
    found = first_enacting(blocks, range(start, len(blocks)), desk)
    return found or _basis_alone(blocks, start, desk)


def _basis_alone(blocks: list[Block], start: int, desk: Desk) -> Enacting | None:
    """The line over the first clause that closes a preamble without an enacting word."""
    places = range(start, len(blocks))
    clause = next((place for place in places if _CLAUSE.match(_words(blocks[place]))), start)
    above = max(clause - 1, start)
    while above > start and _is_note(blocks[above], desk):
        above -= 1
    over = _words(blocks[above - 1]) if above > start else ""
    wholes = (_words(blocks[above]), f"{over} {_words(blocks[above])}") if clause > start else ()
    if any(read("basis/alone", whole, desk.lang) for whole in wholes):
        return Enacting(clause - 1, above, None)
    return None


def _words(block: Block) -> str:
    return block.words if isinstance(block, Paragraph) else ""


def first_enacting(blocks: list[Block], places: Iterable[int], desk: Desk) -> Enacting | None:
    """The first enacting word at one of the places that closes a preamble."""
    for place in places:
        block = blocks[place]
        if isinstance(block, Paragraph) and (found := closing_word(block.words, desk)):
            return Enacting(_after_notes(blocks, place, desk), place, found.type)
    return None


def closing_word(text: str, desk: Desk) -> Verb | None:
    """An enacting word closes its preamble: a colon, the end, or the first clause follows."""
    return _closing(text, desk.lang)


@lru_cache(maxsize=8)  # while a head is read its preamble is asked again and again
def _closing(text: str, lang: Lang) -> Verb | None:
    if not may_hold("enacting", text, lang):
        return None
    verbs = (verb for verb in _verbs(text, lang) if _CLOSED.match(text, verb.end))
    return next(verbs, None)


def _verbs(text: str, lang: Lang) -> Iterator[Verb]:
    """Every enacting word in the text, each kind in its order."""
    for record in group("enacting"):
        at = 0
        while found := search(record.id, text[at:], lang):
            yield Verb(at + found.start, at + found.end, record.value or "")
            at += found.end


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
    verbs = _deciding(whole, whole.rindex(texts[-1].chars), desk)
    start, end = (verbs[0].start, verbs[0].end) if verbs else (len(whole), len(whole))
    return Preamble(whole, whole[start:end] or None, citations_of(whole[:start], desk.lang))


def _deciding(whole: str, last: int, desk: Desk) -> list[Verb]:
    """The enacting word of each body that decides: one, or several in a joint act.

    ``last`` is where the paragraph begins that holds the word that closes the preamble.
    """
    closing = closing_word(whole[last:], desk)
    if closing is None:
        return []
    chain = [Verb(last + closing.start, last + closing.end, closing.type)]
    for verb in sorted(_verbs(whole[: chain[0].start], desk.lang), reverse=True):
        if read("basis/another-body", whole[verb.end : chain[0].start], desk.lang):
            chain.insert(0, verb)
    return chain


def deciders(preamble: Preamble, desk: Desk) -> tuple[JointParty, ...]:
    """The bodies that decide, each with the type of its act; empty where no word enacts."""
    verbs = _deciding(preamble.text, 0, desk)
    bodies = [_first_body(preamble, verb, desk) for verb in verbs[:1]]
    for before, verb in pairwise(verbs):
        found = read("basis/another-body", preamble.text[before.end : verb.start], desk.lang)
        bodies.append(found.slots["body"] if found else None)
    return tuple(
        JointParty(body, verb.type)  # type: ignore[arg-type]  # word files hold these names
        for body, verb in zip(bodies, verbs, strict=True)
    )


def _first_body(preamble: Preamble, verb: Verb, desk: Desk) -> str | None:
    """The body named between the last legal basis and the enacting word; ``None`` if none is."""
    bases = preamble.text[: verb.start]
    if preamble.citations:
        last = preamble.citations[-1].text
        bases = bases[max(bases.rfind(last), 0) :].removeprefix(last)
    words = _after_closers(bases, desk)
    return " ".join(words.strip(" ,").split()) or None


def _after_closers(words: str, desk: Desk) -> str:
    """What follows the last basis: Kazakh closes a basis with a word, Russian opens it with one."""
    while closer := search("basis/closer", words, desk.lang):
        rest = words[closer.end :]
        words = rest if desk.lang == "kk" else _after_opened(rest, desk)
    return words


def _after_opened(rest: str, desk: Desk) -> str:
    """The Russian body behind a basis that is no act: behind its comma, number or words."""
    _, comma, behind = rest.rpartition(",")
    if comma:
        return _after_number(behind)
    body = search("basis/body", rest, desk.lang)
    if re.search(rf"№\s*{NUMBER}", rest) or body is None:
        return _after_number(rest)
    adjectives = _adjectives().search(rest, max(0, body.start - _LONGEST_BODY), body.start)
    return rest[adjectives.start() if adjectives else body.start :]


@cache
def _adjectives() -> re.Pattern[str]:
    """The adjectives in the nominative that close a text: "Акбулакский районный"."""
    endings = "|".join(data_words("citations")["ru"]["nominatives"])
    return re.compile(rf"(?:(?<!\S)[^\W\d_][^\W_]*(?:-[^\W\d_]+)*(?:{endings})\s+)+$")


def _after_number(words: str) -> str:
    """What follows the number of a paper that is no act: a protest, a representation."""
    numbers = list(re.finditer(rf"№\s*{NUMBER}", words))
    return words[numbers[-1].end() :] if numbers else words
