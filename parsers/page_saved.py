"""A saved page to its HTML in UTF-8: archives unpacked, encodings told."""

from __future__ import annotations

import codecs
import re

from parsers.errors import SourceError, TooLargeError, UnreadableEncodingError
from parsers.page_archives import (
    DamagedArchiveError,
    Packed,
    beginning,
    is_archive,
    is_compressed,
    pages_in,
)

# Bytes of a page with its pictures; the text of the largest acts is below a megabyte.
PAGE_LIMIT = 64_000_000
_HEAD = 16_384  # bytes in which a file says that it is a page
_LATE = 262_144  # bytes in which it says its encoding: the portal's own head comes first
_OPENING = re.compile(  # comments are matched once and for all: many of them would take for ever
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*>\s*)?(?>(?:<!--.*?-->\s*)*)"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|link|main|div|article|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})",
    re.IGNORECASE,
)
_BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
# One byte for a letter; a declaration of any other encoding is not believed.
_ONE_BYTE = {"cp1251", "kz1048", "koi8-r", "iso8859-5"}
_BOX = b"container_gamma"


class BrokenPageError(SourceError):
    """A saved page without the text of an act, or one that is not whole."""

    template = (
        "%(name)s cannot be read as the saved page of an act: %(detail)s. Open the act at "
        "old.adilet.zan.kz, wait until its whole text is shown and save the page again, as HTML "
        "or MHTML."
    )


class CompressedPageError(SourceError):
    """A page that a download tool left compressed."""

    template = (
        "%(name)s is a page compressed with gzip. Expected the page itself: unpack the file "
        "(7-Zip, or gzip -d), or save the page again from a browser, as HTML or MHTML."
    )


def is_page(data: bytes) -> bool:
    """Whether the bytes are HTML, or a web archive (MHTML, Safari's), or either compressed."""
    if is_compressed(data):
        data = beginning(data)
    return _is_html(data) or is_archive(data)


def _is_html(data: bytes) -> bool:
    return bool(_OPENING.match(data[:_HEAD].replace(b"\0", b"")))  # the zero bytes of UTF-16


def html_of(data: bytes, name: str) -> list[bytes]:
    """The page's HTML in UTF-8; of an archive the act's page first, then what it frames.

    Raises:
        TooLargeError, UnreadableEncodingError, CompressedPageError.
        BrokenPageError: a web archive that holds no page.
    """
    if len(data) > PAGE_LIMIT:
        raise TooLargeError(name=name, size=len(data), limit=PAGE_LIMIT)
    if is_compressed(data):
        raise CompressedPageError(name=name)
    pages = [Packed(data)] if _is_html(data) or not is_archive(data) else _unpacked(data, name)
    return [_in_utf_8(pages[0], name), *filter(None, map(_framed, pages[1:]))]


def _framed(page: Packed) -> bytes | None:
    """A page beside that of the act; ``None`` where it cannot be read, which harms no act."""
    try:
        return _in_utf_8(page, "")
    except UnreadableEncodingError:
        return None


def _unpacked(data: bytes, name: str) -> list[Packed]:
    """The pages in a web archive, those with the act's box first."""
    try:
        pages = pages_in(data)
    except DamagedArchiveError as error:
        raise BrokenPageError(name=name, detail="the web archive is damaged") from error
    if not pages:
        raise BrokenPageError(name=name, detail="the web archive has no page in it")
    return sorted(pages, key=lambda page: _BOX not in page.data)


def _in_utf_8(page: Packed, name: str) -> bytes:
    """The page by its mark, else as UTF-8 where it is that, else as declared, else Windows-1251.

    What a page declares is asked last: a browser that saves it anew may leave the old word.
    """
    data = page.data
    encoding = _marked(data)
    try:
        text = data.decode(encoding or "utf-8")
        return text.encode() if encoding else data
    except UnicodeDecodeError as error:
        if encoding or _is_mostly_utf_8(data):
            raise UnreadableEncodingError(name=name, place=error.start) from error
    try:
        return data.decode(_declared(page) or "cp1251").encode()
    except UnicodeDecodeError as error:
        raise UnreadableEncodingError(name=name, place=error.start) from error


def _marked(data: bytes) -> str | None:
    """The encoding that a byte order mark or the zero bytes of UTF-16 tell."""
    for mark, encoding in _BOMS.items():
        if data.startswith(mark):
            return encoding
    start = data[:64]
    for zeros, encoding in ((start[1::2], "utf-16-le"), (start[::2], "utf-16-be")):
        if zeros and zeros.count(0) * 2 > len(zeros):
            return encoding
    return None


def _is_mostly_utf_8(data: bytes) -> bool:
    """Whether the bytes are UTF-8 with a few damaged ones (which are then refused)."""
    text = data.decode("utf-8", "replace")
    return text.count("\ufffd") * 20 <= len(text) - len(text.encode("ascii", "ignore"))


def _declared(page: Packed) -> str | None:
    found = _CHARSET.search(page.data[:_LATE])
    return _known(page.encoding) or _known(found[1].decode("ascii") if found else None)


def _known(declared: str | None) -> str | None:
    try:
        name = codecs.lookup(declared or "").name
    except (LookupError, ValueError):
        return None
    return name if name in _ONE_BYTE else None
