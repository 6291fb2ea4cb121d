"""The text layer of a PDF through pypdfium2: every letter with its box, every drawn line."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from parsers.pdf_sheets import Frame, Glyph, Point, Rule, Sheet, edges_of, glyph, rules_of

_BOLD = b"bold"
_LONGEST_NAME = 96  # bytes of a font's name that are looked at
_SIDES = 4  # of a rectangle
_UNKNOWN = "\ufffd"


class LayerError(Exception):
    """The file cannot be opened by this reader."""


class LockedLayerError(LayerError):
    """The file opens with a password only."""


def sheets(data: bytes) -> Iterator[Sheet]:
    """The pages of the document, one after another.

    Raises:
        ImportError: pypdfium2 is not installed.
        LayerError: the file cannot be opened.
    """
    import pypdfium2  # noqa: PLC0415 - a heavy library, loaded when a PDF is met

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise (LockedLayerError if locked else LayerError)(error) from error
    try:
        for place in range(len(document)):
            try:
                page = document[place]
            except pypdfium2.PdfiumError as error:
                message = f"page {place + 1}: {error}"
                raise LayerError(message) from error
            try:
                yield _Page(page).sheet()
            finally:
                page.close()
    finally:
        document.close()


def _scale(matrix: Any) -> float:  # noqa: ANN401 - the library has no types
    """How much larger than its font's size a letter is printed."""
    return math.hypot(matrix.c, matrix.d) or 1.0


class _Page:
    """One open page of pypdfium2."""

    def __init__(self, page: Any) -> None:  # noqa: ANN401 - the library has no types
        import pypdfium2.raw as raw  # noqa: PLC0415, PLR0402 - as above

        self._page = page
        self._raw = raw
        left, bottom, right, top = page.get_cropbox()
        self._frame = Frame(left, bottom, right, top, page.get_rotation())

    def sheet(self) -> Sheet:
        """All that the page shows."""
        width, height = self._frame.size
        text = self._page.get_textpage()
        try:
            glyphs = tuple(self._glyphs(text))
        finally:
            text.close()
        paths = self._page.get_objects(filter=[self._raw.FPDF_PAGEOBJ_PATH])
        rules = tuple(rule for path in paths for rule in self._rules(path))
        pictures = any(True for _ in self._page.get_objects(filter=[self._raw.FPDF_PAGEOBJ_IMAGE]))
        return Sheet(width, height, glyphs, rules, pictures)

    def _glyphs(self, text: Any) -> Iterator[Glyph]:  # noqa: ANN401 - as above
        raw, seen = self._raw, self._frame.seen
        x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
        matrix = raw.FS_MATRIX()
        line, bold, scale = None, False, 1.0
        for place in range(text.count_chars()):
            if raw.FPDFText_IsGenerated(text, place) == 1:
                continue  # a blank or a line's end that the library guessed
            raw.FPDFText_GetCharOrigin(text, place, x, y)
            raw.FPDFText_GetLooseCharBox(text, place, box)
            start, end = self._ends(seen(x.value, y.value), box)
            char = chr(raw.FPDFText_GetUnicode(text, place))
            if y.value != line:  # the first letter speaks for its line
                line, bold = y.value, self._is_bold(text, place)
                raw.FPDFText_GetMatrix(text, place, matrix)
                scale = _scale(matrix)
            size = raw.FPDFText_GetFontSize(text, place) * scale
            yield glyph(char if char != "\0" else _UNKNOWN, start, end, size, bold=bold)

    def _is_bold(self, text: Any, place: int) -> bool:  # noqa: ANN401 - as above
        name, flags = ctypes.create_string_buffer(_LONGEST_NAME), ctypes.c_int()
        self._raw.FPDFText_GetFontInfo(text, place, name, _LONGEST_NAME, flags)
        return _BOLD in name.value.lower()

    def _ends(self, origin: Point, box: Any) -> tuple[Point, Point]:  # noqa: ANN401 - as above
        """Both ends of the letter on its baseline."""
        one, other = self._frame.seen(box.left, box.bottom), self._frame.seen(box.right, box.top)
        left, right = sorted((one[0], other[0]))
        return (left, origin[1]), (right, origin[1])

    def _rules(self, path: Any) -> Iterator[Rule]:  # noqa: ANN401 - as above
        points = list(self._points(path))
        corners = {point for point, _ in points}
        sides = {coordinate for corner in corners for coordinate in corner}
        if len(corners) == _SIDES and len(sides) <= _SIDES:
            yield from self._rectangle(path, corners)
            return
        for (one, _), (other, begins) in pairwise(points):
            if not begins:
                yield from rules_of(one, other)

    def _rectangle(self, path: Any, corners: set[Point]) -> list[Rule]:  # noqa: ANN401 - as above
        """The sides of a drawn rectangle; a surface that is only filled has none."""
        fill, stroke = ctypes.c_int(), self._raw.FPDF_BOOL()
        self._raw.FPDFPath_GetDrawMode(path, fill, stroke)
        draw = edges_of if stroke.value else rules_of
        return draw(min(corners), max(corners))

    def _points(self, path: Any) -> Iterator[tuple[Point, bool]]:  # noqa: ANN401 - as above
        """The corners of a path as seen, and whether each begins a new line."""
        raw, matrix = self._raw, path.get_matrix()
        x, y = ctypes.c_float(), ctypes.c_float()
        first: Point | None = None
        for place in range(raw.FPDFPath_CountSegments(path)):
            segment = raw.FPDFPath_GetPathSegment(path, place)
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            begins = raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO
            at = self._frame.seen(*matrix.on_point(x.value, y.value))
            at = (round(at[0], 1), round(at[1], 1))
            first = at if begins or first is None else first
            yield at, begins
            if raw.FPDFPathSegment_GetClose(segment):
                yield first, False
