"""The comparative table: a row per changed element, what changes in bold, on a lying sheet."""

from __future__ import annotations

import io

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from msgspec.structs import replace

from amendments.outcomes import AmendingAct, Result
from generator.comparative import TableWishes, comparative_rows, comparative_table
from generator.comparative_profile import (
    ColumnsError,
    UnknownTableProfileError,
    load_table_profile,
    table_profile,
)
from generator.comparative_reasons import load_reasons
from lexicon.data import WordFileError
from model import Act, Attachment, Cell, Citation, Node, Note, Operation, Preamble, Target


def clause(number, text, *children):
    return Node("clause", number, text=text, children=children)


def part(text):
    return Node("part", text=text)


def table(*rows):
    return Node("table", rows=tuple(tuple(map(Cell, row)) for row in rows))


SUBCLAUSE = Node("subclause", "1", text="оценка – измерение результата;")
SECOND = part("Вторая часть хранится на бумаге.")
FIFTH = clause("5", "Оценка проводится в течение пяти дней.", SECOND, part("Третья часть."))
FORM = (table(("№", "Название"), ("1", "Качество"), ("2", "Срок")),)
BASE = Act(
    lang="ru",
    type="decision",
    title="Об утверждении Методики",
    issuer="Шуский районный маслихат",
    date="2023-06-26",
    number="4-10",
    requisites="Решение Шуского районного маслихата от 26 июня 2023 года № 4-10",
    attachments=(
        Attachment(
            "methodology", title="Методика", body=(clause("2", "Понятия:", SUBCLAUSE), FIFTH)
        ),
        Attachment("form", "1", title="Лист оценки", body=FORM),
    ),
)
AMENDING = AmendingAct(
    type="decision",
    issuer="Шуский районный маслихат",
    date="2024-04-12",
    number="15-2",
    title="О внесении изменений",
)


def inside(**keys):
    return Target(attachment="methodology", **keys)


def result(place, before, after, action="replace", outcome="applied"):
    return Result(
        operation=Operation(action, place),
        outcome=outcome,
        place=place,
        before=before,
        after=after,
        clause="1",
        amending=AMENDING,
    )


THREE_DAYS = replace(FIFTH, text="Оценка проводится в течение трех дней.")
NEW_CLAUSE = clause("5-1", "Итог хранится три года.")


def texts(side):
    return [shown.text for shown in side]


def bold(side):
    return [words.text.strip() for shown in side for words in shown.line if words.changed]


def only(*results, **wishes):
    (row,) = comparative_rows(results, BASE, "ru", TableWishes(**wishes))
    return row


def test_a_changed_clause_stands_on_both_sides_with_its_changed_words_marked():
    row = only(result(inside(clause="5"), (FIFTH,), (THREE_DAYS,)))
    assert (row.number, row.element) == ("1", "Пункт 5 Методики")
    assert texts(row.before)[0] == "5. Оценка проводится в течение пяти дней."
    assert texts(row.after)[0] == "5. Оценка проводится в течение трех дней."
    assert (bold(row.before), bold(row.after)) == (["пяти"], ["трех"])


@pytest.mark.parametrize(
    ("lang", "element", "absent", "removed", "repealed"),
    [
        ("ru", "Пункт 5 Методики", "отсутствует", "исключить", "признать утратившим силу"),
        ("kk", "Әдістеменің 5-тармағы", "жоқ", "алып тасталсын", "күші жойылды деп танылсын"),
    ],
)
def test_what_is_new_gone_or_repealed_is_said_in_words(lang, element, absent, removed, repealed):
    place = inside(clause="5")
    come = comparative_rows([result(inside(clause="5-1"), (), (NEW_CLAUSE,), "insert")], BASE, lang)
    gone = comparative_rows([result(place, (FIFTH,), (), "delete")], BASE, lang)
    lost = comparative_rows([result(place, (FIFTH,), (), "repeal")], BASE, lang)
    assert texts(come[0].before) == [absent]
    assert bold(come[0].after) == ["5-1. Итог хранится три года."]
    assert [texts(rows[0].after) for rows in (gone, lost)] == [[removed], [repealed]]
    assert gone[0].element == element


