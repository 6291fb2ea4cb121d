"""Physical lines to logical paragraphs: wrapped, page-broken and marked-up lines made whole."""

from __future__ import annotations

import re
from functools import cache

from msgspec.structs import replace

from lexicon.data import words
from lexicon.folding import fold
from lexicon.formulas import read_any
from model import Lang
from parsers.blocks import Block, Paragraph
from parsers.findings import Findings
from parsers.ledger import Ledger
from parsers.lines import Layout, Line, layout_of
from parsers.links import restore_links
from parsers.tables import read_tables
from parsers.text import Text
from parsers.text_unseen import Unseen

_NUMBERED = re.compile(r"\d+(?:-\d+)*\s*[.)](?!\d)")
_DASH = re.compile(r"[-–—•●▪*]\s+")
_MARKS = re.compile(r"#{1,6}\s+|\*{1,3}|_{1,2}(?=[^\W_])")
_OPENS = re.compile(r'(?:(?:^|\s)["«]|\()$')
_CLOSES = re.compile(r'["»](?:\s|[,.;:)]|$)|[.,;:)]')
_COMPOUND = re.compile(r"[^\W\d_]-$")
_EMPHASIS = re.compile(r"\*[^*]+\*")
_FINISHED = tuple(".;:!?…_")
_TAIL = 200  # characters that tell how a paragraph ends
_LONG = 60  # characters: a line this long that just ends was cut; a shorter one may be a label


class Growing:
    """A paragraph while lines are added to it; its text is put together once, at the end."""

    __slots__ = ("_pieces", "dash", "full", "gap", "indented", "last", "size", "words")

    def __init__(self, text: Text, line: Line, *, dash: bool) -> None:
        self._pieces = [text]
        self.gap = line.gap
        self.dash = dash
        self.indented = line.is_indented
        self.last = line
        self.full = False
        self.size = len(text.chars)
        self.words = text.chars  # the last of them, once there are many

    def add(self, text: Text, *, glued: bool) -> None:
        """Let the text follow, after a blank unless it is glued on."""
        glue = "" if glued else " "
        self._pieces += [text] if glued else [Text.blank(), text]
        self.size += len(glue) + len(text.chars)
        self.words = f"{self.words}{glue}{text.chars}"[-_TAIL:]

    def grown(self) -> Paragraph:
        """The paragraph with its blanks in order."""
        text = self._pieces[0] if len(self._pieces) == 1 else Text.join(self._pieces, "")
        return Paragraph(text.tidy(), self.gap, self.dash, self.indented, self.full)


