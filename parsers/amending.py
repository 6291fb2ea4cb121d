"""Which blocks of an amending act are its instructions and the new wording they quote.

They are kept in the body as they are written, paragraph by paragraph; what they mean is said by
the operations. Clauses inside a quotation are not clauses of the amending act.
"""

from __future__ import annotations

import re

from lexicon.formulas import search
from parsers.blocks import Block, Paragraph
from parsers.drafts import Desk
from parsers.quotes import Source, instructions_in

_CLAUSE = re.compile(r"(\d{1,3})\.(?!\d)")


def instruction_places(blocks: list[Block], desk: Desk) -> frozenset[int]:
    """The places of blocks that stand under an amending clause; empty in other acts."""
    source = _source(blocks, desk)
    places: set[int] = set()
    at = 0
    while at < len(blocks):
        clause = _CLAUSE.match(source.paragraphs[at])
        if clause and search("clause/amend", source.paragraphs[at], desk.lang):
            end = _end_of_run(source, at + 1, int(clause[1]) + 1)
            places.update(range(at + 1, end))
            at = end
        else:
            at += 1
    return frozenset(places)


def _source(blocks: list[Block], desk: Desk) -> Source:
    words = [
        block.words if isinstance(block, Paragraph) else "\t".join(map(str, block.texts()))
        for block in blocks
    ]
    tables = frozenset(at for at, block in enumerate(blocks) if not isinstance(block, Paragraph))
    return Source(words, desk.lang, tables)


def _end_of_run(source: Source, start: int, following: int) -> int:
    """Where the next operative clause begins outside any quotation."""
    for place, _ in instructions_in(source, start):
        clause = _CLAUSE.match(source.paragraphs[place])
        if clause is not None and int(clause[1]) == following:
            return place
    return len(source.paragraphs)
