"""Elements of a page to lines and tables, as they are shown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain, islice

from lxml import etree

from lexicon.formulas import read
from model import LANGUAGES
from parsers.blocks import Block
from parsers.page_tables import Cell, Line, Table, blocks_of

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BLOCKS = _HEADINGS | {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "html", "legend",
    "li", "main", "ol", "p", "pre", "section", "tbody", "tfoot", "thead", "ul",
}  # fmt: skip
_CELLS = {"td", "th"}
_RED = re.compile(r"#f00\b|#ff0000\b|\bred\b|rgb\(\s*255\s*,\s*0\s*,\s*0\s*\)", re.IGNORECASE)
_NOTES = ("note/announcement", "note/editorial")
_NOTE_START = 300  # characters
_ENDS = (".", "!", ")", ":", "…")
_MOST_COLUMNS = 100  # of one cell; the widest form has a fifth of it


class Flow:
    """Lays the text of elements out as one string and cuts the blocks from it."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._length = 0  # of the finished lines
        self._line: list[str] = []
        self._shapes: list[Line | Table] = []
        self._tables: list[Table] = []
        self._heading: etree._Element | None = None
        self._pre = 0
        self.images: list[str] = []

    def add(self, element: etree._Element) -> None:
        """Lay out one element with all that is in it; comments must have been taken out."""
        self._end_line()
        for event, node in etree.iterwalk(element, events=("start", "end")):
            if event == "start":
                self._open(node)
                self._write(node.text)
            else:
                self._close(node)
                self._write(None if node is element else node.tail)
        self._end_line()

    def finished(self) -> tuple[str, list[Block]]:
        """The whole text, and the blocks as cut from it."""
        source = "".join(self._lines)
        return source, [block for shape in self._shapes for block in blocks_of(shape, source)]

    def _open(self, node: etree._Element) -> None:
        tag = node.tag
        if tag in _BLOCKS or tag in _CELLS or tag in {"br", "table", "tr"} or _begins_note(node):
            self._end_line()
        if tag in _HEADINGS:
            self._heading = node
        elif tag == "pre":
            self._pre += 1
        elif tag == "img":
            self.images.append(_address(node.get("src", "")))
        elif tag in _CELLS or tag in {"table", "tr"}:
            self._open_table(node)

    def _open_table(self, node: etree._Element) -> None:
        if node.tag == "table":
            self._tables.append(Table([], []))
        elif self._tables and node.tag == "tr":
            self._tables[-1].rows.append([])
        elif self._tables:
            rows = self._tables[-1].rows or [[]]
            rows[-1].append(Cell([], _size(node, "rowspan"), _size(node, "colspan")))
            self._tables[-1].rows = rows

    def _close(self, node: etree._Element) -> None:
        tag = node.tag
        if tag in _BLOCKS or tag in _CELLS or tag in {"table", "tr"} or self._ends_note(node):
            self._end_line()
        if node is self._heading:
            self._heading = None
        elif tag == "pre":
            self._pre -= 1
        elif tag == "table":
            self._close_table()

    def _close_table(self) -> None:
        table = self._tables.pop()
        if not self._tables:
            self._shapes.append(table)
            return
        inner = [line for row in table.rows for cell in row for line in cell.lines]
        self._sink().extend((*table.loose, *inner))

    def _sink(self) -> list[Line]:
        """Where the lines of the innermost open table go."""
        table = self._tables[-1]
        return table.rows[-1][-1].lines if table.rows and table.rows[-1] else table.loose

    def _write(self, words: str | None) -> None:
        if not words:
            return
        lines = words.split("\n") if self._pre else [words]
        for place, line in enumerate(lines):
            if place:
                self._end_line()
            self._line.append(re.sub(r"[\n\r\f\v]", " ", line))

    def _end_line(self) -> None:
        """Close the line; one that begins small goes on with the line of a heading before it."""
        line = "".join(self._line)
        self._line = []
        if not line.strip():
            return
        cut = (self._length, self._length + len(line))
        self._lines.append(f"{line}\n")
        self._length += len(line) + 1
        shapes: list[Line] | list[Line | Table] = self._sink() if self._tables else self._shapes
        before = shapes[-1] if shapes else None
        if self._heading is not None and line.lstrip()[0].islower() and isinstance(before, list):
            before.append(cut)
        else:
            shapes.append([cut])

    def _ends_note(self, node: etree._Element) -> bool:
        """Whether a note ends here; the number in it may be a link between two coloured pieces."""
        if not _is_marked(node):
            return False
        following = node.getnext()
        linked = following is not None and following.tag == "a" and not (node.tail or "").strip()
        last = next((piece for piece in reversed(self._line) if piece.strip()), "")
        return not linked and last.rstrip().endswith(_ENDS) and _reads_as_note(_start(self._line))


def _is_marked(node: etree._Element) -> bool:
    """Whether an element is set apart as the portal sets its notes: by its class or in red."""
    if "note" in node.get("class", "").split():
        return True
    return bool(_RED.search(f"{node.get('color', '')} {node.get('style', '')}"))


def _begins_note(node: etree._Element) -> bool:
    return _is_marked(node) and _reads_as_note(_start(map(str, node.itertext())))


def _start(pieces: Iterable[str]) -> str:
    """The first words: how a note begins is told by them."""
    return " ".join("".join(islice(chain.from_iterable(pieces), _NOTE_START)).split())


def _reads_as_note(words: str) -> bool:
    return any(read(name, words, lang) for name in _NOTES for lang in LANGUAGES)


def _address(source: str) -> str:
    """The address of a picture; of one that is held in the page only its kind."""
    return source.split(",", 1)[0].split(";", 1)[0] if source.startswith("data:") else source


def _size(node: etree._Element, side: str) -> int:
    said = re.match(r"\s*(\d{1,6})", node.get(side, ""), re.ASCII)
    return min(max(int(said[1]), 1), _MOST_COLUMNS) if said else 1
