"""A source, whatever it is, to an act with its account."""

from __future__ import annotations

from msgspec.structs import replace

from model import Act, Lang
from model.codec import from_json
from parsers.decoding import decode
from parsers.elements import Desk
from parsers.errors import NoLettersError
from parsers.findings import Findings, Ui
from parsers.grammar import read_act
from parsers.language import language_of
from parsers.ledger import Ledger
from parsers.lines import lines_of
from parsers.paragraphs import ParagraphReader


def parse(data: bytes | str, *, name: str = "-", ui: Ui | None = None) -> Act:
    """The act in ``data``: plain text in any of the read encodings, or an act's own JSON.

    ``name`` is how messages call the source, ``ui`` the language of the diagnostics (the act's
    own by default).

    Raises:
        SourceError: the source as a whole cannot be read; a subclass says why.
        NotAnActError: JSON that is not an act.
    """
    text = decode(data, name) if isinstance(data, bytes) else data
    if text.lstrip().startswith('{"schema"') or text.lstrip().startswith("{\n"):
        return from_json(text)
    return parse_text(text, name, ui)


def parse_text(text: str, name: str, ui: Ui | None) -> Act:
    """The act in a plain text."""
    lang = language_of(text)
    if lang is None:
        raise NoLettersError(name=name)
    desk = _desk(text, lang, ui)
    blocks = ParagraphReader(lang, desk.ledger, desk.findings).read(lines_of(text))
    act = read_act(blocks, desk)
    return replace(act, diagnostics=desk.findings.all(), accounting=desk.ledger.account())


def _desk(text: str, lang: Lang, ui: Ui | None) -> Desk:
    return Desk(lang, Ledger(text), Findings(ui or lang))
