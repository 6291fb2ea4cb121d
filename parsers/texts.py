"""The texts that a source holds: one, or the Kazakh and the Russian text of an act."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

import msgspec
from msgspec.structs import replace

from model import LANGUAGES, Lang
from parsers.beside import blocks_apart, stretches_of
from parsers.bilingual import (
    acts_in,
    desk_to_try,
    is_doubtful,
    languages_in,
    main_language,
)
from parsers.blocks import Block
from parsers.drafts import Desk
from parsers.language import language_of
from parsers.lines import Line, lines_of
from parsers.manuscript import Manuscript
from parsers.paragraphs import ParagraphReader
from parsers.text import Text

OTHER_LANGUAGE = "other-language"


class OneText(msgspec.Struct, frozen=True):
    """A manuscript in one language."""

    lang: Lang
    manuscript: Manuscript


class Piece(msgspec.Struct, frozen=True):
    """What goes to one language as a whole: a block, or typed lines.

    ``dividers`` of columns stood before it and belong to neither language; ``lang`` is that of
    its own column, ``None`` where its words must tell it.
    """

    texts: tuple[Text, ...]
    block: Block | None = None
    lines: tuple[Line, ...] = ()
    dividers: tuple[Text, ...] = ()
    lang: Lang | None = None

    @property
    def words(self) -> str:
        """The piece as a plain string."""
        return "\n".join(text.chars for text in self.texts)


class Pieces(msgspec.Struct, frozen=True):
    """How a source falls into pieces, and how the pieces of one language are read."""

    cut: Callable[[Desk], list[Piece]]
    read: Callable[[list[Piece], Desk], list[Block]]


def texts_of_typed(source: str) -> tuple[OneText, ...]:
    """The texts of a typed source, Kazakh first; none where it has no Cyrillic letter."""
    lines = lines_of(source)
    whole = Manuscript(source, lambda desk: _paragraphs(lines, desk))
    return _texts(whole, Pieces(lambda _: list(_typed_pieces(lines)), _read_lines))


def texts_of(manuscript: Manuscript) -> tuple[OneText, ...]:
    """The texts of a manuscript, Kazakh first; none where it has no Cyrillic letter."""
    return _texts(manuscript, Pieces(lambda desk: _block_pieces(manuscript, desk), _as_they_are))


def _texts(whole: Manuscript, pieces: Pieces) -> tuple[OneText, ...]:
    lang = language_of(whole.text)
    if lang is None:
        return ()
    if not is_doubtful(whole.text):
        return (OneText(lang, whole),)
    found = pieces.cut(desk_to_try(whole.text, lang))
    words = [piece.words for piece in found]
    told = zip(found, languages_in(words), strict=True)
    languages = [piece.lang or one for piece, one in told]
    blocks = {one: _tried(found, languages, one, pieces, whole.text) for one in LANGUAGES}
    acts = acts_in(blocks)
    if len(acts) < len(LANGUAGES):
        return (OneText(acts[0] if acts else main_language(words) or lang, whole),)
    return tuple(OneText(one, _apart(whole, pieces, languages)) for one in LANGUAGES)


def _tried(
    found: list[Piece], languages: list[Lang], lang: Lang, pieces: Pieces, source: str
) -> list[Block]:
    """The blocks of one language as they would be read."""
    own = [piece for piece, one in zip(found, languages, strict=True) if one == lang]
    return pieces.read(own, desk_to_try(source, lang))


def _apart(whole: Manuscript, pieces: Pieces, languages: list[Lang]) -> Manuscript:
    """The manuscript with the blocks of its reader's language; the others are dropped by name."""

    def own_blocks(desk: Desk) -> list[Block]:
        own: list[Piece] = []
        found = zip(pieces.cut(desk), languages, strict=True)
        for lang, run in groupby(found, key=lambda pair: pair[1]):
            stretch = [piece for piece, _ in run]
            _enter_dividers(stretch, desk)
            if lang == desk.lang:
                own += stretch
            else:
                texts = (text for piece in stretch for text in piece.texts)
                desk.ledger.drop(Text.join(texts, "\n"), OTHER_LANGUAGE)
        return pieces.read(own, desk)

    return replace(whole, blocks=own_blocks)


def _enter_dividers(stretch: list[Piece], desk: Desk) -> None:
    for piece in stretch:
        for divider in piece.dividers:
            desk.ledger.mark(divider)


def _typed_pieces(lines: list[Line]) -> Iterator[Piece]:
    for stretch in stretches_of(lines):
        texts = tuple(line.text for line in stretch.lines)
        yield Piece(texts, lines=stretch.lines, dividers=stretch.dividers, lang=stretch.lang)


def _read_lines(pieces: list[Piece], desk: Desk) -> list[Block]:
    return _paragraphs([line for piece in pieces for line in piece.lines], desk)


def _paragraphs(lines: list[Line], desk: Desk) -> list[Block]:
    return ParagraphReader(desk.lang, desk.ledger, desk.findings).read(lines)


def _block_pieces(manuscript: Manuscript, desk: Desk) -> list[Piece]:
    blocks = blocks_apart(manuscript.blocks(desk))
    return [Piece(tuple(one.block.texts()), one.block, lang=one.lang) for one in blocks]


def _as_they_are(pieces: list[Piece], _: Desk) -> list[Block]:
    return [piece.block for piece in pieces if piece.block is not None]
