"""Paragraphs and tables to structural elements: chapters, clauses, subclauses, parts, items."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from lexicon.formulas import read, search
from model import Node, Note
from parsers.blocks import Block, Paragraph, RawTable, together
from parsers.drafts import Desk, Draft, all_drafts
from parsers.headings import heading_of, is_heading_line, lacks_heading
from parsers.notes import element_named, joined_note, names_element, note_of
from parsers.rows import TableReader

_NUMBER = re.compile(r"(?P<number>\d{1,4}(?:-\d+)*)\s*(?:(?P<sign>\.)\s*(?!\d)|(?P<bracket>\))\s*)")
_IN_LIST = (";", ",")


class ElementReader:
    """Grows the tree of elements, one block at a time."""

    def __init__(self, desk: Desk, *, numbered: bool = True) -> None:
        self._desk = desk
        self._numbered = numbered
        self._roots: list[Draft] = []
        self._open: list[Draft] = []
        self._list_under: Draft | None = None
        self._last_clause: str | None = None
        self._announced: list[Note] = []
        self._notes: Container[int] = ()  # places of blocks that may be notes
        self._headings: Container[int] = ()
        self._tables = TableReader(desk.ledger, desk.findings)

    def read(
        self, blocks: Sequence[Block], as_written: Container[int] = frozenset()
    ) -> tuple[Node, ...]:
        """The elements of ``blocks``; with ``numbered`` off (forms) numbers make no clauses.

        Paragraphs at the places ``as_written`` become parts of their clause, whatever they hold.
        """
        self._look_over(blocks)
        for place, block in enumerate(blocks):
            if isinstance(block, RawTable):
                self._table(block)
            elif place in as_written and self._open:
                self._open[-1].children.append(_loose(block, "part"))
            else:
                self._paragraph(block, place)
        self._keep_announced()
        return tuple(root.node(self._desk.ledger) for root in self._roots)

    def _look_over(self, blocks: Sequence[Block]) -> None:
        """See what most of the paragraphs cannot be, before they are read one by one."""
        lines = together(blocks, self._desk.lang)
        self._notes = lines.telling("note/announcement", "note/editorial")
        self._headings = lines.telling_any("heading") if self._numbered else ()

    def _paragraph(self, paragraph: Paragraph, place: int) -> None:
        may_be_note = self._announced or paragraph.note or place in self._notes
        if may_be_note and self._is_note(paragraph):
            return
        if place in self._headings and self._is_heading(paragraph):
            return
        words = paragraph.text.chars
        may_be_numbered = self._numbered and words[:1].isdecimal()
        number = _NUMBER.match(words) if may_be_numbered else None
        if number is None:
            self._unnumbered(paragraph)
        elif number["sign"] or self._is_misnumbered(number, paragraph):
            self._clause(paragraph, number)
        else:
            self._subclause(paragraph, number)

    def _is_heading(self, paragraph: Paragraph) -> bool:
        draft = heading_of(paragraph, self._desk)
        if draft is None:
            return False
        self._put(draft)
        self._list_under = None
        return True

    def _clause(self, paragraph: Paragraph, number: re.Match[str]) -> None:
        self._check_order(number, paragraph)
        self._last_clause = number["number"]
        self._list_under = None
        self._put(self._numbered_draft("clause", paragraph, number))

    def _subclause(self, paragraph: Paragraph, number: re.Match[str]) -> None:
        expected = self._next_subclause()
        if "-" not in number["number"] and expected and int(number["number"]) != expected:
            self._desk.findings.say(
                "misnumbered-subclause",
                paragraph.text.span,
                written=number[0].strip(),
                expected=expected,
            )
        self._list_under = None
        self._put(self._numbered_draft("subclause", paragraph, number))

    def _numbered_draft(self, kind: str, paragraph: Paragraph, number: re.Match[str]) -> Draft:
        marker, text = paragraph.text.halves(number.end())
        self._desk.ledger.mark(marker)
        return Draft(kind, text.strip(), number["number"], paragraph.text.span)

    def _next_subclause(self) -> int | None:
        """The number that the next subclause should have; ``None`` where it may be any."""
        clause = next((draft for draft in self._open if draft.kind == "clause"), None)
        siblings = clause.children if clause else self._roots
        last = next((child for child in reversed(siblings) if child.kind == "subclause"), None)
        if last is None:
            return 1 if clause else None
        return _base(last.number or "0") + 1

    def _is_misnumbered(self, number: re.Match[str], paragraph: Paragraph) -> bool:
        """Whether "19)" is meant for "19.": clause 19 is due and subclause 19 is not."""
        if self._last_clause is None or "-" in number["number"]:
            return False
        value = int(number["number"])
        begins = paragraph.words[number.end() :][:1].isupper()
        return begins and value == _base(self._last_clause) + 1 and value != self._next_subclause()

    def _check_order(self, number: re.Match[str], paragraph: Paragraph) -> None:
        why = self._what_is_wrong(number)
        if why:
            self._desk.findings.say(
                "misnumbered-clause",
                paragraph.text.span,
                written=number[0].strip(),
                read=number["number"],
                why=why,
            )

    def _what_is_wrong(self, number: re.Match[str]) -> str | None:
        if number["bracket"]:
            return ")"
        if self._last_clause is None or "-" in number["number"]:
            return None
        expected = _base(self._last_clause) + 1
        return None if int(number["number"]) == expected else f"≠ {expected}"

    def _unnumbered(self, paragraph: Paragraph) -> None:
        host = self._host()
        if host is not None and lacks_heading(host) and is_heading_line(paragraph):
            host.heading = paragraph.text
            return
        if host is None:
            self._roots.append(_loose(paragraph, "item" if paragraph.dash else "part"))
            self._list_under = self._roots[-1] if paragraph.words.endswith(":") else None
            return
        above = self._list_host(paragraph, host)
        if above is not None:
            above.children.append(_loose(paragraph, "item"))
            return
        part = _loose(paragraph, "part")
        host = host if paragraph.words.endswith(_IN_LIST) else self._after_list(host)
        (host.children if self._open else self._roots).append(part)
        self._list_under = part if paragraph.words.endswith(":") else None

    def _host(self) -> Draft | None:
        """The innermost open element that can hold a part."""
        return self._open[-1] if self._open else self._list_under

    def _list_host(self, paragraph: Paragraph, host: Draft) -> Draft | None:
        """The element whose list the paragraph is an entry of; ``None`` where it is a part."""
        intro = self._list_under or host
        if paragraph.words.endswith(":") and not paragraph.dash:
            return None
        before = intro.last_words
        entering = before.endswith(":") and _looks_listed(paragraph)
        going_on = bool(intro.children) and intro.children[-1].kind == "item"
        if entering or (going_on and (before.endswith(_IN_LIST) or paragraph.dash)):
            return intro
        return host if paragraph.dash else None

    def _after_list(self, host: Draft) -> Draft:
        """What follows a finished list of subclauses belongs to the clause, not to the last one."""
        if host.kind == "subclause" and len(self._open) > 1 and host.last_words.endswith("."):
            self._open.pop()
            return self._open[-1]
        return host

    def _table(self, block: RawTable) -> None:
        draft = Draft("table")
        draft.rows, draft.span = self._tables.read(block)
        host = self._host()
        (self._after_list(host).children if host else self._roots).append(draft)

    def _put(self, draft: Draft) -> None:
        """Open ``draft`` under the innermost open element that is further out."""
        level = draft.level
        while self._open and self._open[-1].level >= level:
            self._open.pop()
        (self._open[-1].children if self._open else self._roots).append(draft)
        self._open.append(draft)
        if self._announced:
            draft.notes.extend(self._announced)
            self._announced.clear()

    def _keep_announced(self) -> None:
        """Give notes that no numbered element follows to the last element there is."""
        if self._announced:
            last = (list(all_drafts(self._roots)) or [Draft("part")])[-1]
            self._roots = self._roots or [last]
            last.notes.extend(self._announced)
            self._announced.clear()

    def _is_note(self, paragraph: Paragraph) -> bool:
        if read("note/announcement", paragraph.words, self._desk.lang):
            self._announced.append(note_of(paragraph, self._desk))
            return True
        if self._announced and search("note/commencement", paragraph.words, self._desk.lang):
            first = self._announced.pop()
            self._announced.append(joined_note(first, note_of(paragraph, self._desk)))
            return True
        if not paragraph.note and read("note/editorial", paragraph.words, self._desk.lang) is None:
            return False
        self._annotated(paragraph).notes.append(note_of(paragraph, self._desk))
        return True

    def _annotated(self, paragraph: Paragraph) -> Draft:
        """The element that a note names; the one before it where it names none."""
        named = element_named(paragraph.words, self._roots, self._desk.lang)
        if named is not None:
            return named
        if names_element(paragraph.words, self._desk.lang):
            self._desk.findings.say("unbound-note", paragraph.text.span, words=paragraph.words)
        everything = list(all_drafts(self._roots))
        if not everything:
            self._roots.append(Draft("part"))
            return self._roots[0]
        return next((d for d in reversed(self._open) if d.kind == "clause"), everything[-1])


def _loose(paragraph: Paragraph, kind: str) -> Draft:
    """A part or an item: an element without a number."""
    return Draft(kind, paragraph.text, None, paragraph.text.span)


def _looks_listed(paragraph: Paragraph) -> bool:
    letter = re.search(r"[^\W\d_]", paragraph.words)
    return (
        paragraph.dash
        or paragraph.words.endswith(_IN_LIST)
        or bool(letter and letter[0].islower() and not paragraph.words.startswith("("))
    )


def _base(number: str) -> int:
    return int(number.split("-", maxsplit=1)[0])
