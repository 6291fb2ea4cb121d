"""Typed tables: bars or tabs, rows that pages cut, cells that a person sees as merged."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from parsers import parse

sys.path.insert(0, str(Path(__file__).parent))

from sources import codes, form, messages, nodes


def tables(text, lang="ru"):
    (attachment,) = parse(form(text, lang)).attachments
    return [node.rows for node in nodes(attachment.body) if node.kind == "table"]


def table(text, lang="ru"):
    (rows,) = tables(text, lang)
    return rows


def words(rows):
    return [[cell.text for cell in row] for row in rows]


def sizes(rows):
    return {
        cell.text: (cell.rowspan, cell.colspan)
        for row in rows
        for cell in row
        if (cell.rowspan, cell.colspan) != (1, 1)
    }


PLAIN = [["№", "Имя", "Оценка"], ["1", "Первый", "5"], ["2", "Второй", ""]]


@pytest.mark.parametrize(
    "text",
    [
        "№\tИмя\tОценка\n1\tПервый\t5\n2\tВторой\t",
        "№\t|\tИмя\t|\tОценка\n1\t|\tПервый\t|\t5\n2\t|\tВторой\t|\t",
        "№\t<p>Имя</p>\tОценка\n<p>1</p>\t<p>Первый</p>\t5\n2\t<b>Второй</b>\t<br/>",
        " №\t Имя \tОценка\n1 \tПервый\t  5\n2\tВторой\t ",
    ],
    ids=["tabs", "bars between tabs", "tags", "blanks around"],
)
def test_one_table_is_read_from_every_way_of_typing_it(text):
    assert words(table(text)) == PLAIN
    assert codes(parse(form(text))) == []


@pytest.mark.parametrize(
    "cell",
    ["<p>Первый абзац;</p> <p>Второй абзац.</p>", "Первый абзац;<br>Второй абзац.",
     "Первый абзац;  Второй абзац."],
    ids=["p", "br", "two blanks"],
)  # fmt: skip
def test_the_paragraphs_of_a_cell_are_lines(cell):
    assert words(table(f"№\tИмя\n1\t{cell}"))[1][1] == "Первый абзац;\nВторой абзац."


def test_a_row_cut_by_a_page_is_joined_to_the_one_above():
    text = "№\tЧто\tОценка\n1\tдлинная запись, которую\t5\n\n\tпродолжает страница\t\n2\tда\t4"
    rows = words(table(text))
    assert rows[1:] == [["1", "длинная запись, которую продолжает страница", "5"], ["2", "да", "4"]]
    assert messages(form(text)) == ["a table row broken by a page was joined: продолжает страница"]


def test_the_beginning_of_a_row_before_a_pages_end_waits_for_the_row_below():
    text = "№\tЧто\tОценка\n1\tпервая\t5\n\tначало записи\t\n\n2\tи её конец\t4\n3\tтретья\t4"
    rows = words(table(text))
    assert rows[1:] == [["1", "первая", "5"], ["2", "начало записи и её конец", "4"],
                        ["3", "третья", "4"]]  # fmt: skip
    assert codes(parse(form(text))) == ["broken-row"]


def test_a_piece_that_begins_a_sentence_is_a_paragraph_of_its_cell():
    text = "№\tЧто\tОценка\n1\tПервое;\t5\n\n\tВторое.\t\n2\tда\t4"
    assert words(table(text))[1][1] == "Первое;\nВторое."


def test_a_short_row_lost_its_last_columns():
    text = "№\tИмя\tОценка\tИтог\n1\tПервый\t4\t4\n2\tВторой\t5"
    assert words(table(text))[2] == ["2", "Второй", "5", ""]


def test_a_short_row_that_begins_empty_lost_its_first_columns():
    """A page's end took the columns of the group: the words belong under the last ones."""
    text = "№\tКомпетенция\tВопрос\tОтвет\n1\tЭтика\tСоблюдает\tда\n\tПодает пример\tнет"
    rows = table(text)
    assert words(rows)[2] == ["Подает пример", "нет"]
    assert sizes(rows) == {"1": (2, 1), "Этика": (2, 1)}


