"""Which office format a file is in, by what is in it and never by its name."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Literal

Kind = Literal["RTF", "DOC", "ODT", "SXW", "FODT", "XML"]

_HEAD = 4096  # bytes in which an XML file says what it is
_RTF = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\\rtf")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of Office 97–2003
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_LOCKED_STREAM = "EncryptedPackage".encode("utf-16-le")  # a DOCX with a password
_SECTOR = 512
_WORD_MARK = b"\xec\xa5"  # the first bytes of the stream of a DOC, in the first sector as a rule
_FLAGS = 11  # its byte with the flag of a password
_ARCHIVES: dict[bytes, Kind] = {
    b"application/vnd.oasis.opendocument.text": "ODT",
    b"application/vnd.sun.xml.writer": "SXW",
}
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, KeyError, RuntimeError, NotImplementedError, OSError,
    EOFError, ValueError,
)  # fmt: skip
_XML: dict[bytes, Kind] = {
    b"<office:document": "FODT",
    b"<w:wordDocument": "XML",
    b"<pkg:package": "XML",
}


def is_office(data: bytes) -> bool:
    """Whether the bytes are an office file other than DOCX, a locked DOCX among them."""
    return _is_compound(data) or _in_archive(data) is not None or _plain_kind(data) is not None


def kind_of(data: bytes) -> Kind | None:
    """The format of a text document; ``None`` where the file is of another kind."""
    if _is_compound(data):
        return "DOC" if _WORD_STREAM in data or _word_at_start(data) else None
    return _in_archive(data) or _plain_kind(data)


def is_locked(data: bytes) -> bool:
    """Whether the text can be read with a password only."""
    if _is_compound(data):
        hidden = _word_at_start(data) and bool(data[_SECTOR + _FLAGS] & 1)
        return hidden or _LOCKED_STREAM in data
    return _in_archive(data) is not None and b"encryption-data" in _member(
        data, "META-INF/manifest.xml", 1_000_000
    )


def _is_compound(data: bytes) -> bool:
    return data.startswith(_COMPOUND)


def _word_at_start(data: bytes) -> bool:
    return data[_SECTOR : _SECTOR + 2] == _WORD_MARK and len(data) > _SECTOR + _FLAGS


def _plain_kind(data: bytes) -> Kind | None:
    if _RTF.match(data[:_HEAD]):
        return "RTF"
    head = data[:_HEAD]
    if not head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml"):
        return None
    return next((kind for mark, kind in _XML.items() if mark in head), None)


def _in_archive(data: bytes) -> Kind | None:
    if not data.startswith(b"PK\x03\x04"):
        return None
    said = _member(data, "mimetype", 200)
    return next((kind for mark, kind in _ARCHIVES.items() if said.startswith(mark)), None)


def _member(data: bytes, member: str, most: int) -> bytes:
    """The beginning of a file in an archive; nothing where it cannot be had."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(member) as file:
            return file.read(most)
    except _UNREADABLE:
        return b""
