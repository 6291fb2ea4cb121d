"""Blocks to an act: the one grammar, whatever the source was."""

from __future__ import annotations

import re
from typing import Any

from lexicon.folding import key
from lexicon.formulas import read, search
from model import Act, Attachment, Lang, Node, Signature, Span
from parsers.amending import instruction_places
from parsers.attachments import Corner, corners_of, parts_of, read_attachment
from parsers.blocks import Block, Paragraph, together
from parsers.crossrefs import say_dangling
from parsers.drafts import Desk
from parsers.elements import ElementReader
from parsers.head import Head, enacting_word, read_head
from parsers.mending import Mender
from parsers.parting import parted
from parsers.quotes import say_unclosed_quotes
from parsers.signatures import read_signatures, signature_start, visas_parted
from parsers.stamps import with_stamp


def read_act(blocks: list[Block], desk: Desk) -> Act:
    """The act that the blocks are; the account of the source is not yet drawn."""
    blocks = _without_footers(Mender(blocks, desk).mended(), desk)
    blocks = parted(blocks, desk)
    enacting = enacting_word(blocks, desk)
    if enacting is None:
        return _read_without_preamble(blocks, desk)
    head = read_head(blocks, enacting, desk)
    rest = blocks[enacting.block + 1 :]
    return _checked(_finished(head, rest, desk), desk)


def _checked(act: Act, desk: Desk) -> Act:
    """The act, with what is odd in it as a whole said."""
    act = with_stamp(act, desk)
    _say_conflict(act, desk)
    say_dangling(act, desk.findings)
    if act.role != "amending":
        say_unclosed_quotes(act, desk.findings)
    return act


def _say_conflict(act: Act, desk: Desk) -> None:
    """Say where the approval block gives another number than the requisites."""
    for attachment in act.attachments:
        block = read("block/approval", " ".join((attachment.header or "").split()), desk.lang)
        number = block.slots["number"] if block else None
        own = {
            _comparable(one) for one in (act.number, *(party.number for party in act.joint)) if one
        }
        if number and act.number and _comparable(number) not in own:
            desk.findings.say("number-conflict", attachment.span, first=act.number, second=number)


def _comparable(number: str) -> str:
    """A number without the accidents of typing: look-alike letters, blanks, dashes."""
    return key(number).replace(" ", "")


def _read_without_preamble(blocks: list[Block], desk: Desk) -> Act:
    """An act whose preamble is lost: the head ends where clauses or a corner block begin."""
    desk.findings.say("missing-preamble", Span())
    first = next((place for place, block in enumerate(blocks) if _is_clause(block)), len(blocks))
    corners = corners_of(blocks[:first], 0, desk)
    first = corners[0].start if corners else first
    head = read_head(blocks[:first], None, desk)
    return _checked(_finished(head, blocks[first:], desk), desk)


def _is_clause(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(re.match(r"\d+\.", block.words))


def _finished(head: Head, rest: list[Block], desk: Desk) -> Act:
    rest = visas_parted(rest, desk)
    signed_at = signature_start(rest, desk)
    signatures, left = (
        read_signatures(rest[signed_at:], desk) if signed_at is not None else ((), rest)
    )
    corners = corners_of(rest, len(rest) - len(left), desk)
    body_end = corners[0].start if corners else len(rest)
    if signatures:
        left = rest[len(rest) - len(left) : body_end]
        body_end = signed_at or 0
    else:
        left = []
        desk.findings.say("missing-signature", Span())
    operative = rest[:body_end]
    body = ElementReader(desk).read(operative, instruction_places(operative, desk))
    visas = ElementReader(desk, numbered=False).read(left)
    return _act(head, (*body, *visas), signatures, _attachments(rest, corners, desk), desk)


def _attachments(rest: list[Block], corners: list[Corner], desk: Desk) -> tuple[Attachment, ...]:
    return tuple(read_attachment(part, rest, desk) for part in parts_of(rest, corners, desk))


def _act(
    head: Head,
    body: tuple[Node, ...],
    signatures: tuple[Signature, ...],
    attachments: tuple[Attachment, ...],
    desk: Desk,
) -> Act:
    title = " ".join(desk.ledger.keep(text) for text in head.title) or None
    values: dict[str, Any] = {
        "type": head.type,
        "status": head.status,
        "role": role_of(title, body, desk.lang),
    }
    return Act(
        lang=desk.lang,
        title=title,
        issuer=head.issuer,
        date=head.date,
        number=head.number,
        joint=head.joint,
        requisites=head.requisites.chars if head.requisites else None,
        registration=head.registration,
        repealed_by=head.repealed_by,
        effective=effective_of(body, desk.lang),
        notes=tuple(head.notes),
        preamble=head.preamble,
        body=body,
        signatures=signatures,
        attachments=attachments,
        **values,
    )


def role_of(title: str | None, body: tuple[Node, ...], lang: Lang) -> str:
    """Whether the act stands for itself, amends another, or only repeals."""
    for role in ("amending", "repealing"):
        if title and read(f"title/{role}", title, lang):
            return role
    texts = [node.text or "" for node in body if node.kind == "clause"]
    if any(search("clause/amend", text, lang) for text in texts):
        return "amending"
    if texts and search("clause/repeal", texts[0], lang):
        return "repealing"
    return "base"


def effective_of(body: tuple[Node, ...], lang: Lang) -> str | None:
    """The date from which the act has force, where one of its clauses names it."""
    for node in body:
        found = search("clause/effect-date", node.text or "", lang)
        if found:
            return found.slots["date"]
    return None


def _without_footers(blocks: list[Block], desk: Desk) -> list[Block]:
    if not together(blocks, desk.lang).may_hold("drop/page-footer"):
        return blocks
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph) and read("drop/page-footer", block.words, desk.lang):
            desk.ledger.drop(block.text, "page-footer")
        else:
            kept.append(block)
    return kept
