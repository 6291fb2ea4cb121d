"""What an act approves or carries: its corner block, its title, its body."""

from __future__ import annotations

import re

import msgspec

from lexicon.formulas import read, read_any
from model import Attachment, Note, Span
from model.act import AttachmentKind
from parsers.blocks import Block, Paragraph
from parsers.corners import Corner, corners_of
from parsers.drafts import Desk
from parsers.elements import ElementReader
from parsers.notes import names_element, note_of
from parsers.text import Text

__all__ = ["Corner", "Part", "corners_of", "parts_of", "read_attachment"]


class Part(msgspec.Struct, frozen=True):
    """The blocks of one attachment; ``corner`` is ``None`` where its own block was lost."""

    corner: Corner | None
    number: str | None
    blocks: list[Block]


def parts_of(blocks: list[Block], corners: list[Corner], desk: Desk) -> list[Part]:
    """The attachments' blocks; an attachment whose corner was lost is told by its title."""
    parts: list[Part] = []
    for place, corner in enumerate(corners):
        end = corners[place + 1].start if place + 1 < len(corners) else len(blocks)
        after = corners[place + 1].number if place + 1 < len(corners) else None
        parts.extend(_split(corner, blocks[corner.end : end], after, desk))
    return parts


def _split(corner: Corner, blocks: list[Block], after: str | None, desk: Desk) -> list[Part]:
    """One attachment, or several where titles of forms stand in it without their blocks."""
    if corner.is_approval or not corner.is_form:
        return [Part(corner, corner.number, blocks)]
    lost = _lost_numbers(corner.number, after)
    titles = _inner_titles(blocks, desk)
    bounds = [*titles, len(blocks)]
    numbers = lost if len(lost) == len(titles) else [None] * len(titles)
    _say_lost(corner, blocks, titles, lost, desk)
    parts = [Part(corner, corner.number, blocks[: bounds[0]])]
    for number, start, end in zip(numbers, titles, bounds[1:], strict=True):
        parts.append(Part(None, number, blocks[start:end]))
    return parts


def _lost_numbers(number: str | None, after: str | None) -> list[str | None]:
    if number is None or after is None or not (number.isdigit() and after.isdigit()):
        return []
    return [str(lost) for lost in range(int(number) + 1, int(after))]


def _inner_titles(blocks: list[Block], desk: Desk) -> list[int]:
    """Places of form titles that stand behind the form's own tables or lines."""
    return [
        place
        for place, block in enumerate(blocks)
        if place > 1
        and isinstance(block, Paragraph)
        and not block.words.endswith((".", ";", ":"))
        and any(not isinstance(above, Paragraph) for above in blocks[:place])
        and read("title/form", block.words, desk.lang)
    ]


def _say_lost(
    corner: Corner, blocks: list[Block], titles: list[int], lost: list[str | None], desk: Desk
) -> None:
    for place, title in enumerate(titles):
        block = blocks[title]
        if isinstance(block, Paragraph):
            number = lost[place] if len(lost) == len(titles) else "?"
            desk.findings.say(
                "missing-appendix-header", block.text.span, number=number, why=block.words
            )
    if len(lost) != len(titles):
        span = blocks[0].text.span if blocks and isinstance(blocks[0], Paragraph) else None
        for number in lost:
            desk.findings.say(
                "missing-appendix-header",
                span or _span_of(blocks),
                number=number,
                why=f"{corner.number} … {int(lost[-1] or 0) + 1}",
            )


def _span_of(blocks: list[Block]) -> Span:
    """Where the first words of the blocks stand."""
    return next((text.span for block in blocks for text in block.texts()), Span())


def read_attachment(part: Part, blocks: list[Block], desk: Desk) -> Attachment:
    """One attachment: its corner block, its title, its body."""
    corner = part.corner
    lines = blocks[corner.start : corner.end] if corner else []
    header = _kept_lines(lines, desk)
    above, blocks = _notes(part.blocks, desk)
    title, body = _title(blocks, desk)
    below, body = _notes(body, desk) if title else ((), body)
    kind = _kind(corner, title, desk)
    reader = ElementReader(desk, numbered=kind in {"methodology", "appendix"})
    title_words = desk.ledger.keep(title.text) if title else None
    nodes = reader.read(body)
    span = (title.text.span if title else None) or _span_of(body or lines)
    if title is None and kind != "methodology":
        desk.findings.say("missing-title", span, number=part.number or "?")
    return Attachment(kind, part.number, title_words, header, nodes, (*above, *below), span)


def _notes(blocks: list[Block], desk: Desk) -> tuple[tuple[Note, ...], list[Block]]:
    """The notes at the beginning that name no element of the text, and what follows them."""
    notes: list[Note] = []
    for place, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or not _is_of_whole(block, desk):
            return tuple(notes), blocks[place:]
        notes.append(note_of(block, desk))
    return tuple(notes), []


def _is_of_whole(paragraph: Paragraph, desk: Desk) -> bool:
    """Whether an editorial note speaks of the attachment as such."""
    if read("note/announcement", paragraph.words, desk.lang):
        return False  # it belongs to the element that follows
    is_note = paragraph.note or read("note/editorial", paragraph.words, desk.lang)
    return bool(is_note) and not names_element(paragraph.words, desk.lang)


def _kept_lines(lines: list[Block], desk: Desk) -> str | None:
    texts: list[Text] = [block.text for block in lines if isinstance(block, Paragraph)]
    return "\n".join(desk.ledger.keep(text) for text in texts) or None


def _title(blocks: list[Block], desk: Desk) -> tuple[Paragraph | None, list[Block]]:
    first = blocks[0] if blocks else None
    if (
        not isinstance(first, Paragraph)
        or re.match(r"\d+(?:-\d+)*[.)]|_|\(", first.words)
        or first.words.endswith((";", ":"))
        or read_any("heading", first.words, desk.lang)
    ):
        return None, blocks
    return first, blocks[1:]


def _kind(corner: Corner | None, title: Paragraph | None, desk: Desk) -> AttachmentKind:
    words = title.words if title else ""
    if corner is None or corner.is_form:
        return "table" if read("title/table", words, desk.lang) else "form"
    if read("title/methodology", words, desk.lang):
        return "methodology"
    return "table" if read("title/table", words, desk.lang) else "appendix"
