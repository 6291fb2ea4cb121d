"""Editorial notes: their words, and the amending act that they name."""

from __future__ import annotations

from lexicon.formulas import Reading, read, search
from model import Note, Span
from parsers.blocks import Paragraph
from parsers.drafts import Desk


def note_of(paragraph: Paragraph, desk: Desk) -> Note:
    """An editorial note with the date and number of the act that it names.

    A note that announces future wording names the day of its commencement instead.
    """
    named: Reading | None = search("note/amended-by", paragraph.words, desk.lang)
    starts = search("note/commencement", paragraph.words, desk.lang)
    announces = read("note/announcement", paragraph.words, desk.lang) is not None
    said = (starts or named) if announces else (named or starts)
    slots = said.slots if said else {}
    text = desk.ledger.keep(paragraph.text)
    return Note(text, slots.get("date"), slots.get("number"), paragraph.text.span)


def joined_note(first: Note, second: Note) -> Note:
    """A note whose heading and words stand in two paragraphs."""
    span = Span(first.span.start, second.span.end)
    return Note(f"{first.text} {second.text}", second.date, second.number, span)
