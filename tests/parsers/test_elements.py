"""Chapters, clauses, subclauses, parts and items: what a paragraph's beginning makes of it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from parsers import parse

sys.path.insert(0, str(Path(__file__).parent))

from sources import body, codes, messages, methodology, nodes, shape


@pytest.mark.parametrize(
    ("paragraph", "lang", "kind", "number", "heading"),
    [
        ("Глава 1. Общие положения", "ru", "chapter", "1", "Общие положения"),
        ("ГЛАВА 2-1. Порядок", "ru", "chapter", "2-1", "Порядок"),
        ("Раздел 3. Оценка", "ru", "section", "3", "Оценка"),
        ("Параграф 2. Опрос", "ru", "paragraph", "2", "Опрос"),
        ("Статья 5. Понятия", "ru", "article", "5", "Понятия"),
        ("Глава 4", "ru", "chapter", "4", None),
        ("1-тарау. Жалпы ережелер", "kk", "chapter", "1", "Жалпы ережелер"),
        ("2 тарау. Бағалау тәртібі", "kk", "chapter", "2", "Бағалау тәртібі"),
        ("3-бөлім. Бағалау", "kk", "section", "3", "Бағалау"),
        ("1-параграф. Сауалнама", "kk", "paragraph", "1", "Сауалнама"),
        ("7-бап. Ұғымдар", "kk", "article", "7", "Ұғымдар"),
    ],
    ids=str,
)
def test_a_heading_opens_its_unit(paragraph, lang, kind, number, heading):
    (unit,) = body(methodology(paragraph, "1. Слово.", lang=lang))
    assert (unit.kind, unit.number, unit.heading) == (kind, number, heading)
    assert shape(unit.children) == ["clause 1"]


def test_units_stand_inside_one_another_by_their_rank():
    tree = body(
        methodology(
            "Раздел 1. Оценка", "Глава 1. Порядок", "Параграф 1. Опрос", "1. Первый:", "1) один.",
            "Параграф 2. Итог", "2. Второй.", "Глава 2. Конец", "3. Третий.",
        )
    )  # fmt: skip
    assert shape(tree) == [
        ("section 1", [
            ("chapter 1", [
                ("paragraph 1", [("clause 1", ["subclause 1"])]),
                ("paragraph 2", ["clause 2"]),
            ]),
            ("chapter 2", ["clause 3"]),
        ])
    ]  # fmt: skip


def test_a_sentence_that_begins_like_a_heading_is_none():
    tree = body(methodology("1. Слово:", "Глава 2 применяется к служащим:", "1) корпуса."))
    assert "chapter" not in {node.kind for node in nodes(tree)}


NUMBERED = {
    "1. Слово": ("clause", "1", "Слово"),
    "1.Слово": ("clause", "1", "Слово"),
    "7-2. Слово": ("clause", "7-2", "Слово"),
    "55-1. Слово": ("clause", "55-1", "Слово"),
    "1) слово": ("subclause", "1", "слово"),
    "1)слово": ("subclause", "1", "слово"),
    "8-1) слово": ("subclause", "8-1", "слово"),
    "12 ) слово": ("subclause", "12", "слово"),
    "слово 5 раз": ("part", None, "слово 5 раз"),
    "2023 год": ("part", None, "2023 год"),
    "3.5 балла": ("part", None, "3.5 балла"),
    "10.02.2023 года": ("part", None, "10.02.2023 года"),
}


@pytest.mark.parametrize("typed", NUMBERED)
def test_the_number_at_the_beginning_says_what_a_paragraph_is(typed):
    *_, node = nodes(body(methodology("Вводная часть.", typed)))
    assert (node.kind, node.number, node.text) == NUMBERED[typed]


def test_subclauses_and_parts_stand_under_their_clause():
    tree = body(
        methodology("1. Первый:", "1) один;", "2) два.", "Часть первого.", "2. Второй.", "Часть.")
    )
    assert shape(tree) == [
        ("clause 1", ["subclause 1", "subclause 2", "part"]),
        ("clause 2", ["part"]),
    ]


def test_a_part_inside_an_unfinished_list_belongs_to_its_subclause():
    tree = body(methodology("1. Первый:", "1) один;", "Пояснение к одному.", "2) два."))
    assert shape(tree) == [("clause 1", [("subclause 1", ["part"]), "subclause 2"])]


@pytest.mark.parametrize(
    ("entries", "kinds"),
    [
        (("качество работы;", "соблюдение сроков."), ["item", "item"]),
        (("- качество работы;", "- соблюдение сроков."), ["item", "item"]),
        (("– качество работы", "– соблюдение сроков"), ["item", "item"]),
        (('"Отлично",', '"Хорошо",', '"Плохо" (неудовлетворительно).'), ["item"] * 3),
        (("Качество работы;", "Соблюдение сроков."), ["item", "item"]),
        (("Первое предложение.", "Второе предложение."), ["part", "part"]),
    ],
    ids=["small letters", "hyphens", "dashes", "quoted marks", "capitals", "sentences"],
)
def test_after_a_colon_a_list_is_told_from_parts(entries, kinds):
    (clause,) = body(methodology("1. Оцениваются:", *entries))
    assert [node.kind for node in clause.children] == kinds


def test_the_block_after_the_last_entry_is_a_part_again():
    (clause,) = body(methodology("1. Слово:", "первое;", "второе.", "Часть после списка."))
    assert shape((clause,)) == [("clause 1", ["item", "item", "part"])]


def test_a_line_that_opens_a_second_list_is_a_part_with_its_own_items():
    (clause,) = body(
        methodology("1. Оцениваются:", "руководитель:", "работа;", "сроки;", "служащий:", "сроки.")
    )
    assert shape((clause,)) == [
        ("clause 1", [("part", ["item", "item"]), ("part", ["item"])]),
    ]


def test_dashes_and_numbers_are_markers_and_not_words():
    (clause,) = body(methodology("1. Оцениваются:", "- качество;", "- сроки."))
    assert clause.text == "Оцениваются:"
    assert [item.text for item in clause.children] == ["качество;", "сроки."]


def test_a_clause_typed_with_a_bracket_is_read_as_a_clause_and_said():
    source = methodology("18. Слово:", "1) один;", "2) два.", "19) Следующий пункт.", "20. Слово.")
    assert shape(body(source)) == [
        ("clause 18", ["subclause 1", "subclause 2"]), "clause 19", "clause 20",
    ]  # fmt: skip
    assert 'the number "19)" was read as clause 19: )' in messages(source)


def test_a_bracket_that_goes_on_in_its_list_stays_a_subclause():
    tree = body(methodology("2. Слово:", "1) один;", "2) два;", "3) Третий."))
    assert shape(tree) == [("clause 2", ["subclause 1", "subclause 2", "subclause 3"])]


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        (["1", "2", "3"], []),
        (["1", "3", "4"], ['the number "3." was read as clause 3: ≠ 2']),
        (["1", "2", "2", "3"], ['the number "2." was read as clause 2: ≠ 3']),
        (["1", "1-1", "2"], []),
        (["4", "5"], []),
        (
            ["1", "2", "9", "3"],
            [
                'the number "9." was read as clause 9: ≠ 3',
                'the number "3." was read as clause 3: ≠ 10',
            ],
        ),
    ],
    ids=["in order", "one skipped", "one twice", "doubled number", "any beginning", "one astray"],
)
def test_the_order_of_clauses_is_watched(numbers, said):
    source = methodology(*(f"{number}. Слово." for number in numbers))
    assert [node.number for node in body(source)] == numbers
    assert messages(source) == said


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        (["1", "2"], []),
        (["1", "1-1", "2"], []),
        (["2", "3"], ['subclause "2)" stands where 1) was expected']),
        (["1", "3"], ['subclause "3)" stands where 2) was expected']),
        (["1", "1"], ['subclause "1)" stands where 2) was expected']),
    ],
    ids=["in order", "doubled number", "no first", "one skipped", "one twice"],
)
def test_the_order_of_subclauses_is_watched(numbers, said):
    source = methodology("1. Слово:", *(f"{number}) слово;" for number in numbers))
    (clause,) = body(source)
    assert [node.number for node in clause.children] == numbers
    assert messages(source) == said


def test_subclauses_begin_anew_in_every_clause():
    source = methodology("1. Слово:", "1) один;", "2) два.", "2. Слово:", "1) один.")
    assert codes(parse(source)) == []


NOTE = (
    "Сноска. Пункт {} - в редакции решения Акбулакского районного маслихата от 28.11.2023 № 8/7 "
    "(вводится в действие по истечении десяти календарных дней)."
)


@pytest.mark.parametrize("number", ["1", "3"])
def test_a_note_hangs_on_the_clause_that_it_names(number):
    source = methodology("1. Один.", "2. Два.", "3. Три.", NOTE.format(number), "4. Четыре.")
    noted = {node.number: node.notes for node in nodes(body(source)) if node.notes}
    assert list(noted) == [number]
    (note,) = noted[number]
    assert (note.date, note.number) == ("2023-11-28", "8/7")
    assert note.text == NOTE.format(number)
    assert codes(parse(source)) == []


def test_a_note_on_a_clause_that_is_not_there_is_said():
    source = methodology("1. Один.", "2. Два.", NOTE.format(9))
    assert codes(parse(source)) == ["unbound-note"]
    assert [node.number for node in nodes(body(source)) if node.notes] == ["2"]


def test_a_note_that_names_no_element_hangs_on_the_one_before_it():
    note = "Сноска. Исключен решением маслихата от 28.11.2023 № 8/7."
    source = methodology("1. Один.", "2. Два.", "Часть второго.", note, "3. Три.")
    assert [node.number for node in nodes(body(source)) if node.notes] == ["2"]


def test_a_kazakh_note_names_the_amending_act():
    source = methodology(
        "1. Бір.",
        "2. Екі.",
        "Ескерту. 1-тармақ жаңа редакцияда – Ақбұлақ аудандық мәслихатының 28.11.2023 № 8/7 "
        "(алғашқы ресми жарияланған күнінен кейін қолданысқа енгізіледі) шешімімен.",
        lang="kk",
    )
    ((number, note),) = [(node.number, node.notes) for node in body(source) if node.notes]
    assert (number, note[0].date, note[0].number) == ("1", "2023-11-28", "8/7")


def test_an_announcement_hangs_on_the_element_that_follows_it():
    source = methodology(
        "1. Один.",
        "Примечание ИЗПИ!",
        "Пункт 2 вводится в действие с 01.07.2026.",
        "2. Два.",
    )
    first, second = body(source)
    assert first.notes == ()
    (note,) = second.notes
    assert note.text == "Примечание ИЗПИ! Пункт 2 вводится в действие с 01.07.2026."
    assert note.date == "2026-07-01"


def test_notes_are_never_parts_of_the_norm():
    source = methodology("1. Один.", NOTE.format(1), "2. Два.")
    assert shape(body(source)) == ["clause 1", "clause 2"]


def test_an_odd_heading_is_read_and_said():
    source = methodology("1 тарау. Жалпы ережелер", "1. Слово.", lang="kk")
    assert messages(source) == ['the heading "1 тарау." was read as "1-тарау"']
