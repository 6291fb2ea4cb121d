"""A saved page of the portal as blocks: the title, the requisites and the text, nothing else.

The page's chrome (scripts, banners, menus, tabs, "last documents", the footer) is not the act:
it is no part of the source text, and the account is not drawn over it. Entities that a document
defines and the network are off; what nests too deep or is too large is refused.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from lxml import etree

from lexicon.formulas import read_any
from model import LANGUAGES, Lang
from parsers.blocks import Block
from parsers.errors import SourceError
from parsers.language import language_of
from parsers.page_flow import Flow
from parsers.page_saved import PAGE_LIMIT, BrokenPageError, html_of, is_page

__all__ = ["PAGE_LIMIT", "BrokenPageError", "TwoLanguagesError", "is_page", "read_page"]

_NO_TEXT = ("script", "style", "noscript", "template", "iframe", "object", "svg", "head", "nav",
            "button", "select", "textarea")  # fmt: skip
_FRAME = ("header", "footer", "aside")  # of a page that is not the portal's
_CLASS = 'contains(concat(" ", normalize-space(@class), " "), " {} ")'
_SLOGAN = f"//*[{_CLASS.format('slogan')}]"
_HEADER = f'{_SLOGAN}/descendant::*[self::h1 or self::p or contains(@class, "status")]'
_BOX = f"//*[{_CLASS.format('container_gamma')} and {_CLASS.format('text')}]"
_TELLING = 40  # letters: a shorter line does not tell the language of its page
# Of the second language: an act that quotes the other language has a smaller share of it, and the
# shortest text of an act has more characters.
_MINOR, _LEAST = 0.2, 400


class TwoLanguagesError(SourceError):
    """A page with the Kazakh and the Russian text side by side."""

    template = (
        "%(name)s holds an act in two languages side by side, Kazakh and Russian. Expected one "
        "text: save the Kazakh page (/kaz/docs/…) and the Russian page (/rus/docs/…) of the act "
        "and give them as two files."
    )


def read_page(data: bytes, name: str) -> tuple[str, list[Block], tuple[str, ...]]:
    """The act's text, its blocks, and the addresses of the pictures that stand in it.

    The text, over which the account is drawn, is that of the title, the portal's status word, the
    requisites and the text box. A form that was put in as a picture has no words: its address is
    all there is. A page of another site is read whole, without its frame.

    Raises:
        BrokenPageError: no act in the page, or not the whole of it.
        TwoLanguagesError: both languages in one page.
        TooLargeError, UnreadableEncodingError.
    """
    html = html_of(data, name)
    if _is_cut_off(html):
        raise BrokenPageError(name=name, detail="it ends before its text does")
    root = _tree(html, name)
    flow = Flow()
    for element in _elements(root, name):
        flow.add(element)
    source, blocks = flow.finished()
    _refuse_two_languages(blocks, name)
    return source, blocks, tuple(flow.images)


def _is_cut_off(html: str) -> bool:
    """Whether a whole page was begun and is not ended: a download that broke off."""
    opened, closed = (re.search(tag, html, re.IGNORECASE) for tag in ("<html", "</html"))
    return opened is not None and closed is None


def _tree(html: str, name: str) -> etree._Element:
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(html.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BrokenPageError(name=name, detail="it is no HTML") from error
    # The parser stops without a word where tags nest too deep; the rest would be lost in silence.
    if parser.error_log.filter_from_fatals():
        raise BrokenPageError(
            name=name, detail="its tags nest deeper or run longer than in any page"
        )
    if root is None:
        raise BrokenPageError(name=name, detail="it has no text")
    etree.strip_elements(root, *_NO_TEXT, with_tail=False)
    return root


def _elements(root: etree._Element, name: str) -> Iterable[etree._Element]:
    """What of the page is the act, in order.

    Raises:
        BrokenPageError: the application's shell, another tab than the text's, an empty box.
    """
    header = [one for one in _outermost(_found(root, _HEADER)) if _is_of_the_act(one)]
    texts = _texts(root, portal=bool(header))
    if not any(_holds_anything(text) for text in texts):
        if header:
            raise BrokenPageError(name=name, detail="it has an act's title but not its text")
        raise BrokenPageError(name=name, detail="it is the portal's empty frame without a document")
    return (*header, *texts)


def _texts(root: etree._Element, *, portal: bool) -> list[etree._Element]:
    """The text boxes, or the articles in them (older pages have none); else a foreign body."""
    boxes = _outermost(_found(root, _BOX))
    articles = [article for box in boxes or [root] for article in box.iter("article")]
    if boxes or portal:
        return _outermost(articles) or boxes
    return [_foreign(root)]


def _found(root: etree._Element, path: str) -> list[etree._Element]:
    found = root.xpath(path)
    return [one for one in found if etree.iselement(one)] if isinstance(found, list) else []


def _outermost(elements: Iterable[etree._Element]) -> list[etree._Element]:
    """Those of the elements that stand in no other of them."""
    kept: list[etree._Element] = []
    seen: set[etree._Element] = set()
    for element in elements:
        if not any(above in seen for above in element.iterancestors()):
            kept.append(element)
            seen.add(element)
    return kept


def _foreign(root: etree._Element) -> etree._Element:
    etree.strip_elements(root, *_FRAME, with_tail=False)
    for tag in ("main", "body"):
        found = root.find(f".//{tag}")
        if found is not None:
            return found
    return root


def _holds_anything(element: etree._Element) -> bool:
    """Whether there are words, or the pictures of an act that was put in as pictures."""
    return any(map(str.strip, map(str, element.itertext()))) or element.find(".//img") is not None


def _is_of_the_act(node: etree._Element) -> bool:
    """Whether a part of the header speaks of the act; an unknown status speaks of the page."""
    if node.tag in {"h1", "p"}:
        return True
    words = " ".join("".join(map(str, node.itertext())).split())
    return any(read_any("status", words, lang) for lang in LANGUAGES)


def _refuse_two_languages(blocks: list[Block], name: str) -> None:
    letters: Counter[Lang] = Counter()
    for block in blocks:
        for text in block.texts():
            lang = language_of(text.chars) if len(text.chars) >= _TELLING else None
            if lang:
                letters[lang] += len(text.chars)
    second = min(letters[lang] for lang in LANGUAGES)
    if second > max(_LEAST, _MINOR * letters.total()):
        raise TwoLanguagesError(name=name)