def test_several_changes_of_one_clause_make_one_row_with_the_clause_as_a_whole():
    new_second = part("Вторая часть хранится в системе.")
    row = only(
        result(inside(clause="5"), (FIFTH,), (THREE_DAYS,), "replace-words"),
        result(inside(clause="5", part="2"), (SECOND,), (new_second,), "replace-words"),
        result(inside(clause="5", part="4"), (), (part("Четвертая часть."),), "insert"),
    )
    assert texts(row.after) == [
        "5. Оценка проводится в течение трех дней.",
        "Вторая часть хранится в системе.",
        "Третья часть.",
        "Четвертая часть.",
    ]
    assert texts(row.before)[1] == "Вторая часть хранится на бумаге."
    assert bold(row.after) == ["трех", "в системе", "Четвертая часть."]


def test_words_of_the_first_part_and_a_deleted_part_are_found_in_their_clause():
    first = part("Оценка проводится в течение пяти дней.")
    row = only(
        result(inside(clause="5", part="1"), (first,), (part("Оценка проводится сразу."),)),
        result(inside(clause="5", part="2"), (SECOND,), (), "delete"),
    )
    assert texts(row.after) == ["5. Оценка проводится сразу.", "Третья часть."]


def test_a_subclause_has_its_own_row_and_its_clause_none():
    new = replace(SUBCLAUSE, text="оценка – определение результата;")
    row = only(result(inside(clause="2", subclause="1"), (SUBCLAUSE,), (new,)))
    assert row.element == "Подпункт 1) пункта 2 Методики"
    assert (bold(row.before), bold(row.after)) == (["измерение"], ["определение"])


def test_a_subclause_of_a_clause_given_anew_belongs_to_the_row_of_the_clause():
    second = clause("2", "Понятия:", SUBCLAUSE)
    new = replace(SUBCLAUSE, text="оценка – иное;")
    whole = replace(second, text="Основные понятия:")
    row = only(
        result(inside(clause="2"), (second,), (whole,)),
        result(inside(clause="2", subclause="1"), (SUBCLAUSE,), (new,)),
    )
    assert row.element == "Пункт 2 Методики"
    assert texts(row.after) == ["2. Основные понятия:", "1) оценка – иное;"]


def test_the_new_redaction_wins_over_what_is_put_together():
    new = replace(
        BASE, attachments=(replace(BASE.attachments[0], body=(replace(FIFTH, text="Иначе."),)),)
    )
    row = only(result(inside(clause="5"), (FIFTH,), (THREE_DAYS,)), new=new)
    assert texts(row.after)[0] == "5. Иначе."


@pytest.mark.parametrize(
    "outcome", ["already-applied", "target-missing", "ambiguous", "not-understood"]
)
def test_what_was_not_carried_out_has_no_row(outcome):
    done = result(inside(clause="5"), (FIFTH,), (THREE_DAYS,), outcome=outcome)
    assert comparative_rows([done], BASE, "ru") == []


def test_editorial_notes_are_no_wording():
    noted = replace(THREE_DAYS, notes=(Note("Сноска. Пункт 5 в редакции решения."),))
    row = only(result(inside(clause="5"), (FIFTH,), (noted,)))
    assert len(row.after) == len(row.before) == 3


def test_a_title_a_heading_and_an_appendix_are_named():
    places = [
        Target(element="preamble"),
        inside(chapter="1", element="heading"),
        inside(appendix="1"),
        Target(),
    ]
    rows = comparative_rows([result(p, (part("а"),), (part("б"),)) for p in places], BASE, "ru")
    assert [row.element for row in rows] == [
        "Преамбула",
        "Заголовок главы 1 Методики",
        "Приложение 1 к Методике",
        "Весь текст",
    ]


def test_rows_and_cells_of_a_table_are_compared():
    new = (table(("№", "Название"), ("1", "Качество"), ("2", "Срок"), ("3", "Объем")),)
    row = only(result(inside(appendix="1"), FORM, new))
    changed = [
        cell.words[0].text
        for shown in row.after
        for line in shown.rows
        for cell in line
        if cell.words[0].changed
    ]
    assert changed == ["3", "Объем"]


def opened(data):
    return docx.Document(io.BytesIO(data))


