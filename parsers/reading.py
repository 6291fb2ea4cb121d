"""A source, whatever it is, to an act with its account."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec.structs import replace

from model import Act
from model.codec import from_json
from parsers.blocks import Block
from parsers.decoding import decode
from parsers.drafts import Desk
from parsers.errors import NoLettersError
from parsers.findings import Findings, Ui
from parsers.grammar import read_act
from parsers.language import language_of
from parsers.ledger import Ledger
from parsers.lines import Line, lines_of
from parsers.paragraphs import ParagraphReader
from parsers.word import is_word, read_word

_JSON = re.compile(r"\s*[{[]")


def parse(data: bytes | str, *, name: str = "-", ui: Ui | None = None) -> Act:
    """The act in ``data``: plain text in any of the read encodings, DOCX, or an act's own JSON.

    ``name`` is how messages call the source, ``ui`` the language of the diagnostics (the act's
    own by default).

    Raises:
        SourceError: the source as a whole cannot be read; a subclass says why.
        NotAnActError: JSON that is not an act.
    """
    if isinstance(data, bytes) and is_word(data):
        source, blocks = read_word(data, name)
        return _act(source, lambda _desk: blocks, name, ui)
    text = decode(data, name) if isinstance(data, bytes) else data
    if _JSON.match(text):
        return from_json(text)
    lines = lines_of(text)
    return _act(text, lambda desk: _paragraphs(lines, desk), name, ui)


def _act(source: str, blocks: Callable[[Desk], list[Block]], name: str, ui: Ui | None) -> Act:
    lang = language_of(source)
    if lang is None:
        raise NoLettersError(name=name)
    desk = Desk(lang, Ledger(source), Findings(ui or lang))
    act = read_act(blocks(desk), desk)
    return replace(act, diagnostics=desk.findings.all(), accounting=desk.ledger.account())


def _paragraphs(lines: list[Line], desk: Desk) -> list[Block]:
    return ParagraphReader(desk.lang, desk.ledger, desk.findings).read(lines)
