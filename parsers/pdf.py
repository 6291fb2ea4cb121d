"""A PDF as text: its lines put in order by what a person sees, its tables as rows of cells.

Two readers give the letters, pypdfium2 and, where that is not installed, pypdf; what is made of
them is the same. A file that cannot be read is refused with its reason.
"""

from __future__ import annotations

import io
import logging
import time
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

import msgspec
from msgspec.structs import replace

from model import Accounting, Dropped
from parsers import pdf_bounds, pdf_content, pdf_layer, pdf_look
from parsers.blocks import Block
from parsers.language import language_of
from parsers.pdf_errors import (
    BlankPdfError,
    BrokenPdfError,
    EndlessPdfError,
    LockedPdfError,
    PdfError,
    PdfReaderMissingError,
    ScannedPdfError,
    SlowPdfError,
)
from parsers.pdf_pages import Page, columns_of, read_page, without_margins
from parsers.pdf_sheets import Sheet
from parsers.pdf_spelling import Spelling
from parsers.pdf_text import Joined, Joining, pieces_of, write

__all__ = [
    "BlankPdfError",
    "BrokenPdfError",
    "EndlessPdfError",
    "LockedPdfError",
    "PdfError",
    "PdfReaderMissingError",
    "PdfText",
    "ScannedPdfError",
    "SlowPdfError",
    "is_pdf",
    "read_pdf",
    "with_dropped",
]

PAGE_LIMIT = 2_000  # the longest acts of the portal have a quarter of it
SIZE_LIMIT = 64_000_000  # bytes; pictures of stamps make files larger than their text
LETTER_LIMIT = 4_000_000  # four times the largest acts
TIME_LIMIT = 300  # seconds; the largest acts take a tenth of it
_HEADER_WITHIN = 1024  # bytes: the format allows some noise before its signature
_TELLING = 200  # lines from which the language of the pages is told
_READABLE = 25  # letters of a page below which its picture is what is to be read


class PdfText(msgspec.Struct, frozen=True):
    """The text of all pages, what was left out of it with the reason, and its blocks.

    ``blocks`` are cut from ``text``: paragraphs and tables as they stand on the pages, with the
    merged cells that their lines show. ``pictures`` are the numbers of pages that hold a picture
    and no words; ``joined`` are words that narrow cells had cut.
    """

    text: str
    dropped: tuple[tuple[str, str], ...] = ()
    blocks: tuple[Block, ...] = ()
    pictures: tuple[int, ...] = ()
    joined: tuple[Joined, ...] = ()


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
        EndlessPdfError: it is larger than any act.
        SlowPdfError: it takes too long to read.
        PdfReaderMissingError: no package that reads the format is installed.
    """
    _bounded("bytes", len(data), SIZE_LIMIT, name)
    _check(data, name)
    pages = list(_pages(_sheets(data, name), name))
    _check_words(pages, name)
    margins = without_margins(pages)
    lines = (line.text for page in pages for line in page.lines)
    lang = language_of(" ".join(islice(lines, _TELLING)))
    columns = columns_of(margins.pages, lang)
    joining = Joining()
    for page in margins.pages:
        joining.add(pieces_of(page, columns[round(page.width)]))
    written = write(joining.pieces, Spelling(margins.pages))
    dropped = (*margins.dropped, *joining.dropped, *written.dropped)
    return PdfText(written.text, dropped, written.blocks, tuple(_pictures(pages)), written.joined)


def _check(data: bytes, name: str) -> None:
    """Refuse what is locked or endless before a single page is drawn.

    A plain file needs no more than a look. What pypdf cannot open is left for the other reader
    to try, unless drawings stand in it: how
    much they would draw is then unknown.
    """
    if pdf_look.is_plain(data):
        return
    _hush()
    try:
        nested = pdf_bounds.refuse_bombs(data)
        followed = _follow(data, name)
    except pdf_bounds.TooMuchDrawingError as error:
        raise EndlessPdfError(
            name=name, what="bytes of drawing", met=error.met, limit=error.limit
        ) from error
    if nested and not followed:
        raise BrokenPdfError(name=name, detail="it is damaged, and its drawings cannot be followed")


def _follow(data: bytes, name: str) -> bool:
    """Whether pypdf could follow all that the pages draw, within the limits."""
    try:
        import pypdf  # noqa: PLC0415 - loaded when a PDF is met
    except ImportError:
        return True  # what cannot be measured is not held against the file
    try:
        document = pypdf.PdfReader(io.BytesIO(data))
        locked = document.is_encrypted and not document.decrypt("")
        met = 0 if locked else len(document.pages)
        if not locked and met <= PAGE_LIMIT:
            pdf_bounds.refuse_endless(document)
    except pdf_bounds.TooMuchDrawingError:
        raise
    except Exception:  # noqa: BLE001 - a damaged file raises anything in the library
        return False
    if locked:
        raise LockedPdfError(name=name)
    _bounded("pages", met, PAGE_LIMIT, name)
    return True


@cache
def _hush() -> None:
    """Keep the remarks of pypdf from the user's screen; who wants them sets up logging."""
    logging.getLogger("pypdf").addHandler(logging.NullHandler())


def _sheets(data: bytes, name: str) -> Iterator[Sheet]:
    """The pages by the first reader that is installed."""
    for reader in (pdf_layer, pdf_content):
        try:
            yield from reader.sheets(data)
        except ImportError:
            continue
        except pdf_layer.LockedLayerError as error:
            raise LockedPdfError(name=name) from error
        except pdf_layer.LayerError as error:
            raise BrokenPdfError(name=name, detail=str(error).rstrip(".")) from error
        return
    raise PdfReaderMissingError(name=name)


def _pages(sheets: Iterable[Sheet], name: str) -> Iterator[Page]:
    """The pages as read, as long as they are no more than those of an act."""
    ends, letters = time.monotonic() + TIME_LIMIT, 0
    for number, sheet in enumerate(sheets, 1):
        letters += sheet.length
        _bounded("pages", number, PAGE_LIMIT, name)
        _bounded("letters", letters, LETTER_LIMIT, name)
        if time.monotonic() > ends:
            raise SlowPdfError(name=name, limit=TIME_LIMIT, page=number)
        yield read_page(sheet, number)


def _bounded(what: str, met: int, limit: int, name: str) -> None:
    if met > limit:
        raise EndlessPdfError(name=name, what=what, met=met, limit=limit)


def _check_words(pages: list[Page], name: str) -> None:
    """Refuse a document of pictures, and one of nothing."""
    pictures = sum(page.pictures for page in pages)
    if pictures >= len(pages) / 2 and pictures:
        readable = sum(page.letters for page in pages)
        if readable < _READABLE * len(pages):
            raise ScannedPdfError(name=name, pages=pictures)
    if not any(any(map(str.isalnum, page.chars)) for page in pages):
        raise BlankPdfError(name=name, pages=len(pages))


def _pictures(pages: list[Page]) -> Iterator[int]:
    return (page.number for page in pages if page.pictures and page.letters < _READABLE)


def with_dropped(account: Accounting, pdf: PdfText) -> Accounting:
    """The account with what the pages had beside the text."""
    dropped = tuple(Dropped(reason, words) for reason, words in pdf.dropped)
    letters = sum(len("".join(one.text.split())) for one in dropped)
    return replace(account, source=account.source + letters, dropped=(*account.dropped, *dropped))
