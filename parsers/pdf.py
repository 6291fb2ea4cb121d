"""A PDF as text: its lines put in order by what a person sees, its tables as rows of cells.

Two readers give the letters, pypdfium2 and, where that is not installed, pypdf; what is made of
them is the same. A file that cannot be read is refused with its reason.
"""

from __future__ import annotations

import io
import time
from collections.abc import Iterable, Iterator

import msgspec

from parsers import pdf_content, pdf_layer
from parsers.blocks import Block
from parsers.pdf_errors import (
    BlankPdfError,
    BrokenPdfError,
    EndlessPdfError,
    LockedPdfError,
    PdfError,
    PdfReaderMissingError,
    ScannedPdfError,
)
from parsers.pdf_pages import Page, columns_of, read_page, without_margins
from parsers.pdf_sheets import Sheet
from parsers.pdf_text import Joining, pieces_of, words_of, write

__all__ = [
    "BlankPdfError",
    "BrokenPdfError",
    "EndlessPdfError",
    "LockedPdfError",
    "PdfError",
    "PdfReaderMissingError",
    "PdfText",
    "ScannedPdfError",
    "is_pdf",
    "read_pdf",
]

PAGE_LIMIT = 2_000  # the longest acts of the portal have a quarter of it
SIZE_LIMIT = 64_000_000  # bytes; pictures of stamps make files larger than their text
LETTER_LIMIT = 16_000_000  # as many as are read of a plain text
TIME_LIMIT = 120  # seconds; two thousand pages take half of it
_LIMITS = {"pages": PAGE_LIMIT, "letters": LETTER_LIMIT, "seconds": TIME_LIMIT}
_HEADER_WITHIN = 1024  # bytes: the format allows some noise before its signature
_READABLE = 25  # letters of a page below which its picture is what is to be read


class PdfText(msgspec.Struct, frozen=True):
    """The text of all pages, what was left out of it with the reason, and its blocks.

    ``blocks`` are cut from ``text``: paragraphs and tables as they stand on the pages, with the
    merged cells that their lines show. ``pictures`` are the numbers of pages that hold a picture
    and no words.
    """

    text: str
    dropped: tuple[tuple[str, str], ...] = ()
    blocks: tuple[Block, ...] = ()
    pictures: tuple[int, ...] = ()


def is_pdf(data: bytes) -> bool:
    """Whether the bytes begin as a PDF does."""
    return b"%PDF-" in data[:_HEADER_WITHIN]


def read_pdf(data: bytes, name: str) -> PdfText:
    """The text of the document: a paragraph a line, a blank line after each, cells behind tabs.

    Raises:
        LockedPdfError: it opens with a password only.
        ScannedPdfError: it holds pictures of pages without text.
        BlankPdfError: it has neither text nor pictures.
        BrokenPdfError: it is damaged.
        EndlessPdfError: it is larger than any act, or takes longer to read.
        PdfReaderMissingError: no package that reads the format is installed.
    """
    if len(data) > SIZE_LIMIT:
        raise EndlessPdfError(name=name, what="bytes", met=len(data), limit=SIZE_LIMIT)
    _check(data, name)
    pages = list(_pages(_sheets(data, name), name))
    _check_words(pages, name)
    margins = without_margins(pages)
    columns = columns_of(margins.pages)
    joining = Joining()
    for page in margins.pages:
        joining.add(pieces_of(page, columns[round(page.width)]))
    written = write(joining.pieces, words_of(margins.pages))
    dropped = (*margins.dropped, *joining.dropped, *written.dropped)
    return PdfText(written.text, dropped, written.blocks, tuple(_pictures(pages)))


def _check(data: bytes, name: str) -> None:
    """Refuse what is locked or endless before a single page is read.

    What pypdf cannot open is left for the other reader to try.
    """
    try:
        import pypdf  # noqa: PLC0415 - loaded when a PDF is met
        import pypdf.errors  # noqa: PLC0415 - as above
    except ImportError:
        return
    try:
        document = pypdf.PdfReader(io.BytesIO(data))
        if document.is_encrypted and not document.decrypt(""):
            raise LockedPdfError(name=name)
        met = len(document.pages)
    except pypdf.errors.DependencyError:
        return
    except (pypdf.errors.PyPdfError, RecursionError, ValueError, TypeError, KeyError):
        return
    if met > PAGE_LIMIT:
        raise EndlessPdfError(name=name, what="pages", met=met, limit=PAGE_LIMIT)


def _sheets(data: bytes, name: str) -> Iterator[Sheet]:
    """The pages by the first reader that is installed."""
    for reader in (pdf_layer, pdf_content):
        try:
            yield from reader.sheets(data)
        except ImportError:
            continue
        except pdf_layer.LayerError as error:
            raise BrokenPdfError(name=name, detail=error) from error
        return
    raise PdfReaderMissingError(name=name)


def _pages(sheets: Iterable[Sheet], name: str) -> Iterator[Page]:
    """The pages as read, as long as they are no more than those of an act."""
    began, letters = time.monotonic(), 0
    for number, sheet in enumerate(sheets, 1):
        letters += len(sheet.glyphs)
        met = {"pages": number, "letters": letters, "seconds": time.monotonic() - began}
        for what, limit in _LIMITS.items():
            if met[what] > limit:
                raise EndlessPdfError(name=name, what=what, met=round(met[what]), limit=limit)
        yield read_page(sheet, number)


def _check_words(pages: list[Page], name: str) -> None:
    """Refuse a document of pictures, and one of nothing."""
    readable = sum(page.letters for page in pages)
    pictures = sum(page.pictures for page in pages)
    if pictures >= len(pages) / 2 and pictures and readable < _READABLE * len(pages):
        raise ScannedPdfError(name=name, pages=pictures)
    if not readable:
        raise BlankPdfError(name=name, pages=len(pages))


def _pictures(pages: list[Page]) -> Iterator[int]:
    return (page.number for page in pages if page.pictures and page.letters < _READABLE)