RESULTS = [
    result(inside(clause="5"), (FIFTH,), (THREE_DAYS,)),
    result(inside(clause="5-1"), (), (NEW_CLAUSE,), "insert"),
    result(inside(appendix="1"), FORM, (table(("№", "Наименование"), ("1", "Качество")),)),
]


@pytest.mark.parametrize(
    ("lang", "head"),
    [
        (
            "kk",
            [
                "Р/с №",
                "Құрылымдық элемент",
                "Қолданыстағы редакция",
                "Ұсынылып отырған редакция",
                "Негіздеме",
            ],
        ),
        (
            "ru",
            [
                "№ п/п",
                "Структурный элемент",
                "Действующая редакция",
                "Предлагаемая редакция",
                "Обоснование",
            ],
        ),
    ],
)
def test_the_document_lies_and_repeats_the_head_of_its_table(lang, head):
    document = opened(comparative_table(RESULTS, BASE, lang))
    section, made = document.sections[0], document.tables[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert section.page_width > section.page_height
    assert [cell.text for cell in made.rows[0].cells] == head
    assert len(list(document.element.body.iter(qn("w:tblHeader")))) == 1
    assert len(made.rows) == 4


def test_the_title_names_both_acts():
    lines = [line.text for line in opened(comparative_table(RESULTS, BASE, "ru")).paragraphs]
    assert lines[:3] == [
        "Сравнительная таблица",
        (
            "Изменяемый акт: Решение Шуского районного маслихата от 26 июня 2023 года № 4-10 "
            '"Об утверждении Методики"'
        ),
        (
            "Акт, вносящий изменения: Решение Шуского районного маслихата от 12 апреля 2024 года "
            '№ 15-2 "О внесении изменений"'
        ),
    ]


def test_a_kazakh_text_names_the_title_before_the_act():
    base = replace(
        BASE, issuer="Шу аудандық мәслихаты", requisites=None, title="Әдістемені бекіту туралы"
    )
    lines = [line.text for line in opened(comparative_table(RESULTS, base, "kk")).paragraphs]
    assert lines[1] == (
        'Өзгертілетін акт: "Әдістемені бекіту туралы" Шу аудандық мәслихатының 2023 жылғы '
        "26 маусымдағы № 4-10 шешімі"
    )


def test_changed_words_are_bold_and_the_others_are_not():
    made = opened(comparative_table(RESULTS, BASE, "ru")).tables[0]
    runs = made.rows[1].cells[3].paragraphs[0].runs
    assert [(run.text.strip(), bool(run.bold)) for run in runs] == [
        ("5. Оценка проводится в течение", False),
        ("трех", True),
        ("дней.", False),
    ]


def test_a_table_inside_an_element_stays_a_table():
    made = opened(comparative_table(RESULTS, BASE, "ru")).tables[0]
    (nested,) = made.rows[3].cells[2].tables
    assert [[cell.text for cell in row.cells] for row in nested.rows] == [
        ["№", "Название"],
        ["1", "Качество"],
        ["2", "Срок"],
    ]


def test_a_table_too_wide_for_a_cell_is_told_row_by_row():
    wide = (table([f"Показатель{at}" for at in range(14)], ["1"] * 14),)
    data = comparative_table([result(inside(appendix="1"), (), wide, "insert")], BASE, "ru")
    cell = opened(data).tables[0].rows[1].cells[3]
    assert cell.tables == []
    assert cell.paragraphs[0].text.startswith("Показатель0 | Показатель1 | ")


def test_equal_results_give_equal_bytes():
    assert comparative_table(RESULTS, BASE, "ru") == comparative_table(RESULTS, BASE, "ru")


def test_without_results_the_table_has_its_head_alone():
    assert len(opened(comparative_table([], BASE, "kk")).tables[0].rows) == 1


def test_another_profile_has_its_own_columns():
    data = comparative_table(RESULTS, BASE, "ru", table_profile("without-reasons"))
    assert len(opened(data).tables[0].columns) == 4


def test_an_unknown_profile_is_refused_with_those_that_are_there():
    with pytest.raises(
        UnknownTableProfileError,
        match=r'no comparative table "wide"; expected one of usual, without-reasons',
    ):
        table_profile("wide")


COLUMN = "- {{what: {}, percent: {}, head: {{kk: а, ru: б}}}}\n"


def test_a_department_brings_its_own_columns(tmp_path):
    path = tmp_path / "columns.yaml"
    path.write_text(f"columns:\n{COLUMN.format('before', 50)}{COLUMN.format('after', 50)}", "utf-8")
    assert [column.what for column in load_table_profile(path).columns] == ["before", "after"]


@pytest.mark.parametrize(
    ("line", "error", "said"),
    [
        (COLUMN.format("before", 60), ColumnsError, "take 60 percent of the line"),
        (COLUMN.format("colour", 60), WordFileError, r"Invalid enum value 'colour'"),
    ],
)
def test_columns_that_make_no_line_are_refused(tmp_path, line, error, said):
    path = tmp_path / "columns.yaml"
    path.write_text(f"columns:\n{line}", encoding="utf-8")
    with pytest.raises(error, match=said):
        load_table_profile(path)


ACT = Act(
    lang="ru",
    preamble=Preamble(
        "В соответствии с пунктом 5 статьи 33 Закона маслихат РЕШИЛ:",
        "РЕШИЛ",
        (Citation("пунктом 5 статьи 33 Закона"),),
    ),
)


@pytest.mark.parametrize(
    ("reasons", "acts", "said"),
    [
        ({"5": "Новый срок."}, (ACT,), "Новый срок."),
        ({"*": "По поручению."}, (ACT,), "По поручению."),
        ({"6": "Иное."}, (ACT,), "В соответствии с пунктом 5 статьи 33 Закона"),
        (
            {},
            (),
            "Решение Шуского районного маслихата от 12 апреля 2024 года № 15-2, пункт 1",
        ),
    ],
    ids=["own", "for all others", "preamble", "the act itself"],
)
def test_the_reason_is_the_departments_own_or_what_the_act_rests_on(reasons, acts, said):
    row = only(result(inside(clause="5"), (FIFTH,), (THREE_DAYS,)), reasons=reasons, amending=acts)
    assert row.reason == said


def test_reasons_are_read_in_one_language_or_in_both(tmp_path):
    path = tmp_path / "reasons.yaml"
    path.write_text('"5": {kk: себеп, ru: причина}\n"2.1": одна\n', encoding="utf-8")
    reasons = load_reasons(path)
    five, one = (
        only(result(inside(clause="5"), (FIFTH,), (THREE_DAYS,)), reasons=reasons),
        only(result(inside(clause="2", subclause="1"), (SUBCLAUSE,), ()), reasons=reasons),
    )
    assert (five.reason, one.reason) == ("причина", "одна")


def test_reasons_of_another_shape_are_refused_by_their_key(tmp_path):
    path = tmp_path / "reasons.yaml"
    path.write_text('"5": [а]\n', encoding="utf-8")
    with pytest.raises(WordFileError, match=r"reasons\.yaml cannot be used"):
        load_reasons(path)


def test_a_clause_is_found_in_its_chapter_though_the_instruction_does_not_name_it():
    chapter = Node("chapter", "1", heading="Общие положения", children=(FIFTH,))
    base = replace(BASE, attachments=(replace(BASE.attachments[0], body=(chapter,)),))
    new_second = part("Вторая часть хранится в системе.")
    done = result(inside(clause="5", part="2"), (SECOND,), (new_second,), "replace-words")
    (row,) = comparative_rows([done], base, "ru")
    assert texts(row.before)[0] == "5. Оценка проводится в течение пяти дней."
    assert bold(row.after) == ["в системе"]


def test_a_reason_that_is_that_of_the_row_above_is_not_given_again():
    old = [clause(number, f"Старое {number}.") for number in ("1", "2", "3")]
    changes = [
        result(inside(clause=one.number), (one,), (replace(one, text="Новое."),)) for one in old
    ]
    wishes = TableWishes(reasons={"1": "Закон", "2": "Закон", "3": "Приказ"})
    rows = comparative_rows(changes, BASE, "ru", wishes)
    assert [row.reason for row in rows] == ["Закон", "по тому же основанию", "Приказ"]
