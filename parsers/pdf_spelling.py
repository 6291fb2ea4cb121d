"""What stands between two lines of a paragraph: a blank, or nothing where a word was cut.

A hyphen at a line's end was typed, or set by the program that printed; a narrow cell cuts words
without any. The words of the act tell, and the blanks that are printed at the ends of lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

import msgspec

from parsers.pdf_lines import Line
from parsers.pdf_pages import Page

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_LETTERS = re.compile(r"[^\W_]+")
_HYPHENED = re.compile(r"[^\W_]-$")
_SIGMAS = {"\u03c3", "\u03c2"}
_HABIT = 0.3  # share of the lines that end in a printed blank where programs print one


class Glue(msgspec.Struct, frozen=True):
    """``between`` two lines, ``cut`` from the end of the first one.

    ``word`` is one that was put together though the act has it nowhere else; ``None`` otherwise.
    """

    between: str
    cut: str = ""
    word: str | None = None


_BLANK, _NOTHING = Glue(" "), Glue("")


class Spelling:
    """The words of the act, and where a blank is printed before a line goes on.

    Lines that are made to reach the right side have none, so cells have a habit of their own.
    """

    def __init__(self, pages: Sequence[Page]) -> None:
        self._runs = [run for page in pages for run in (page.lines, *_cells(page))]
        in_cells = [line for page in pages for run in _cells(page) for line in run[:-1]]
        self.blanks = _have_blanks([line for page in pages for line in page.lines])
        self.blanks_in_cells = _have_blanks(in_cells)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words in small letters, found when a line first ends in a part of one.

        Words that the end of a line cuts are left out.
        """
        return frozenset(map(str.lower, set(_WORD.findall(self._said))))

    @cached_property
    def _said(self) -> str:
        return " ".join([said for run in self._runs for said in _uncut(run)])

    @cached_property
    def _small(self) -> str:
        return self._said.lower()

    def knows(self, word: str) -> bool:
        """Whether the act has a word elsewhere; that it has not, a look at its letters tells.

        The Greek letter that is small in two ways is told by the words alone.
        """
        small = word.lower()
        if small not in self._small and _SIGMAS.isdisjoint(small):
            return False
        return small in self.words

    def glue(self, word: str, above: Line, below: Line, *, blanks: bool) -> Glue:
        """What stands between two lines; ``word`` is the last one so far, from its beginning.

        With ``blanks`` a blank that is not printed was not typed.
        """
        if above.open or not (above.cut or word.endswith(("-", "/"))):
            return _BLANK  # as nearly all words are
        rest = _LETTERS.match(below.first)
        if rest is None:
            return _BLANK
        if above.cut and word[-1].isalpha():
            return self._halves(word, rest[0])
        if not _HYPHENED.search(word):
            lone = word.endswith("/") or (word == "-" and rest[0].islower())
            return _NOTHING if blanks and lone else _BLANK
        half = _LETTERS.findall(word)[-1]
        if rest[0][0].islower() and self.knows(half + rest[0]):
            return Glue("", "-")
        # A hyphen between a small word and a name is a dash that was typed so.
        as_dash = half.islower() and rest[0].istitle() and not blanks
        return _BLANK if as_dash else _NOTHING

    def _halves(self, word: str, rest: str) -> Glue:
        """The halves of a word as one, unless both are words of the act and the whole is not."""
        found = _LETTERS.findall(word)
        half = found[-1] if found and word.endswith(found[-1]) else ""
        if not half.isalpha() or not _alike(half, rest):
            return _BLANK
        if self.knows(half + rest):
            return _NOTHING
        if self.knows(half) and self.knows(rest):
            return _BLANK
        return Glue("", word=half + rest)


def _alike(half: str, rest: str) -> bool:
    """Whether two halves are typed as parts of one word are."""
    return rest.islower() or (rest.isupper() and half.isupper() and len(half) > 1)


def _have_blanks(lines: list[Line]) -> bool:
    """Whether it is a habit to print the blank behind the last word of a line."""
    return sum(line.open for line in lines) > _HABIT * len(lines)


def _cells(page: Page) -> Iterator[tuple[Line, ...]]:
    """The lines of each cell."""
    for grid in page.grids:
        yield from (cell.lines for cell in grid.cells)


def _uncut(run: tuple[Line, ...]) -> Iterator[str]:
    """The lines without the halves of words that narrow cells cut."""
    after_cut = False
    for line in run:
        if after_cut or line.cut:
            words = line.words[int(after_cut) : len(line.words) - line.cut]
            yield from [word.chars for word in words]
        else:
            yield line.text
        after_cut = line.cut
