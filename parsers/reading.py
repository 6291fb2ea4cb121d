"""A source, whatever it is, to an act with its account."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec.structs import replace

from model import Act, Span
from model.codec import from_json
from parsers.blocks import Block
from parsers.decoding import decode
from parsers.drafts import Desk
from parsers.entries import entries_marked
from parsers.errors import NoLettersError
from parsers.findings import Findings, Ui
from parsers.grammar import read_act
from parsers.language import language_of
from parsers.ledger import Ledger
from parsers.lines import Line, lines_of
from parsers.page import is_page, read_page
from parsers.paragraphs import ParagraphReader
from parsers.pdf import is_pdf, read_pdf, with_dropped
from parsers.word import is_word, read_word

_HEAD = 4096  # characters in which a page shows itself
_JSON = re.compile(r"\s*[{[]")


def parse(data: bytes | str, *, name: str = "-", ui: Ui | None = None) -> Act:
    """The act in ``data``: text in any of the read encodings, DOCX, PDF, a saved page, its JSON.

    ``name`` is how messages call the source, ``ui`` the language of the diagnostics (the act's
    own by default).

    Raises:
        SourceError: the source as a whole cannot be read; a subclass says why.
        NotAnActError: JSON that is not an act.
    """
    if isinstance(data, bytes) and is_word(data):
        source, blocks = read_word(data, name)
        return _act(source, lambda desk: entries_marked(blocks, desk.ledger), name, ui)
    if is_page(data if isinstance(data, bytes) else data[:_HEAD].encode()):
        return _page(data if isinstance(data, bytes) else data.encode(), name, ui)
    if isinstance(data, bytes) and is_pdf(data):
        return _pdf(data, name, ui)
    text = decode(data, name) if isinstance(data, bytes) else data
    if _JSON.match(text):
        return from_json(text)
    return _text(text, name, ui)


def _text(text: str, name: str, ui: Ui | None) -> Act:
    lines = lines_of(text)
    return _act(text, lambda desk: _paragraphs(lines, desk), name, ui)


def _act(source: str, blocks: Callable[[Desk], list[Block]], name: str, ui: Ui | None) -> Act:
    lang = language_of(source)
    if lang is None:
        raise NoLettersError(name=name)
    desk = Desk(lang, Ledger(source), Findings(ui or lang))
    act = read_act(blocks(desk), desk)
    return replace(act, diagnostics=desk.findings.all(), accounting=desk.ledger.account())


def _pdf(data: bytes, name: str, ui: Ui | None) -> Act:
    """A PDF; page numbers and running heads are in the account, though not in the text."""
    layer = read_pdf(data, name)
    act = _act(layer.text, lambda desk: entries_marked(list(layer.blocks), desk.ledger), name, ui)
    return replace(act, accounting=with_dropped(act.accounting, layer))


def _page(data: bytes, name: str, ui: Ui | None) -> Act:
    """A saved page; the forms that stand in it as pictures are named."""
    source, blocks, pictures = read_page(data, name)

    def marked(desk: Desk) -> list[Block]:
        for picture in pictures:
            desk.findings.say("form-picture", Span(), address=picture)
        return entries_marked(blocks, desk.ledger)

    return _act(source, marked, name, ui)


def _paragraphs(lines: list[Line], desk: Desk) -> list[Block]:
    return ParagraphReader(desk.lang, desk.ledger, desk.findings).read(lines)
