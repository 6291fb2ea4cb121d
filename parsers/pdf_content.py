"""The letters and lines of a PDF through pypdf: what its page descriptions draw, step by step.

The second reader, for machines without pypdfium2.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from msgspec.structs import replace

from parsers.pdf_fonts import NO_FONT, Font, font_of
from parsers.pdf_layer import LayerError
from parsers.pdf_sheets import Frame, Point, Printed, Rule, Sheet, edges_of, printed, rules_of
from parsers.pdf_state import SAME, Matrix, State, matrix_of, times

_DEEPEST = 12  # drawings inside of drawings
_THOUSAND = 1000.0


def sheets(data: bytes) -> Iterator[Sheet]:
    """The pages of the document, one after another.

    Raises:
        ImportError: pypdf is not installed.
        LayerError: the file cannot be opened.
    """
    import pypdf  # noqa: PLC0415 - loaded when a PDF is met

    try:
        document = pypdf.PdfReader(io.BytesIO(data))
        if document.is_encrypted:
            document.decrypt("")
        for page in document.pages:
            yield _sheet(page, document)
    except Exception as error:  # a damaged file raises anything in the library
        raise LayerError(str(error) or type(error).__name__) from error


def _sheet(page: Any, document: Any) -> Sheet:  # noqa: ANN401 - the library's own objects
    box = page.cropbox
    frame = Frame(
        left=float(box.left),
        bottom=float(box.bottom),
        right=float(box.right),
        top=float(box.top),
        turn=int(page.rotation) % 360,
    )
    drawing = _Drawing(frame, document)
    contents = page.get_contents()
    if contents is not None:
        drawing.draw(contents, page.get("/Resources"))
    return Sheet(*frame.size, tuple(drawing.printed), tuple(drawing.rules), drawing.pictures)


class _Drawing:
    """Follows the operators of a page; each is a method of the table at the end."""

    def __init__(self, frame: Frame, document: Any) -> None:  # noqa: ANN401 - as above
        self.printed: list[Printed] = []
        self.rules: list[Rule] = []
        self.pictures = False
        self._frame = frame
        self._document = document
        self._state = State()
        self._saved: list[State] = []
        self._line = self._pen = SAME
        self._path: list[list[Point]] = []
        self._boxes: list[tuple[Point, Point]] = []
        self._resources: Any = None
        self._fonts: dict[int, Font] = {}
        self._depth = 0

    def draw(self, contents: Any, resources: Any) -> None:  # noqa: ANN401 - as above
        """All that a stream of operators draws."""
        from pypdf.generic import ContentStream  # noqa: PLC0415 - loaded when a PDF is met

        outer, self._resources = self._resources, _object(resources) or self._resources
        for operands, operator in ContentStream(contents, self._document).operations:
            act = _OPERATORS.get(operator)
            if act is not None:
                act(self, operands)
        self._resources = outer

    def save(self, _: list[Any]) -> None:
        self._saved.append(self._state)

    def restore(self, _: list[Any]) -> None:
        if self._saved:
            self._state = self._saved.pop()

    def turn(self, operands: list[Any]) -> None:
        self._state = replace(self._state, matrix=times(matrix_of(operands), self._state.matrix))

    def begin(self, _: list[Any]) -> None:
        self._line = self._pen = SAME

    def take_font(self, operands: list[Any]) -> None:
        fonts = _object(_object(self._resources or {}).get("/Font")) or {}
        resource = _object(fonts.get(operands[0]))
        if resource is not None and id(resource) not in self._fonts:
            self._fonts[id(resource)] = font_of(resource)
        font = self._fonts.get(id(resource), NO_FONT)
        self._state = replace(self._state, font=font, size=float(operands[1]))

    def place(self, operands: list[Any]) -> None:
        self._line = self._pen = matrix_of(operands)

    def step(self, operands: list[Any]) -> None:
        move = (1.0, 0.0, 0.0, 1.0, float(operands[0]), float(operands[1]))
        self._line = self._pen = times(move, self._line)

    def step_leading(self, operands: list[Any]) -> None:
        self._state = replace(self._state, leading=-float(operands[1]))
        self.step(operands)

    def next_line(self, _: list[Any]) -> None:
        self.step([0, -self._state.leading])

    def show(self, operands: list[Any]) -> None:
        self._show(operands[0])

    def show_next(self, operands: list[Any]) -> None:
        self.next_line([])
        self._show(operands[-1])

    def show_all(self, operands: list[Any]) -> None:
        for item in operands[0]:
            if isinstance(item, (int, float)):
                self._advance(-float(item) / _THOUSAND * self._state.size * self._state.stretch)
            else:
                self._show(item)

    def _advance(self, by: float) -> None:
        self._pen = times((1.0, 0.0, 0.0, 1.0, by, 0.0), self._pen)

    def _show(self, string: Any) -> None:  # noqa: ANN401 - as above
        state = self._state
        for code, letters, width in state.font.shown(_bytes(string)):
            start = self._seen(0.0)
            self._advance(width / _THOUSAND * state.size * state.stretch)
            end = self._seen(0.0)
            size = state.size * abs(complex(*times(self._pen, state.matrix)[2:4]))
            if letters:
                self.printed.append(printed(letters, start, end, size, bold=state.font.bold))
            single = state.font.bytes_a_code == 1 and code == ord(" ")
            self._advance((state.between + (state.blank if single else 0.0)) * state.stretch)

    def _seen(self, along: float) -> Point:
        matrix = times(self._pen, self._state.matrix)
        return self._point(matrix, along, self._state.rise)

    def _point(self, matrix: Matrix, x: float, y: float) -> Point:
        a, b, c, d, e, f = matrix
        return self._frame.seen(a * x + c * y + e, b * x + d * y + f)

    def move(self, operands: list[Any]) -> None:
        self._path.append([self._point(self._state.matrix, *map(float, operands[:2]))])

    def line(self, operands: list[Any]) -> None:
        if self._path:
            self._path[-1].append(self._point(self._state.matrix, *map(float, operands[:2])))

    def close(self, _: list[Any]) -> None:
        if self._path:
            self._path[-1].append(self._path[-1][0])

    def box(self, operands: list[Any]) -> None:
        x, y, wide, high = map(float, operands[:4])
        matrix = self._state.matrix
        self._boxes.append((self._point(matrix, x, y), self._point(matrix, x + wide, y + high)))

    def stroke(self, _: list[Any]) -> None:
        for points in self._path:
            for one, other in pairwise(points):
                self.rules.extend(rules_of(one, other))
        for box in self._boxes:
            self.rules.extend(edges_of(*box))
        self.forget([])

    def fill(self, _: list[Any]) -> None:
        """A thin filled surface is a line; a broad one is a colour behind the words."""
        for points in self._path:
            self.rules.extend(rules_of(min(points), max(points)))
        for box in self._boxes:
            self.rules.extend(rules_of(*box))
        self.forget([])

    def forget(self, _: list[Any]) -> None:
        self._path, self._boxes = [], []

    def picture(self, _: list[Any]) -> None:
        self.pictures = True

    def drawing(self, operands: list[Any]) -> None:
        """A picture, or a drawing inside of this one."""
        drawn = _object((_object((self._resources or {}).get("/XObject")) or {}).get(operands[0]))
        if drawn is None or drawn.get("/Subtype") == "/Image":
            self.pictures = self.pictures or drawn is not None
            return
        if self._depth >= _DEEPEST:
            return
        self._depth += 1
        self.save([])
        self.turn(list(_object(drawn.get("/Matrix", SAME))))
        self.draw(drawn, drawn.get("/Resources"))
        self.restore([])
        self._depth -= 1


def _set(name: str, share: float = 1.0) -> Callable[[_Drawing, list[Any]], None]:
    """The operator that sets one number of the state."""

    def act(drawing: _Drawing, operands: list[Any]) -> None:
        value = {name: float(operands[0]) * share}
        drawing._state = replace(drawing._state, **value)  # noqa: SLF001 - part of the class

    return act


_OPERATORS: dict[bytes, Callable[[_Drawing, list[Any]], None]] = {
    b"q": _Drawing.save, b"Q": _Drawing.restore, b"cm": _Drawing.turn, b"BT": _Drawing.begin,
    b"Tf": _Drawing.take_font, b"Tm": _Drawing.place, b"Td": _Drawing.step,
    b"TD": _Drawing.step_leading, b"T*": _Drawing.next_line, b"Tj": _Drawing.show,
    b"'": _Drawing.show_next, b'"': _Drawing.show_next, b"TJ": _Drawing.show_all,
    b"Tc": _set("between"), b"Tw": _set("blank"), b"Tz": _set("stretch", 0.01),
    b"TL": _set("leading"), b"Ts": _set("rise"), b"m": _Drawing.move, b"l": _Drawing.line,
    b"h": _Drawing.close, b"re": _Drawing.box, b"S": _Drawing.stroke, b"s": _Drawing.stroke,
    b"B": _Drawing.stroke, b"B*": _Drawing.stroke, b"b": _Drawing.stroke, b"b*": _Drawing.stroke,
    b"f": _Drawing.fill, b"F": _Drawing.fill, b"f*": _Drawing.fill, b"n": _Drawing.forget,
    b"Do": _Drawing.drawing, b"INLINE IMAGE": _Drawing.picture,
}  # fmt: skip


def _object(value: Any) -> Any:  # noqa: ANN401 - as above
    return value.get_object() if hasattr(value, "get_object") else value


def _bytes(string: Any) -> bytes:  # noqa: ANN401 - as above
    """The codes of a string as they stand in the file."""
    return string if isinstance(string, bytes) else bytes(string.original_bytes)
