"""Which blocks of an amending act are its instructions and the new wording they quote.

They are kept in the body as they are written, paragraph by paragraph; what they mean is said by
the operations. Clauses inside a quotation are not clauses of the amending act.
"""

from __future__ import annotations

import re

from lexicon.formulas import search
from parsers.blocks import Block, Paragraph
from parsers.drafts import Desk
from parsers.quotes import instructions_in

_CLAUSE = re.compile(r"(\d{1,3})\.(?!\d)")


def instruction_places(blocks: list[Block], desk: Desk) -> frozenset[int]:
    """The places of blocks that stand under an amending clause; empty in other acts."""
    words = [block.words if isinstance(block, Paragraph) else "" for block in blocks]
    places: set[int] = set()
    at = 0
    while at < len(words):
        clause = _CLAUSE.match(words[at])
        if clause and search("clause/amend", words[at], desk.lang):
            end = _end_of_run(words, at + 1, int(clause[1]) + 1, desk)
            places.update(range(at + 1, end))
            at = end
        else:
            at += 1
    return frozenset(places)


def _end_of_run(words: list[str], start: int, following: int, desk: Desk) -> int:
    """Where the next operative clause begins outside any quotation."""
    for place, _ in instructions_in(words, start, desk.lang):
        clause = _CLAUSE.match(words[place])
        if clause is not None and int(clause[1]) == following:
            return place
    return len(words)
