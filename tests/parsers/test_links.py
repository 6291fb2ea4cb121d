"""Linked words that a PDF emits at the end of a line: put back, and said, or missed, and said."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from parsers import as_text, parse
from parsers.findings import Findings
from parsers.links import restore_links
from parsers.text import Text

sys.path.insert(0, str(Path(__file__).parent))

import expectation


def restored(line, lang):
    findings = Findings("en")
    text = restore_links(Text.of(line, 0, len(line)), lang, findings)
    return text, findings.all()


HEALED = {
    "inside the line": (
        "kk",
        'туралы" Заңының  5-тармағына, агенттік 33-бабының',
        'туралы" Заңының 33-бабының 5-тармағына, агенттік',
    ),
    "at the beginning of the line": ("kk", " бекітілсін.әдістемесі", "әдістемесі бекітілсін."),
    "glued to the last word": (
        "kk",
        "16 қаңтардағы  бұйрығына сәйкес мәслихат ШЕШТІ№ 13",
        "16 қаңтардағы № 13 бұйрығына сәйкес мәслихат ШЕШТІ",
    ),
    "an act word": (
        "kk",
        "Республикасының  сәйкес осы ақпаратты Заңына",
        "Республикасының Заңына сәйкес осы ақпаратты",
    ),
    "a bare number": (
        "kk",
        " болып тіркелген) сәйкес әзірленді және 16299",
        "16299 болып тіркелген) сәйкес әзірленді және",
    ),
    "two gaps in one line": (
        "kk",
        "Заңының  5-тармағына және  бұйрығына сәйкес мәслихат 33-бабының№ 13",
        "Заңының 33-бабының 5-тармағына және № 13 бұйрығына сәйкес мәслихат",
    ),
    "a number glued to a word": (
        "kk",
        "Заңының  5-тармағына сәйкес мәслихат қабылдады33-бабының",
        "Заңының 33-бабының 5-тармағына сәйкес мәслихат қабылдады",
    ),
    "a Russian number": (
        "ru",
        'от 16 января 2018 года  "О некоторых вопросах№ 13',
        'от 16 января 2018 года № 13 "О некоторых вопросах',
    ),
    "a Russian act word": (
        "ru",
        'в соответствии с  Республики Казахстан "О службе"Законом',
        'в соответствии с Законом Республики Казахстан "О службе"',
    ),
    "a Russian unit": (
        "ru",
        "в соответствии с  Закона Республики Казахстан пунктом 5",
        "в соответствии с пунктом 5 Закона Республики Казахстан",
    ),
    "a Russian attachment": (
        "ru",
        "1. Утвердить прилагаемую  оценки служащих корпусаМетодику",
        "1. Утвердить прилагаемую Методику оценки служащих корпуса",
    ),
}


@pytest.mark.parametrize("case", HEALED)
def test_linked_words_return_to_their_gap_and_it_is_said(case):
    lang, line, healed = HEALED[case]
    text, said = restored(line, lang)
    assert text.chars == healed
    assert {one.code for one in said} == {"displaced-link"}
    for one in said:
        words = line[one.span.start : one.span.end]
        assert one.message == f'the linked words "{words}" were put back from the end of the line'


@pytest.mark.parametrize("case", HEALED)
def test_no_character_is_added_but_blanks(case):
    lang, line, _ = HEALED[case]
    text, _ = restored(line, lang)
    for char, place in zip(text.chars, text.places(), strict=True):
        assert char == " " if place < 0 else char == line[place]
    assert sorted(text.chars.replace(" ", "")) == sorted(line.replace(" ", ""))


@pytest.mark.parametrize(
    ("lang", "line"),
    [("kk", "сөз  сөз тағы бір сөз"), ("ru", "слово  еще одно слово"), ("ru", " слова нет нигде")],
    ids=["kk", "ru", "at the beginning"],
)
def test_a_gap_whose_words_are_nowhere_is_said_and_left(lang, line):
    text, said = restored(line, lang)
    assert text.chars == line
    assert [one.code for one in said] == ["lost-link"]
    assert said[0].message == (
        "a line has a gap where linked words stood, and the words were not found"
    )


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("kk", "Заңының 33-бабының 5-тармағына сәйкес 33-бабының"),
        ("ru", "слова стоят на месте, пункт 5"),
        ("ru", "согласно приложению 1 к Методике"),
    ],
)
def test_a_line_without_a_gap_is_left_alone(lang, line):
    text, said = restored(line, lang)
    assert (text.chars, said) == (line, ())


def test_a_word_is_not_cut_for_its_ending():
    """Linked words are joined to whole words: three letters before them are a part of the word."""
    text, said = restored("по  оценке работы подметодике", "ru")
    assert text.chars == "по  оценке работы подметодике"
    assert [one.code for one in said] == ["lost-link"]


def test_the_linked_words_of_a_pdf_stand_where_those_of_the_page_stand():
    page = as_text(parse(expectation.source("base-decision.ru")))
    pdf = parse(expectation.source("base-decision.ru.pdf"))
    assert as_text(pdf) == page
    assert "displaced-link" in [one.code for one in pdf.diagnostics]
