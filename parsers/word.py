"""A DOCX as blocks: its paragraphs and its tables with the cells that are merged.

The archive is bounded before anything is unpacked; entities and the network are off.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

import msgspec
from lxml import etree

from parsers.blocks import Block, CellText, Paragraph, RawRow, RawTable
from parsers.errors import BrokenDocumentError
from parsers.text import Text

MAIN_PART = "word/document.xml"
PART_LIMIT = 64_000_000  # bytes of XML; the largest acts stay far below a tenth of it
_RATIO_LIMIT = 400  # unpacked to packed; text XML stays below a hundred
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_W}br", f"{_W}cr"}


def is_word(data: bytes) -> bool:
    """Whether the bytes are an archive with a Word document in it."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return MAIN_PART in archive.namelist()
    except zipfile.BadZipFile:
        return False


def read_word(data: bytes, name: str) -> tuple[str, list[Block]]:
    """The document's text and its blocks; the text is what the account is drawn over.

    Raises:
        BrokenDocumentError: damaged, encrypted, or larger unpacked than any act.
    """
    root = _main_part(data, name)
    body = root.find(f"{_W}body")
    if body is None:
        raise BrokenDocumentError(name=name, detail="it has no body")
    return _Reader().read(body)


def _main_part(data: bytes, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            info = archive.getinfo(MAIN_PART)
            packed = max(info.compress_size, 1)
            if info.file_size > PART_LIMIT or info.file_size > _RATIO_LIMIT * packed + 1_000_000:
                raise BrokenDocumentError(name=name, detail="unpacked it is larger than any act")
            return etree.fromstring(archive.read(info), parser)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, KeyError) as error:
        raise BrokenDocumentError(name=name, detail=error) from error
    except (etree.XMLSyntaxError, zipfile.LargeZipFile, zlib.error, ValueError) as error:
        raise BrokenDocumentError(name=name, detail=error) from error


class _Reader:
    """Lays the document's text out as one string and cuts the blocks from it."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0

    def read(self, body: etree._Element) -> tuple[str, list[Block]]:
        """The whole text, and the blocks as cut from it."""
        shapes = [self._shape(child) for child in body]
        source = "".join(self._pieces)
        return source, [block for shape in shapes for block in _blocks(shape, source)]

    def _shape(self, element: etree._Element) -> Shape:
        if element.tag == f"{_W}p":
            return self._paragraph(element)
        if element.tag == f"{_W}tbl":
            return Table([self._row(row) for row in element.iterchildren(f"{_W}tr")])
        if element.tag == f"{_W}sdt":
            return [cut for p in element.iter(f"{_W}p") for cut in self._paragraph(p)]
        return []

    def _paragraph(self, element: etree._Element) -> list[Cut]:
        """The lines of a paragraph: a soft break begins a new one."""
        cuts = []
        for line in "".join(_characters(element)).split("\n"):
            cuts.append((self._length, self._length + len(line)))
            self._pieces.append(f"{line}\n")
            self._length += len(line) + 1
        return cuts

    def _row(self, row: etree._Element) -> list[RawCell]:
        return [self._cell(cell) for cell in row.iterchildren(f"{_W}tc")]

    def _cell(self, cell: etree._Element) -> RawCell:
        cuts = [cut for p in cell.iterchildren(f"{_W}p") for cut in self._paragraph(p)]
        wide = cell.find(f"{_W}tcPr/{_W}gridSpan")
        merge = cell.find(f"{_W}tcPr/{_W}vMerge")
        covered = merge is not None and merge.get(f"{_W}val") != "restart"
        return cuts, int(wide.get(f"{_W}val", "1")) if wide is not None else 1, covered


Cut = tuple[int, int]
RawCell = tuple[list[Cut], int, bool]  # its lines, its columns, whether it is covered from above


class Table(msgspec.Struct):
    """A table as it stands in the file."""

    rows: list[list[RawCell]]


Shape = list[Cut] | Table


def _characters(element: etree._Element) -> Iterator[str]:
    """The characters of a paragraph in order; a tab is a blank."""
    for node in element.iter():
        if node.tag == f"{_W}t":
            yield node.text or ""
        elif node.tag in _BREAKS and node.get(f"{_W}type") in {None, "textWrapping"}:
            yield "\n"
        elif node.tag == f"{_W}tab" and node.getparent() is not None and not node.attrib:
            yield " "  # a tab stop's definition has attributes, a tab in the text has none
        elif node.tag == f"{_W}noBreakHyphen":
            yield "-"


def _blocks(shape: Shape, source: str) -> Iterator[Block]:
    if isinstance(shape, Table):
        yield from _table(shape.rows, source)
        return
    for start, end in shape:
        if source[start:end].strip():
            yield Paragraph(Text.of(source, start, end).tidy(), gap=1)


def _table(rows: list[list[RawCell]], source: str) -> Iterator[Block]:
    """The table; one whose rows have words in the right cell only is a block of the corner."""
    texts = [[_text(cell, source) for cell in row] for row in rows]
    if all(len(row) == 2 and not row[0] and row[1] for row in texts):  # noqa: PLR2004
        yield from (Paragraph(text, gap=1) for row in texts for text in row[1])
        return
    kept = [[place for place, cell in enumerate(row) if not cell[2]] for row in rows]
    sizes = _sizes(rows)
    yield RawTable(
        tuple(
            RawRow(tuple(texts[row][place] for place in kept[row]), gap=False)
            for row in range(len(rows))
        ),
        tuple(tuple(sizes[row][place] for place in kept[row]) for row in range(len(rows))),
    )


def _text(cell: RawCell, source: str) -> CellText:
    texts = (Text.of(source, start, end).tidy() for start, end in cell[0])
    return tuple(text for text in texts if text)


def _sizes(rows: list[list[RawCell]]) -> list[list[tuple[int, int]]]:
    """(rowspan, colspan) of every cell: the rows below that continue it, the columns it takes."""
    columns = [_columns(row) for row in rows]
    sizes: list[list[tuple[int, int]]] = []
    for row, cells in enumerate(rows):
        sizes.append([])
        for place, (_, wide, _) in enumerate(cells):
            below = row + 1
            while below < len(rows) and _continues(
                rows[below], columns[below], columns[row][place]
            ):
                below += 1
            sizes[-1].append((below - row, wide))
    return sizes


def _columns(row: list[RawCell]) -> list[int]:
    starts, at = [], 0
    for _, wide, _ in row:
        starts.append(at)
        at += wide
    return starts


def _continues(row: list[RawCell], columns: list[int], column: int) -> bool:
    return column in columns and row[columns.index(column)][2]
