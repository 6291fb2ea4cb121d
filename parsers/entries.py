"""Entries of lists by the dash they were typed with: the dash is a marker, not a word."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from parsers.blocks import Block, Paragraph
from parsers.ledger import Ledger

# An asterisk is none of them: it begins a footnote of a form and belongs to its text.
_DASHES = tuple("-–—•●▪")
_DASH = re.compile(rf"[{''.join(_DASHES)}]\s+(?=\S)")


def entries_marked(blocks: Iterable[Block], ledger: Ledger) -> list[Block]:
    """The blocks, entries of lists without their dashes, which are entered as markers."""
    return [
        _marked(block, ledger)
        if isinstance(block, Paragraph) and block.text.chars.startswith(_DASHES)
        else block
        for block in blocks
    ]


def _marked(paragraph: Paragraph, ledger: Ledger) -> Paragraph:
    dash = _DASH.match(paragraph.words)
    if dash is None:
        return paragraph
    marker, text = paragraph.text.halves(dash.end())
    ledger.mark(marker)
    return replace(paragraph, text=text, dash=True)
