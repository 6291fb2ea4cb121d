"""Operations on whole elements: what is done, what is refused, and what is told."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import Note, Target

sys.path.insert(0, str(Path(__file__).parent))

from small import (
    amended,
    amending,
    at,
    base,
    chapter,
    clause,
    form,
    item,
    methodology,
    notes,
    numbers,
    order,
    outcome,
    part,
    subclause,
    table,
)

TWO = base(chapter("1", clause("1", "Один."), clause("2", "Два.", subclause("1"), subclause("2"))))
NEW = clause("2", "Иначе.")


def test_a_new_redaction_takes_the_place_of_the_element_and_nothing_else_moves():
    applied = amended(TWO, order("replace", at(clause="2"), NEW))
    assert methodology(applied) == (chapter("1", clause("1", "Один."), NEW),)
    (result,) = applied.results
    assert result.outcome == "applied"
    assert result.place == Target(attachment="methodology", chapter="1", clause="2")
    assert result.before == (clause("2", "Два.", subclause("1"), subclause("2")),)
    assert result.after == (NEW,)


def test_wording_without_a_number_is_the_text_of_the_element_that_bears_it():
    applied = amended(TWO, order("replace", at(clause="2"), part("Иначе."), part("Ещё.")))
    assert methodology(applied)[0].children[1] == clause("2", "Иначе.", part("Ещё."))


def test_wording_of_another_element_is_not_put_in_its_place():
    applied = amended(TWO, order("replace", at(clause="2"), clause("9")))
    assert applied.results[0].outcome == "not-understood"
    assert applied.results[0].detail == (
        "the new wording is of another element: expected пункт 2 Методики, given clause 9"
    )
    assert methodology(applied) == TWO.attachments[0].body


def test_an_element_that_reads_so_already_is_left_as_it_is_typed():
    act = base(clause("2", "Слова «Б» – и тире."))
    applied = amended(act, order("replace", at(clause="2"), clause("2", 'Слова "Б" - и тире;')))
    assert applied.results[0].outcome == "already-applied"
    assert applied.act == act


INSERTED = {
    "behind the last": ("3", ["1", "2", "3"]),
    "a doubled number": ("1-1", ["1", "1-1", "2"]),
    "the last doubled number": ("2-1", ["1", "2", "2-1"]),
}


@pytest.mark.parametrize("case", INSERTED)
def test_a_new_clause_stands_by_its_number(case):
    number, expected = INSERTED[case]
    applied = amended(TWO, order("insert", at(clause=number), clause(number)))
    assert numbers(methodology(applied)) == expected


def test_doubled_numbers_stand_in_their_order():
    act = base(*(clause(number) for number in ("7", "7-1", "7-10", "8")))
    applied = amended(act, order("insert", at(clause="7-2"), clause("7-2")))
    assert numbers(methodology(applied)) == ["7", "7-1", "7-2", "7-10", "8"]


@given(st.permutations(["3", "3-1", "3-2", "4", "5", "5-1"]), st.integers(0, 5))
def test_a_clause_taken_out_and_inserted_again_stands_where_it_stood(listed, chosen):
    whole = sorted(listed, key=lambda number: tuple(map(int, number.split("-"))))
    gone = whole[chosen]
    left = [number for number in whole if number != gone]
    applied = amended(
        base(*(clause(number) for number in left)),
        order("insert", at(clause=gone), clause(gone)),
    )
    outer = gone.split("-")[0]
    assert numbers(methodology(applied)) == (whole if gone == outer or outer in left else left)


def test_a_doubled_number_without_its_own_clause_has_no_place():
    applied = amended(TWO, order("insert", at(clause="9-1"), clause("9-1")))
    assert applied.results[0].outcome == "target-missing"
    assert applied.results[0].detail == (
        'there is no "пункт 9 Методики"; the nearest: пункт 2 Методики'
    )


def test_a_new_subclause_stands_in_its_clause():
    applied = amended(TWO, order("insert", at(clause="2", subclause="3"), subclause("3")))
    two = methodology(applied)[0].children[1]
    assert [child.number for child in two.children] == ["1", "2", "3"]


def test_a_number_that_is_taken_by_other_words_is_not_given_twice():
    assert outcome(TWO, order("insert", at(clause="2"), NEW)) == "ambiguous"
    same = clause("1", "Один")
    assert outcome(TWO, order("insert", at(clause="1"), same)) == "already-applied"


def test_a_clause_that_is_there_twice_is_never_chosen_by_chance():
    act = base(clause("5", "Первый."), clause("5", "Второй."))
    applied = amended(act, order("delete", at(clause="5")))
    assert applied.results[0].outcome == "ambiguous"
    assert "Первый." in applied.results[0].detail
    assert "Второй." in applied.results[0].detail
    assert applied.act == act


def test_a_deleted_clause_is_gone_and_the_others_keep_their_numbers():
    act = base(clause("1"), clause("2"), clause("3"))
    applied = amended(act, order("delete", at(clause="2")))
    assert numbers(methodology(applied)) == ["1", "3"]
    assert applied.results[0].after == ()
    assert applied.act.attachments[0].body[0].notes[0].number == "15-2"


def test_a_repealed_clause_keeps_its_number_and_loses_its_text():
    applied = amended(TWO, order("repeal", at(clause="2")))
    empty = applied.act.attachments[0].body[0].children[1]
    assert (empty.number, empty.text, empty.children) == ("2", None, ())
    assert [note.number for note in empty.notes] == ["15-2"]


def test_operations_go_to_the_text_as_already_amended():
    applied = amended(
        TWO,
        order("insert", at(clause="3"), clause("3", "Три слова.")),
        order("replace-words", at(clause="3"), old="Три", new="Четыре"),
        order("delete", at(clause="1")),
    )
    assert [result.outcome for result in applied.results] == ["applied"] * 3
    assert methodology(applied)[0].children[-1] == clause("3", "Четыре слова.")


def test_what_is_missing_is_told_with_the_same_number_elsewhere():
    applied = amended(TWO, order("replace", Target(clause="9"), clause("9")))
    assert applied.results[0].detail == 'there is no "пункт 9"; the nearest: пункт 2'
    applied = amended(base(clause("7")), order("replace", Target(clause="7"), clause("7")))
    assert "the nearest: пункт 7 Методики" in applied.results[0].detail


def test_renumbering_in_a_run_does_not_collide_with_itself():
    act = base(clause("5", "Пять."), clause("6", "Шесть."), clause("7", "Семь."))
    run = [
        order("renumber", at(clause=old), new=f"пунктом {new}", text="считать соответственно")
        for old, new in (("5", "6"), ("6", "7"), ("7", "8"))
    ]
    applied = amended(act, *run)
    assert [result.outcome for result in applied.results] == ["applied"] * 3
    assert [result.operation for result in applied.results] == run
    assert numbers(methodology(applied)) == ["6", "7", "8"]


def test_a_reference_to_the_old_number_is_told():
    act = base(clause("1", "Согласно пункту 5 настоящей Методики."), clause("5"))
    applied = amended(act, order("renumber", at(clause="5"), new="пунктом 6"))
    assert "still refers to the old number" in applied.results[0].detail
    codes = [said.code for said in applied.diagnostics]
    assert codes == ["stale-reference", "dangling-reference"]


def test_a_moved_clause_stands_behind_the_one_that_is_named():
    act = base(clause("1"), clause("2"), clause("3"))
    applied = amended(act, order("move", at(clause="1"), new="пункта 3", position="after"))
    assert numbers(methodology(applied)) == ["2", "3", "1"]


def test_a_repealed_clause_is_restored_from_the_redaction_before():
    repealed = amended(TWO, order("repeal", at(clause="2")), notes=False).act
    restored = amended(repealed, order("restore", at(clause="2")), earlier=(TWO,))
    assert methodology(restored)[0].children[1] == TWO.attachments[0].body[0].children[1]
    assert outcome(repealed, order("restore", at(clause="2"))) == "target-missing"


PARTED = base(clause("1", "Первая часть:", item("один;"), item("два."), part("Вторая часть.")))


@pytest.mark.parametrize(
    ("target", "text", "expected"),
    [
        pytest.param({"part": "1"}, "часть первую изложить", "Первая часть:", id="own text"),
        pytest.param({"part": "2"}, "часть вторую изложить", "Вторая часть.", id="by parts"),
        pytest.param({"part": "2"}, "абзац второй изложить", "один;", id="by indents"),
        pytest.param({"part": "4"}, "абзац четвертый изложить", "Вторая часть.", id="the last"),
        pytest.param(
            {"part": "1", "item": "3"}, "абзац третий части первой", "два.", id="of a part"
        ),
    ],
)
def test_parts_and_indents_are_counted_each_in_their_way(target, text, expected):
    operation = order("replace", at(clause="1", **target), part("Новое."), text=text)
    (result,) = amended(PARTED, operation).results
    assert result.outcome == "applied"
    assert [node.text for node in result.before] == [expected]


def test_a_count_that_may_be_either_is_not_guessed():
    operation = order("replace", at(clause="1", part="2"), part("Новое."), text="изложить")
    assert outcome(PARTED, operation) == "ambiguous"


def test_a_new_part_stands_at_its_ordinal():
    act = base(clause("1", "Первая.", part("Вторая.")))
    text = "дополнить частью второй"
    applied = amended(act, order("insert", at(clause="1", part="2"), part("Новая."), text=text))
    assert methodology(applied) == (clause("1", "Первая.", part("Новая."), part("Вторая.")),)
    gap = order("insert", at(clause="1", part="5"), part("Новая."), text="дополнить частью пятой")
    assert outcome(act, gap) == "target-missing"


def test_a_heading_a_title_and_the_preamble_are_reworded():
    applied = amended(
        TWO,
        order("replace", at(chapter="1", element="heading"), chapter("1", heading="Порядок")),
        order("replace", Target(element="title"), part("О Методике")),
        order("replace", Target(element="preamble"), part("Районный маслихат РЕШИЛ:")),
    )
    assert applied.act.attachments[0].body[0].heading == "Порядок"
    assert applied.act.title == "О Методике"
    assert applied.act.preamble.text == "Районный маслихат РЕШИЛ:"
    assert applied.act.preamble.enacting == "РЕШИЛ"


FORMS = base(clause("1"), forms=(form("1", part("Строка.")), form("2", part("Другая."))))


def test_an_appendix_in_a_new_redaction_keeps_its_block_and_takes_the_new_title():
    body = (part("Новая строка."),)
    own = form("5", *body, title="Новый лист")
    act = amending(order("replace", at(appendix="2"), *body), attachments=(own,))
    from amendments import apply  # noqa: PLC0415 - the amending act brings its own appendix

    new = apply(FORMS, act).act.attachments[2]
    assert (new.number, new.title, new.body) == ("2", "Новый лист", body)
    assert new.header == FORMS.attachments[2].header


def test_a_new_appendix_stands_by_its_number_with_a_block_like_its_neighbours():
    applied = amended(FORMS, order("insert", at(appendix="1-1"), part("Вставка.")))
    listed = applied.act.attachments
    assert [one.number for one in listed] == [None, "1", "1-1", "2"]
    assert listed[2].header == "Приложение 1-1 к Методике оценки\nФорма"


def test_an_appendix_that_is_not_there_is_told_with_those_that_are():
    applied = amended(FORMS, order("replace", at(appendix="4"), part("Строка.")))
    assert applied.results[0].outcome == "target-missing"
    assert "the nearest: приложение 1, приложение 2" in applied.results[0].detail


ROWS = table(("№", "Показатель"), ("1", "Один"), ("2", "Два"))
TABLED = base(clause("1"), forms=(form("1", ROWS),))


@pytest.mark.parametrize(
    ("operation", "expected"),
    [
        pytest.param(
            order("replace", at(appendix="1", row="2"), table(("2", "Новый"))),
            [("№", "Показатель"), ("1", "Один"), ("2", "Новый")],
            id="a new redaction",
        ),
        pytest.param(
            order("insert", at(appendix="1", row="3"), table(("3", "Три"))),
            [("№", "Показатель"), ("1", "Один"), ("2", "Два"), ("3", "Три")],
            id="a new row",
        ),
        pytest.param(
            order("delete", at(appendix="1", row="1")),
            [("№", "Показатель"), ("2", "Два")],
            id="a row taken out",
        ),
        pytest.param(
            order("delete", at(appendix="1", column="1")),
            [("Показатель",), ("Один",), ("Два",)],
            id="a column taken out",
        ),
        pytest.param(
            order("replace-words", at(appendix="1", row="1", column="2"), old="Один", new="Раз"),
            [("№", "Показатель"), ("1", "Раз"), ("2", "Два")],
            id="words of a cell",
        ),
    ],
)
def test_rows_columns_and_cells_are_found_by_number(operation, expected):
    applied = amended(TABLED, operation)
    assert [result.outcome for result in applied.results] == ["applied"]
    (found,) = applied.act.attachments[1].body
    assert [tuple(cell.text for cell in row) for row in found.rows] == expected


def test_an_instruction_for_the_other_text_changes_nothing_here():
    operation = order("delete", at(clause="2"), only="kk")
    applied = amended(TWO, operation)
    assert applied.results[0].outcome == "already-applied"
    assert applied.act == TWO


def test_a_note_of_the_base_is_a_witness_that_the_change_was_made():
    noted = clause("2", "Два.", notes=(Note("Сноска.", "2024-04-12", "15-2"),))
    assert outcome(base(noted), order("replace", at(clause="2"), NEW)) == "already-applied"
    other = clause("2", "Два.", notes=(Note("Сноска.", "2024-04-12", "15-3"),))
    assert outcome(base(other), order("replace", at(clause="2"), NEW)) == "applied"


def test_applied_twice_everything_was_applied_before_or_is_refused():
    operations = (
        order("replace", at(clause="2"), NEW),
        order("insert", at(clause="3"), clause("3")),
        order("replace-words", at(clause="1"), old="Один", new="Раз"),
    )
    once = amended(TWO, *operations, notes=False)
    twice = amended(once.act, *operations, notes=False)
    assert [result.outcome for result in twice.results] == ["already-applied"] * 3
    assert twice.act == once.act


def test_an_instruction_that_was_not_understood_stays_so():
    assert outcome(TWO, order("not-understood", Target())) == "not-understood"
    assert outcome(TWO, order("replace", at(clause="2"))) == "not-understood"


def test_several_changes_of_one_clause_are_one_note():
    applied = amended(
        TWO,
        order("replace", at(clause="2", subclause="1"), subclause("1", "иное;")),
        order("delete", at(clause="2", subclause="2")),
    )
    assert notes(applied) == [
        (
            "Сноска. Пункт 2 с изменениями, внесенными решением Образцового районного маслихата "
            "от 12.04.2024 № 15-2 (вводится в действие с 01.05.2024)."
        )
    ]
