"""What a source is made of before grammar looks at it: paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from lexicon.formulas import Lines
from model import Lang
from parsers.text import Text

CellText = tuple[Text, ...]  # the paragraphs of a cell


class Paragraph(msgspec.Struct, frozen=True):
    """One logical paragraph; ``dash`` where it was typed as an entry of a list.

    ``gap`` counts the blank lines before it; ``indented`` tells how its first line began, and
    ``full`` whether its last line so far reaches the right margin. ``note`` where the source sets
    it apart as an editorial note, whatever its words are.
    """

    text: Text
    gap: int = 0
    dash: bool = False
    indented: bool = False
    full: bool = False
    note: bool = False

    @property
    def words(self) -> str:
        """The paragraph as a plain string."""
        return self.text.chars

    def texts(self) -> Iterator[Text]:
        """Its one text."""
        yield self.text


class RawRow(msgspec.Struct, frozen=True):
    """A row as typed; ``gap`` where blank lines (a page's end) stand before it."""

    cells: tuple[CellText, ...]
    gap: bool


class RawTable(msgspec.Struct, frozen=True):
    """Rows as typed, before broken ones are joined and merged cells are found.

    A source that says which cells are merged gives ``sizes``, (rowspan, colspan) of each cell.
    """

    rows: tuple[RawRow, ...]
    sizes: tuple[tuple[tuple[int, int], ...], ...] = ()

    @property
    def text(self) -> Text:
        """A table is no line: nothing."""
        return Text("", ())

    def texts(self) -> Iterator[Text]:
        """The paragraphs of all cells, row by row."""
        for row in self.rows:
            for cell in row.cells:
                yield from cell


Block = Paragraph | RawTable


def together(blocks: Iterable[Block], lang: Lang) -> Lines:
    """The blocks as lines, tables as empty ones: what stands in none is not looked for in each."""
    return Lines([block.text.chars for block in blocks], lang)
