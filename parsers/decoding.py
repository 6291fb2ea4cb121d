"""Bytes to text: UTF-8, UTF-16 and Windows-1251; anything else is refused by name."""

from __future__ import annotations

import codecs
import re

from parsers.errors import (
    BinarySourceError,
    EmptySourceError,
    TooLargeError,
    UnreadableEncodingError,
)

# The largest acts of the portal have about 900 KB of text (a seventh of this in UTF-8).
SIZE_LIMIT = 16_000_000
_SIGNATURES = {
    b"PK\x03\x04": "a ZIP archive",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"{\\rtf": "RTF",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x1f\x8b": "a GZIP archive",
    b"\x7fELF": "a program",
}
_BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


def decode(data: bytes, name: str) -> str:
    """The text of ``data``, without a byte order mark.

    Raises:
        EmptySourceError, TooLargeError, BinarySourceError, UnreadableEncodingError.
    """
    if len(data) > SIZE_LIMIT:
        raise TooLargeError(name=name, size=len(data), limit=SIZE_LIMIT)
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            raise BinarySourceError(name=name, kind=kind)
    text = _decoded(data, name)
    if _CONTROL.search(text):
        raise BinarySourceError(name=name, kind="a binary file")
    if not text.strip():
        raise EmptySourceError(name=name)
    return text


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode(_encoding(data))
    except UnicodeDecodeError as error:
        place = len(data) - len(error.object) + error.start  # a mark before it was cut off
        raise UnreadableEncodingError(name=name, place=place) from error


def _encoding(data: bytes) -> str:
    for mark, encoding in _BOMS.items():
        if data.startswith(mark):
            return encoding
    return _without_mark(data) or ("utf-8" if _is_utf_8(data) else "cp1251")


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without a mark has a zero or a Cyrillic 04 in every second byte; text has neither.

    This is asked first: the bytes of Russian letters in UTF-16 would all pass as UTF-8.
    """
    for encoding, offset in (("utf-16-le", 1), ("utf-16-be", 0)):
        high = data[offset:4096:2]
        if high and sum(high.count(byte) for byte in (b"\x04", b"\x00")) > 0.9 * len(high):
            return encoding
    return None
