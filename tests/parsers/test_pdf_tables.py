"""PDF tables over ends of pages, words that narrow cells cut, rows of posts and names."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from parsers.pdf import read_pdf

sys.path.insert(0, str(Path(__file__).parent))

from pdf_files import Words, box, lines, pdf, without_pdfium

LEFT, MIDDLE, RIGHT, END = 50, 100, 220, 340


@pytest.fixture(params=["pypdfium2", "pypdf"], autouse=True)
def reader(request, monkeypatch):
    """Each test runs with either library."""
    if request.param == "pypdf":
        without_pdfium(monkeypatch)
    return request.param


def row(top, *texts, merged=(), last=False):
    """A row of three ruled cells; ``merged`` are the columns without a line above them."""
    sides = (LEFT, MIDDLE, RIGHT, END)
    low = top - 20
    drawn = [f"{LEFT} {low} m {END} {low} l S"] if last else []
    for place, text in enumerate(texts):
        x0, x1 = sides[place], sides[place + 1]
        drawn.append(f"{x0} {low} m {x0} {top} l S {x1} {low} m {x1} {top} l S")
        if place not in merged:
            drawn.append(f"{x0} {top} m {x1} {top} l S")
        if text:
            drawn.append(Words(x0 + 5, top - 12, text))
    return drawn


def table(*rows, top=800):
    end = len(rows) - 1
    return [
        item
        for place, texts in enumerate(rows)
        for item in row(top - 20 * place, *texts, last=place == end)
    ]


def rows_of(*pages):
    found = read_pdf(pdf(*pages), "act.pdf")
    tables = [block for block in found.blocks if hasattr(block, "rows")]
    assert len(tables) == 1
    return [
        [
            (" ".join(str(text) for text in cell), *size)
            for cell, size in zip(raw.cells, sizes, strict=True)
        ]
        for raw, sizes in zip(tables[0].rows, tables[0].sizes, strict=True)
    ]


HEAD = ("Р/с", "Имя", "Балл")


def test_a_row_whose_sentence_goes_on_is_one_row():
    first = table(HEAD, ("11", "Слово в начале", "от 0"))
    second = table(("", "и в конце.", ""), ("12", "Слово.", "от 1"))
    assert [[text for text, *_ in one] for one in rows_of(first, second)] == [
        ["Р/с", "Имя", "Балл"],
        ["11", "Слово в начале и в конце.", "от 0"],
        ["12", "Слово.", "от 1"],
    ]  # fmt: skip


def test_a_row_goes_on_where_a_column_that_has_words_in_all_rows_is_empty():
    first = table(HEAD, ("11", "Слово первое.", "от 0"))
    second = table(("", "Слово второе.", ""), ("12", "Слово.", "от 1"))
    assert rows_of(first, second)[1] == [
        ("11", 1, 1), ("Слово первое. Слово второе.", 1, 1), ("от 0", 1, 1),
    ]  # fmt: skip


def test_a_row_with_words_in_its_first_cell_is_a_row_of_its_own():
    first = table(HEAD, ("11", "Слово", "процент"))
    second = table(("12", "Другое", "день"), ("13", "Третье", "час"))
    assert [one[0] for one in rows_of(first, second)] == [
        ("Р/с", 1, 1), ("11", 1, 1), ("12", 1, 1), ("13", 1, 1),
    ]  # fmt: skip


def test_a_merged_cell_goes_on_where_the_column_has_merged_cells():
    first = [*row(800, *HEAD), *row(780, "11", "Слово.", "от 0"),
             *row(760, "", "Слово.", "от 1", merged=(0,)),
             *row(740, "12", "Слово.", "от 2", last=True)]  # fmt: skip
    second = table(("", "Слово.", "от 3"), ("13", "Слово.", "от 4"))
    assert [one[0] for one in rows_of(first, second)] == [
        ("Р/с", 1, 1), ("11", 2, 1), ("Слово.", 1, 1), ("12", 2, 1), ("Слово.", 1, 1), ("13", 1, 1),
    ]  # fmt: skip


def test_an_empty_cell_stays_empty_where_the_table_has_others():
    first = table(HEAD, ("11", "Слово.", ""), ("12", "Слово.", "от 2"))
    second = table(("13", "Слово.", ""), ("14", "Слово.", ""))
    assert [one[2] for one in rows_of(first, second)] == [
        ("Балл", 1, 1), ("", 1, 1), ("от 2", 1, 1), ("", 1, 1), ("", 1, 1),
    ]  # fmt: skip


def test_a_last_row_of_merged_cells_belongs_to_the_table():
    first = table(HEAD, ("11", "Слово.", ""), ("12", "Слово.", ""))
    second = [box(LEFT, 780, RIGHT, 800), box(RIGHT, 780, END, 800), Words(55, 788, "Всего")]
    assert rows_of(first, second)[-1] == [("Всего", 1, 2), ("", 1, 1)]


def cell(*texts, others=("Слово",)):
    """A cell of nine letters, its words 50 points wide at the most, and a broad one beside it."""
    frame = [box(50, 600, 110, 700), box(110, 600, 300, 700)]
    narrow = [Words(55, 688 - 12 * place, text) for place, text in enumerate(texts)]
    broad = [Words(115, 688 - 12 * place, text) for place, text in enumerate(others)]
    return read_pdf(pdf([*frame, *narrow, *broad]), "act.pdf")


def test_a_word_that_fills_a_narrow_cell_takes_the_small_letters_below_it():
    found = cell("Наименован", "ие дела")
    assert "Наименование дела\t" in found.text
    assert [one.word for one in found.joined] == ["Наименование"]


def test_a_word_that_the_act_has_elsewhere_is_joined_without_remark():
    found = cell("Наименован", "ие дела", others=("Наименование",))
    assert "Наименование дела\t" in found.text
    assert found.joined == ()


@pytest.mark.parametrize(
    ("texts", "others", "said"),
    [
        (("Наименован", "Дела"), ("Слово",), "Наименован Дела"),
        (("Управление", "делами"), ("Слово управление", "делами"), "Управление делами"),
        (("Имя", "дела"), ("Слово",), "Имя дела"),
        (("Наименова", "ние дела"), ("Слово",), "Наименова ние дела"),
    ],
    ids=["a capital", "both known", "short words", "room for a letter"],
)
def test_two_words_stay_two(texts, others, said):
    found = cell(*texts, others=others)
    assert f"{said}\t" in found.text
    assert found.joined == ()


def test_a_word_in_three_pieces_is_joined():
    found = cell("Наименован", "ияжалпыныы", "ң тізбесі")
    assert "Наименованияжалпыныың тізбесі\t" in found.text


def test_a_post_that_goes_on_on_the_next_page_is_whole():
    first = [*lines("1. Слово слово слово."), Words(60, 60, "Председатель районного"),
             Words(400, 60, "Б. Имя")]  # fmt: skip
    found = read_pdf(pdf(first, [Words(60, 800, "маслихата"), *lines("2. Лист", top=700)]), "a.pdf")
    assert "\n\nПредседатель районного маслихата\tБ. Имя\n\n" in found.text


def test_a_name_beside_the_middle_of_a_post_stands_in_its_row():
    page = [*lines("1. Слово слово слово."), Words(60, 700, "Председатель районного"),
            Words(400, 694, "Б. Имя"), Words(60, 688, "маслихата")]  # fmt: skip
    said = read_pdf(pdf(page), "act.pdf").text
    assert said.endswith("\n\nПредседатель районного маслихата\tБ. Имя\n\n")


def test_a_table_inside_of_a_moved_drawing_is_ruled_where_it_is_seen():
    drawn = "q 1 0 0 1 100 0 cm " + " ".join(
        item for item in table(HEAD, ("1", "", "")) if isinstance(item, str)
    ) + " Q"  # fmt: skip
    page = [drawn, Words(155, 788, "Имя"), Words(205, 788, "Балл")]
    assert rows_of(page)[0] == [("Имя", 1, 1), ("Балл", 1, 1), ("", 1, 1)]


def test_words_that_touch_over_a_ruling_line_stand_in_two_cells():
    page = [box(50, 780, 75, 800), box(75, 780, 100, 800), Words(60, 788, "абвгд"),
            *lines("Лист", top=700)]  # fmt: skip
    assert read_pdf(pdf(page), "act.pdf").text.startswith("абв\tгд\n")


@pytest.mark.parametrize(
    ("above", "below", "said"),
    [("(далее-", "Методика)", "(далее- Методика)"), ("Алматы-", "Арыс", "Алматы-Арыс")],
    ids=["a dash", "a name"],
)
def test_a_hyphen_before_a_capital_is_a_dash_after_a_small_word(above, below, said):
    start = "о" * (100 - len(above)) + " "
    assert said in read_pdf(pdf(lines(start + above, f"{below} слово.")), "act.pdf").text
