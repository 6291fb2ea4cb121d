"""Elements of a page by what they bear, and what their attributes say."""

from __future__ import annotations

import re
from functools import cache

from lxml import etree

from parsers.page_signs import tidied

_FIGURES = re.compile(r"\s*(\d{1,6})", re.ASCII)
_MOST_COLUMNS = 100  # of one cell; the widest form has a fifth of it


def elements_at(path: str, element: etree._Element) -> list[etree._Element]:
    """The elements that an XPath finds from ``element``, in the order of the page.

    A path that begins with ``//`` looks through the whole page, beside its root too: a broken
    page may have several roots.
    """
    found = _compiled(path)(element)
    return list(filter(etree.iselement, found)) if isinstance(found, list) else []


def text_in(element: etree._Element) -> str:
    """All the text in an element as it is typed; what stands behind the element is no part of it.

    One call of the library: to go through the pieces takes four times as long.
    """
    return str(_compiled("string()")(element))


def words_in(element: etree._Element) -> str:
    """The words of an element as one line."""
    return tidied(text_in(element))


def holds_anything(element: etree._Element) -> bool:
    """Whether there are words, or the pictures of an act that was put in as pictures."""
    return any(map(str.strip, map(str, element.itertext()))) or element.find(".//img") is not None


@cache
def _compiled(path: str) -> etree.XPath:
    return etree.XPath(path, smart_strings=False)


def address_of(picture: etree._Element) -> str:
    """The address of a picture; of one that is held in the page only its kind."""
    source = picture.get("src", "")
    return source.split(",", 1)[0].split(";", 1)[0] if source.startswith("data:") else source


def size_of(cell: etree._Element, side: str) -> int:
    """How many rows or columns a cell takes up (``side`` names the attribute)."""
    value = cell.get(side)
    if not value:
        return 1
    said = _FIGURES.match(value)
    return min(max(int(said[1]), 1), _MOST_COLUMNS) if said else 1
