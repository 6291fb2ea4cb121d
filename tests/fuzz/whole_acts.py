"""The project's own acts in every form that is read, small enough to be damaged many times."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import docx

sys.path.insert(0, str(Path(__file__).parents[1] / "parsers"))

from pdf_files import Words, pdf

FIXTURES = Path(__file__).parents[1] / "fixtures"
MAIN = "word/document.xml"
_LINES_A_PAGE = 60
_WIDTH = 100  # letters of a line of a PDF


@cache
def texts() -> dict[str, bytes]:
    """The acts as plain text by their names."""
    return {path.name: path.read_bytes() for path in sorted((FIXTURES / "acts").glob("*.txt"))}


@cache
def pages() -> dict[str, bytes]:
    """The acts as saved pages by their names."""
    return {path.name: path.read_bytes() for path in sorted((FIXTURES / "pages").glob("*.*html"))}


@cache
def word(name: str) -> bytes:
    """An act as a Word document: a paragraph a line, rows of tabs as a table."""
    document = docx.Document()
    for line in texts()[name].decode().splitlines():
        cells = line.split("\t")
        if len(cells) == 1:
            document.add_paragraph(line)
            continue
        row = document.add_table(1, len(cells)).rows[0]
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def part_of(document: bytes, part: str = MAIN) -> bytes:
    """A part of the archive."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return archive.read(part)


def with_part(document: bytes, content: bytes, part: str = MAIN) -> bytes:
    """The document with another content of one part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as archive, zipfile.ZipFile(out, "w") as written:
        for name in archive.namelist():
            written.writestr(name, content if name == part else archive.read(name))
    return out.getvalue()


@cache
def printed(name: str) -> bytes:
    """An act as a PDF, lines cut at a width."""
    cut = [
        line[start : start + _WIDTH].replace("\t", "    ")
        for line in texts()[name].decode().splitlines()
        for start in range(0, len(line) or 1, _WIDTH)
    ]
    sheets = (cut[at : at + _LINES_A_PAGE] for at in range(0, len(cut), _LINES_A_PAGE))
    return pdf(*([Words(50, 800 - 12 * at, line) for at, line in enumerate(one)] for one in sheets))


Damaging = Callable[[bytes], bytes]


def in_text(name: str, damaging: Damaging) -> bytes:
    return damaging(texts()[name])


def in_page(name: str, damaging: Damaging) -> bytes:
    return damaging(pages()[name])


def in_word_part(name: str, damaging: Damaging) -> bytes:
    return with_part(word(name), damaging(part_of(word(name))))


def in_word_file(name: str, damaging: Damaging) -> bytes:
    return damaging(word(name))


def in_pdf(name: str, damaging: Damaging) -> bytes:
    return damaging(printed(name))


FORMS: dict[str, tuple[Callable[[], dict[str, bytes]], Callable[[str, Damaging], bytes]]] = {
    "text": (texts, in_text),
    "page": (pages, in_page),
    "the XML of a Word document": (texts, in_word_part),
    "a Word document": (texts, in_word_file),
    "PDF": (texts, in_pdf),
}