def test_a_head_over_several_columns_is_merged_with_them():
    rows = table("№\tПоказатель\tПлан\t\tФакт\t\n\t\t1 кв.\t2 кв.\t1 кв.\t2 кв.\n1\tа\t1\t2\t3\t4")
    assert sizes(rows) == {"№": (2, 1), "Показатель": (2, 1), "План": (1, 2), "Факт": (1, 2)}
    assert words(rows)[1] == ["1 кв.", "2 кв.", "1 кв.", "2 кв."]


GROUPS = (
    "№\tКомпетенция\tВопрос\tОтвет\n"
    "1\tУправление\tСтавит задачи\t\n\t\tКонтролирует\t\n\t\tОценивает\t\n"
    "Средняя оценка по управлению\t\t\t\n"
    "2\tЭтика\tСоблюдает\t\n\t\tПодает пример\t\nСредняя оценка по этике\t\t\t"
)


def test_a_label_stands_beside_all_rows_of_its_group():
    rows = table(GROUPS)
    assert sizes(rows)["Управление"] == (3, 1)
    assert sizes(rows)["1"] == (3, 1)
    assert sizes(rows)["Этика"] == (2, 1)
    assert words(rows)[2] == ["Контролирует", ""]


def test_a_summary_row_runs_over_the_empty_columns_before_its_value():
    rows = table(GROUPS)
    assert sizes(rows)["Средняя оценка по управлению"] == (1, 3)
    assert words(rows)[4] == ["Средняя оценка по управлению", ""]


def test_one_tall_cell_at_the_side_is_merged_downwards():
    rows = table("№\tКомпетенция\tОценка\t\n1\tЭтика\t\tДиаграмма\n2\tЛидерство\t\t\n3\tРост\t\t")
    assert sizes(rows) == {"Диаграмма": (3, 1)}


def test_empty_cells_of_a_blank_form_are_not_merged():
    rows = table("№\tПоказатель\tПлан\n1.\t\t\n2.\t\t\n...\t\t")
    assert sizes(rows) == {}
    assert words(rows) == [["№", "Показатель", "План"], ["1.", "", ""], ["2.", "", ""],
                           ["...", "", ""]]  # fmt: skip


def test_a_head_that_a_page_repeats_is_dropped_by_name():
    text = "№\tИмя\tОценка\n1\tа\t5\n\n№\tИмя\tОценка\n2\tб\t4"
    assert len(table(text)) == 3
    dropped = parse(form(text)).accounting.dropped
    assert [(one.reason, one.text) for one in dropped] == [
        ("repeated-table-head", "№"),
        ("repeated-table-head", "Имя"),
        ("repeated-table-head", "Оценка"),
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Один\tДва\n_____\t_____\n\nТри\tЧетыре", [2, 1]),
        ("№\tИмя\tОценка\n1\tа\t5\n\n2\tб\t4", [3]),
        ("№\tИмя\tОценка\n1\tа\t5\n\nИтог\n\nОдин\tДва", [2, 1]),
    ],
    ids=["two small tables", "one wide table over a page", "a paragraph between"],
)
def test_blank_lines_part_small_tables_and_not_wide_ones(text, rows):
    assert [len(one) for one in tables(text)] == rows


def test_two_numbered_rows_on_both_sides_of_a_pages_end_are_two():
    """A competence may be typed with a small letter: its number says that it is a new row."""
    text = "№\tКомпетенция\tОценка\n8\tЛидерские качества\t5\n\n9\tсотрудничество\t4"
    assert words(table(text))[1:] == [
        ["8", "Лидерские качества", "5"],
        ["9", "сотрудничество", "4"],
    ]
    assert codes(parse(form(text))) == []


def test_tables_stand_where_they_are_typed():
    (attachment,) = parse(form("До таблицы.\n\n№\tИмя\n1\tа\n\nПосле таблицы.")).attachments
    assert [node.kind for node in attachment.body] == ["part", "table", "part"]


def test_a_table_knows_its_place_in_the_source():
    source = form("№\tИмя\tОценка\n1\tПервый\t5")
    (attachment,) = parse(source).attachments
    (node,) = attachment.body
    assert source[node.span.start : node.span.end] == "№\tИмя\tОценка\n1\tПервый\t5"
