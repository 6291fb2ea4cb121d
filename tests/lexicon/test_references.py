"""References to structural elements are read as they are said, in both languages."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexicon.references import mentions, read_references
from lexicon.units import say
from model import LANGUAGES, Target

NUMBERS = st.one_of(
    st.integers(1, 200).map(str),
    st.tuples(st.integers(1, 99), st.integers(1, 9)).map(lambda pair: f"{pair[0]}-{pair[1]}"),
)
CLAUSES = st.builds(lambda number: {"clause": number}, NUMBERS)
SUBCLAUSES = st.builds(lambda a, b: {"clause": a, "subclause": b}, NUMBERS, NUMBERS)
PARTS = st.builds(lambda a, b: {"clause": a, "part": str(b)}, NUMBERS, st.integers(1, 30))
CHAPTERS = st.builds(lambda number: {"chapter": str(number)}, st.integers(1, 40))
APPENDICES = st.builds(lambda number: {"appendix": number}, NUMBERS)


def targets(text, lang, scope=None):
    return [msgspec.to_builtins(target) for target in read_references(text, lang, scope)]


@pytest.mark.parametrize("lang", LANGUAGES)
@given(keys=st.one_of(CLAUSES, SUBCLAUSES, PARTS, CHAPTERS, APPENDICES))
def test_what_is_said_of_an_address_is_read_back_as_it(lang, keys):
    assert targets(say(Target(**keys), lang), lang) == [keys]


@pytest.mark.parametrize("case", ["nominative", "genitive", "dative", "accusative"])
@pytest.mark.parametrize("lang", LANGUAGES)
@given(keys=st.one_of(CLAUSES, SUBCLAUSES, PARTS))
def test_the_case_of_an_address_does_not_change_it(lang, case, keys):
    assert targets(say(Target(**keys), lang, case), lang) == [keys]


PHRASES = [
    ("ru", "пункты 131 и 132", [{"clause": "131"}, {"clause": "132"}]),
    ("ru", "пункты 8, 9 и 10", [{"clause": "8"}, {"clause": "9"}, {"clause": "10"}]),
    ("ru", "пункты 190 – 192", [{"clause": "190"}, {"clause": "191"}, {"clause": "192"}]),
    ("ru", "пункт 7-2", [{"clause": "7-2"}]),
    ("ru", "подпункты 3) и 5) пункта 2",
     [{"clause": "2", "subclause": "3"}, {"clause": "2", "subclause": "5"}]),
    ("ru", "подпункт 3 пункта 2", [{"clause": "2", "subclause": "3"}]),
    ("ru", "части вторую и четвертую пункта 8",
     [{"clause": "8", "part": "2"}, {"clause": "8", "part": "4"}]),
    ("ru", "абзац второй пункта 5", [{"clause": "5", "part": "2"}]),
    ("ru", "абзац второй части третьей пункта 5", [{"clause": "5", "part": "3", "item": "2"}]),
    ("ru", "заголовок главы 2", [{"chapter": "2", "element": "heading"}]),
    ("ru", "заголовок главы IV", [{"chapter": "IV", "element": "heading"}]),
    ("ru", "преамбулу", [{"element": "preamble"}]),
    ("ru", "приложения 1 и 2", [{"appendix": "1"}, {"appendix": "2"}]),
    ("ru", "приложение 4 к указанной Методике", [{"attachment": "methodology", "appendix": "4"}]),
    ("ru", "слово и дело", []),
    ("kk", "26 және 27-тармақтар", [{"clause": "26"}, {"clause": "27"}]),
    ("kk", "29, 30 және 31-тармақтар", [{"clause": "29"}, {"clause": "30"}, {"clause": "31"}]),
    ("kk", "190 – 192-тармақтар", [{"clause": "190"}, {"clause": "191"}, {"clause": "192"}]),
    ("kk", "3 - тармақ", [{"clause": "3"}]),
    ("kk", "18 бабының 8 тармағына", [{"article": "18", "clause": "8"}]),
    ("kk", "7-2-тармақпен", [{"clause": "7-2"}]),
    ("kk", "2-тармақтың 3) және 5) тармақшалары",
     [{"clause": "2", "subclause": "3"}, {"clause": "2", "subclause": "5"}]),
    ("kk", "2-тармақтың 3-тармақшасы", [{"clause": "2", "subclause": "3"}]),
    ("kk", "8-тармақтың екінші және төртінші бөліктері",
     [{"clause": "8", "part": "2"}, {"clause": "8", "part": "4"}]),
    ("kk", "5-тармақтың екінші абзацы", [{"clause": "5", "part": "2"}]),
    ("kk", "5-тармақтың екінші азат жолы", [{"clause": "5", "part": "2"}]),
    ("kk", "5-тармақтың үшінші бөлігінің екінші абзацы",
     [{"clause": "5", "part": "3", "item": "2"}]),
    ("kk", "2-тараудың тақырыбы", [{"chapter": "2", "element": "heading"}]),
    ("kk", "ІV тараудың тақырыбы", [{"chapter": "IV", "element": "heading"}]),
    ("kk", "1, 2 және 3-қосымшаларға", [{"appendix": "1"}, {"appendix": "2"}, {"appendix": "3"}]),
    ("kk", "көрсетілген Әдістеменің 1 – қосымшасы",
     [{"attachment": "methodology", "appendix": "1"}]),
    ("kk", "сөз бен іс", []),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "words", "expected"), PHRASES, ids=[case[1] for case in PHRASES])
def test_a_phrase_names_its_elements(lang, words, expected):
    assert targets(words, lang) == expected


@pytest.mark.parametrize(
    ("lang", "words"), [("ru", "подпункт 5)"), ("kk", "5) тармақша")], ids=["ru", "kk"]
)
def test_an_element_is_read_inside_its_scope(lang, words):
    scope = Target(attachment="methodology", clause="2", subclause="9")
    expected = {"attachment": "methodology", "clause": "2", "subclause": "5"}
    assert targets(words, lang, scope) == [expected]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("ru", "по всему тексту"),
        ("kk", "бүкіл мәтін бойынша"),
        ("ru", "абзацем"),
        ("kk", "бөлікпен"),
    ],
)
def test_words_of_the_whole_text_and_parts_without_an_ordinal_name_the_scope(lang, words):
    scope = Target(attachment="methodology", clause="4")
    assert read_references(words, lang, scope) == [scope]
    assert read_references(words, lang) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@given(text=st.text('абкпунтте 0123456789-), тармақшасыжәнеивх"IVX', max_size=60))
def test_any_text_is_read_and_every_mention_stands_in_it(lang, text):
    read_references(text, lang)
    for mention in mentions(text, lang):
        assert 0 <= mention.start < mention.end <= len(text)
