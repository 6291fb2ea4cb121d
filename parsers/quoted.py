"""Elements out of new wording that another act quotes."""

from __future__ import annotations

from collections.abc import Iterable

from model import Lang, Node
from parsers.blocks import Paragraph
from parsers.drafts import Desk
from parsers.elements import ElementReader
from parsers.findings import Findings
from parsers.ledger import Ledger
from parsers.text import Text


def elements_of(parts: Iterable[Node], lang: Lang) -> tuple[Node, ...]:
    """The structural elements that paragraphs make when they are read as an act's own.

    Their places are those of the paragraphs in the source of the quoting act.
    """
    paragraphs = [Paragraph(_text(part).strip()) for part in parts if part.text]
    length = max((paragraph.text.span.end for paragraph in paragraphs), default=0)
    desk = Desk(lang, Ledger(" " * length), Findings(lang))
    return ElementReader(desk).read(paragraphs)


def _text(part: Node) -> Text:
    words = part.text or ""
    return Text(words, ((part.span.start, len(words)),))
