"""The charts of a summary, drawn by the spreadsheet program: black, white and greys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.axis import NumericAxis

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

GREYS = ("404040", "7F7F7F", "BFBFBF", "F2F2F2")
HEAD = 3  # the row of the heads; a title and the mark of confidentiality stand above
WIDTH = 17  # centimetres
_HEIGHT = 9


def bars(page: Worksheet, columns: tuple[int, int], last: int, title: str) -> BarChart:
    """A bar for each row of the table, from these columns."""
    chart = BarChart()
    chart.type, chart.title = "bar", title
    chart.height, chart.width = _HEIGHT, WIDTH
    values = Reference(page, min_col=columns[0], max_col=columns[1], min_row=HEAD, max_row=last)
    chart.add_data(values, titles_from_data=True)
    chart.set_categories(Reference(page, min_col=1, min_row=HEAD + 1, max_row=last))
    for series, grey in zip(chart.series, GREYS, strict=False):
        series.graphicalProperties.solidFill = grey
        series.graphicalProperties.line.solidFill = "000000"
    chart.x_axis.delete = chart.y_axis.delete = False
    whole_numbers(chart.y_axis)
    return chart


def whole_numbers(axis: NumericAxis) -> None:
    """People, and marks on an axis, are counted by ones."""
    axis.majorUnit, axis.number_format = 1, "0"
