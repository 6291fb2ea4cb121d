"""Lines to paragraphs: hard wraps, pages' ends, list entries, marks of Markdown."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers import parse
from parsers.lines import layout_of, lines_of
from parsers.text import Text

sys.path.insert(0, str(Path(__file__).parent))

import itertools

from sources import APPROVALS, HEADS, body, codes, messages, methodology, page, shape

WRAPPED = """\
      1. Настоящая Методика определяет порядок оценки деятельности служащих
корпуса "Б" и применяется во всех подразделениях аппарата маслихата без
исключения и без ограничения срока.
      2. В Методике используются следующие понятия:
      1) оцениваемое лицо – служащий, деятельность которого оценивается
непосредственным руководителем;
      2) период – квартал, за который подводятся итоги работы служащего в
государственном органе.
      Оценка проводится не позднее десятого числа месяца, следующего за
отчетным кварталом.
"""


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["unix", "windows", "mac"])
def test_hard_wraps_are_undone_whatever_ends_a_line(ending):
    tree = parse("РЕШИЛ:\n".replace("\n", ending) + WRAPPED.replace("\n", ending)).body
    assert shape(tree) == ["clause 1", ("clause 2", ["subclause 1", "subclause 2", "part"])]
    assert tree[0].text.endswith("без исключения и без ограничения срока.")
    assert tree[1].children[0].text.endswith("оценивается непосредственным руководителем;")


def test_the_width_and_the_indents_of_a_wrapped_source_are_found():
    layout = layout_of(lines_of(WRAPPED))
    assert layout.width is not None
    assert 65 <= layout.width <= 75
    assert layout.indents
    assert layout.is_full("x" * 70)
    assert not layout.is_full("x" * 40)


@pytest.mark.parametrize(
    "source",
    ["Слово.\n" * 20, methodology("1. " + "Слово. " * 40, "2. Слово."), "Одна строка."],
    ids=["short lines", "a line a paragraph", "one line"],
)
def test_a_source_with_a_line_a_paragraph_has_no_width(source):
    assert layout_of(lines_of(source)).width is None


def test_blank_lines_are_counted_and_tables_know_their_rows():
    lines = lines_of("Один\n\n\n   Два\n\tа\tб\n")
    assert [(line.gap, line.indent, line.is_row) for line in lines] == [
        (0, 0, False), (2, 3, False), (0, 0, True),
    ]  # fmt: skip


FIRST = "1. Комиссия рассматривает результаты оценки всех служащих и принимает решение по"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (FIRST, "каждому служащему отдельно."),
        ("1. Итоги оценки по всем отделам представляет руководитель аппарата и", "Комиссия."),
        ("1. Решение принимается с учетом опроса, итоги которого утверждены (", "Приложение)."),
        ("1. Порядок определен приказом Председателя Агентства, который имеет №", "13 и дату."),
    ],
    ids=["a small letter", "a word that is never last", "an open bracket", "a sign alone"],
)  # fmt: skip
def test_a_sentence_that_a_page_cut_is_joined_and_said(before, after):
    source = methodology(before, after, "2. Слово.")
    assert shape(body(source)) == ["clause 1", "clause 2"]
    glue = "" if before.endswith("(") else " "
    assert body(source)[0].text == before.removeprefix("1. ") + glue + after
    assert messages(source) == [
        f'a sentence broken by a page was joined: "… {before[-30:].strip()} | {after} …"'
    ]


@pytest.mark.parametrize(
    "second",
    ["2. Слово.", "1) слово;", "Новая часть.", "- запись;", "Глава 2. Слово", "(слово)"],
    ids=["a clause", "a subclause", "a capital", "a dash", "a heading", "a bracket"],
)
def test_what_begins_anew_is_not_joined(second):
    first = "Часть, в конце которой забыта точка, хотя она и длиннее шестидесяти букв"
    source = methodology("1. Слово.", first, second)
    assert first in [node.text for node in body(source)[0].children]
    assert "broken-sentence" not in codes(parse(source))


def test_finished_entries_of_a_list_are_not_joined():
    source = methodology("1. Оцениваются:", "качество работы;", "сроки;", "труд.")
    assert shape(body(source)) == [("clause 1", ["item", "item", "item"])]


def test_entries_with_dashes_are_not_joined_even_without_their_stops():
    source = methodology("1. Оцениваются:", "- качество работы\n- соблюдение сроков\n- труд")
    assert [item.text for item in body(source)[0].children] == [
        "качество работы", "соблюдение сроков", "труд",
    ]  # fmt: skip


@pytest.mark.parametrize("dash", ["-", "–", "—", "•", "●", "▪"])
def test_every_mark_of_a_list_is_a_marker(dash):
    source = methodology("1. Слово:", f"{dash} запись;", f"{dash} вторая.")
    assert [item.text for item in body(source)[0].children] == ["запись;", "вторая."]


def test_marks_of_markdown_are_markers():
    head = HEADS["ru"]
    *block, title = APPROVALS["ru"]
    source = page(
        f"**{head[0]}**", "*Утративший силу*", *head[1:4], f"*{head[4]}*", f"*{head[5]}*", *block,
        f"## {title}", "**Глава 1. Общие положения**", "1. Слово.", "**Сноска. Исключен решением "
        "маслихата от 28.11.2023 № 8/7.**",
    )  # fmt: skip
    act = parse(source)
    assert (act.title, act.status) == (head[0], "repealed")
    assert [(one.post, one.name) for one in act.signatures] == [head[4:]]
    (attachment,) = act.attachments
    assert attachment.title == title
    assert shape(attachment.body) == [("chapter 1", ["clause 1"])]
    assert attachment.body[0].children[0].notes[0].text.startswith("Сноска. Исключен")
    assert act.accounting.unaccounted == 0


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("* сноска к слову", "* сноска к слову"),
        ("** слово", "** слово"),
        ("слово *", "слово *"),
        ("_____________", "_____________"),
        ("*слово* и слово", "*слово* и слово"),
    ],
    ids=["a footnote", "an open mark", "a mark at the end", "a blank to fill in", "a mark inside"],
)
def test_signs_that_mark_nothing_stay_in_the_text(typed, text):
    source = methodology("1. Слово.", f"Часть.\n\n{typed}")
    assert body(source)[0].children[-1].text == text


def test_runs_of_blanks_are_one():
    source = methodology("1.  Слово\u00a0\u00a0 с   пробелами .")
    assert body(source)[0].text == "Слово с пробелами ."


TEXTS = st.text(alphabet="аб \u00a0\n\t.", max_size=20)


@settings(deadline=None, max_examples=60)
@given(TEXTS, st.integers(0, 20), st.integers(0, 20))
def test_a_text_knows_where_its_characters_stood(source, start, end):
    text = Text.of(source, 0, len(source)).cut(start, end)
    for form in (text, text.strip(), text.tidy(), text.spaced(1)):
        for char, place in zip(form.chars, form.places(), strict=True):
            assert place == -1 or source[place] == char
        assert "".join(form.chars.split()) == "".join(text.chars.split())


@settings(deadline=None, max_examples=60)
@given(st.lists(TEXTS, max_size=4))
def test_a_joined_text_reaches_from_its_first_to_its_last_character(pieces):
    source = "".join(pieces)
    places = [0]
    for piece in pieces:
        places.append(places[-1] + len(piece))
    joined = Text.join(Text.of(source, start, end) for start, end in itertools.pairwise(places))
    assert joined.chars == " ".join(pieces)
    if source:
        assert (joined.span.start, joined.span.end) == (0, len(source))