class ParagraphReader:
    """Joins the lines of one source; says what it mends."""

    def __init__(self, lang: Lang, ledger: Ledger, findings: Findings) -> None:
        self._lang: Lang = lang
        self._ledger = ledger
        self._findings = findings

    def read(self, lines: list[Line]) -> list[Block]:
        """The paragraphs and tables of the source, in order."""
        lines = self._seen(lines)
        layout = layout_of(lines)
        blocks: list[Block | Growing] = []
        rows: list[Line] = []
        for line in lines:
            if line.is_row:
                rows.append(line)
                continue
            blocks.extend(self._tables(rows))
            rows = []
            self._add(blocks, line, layout)
        blocks.extend(self._tables(rows))
        return [block.grown() if isinstance(block, Growing) else block for block in blocks]

    def _seen(self, lines: list[Line]) -> list[Line]:
        """The lines without signs that take no place; a line of nothing else is none."""
        unseen = Unseen(self._ledger)
        seen = [replace(line, text=unseen.taken_from(line.text)) for line in lines]
        unseen.enter()
        for line in seen:
            if line.is_page_number:
                self._ledger.drop(line.text.strip(), "page-number")
        return [line for line in seen if not line.is_page_number and (line.text or line.is_row)]

    def _tables(self, rows: list[Line]) -> list[Block]:
        return read_tables(rows, self._ledger) if rows else []

    def _add(self, blocks: list[Block | Growing], line: Line, layout: Layout) -> None:
        text = line.text
        if layout.width and not line.is_spread:
            typed = text.strip() if line.is_indented else text
            text = restore_links(typed, self._lang, self._findings)
        before = blocks[-1] if blocks else None
        if isinstance(before, Growing) and self._continues(before, line, layout):
            self._join(before, text.strip(), line)
        else:
            text, dash = self._unmarked(text.strip())
            if not text:
                return  # nothing but marks
            before = Growing(text, line, dash=dash)
            blocks.append(before)
        before.full = layout.is_full(line.text.chars)
        before.last = line

    def _unmarked(self, text: Text) -> tuple[Text, bool]:
        """Without the marks of markdown and of lists; they are entered as markers."""
        dash = _DASH.match(text.chars)
        if dash and not _EMPHASIS.fullmatch(text.chars):
            if text.chars[0] == "*":
                return text, False  # a footnote's asterisk belongs to the text
            self._ledger.mark(text.cut(0, dash.end()))
            return text.cut(dash.end()).strip(), True
        mark = _MARKS.match(text.chars)
        if not mark:
            return text, False
        closing = mark[0] if not mark[0].startswith("#") else ""
        if not text.chars.endswith(closing) or (closing and text.chars.count(closing) == 1):
            return text, False
        self._ledger.mark(text.cut(0, mark.end()))
        end = len(text.chars) - len(closing)
        self._ledger.mark(text.cut(end))
        return text.cut(mark.end(), end).strip(), False

    def _continues(self, before: Growing, line: Line, layout: Layout) -> bool:
        start = line.text.chars.strip()
        if not start or start.startswith("©"):
            return False  # signs of markdown or dividers alone, or the foot of a page
        if not line.gap and layout.are_centred(before.last, line):
            return self._unfinished(before.words) and not self._begins_unit(start)
        if layout.width and line.is_indented:
            return self._unfinished(before.words) and start[0].islower() and before.full
        if layout.width and before.last.is_aside:
            return False
        if layout.width and not line.gap and self._fills_on(before, start, layout):
            return True
        return (
            not self._begins_anew(start)
            and self._unfinished(before.words)
            and self._runs_on(before, line)
        )

    def _fills_on(self, before: Growing, start: str, layout: Layout) -> bool:
        """Whether a wrapped line goes on in the next one: it is full, or begins no paragraph."""
        if layout.indents and not before.full:
            return before.indented and not self._ends_before(before, start)
        if layout.indents:
            return not read_any("heading", start, self._lang)
        inside = self._dash_inside(before, start) or not self._begins_unit(start)
        return before.full and inside and self._unfinished(before.words)

    def _ends_before(self, before: Growing, start: str) -> bool:
        """Whether a short line is the last of its paragraph, by its stop and by what follows."""
        return not self._unfinished(before.words) and self._begins_anew(start)

    def _dash_inside(self, before: Growing, start: str) -> bool:
        """Whether a dash that begins a full line's successor stands inside the sentence."""
        return bool(_DASH.match(start)) and not before.dash and self._unfinished(before.words)

    def _begins_anew(self, start: str) -> bool:
        return self._begins_unit(start) or bool(read_any("block", start, self._lang))

    def _begins_unit(self, start: str) -> bool:
        """Whether an element begins; any words may stand in a block, so that is not asked here."""
        return bool(
            _NUMBERED.match(start)
            or _DASH.match(start)
            or start.startswith(("#", "**", "©"))
            or read_any("heading", start, self._lang)
        )

    def _unfinished(self, text: str) -> bool:
        return bool(text) and not text.endswith(_FINISHED)

    def _runs_on(self, before: Growing, line: Line) -> bool:
        start = line.text.chars.strip()
        first = start[0]
        if first.islower() or first in "-–,.;:)»":
            return not (
                before.dash
                or (before.words.endswith(('"', ")", "*")) and line.gap and before.size < _LONG)
            )
        if not line.gap or before.size < _LONG or first in "(_*":
            return False
        last_word = fold(re.split(r"\s", before.words)[-1]).lower()
        return (
            last_word in _never_last(self._lang)
            or before.words.endswith((",", "(", "№", "-"))
            or (line.gap > 1 and before.full and not before.last.is_spread)
        )

    def _join(self, before: Growing, text: Text, line: Line) -> None:
        if line.gap and before.size >= _LONG:
            self._findings.say(
                "broken-sentence",
                text.span,
                before=before.words[-30:],
                after=text.chars[:30],
            )
        before.add(text, glued=_needs_no_blank(before.words[-2:], text.chars))


@cache
def _never_last(lang: Lang) -> frozenset[str]:
    return frozenset(map(fold, words("typing")[lang]["never_last"]))


def _needs_no_blank(before: str, after: str) -> bool:
    """Whether two lines join without a blank: at brackets, quotes and hyphens left alone."""
    hyphen = after[:1] == "-" and not after[1:2].isspace() and before[-1:].isalnum()
    compound = after[:1].islower() and _COMPOUND.search(before)
    return bool(_OPENS.search(before) or _CLOSES.match(after) or (hyphen and after[1:]) or compound)
