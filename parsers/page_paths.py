"""Elements of a page by what they bear, and what their attributes say."""

from __future__ import annotations

import re
from functools import cache

from lxml import etree

_FIGURES = re.compile(r"\s*(\d{1,6})", re.ASCII)
_MOST_COLUMNS = 100  # of one cell; the widest form has a fifth of it


def elements_at(path: str, element: etree._Element) -> list[etree._Element]:
    """The elements that an XPath finds from ``element``, in the order of the page.

    A path that begins with ``//`` looks through the whole page, beside its root too: a broken
    page may have several roots.
    """
    found = _compiled(path)(element)
    return list(filter(etree.iselement, found)) if isinstance(found, list) else []


@cache
def _compiled(path: str) -> etree.XPath:
    return etree.XPath(path)


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
