"""Words of hyperlinks that a PDF's text layer emits out of place, put back where they belong.

In such a text the place of the linked words is a gap (two blanks inside a line, or one at its
beginning) and the words stand at the end of the same visual line, often joined to the last word.
"""

from __future__ import annotations

import re

from lexicon.formulas import read_any
from model import Lang
from parsers.findings import Findings
from parsers.text import Text

_GAP = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)|^[ \u00a0]{1,2}(?=\S)")
_SHORTEST_WORD = 4  # letters before words that were joined to it
_FARTHEST = 40  # characters from the line's end in which linked words are looked for


def restore_links(text: Text, lang: Lang, findings: Findings) -> Text:
    """The line with its displaced words back in the gaps; unchanged where it has no gap."""
    gaps = list(_GAP.finditer(text.chars))
    while gaps and (tail := _tail(text, gaps[-1].end(), lang)) is not None:
        gap = gaps.pop()
        words = text.cut(tail).strip()
        findings.say("displaced-link", words.span, words=words)
        text = Text.join(
            piece
            for piece in (
                text.cut(0, gap.start()),
                words,
                text.cut(gap.end(), tail).strip(),
            )
            if piece
        )
        gaps = [other for other in gaps if other.end() <= len(text.chars)]
    for gap in gaps:
        findings.say("lost-link", text.cut(gap.start(), gap.end()).span)
    return text


def _tail(text: Text, after: int, lang: Lang) -> int | None:
    """Where the linked words at the end of the line begin; ``None`` where there are none."""
    line = text.chars.rstrip()
    starts = [
        start
        for start in range(max(after, len(line) - _FARTHEST), len(line))
        if _may_begin(line, start) and read_any("link", line[start:], lang)
    ]
    return starts[0] if starts else None


def _may_begin(line: str, start: int) -> bool:
    """Whether linked words may begin here: after a sign, or joined to the last whole word."""
    before, first = line[start - 1], line[start]
    if first.isspace() or before in "-/":
        return False
    if before.isalnum() and first.isalnum():
        joined = re.search(r"[^\W\d_]+$", line[:start])
        return joined is not None and len(joined[0]) >= _SHORTEST_WORD
    return True
