"""What of a page is the act: its header and its text, or the body of another site's page."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec
from lxml import etree

from lexicon.formulas import read_any
from model import LANGUAGES
from parsers.page_paths import elements_at, words_in
from parsers.page_saved import BrokenPageError

_NO_TEXT = ("script", "style", "noscript", "template", "iframe", "object", "svg", "head", "nav",
            "button", "select", "textarea")  # fmt: skip
_FRAME = ("header", "footer", "aside")  # of a page that is not the portal's
_SHARING = {"share", "ya-share2", "social", "likely", "addthis"}  # buttons among the text
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PORTAL = re.compile("container_(?:alpha|gamma|omega)")
_HEADER_TAGS = {"h1", "h2", "p"}


class Parts(msgspec.Struct, frozen=True):
    """The elements that are the act, in order; ``has_box`` where a text was at least begun.

    ``is_frame`` where the text has no place of its own and all of the portal's page was taken.
    """

    header: list[etree._Element]
    texts: list[etree._Element]
    has_box: bool
    is_frame: bool
    hidden: list[str]


def tree_of(html: bytes, name: str) -> etree._Element:
    """The page, HTML in UTF-8, as a tree without comments, scripts and controls.

    Raises:
        BrokenPageError: no HTML, none that is safe to read, or one that is not whole.
    """
    if _is_cut_off(html):
        raise BrokenPageError(name=name, detail="it ends before its text does")
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(html, parser)
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


def _is_cut_off(html: bytes) -> bool:
    """Whether a whole page was begun and is not ended: a download that broke off."""
    if html.rfind(b"</html") >= 0:  # nearly always, near the end; the letters in any case cost more
        return False
    opened, closed = (re.search(tag, html, re.IGNORECASE) for tag in (b"<html", b"</html"))
    return opened is not None and closed is None


def parts_of(root: etree._Element) -> Parts:
    """What of the page is the act; nothing where it is the portal's page without a document."""
    classed = [(node, set(node.get("class", "").split())) for node in _with_class(root)]
    hidden = _without_unseen(root)
    for node, classes in classed:
        if classes & _SHARING:
            _taken_out(node)
    slogans = [node for node, classes in classed if "slogan" in classes]
    boxes = [node for node, classes in classed if {"container_gamma", "text"} <= classes]
    header = [node for slogan in _outermost(slogans) for node in _header(slogan)]
    boxes = _outermost(boxes)
    articles = [article for box in boxes or [root] for article in box.iter("article")]
    texts = _outermost(articles) or boxes
    portal = any(_PORTAL.match(one) for _, classes in classed for one in classes)
    if boxes or header:
        return Parts(header, texts, bool(boxes), is_frame=False, hidden=hidden)
    return Parts(header, [_foreign(root)], has_box=False, is_frame=portal, hidden=hidden)


def _with_class(root: etree._Element) -> list[etree._Element]:
    return elements_at("//@class/..", root)


def _without_unseen(root: etree._Element) -> list[str]:
    """The words of what the page hides, which is taken out of it."""
    words = []
    for node in elements_at("(//@hidden | //@style)/..", root):
        if _is_hidden(node):
            words.append(words_in(node))
            _taken_out(node)
    return [said for said in words if said]


def _is_hidden(node: etree._Element) -> bool:
    return "hidden" in node.attrib or bool(_UNSEEN.search(node.get("style", "")))


def _taken_out(node: etree._Element) -> None:
    """Take an element out, but not the text behind it."""
    parent = node.getparent()
    if parent is None:
        return
    before = node.getprevious()
    if before is None:
        parent.text = (parent.text or "") + (node.tail or "")
    else:
        before.tail = (before.tail or "") + (node.tail or "")
    node.tail = None
    parent.remove(node)


def _header(slogan: etree._Element) -> list[etree._Element]:
    """Title, status and requisites; an unknown status speaks of the page, not of the act."""
    parts = [
        node
        for node in slogan.iter()
        if node.tag in _HEADER_TAGS or "status" in node.get("class", "")
    ]
    return [node for node in _outermost(parts) if node.tag in _HEADER_TAGS or _is_status(node)]


def _is_status(node: etree._Element) -> bool:
    words = words_in(node)
    return any(read_any("status", words, lang) for lang in LANGUAGES)


def columns_of(root: etree._Element) -> list[etree._Element]:
    """The boxes of a page whose text has no box of the usual name: the tab of two languages."""
    return _outermost(
        node
        for node in _with_class(root)
        if any(one.startswith(("gs_", "container_gamma")) for one in node.get("class", "").split())
    )


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
