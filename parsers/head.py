"""What stands before the first clause: title, requisites, status, notes, preamble."""

from __future__ import annotations

import re

import msgspec

from lexicon.formulas import Reading, group, read, read_any, search
from model import Note, Preamble, Registration, Repeal
from parsers.blocks import Block, Paragraph
from parsers.citations import citations_of
from parsers.elements import Desk, joined_note, note_of
from parsers.text import Text

# Where a small letter meets a capital inside a word: two words were set close.
_MET = re.compile(r"(?<=[^\W\d_])(?=[^\W\d_])(?<=[a-z\u0430-\u04ff])(?=[A-Z\u0410-\u042f])")


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


class Enacting(msgspec.Struct, frozen=True):
    """Where the enacting word stands: which block, where in it, and which act type it makes."""

    block: int
    start: int
    end: int
    type: str


def enacting_word(blocks: list[Block], desk: Desk) -> Enacting | None:
    """The first enacting word that closes a preamble; ``None`` where there is none."""
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph) and (found := _enacting_in(block.words, desk)):
            start, end, value = found
            return Enacting(place, start, end, value)
    return None


def _enacting_in(text: str, desk: Desk) -> tuple[int, int, str] | None:
    """An enacting word closes its preamble: a colon, the end, or the first clause follows."""
    for record in group("enacting"):
        found: Reading | None = search(record.id, text, desk.lang)
        if found and re.match(r"\s*(?::|$)", text[found.end :]):
            return found.start, found.end, record.value or ""
    return None


def read_head(blocks: list[Block], enacting: Enacting | None, desk: Desk) -> Head:
    """The head from the blocks before the preamble and the preamble itself."""
    head = Head()
    before = blocks[: enacting.block] if enacting else blocks
    for block in before:
        if isinstance(block, Paragraph):
            _line(head, block, desk)
    if enacting:
        _preamble(head, blocks[enacting.block], enacting, desk)
    return head


def _line(head: Head, paragraph: Paragraph, desk: Desk) -> None:
    paragraph = _status_parted(head, paragraph, desk)
    words = paragraph.words
    status = read_any("status", words, desk.lang)
    if status:
        head.status = status.formula.value
        desk.ledger.mark(paragraph.text)
    elif not _note(head, paragraph, desk) and not _requisites(head, paragraph, desk):
        head.title.append(paragraph.text)


def _status_parted(head: Head, paragraph: Paragraph, desk: Desk) -> Paragraph:
    """The line without a status word that was set close before it."""
    met = _MET.search(paragraph.words)
    status = read_any("status", paragraph.words[: met.end()], desk.lang) if met else None
    if met is None or status is None:
        return paragraph
    head.status = status.formula.value
    desk.ledger.mark(paragraph.text.cut(0, met.end()))
    words = f"{met.string[: met.end()]} | {met.string[met.end() :][:20]}"
    desk.findings.say("glued-words", paragraph.text.cut(0, met.end()).span, words=words)
    return Paragraph(paragraph.text.cut(met.end()).strip(), paragraph.gap)


def _note(head: Head, paragraph: Paragraph, desk: Desk) -> bool:
    words = paragraph.words
    announced = bool(head.notes) and read("note/announcement", head.notes[-1].text, desk.lang)
    if announced and search("note/commencement", words, desk.lang):
        head.notes[-1] = joined_note(head.notes[-1], note_of(paragraph, desk))
        return True
    note = read("note/announcement", words, desk.lang) or read("note/editorial", words, desk.lang)
    if note is None:
        return False
    head.notes.append(note_of(paragraph, desk))
    _repealed(head, words, desk)
    return True


def _repealed(head: Head, words: str, desk: Desk) -> bool:
    found = search("head/repealed", words, desk.lang)
    if found is None:
        return False
    head.status = "repealed"
    head.repealed_by = Repeal(
        found.slots["act"],  # type: ignore[arg-type]  # the word file holds the model's types
        found.slots["number"],
        found.slots["date"],
    )
    return True


def _requisites(head: Head, paragraph: Paragraph, desk: Desk) -> bool:
    """The requisites line, with registration and repeal sentences behind it."""
    known = False
    for sentence in _sentences(paragraph.text, desk):
        words = sentence.chars
        if _repealed(head, words, desk) or _registered(head, words, desk):
            desk.ledger.mark(sentence)
            known = True
        elif _stamped(head, sentence, desk):
            known = True
        elif known:
            desk.ledger.keep(sentence)
            head.requisites = Text.join(filter(None, (head.requisites, sentence)))
    return known


def _sentences(text: Text, desk: Desk) -> list[Text]:
    """The sentences of a requisites line; a repeal or registration begins a new one."""
    starts = [0]
    for stop in re.finditer(r"(?<=[.!])\s*(?=[^\W\d_])|\s+-\s+(?=$)", text.chars):
        rest = text.chars[stop.end() :]
        if any(
            (found := search(name, rest, desk.lang)) and found.start == 0
            for name in ("head/repealed", "head/registration")
        ):
            starts.append(stop.end())
    ends = [*starts[1:], len(text.chars)]
    return [text.cut(start, end).strip() for start, end in zip(starts, ends, strict=True)]


def _registered(head: Head, words: str, desk: Desk) -> bool:
    found = read("head/registration", words, desk.lang)
    if found is None:
        return False
    head.registration = Registration(found.slots["number"] or "", found.slots.get("date"))
    return True


def _stamped(head: Head, sentence: Text, desk: Desk) -> bool:
    words = sentence.chars
    found = read("head/requisites-acting", words, desk.lang) or read(
        "head/requisites", words, desk.lang
    )
    found = found or read("head/requisites-as-written", words, desk.lang)
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


def _preamble(head: Head, block: Block, enacting: Enacting, desk: Desk) -> None:
    if not isinstance(block, Paragraph):
        return
    text = desk.ledger.keep(block.text)
    bases = text[: enacting.start]
    head.preamble = Preamble(
        text=text,
        enacting=text[enacting.start : enacting.end],
        citations=citations_of(bases, desk.lang),
    )
    head.type = head.type or enacting.type
    if head.issuer is None:
        head.issuer = _deciding_body(bases, head.preamble, desk)


def _deciding_body(bases: str, preamble: Preamble, desk: Desk) -> str | None:
    """The body named between the last legal basis and the enacting word."""
    after = bases
    if preamble.citations:
        last = preamble.citations[-1].text
        after = bases[bases.rindex(last) + len(last) :]
    closer = search("basis/closer", after, desk.lang) if desk.lang == "kk" else None
    words = after[closer.end :] if closer else after
    return " ".join(words.strip(" ,").split()) or None
