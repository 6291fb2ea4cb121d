"""How wide and how high cells must be for their words, and how a sheet is laid on paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_POINTS = 1.3  # height of a line to the size of its letters
_SPARE = 4  # points above and below the words
_A4 = 9
_PAGE = 150  # letters across a lying sheet at the size of the file


def height_of(cells: Iterable[tuple[str, float]], size: float) -> float:
    """The height of a row in points, for texts and the widths of their columns in letters.

    A spreadsheet program does not make a row higher by itself when a file is opened.
    """
    lines = max((_lines(text, width) for text, width in cells), default=1)
    return lines * size * _POINTS + _SPARE


def _lines(text: str, width: float) -> int:
    """How many lines the text takes; words are not parted, so that lines are not full."""
    lines, room = 1, width
    for word in text.split():
        if len(word) > room and room < width:
            lines, room = lines + 1, width
        lines += ceil(len(word) / width) - 1
        room -= len(word) % width + 1
    return lines


def lay_out(page: Worksheet, widths: Sequence[float], heads: tuple[int, int]) -> None:
    """A lying A4 sheet, the heads repeated on each page; the table is fitted to its width."""
    for number, width in enumerate(widths, 1):
        page.column_dimensions[get_column_letter(number)].width = width
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", _A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr] # set by openpyxl
    page.print_title_rows = f"{heads[0]}:{heads[1]}"


def spread(page: Worksheet, widths: Sequence[float]) -> None:
    """A table too wide for one sheet goes over several, the first column on each."""
    page.page_setup.fitToWidth = max(1, ceil(sum(widths) / _PAGE))
    page.print_title_cols = "A:A"
