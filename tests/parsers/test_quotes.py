"""Quoted new wording: where it ends, over many paragraphs, with marks inside it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from parsers.quotes import introduces_quote, is_instruction, opens_quote, quote_at

sys.path.insert(0, str(Path(__file__).parent))

from sources import messages, methodology


def never(_place):
    return False


CASES = {
    "one paragraph": (['"3. Слово.";'], (1, True)),
    "ended by a full stop": (['"3. Слово.".'], (1, True)),
    "ended by both": (['"3. Слово.";.'], (1, True)),
    "ended by nothing more": (['"3. Слово."', "дальше"], (1, True)),
    "three paragraphs": (['"3. Слово:', "1) один;", '2) два.";', "дальше"], (3, True)),
    "marks inside": (['"3. Корпус "Б".', 'Методика "Оценки" корпуса "Б".";', "нет"], (2, True)),
    "marks inside at an end": (['"3. Служащие корпуса "Б"', 'слово.";'], (2, True)),
    "guillemets": (["«3. Слово.»;", "дальше"], (1, True)),
    "curly": (["“3. Слово.”;", "дальше"], (1, True)),
    "never closed": (['"3. Слово.', "еще слово."], (2, False)),
}


@pytest.mark.parametrize("case", CASES)
def test_a_quotation_ends_where_its_own_mark_closes_it(case):
    paragraphs, (end, closed) = CASES[case]
    quote = quote_at(paragraphs, 0, never)
    assert (quote.start, quote.end, quote.closed) == (0, end, closed)


def test_an_instruction_ends_a_quotation_that_was_never_closed():
    paragraphs = ['"3. Слово.', "пункт 5 исключить;", '"5. Слово.";']
    quote = quote_at(paragraphs, 0, lambda place: is_instruction(paragraphs[place], "ru"))
    assert (quote.end, quote.closed) == (1, False)


@pytest.mark.parametrize("words", ['"3. Слово', " «3. Слово", "“3. Слово"])
def test_a_paragraph_opens_a_quotation(words):
    assert opens_quote(words)


@pytest.mark.parametrize("words", ['3. "Слово"', 'слово "слово"', ""])
def test_a_paragraph_that_only_holds_marks_opens_none(words):
    assert not opens_quote(words)


@pytest.mark.parametrize(
    ("words", "lang", "answer"),
    [
        ("пункт 5 исключить;", "ru", True),
        ("5-тармақ алынып тасталсын;", "kk", True),
        ("Служащий ознакамливается с результатами оценки.", "ru", False),
        ('"5. Пункт 6 исключить.";', "ru", False),
    ],
    ids=["ru", "kk", "a norm", "a quoted instruction"],
)
def test_an_instruction_is_told_from_new_wording(words, lang, answer):
    assert is_instruction(words, lang) is answer


def test_new_wording_follows_a_colon():
    assert introduces_quote("изложить в следующей редакции: ")
    assert not introduces_quote("пункт 5 исключить;")


def test_a_mark_without_its_pair_is_said_with_the_words_behind_it():
    source = methodology('1. Слово "открыто и не закрыто.', '2. Слово "закрыто" и "корпус "Б"".')
    assert messages(source) == ['a quotation mark is not closed: ""открыто и не закрыто."']
