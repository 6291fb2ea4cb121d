"""A source as physical lines, and what its layout is: wrapped at a width, or a line a paragraph."""

from __future__ import annotations

import re

import msgspec

from parsers.text import Text

INDENT = 3  # blanks that begin a paragraph; fewer are the trace of a word taken out
_SHORTEST_WRAP, _LONGEST_WRAP = 50, 130
_FULL = 0.78  # of the width: a line that ends there was cut by the page, not by the author


class Line(msgspec.Struct, frozen=True):
    """One physical line; ``gap`` counts the blank lines before it."""

    text: Text
    indent: int
    gap: int

    @property
    def is_row(self) -> bool:
        """Whether the line is a row of a table typed with tabs."""
        return "\t" in self.text.chars


class Layout(msgspec.Struct, frozen=True):
    """How the lines of a source are laid out; ``width`` is ``None`` where nothing is wrapped."""

    width: int | None
    indents: bool

    def is_full(self, text: str) -> bool:
        """Whether a line reaches the right margin."""
        return self.width is not None and len(text.rstrip()) >= _FULL * self.width


def lines_of(source: str) -> list[Line]:
    """The lines of a source that are not blank."""
    lines: list[Line] = []
    gap = 0
    for match in re.finditer(r"[^\r\n\f]*(?:\r\n|\r|\n|\f|$)", source):
        content = match[0].rstrip("\r\n\f")
        if not content.strip() and "\t" not in content:
            gap += 1
            continue
        lines.append(Line(_text(source, match, content), _indent(content), gap))
        gap = 0
    return lines


def _text(source: str, match: re.Match[str], content: str) -> Text:
    return Text.of(source, match.start(), match.start() + len(content))


def _indent(content: str) -> int:
    return 0 if "\t" in content else len(content) - len(content.lstrip())


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
