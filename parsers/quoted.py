"""Elements out of new wording that another act quotes."""

from __future__ import annotations

from collections.abc import Iterable

from model import Cell, Lang, Node
from parsers.blocks import Block, CellText, Paragraph, RawRow, RawTable
from parsers.drafts import Desk
from parsers.elements import ElementReader
from parsers.findings import Findings
from parsers.ledger import Ledger
from parsers.text import Text


def elements_of(parts: Iterable[Node], lang: Lang) -> tuple[Node, ...]:
    """The structural elements that paragraphs and tables make when they are read as an act's own.

    Their places are those of the paragraphs in the source of the quoting act.
    """
    blocks = [_block(part) for part in parts if part.text or part.rows]
    texts = [text for block in blocks for text in block.texts()]
    length = max((text.span.end for text in texts), default=0)
    desk = Desk(lang, Ledger(" " * length), Findings(lang))
    return ElementReader(desk).read(blocks)


def _block(part: Node) -> Block:
    """A paragraph, or a table with its cells as they are."""
    if part.kind != "table":
        return Paragraph(_text(part).strip())
    rows = tuple(RawRow(tuple(_cell(cell) for cell in row), gap=False) for row in part.rows)
    sizes = tuple(tuple((cell.rowspan, cell.colspan) for cell in row) for row in part.rows)
    return RawTable(rows, sizes)


def _cell(cell: Cell) -> CellText:
    # A cell of the model has no place of its own in the source.
    return (Text(cell.text, ()),) if cell.text else ()


def _text(part: Node) -> Text:
    words = part.text or ""
    return Text(words, ((part.span.start, len(words)),))
