"""How much the pages of a PDF draw, measured before any page is drawn.

A file of a thousand bytes can ask for more drawing than a machine has memory: streams that unpack
a thousandfold, drawings that repeat drawings. The reader that draws is not ours and cannot be
stopped, so what it would have to do is counted first.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import Any

# Bytes of drawing instructions. A page full of words has about 20,000, a scheme of a district or
# a form with all its lines a tenth of a million; a page within the limit is drawn in seconds.
PAGE_LIMIT = 8_000_000
DOCUMENT_LIMIT = 400_000_000
STREAM_LIMIT = 64_000_000  # bytes of one stream; pictures apart, which are never unpacked
_PIECE, _CHUNK = 16_384, 1_000_000  # bytes taken in and given out at a time
_STEP = 32  # what a piece counts at the least: an empty one takes its time too
_DEEPEST = 30  # drawings inside of drawings: real ones have three or four
_SHOWN = re.compile(rb"/([^\s/<>\[\](){}%]+)\s*Do\b")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
_DICTIONARY = 1_000  # bytes before a stream in which its dictionary stands
_UNPACKED = re.compile(rb"/Subtype\s*/Image\b")
_FORM = re.compile(rb"/Subtype\s*/Form\b")

Piece = bytes | memoryview


class TooMuchDrawingError(Exception):
    """More than any page of an act draws; ``met`` bytes were counted so far, of ``limit``."""

    def __init__(self, met: int, limit: int) -> None:
        super().__init__(met, limit)
        self.met = met
        self.limit = limit


def refuse_bombs(data: bytes) -> bool:
    """Whether any drawing in the file may draw others; for files whose pages cannot be followed.

    Raises:
        TooMuchDrawingError: one of the streams unpacks to more than a stream of any act.
    """
    nested = False
    for match in _STREAM.finditer(data):
        start = match.end()
        begins = max(data.rfind(b"obj", 0, match.start()), match.start() - _DICTIONARY, 0)
        head = data[begins : match.start()]
        if _UNPACKED.search(head):
            continue
        _refuse_large(data, start, len(_FLATE.findall(head)))
        nested = nested or bool(_FORM.search(head))
    return nested


def _refuse_large(data: bytes, start: int, layers: int) -> None:
    """Unpack a stream piece by piece, keeping nothing, up to the limit."""
    pieces = _pieces(memoryview(data), start) if layers else iter(())
    for _ in range(layers):
        pieces = _unpacked(pieces)
    total = 0
    for piece in pieces:
        total += len(piece)
        if total > STREAM_LIMIT:
            raise TooMuchDrawingError(total, STREAM_LIMIT)


def _pieces(data: memoryview, start: int) -> Iterator[Piece]:
    """The file from a place on; where the stream ends is known by unpacking it."""
    return (data[place : place + _PIECE] for place in range(start, len(data), _PIECE))


def _unpacked(pieces: Iterator[Piece]) -> Iterator[Piece]:
    unpacker = zlib.decompressobj()
    for piece in pieces:
        left = piece
        while left and not unpacker.eof:
            try:
                yield unpacker.decompress(left, _CHUNK)
            except zlib.error:
                return  # not packed in this way, locked, or damaged: the reader will see
            left = unpacker.unconsumed_tail
        if unpacker.eof:
            return


def refuse_endless(document: Any) -> None:  # noqa: ANN401 - objects of pypdf
    """Nothing, where every page draws what a page of an act may draw.

    Raises:
        TooMuchDrawingError: a page, or the document, draws more; or a drawing draws itself.
        Exception: whatever pypdf raises on a damaged file.
    """
    drawing = _Drawing()
    total = 0
    for page in document.pages:
        met = drawing.of_page(page)
        total += met
        if met > PAGE_LIMIT:
            raise TooMuchDrawingError(met, PAGE_LIMIT)
        if total > DOCUMENT_LIMIT:
            raise TooMuchDrawingError(total, DOCUMENT_LIMIT)


class _Drawing:
    """Counts the bytes of drawings with all that they draw; each drawing is counted once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], int] = {}
        self._kept: list[Any] = []  # so that no other object takes the number of one that is known

    def of_page(self, page: Any) -> int:  # noqa: ANN401 - as above
        """The bytes of a page."""
        resources = _object(page.get("/Resources"))
        contents = _object(page.get("/Contents"))
        pieces = contents if isinstance(contents, list) else [contents]
        total = 0
        for piece in pieces:
            total += self._of(_object(piece), resources, 0)
            if total > PAGE_LIMIT:
                break
        return total

    def _of(self, stream: Any, resources: Any, depth: int) -> int:  # noqa: ANN401 - as above
        """The bytes of a drawing; one inside of itself has more than any limit."""
        if not hasattr(stream, "get_data"):
            return _STEP
        key = id(stream), id(resources)
        if key not in self._known:
            self._known[key] = PAGE_LIMIT + 1  # while it is counted: it may draw itself
            self._kept.extend((stream, resources))
            self._known[key] = self._counted(stream, resources, depth)
        return self._known[key]

    def _counted(self, stream: Any, resources: Any, depth: int) -> int:  # noqa: ANN401 - as above
        words = _data(stream)
        total = len(words) + _STEP
        drawings: Any = _object(resources.get("/XObject")) if hasattr(resources, "get") else None
        if not hasattr(drawings, "get") or total > PAGE_LIMIT:
            return total
        for name, times in Counter(_SHOWN.findall(words)).items():
            drawn = _object(drawings.get("/" + _plain(name)))
            if not hasattr(drawn, "get") or drawn.get("/Subtype") == "/Image":
                continue
            if depth >= _DEEPEST:
                return PAGE_LIMIT + 1
            own = _object(drawn.get("/Resources")) or resources
            total += times * self._of(drawn, own, depth + 1)
        return total


def _data(stream: Any) -> bytes:  # noqa: ANN401 - as above
    """The stream unpacked; pypdf stops at limits of its own."""
    try:
        return bytes(stream.get_data())
    except Exception as error:
        if "Limit" in type(error).__name__:
            raise TooMuchDrawingError(STREAM_LIMIT, STREAM_LIMIT) from error
        raise


def _plain(name: bytes) -> str:
    """A name without the escapes of its signs."""
    return _ESCAPED.sub(lambda sign: bytes((int(sign[1], 16),)), name).decode("latin-1")


def _object(value: Any) -> Any:  # noqa: ANN401 - as above
    return value.get_object() if hasattr(value, "get_object") else value
