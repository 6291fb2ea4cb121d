"""What stands before the first clause: title, requisites, status, notes, preamble."""

from __future__ import annotations

import re

from lexicon.formulas import read, read_any, search
from model import Note, Preamble, Registration, Repeal
from parsers.blocks import Block, Paragraph
from parsers.drafts import Desk
from parsers.notes import joined_note, note_of
from parsers.preamble import Enacting, deciding_body, enacting_word, preamble_lines, read_preamble
from parsers.text import Text

__all__ = ["Enacting", "Head", "enacting_word", "read_head", "without_region"]

# Where a small letter meets a capital inside a word: two words were set close.
_MET = re.compile(r"(?<=[^\W\d_])(?=[^\W\d_])(?<=[a-z\u0430-\u04ff])(?=[A-Z\u0410-\u042f])")
# The exact shapes first: the last one takes any words for the body.
_REQUISITES = (
    "head/requisites-joint",
    "head/requisites-acting",
    "head/requisites",
    "head/requisites-as-written",
)
# What the portal announces in the paragraph under its red heading.
_ANNOUNCED = ("note/commencement", "note/orthography")


class Head:
    """The head of an act as it is being read."""

    def __init__(self) -> None:
        self.title: list[Text] = []
        self.type: str | None = None
        self.issuer: str | None = None
        self.date: str | None = None
        self.number: str | None = None
        self.requisites: Text | None = None
        self.registration: Registration | None = None
        self.status: str | None = None
        self.repealed_by: Repeal | None = None
        self.notes: list[Note] = []
        self.preamble: Preamble | None = None


def read_head(blocks: list[Block], enacting: Enacting | None, desk: Desk) -> Head:
    """The head from the blocks before the preamble, the preamble itself and the notes on it."""
    head = Head()
    if enacting is None:
        _lines(head, blocks, desk)
        return head
    verb = next(blocks[enacting.at].texts())
    _with_preamble(head, blocks[: enacting.at], verb, enacting, desk)
    _lines(head, blocks[enacting.at + 1 : enacting.block + 1], desk)
    return head


def _lines(head: Head, blocks: list[Block], desk: Desk) -> int:
    """Read the lines of the head; how many of the last of them went into the title only."""
    loose = 0
    for block in blocks:
        for text in block.texts():
            loose = 0 if _line(head, text, desk) else loose + 1
    return loose


def _with_preamble(
    head: Head, before: list[Block], verb: Text, enacting: Enacting, desk: Desk
) -> None:
    """The lines ``before`` the enacting one, those of the preamble among them set apart."""
    loose = _lines(head, before, desk)
    verb = _status_parted(head, verb, desk)
    first = len(head.title) - preamble_lines(head.title[len(head.title) - loose :], verb, desk)
    texts = [*head.title[first:], verb]
    head.title = head.title[:first]
    head.preamble = read_preamble(texts, desk)
    head.type = head.type or enacting.type
    head.issuer = head.issuer or deciding_body(head.preamble, desk)


def _line(head: Head, text: Text, desk: Desk) -> bool:
    """Read one line; whether it is surely no part of a preamble. What is nothing else is title."""
    text = _status_parted(head, text, desk)
    status = read_any("status", text.chars, desk.lang)
    if status:
        head.status = status.formula.value
        desk.ledger.mark(text)
    elif not _note(head, text, desk) and not _requisites(head, text, desk):
        head.title.append(text)
        return bool(read("title/any", text.chars, desk.lang))
    return True


def _status_parted(head: Head, text: Text, desk: Desk) -> Text:
    """The line without a status word that was set close before it."""
    met = _MET.search(text.chars)
    status = read_any("status", text.chars[: met.end()], desk.lang) if met else None
    if met is None or status is None:
        return text
    head.status = status.formula.value
    first = text.cut(0, met.end())
    desk.ledger.mark(first)
    words = f"{first} | {met.string[met.end() :][:20]}"
    desk.findings.say("glued-words", first.span, words=words)
    return text.cut(met.end()).strip()


