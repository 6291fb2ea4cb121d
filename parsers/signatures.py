"""Who signs: posts and names after the last clause."""

from __future__ import annotations

import re

from lexicon.formulas import read, search
from model import Signature
from parsers.blocks import Block, Paragraph, RawTable
from parsers.elements import Desk
from parsers.text import Text

_LONGEST_POST = 250


def signature_start(blocks: list[Block], desk: Desk) -> int | None:
    """The place of the first signature after a numbered clause; ``None`` where nobody signs."""
    clauses = 0
    for place, block in enumerate(blocks):
        if clauses and _begins_signature(blocks, place, desk):
            return place
        clauses += isinstance(block, Paragraph) and bool(re.match(r"\d+\.", block.words))
    return 0 if blocks and not clauses and _begins_signature(blocks, 0, desk) else None


def _begins_signature(blocks: list[Block], place: int, desk: Desk) -> bool:
    block = blocks[place]
    if isinstance(block, RawTable):
        return bool(_table_names(block, desk))
    if not _may_be_post(block.words):
        return False
    if read("person/signature", block.words, desk.lang):
        return bool(search("signature/post", block.words, desk.lang))
    below = blocks[place + 1] if place + 1 < len(blocks) else None
    return (
        bool(search("signature/post", block.words, desk.lang))
        and isinstance(below, Paragraph)
        and bool(read("person/name", below.words, desk.lang))
    )


def _may_be_post(words: str) -> bool:
    return (
        len(words) <= _LONGEST_POST
        and not re.match(r"\d", words)
        and not words.endswith((":", ";"))
        and '"' not in words[:1]
    )


def _table_names(table: RawTable, desk: Desk) -> list[tuple[Text, Text]]:
    """Rows of post and name; empty where the table is none of signatures."""
    found: list[tuple[Text, Text]] = []
    for row in table.rows:
        filled = [Text.join(cell) for cell in row.cells if cell]
        if len(filled) == 2 and read("person/name", filled[1].chars, desk.lang):  # noqa: PLR2004
            found.append((filled[0], filled[1]))
    return found


def read_signatures(blocks: list[Block], desk: Desk) -> tuple[tuple[Signature, ...], list[Block]]:
    """The signatures at the beginning of ``blocks``, and the blocks left after them."""
    signatures: list[Signature] = []
    place = 0
    while place < len(blocks):
        taken = _signature_at(blocks, place, desk)
        if taken is None:
            break
        found, place = taken
        signatures.extend(found)
    return tuple(signatures), blocks[place:]


def _signature_at(
    blocks: list[Block], place: int, desk: Desk
) -> tuple[list[Signature], int] | None:
    if not _begins_signature(blocks, place, desk):
        return None
    block = blocks[place]
    if isinstance(block, RawTable):
        pairs = _table_names(block, desk)
        return [_signed(post, name, desk) for post, name in pairs], place + 1
    line = read("person/signature", block.words, desk.lang)
    if line:
        at = block.words.rindex(line.raw["name"])
        return [_signed(block.text.cut(0, at), block.text.cut(at), desk)], place + 1
    below = blocks[place + 1]
    name = below.text if isinstance(below, Paragraph) else block.text
    return [_signed(block.text, name, desk)], place + 2


def _signed(post: Text, name: Text, desk: Desk) -> Signature:
    post, name = post.tidy(), name.tidy()
    return Signature(desk.ledger.keep(post).rstrip(":").rstrip(), desk.ledger.keep(name))
