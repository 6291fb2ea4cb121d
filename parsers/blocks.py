"""What a source is made of before grammar looks at it: paragraphs and tables."""

from __future__ import annotations

import msgspec

from parsers.text import Text

CellText = tuple[Text, ...]  # the paragraphs of a cell


class Paragraph(msgspec.Struct, frozen=True):
    """One logical paragraph; ``dash`` where it was typed as an entry of a list.

    ``gap`` counts the blank lines before it; ``lines`` the physical lines it was made of.
    """

    text: Text
    gap: int = 0
    dash: bool = False
    lines: int = 1

    @property
    def words(self) -> str:
        """The paragraph as a plain string."""
        return self.text.chars


class RawRow(msgspec.Struct, frozen=True):
    """A row as typed; ``gap`` where blank lines (a page's end) stand before it."""

    cells: tuple[CellText, ...]
    gap: bool


class RawTable(msgspec.Struct, frozen=True):
    """Rows as typed, before broken ones are joined and merged cells are found."""

    rows: tuple[RawRow, ...]


Block = Paragraph | RawTable
