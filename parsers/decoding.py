"""Bytes to text: Unicode and the old encodings of one byte; anything else is refused by name."""

from __future__ import annotations

import codecs
import re

from parsers.encodings import encoding_of
from parsers.errors import (
    BinarySourceError,
    EmptySourceError,
    TooLargeError,
    UnreadableEncodingError,
)
from parsers.kinds import kind_of

# The largest acts of the portal have about 900 KB of text (a seventh of this in UTF-8).
SIZE_LIMIT = 16_000_000
_BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_ASCII = 0x7F
_WHOLE_TO_DAMAGED = 20  # letters to each damaged byte of a text that was UTF-8
# What no document can hold: marks of binary files, and halves of characters.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def decode(data: bytes, name: str) -> str:
    """The text of ``data``, without a byte order mark.

    Raises:
        EmptySourceError, TooLargeError, BinarySourceError, UnreadableEncodingError.
    """
    if len(data) > SIZE_LIMIT:
        raise TooLargeError(name=name, size=len(data), limit=SIZE_LIMIT)
    kind = kind_of(data)
    if kind:
        raise BinarySourceError(name=name, kind=kind)
    return checked(_decoded(data, name), name)


def checked(text: str, name: str) -> str:
    """The text itself, where it may be that of an act.

    Raises:
        EmptySourceError, TooLargeError, BinarySourceError.
    """
    if len(text) > SIZE_LIMIT:
        raise TooLargeError(name=name, size=len(text), limit=SIZE_LIMIT)
    if _CONTROL.search(text):
        raise BinarySourceError(name=name, kind="a binary file")
    if not text.strip():
        raise EmptySourceError(name=name)
    return text


def _decoded(data: bytes, name: str) -> str:
    encoding = _marked(data) or _without_mark(data)
    if encoding is None and (_is_utf_8(data) or is_mostly_utf_8(data)):
        encoding = "utf-8"
    encoding = encoding or encoding_of(data)
    if encoding is None:
        raise UnreadableEncodingError(name=name, place=_first_odd(data))
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        place = len(data) - len(error.object) + error.start  # a mark before it was cut off
        raise UnreadableEncodingError(name=name, place=place) from error


def _marked(data: bytes) -> str | None:
    return next((encoding for mark, encoding in _BOMS.items() if data.startswith(mark)), None)


def is_mostly_utf_8(data: bytes) -> bool:
    """Whether the bytes are UTF-8 with a few damaged ones, which must not be read as letters."""
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    return damaged * _WHOLE_TO_DAMAGED <= sum(not char.isascii() for char in text) - damaged


def _first_odd(data: bytes) -> int:
    """The place of the first byte that Windows-1251 does not have, or of the first high one."""
    try:
        data.decode("cp1251")
    except UnicodeDecodeError as error:
        return error.start
    return next(place for place, byte in enumerate(data) if byte > _ASCII)


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
