"""The text of a Word document as it is laid out: its lines, what was left out, what was met."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter

import msgspec

from model import Dropped, Span
from parsers.manuscript import Remark
from parsers.text import Text
from parsers.text_unseen import UNSEEN, reason_of

BLANKS = str.maketrans("\n\r\t", "   ")  # a line of XML is no line of the text


class Cell(msgspec.Struct):
    """A cell: what stands in it, its columns, and the rows that it reaches over."""

    shapes: list[Shape]
    colspan: int = 1
    rowspan: int = 1


class Row(msgspec.Struct):
    """The cells of a row, and how many places in it cells from above take up.

    ``last`` is whether the last cell of its own is the last in the row.
    """

    cells: list[Cell]
    covered: int = 0
    last: bool = True


class Table(msgspec.Struct):
    """A table as it stands in the file."""

    rows: list[Row]


Shape = Text | Table


class Flow:
    """Grows the text; every line is a stretch of it."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._length = 0
        self._shapeless: dict[str, str] = {}
        self.dropped: list[Dropped] = []
        self.remarks: list[Remark] = []

    @property
    def text(self) -> str:
        """All lines so far."""
        return "\n".join((*self._lines, ""))

    @property
    def here(self) -> Span:
        """The place that the text has reached."""
        return Span(self._length, self._length)

    def lines(self, words: str) -> list[Text]:
        """Add a paragraph; a soft break in it begins a new line."""
        if words.isprintable():  # neither a break nor a sign without a shape is
            return [self._line(words)]
        return [self._line(line) for line in self._plain(words).split("\n")]

    def _line(self, words: str) -> Text:
        start, size = self._length, len(words)
        self._lines.append(words)
        self._length = start + size + 1
        return Text(words, ((start, size),))

    def leave(self, pieces: list[tuple[str, str]]) -> None:
        """Enter (reason, words) as left out; neighbours of one reason are one entry."""
        for reason, group in groupby(pieces, key=itemgetter(0)):
            words = " ".join("".join(map(itemgetter(1), group)).split())
            if words:
                self.dropped.append(Dropped(reason, words))

    def remark(self, code: str, **fields: str) -> None:
        """Say something of the place that the text has reached."""
        self.remarks.append(Remark(code, self.here, fields))

    def shapeless(self) -> list[Dropped]:
        """The signs without a shape that were left out, one entry per reason."""
        return [Dropped(reason, signs) for reason, signs in self._shapeless.items()]

    def _plain(self, words: str) -> str:
        if not UNSEEN.search(words):
            return words
        for sign in UNSEEN.findall(words):
            reason = reason_of(sign)
            self._shapeless[reason] = self._shapeless.get(reason, "") + sign
        return UNSEEN.sub("", words)
