"""The pages of a PDF through pypdfium2: their words, every drawn line, the pictures told."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import islice, pairwise, repeat
from typing import Any

from parsers.pdf_calls import Room, calls
from parsers.pdf_sheets import MOST_RULES, Frame, Point, Rule, Sheet, edges_of, rules_of
from parsers.pdf_state import SAME, Matrix, times
from parsers.pdf_words import PageWords

_SIDES = 4  # of a rectangle
_DEEPEST = 12  # drawings inside of drawings


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
    room = Room()
    before = None  # open until the next one is: its fonts need not be loaded again
    try:
        for place in range(len(document)):
            try:
                page = document[place]
                sheet = _sheet(page, room)
            except pypdfium2.PdfiumError as error:
                message = f"page {place + 1}: {error}"
                raise LayerError(message) from error
            if before is not None:
                before.close()
            before = page
            yield sheet
    finally:
        document.close()


def _sheet(page: Any, room: Room) -> Sheet:  # noqa: ANN401 - the library has no types
    """All that the page shows."""
    left, bottom, right, top = page.get_cropbox()
    frame = Frame(left, bottom, right, top, page.get_rotation())
    drawing = _Drawing(frame)
    # One more than are used is enough to tell a drawing from a table.
    rules = tuple(islice(drawing.rules_of_page(page.raw), MOST_RULES + 1))
    text = page.get_textpage()
    try:
        printed = tuple(PageWords(text.raw, frame, rules, room).read())
    finally:
        text.close()
    return Sheet(*frame.size, printed, rules, drawing.pictures)


class _Drawing:
    """What one page of pypdfium2 draws beside words; ``pictures`` is known at the end."""

    def __init__(self, frame: Frame) -> None:
        import pypdfium2.raw as raw  # noqa: PLC0415, PLR0402 - as above

        self.pictures = False
        self._frame = frame
        self._raw, self._calls = raw, calls()
        self._matrix = raw.FS_MATRIX()
        self._x, self._y = ctypes.c_float(), ctypes.c_float()
        self._places = ctypes.byref(self._x), ctypes.byref(self._y)
        self._matrix_at = ctypes.byref(self._matrix)

    def rules_of_page(self, page: Any) -> Iterator[Rule]:  # noqa: ANN401 - as above
        """The ruling lines of a page."""
        objects = range(self._raw.FPDFPage_CountObjects(page))
        drawn = list(map(self._calls.object_of_page, repeat(page), objects))
        words = self._raw.FPDF_PAGEOBJ_TEXT
        for one, kind in zip(drawn, map(self._calls.kind, drawn), strict=True):
            if kind != words:
                yield from self._rules(one, SAME, 0)

    def _rules(self, drawn: Any, outer: Matrix, depth: int) -> Iterator[Rule]:  # noqa: ANN401 - as above
        raw, kind = self._raw, self._raw.FPDFPageObj_GetType(drawn)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            own = self._own(drawn)
            yield from self._rules_of_path(drawn, own if outer is SAME else times(own, outer))
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            self.pictures = True
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = times(self._own(drawn), outer)
            for place in range(raw.FPDFFormObj_CountObjects(drawn)):
                yield from self._rules(raw.FPDFFormObj_GetObject(drawn, place), inner, depth + 1)

    def _own(self, drawn: Any) -> Matrix:  # noqa: ANN401 - as above
        """How an object is placed in the drawing that it is part of."""
        m = self._matrix
        self._calls.object_matrix(drawn, self._matrix_at)
        return m.a, m.b, m.c, m.d, m.e, m.f

    def _rules_of_path(self, path: Any, matrix: Matrix) -> Iterator[Rule]:  # noqa: ANN401 - as above
        points = list(self._points(path, matrix))
        if len(points) >= _SIDES:
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

    def _points(self, path: Any, matrix: Matrix) -> Iterator[tuple[Point, bool]]:  # noqa: ANN401 - as above
        """The corners of a path as seen, and whether each begins a new line."""
        calls, x, y = self._calls, self._x, self._y
        move = self._raw.FPDF_SEGMENT_MOVETO
        a, b, c, d, e, f = matrix
        first: Point | None = None
        for place in range(calls.segments(path)):
            segment = calls.segment(path, place)
            calls.point(segment, *self._places)
            begins = calls.begins(segment) == move
            u, v = x.value, y.value
            at = self._frame.seen(a * u + c * v + e, b * u + d * v + f)
            at = (round(at[0], 1), round(at[1], 1))
            first = at if begins or first is None else first
            yield at, begins
            if calls.closes(segment):
                yield first, False
