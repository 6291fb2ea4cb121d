"""What a browser packs a page into: MHTML, Safari's web archive, a compressed copy."""

from __future__ import annotations

import email
import plistlib
import re
import zlib
from collections.abc import Iterator

import msgspec

_FIELD = re.compile(rb"\s*[!-9;-~]+:[ \t]")
_MHTML = re.compile(rb"^content-type:\s*(?:multipart/|text/html)", re.IGNORECASE | re.MULTILINE)
_VERSION = re.compile(rb"^mime-version:", re.IGNORECASE | re.MULTILINE)
_HEAD = 16_384  # bytes in which an archive says what it is; it repeats the page's title there
_PLIST = (b"bplist00", b"<?xml")
_MAIN = b"WebMainResource"
_GZIP = b"\x1f\x8b"
_FRAMES = 20  # pages in one archive: the act, what it frames, banners
_DEPTH = 8  # of frames in frames


class Packed(msgspec.Struct, frozen=True):
    """A page as it stood in an archive, with the encoding that the archive names."""

    data: bytes
    encoding: str | None = None


class DamagedArchiveError(Exception):
    """For the reader of pages alone: it says the same with the name of the file."""


def is_archive(data: bytes) -> bool:
    """Whether the bytes are a web archive of some browser."""
    return _is_mhtml(data[:_HEAD].replace(b"\0", b"")) or _is_safari(data)


def is_compressed(data: bytes) -> bool:
    """Whether the bytes are a file compressed by gzip, as a download tool leaves a page."""
    return data.startswith(_GZIP)


def beginning(data: bytes) -> bytes:
    """The first bytes of a compressed file; nothing where it is damaged."""
    try:
        return zlib.decompressobj(wbits=31).decompress(data[:_HEAD], _HEAD)
    except zlib.error:
        return b""


def pages_in(data: bytes) -> list[Packed]:
    """The pages in an archive, in their order.

    Raises:
        DamagedArchiveError: it cannot be unpacked.
    """
    unpack = _safari if _is_safari(data) else _mhtml
    try:
        return [page for _, page in zip(range(_FRAMES), unpack(data), strict=False)]
    except (RecursionError, LookupError, ValueError, TypeError, OverflowError) as error:
        raise DamagedArchiveError from error


def _is_mhtml(head: bytes) -> bool:
    return bool(_FIELD.match(head) and _VERSION.search(head) and _MHTML.search(head))


def _is_safari(data: bytes) -> bool:
    return data.startswith(_PLIST) and _MAIN in data and _begins_plist(data[:_HEAD])


def _begins_plist(head: bytes) -> bool:
    return head.startswith(b"bplist00") or b"<plist" in head


def _mhtml(data: bytes) -> Iterator[Packed]:
    for part in email.message_from_bytes(data).walk():
        content = part.get_payload(decode=True)
        if _is_html(part.get_content_type()) and isinstance(content, bytes):
            yield Packed(content, part.get_content_charset())


def _is_html(kind: str) -> bool:
    return kind in {"text/html", "application/xhtml+xml"}


def _safari(data: bytes) -> Iterator[Packed]:
    """The main resource of Safari's property list, then the pages it frames."""
    yield from _resources(plistlib.loads(data), _DEPTH)


def _resources(archive: object, depth: int) -> Iterator[Packed]:
    if not isinstance(archive, dict) or not depth:
        return
    main = archive.get("WebMainResource")
    content = main.get("WebResourceData") if isinstance(main, dict) else None
    if isinstance(main, dict) and isinstance(content, bytes):
        said = main.get("WebResourceTextEncodingName")
        yield Packed(content, said if isinstance(said, str) else None)
    framed = archive.get("WebSubframeArchives")
    for inner in framed if isinstance(framed, list) else ():
        yield from _resources(inner, depth - 1)
