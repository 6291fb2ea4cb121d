"""The summary of an evaluation by unit: figures, and charts that the spreadsheet program draws.

Confidential (clause 15 of the methodology): people stand under codes unless names are asked for.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import msgspec
from openpyxl import Workbook
from openpyxl.chart import RadarChart, Reference
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from forms.definitions import FormDefinition, catalogue
from forms.reckoning import Reckoned
from forms.rules import Rules, rules_of
from generator.xlsx.charts import GREYS, HEAD, WIDTH, bars, whole_numbers
from generator.xlsx.pages import height_of, lay_out
from generator.xlsx.words import summary
from model import AdistemeError, Lang

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_FONT = "Times New Roman"
_LINE = Side(style="thin", color="808080")
_GREY = PatternFill("solid", fgColor="D9D9D9")
_WIDE, _USUAL = 38, 16
_SIZE = 11
_FORMULA = ("=", "+", "-", "@")
_WEB_HEIGHT = 15  # centimetres

Value = str | int | Decimal | None
_Column = tuple[str, int]  # the head and the width in letters


class NothingCountedError(AdistemeError):
    """A form without a score."""

    template = (
        'Nothing is counted in the form "%(form)s", so there is nothing to sum up. '
        "Expected one of: %(known)s. Name one of these forms."
    )


class Unit(msgspec.Struct, frozen=True):
    """One unit: its people, those with a score, and the figures of the scores."""

    name: str
    people: int
    scores: tuple[Decimal, ...]
    results: tuple[int, ...]

    def row(self, rules: Rules) -> tuple[Value, ...]:
        """The unit's line in the table."""
        mean = rules.mean(self.scores)
        figures = (
            None if mean is None else rules.rounded(mean),
            min(self.scores, default=None),
            max(self.scores, default=None),
        )
        return (self.name, self.people, self.people - len(self.scores), *figures, *self.results)


def units(
    people: Sequence[Reckoned], rules: Rules, lang: Lang, *, by_result: bool
) -> tuple[Unit, ...]:
    """The units in the order of their names, then all together."""
    named: dict[str, list[Reckoned]] = {}
    for one in people:
        named.setdefault(_unit(one, lang), []).append(one)
    made = [_of(name, named[name], rules, lang, by_result=by_result) for name in sorted(named)]
    total = summary("total").of(lang)
    return (*made, _of(total, people, rules, lang, by_result=by_result))


def _unit(one: Reckoned, lang: Lang) -> str:
    own = one.record.values.get("department")
    return (own.of(lang) or own.kk or own.ru) if own else summary("none").of(lang)


def _of(
    name: str, people: Sequence[Reckoned], rules: Rules, lang: Lang, *, by_result: bool
) -> Unit:
    scores = tuple(one.score for one in people if one.score is not None)
    bands = rules.marks().results if by_result else ()
    results = tuple(
        sum(
            one.result is not None and one.result.of(lang) == band.result.of(lang) for one in people
        )
        for band in bands
    )
    return Unit(name, len(people), scores, results)


def render_summary(
    form: FormDefinition, people: Sequence[Reckoned], lang: Lang, *, names: bool = False
) -> bytes:
    """The summary as XLSX, in one language; the people's names only where they are asked for.

    Raises:
        NothingCountedError: the form gives no score.
        UnknownEditionError: the form's edition has no rules of scoring.
    """
    if form.method is None:
        counted = ", ".join(one.id for one in catalogue() if one.method not in {None, "meeting"})
        raise NothingCountedError(form=form.id, known=counted)
    rules = rules_of(form.edition)
    by_result = form.method not in {"survey", "answers"}
    book = Workbook()
    page = book.active
    if page is not None:
        book.remove(page)
    listed = units(people, rules, lang, by_result=by_result)
    _write_units(book.create_sheet(summary("sheet").of(lang)), listed, rules, lang)
    if any(one.chart for one in people):
        _write_competences(book.create_sheet(summary("competence").of(lang)), people, rules, lang)
    _write_people(book.create_sheet(summary("people").of(lang)), people, lang, names=names)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _begin(page: Worksheet, lang: Lang) -> None:
    page["A1"] = summary("title").of(lang)
    page["A1"].font = Font(name=_FONT, size=14, bold=True)
    page["A2"] = summary("confidential").of(lang)
    page["A2"].font = Font(name=_FONT, size=10, italic=True)
    page.oddHeader.right.text = summary("confidential").of(lang)  # type: ignore[union-attr] # made by openpyxl


