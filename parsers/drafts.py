"""Elements that are still growing, and what every reader of one source works with."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from model import Lang, Node, Note, Row, Span
from parsers.findings import Findings
from parsers.ledger import Ledger
from parsers.text import Text

LEVELS = {"section": 1, "chapter": 2, "paragraph": 3, "article": 4, "clause": 5, "subclause": 6}
_LOWEST = 7


class Desk(msgspec.Struct, frozen=True):
    """What every reader of one source works with."""

    lang: Lang
    ledger: Ledger
    findings: Findings


class Draft(msgspec.Struct, eq=False):
    """An element that is still growing."""

    kind: str
    text: Text | None = None
    number: str | None = None
    span: Span = Span()
    heading: Text | None = None
    children: list[Draft] = []
    notes: list[Note] = []
    rows: tuple[Row, ...] = ()

    @property
    def level(self) -> int:
        """Its depth in the order of units; parts, items and tables stand below all."""
        return LEVELS.get(self.kind, _LOWEST)

    @property
    def last_words(self) -> str:
        """What the element ends with as far as it has grown."""
        if self.children:
            return self.children[-1].last_words
        text = self.text or self.heading
        return text.chars.rstrip() if text else ""

    def node(self, ledger: Ledger) -> Node:
        """The finished element; its words are entered as kept."""
        return Node(
            kind=self.kind,  # type: ignore[arg-type]  # drafts are made with the model's kinds only
            number=self.number,
            heading=ledger.keep(self.heading) if self.heading else None,
            text=ledger.keep(self.text) if self.text else None,
            children=tuple([child.node(ledger) for child in self.children]),
            rows=self.rows,
            notes=tuple(self.notes),
            span=self.span,
        )


def all_drafts(drafts: list[Draft]) -> Iterable[Draft]:
    """The drafts and everything under them, in the order of the text."""
    for draft in drafts:
        yield draft
        yield from all_drafts(draft.children)
