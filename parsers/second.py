"""A second act of the same language in one source: told by its head, and cut off by name."""

from __future__ import annotations

import re

from lexicon.formulas import read, read_any
from parsers.bilingual import is_requisites, unquoted
from parsers.blocks import Block, Paragraph, together
from parsers.drafts import Desk
from parsers.preamble import enacting_word, first_enacting
from parsers.text import Text

SECOND_ACT = "second-act"
_HEAD = 8  # blocks between the title of an act and its enacting word
_CLAUSE = re.compile(r"1\.\s*[^\W\d]")


def without_second_act(blocks: list[Block], desk: Desk) -> list[Block]:
    """The blocks of the first act; a second one is dropped whole, and that is an error.

    Which of two acts was meant only the reader can say; both in one would be a false text.
    """
    start = _second_start(blocks, desk)
    if start is None:
        return blocks
    second = Text.join((text for block in blocks[start:] for text in block.texts()), "\n")
    desk.findings.say(SECOND_ACT, second.span, words=second.chars)
    desk.ledger.drop(second, SECOND_ACT)
    return blocks[:start]


def _second_start(blocks: list[Block], desk: Desk) -> int | None:
    """Where the head of a second act begins; ``None`` where there is one act."""
    first = enacting_word(blocks, desk)
    if first is None:
        return None
    floor = first.block + 1
    telling = sorted(together(blocks, desk.lang).telling_any("enacting"))
    while second := first_enacting(blocks, (at for at in telling if at >= floor), desk):
        start = _head_start(blocks, floor, second.at, desk)
        if start is not None:
            return start
        floor = second.block + 1
    return None


def _head_start(blocks: list[Block], floor: int, verb: int, desk: Desk) -> int | None:
    """The first line of the head that ends at ``verb``; ``None`` where that is no head."""
    above = range(verb - 1, max(floor, verb - _HEAD) - 1, -1)
    stamped = next((at for at in above if _is(blocks[at], "requisites", desk)), None)
    titled = [at for at in above if _is(blocks[at], "title", desk)]
    if stamped is None and not (titled and _clause_below(blocks, verb)):
        return None
    own = unquoted(blocks[: verb + 1])  # asked last: it looks through all of the blocks
    if not own or own[-1] is not blocks[verb]:
        return None
    start = min([at for at in (stamped, *titled) if at is not None])
    while start > floor and _is(blocks[start - 1], "status", desk):
        start -= 1
    return start


def _is(block: Block, what: str, desk: Desk) -> bool:
    if not isinstance(block, Paragraph):
        return False
    if what == "requisites":
        return is_requisites(block.words, desk.lang)
    if what == "title":
        return bool(read("title/any", block.words, desk.lang))
    return bool(read_any("status", block.words, desk.lang))


def _clause_below(blocks: list[Block], verb: int) -> bool:
    below = blocks[verb + 1 : verb + 2]
    return bool(below) and isinstance(below[0], Paragraph) and bool(_CLAUSE.match(below[0].words))
