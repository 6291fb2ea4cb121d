"""A page's tree made plain: numbers that a browser shows are typed, frames are opened."""

from __future__ import annotations

import re

from lxml import etree

from parsers.page_paths import elements_at, text_in
from parsers.word_numerals import numeral

_KINDS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_FIGURES = re.compile(r"-?[0-9]{1,6}")
_NUMBERED = re.compile(r"\s*(?:\d+(?:-\d+)*\s*[.)]|[-–—•])")
_UNMARKED = re.compile(r"list-style(?:-type)?\s*:[^;]*\bnone\b", re.IGNORECASE)
_LONG = 1500  # characters: no single cell of a form holds as many


def lay_bare(root: etree._Element) -> None:
    """Change the tree: entries of numbered lists begin with their numbers, frames are opened."""
    for numbered in elements_at("//ol", root):
        _number(numbered)
    for table in elements_at("//table", root):
        _open_if_frame(table)


def _number(numbered: etree._Element) -> None:
    """Type the numbers that a browser shows; not where they are typed or switched off."""
    entries = [child for child in numbered if child.tag == "li"]
    if _is_unmarked(numbered) or any(map(_NUMBERED.match, map(text_in, entries))):
        return
    kind = _KINDS.get(numbered.get("type", ""), "decimal")
    number = _said(numbered, "start", 1)
    for entry in entries:
        number = _said(entry, "value", number)
        if not _is_unmarked(entry):
            _begin(entry, f"{numeral(number, kind)}. ")
        number += 1


def _is_unmarked(node: etree._Element) -> bool:
    return bool(_UNMARKED.search(node.get("style", "")))


def _said(node: etree._Element, attribute: str, usual: int) -> int:
    said = node.get(attribute, "").strip()
    return int(said) if _FIGURES.fullmatch(said) else usual


def _begin(entry: etree._Element, number: str) -> None:
    """Set the number before the first words of an entry; one without words has none."""
    for node in entry.iter():
        if (node.text or "").strip():
            node.text = number + (node.text or "").lstrip()
            return
        if node is not entry and (node.tail or "").strip():
            node.tail = number + (node.tail or "").lstrip()
            return


def _open_if_frame(table: etree._Element) -> None:
    """Make a table of one cell that holds tables or a whole text plain boxes."""
    own = [node for node in table.iter("tr", "td", "th") if _table_of(node) is table]
    cells = [node for node in own if node.tag != "tr"]
    if len(cells) != 1:
        return
    if cells[0].find(".//table") is not None or len(text_in(cells[0])) > _LONG:
        for node in (table, *own):
            node.tag = "div"


def _table_of(node: etree._Element) -> etree._Element | None:
    return next(node.iterancestors("table"), None)
