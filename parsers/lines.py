"""A source as physical lines, and what its layout is: wrapped at a width, or a line a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import compress, pairwise

import msgspec

from parsers.text import Text
from parsers.text_pages import page_numbers

_INDENT = 3  # blanks that begin a paragraph; fewer are the trace of a word taken out
_ASIDE = 20  # blanks before a line that is set in the middle or in the right corner
_SHORTEST_WRAP, _LONGEST_WRAP = 50, 130
_BROKEN, _MOSTLY = 3, 0.7  # broken sentences, and the share of them at the width
_UNEVEN = 4  # blanks by which the room on both sides of centred lines may differ
_FULL = 0.78  # of the width: a line that ends there was cut by the page, not by the author


# A tab between words or after them parts cells. A tab before all words is an indent, and one
# after the number of a clause or the sign of a list entry is what a word processor leaves there.
# The soft break of Word is a vertical tab in a plain text; the last three are those of Unicode.
_BREAKS = "\r\n\f\v\x85\u2028\u2029"
_TYPED_LINE = re.compile(f"[^{_BREAKS}]*(?:\r\n|[{_BREAKS}]|$)")
_SPREAD = re.compile(r"\S[ \u00a0]{4,}\S")  # a post and a name, parted by blanks
_ROW = re.compile(
    r"^(?!\s*(?:\d+(?:-\d+)*[.)]|[-–—•●▪])\t+[^\t\s][^\t]*$)\s*\S[^\t]*\t|\t\||^\s*\|(?:[^|\t]*\|){2,}\s*$"
)


_TABBED = re.compile(r"\t[^\t]+$")  # a paragraph whose indent is a tab
_POST_AND_NAME = re.compile(r"\s*(?!\d+\.?\t)[^\t|]+\t{2,}[^\t|]+$")
_HABIT = 3  # paragraphs


class Line(msgspec.Struct, frozen=True):
    """One physical line; ``gap`` counts the blank lines before it.

    ``is_row`` tells the rows of tables typed with tabs, ``is_page_number`` what is no text.
    """

    text: Text
    indent: int
    gap: int
    is_row: bool = False
    is_page_number: bool = False

    @property
    def is_indented(self) -> bool:
        """Whether it begins as the first line of a paragraph does."""
        return self.indent >= _INDENT

    @property
    def is_aside(self) -> bool:
        """Whether it stands in the middle or in the right corner."""
        return self.indent >= _ASIDE

    @property
    def middle(self) -> float:
        """The place of its middle."""
        return self.indent + len(self.text.chars.strip()) / 2

    @property
    def is_spread(self) -> bool:
        """Whether blanks part it in two: a signature."""
        return bool(_SPREAD.search(self.text.chars))


class Layout(msgspec.Struct, frozen=True):
    """How the lines of a source are laid out; ``width`` is ``None`` where nothing is wrapped."""

    width: int | None
    indents: bool

    def are_centred(self, above: Line, line: Line) -> bool:
        """Whether two lines are set in the middle, one under the other."""
        if self.width is None or not (above.is_indented and line.is_indented):
            return False
        if above.indent == line.indent:
            return abs(2 * line.middle - self.width) <= _UNEVEN
        return abs(2 * line.middle - 2 * above.middle) <= _UNEVEN

    def is_full(self, text: str) -> bool:
        """Whether a line reaches the right margin."""
        return self.width is not None and len(text.rstrip()) >= _FULL * self.width


def lines_of(source: str) -> list[Line]:
    """The lines of a source that are not blank."""
    typed = list(_typed_lines(source))
    rows = _rows([content for _, content in typed])
    numbers = page_numbers(source, typed)
    lines: list[Line] = []
    gap = 0
    for place, ((start, content), is_row) in enumerate(zip(typed, rows, strict=True)):
        if not content.strip() and not is_row:
            gap += 1
            continue
        text = Text.of(source, start, start + len(content))
        if place in numbers:
            lines.append(Line(text, 0, gap, is_page_number=True))
            gap += 1
            continue
        lines.append(Line(text, 0, gap, is_row=True) if is_row else line_of(text, gap))
        gap = 0
    return lines


def line_of(text: Text, gap: int) -> Line:
    """A line that is no row, with the indent that it is typed with."""
    wide = text.chars.expandtabs()
    return Line(text, len(wide) - len(wide.lstrip()), gap)


def _typed_lines(source: str) -> Iterator[tuple[int, str]]:
    for match in _TYPED_LINE.finditer(source):
        yield match.start(), match[0].rstrip(_BREAKS)


def _rows(contents: list[str]) -> list[bool]:
    """Which lines are rows of tables; a doubtful one is what the lines beside it are."""
    sure = [bool(_ROW.search(content)) for content in contents]
    doubtful = [not one and "\t" in content for one, content in zip(sure, contents, strict=True)]
    habit = _indents_by_tabs(contents, sure)

    def is_row(place: int) -> bool:
        beside = [at for at in (place - 1, place + 1) if 0 <= at < len(sure) and sure[at]]
        return any(_may_join(contents[place], contents[at], habit) for at in beside)

    return [one or (doubtful[place] and is_row(place)) for place, one in enumerate(sure)]


def _indents_by_tabs(contents: list[str], sure: list[bool]) -> bool:
    """Whether paragraphs begin with a tab: some do where no row of a table is near."""
    far = [not any(sure[max(at - 1, 0) : at + 2]) for at in range(len(sure))]
    return sum(map(bool, map(_TABBED.match, compress(contents, far)))) >= _HABIT


def _may_join(line: str, row: str, habit: bool) -> bool:  # noqa: FBT001 - of the whole source
    """Whether a line with tabs is a row beside a sure one.

    None begins right of the last column; a post and a name are no table.
    """
    if _POST_AND_NAME.match(row):
        return False
    if not line.startswith("\t"):
        return True
    if habit and _TABBED.match(line):
        return False
    leading = len(line) - len(line.lstrip("\t"))
    columns = row.count("\t")
    return leading <= columns and ("|" in row or columns > 1)


def layout_of(lines: list[Line]) -> Layout:
    """The layout that most lines follow."""
    prose = [line for line in lines if not (line.is_row or line.is_page_number)]
    width = _wrap_width(prose)
    indented = sum(line.is_indented and not line.is_aside for line in lines)
    return Layout(width, indents=indented >= max(3, len(lines) // 10))


def _wrap_width(lines: list[Line]) -> int | None:
    """The width at which lines are cut: a length that none exceeds and many come near to.

    Of an act of many short paragraphs few do; its broken sentences then tell.
    """
    if len(lines) < 5:  # noqa: PLR2004 - fewer lines show no habit
        return None
    lengths = sorted(_length(line) for line in lines)
    width = lengths[int(len(lengths) * 0.97) - 1]
    if width < _SHORTEST_WRAP or lengths[-1] > _LONGEST_WRAP:
        return None
    near = sum(length >= _FULL * width for length in lengths)
    return width if near >= len(lengths) / 3 or _breaks_at(width, lines) else None


def _breaks_at(width: int, lines: list[Line]) -> bool:
    """Whether sentences that go on in the next line break near the width, and hardly elsewhere."""
    broken = [_length(line) for line, after in pairwise(lines) if _is_broken(line, after)]
    near = sum(length >= _FULL * width for length in broken)
    return near >= max(_BROKEN, _MOSTLY * len(broken))


def _is_broken(line: Line, after: Line) -> bool:
    first = after.text.chars.lstrip()[:1]
    ends = line.text.chars.rstrip().endswith((".", ";", ":"))
    return first.islower() and not (after.gap or line.is_aside or after.is_indented or ends)


def _length(line: Line) -> int:
    return len(line.text.chars.rstrip())
