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
from parsers.lines import INDENT, Layout, Line, layout_of
from parsers.links import restore_links
from parsers.tables import read_tables
from parsers.text import Text

_NUMBERED = re.compile(r"\d+(?:-\d+)*\s*[.)](?!\d)")
_DASH = re.compile(r"[-–—•●▪*]\s+")
_MARKS = re.compile(r"#{1,6}\s+|\*{1,3}|_{1,2}(?=[^\W_])")
_OPENS = re.compile(r'(?:(?:^|\s)["«]|\()$')
_CLOSES = re.compile(r'["»](?:\s|[,.;:)]|$)|[.,;:)]')
_COMPOUND = re.compile(r"[^\W\d_]-$")
_EMPHASIS = re.compile(r"\*[^*]+\*")
_FINISHED = tuple(".;:!?…_")
_LONG = 60  # characters: a line this long that just ends was cut; a shorter one may be a label


class ParagraphReader:
    """Joins the lines of one source; says what it mends."""

    def __init__(self, lang: Lang, ledger: Ledger, findings: Findings) -> None:
        self._lang: Lang = lang
        self._ledger = ledger
        self._findings = findings

    def read(self, lines: list[Line]) -> list[Block]:
        """The paragraphs and tables of the source, in order."""
        layout = layout_of(lines)
        blocks: list[Block] = []
        rows: list[Line] = []
        for line in lines:
            if line.is_row:
                rows.append(line)
                continue
            blocks.extend(self._tables(rows))
            rows = []
            self._add(blocks, line, layout)
        blocks.extend(self._tables(rows))
        return [self._tidied(block) for block in blocks]

    def _tables(self, rows: list[Line]) -> list[Block]:
        return read_tables(rows, self._ledger) if rows else []

    def _add(self, blocks: list[Block], line: Line, layout: Layout) -> None:
        text = line.text
        if layout.width and line.indent < INDENT:
            text = restore_links(text, self._lang, self._findings)
        elif layout.width:
            text = restore_links(text.strip(), self._lang, self._findings)
        before = blocks[-1] if blocks else None
        joins = isinstance(before, Paragraph) and self._continues(before, line, layout)
        if isinstance(before, Paragraph) and joins:
            blocks.pop()
            whole = self._joined(before, text.strip(), line)
        else:
            text, dash = self._unmarked(text.strip())
            whole = Paragraph(text, line.gap, dash, indented=line.indent >= INDENT)
        full = layout.is_full(line.text.chars)
        blocks.append(replace(whole, full=full) if full != whole.full else whole)

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

    def _continues(self, before: Paragraph, line: Line, layout: Layout) -> bool:
        start = line.text.chars.strip()
        if start.startswith("©"):
            return False
        if layout.width and line.indent >= INDENT:
            return self._unfinished(before.words) and start[0].islower() and before.full
        if layout.width and not line.gap and self._fills_on(before, start, layout):
            return True
        return (
            not self._begins_anew(start)
            and self._unfinished(before.words)
            and self._runs_on(before, line)
        )

    def _fills_on(self, before: Paragraph, start: str, layout: Layout) -> bool:
        """Whether a wrapped line goes on in the next one: it is full, or begins no paragraph."""
        if layout.indents:
            return before.indented or before.full
        inside = self._dash_inside(before, start) or not self._begins_anew(start)
        return before.full and inside and self._unfinished(before.words)

    def _dash_inside(self, before: Paragraph, start: str) -> bool:
        """Whether a dash that begins a full line's successor stands inside the sentence."""
        return bool(_DASH.match(start)) and not before.dash and self._unfinished(before.words)

    def _begins_anew(self, start: str) -> bool:
        return bool(
            _NUMBERED.match(start)
            or _DASH.match(start)
            or start.startswith(("#", "**", "©"))
            or read_any("heading", start, self._lang)
            or read_any("block", start, self._lang)
        )

    def _unfinished(self, text: str) -> bool:
        return bool(text) and not text.endswith(_FINISHED)

    def _runs_on(self, before: Paragraph, line: Line) -> bool:
        start = line.text.chars.strip()
        first = start[0]
        if first.islower() or first in "-–,.;:)»":
            return not (
                before.dash
                or (
                    before.words.endswith(('"', ")", "*"))
                    and line.gap
                    and len(before.words) < _LONG
                )
            )
        if not line.gap or len(before.words) < _LONG or first in "(_*":
            return False
        last_word = fold(re.split(r"\s", before.words)[-1]).lower()
        return (
            last_word in _never_last(self._lang)
            or before.words.endswith((",", "(", "№", "-"))
            or (line.gap > 1 and before.full)
        )

    def _joined(self, before: Paragraph, text: Text, line: Line) -> Paragraph:
        if line.gap and len(before.words) >= _LONG:
            self._findings.say(
                "broken-sentence",
                text.span,
                before=before.words[-30:],
                after=text.chars[:30],
            )
        glue = "" if _needs_no_blank(before.words[-2:], text.chars) else " "
        whole = Text.join((before.text, text), glue)
        return replace(before, text=whole)

    def _tidied(self, block: Block) -> Block:
        if not isinstance(block, Paragraph):
            return block
        text = block.text.tidy()
        return block if text is block.text else replace(block, text=text)


@cache
def _never_last(lang: Lang) -> frozenset[str]:
    return frozenset(map(fold, words("typing")[lang]["never_last"]))


def _needs_no_blank(before: str, after: str) -> bool:
    """Whether two lines join without a blank: at brackets, quotes and hyphens left alone."""
    hyphen = after[:1] == "-" and not after[1:2].isspace() and before[-1:].isalnum()
    compound = after[:1].islower() and _COMPOUND.search(before)
    return bool(_OPENS.search(before) or _CLOSES.match(after) or (hyphen and after[1:]) or compound)
