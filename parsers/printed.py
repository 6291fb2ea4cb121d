"""A PDF as a manuscript: its text and blocks, and the pages that are pictures named."""

from __future__ import annotations

from functools import cache

from lexicon.data import words
from lexicon.template import render_template
from model import Dropped, Span
from parsers.blocks import Block
from parsers.drafts import Desk
from parsers.entries import entries_marked
from parsers.findings import Ui
from parsers.manuscript import Manuscript, Remark
from parsers.pdf import PdfText, read_pdf


def read_printed(data: bytes, name: str) -> Manuscript:
    """The document; page numbers and running heads are dropped by name beside its text.

    Raises:
        PdfError: it cannot be read; a subclass says why.
    """
    layer = read_pdf(data, name)
    dropped = tuple(Dropped(reason, said) for reason, said in layer.dropped)
    remarks = tuple(
        Remark("cut-word", Span(one.start, one.end), {"words": one.word}) for one in layer.joined
    )
    return Manuscript(layer.text, lambda desk: _blocks(layer, desk), remarks, dropped)


def _blocks(layer: PdfText, desk: Desk) -> list[Block]:
    for number in layer.pictures:
        desk.findings.say("form-picture", Span(), address=_page(desk.findings.ui, number))
    return entries_marked(layer.blocks, desk.ledger)


def _page(ui: Ui, number: int) -> str:
    return render_template(_pages()[ui], lambda _: str(number))


@cache
def _pages() -> dict[str, str]:
    return dict(words("sources")["page"])