def _table(page: Worksheet, columns: Sequence[_Column], rows: Iterable[Sequence[Value]]) -> int:
    """The table under its heads; returns its last row."""
    widths = [width for _, width in columns]
    lay_out(page, widths, (HEAD, HEAD))
    last = HEAD
    _row(page, HEAD, [head for head, _ in columns], widths)
    for last, row in enumerate(rows, HEAD + 1):
        _row(page, last, row, widths)
    page.freeze_panes = f"B{HEAD + 1}"
    return last


def _row(page: Worksheet, row: int, values: Sequence[Value], widths: Sequence[int]) -> None:
    for at, value in enumerate(values, 1):
        _cell(page, row, at, value, head=row == HEAD)
    texts = (value if isinstance(value, str) else "" for value in values)
    page.row_dimensions[row].height = height_of(zip(texts, widths, strict=True), _SIZE)


def _cell(page: Worksheet, row: int, column: int, value: Value, *, head: bool = False) -> None:
    cell = page.cell(row, column)
    cell.value = value
    if isinstance(value, str) and value.startswith(_FORMULA):
        cell.data_type = "s"  # a name that begins like a formula is no formula
    if isinstance(value, Decimal):
        cell.number_format = "0.00"
    cell.font = Font(name=_FONT, size=_SIZE, bold=head)
    cell.border = Border(_LINE, _LINE, _LINE, _LINE)
    cell.alignment = Alignment(wrap_text=True, vertical="center" if head else "top")
    if head:
        cell.fill = _GREY


def _write_units(page: Worksheet, listed: Sequence[Unit], rules: Rules, lang: Lang) -> None:
    _begin(page, lang)
    names = ("department", "number", "unscored", "mean", "lowest", "highest")
    bands = [band.result.of(lang) for band in rules.marks().results][: len(listed[0].results)]
    heads = [*(summary(name).of(lang) for name in names), *bands]
    columns = [(head, _WIDE if head is heads[0] else _USUAL) for head in heads]
    last = _table(page, columns, (unit.row(rules) for unit in listed))
    first_band = len(names) + 1
    units_end = last - 1  # the total belongs to no chart of units
    place = last + 2
    if bands:
        chart = bars(page, (first_band, len(heads)), units_end, summary("results_chart").of(lang))
        chart.grouping, chart.overlap = "stacked", 100
        chart.legend.position = "b"
        page.add_chart(chart, f"A{place}")
        place += 18
    means = bars(page, (4, 4), units_end, summary("means_chart").of(lang))
    means.y_axis.scaling.min, means.y_axis.scaling.max = 0, int(rules.marks().highest)
    means.legend = None
    page.add_chart(means, f"A{place}")


def _write_competences(
    page: Worksheet, people: Sequence[Reckoned], rules: Rules, lang: Lang
) -> None:
    """The mean of everybody's printed means, competence by competence."""
    _begin(page, lang)
    charts = [one.chart for one in people if one.chart]
    rows = []
    for column in zip(*charts, strict=True):
        known = [Fraction(one.mean) for one in column if one.mean is not None]
        mean = rules.mean(known)
        rows.append((column[0].name.of(lang), None if mean is None else rules.rounded(mean)))
    heads = ((summary("competence").of(lang), _WIDE), (summary("mean").of(lang), _USUAL))
    last = _table(page, heads, rows)
    web = RadarChart()
    web.type, web.title = "filled", summary("competences_chart").of(lang)
    web.height, web.width, web.legend = _WEB_HEIGHT, WIDTH, None
    web.add_data(Reference(page, min_col=2, min_row=HEAD, max_row=last), titles_from_data=True)
    web.set_categories(Reference(page, min_col=1, min_row=HEAD + 1, max_row=last))
    scale = rules.questionnaire() or rules.marks()
    web.y_axis.scaling.min, web.y_axis.scaling.max = 0, int(scale.highest)
    web.y_axis.delete = False
    whole_numbers(web.y_axis)
    web.series[0].graphicalProperties.solidFill = GREYS[2]
    web.series[0].graphicalProperties.line.solidFill = "000000"
    page.add_chart(web, "D3")


def _write_people(page: Worksheet, people: Sequence[Reckoned], lang: Lang, *, names: bool) -> None:
    _begin(page, lang)
    asked = ("person" if names else "code", "department", "score", "result")
    width = max(3, len(str(len(people))))
    rows = []
    for turn, one in enumerate(people, 1):
        own = one.record.values.get("person")
        who = (own.of(lang) or own.kk or own.ru) if names and own else f"{turn:0{width}}"
        result = one.result.of(lang) if one.result else None
        rows.append((who, _unit(one, lang), one.score, result))
    widths = (_WIDE if names else _USUAL, _WIDE, _USUAL, _WIDE)
    _table(page, [(summary(n).of(lang), w) for n, w in zip(asked, widths, strict=True)], rows)
