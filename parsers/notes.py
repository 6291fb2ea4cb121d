"""Editorial notes: their words, and the amending act that they name."""

from __future__ import annotations

from lexicon.data import words as words_of
from lexicon.formulas import Reading, read, search
from lexicon.references import Mention, mentions
from model import Lang, Note, Span
from parsers.blocks import Paragraph
from parsers.drafts import LEVELS, Desk, Draft, all_drafts


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


def names_element(words: str, lang: Lang) -> bool:
    """Whether the first thing that a note names is a numbered element of the text."""
    return any(map(_is_numbered, mentions(_subject(words, lang), lang)[:1]))


def element_named(words: str, roots: list[Draft], lang: Lang) -> Draft | None:
    """The deepest element that a note names and that is there; ``None`` where there is none.

    A note on what was taken out hangs on the element that held it.
    """
    found: Draft | None = None
    for mention in _path(_subject(words, lang), lang):
        inside = all_drafts(found.children if found else roots)
        named = (mention.unit, mention.numbers[0])
        found = next((d for d in reversed(list(inside)) if (d.kind, d.number) == named), found)
    return found


def _subject(words: str, lang: Lang) -> str:
    """The words before the amending act and before what stands in brackets about its force."""
    act = search("note/amended-by", words, lang)
    return words[: act.start if act else None].partition("(")[0]


def _path(words: str, lang: Lang) -> list[Mention]:
    """The numbered elements that are named as standing in each other, from the outside in."""
    path: list[Mention] = []
    for mention in filter(_is_numbered, mentions(words, lang)):
        if path and not _goes_on(words, path[-1], mention, lang):
            break
        path.append(mention)
    return path if lang == "kk" else path[::-1]


def _is_numbered(mention: Mention) -> bool:
    return bool(mention.numbers) and mention.unit in LEVELS


def _goes_on(words: str, last: Mention, mention: Mention, lang: Lang) -> bool:
    """Whether a unit word stands right behind the one that it owns (kk) or belongs to (ru)."""
    if words[last.end : mention.start].strip(" )"):
        return False
    step = LEVELS[mention.unit] - LEVELS[last.unit]
    if lang == "ru":
        return step < 0
    return step > 0 and last.word.endswith(tuple(words_of("references")["kk"]["owning"]))
