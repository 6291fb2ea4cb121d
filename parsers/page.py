"""A saved page of the portal as manuscripts: the title, the requisites and the text, nothing else.

The page's chrome (scripts, banners, menus, tabs, "last documents", the footer) is not the act:
it is no part of the source text, and the account is not drawn over it. Entities that a document
defines and the network are off; what nests too deep or is too large is refused.
"""

from __future__ import annotations

from itertools import islice

import msgspec
from lxml import etree
from msgspec.structs import replace

from model import LANGUAGES, Dropped, Lang
from parsers.blocks import Block
from parsers.card import Card
from parsers.drafts import Desk
from parsers.entries import entries_marked
from parsers.language import language_of
from parsers.manuscript import Manuscript, Remark
from parsers.page_bare import lay_bare
from parsers.page_card import CardPlaces, CardTable, card_of, laid_out_card, taken_card
from parsers.page_flow import Flow
from parsers.page_headers import (
    Header,
    HeaderLine,
    has_requisites,
    header_lines,
    header_of,
    only_header,
)
from parsers.page_languages import are_two, by_language, weighed_text
from parsers.page_parts import Parts, columns_of, parts_of, tree_of
from parsers.page_paths import holds_anything
from parsers.page_saved import (
    PAGE_LIMIT,
    BrokenPageError,
    CompressedPageError,
    html_of,
    is_page,
)
from parsers.page_typed import paragraphs_whole

__all__ = ["PAGE_LIMIT", "BrokenPageError", "CompressedPageError", "is_page", "read_page"]


_SAMPLE, _LETTERS = 100, 1500  # pieces and characters by which the language of a page is told


class Page(msgspec.Struct, frozen=True):
    """What was found of an act in a page; ``dropped`` is what the page hides from its readers."""

    header: tuple[HeaderLine, ...]
    texts: list[etree._Element]
    card: CardTable | None
    dropped: tuple[Dropped, ...]


class LaidOut(msgspec.Struct, frozen=True):
    """A text of the page as it is read: its source, its blocks, and where its card stands."""

    header: Header
    source: str
    blocks: list[Block]
    card: CardPlaces | None
    remarks: tuple[Remark, ...]

    def entered(self, desk: Desk) -> list[Block]:
        """The blocks, once the card and the dashes of lists are in the account."""
        if self.card is not None:
            self.card.enter(desk.ledger)
        return entries_marked(paragraphs_whole(self.blocks, desk), desk.ledger)


def read_page(data: bytes, name: str) -> tuple[Manuscript, ...]:
    """The act's text; of a page with both languages the Kazakh text and then the Russian one.

    The text, over which the account is drawn, is that of the title, the portal's status word, the
    requisites and the text box, and the portal's card of the act where the page has it. A form
    that was put in as a picture has no words: a remark gives its address. A tab of the portal
    that has the requisites without the text is read as just that, with a remark; a page of
    another site is read whole, without its frame.

    Raises:
        BrokenPageError: no act in the page, or not the whole of it.
        CompressedPageError, TooLargeError, UnreadableEncodingError.
    """
    first, *framed = html_of(data, name)
    root = tree_of(first, name)
    card = taken_card(root) or _framed_card(framed)
    lay_bare(root)
    parts = parts_of(root)
    header = header_lines(parts.header)
    texts = _texts(parts, header, card, root, name)
    page = Page(header, texts, card, tuple(Dropped("hidden", words) for words in parts.hidden))
    lang = _lang(page)
    laid = _laid_out(page, only_header(header, lang), texts)
    if weighed_text(laid.source, laid.blocks).is_two:
        return _both(page)
    return (_manuscript(page, laid, lang),)


def _framed_card(framed: list[bytes]) -> CardTable | None:
    """The card in a page that an archive holds beside that of the act."""
    for html in framed:
        try:
            card = taken_card(tree_of(html, ""))
        except BrokenPageError:
            continue  # a banner may be any broken page
        if card is not None:
            return card
    return None


def _texts(
    parts: Parts,
    header: tuple[HeaderLine, ...],
    card: CardTable | None,
    root: etree._Element,
    name: str,
) -> list[etree._Element]:
    """The elements with the text; none in a tab that has the requisites alone.

    Raises:
        BrokenPageError: the application's shell, an empty box, a page without an act.
    """
    texts = [text for text in parts.texts if holds_anything(text)]
    if texts and not (parts.is_frame and card is not None):
        return texts
    columns = columns_of(root)
    if are_two(columns):
        return columns
    if not header and card is None:
        raise BrokenPageError(name=name, detail="it is the portal's empty frame without a document")
    if card is None and (parts.has_box or not has_requisites(header)):
        raise BrokenPageError(name=name, detail="it has an act's title but not its text")
    return []


def _lang(page: Page) -> Lang:
    """The language of the text; of a tab without the text that of its header or its card."""
    words = _beginning(page.texts)
    said = " ".join(line.words for line in page.header)
    return language_of(words) or language_of(said) or (page.card.lang if page.card else "ru")


def _beginning(texts: list[etree._Element]) -> str:
    words = ""
    for piece in islice((piece for text in texts for piece in text.itertext()), _SAMPLE):
        words += str(piece)
        if len(words) >= _LETTERS:
            break
    return words[:_LETTERS]


def _both(page: Page) -> tuple[Manuscript, ...]:
    texts = by_language(page.texts)
    headers = ((lang, header_of(page.header, lang)) for lang in LANGUAGES)
    laid = ((lang, _laid_out(page, header, texts[lang])) for lang, header in headers)
    return tuple(_manuscript(page, one, lang) for lang, one in laid)


def _laid_out(page: Page, header: Header, texts: list[etree._Element]) -> LaidOut:
    flow = Flow()
    for element in (*header.elements, *texts):
        flow.add(element)
    card = laid_out_card(page.card, flow) if page.card else None
    return LaidOut(header, *flow.finished(), card, _remarks(flow, has_text=bool(texts)))


def _manuscript(page: Page, laid: LaidOut, lang: Lang) -> Manuscript:
    return Manuscript(
        laid.source,
        laid.entered,
        laid.remarks,
        (*page.dropped, *laid.header.dropped),
        _card(page.card, laid.header, lang),
    )


def _card(table: CardTable | None, header: Header, lang: Lang) -> Card | None:
    """What the card says, and the status word where it is in the other language."""
    card = card_of(table, lang) if table else Card()
    return replace(card, status=header.status or card.status)


def _remarks(flow: Flow, *, has_text: bool) -> tuple[Remark, ...]:
    pictures = (Remark("form-picture", fields={"address": address}) for address in flow.images)
    raised = (Remark("raised-number", fields={"words": words}) for words in flow.raised)
    return (*pictures, *raised, *(() if has_text else (Remark("no-text"),)))
