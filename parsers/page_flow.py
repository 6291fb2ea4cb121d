"""Elements of a page to lines and tables, as they are shown."""

from __future__ import annotations

import re

from lxml import etree

from parsers.blocks import Block
from parsers.page_headings import goes_on
from parsers.page_notes import Mark, begins_note, marked_in, reads_as_note, start_of
from parsers.page_paths import address_of, size_of, text_in
from parsers.page_signs import RAISED_NUMBER, doubled, holds_odd, tidied, without_unseen
from parsers.page_tables import Cell, Line, Shape, Table, Typed, Written, blocks_of
from parsers.page_tags import BREAKING, HEADINGS, TABLES
from parsers.text import Text

_SHAPING = HEADINGS | TABLES | {"pre", "img", "sup"}
_ENDS = (".", "!", ")", ":", "…")
_DOUBLED = re.compile(r"(?<![\d.,/-])\d{1,3}$")  # what a raised number doubles: a unit's number
_NEAR = 8  # pieces of a line before a raised number, and characters of each


class Flow:
    """Lays the text of elements out as one string and as the blocks that it is made of.

    Blanks are laid out as a browser shows them: a run of them is one, none begins a line.
    """

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._length = 0  # of the finished lines
        self._line: list[str] = []
        self._shapes: list[Shape] = []
        self._tables: list[Table] = []
        self._heading: etree._Element | None = None
        self._joinable: Line | None = None  # of the open heading, or the note just read
        self._pre = 0
        self._gap = 0  # blank lines of preformatted text
        self._odd = False
        self._apart: dict[etree._Element, Mark] = {}  # what the page sets apart as notes
        self._marks: list[Mark] = []  # those of them that are open
        self._all_marked = True  # whether every word of the line stands in one
        self._all_noted = True  # whether in one that is surely a note
        self.images: list[str] = []
        self.raised: list[str] = []

    def add(self, element: etree._Element) -> None:
        """Lay out one element with all that is in it; comments must have been taken out."""
        self._end_line()
        self._apart = marked_in(element)
        self._odd = holds_odd(text_in(element))  # no line is looked through in vain
        self._lay(element)
        self._end_line()

    def _lay(self, node: etree._Element) -> None:
        """Lay out an element; the parser refuses what nests too deep for that."""
        tag = node.tag
        if tag in BREAKING:
            self._end_line()
        self._open(node, tag)
        self._write(node.text)
        for inner in node:  # nearly all are plain paragraphs
            if inner.tag == "p" and not len(inner) and self._is_plain(inner):
                self._lay_plain(inner.text)
            else:
                self._lay(inner)
            if behind := inner.tail:
                self._write(behind)
        if tag in BREAKING:
            self._end_line()
        self._close(node, tag)

    def _is_plain(self, words: etree._Element) -> bool:
        """Whether a paragraph of words alone is one line, and goes on with no other."""
        inside = self._marks or self._pre or self._heading is not None
        return not (inside or words in self._apart)

    def _lay_plain(self, words: str | None) -> None:
        if self._line:
            self._end_line()
        line = self._tidied(words) if words else ""
        if line:
            self._shapes_here().append(self.aside(line))
            self._joinable = None

    def aside(self, words: str) -> Text:
        """Lay out a line that is no block of the act; the line with its place."""
        start, size = self._length, len(words)
        self._lines.append(words)
        self._length = start + size + 1
        return Text(words, ((start, size),))

    def finished(self) -> tuple[str, list[Block]]:
        """The whole text and the blocks in it."""
        return "\n".join((*self._lines, "")), blocks_of(self._shapes)

    def _open(self, node: etree._Element, tag: str) -> None:
        mark = self._apart.get(node)
        if mark is not None:
            if begins_note(node):
                self._end_line()
            self._marks.append(mark)
        if tag in _SHAPING:
            self._shape(node, tag)

    def _shape(self, node: etree._Element, tag: str) -> None:
        if tag in HEADINGS:
            self._heading, self._joinable = node, None
        elif tag == "sup":
            self._raise(node)
        elif tag == "pre":
            self._pre += 1
        elif tag == "img":
            self.images.append(address_of(node))
        else:
            self._open_table(node, tag)

    def _open_table(self, node: etree._Element, tag: str) -> None:
        if tag == "table":
            self._tables.append(Table([], []))
        elif self._tables and tag == "tr":
            self._tables[-1].rows.append([])
        elif self._tables:
            self._tables[-1].add(Cell([], size_of(node, "rowspan"), size_of(node, "colspan")))

    def _close(self, node: etree._Element, tag: str) -> None:
        if self._marks and self._marks[-1].element is node:
            mark = self._marks.pop()
            if self._ends_note(mark):
                self._end_line()
        if tag in _SHAPING:
            self._unshape(node, tag)

    def _unshape(self, node: etree._Element, tag: str) -> None:
        if node is self._heading:
            self._heading = self._joinable = None
        elif tag == "pre":
            self._pre -= 1
        elif tag == "table":
            self._close_table()

    def _close_table(self) -> None:
        table = self._tables.pop()
        if not self._tables:
            self._shapes.append(table)
            return
        self._tables[-1].sink.extend(table.lines)

    def _raise(self, node: etree._Element) -> None:
        """Set a raised number behind the number it doubles: clause 55 with a raised 1 is 55-1.

        Behind any other figure it is the mark of a footnote, which must not lengthen a number.
        """
        near = "".join(piece[-_NEAR:] for piece in self._line[-_NEAR:])
        before = without_unseen(near).rstrip()
        raised = text_in(node).strip()
        if not before[-1:].isdigit() or not re.fullmatch("[0-9]{1,2}", raised):
            return
        while self._line[-1].isspace():
            self._line.pop()
        self._line[-1] = self._line[-1].rstrip()
        base = _DOUBLED.search(before)
        self._line.append("-" if base else " ")
        if base:
            self.raised.append(f"{base[0]}-{raised}")

    def _write(self, words: str | None) -> None:
        """Add words to the line; blanks alone begin none."""
        if not words or (not self._line and words.isspace() and not self._pre):
            return
        for place, piece in enumerate(words.split("\n") if self._pre else (words,)):
            if place:
                self._end_line()
            self._line.append(piece)
            if piece and not piece.isspace():
                self._all_marked = self._all_marked and bool(self._marks)
                self._all_noted = self._all_noted and any(mark.surely for mark in self._marks)

    def _end_line(self) -> None:
        """Close the line; it may go on with the line of a heading or a note before it."""
        if not self._line:
            return
        words = "".join(self._line)
        self._line = []
        set_apart = self._all_marked, self._all_noted
        self._all_marked = self._all_noted = True
        if self._is_typed and not (words.strip() and set_apart[0]):
            self._type(words)
        elif line := self._tidied(words):
            self._place(self.aside(line), *set_apart)

    @property
    def _is_typed(self) -> bool:
        """Whether lines are laid out as they are typed."""
        return bool(self._pre) and not self._tables and self._heading is None

    def _type(self, words: str) -> None:
        """Lay out a line as it is typed: what it goes on with is told when all lines are there."""
        if not words.strip():
            self._gap += 1
            return
        line = self._shown(words) if self._odd else words
        self._shapes.append(Typed(self.aside(line.rstrip()), self._gap))
        self._gap, self._joinable = 0, None

    def _tidied(self, words: str) -> str:
        """A line without signs that take no place, a figure above set behind what it doubles."""
        return self._shown(tidied(without_unseen(words))) if self._odd else tidied(words)

    def _shown(self, words: str) -> str:
        return RAISED_NUMBER.sub(self._set_behind, without_unseen(words))

    def _set_behind(self, above: re.Match[str]) -> str:
        self.raised.append(doubled(above))
        return self.raised[-1]

    def _place(self, piece: Text, marked: bool, noted: bool) -> None:  # noqa: FBT001 - as met
        """Put the line with that of the same heading or note, or begin a paragraph."""
        line = piece.chars
        begins = marked and reads_as_note(line)
        shapes = self._shapes_here()
        before = self._joinable if shapes and shapes[-1] is self._joinable else None
        if before is not None and self._goes_on(before, line, marked and not begins):
            before.pieces.append(piece)
        elif begins or noted or self._heading is not None:
            self._joinable = Line([piece], note=begins or noted)
            shapes.append(self._joinable)
        else:
            self._joinable = None
            shapes.append(piece)

    def _shapes_here(self) -> list[Written] | list[Shape]:
        return self._tables[-1].sink if self._tables else self._shapes

    def _goes_on(self, before: Line, line: str, marked: bool) -> bool:  # noqa: FBT001 - of one line
        return marked if before.note else goes_on(before.pieces[-1].chars, line)

    def _ends_note(self, mark: Mark) -> bool:
        """Whether a note ends here; the number in it may be a link between two coloured pieces."""
        node = mark.element
        following = node.getnext()
        linked = following is not None and following.tag == "a" and not (node.tail or "").strip()
        last = next((piece for piece in reversed(self._line) if piece.strip()), "")
        if linked or not last.rstrip().endswith(_ENDS):
            return False
        begun = self._all_marked and self._joinable is not None and self._joinable.note
        return begun or (mark.surely and self._all_noted) or reads_as_note(start_of(self._line))
