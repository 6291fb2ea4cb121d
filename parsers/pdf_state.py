"""What holds while a page of a PDF is drawn: the font, the spaces, the place on the paper."""

from __future__ import annotations

from typing import Any

import msgspec

from parsers.pdf_fonts import NO_FONT, Font

Matrix = tuple[float, float, float, float, float, float]
SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def matrix_of(operands: list[Any]) -> Matrix:
    """The change of places that six numbers tell."""
    a, b, c, d, e, f = (float(operand) for operand in operands[:6])
    return a, b, c, d, e, f


def times(one: Matrix, other: Matrix) -> Matrix:
    """The change of places that makes one change and then the other."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
        e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip


class State(msgspec.Struct, frozen=True):
    """What is saved and restored around parts of a drawing."""

    matrix: Matrix = SAME
    font: Font = NO_FONT
    size: float = 1.0
    between: float = 0.0  # letters
    blank: float = 0.0  # added to a blank's width
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
