"""A saved page to its HTML as text: web archives unpacked, encodings told."""

from __future__ import annotations

import codecs
import email
import re
from collections.abc import Iterator
from email.message import Message

from parsers.errors import SourceError, TooLargeError, UnreadableEncodingError

# Bytes of a page with its pictures; the text of the largest acts is below a megabyte.
PAGE_LIMIT = 64_000_000
_HEAD = 16_384  # bytes in which a file says what it is; an archive repeats the title there
_OPENING = re.compile(  # comments are matched once and for all: many of them would take for ever
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*>\s*)?(?>(?:<!--.*?-->\s*)*)"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|link|main|div|article|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_FIELD = re.compile(rb"\s*[!-9;-~]+:[ \t]")
_ARCHIVE = re.compile(rb"^content-type:\s*(?:multipart/|text/html)", re.IGNORECASE | re.MULTILINE)
_VERSION = re.compile(rb"^mime-version:", re.IGNORECASE | re.MULTILINE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
    b"<\0": "utf-16-le",
    b"\0<": "utf-16-be",
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


def is_page(data: bytes) -> bool:
    """Whether the bytes are HTML, or a web archive (MHTML)."""
    head = data[:_HEAD].replace(b"\0", b"")  # the zero bytes of UTF-16
    return bool(_OPENING.match(head)) or _is_archive(head)


def _is_archive(head: bytes) -> bool:
    return bool(_FIELD.match(head) and _VERSION.search(head) and _ARCHIVE.search(head))


def html_of(data: bytes, name: str) -> str:
    """The page's HTML as text.

    Raises:
        TooLargeError, UnreadableEncodingError.
        BrokenPageError: a web archive that holds no page.
    """
    if len(data) > PAGE_LIMIT:
        raise TooLargeError(name=name, size=len(data), limit=PAGE_LIMIT)
    declared = None
    if _is_archive(data[:_HEAD]):
        data, declared = _unpacked(data, name)
    return _decoded(data, declared, name)


def _unpacked(data: bytes, name: str) -> tuple[bytes, str | None]:
    """The page in a web archive and its encoding; of several pages that with the act's box."""
    try:
        pages = list(_pages(email.message_from_bytes(data)))
    except (RecursionError, LookupError, ValueError) as error:
        raise BrokenPageError(name=name, detail="the web archive is damaged") from error
    if not pages:
        raise BrokenPageError(name=name, detail="the web archive has no page in it")
    return next((page for page in pages if _BOX in page[0]), pages[0])


def _pages(message: Message) -> Iterator[tuple[bytes, str | None]]:
    for part in message.walk():
        content = part.get_payload(decode=True)
        if part.get_content_type() == "text/html" and isinstance(content, bytes):
            yield content, part.get_content_charset()


def _decoded(data: bytes, declared: str | None, name: str) -> str:
    encoding = _encoding(data, declared)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableEncodingError(name=name, place=error.start) from error


def _encoding(data: bytes, declared: str | None) -> str:
    """By the mark, else UTF-8 where the bytes are that, else as declared, else Windows-1251.

    What a page declares is asked last: a browser that saves it anew may leave the old word.
    """
    for mark, encoding in _BOMS.items():
        if data.startswith(mark):
            return encoding
    if _is_mostly_utf_8(data):
        return "utf-8"
    found = _CHARSET.search(data[:_HEAD])
    return _known(declared) or _known(found[1].decode("ascii") if found else None) or "cp1251"


def _is_mostly_utf_8(data: bytes) -> bool:
    """Whether the bytes are UTF-8, perhaps with a few damaged ones (which are then refused)."""
    text = data.decode("utf-8", "replace")
    return text.count("\ufffd") * 20 <= sum(not char.isascii() for char in text)


def _known(declared: str | None) -> str | None:
    try:
        name = codecs.lookup(declared or "").name
    except (LookupError, ValueError):
        return None
    return name if name in _ONE_BYTE else None
