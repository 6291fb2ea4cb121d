"""Editorial notes: their words, and the amending act that they name."""

from __future__ import annotations

from lexicon.formulas import Reading, search
from model import Note, Span
from parsers.blocks import Paragraph
from parsers.drafts import Desk


def note_of(paragraph: Paragraph, desk: Desk) -> Note:
    """An editorial note with the date and number of the act that it names."""
    named: Reading | None = search("note/amended-by", paragraph.words, desk.lang)
    starts = named or search("note/commencement", paragraph.words, desk.lang)
    slots = starts.slots if starts else {}
    text = desk.ledger.keep(paragraph.text)
    return Note(text, slots.get("date"), slots.get("number"), paragraph.text.span)


def joined_note(first: Note, second: Note) -> Note:
    """A note whose heading and words stand in two paragraphs."""
    span = Span(first.span.start, second.span.end)
    return Note(f"{first.text} {second.text}", second.date, second.number, span)
