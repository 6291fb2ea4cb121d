"""Dates of acts are read in every shape they come in, and written in the one of the register."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexicon.dates import date_pattern, read_date, write_date
from lexicon.folding import fold
from model import LANGUAGES

FORMS = {"kk": ("bare", "numeric", "attributive", "ablative", "dative"),
         "ru": ("bare", "numeric", "genitive")}  # fmt: skip
WRITTEN = [(lang, form) for lang in LANGUAGES for form in FORMS[lang]]
DAYS = st.dates(date(1991, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(("lang", "form"), WRITTEN)
@given(day=DAYS)
def test_a_written_date_is_read_back(lang, form, day):
    written = write_date(day.isoformat(), lang, form)
    assert read_date(written, lang) == day.isoformat()
    assert re.fullmatch(date_pattern(lang), fold(written).lower())


SHAPES = [
    ("ru", "17 апреля 2024 года", "2024-04-17"),
    ("ru", "17апреля 2024 года", "2024-04-17"),
    ("ru", "17 апреля 2024 г.", "2024-04-17"),
    ("ru", "17 апреля 2024", "2024-04-17"),
    ("ru", '"17" апреля 2024 года', "2024-04-17"),
    ("ru", "«17» апреля 2024 года", "2024-04-17"),
    ("ru", "17.04.2024", "2024-04-17"),
    ("ru", "2024.04.17", "2024-04-17"),
    ("ru", "12.07. 2026", "2026-07-12"),
    ("kk", "2024 жылғы 17 сәуірдегі", "2024-04-17"),
    ("kk", "2024 жылғы 17 сәуірде", "2024-04-17"),
    ("kk", "2024 жылғы 17 сәуір", "2024-04-17"),
    ("kk", "2024 жылгы 17 сәуiрдегi", "2024-04-17"),
    ("kk", "2024 жылы 17 сәуірде", "2024-04-17"),
    ("kk", "2024 жылдың 17 сәуірінен", "2024-04-17"),
    ("kk", "2024 жылғы «17» сәуірдегі", "2024-04-17"),
    ("kk", "2024 жылғы 17 қыркүйегіндегі", "2024-09-17"),
    ("kk", "17.04.2024", "2024-04-17"),
    ("kk", "2024.04.17", "2024-04-17"),
]


@pytest.mark.parametrize(("lang", "text", "iso"), SHAPES, ids=[case[1] for case in SHAPES])
def test_a_date_is_read_in_the_shapes_of_acts(lang, text, iso):
    assert read_date(text, lang) == iso
    assert re.fullmatch(date_pattern(lang), fold(text).lower())


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "31 февраля 2024 года"),
        ("ru", "32.01.2024"),
        ("ru", "апреля 2024 года"),
        ("kk", "2024 жылғы 31 ақпандағы"),
        ("kk", "2024 жылғы сәуірдегі"),
        ("ru", '"___" ____________ 20__ года'),
        ("kk", '20__ жылғы "___" ____________'),
    ],
)
def test_what_is_no_day_of_the_calendar_is_no_date(lang, text):
    assert read_date(text, lang) is None


@pytest.mark.parametrize(("lang", "form"), [("kk", "attributive"), ("ru", "genitive")])
def test_a_blank_date_is_recognised_as_the_place_of_one(lang, form):
    blank = write_date(None, lang, form)
    assert re.fullmatch(date_pattern(lang), fold(blank).lower())


@pytest.mark.parametrize("lang", LANGUAGES)
@given(text=st.text('0123456789. жылғысәуірдегіапрелягода"_', max_size=30))
def test_any_text_is_a_date_of_the_calendar_or_none(lang, text):
    found = read_date(text, lang)
    assert found is None or date.fromisoformat(found).isoformat() == found


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("kk", "20__ жылғы __ ________"),
        ("kk", '20___ жылғы "___" ______'),
        ("ru", '"__" ________ 20__ года'),
        ("ru", "__ ________ 20__ г."),
        ("ru", "______20__ года"),
    ],
)
def test_a_date_to_be_filled_in_is_found_whole(lang, text):
    found = re.findall(date_pattern(lang), f"от {text} № 5")
    assert found == [text.rstrip(".")]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_long_line_of_blanks_is_no_date_and_not_tried_from_each_of_them(lang):
    """Were the blanks divided in every way, this would take years."""
    assert not re.findall(date_pattern(lang), "_" * 30_000 + " " + '"__" ' * 3_000)
