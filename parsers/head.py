"""What stands before the first clause: title, requisites, status, notes, preamble."""

from __future__ import annotations

from lexicon.acts import read_act_type
from lexicon.formulas import read, search
from model import JointParty, Note, Preamble, Registration, Repeal
from parsers.blocks import Block, Paragraph
from parsers.drafts import Desk
from parsers.letterhead import body_above, part_of
from parsers.notes import joined_note, note_of
from parsers.preamble import Enacting, deciders, enacting_word, preamble_lines, read_preamble
from parsers.requisites import Requisites, requisites_of
from parsers.standing import (
    LONGEST_LINE,
    is_expired,
    is_unregistered,
    registration_of,
    repeal_of,
    sentences_of,
    status_of,
)
from parsers.text import Text

__all__ = ["Enacting", "Head", "enacting_word", "read_head"]

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
        self.joint: tuple[JointParty, ...] = ()
        self.requisites: Text | None = None
        self.lettered = False  # the kind of the act stands on its own line
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
        if isinstance(block, Paragraph) and block.note:
            _set_apart(head, block, desk)
            loose = 0
            continue
        for text in block.texts():
            loose = 0 if _line(head, text, desk) else loose + 1
    return loose


def _set_apart(head: Head, block: Paragraph, desk: Desk) -> None:
    """Read a paragraph that the source itself marks as a note, whatever its words are."""
    if not _note(head, block.text, desk):
        head.notes.append(note_of(block, desk))
        _end_of_force(head, block.words, desk)


def _with_preamble(
    head: Head, before: list[Block], verb: Text, enacting: Enacting, desk: Desk
) -> None:
    """The lines ``before`` the enacting one, those of the preamble among them set apart."""
    loose = _lines(head, before, desk)
    first = len(head.title) - preamble_lines(head.title[len(head.title) - loose :], verb, desk)
    texts = [*head.title[first:], verb]
    head.title = head.title[:first]
    head.preamble = read_preamble(texts, desk)
    decided = deciders(head.preamble, desk)
    head.type = head.type or (decided[0].type if decided else enacting.type)
    head.issuer = head.issuer or (decided[0].issuer if decided else None)
    head.joint = head.joint or (decided if len(decided) > 1 else ())


def _line(head: Head, text: Text, desk: Desk) -> bool:
    """Read one line; whether it is surely no part of a preamble. What is nothing else is title."""
    if _navigation(head, text, desk) or _status(head, text, desk) or _type(head, text, desk):
        return True
    if _letterhead(head, text, desk):
        return True
    if not _note(head, text, desk) and not _requisites(head, text, desk):
        head.title.append(text)
        return bool(read("title/any", text.chars, desk.lang))
    return True


def _navigation(head: Head, text: Text, desk: Desk) -> bool:
    """A line of the portal's menu that was pasted with the page, before the act begins."""
    begun = head.title or head.requisites
    if not begun and read("head/draft", text.chars, desk.lang):
        desk.ledger.mark(text)
        return True
    if begun or not read("drop/navigation", text.chars, desk.lang):
        return False
    desk.ledger.drop(text, "navigation")
    return True


def _status(head: Head, text: Text, desk: Desk) -> bool:
    status = status_of(text.chars, desk.lang)
    if status is None:
        return False
    head.status = status
    desk.ledger.mark(text)
    return True


def _type(head: Head, text: Text, desk: Desk) -> bool:
    """The kind of the act alone on a line, as a letterhead has it."""
    found = read("head/type-line", text.chars, desk.lang)
    if found is None or head.type is not None:
        return False
    head.type, head.lettered = read_act_type(text.chars, desk.lang), True
    _take_body(head, desk)
    desk.ledger.mark(text)
    return True


def _take_body(head: Head, desk: Desk) -> None:
    """The lines over the kind of the act are its body, where they name one, and no title."""
    body = None if head.requisites else body_above(head.title, desk.lang)
    if body is not None:
        head.issuer, head.title = body.chars, []
        _keep(head, body, desk)


def _letterhead(head: Head, text: Text, desk: Desk) -> bool:
    """The date, the number or the place on a line of its own, under the kind of the act."""
    part = part_of(text.chars, desk.lang) if head.lettered and not head.title else None
    if part is None:
        return False
    head.date, head.number = head.date or part.date, head.number or part.number
    _keep(head, text, desk)
    return True


def _keep(head: Head, text: Text, desk: Desk) -> None:
    """The words belong to the requisites."""
    desk.ledger.keep(text)
    head.requisites = Text.join(filter(None, (head.requisites, text)))


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
    _end_of_force(head, note.raw.get("text", ""), desk)
    return True


def _end_of_force(head: Head, words: str, desk: Desk) -> bool:
    """Whether ``words`` say from their beginning that the whole act lost its force."""
    repeal = repeal_of(words, desk.lang)
    if repeal is not None:
        head.status, head.repealed_by = "repealed", head.repealed_by or repeal
    elif is_expired(words, desk.lang):
        head.status = "expired"
    else:
        return False
    return True


def _requisites(head: Head, text: Text, desk: Desk) -> bool:
    """The requisites line, with registration and repeal sentences behind it."""
    if len(text.chars) > LONGEST_LINE:
        return False
    sentences = sentences_of(text, desk.lang)
    others = [sentence for sentence in sentences if not _understood(head, sentence, desk)]
    if len(others) == len(sentences):
        return False
    for sentence in others:
        _keep(head, sentence, desk)
    return True


def _understood(head: Head, sentence: Text, desk: Desk) -> bool:
    if _stamped(head, sentence, desk):
        return True
    if _end_of_force(head, sentence.chars, desk):
        desk.ledger.mark(sentence)
        return True
    return _registered(head, sentence, desk)


def _registered(head: Head, sentence: Text, desk: Desk) -> bool:
    if is_unregistered(sentence.chars, desk.lang):
        head.notes.append(note_of(Paragraph(sentence), desk))
        return True
    registration = registration_of(sentence.chars, desk.lang)
    if registration is None:
        return False
    desk.ledger.mark(sentence)
    head.registration = registration
    return True


def _stamped(head: Head, sentence: Text, desk: Desk) -> bool:
    stamped = (head.date or head.number) if head.lettered else head.requisites
    found = None if stamped else requisites_of(sentence.chars, desk.lang)
    if found is None:
        return False
    _say_doubts(found, sentence, desk)
    if found.type and not found.issuer:
        _take_body(head, desk)
    head.type, head.issuer = found.type or head.type, found.issuer or head.issuer
    head.date, head.number, head.joint = found.date, found.number, found.joint
    _keep(head, sentence, desk)
    return True


def _say_doubts(found: Requisites, sentence: Text, desk: Desk) -> None:
    if found.as_written:
        desk.findings.say("issuer-as-written", sentence.span, words=found.issuer or "")
    if found.doubtful:
        desk.findings.say("doubtful-date", sentence.span, words=found.doubtful)
