"""What an act approves: blocks in the right corner, titles, kinds, lost headings."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from parsers import as_text, parse

sys.path.insert(0, str(Path(__file__).parent))

from sources import APPROVALS, HEADS, codes, messages, page, shape

TABLE = "№\tИмя\tОценка\n1\tПервый\t5"


def attachments(*paragraphs, lang="ru"):
    return parse(page(*HEADS[lang], *paragraphs)).attachments


def folded(header):
    return " ".join((header or "").split())


APPROVED = {
    "ru: line by line": ("ru", APPROVALS["ru"][:4]),
    "ru: one line": ("ru", [" ".join(APPROVALS["ru"][:4])]),
    "ru: line breaks only": ("ru", ["\n".join(APPROVALS["ru"][:4])]),
    "ru: a right-hand cell": ("ru", ["\n".join(f"\t|\t{line}" for line in APPROVALS["ru"][:4])]),
    "ru: breaks in one cell": ("ru", ["\t|\t" + "<br>".join(APPROVALS["ru"][:4])]),
    "ru: paragraphs in one cell": (
        "ru", ["\t|\t" + "".join(f"<p>{line}</p>" for line in APPROVALS["ru"][:4])],
    ),
    "ru: a page's end inside": ("ru", [*APPROVALS["ru"][:2], "\n", *APPROVALS["ru"][2:4]]),
    "ru: an annex to the decision": (
        "ru", ["Приложение", "к решению Акбулакского", "районного маслихата",
               "от 14 июня 2023 года № 5-3"],
    ),
    "kk: line by line": ("kk", APPROVALS["kk"][:4]),
    "kk: one line": ("kk", [" ".join(APPROVALS["kk"][:4])]),
    "kk: tabs before the lines": ("kk", ["\n".join(f"\t{line}" for line in APPROVALS["kk"][:4])]),
    "kk: a page's end inside": ("kk", [*APPROVALS["kk"][:2], "\n", *APPROVALS["kk"][2:4]]),
    "kk: an annex to the decision": (
        "kk", ["Ақбұлақ аудандық мәслихатының", "2023 жылғы 14 маусымдағы", "№ 5-3 шешіміне",
               "қосымша"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", APPROVED)
def test_the_approval_block_is_read_however_it_is_typed(case):
    lang, block = APPROVED[case]
    title = APPROVALS[lang][-1]
    (found,) = attachments(*block, title, "1. Слово.", lang=lang)
    assert (found.kind, found.number, found.title) == ("methodology", None, title)
    assert shape(found.body) == ["clause 1"]
    typed = "\n".join(block).replace("<br>", " ").replace("<p>", " ").replace("</p>", " ")
    assert folded(found.header) == " ".join(typed.replace("|", " ").split())


FORMED = {
    "ru: line by line": ("ru", ["Приложение 1", "к Методике", "Форма"], "1"),
    "ru: one line": ("ru", ["Приложение 1 к Методике", "Форма"], "1"),
    "ru: a right-hand cell": ("ru", ["\t|\tПриложение 1\n\t|\tк Методике\n\t|\tФорма"], "1"),
    "ru: the methodology in full": (
        "ru", ["Приложение 2", "к Методике оценки деятельности", "административных служащих",
               'корпуса "Б"', "Форма"], "2",
    ),
    "ru: a doubled number": ("ru", ["Приложение 3-1", "к Методике", "Форма"], "3-1"),
    "ru: a stamp": ("ru", ["Приложение 1", "к Методике", "Форма", '"УТВЕРЖДАЮ"'], "1"),
    "kk: line by line": ("kk", ["Әдістемеге", "1-қосымша", "Нысан"], "1"),
    "kk: one line": ("kk", ["Бағалау әдістемесіне 1-қосымша", "Нысан"], "1"),
    "kk: tabs before the lines": ("kk", ["\tӘдістемесіне\n\t1-қосымша\n\tНысан"], "1"),
    "kk: the methodology in full": (
        "kk", ['"Б" корпусы мемлекеттік', "әкімшілік қызметшілерінің", "қызметін бағалаудың",
               "әдістемесіне", "4-қосымша", "Нысан"], "4",
    ),
    "kk: a stamp": ("kk", ["Әдістемеге", "1-қосымша", "Нысан", '"БЕКІТЕМІН"',
                           "Жоғары тұрған басшы"], "1"),
}  # fmt: skip
TITLES = {"ru": "Лист оценки", "kk": "Бағалау парағы"}


@pytest.mark.parametrize("case", FORMED)
def test_the_block_of_a_form_gives_its_number(case):
    lang, block, number = FORMED[case]
    (found,) = attachments(*block, TITLES[lang], TABLE, lang=lang)
    assert (found.kind, found.number, found.title) == ("form", number, TITLES[lang])
    assert [node.kind for node in found.body] == ["table"]
    assert folded(found.header) == " ".join("\n".join(block).replace("|", " ").split())


def test_a_form_is_not_numbered_into_clauses():
    (found,) = attachments("Приложение 1", "к Методике", "Форма", "Лист", "1. Слово.", "2) слово.")
    assert [(node.kind, node.text) for node in found.body] == [
        ("part", "1. Слово."), ("part", "2) слово."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "block", "title"),
    [
        ("ru", ["Приложение 3", "к Методике"], "Таблица определения допустимой оценки"),
        ("kk", ["Әдістемеге", "3-қосымша"], "Жол берілетін бағаны айқындау кестесі"),
    ],
    ids=["ru", "kk"],
)
def test_a_table_is_told_by_its_title(lang, block, title):
    (found,) = attachments(*block, title, TABLE, lang=lang)
    assert (found.kind, found.number, found.title) == ("table", "3", title)


def test_an_appendix_that_is_no_form_keeps_its_clauses():
    (found,) = attachments("Приложение 2", "к Методике", "Перечень сведений", "1. Слово.")
    assert (found.kind, found.number) == ("appendix", "2")
    assert shape(found.body) == ["clause 1"]


DOUBLE = {
    "ru": ["Приложение 1", "к решению маслихата", "от 12 апреля 2024 года № 15-2", "Приложение 4",
           "к Методике", "Форма"],
    "kk": ["Бұйрыққа 3-қосымша", "Әдістемесіне", "4-қосымша", "Нысан"],
}  # fmt: skip


@pytest.mark.parametrize(("lang", "number"), [("ru", "1"), ("kk", "3")])
def test_of_two_headings_the_first_numbers_the_attachment(lang, number):
    (found,) = attachments(*DOUBLE[lang], TITLES[lang], TABLE, lang=lang)
    assert (found.kind, found.number, found.title) == ("form", number, TITLES[lang])
    assert folded(found.header) == " ".join(DOUBLE[lang])


def form(number, *lines):
    return [f"Приложение {number}", "к Методике", "Форма", *lines]


def test_forms_follow_one_another():
    found = attachments(*APPROVALS["ru"], "1. Слово.", *form(1, "Лист один", TABLE), *form(2, "Лист два"))  # noqa: E501 - one act  # fmt: skip
    assert [(one.kind, one.number, one.title) for one in found] == [
        ("methodology", None, APPROVALS["ru"][-1]),
        ("form", "1", "Лист один"),
        ("form", "2", "Лист два"),
    ]


LOST = page(
    *HEADS["ru"],
    *form(1, "Индивидуальный план работы", TABLE),
    "Лист оценки по методу ранжирования",
    "№\tПараметр\tОценка\n1\tТруд\t5",
    *form(3, "Лист оценки методом 360", TABLE),
)


def test_a_form_whose_block_was_lost_is_told_by_its_title():
    found = parse(LOST).attachments
    assert [(one.number, one.title) for one in found] == [
        ("1", "Индивидуальный план работы"),
        ("2", "Лист оценки по методу ранжирования"),
        ("3", "Лист оценки методом 360"),
    ]
    assert [one.header is None for one in found] == [False, True, False]


def test_a_lost_block_is_said():
    assert messages(LOST) == [
        "appendix 2 has no block in the upper right corner: Лист оценки по методу ранжирования"
    ]


def test_a_number_that_is_missing_between_two_forms_is_said():
    source = page(*HEADS["ru"], *form(1, "Лист", TABLE), *form(4, "Лист", TABLE))
    assert messages(source) == [
        "appendix 2 has no block in the upper right corner: 1 … 4",
        "appendix 3 has no block in the upper right corner: 1 … 4",
    ]


def test_a_form_without_a_title_is_said():
    source = page(*HEADS["ru"], *form(1, TABLE))
    (found,) = parse(source).attachments
    assert found.title is None
    assert messages(source) == ["an appendix has no title (1)"]


def test_words_of_a_clause_open_no_attachment():
    source = page(
        *HEADS["ru"], *APPROVALS["ru"],
        "1. План составляется по форме согласно приложению 1 к Методике.",
        "2. Утверждена решением маслихата от 14 июня 2023 года № 5-3.",
    )  # fmt: skip
    assert [one.kind for one in parse(source).attachments] == ["methodology"]


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_an_act_without_attachments_has_none(lang):
    act = parse(page(*HEADS[lang]))
    assert (act.attachments, codes(act)) == ((), [])


NOTES = {
    "ru": (
        "Сноска. Методика – в редакции решения районного маслихата от 11.03.2024 № 8/7.",
        "Об утверждении методики",
        ["1. Оценка проводится ежеквартально.", "2. Она завершается за месяц."],
    ),
    "kk": (
        "Ескерту. Әдістеме жаңа редакцияда – аудандық мәслихаттың 11.03.2024 № 8/7 шешімімен.",
        "Бағалау әдістемесі",
        ["1. Бағалау тоқсан сайын өткізіледі.", "2. Ол бір айда аяқталады."],
    ),
}


@pytest.mark.parametrize("lang", NOTES)
@pytest.mark.parametrize("place", [0, 1], ids=["over the title", "under the title"])
def test_a_note_on_the_whole_attachment_is_its_own_and_of_no_element(lang, place):
    note, title, clauses = NOTES[lang]
    lines = [*APPROVALS[lang][:4], title]
    lines.insert(4 + place, note)
    (attachment,) = attachments(*lines, *clauses, lang=lang)
    assert [(one.text, one.date, one.number) for one in attachment.notes] == [
        (note, "2024-03-11", "8/7")
    ]
    assert attachment.title == title
    assert [node.number for node in attachment.body] == ["1", "2"]
    assert not any(node.notes for node in attachment.body)


@pytest.mark.parametrize("lang", NOTES)
def test_a_note_on_the_whole_attachment_is_printed_and_read_again(lang):
    note, title, clauses = NOTES[lang]
    act = parse(page(*HEADS[lang], *APPROVALS[lang][:4], title, note, *clauses))
    assert note in as_text(act)
    assert parse(as_text(act)).attachments[0].notes[0].text == note
