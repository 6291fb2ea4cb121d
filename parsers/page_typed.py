"""Preformatted text of a page: where its lines are wrapped, they are made whole as typed ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from parsers.blocks import Block, Paragraph
from parsers.drafts import Desk
from parsers.lines import Line, layout_of, line_of
from parsers.paragraphs import ParagraphReader
from parsers.text import Text


class TypedParagraph(Paragraph, frozen=True, kw_only=True):
    """A line that is a paragraph, unless it turns out to be a piece of one."""

    line: Line


def typed_line(text: Text, gap: int) -> TypedParagraph:
    """The paragraph that a line is by itself."""
    return TypedParagraph(text=text.tidy(), gap=gap, line=line_of(text, gap))


def paragraphs_whole(blocks: Iterable[Block], desk: Desk) -> list[Block]:
    """The blocks, with the wrapped lines that follow one another made paragraphs."""
    return [
        one for is_typed, run in groupby(blocks, _is_typed) for one in _whole(is_typed, run, desk)
    ]


def _is_typed(block: Block) -> bool:
    return isinstance(block, TypedParagraph)


def _whole(is_typed: bool, run: Iterable[Block], desk: Desk) -> Iterator[Block]:  # noqa: FBT001
    found = list(run)
    lines = [block.line for block in found if isinstance(block, TypedParagraph)]
    if not is_typed or layout_of(lines).width is None:
        yield from found
    else:
        yield from ParagraphReader(desk.lang, desk.ledger, desk.findings).read(lines)