def _note(head: Head, text: Text, desk: Desk) -> bool:
    words, lang = text.chars, desk.lang
    announced = read("note/announcement", head.notes[-1].text, lang) if head.notes else None
    if announced and any(search(name, words, lang) for name in _ANNOUNCED):
        head.notes[-1] = joined_note(head.notes[-1], note_of(Paragraph(text), desk))
        return True
    note = read("note/announcement", words, lang) or read("note/editorial", words, lang)
    if note is None:
        return False
    head.notes.append(note_of(Paragraph(text), desk))
    said = note.raw.get("text", "")
    _repealed(head, said, desk) or _expired(head, said, desk)
    return True


def _repealed(head: Head, words: str, desk: Desk) -> bool:
    """Whether ``words`` say from their beginning that the whole act lost its force by another."""
    found = search("head/repealed", words, desk.lang)
    if found is None or found.start:
        return False
    head.status = "repealed"
    head.repealed_by = Repeal(
        found.slots["act"],  # type: ignore[arg-type]  # the word file holds the model's types
        found.slots.get("number"),
        found.slots["date"],
    )
    return True


def _expired(head: Head, words: str, desk: Desk) -> bool:
    """Whether ``words`` say that the term of the act ran out: no other act repealed it."""
    found = search("head/expired", words, desk.lang)
    if found is None or found.start:
        return False
    head.status = "expired"
    return True


def _requisites(head: Head, text: Text, desk: Desk) -> bool:
    """The requisites line, with registration and repeal sentences behind it."""
    sentences = _sentences(text, desk)
    others = [sentence for sentence in sentences if not _understood(head, sentence, desk)]
    if len(others) == len(sentences):
        return False
    for sentence in others:
        desk.ledger.keep(sentence)
        head.requisites = Text.join(filter(None, (head.requisites, sentence)))
    return True


def _understood(head: Head, sentence: Text, desk: Desk) -> bool:
    words = sentence.chars
    if _stamped(head, sentence, desk):
        return True
    if _repealed(head, words, desk) or _expired(head, words, desk):
        desk.ledger.mark(sentence)
        return True
    return _registered(head, sentence, desk)


def _sentences(text: Text, desk: Desk) -> list[Text]:
    """The sentences of a requisites line; a repeal or registration begins a new one."""
    starts = [0]
    for stop in re.finditer(r"(?<=[.!])\s*(?=[^\W\d_])|\s+-\s+(?=$)", text.chars):
        rest = text.chars[stop.end() :]
        if any(
            (found := search(name, rest, desk.lang)) and found.start == 0
            for name in ("head/repealed", "head/expired", "head/registration")
        ):
            starts.append(stop.end())
    ends = [*starts[1:], len(text.chars)]
    return [text.cut(start, end).strip() for start, end in zip(starts, ends, strict=True)]


def _registered(head: Head, sentence: Text, desk: Desk) -> bool:
    found = read("head/registration", sentence.chars, desk.lang)
    if found is None:
        return False
    desk.ledger.mark(sentence)
    head.registration = Registration(found.slots["number"] or "", found.slots.get("date"))
    return True


def _stamped(head: Head, sentence: Text, desk: Desk) -> bool:
    readings = (read(name, sentence.chars, desk.lang) for name in _REQUISITES)
    found = next((reading for reading in readings if reading), None)
    if found is None or head.requisites is not None:
        return False
    if found.formula.id == "head/requisites-as-written":
        desk.findings.say("issuer-as-written", sentence.span, words=found.slots["issuer"] or "")
    head.type, head.number = found.slots["act"], found.slots["number"]
    head.date = found.slots["date"]
    head.issuer = without_region(found.slots["issuer"] or "", desk)
    desk.ledger.keep(sentence)
    head.requisites = sentence
    return True


def without_region(issuer: str, desk: Desk) -> str:
    """The body alone where the header names the region of a local body before (kk) or after it."""
    found = read("issuer/with-region", issuer, desk.lang)
    if found is None or not search("issuer/local", found.slots["issuer"] or "", desk.lang):
        return issuer
    return found.slots["issuer"] or issuer
