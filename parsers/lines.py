"""A source as physical lines, and what its layout is: wrapped at a width, or a line a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from parsers.text import Text

INDENT = 3  # blanks that begin a paragraph; fewer are the trace of a word taken out
_SHORTEST_WRAP, _LONGEST_WRAP = 50, 130
_FULL = 0.78  # of the width: a line that ends there was cut by the page, not by the author


# A tab between words or after them parts cells. A tab before all words is an indent, and one
# after the number of a clause or the sign of a list entry is what a word processor leaves there.
_ROW = re.compile(r"^(?!\s*(?:\d+(?:-\d+)*[.)]|[-–—•●▪])\t+[^\t\s][^\t]*$)\s*\S[^\t]*\t|\t\|")


class Line(msgspec.Struct, frozen=True):
    """One physical line; ``gap`` counts the blank lines before it.

    ``is_row`` tells the rows of tables typed with tabs.
    """

    text: Text
    indent: int
    gap: int
    is_row: bool = False


class Layout(msgspec.Struct, frozen=True):
    """How the lines of a source are laid out; ``width`` is ``None`` where nothing is wrapped."""

    width: int | None
    indents: bool

    def is_full(self, text: str) -> bool:
        """Whether a line reaches the right margin."""
        return self.width is not None and len(text.rstrip()) >= _FULL * self.width


def lines_of(source: str) -> list[Line]:
    """The lines of a source that are not blank."""
    typed = list(_typed_lines(source))
    rows = _rows([content for _, content in typed])
    lines: list[Line] = []
    gap = 0
    for (start, content), is_row in zip(typed, rows, strict=True):
        if not content.strip() and not is_row:
            gap += 1
            continue
        text = Text.of(source, start, start + len(content))
        lines.append(Line(text, 0 if is_row else _indent(content), gap, is_row))
        gap = 0
    return lines


def _typed_lines(source: str) -> Iterator[tuple[int, str]]:
    for match in re.finditer(r"[^\r\n\f]*(?:\r\n|\r|\n|\f|$)", source):
        yield match.start(), match[0].rstrip("\r\n\f")


def _rows(contents: list[str]) -> list[bool]:
    """Which lines are rows of tables; a doubtful one is what the lines beside it are."""
    sure = [bool(_ROW.search(content)) for content in contents]
    return [
        sure[place]
        or ("\t" in content and any(sure[max(place - 1, 0) : place] + sure[place + 1 : place + 2]))
        for place, content in enumerate(contents)
    ]


def _indent(content: str) -> int:
    wide = content.expandtabs()
    return len(wide) - len(wide.lstrip())


def layout_of(lines: list[Line]) -> Layout:
    """The layout that most lines follow."""
    prose = [len(line.text.chars.rstrip()) for line in lines if not line.is_row]
    width = _wrap_width(sorted(prose))
    indented = sum(line.indent >= INDENT for line in lines)
    return Layout(width, indents=indented >= max(3, len(lines) // 10))


def _wrap_width(lengths: list[int]) -> int | None:
    """The width at which lines are cut: a length that none exceeds and many come near to."""
    if len(lengths) < 5:  # noqa: PLR2004 - fewer lines show no habit
        return None
    width = lengths[int(len(lengths) * 0.97) - 1]
    near = sum(length >= _FULL * width for length in lengths)
    wrapped = width >= _SHORTEST_WRAP and lengths[-1] <= _LONGEST_WRAP and near >= len(lengths) / 3
    return width if wrapped else None
