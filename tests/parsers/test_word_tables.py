"""Tables of Word: what is merged, wrapped, nested, and what is no table but the right corner."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from sources import APPROVALS, FORMS, HEADS
from word_files import act_of, blocks, document, left_out, p


def tc(*paragraphs: str, properties: str = "") -> str:
    own = f"<w:tcPr>{properties}</w:tcPr>" if properties else ""
    return f"<w:tc>{own}{''.join(p(words) for words in paragraphs)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    own = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{own}{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def sdt(content: str) -> str:
    return f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def wide(columns) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


BEGUN, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def grid(*rows: str) -> list:
    """The cells of the one table, row by row: (words, rowspan, colspan)."""
    (table,) = blocks(document(tbl(*rows)))
    return table


def test_cells_merged_across_and_down():
    assert grid(
        tr(tc("№", properties=BEGUN), tc("План", properties=wide(2)), tc("Факт")),
        tr(tc("", properties=GOES_ON), tc("1"), tc("2"), tc("3")),
    ) == [[("№", 2, 1), ("План", 1, 2), ("Факт", 1, 1)], [("1", 1, 1), ("2", 1, 1), ("3", 1, 1)]]


def test_a_row_that_is_covered_whole_stays_a_row():
    assert grid(
        tr(tc("а", properties=BEGUN), tc("б", properties=BEGUN)),
        tr(tc(properties=GOES_ON), tc(properties=GOES_ON)),
    ) == [[("а", 2, 1), ("б", 2, 1)], []]


def test_a_cell_that_goes_on_from_nowhere_keeps_its_words():
    assert grid(tr(tc("а"), tc("б")), tr(tc("в", properties=GOES_ON), tc("г"))) == [
        [("а", 1, 1), ("б", 1, 1)], [("в", 1, 1), ("г", 1, 1)],
    ]  # fmt: skip


def test_words_under_a_merged_cell_are_left_out_by_name():
    data = document(tbl(tr(tc("а", properties=BEGUN), tc("б")), tr(tc("тень", properties=GOES_ON), tc("г"))))  # noqa: E501 - one table  # fmt: skip
    assert blocks(data) == [[[("а", 2, 1), ("б", 1, 1)], [("г", 1, 1)]]]
    assert left_out(data) == [("covered-cell", "тень")]


def test_the_old_merge_across_is_one_cell():
    rows = tr(
        tc("а", properties='<w:hMerge w:val="restart"/>'), tc("", properties="<w:hMerge/>"), tc("б")
    )
    assert grid(rows) == [[("а", 1, 2), ("б", 1, 1)]]


def test_a_row_that_begins_further_right_has_an_empty_place():
    rows = (tr(tc("а"), tc("б"), tc("в")), tr(tc("г"), properties='<w:gridBefore w:val="2"/>'))
    assert grid(*rows)[1] == [("", 1, 2), ("г", 1, 1)]


@pytest.mark.parametrize(
    ("columns", "expected"), [("0", 1), ("-3", 1), ("x", 1), ("63", 63), ("999999999", 1000)]
)
def test_an_impossible_width_is_bounded(columns, expected):
    assert grid(tr(tc("а", properties=wide(columns)), tc("б"))) == [[("а", 1, expected), ("б", 1, 1)]]  # noqa: E501 - one cell  # fmt: skip


@pytest.mark.parametrize(
    "table",
    [
        tbl(sdt(tr(tc("а"), tc("б"))), tr(tc("в"), tc("г"))),
        tbl(tr(sdt(tc("а")), tc("б")), tr(tc("в"), sdt(tc("г")))),
        tbl(
            f'<w:customXml w:element="row">{tr(tc("а"), tc("б"))}</w:customXml>',
            tr(tc("в"), tc("г")),
        ),
        sdt(tbl(tr(tc("а"), tc("б")), tr(tc("в"), tc("г")))),
    ],
    ids=["a row", "cells", "custom XML", "the table"],
)
def test_wrappers_leave_no_trace(table):
    assert blocks(document(table)) == [
        [[("а", 1, 1), ("б", 1, 1)], [("в", 1, 1), ("г", 1, 1)]],
    ]  # fmt: skip


def test_a_table_inside_a_cell_gives_its_lines_to_the_cell():
    inner = tbl(tr(tc("б"), tc("в")), tr(tc("г"), tc("д")))
    cell = f"<w:tc>{p('а')}{inner}{p('е')}</w:tc>"
    assert grid(tr(cell, tc("ж"))) == [[("а\nб\nв\nг\nд\nе", 1, 1), ("ж", 1, 1)]]


def test_a_frame_of_one_cell_around_a_table_is_no_table():
    inner = tbl(tr(tc("а"), tc("б")))
    assert blocks(document(tbl(f"<w:tr><w:tc>{p('Форма')}{inner}{p()}</w:tc></w:tr>"))) == [
        "Форма", [[("а", 1, 1), ("б", 1, 1)]],
    ]  # fmt: skip


def test_a_table_without_rows_is_none():
    assert blocks(document(p("Слово") + tbl() + tbl("<w:tr/>"))) == ["Слово"]


@pytest.mark.parametrize(
    "rows",
    [
        [tr(tc(""), tc("Утверждена", "решением"))],
        [tr(tc(""), tc("Утверждена")), tr(tc(""), tc("решением"))],
        [
            tr(tc("", properties=BEGUN), tc("Утверждена")),
            tr(tc("", properties=GOES_ON), tc("решением")),
        ],
        [tr(tc(""), tc("Утверждена")), tr(tc(""), tc("")), tr(tc(""), tc("решением"))],
    ],
    ids=["one cell", "a row a line", "a merged left cell", "an empty row"],
)
def test_words_in_the_right_one_of_two_cells_are_a_block_of_the_corner(rows):
    assert blocks(document(tbl(*rows))) == ["Утверждена", "решением"]


def test_a_block_of_the_corner_below_the_signature_is_no_part_of_it():
    rows = [
        tr(tc("Председатель маслихата"), tc("Б. Ульгибаев")),
        tr(tc(""), tc("Приложение", "к решению")),
    ]
    assert blocks(document(tbl(*rows))) == [
        [[("Председатель маслихата", 1, 1), ("Б. Ульгибаев", 1, 1)]], "Приложение", "к решению",
    ]  # fmt: skip


def test_a_form_with_an_empty_column_is_a_table():
    rows = [tr(tc("а"), tc("")), tr(tc("б"), tc(""))]
    assert grid(*rows) == [[("а", 1, 1), ("", 1, 1)], [("б", 1, 1), ("", 1, 1)]]


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_signature_and_corner_set_as_tables_are_read(lang):
    *head, post, name = HEADS[lang]
    body = "".join(
        [
            *map(p, head),
            tbl(tr(tc(post), tc(name))),
            tbl(tr(tc(""), tc(*APPROVALS[lang][:-1]))),
            p(APPROVALS[lang][-1]),
            p("1. Слово." if lang == "ru" else "1. Сөз."),
            tbl(tr(tc(""), tc(*FORMS[lang][:-1]))),
            p(FORMS[lang][-1]),
        ]
    )
    act = act_of(document(body))
    assert [(one.post, one.name) for one in act.signatures] == [(post, name)]
    assert [(one.kind, one.title) for one in act.attachments] == [
        ("methodology", APPROVALS[lang][-1]), ("form", FORMS[lang][-1]),
    ]  # fmt: skip
    assert act.attachments[0].header == "\n".join(APPROVALS[lang][:-1])
    assert (act.accounting.unaccounted, act.diagnostics) == (0, ())


def test_a_block_of_the_corner_may_stand_behind_several_empty_cells():
    rows = [tr(tc(""), tc(""), tc("Приложение 1")), tr(tc(""), tc(""), tc("к Методике"))]
    assert blocks(document(tbl(*rows))) == ["Приложение 1", "к Методике"]


def test_a_column_of_figures_beside_empty_cells_and_a_head_is_a_table():
    rows = [tr(tc("а"), tc("б"), tc("в")), tr(tc(""), tc(""), tc("1")), tr(tc(""), tc(""), tc("2"))]
    assert [[cell[0] for cell in row] for row in grid(*rows)] == [
        ["а", "б", "в"], ["", "", "1"], ["", "", "2"],
    ]  # fmt: skip


def test_a_table_inside_each_of_two_texts_side_by_side_stays_a_table():
    inner = {
        "kk": tbl(tr(tc("№"), tc("Көрсеткіш")), tr(tc("1"), tc("Сапасы"))),
        "ru": tbl(tr(tc("№"), tc("Показатель")), tr(tc("1"), tc("Качество"))),
    }
    words = {"kk": "Осы Әдістеме қызметшілерді бағалау тәртібін айқындайды.",
             "ru": "Настоящая Методика определяет порядок оценки служащих."}  # fmt: skip
    rows = [
        tr(tc(words["kk"]), tc(words["ru"])),
        tr(f"<w:tc>{inner['kk']}<w:p/></w:tc>", f"<w:tc>{inner['ru']}<w:p/></w:tc>"),
    ]
    found = blocks(document(tbl(*rows)))
    assert found[:2] == [words["kk"], words["ru"]]
    assert [[[cell[0] for cell in row] for row in table] for table in found[2:]] == [
        [["№", "Көрсеткіш"], ["1", "Сапасы"]],
        [["№", "Показатель"], ["1", "Качество"]],
    ]
