"""Texts made to take long, and acts of two megabytes in every form."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import docx
import pytest
from lxml import etree

sys.path.insert(0, str(Path(__file__).parent))

import sources
from hostile import within
from pages import saved
from pdf_files import lines, pdf

from model.codec import to_json
from parsers import parse

KILOBYTES = 200
UNITS = (
    '"', "«", "»", '"а" ', "(", ")", "()", "[", "{", "<", "<p>", "1.", "1. ", "1) ", "1-",
    "1, ", "7", " ", "\u00a0", "а ", "А ", ".", "-", " - ", "–", "_", "_ ", "№", "№ ", "№ 1 ",
    "*", "#", "|", "\t|", "\n", "I ", "\u200b", "\u0301", "\u202e", "\U0001f600", "тармақ ",
    "1-тармақ ", "пункт 1 ", "и ", "және ", "1 және ", "қ,", "А.Б. Иванов ",
    "от 1 мая 2023 года № 1 ", "Глава 1. ", "2023 жылғы 1 мамырдағы ", "деген сөз ",
    'слова "а" ', "Закон ", "Заңының ", "РЕШИЛ: ", "ШЕШТІ: ", "(далее – ", "Сноска. ",
    "Ескерту. ", "бірінші ", "первый ",
)  # fmt: skip


@pytest.mark.parametrize("start", ["слово ", "әдіс "], ids=["ru", "kk"])
@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_the_same_sign_or_words_without_end_are_read_in_time(unit, start):
    with within(5, 400):
        account = parse(start + unit * (1_000 * KILOBYTES // len(unit.encode()))).accounting
    assert account.unaccounted == 0


def many(count: int, words: str = "Слово и дело служащего корпуса " * 4) -> list[str]:
    return [f"{number}. {words} {number}." for number in range(1, count)]


@pytest.mark.parametrize("opening", ['"', "(", "«", "[", '«"('], ids=str)
def test_ten_thousand_signs_in_each_other_are_read(opening):
    act = sources.page(*sources.HEADS["ru"][:3], f"1. Слово {opening * 10_000} слово.")
    with within(5, 300):
        assert parse(act).accounting.unaccounted == 0


CLAUSES = 9_500  # an act of two megabytes: twice as long as the longest


def clauses() -> list[str]:
    return many(CLAUSES)


def as_word() -> bytes:
    document = docx.Document()
    words = "".join(
        f'<w:p xmlns:w="{NAMESPACE}"><w:r><w:t>{line}</w:t></w:r></w:p>'
        for line in (*HEAD, *clauses())
    )
    body = etree.fromstring(f"<body>{words}</body>")
    for paragraph in reversed(list(body)):
        document.element.body.insert(0, paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = (*sources.HEADS["ru"], *sources.APPROVALS["ru"], "Глава 1. Общие положения")
TYPED = sources.page(*HEAD, *many(CLAUSES))
FORMS = {
    "text": TYPED.encode,
    "old text": lambda: TYPED.replace("№", "N").encode("cp1251"),
    "JSON": lambda: to_json(parse(TYPED)).encode(),
    "Word": as_word,
    "a page": lambda: saved("".join(f"<p>{line}</p>" for line in (*HEAD[2:], *clauses()))),
}


@pytest.mark.parametrize("form", FORMS)
def test_an_act_of_two_megabytes_is_read_in_every_form(form):
    assert len(TYPED.encode()) > 2_000_000
    data = FORMS[form]()
    with within(60, 2_500):
        act = parse(data)
    assert act.accounting.unaccounted == 0
    assert sum(node.kind == "clause" for node in sources.nodes(act.attachments[0].body)) == (
        CLAUSES - 1
    )


def test_a_pdf_of_hundreds_of_pages_is_read():
    words = [line[at : at + 100] for line in clauses() for at in (0, 100)]
    sheets = [lines(*words[at : at + 60]) for at in range(0, len(words), 60)]
    with within(60, 1_500):
        act = parse(pdf(lines(*HEAD), *sheets))
    assert act.accounting.unaccounted == 0
