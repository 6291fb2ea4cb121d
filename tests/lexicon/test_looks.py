"""The quick looks before a pattern is tried: none of them may hide what the pattern would find."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexicon.folding import fold, small
from lexicon.formulas import Lines, formulas, may_end, phrases_of, read, search
from lexicon.patterns import needed_words, pattern_of
from lexicon.slots import slot_type
from model import LANGUAGES

EXAMPLES = [
    (record.id, lang, example.text)
    for record in formulas().values()
    for lang in LANGUAGES
    for example in record.of(lang).examples
]
PHRASES = [
    (phrase, lang, example.text)
    for record in formulas().values()
    for lang in LANGUAGES
    for phrase in phrases_of(record.of(lang))
    for example in record.of(lang).examples
]


@pytest.mark.parametrize(("name", "lang", "text"), EXAMPLES, ids=lambda value: str(value)[:40])
def test_lines_that_hold_an_example_may_hold_its_formula(name, lang, text):
    lines = Lines(["1. Жалпы ережелер", text, "Общие положения"], lang)
    assert lines.may_hold(name)
    assert 1 in lines.telling(name)
    assert 1 in lines.telling_any(name.partition("/")[0])


@pytest.mark.parametrize(("name", "lang", "text"), EXAMPLES, ids=lambda value: str(value)[:40])
def test_lines_between_which_an_example_stands_begin_and_end_it(name, lang, text):
    if not read(name, text, lang):
        return
    lines = Lines(["1. Жалпы ережелер", *text.split(), "Общие положения"], lang)
    first, last = 1, len(text.split())
    assert first in lines.beginning(name)
    assert last in lines.ending(name) or first in lines.beginning_endless(name)
    assert may_end(name, text, lang)


def test_lines_without_its_words_cannot_hold_a_formula():
    lines = Lines(["1. Жалпы ережелер", "2. Бағалау"], "kk")
    assert not lines.may_hold("drop/page-footer", "block/appendix", "note/editorial")
    assert lines.may_hold("drop/page-footer", "title/methodology") is False
    assert not lines.telling("drop/page-footer", "block/appendix")
    assert not lines.telling_any("heading")
    assert not lines.ending("block/appendix")


@given(
    drawn=st.sampled_from(PHRASES),
    around=st.tuples(*[st.sampled_from(["", " ", "\t", '"', ".", "»", "x"])] * 2),
    change=st.sampled_from([str, str.upper, str.lower, str.title, " ".join]),
)
def test_what_a_pattern_reads_has_the_words_it_needs(drawn, around, change):
    phrase, lang, text = drawn
    words = f"{around[0]}{change(text)}{around[1]}"
    needs, lowered = needed_words(phrase), small(words)
    if _pattern(phrase, lang).search(fold(words)):
        assert all(word in lowered for word in needs.words)
        assert not needs.either or any(word in lowered for word in needs.either)
    if _pattern(phrase, lang).fullmatch(fold(words)):
        assert lowered.startswith(needs.begins)
        assert lowered.rstrip(needs.tail).endswith(needs.ends)


@cache
def _pattern(phrase, lang):
    return re.compile(pattern_of(phrase, lambda slot: slot_type(slot).pattern(lang)), re.IGNORECASE)


@pytest.mark.parametrize(
    ("phrase", "words", "ends"),
    [
        ('{text} туралы["]', ("туралы",), "туралы"),
        ("ШЕШТІ[М|К]", ("шешті",), ""),
        ("{host text} {number figures}[ ][-][ ]қосымша", ("қосымша",), "қосымша"),
        ("© {text}", ("©",), ""),
        ("(О|Об) …", (), ""),
        ("слово*", ("слово",), ""),
        ("указанным решением[.]", ("указанным", "решением"), "решением"),
    ],
)
def test_the_words_that_a_phrase_needs(phrase, words, ends):
    needs = needed_words(phrase)
    assert set(needs.words) == {small(word) for word in words}
    assert needs.ends == small(ends)


def test_a_wording_may_end_with_its_sign_and_blanks():
    assert read("title/any", 'Бекіту туралы"', "kk")
    assert read("title/any", "Бекіту туралы", "kk")
    assert read("title/any", "Бекіту туралы шешім", "kk") is None
    assert search("title/any", "Бекіту туралы шешім", "kk")
