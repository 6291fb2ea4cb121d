"""Whether a PDF is made so plainly that a look at its bytes shows how much its pages can draw.

Following every drawing of a file takes as long as reading its words, and the library for it takes
longer to load than most acts to read. Most programs write files whose pages draw one stream each,
and in which nothing draws anything else; whatever looks otherwise is followed.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from parsers.pdf_bounds import DOCUMENT_LIMIT, PAGE_LIMIT

# What makes a file less than plain: locks, objects inside of streams, drawings that others draw,
# chains of packings, packings other than the usual one, names that hide behind escapes.
_NOT_PLAIN = re.compile(
    rb"/Encrypt|/ObjStm|/Type3|/Pattern|/Form|/Filter[\s%]*[\[\d%]"
    rb"|/LZW|/RunLength|/ASCII|/Crypt|/RL\b|/AHx|/A85|/[A-Za-z]{0,40}#[0-9A-Fa-f]{2}"
)
_BEGIN = re.compile(rb"obj(?<!endobj)(\s{0,2}<<)?")
_NUMBERED = re.compile(rb"(?<!\d)(\d{1,9})\s{1,2}\d{1,5}\s{1,2}\Z")
_LONGEST_NUMBER = 20  # bytes before the word "obj"
_CONTENTS = re.compile(rb"/Contents(?:\s{1,2}(\d{1,9})\s\d{1,5}\sR\b)?")
_STREAM = re.compile(rb"stream(?<!endstream)\r?\n?")
_MOST_PAGES = 1_000
_STEP = 65_536  # bytes taken in at a time: a stream ends where it says so itself


def is_plain(data: bytes) -> bool:
    """Whether no page can draw more than a page of an act, as far as a look can tell."""
    if len(data) > PAGE_LIMIT or _NOT_PLAIN.search(data):
        return False
    pages = [match[1] and match[1].lstrip(b"0") for match in _CONTENTS.finditer(data)]
    if None in pages or len(pages) > _MOST_PAGES or not _are_streams(data, set(pages)):
        return False
    largest = _largest(data)
    return largest <= PAGE_LIMIT and largest * len(pages) <= DOCUMENT_LIMIT


def _are_streams(data: bytes, numbers: set[bytes]) -> bool:
    """Whether these objects are single ones, not lists; every object must show its number."""
    for match in _BEGIN.finditer(data):
        number = _NUMBERED.search(data[max(match.start() - _LONGEST_NUMBER, 0) : match.start()])
        if number is None or (not match[1] and number[1].lstrip(b"0") in numbers):
            return False
    return True


def _largest(data: bytes) -> int:
    """The bytes of the largest stream, unpacked where it can be, whatever it says of itself."""
    sizes = (_size(data, match.end()) for match in _STREAM.finditer(data))
    largest = len(data)  # of one that is not packed
    for size in sizes:
        largest = max(largest, size)
        if largest > PAGE_LIMIT:
            break
    return largest


def _size(data: bytes, start: int) -> int:
    """The bytes that a stream unpacks to; at the most one more than a page may draw."""
    unpacker = zlib.decompressobj()
    total = 0
    for piece in _pieces(data, start):
        try:
            total += len(unpacker.decompress(piece, PAGE_LIMIT + 1 - total))
        except zlib.error:
            return total
        if unpacker.eof or total > PAGE_LIMIT:
            break
    return total


def _pieces(data: bytes, start: int) -> Iterator[memoryview]:
    view = memoryview(data)
    return (view[place : place + _STEP] for place in range(start, len(data), _STEP))
