"""Quoted new wording: where it ends, over many paragraphs, with marks inside it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.quotes import Closings, Source, instructions_in, is_instruction, quote_at

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
    "two marks written as one": (['"3. Служащие корпуса "Б";'], (1, True)),
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


RUNS = {
    "a quotation behind an instruction": (
        ["пункт 3 изложить в следующей редакции:", '"3. Слово.";', "пункт 5 исключить;"],
        [(0, [(1, 2)]), (2, [])],
    ),
    "two quotations behind one instruction": (
        ["пункты 3 и 4 изложить в следующей редакции:", '"3. Слово.";', "«4. Слово.»;"],
        [(0, [(1, 2), (2, 3)])],
    ),
    "no quotation without a colon": (
        ["пункт 5 исключить;", '"Методика" в редакции:'],
        [(0, []), (1, [])],
    ),
    "a scope line that begins with a name": (
        ["в решении:", '"Методика" корпуса "Б":', "пункт 5 исключить;"],
        [(0, []), (1, []), (2, [])],
    ),
    "new wording behind the colon": (
        ['заголовок изложить в следующей редакции: "Слово";', "пункт 5 исключить;"],
        [(0, [(0, 1)]), (1, [])],
    ),
    "new wording that begins behind the colon": (
        ['пункт 5 изложить в следующей редакции: "5. Слово:', '1) слово.";', "пункт 6 исключить;"],
        [(0, [(0, 2)]), (2, [])],
    ),
    "an instruction on words that begins with them": (
        ["4-тармақта:", '"тоқсан" деген сөз алынып тасталсын;'],
        [(0, []), (1, [])],
    ),
}


@pytest.mark.parametrize("case", RUNS)
def test_new_wording_belongs_to_the_instruction_before_it(case):
    paragraphs, wanted = RUNS[case]
    lang = "kk" if "тармақ" in paragraphs[0] else "ru"
    found = instructions_in(Source(paragraphs, lang))
    assert [(at, [(q.start, q.end) for q in quotes]) for at, quotes in found] == wanted


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


def test_a_mark_without_its_pair_is_said_with_the_words_behind_it():
    source = methodology('1. Слово "открыто и не закрыто.', '2. Слово "закрыто" и "корпус "Б"".')
    assert messages(source) == ['a quotation mark is not closed: ""открыто и не закрыто."']


PIECES = ['"а', 'б"', "в;", '"г"', 'д";', '"е "ж" з"', "«и", "к».", "л", '"', "", '" м']


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=9))
def test_where_quotations_close_is_told_at_once_as_one_by_one(pieces):
    closings = Closings(pieces)
    for place in range(len(pieces)):
        assert closings.quote(place) == quote_at(pieces, place, never)
