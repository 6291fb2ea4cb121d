"""What every reader hands to the grammar: one text, its blocks, and what was met beside them."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from model import Dropped, Span
from parsers.blocks import Block
from parsers.card import Card
from parsers.drafts import Desk


class Remark(msgspec.Struct, frozen=True):
    """A diagnostic that a reader found while it read: its code, its place, what fills it."""

    code: str
    span: Span = Span()
    fields: dict[str, str] = {}


class Manuscript(msgspec.Struct, frozen=True):
    """A source as text.

    ``text`` is what the account is drawn over; ``blocks`` gives its paragraphs and tables, once
    the desk is there to enter markers at. ``dropped`` stood in the source beside the text (page
    numbers, running heads, tracked deletions) and is counted in the account. ``card`` is what a
    table beside the text says of the act: ``parsers.card.completed`` puts it into the act.
    """

    text: str
    blocks: Callable[[Desk], list[Block]]
    remarks: tuple[Remark, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    card: Card | None = None
