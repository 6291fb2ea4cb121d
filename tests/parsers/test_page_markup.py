"""The portal's markup: what is a paragraph, a note, a heading, a table, a corner block."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.page import read_page

sys.path.insert(0, str(Path(__file__).parent))

import pages
from pages import shown, sizes

PARAGRAPHS = {
    "a run of no-break spaces is no text": (
        '<p id="z3">\n&nbsp;&nbsp;&nbsp;&nbsp;\xa0 1) один;</p>', ["1) один;"],
    ),
    "a break begins a paragraph": (
        "<p>&nbsp; 1. Первый.<br>&nbsp; 2. Второй.<br/>Часть.</p>",
        ["1. Первый.", "2. Второй.", "Часть."],
    ),
    "inline tags do not part words": (
        "<p>Утв<b>ержд</b><i>ена</i> <a href='#'>Методика</a>, <span>пункт</span> 2.</p>",
        ["Утверждена Методика, пункт 2."],
    ),
    "inline tags do not glue words": (
        "<p>пункт <a href='#'>5</a> <a href='#'>статьи</a>\n<a href='#'>33</a></p>",
        ["пункт 5 статьи 33"],
    ),
    "anchors say nothing": ('<p><a name="z7"></a>2. Два.<a id="z8"></a></p>', ["2. Два."]),
    "line ends in the file are blanks": ("<p>одно\r\nдва\n  три</p>", ["одно два три"]),
    "line ends in preformatted text are paragraphs": ("<pre>один\n  два</pre>", ["один", "два"]),
    "after it they are blanks again": ("<pre>один</pre><p>два\nтри</p>", ["один", "два три"]),
    "text between paragraphs is one": (
        "один<p>два</p>три<div>четыре</div>", ["один", "два", "три", "четыре"],
    ),
    "entities are their letters": ("<p>&laquo;&#1179;&#x4D9;&raquo; &mdash; №</p>", ["«қә» — №"]),
    "an entity nobody knows stays as written": ("<p>A&nosuch;B</p>", ["A&nosuch;B"]),
    "comments are no text": ("<p>одно<!-- <p>нет</p> -->слово</p>", ["однослово"]),
    "scripts and styles are no text": (
        "<p>до</p><script>x()</script><style>p{}</style><p>после</p>", ["до", "после"],
    ),
    "a tag that is never closed": ("<p><b>один<p>два", ["один", "два"]),
    "signs that take no place": (
        "<p>мето&shy;дика&#8203; оцен\u200bки\ufeff</p><p>&#8203;</p>", ["методика оценки"],
    ),
    "a raised number doubles the one before it": (
        "<p>55<sup>1</sup>. Пункт 7 <sup>2</sup> и <b>8</b><sup><i>1</i></sup>) указанный.</p>",
        ["55-1. Пункт 7-2 и 8-1) указанный."],
    ),
    "in Kazakh, before an ending": ("<p>55<sup>1</sup>-тармақ</p>", ["55-1-тармақ"]),
    "a figure set above by its own sign": ("<p>5&sup1;) және 12³-бап</p>", ["5-1) және 12-3-бап"]),
    "other raised signs stay": (
        "<p>10 м<sup>2</sup>, балл<sup>*</sup>, 5<sup>а</sup>, 2023<sup>1</sup></p>",
        ["10 м2, балл*, 5а, 2023 1"],
    ),
    "buttons for sharing are chrome": (
        '<div class="ya-share2"><a>Поделиться</a></div><p>1. Один.</p>', ["1. Один."],
    ),
    "what is hidden is not shown": (
        '<p>1. Один.</p><p style="display: none">тайна</p><p hidden>и ещё</p>хвост',
        ["1. Один.", "хвост"],
    ),
    "entries of a list": ("<ul><li>один;</li><li>два.</li></ul>", ["один;", "два."]),
}  # fmt: skip


@pytest.mark.parametrize("case", PARAGRAPHS)
def test_paragraphs_are_as_they_are_shown(case):
    text, wanted = PARAGRAPHS[case]
    assert shown(text) == wanted


HEADINGS = {
    "two headings in one": (
        "<h3>Глава 1. Общие положения<br/>Параграф 1. Понятия</h3>",
        ["Глава 1. Общие положения", "Параграф 1. Понятия"],
    ),
    "its number on a line of its own": (
        "<h3>1-тарау.<br>Жалпы ережелер</h3><p>1. Бір.</p>",
        ["1-тарау. Жалпы ережелер", "1. Бір."],
    ),
    "capitals over two lines": (
        "<h3>ГЛАВА 1. ПОРЯДОК<br>ОЦЕНКИ<br>ПАРАГРАФ 1. ПОНЯТИЯ</h3>",
        ["ГЛАВА 1. ПОРЯДОК ОЦЕНКИ", "ПАРАГРАФ 1. ПОНЯТИЯ"],
    ),
    "a small letter goes on with its own heading alone": (
        "<p>1. Один.</p><h3>основы</h3><p>и далее</p>", ["1. Один.", "основы", "и далее"],
    ),
    "one heading over two lines": (
        "<h3>Глава 1. Порядок<br/>оценки служащих</h3><p>1. Один.</p>",
        ["Глава 1. Порядок оценки служащих", "1. Один."],
    ),
    "a heading in bold with an anchor": (
        '<p><b><a name="z1"></a>Статья 1. Понятия</b></p>', ["Статья 1. Понятия"],
    ),
    "two headings, no break": (
        "<h3>Глава 1</h3><h3>Общие положения</h3>", ["Глава 1", "Общие положения"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", HEADINGS)
def test_headings_are_whole_and_apart(case):
    text, wanted = HEADINGS[case]
    assert shown(text) == wanted


RED = '<font color="#FF0000">'
NOTES = {
    "of its own paragraph": (
        '<p class="note">&nbsp; Сноска. Пункт 3 - в редакции от 28.11.2023 <a>№ 8/7</a>.</p>',
        ["Сноска. Пункт 3 - в редакции от 28.11.2023 № 8/7."],
    ),
    "at a clause's end": (
        '<p>3. Оценка.<span class="note">Сноска. Пункт 3 исключен.</span></p>',
        ["3. Оценка.", "Сноска. Пункт 3 исключен."],
    ),
    "before a clause": (
        f"<p>{RED}Примечание ИЗПИ!</font>3. Оценка.</p>", ["Примечание ИЗПИ!", "3. Оценка."],
    ),
    "of two lines": (
        f"<p>{RED}Примечание ИЗПИ!<br>Пункт 3 вводится в действие с 01.01.2025.</font></p>",
        ["Примечание ИЗПИ! Пункт 3 вводится в действие с 01.01.2025."],
    ),
    "in pieces around a link": (
        (f"<p>{RED}Сноска. В редакции от 28.11.2023 г. </font><a href='#'>№ 8/7</a>"
        f"{RED} (вводится с 01.01.2024).</font>4. Далее.</p>"),
        ["Сноска. В редакции от 28.11.2023 г. № 8/7 (вводится с 01.01.2024).", "4. Далее."],
    ),
    "in Kazakh, red by its style": (
        '<p>3. Бағалау.<span style="color: red">Ескерту. 3-тармақ алып тасталды.</span></p>',
        ["3. Бағалау.", "Ескерту. 3-тармақ алып тасталды."],
    ),
    "red words that are no note": (
        f"<p>Оценка {RED}Важно.</font> проводится ежегодно.</p>",
        ["Оценка Важно. проводится ежегодно."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", NOTES)
def test_a_note_is_a_paragraph_of_its_own(case):
    text, wanted = NOTES[case]
    assert shown(text) == wanted


def test_a_note_is_bound_to_its_clause_and_a_red_one_to_the_clause_after_it():
    act = pages.act_of(
        pages.saved(
            "<p>Акбулакский районный маслихат РЕШИЛ:</p><p>1. Утвердить Методику.</p>"
            '<p>2. Отменить.<br><span class="note">Сноска. Пункт 2 - в редакции решения от '
            '28.11.2023 <a href="#">№ 8/7</a>.</span></p>'
            f"<p>{RED}Примечание ИЗПИ!<br>Пункт 3 вводится в действие с 01.01.2025.</font></p>"
            "<p>3. Контроль оставляю за собой.</p>"
            "<table><tr><td>Председатель маслихата</td><td>Б. Ульгибаев</td></tr></table>"
        )
    )
    noted = [(node.number, [note.date for note in node.notes]) for node in act.body]
    assert noted == [("1", []), ("2", ["2023-11-28"]), ("3", ["2025-01-01"])]


CORNERS = {
    "as the portal sets it": (
        "<table><tr><td>&nbsp;</td><td>Приложение 1<br>к Методике<br>Форма</td></tr></table>",
        ["Приложение 1", "к Методике", "Форма"],
    ),
    "a row for each line": (
        "<table><tr><td></td><td>Утверждена</td></tr><tr><td></td><td>решением</td></tr></table>",
        ["Утверждена", "решением"],
    ),
    "paragraphs in the cell": (
        ("<table><tr><td colspan=7><p> </p></td><td colspan=5><p>Приложение 1</p><p>к Методике</p>"
        "</td></tr><tr><td></td><td></td></tr></table>"),
        ["Приложение 1", "к Методике"],
    ),
    "below the signature in one table": (
        ("<table><tr><td>Председатель</td><td>Б. Ульгибаев</td></tr>"
        "<tr><td></td><td>Утверждена<br>решением</td></tr></table>"),
        [[["Председатель", "Б. Ульгибаев"]], "Утверждена", "решением"],
    ),
    "a second name is none": (
        ("<table><tr><td>Председатель, секретарь</td><td>Б. Ульгибаев</td></tr>"
        "<tr><td></td><td>А. Мысалова</td></tr></table>"),
        [[["Председатель, секретарь", "Б. Ульгибаев"], ["", "А. Мысалова"]]],
    ),
    "nothing in either cell": ("<p>а</p><table><tr><td></td><td>&nbsp;</td></tr></table>", ["а"]),
}  # fmt: skip


@pytest.mark.parametrize("case", CORNERS)
def test_a_table_with_nothing_on_the_left_is_a_block_of_the_corner(case):
    text, wanted = CORNERS[case]
    assert shown(text) == wanted


def test_merged_cells_are_those_of_the_page():
    text = """<table><caption>Лист</caption><thead><tr><th rowspan="2">№</th><th colspan="2">План
    </th></tr><tr><th>1</th><th>2</th></tr></thead><tbody><tr><td>1.</td><td colspan=" 2px">
    один<p>два</p></td></tr></tbody></table>"""
    assert shown(text) == ["Лист", [["№", "План"], ["1", "2"], ["1.", "один\nдва"]]]
    assert sizes(text) == [[(2, 1), (1, 2)], [(1, 1), (1, 1)], [(1, 1), (1, 2)]]


WRONG_SIZES = {
    "below the table": ('rowspan="9"', (2, 1)),
    "none": ('rowspan="0" colspan="0"', (1, 1)),
    "no number": ('rowspan="два" colspan="-3"', (1, 1)),
    "more than any table has": ('colspan="999999999999"', (1, 100)),
}


@pytest.mark.parametrize("case", WRONG_SIZES)
def test_a_size_that_cannot_be_is_bounded(case):
    said, size = WRONG_SIZES[case]
    text = f"<table><tr><td {said}>а</td><td>б</td></tr><tr><td>в</td></tr></table>"
    assert sizes(text)[0][0] == size


def test_a_row_whose_cells_are_all_merged_from_above_is_kept_and_an_unused_one_is_not():
    merged = "<table><tr><td rowspan=2>а</td><td rowspan=2>б</td></tr><tr></tr></table>"
    assert shown(merged) == [[["а", "б"], []]]
    twice = "<table><tr><td rowspan=3>а</td><td rowspan=3>б</td></tr><tr></tr><tr></tr></table>"
    assert shown(twice) == [[["а", "б"], [], []]]
    unused = "<table><tr></tr><tr><td>а</td><td>б</td></tr><tr></tr></table>"
    assert shown(unused) == [[["а", "б"]]]


def test_cells_without_a_row_are_a_row():
    assert shown("<table><td>а</td><td>б</td></table>") == [[["а", "б"]]]


def test_what_stands_beside_the_article_is_chrome():
    text = "<p>Печать</p><article><p>1. Один.</p></article>закладка<p>Низ</p>"
    assert shown(text, article=False) == ["1. Один."]


def test_a_table_in_a_cell_is_the_lines_of_that_cell():
    inner = "<table><tr><td>дата</td><td>подпись</td></tr></table>"
    text = f"<table><tr><td>Служащий{inner}конец</td><td>Руководитель</td></tr></table>"
    assert shown(text) == [[["Служащий\nдата\nподпись\nконец", "Руководитель"]]]


def test_text_in_a_table_outside_its_cells_is_not_lost():
    text = "<table>слова<tr>ряда<td>а</td><td>б</td></tr></table>"
    assert shown(text) == ["слова", "ряда", [["а", "б"]]]


def test_the_addresses_of_forms_that_are_pictures_are_given_apart():
    text = (
        '<p>1. Один.</p><p><img src="/files/0889/76/34.jpg" alt="форма"></p>'
        '<img src="data:image/png;base64,iVBORw0KGgo">'
    )
    (manuscript,) = read_page(pages.saved(text), "act.html")
    assert [(said.code, said.fields) for said in manuscript.remarks] == [
        ("form-picture", {"address": "/files/0889/76/34.jpg"}),
        ("form-picture", {"address": "data:image/png"}),
    ]
    assert "форма" not in manuscript.text
    assert shown(text) == ["1. Один."]


letters = st.text(st.sampled_from("абвқ 1.№\n\xa0"), max_size=8)
tags = st.sampled_from(["b", "i", "a", "span", "u", "font", "em", "strong"])


@given(st.lists(st.tuples(tags, letters), min_size=1, max_size=12))
def test_no_inline_tag_changes_a_word(pieces):
    plain = "x" + "".join(words for _, words in pieces)
    marked = "x" + "".join(f"<{tag}>{words}</{tag}>" for tag, words in pieces)
    assert shown(f"<p>{marked}</p>") == [" ".join(plain.split())]


cells = st.lists(
    st.lists(st.text("абв", min_size=1, max_size=3), min_size=2, max_size=4),
    min_size=1, max_size=5,
)  # fmt: skip


@given(cells)
def test_every_cell_of_a_table_is_where_it_stood(rows):
    text = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    assert shown(f"<table>{text}</table>") == [rows]


def test_a_raised_number_is_said():
    first = "<p>Акбулакский районный маслихат РЕШИЛ:</p><p>55. Утвердить.</p>"
    act = pages.act_of(pages.saved(f"{first}<p>55<sup>1</sup>. Пункт.</p>"))
    (said,) = [one for one in act.diagnostics if one.code == "raised-number"]
    assert said.message == "a raised figure was read as part of a doubled number: 55-1"
    assert [node.number for node in act.body] == ["55", "55-1"]


def test_what_a_page_hides_is_in_the_account():
    account = pages.act_of(
        pages.saved('<p>1. Один.</p><p style="display:none">тайна</p>')
    ).accounting
    assert [(one.reason, one.text) for one in account.dropped] == [("hidden", "тайна")]
    assert account.unaccounted == 0
