"""Entries of lists by the dash they were typed with: the dash is a marker, not a word."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from parsers.blocks import Block, Paragraph
from parsers.ledger import Ledger

# An asterisk is none of them: it begins a footnote of a form and belongs to its text.
_DASH = re.compile(r"[-–—•●▪]\s+(?=\S)")


def entries_marked(blocks: Iterable[Block], ledger: Ledger) -> list[Block]:
    """The blocks, entries of lists without their dashes, which are entered as markers."""
    return [_marked(block, ledger) for block in blocks]


def _marked(block: Block, ledger: Ledger) -> Block:
    dash = _DASH.match(block.words) if isinstance(block, Paragraph) else None
    if dash is None or not isinstance(block, Paragraph):
        return block
    ledger.mark(block.text.cut(0, dash.end()))
    return replace(block, text=block.text.cut(dash.end()), dash=True)
