"""Deadlines of whole acts against what a reader found in them, and ways of saying one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lexicon.language.deadline_reader import read_deadlines
from lexicon.language.measures import measures
from lexicon.language.numerals import cardinal, counted, number_of
from model.tree import walk
from workbench.reading import read_act

ROOT = Path(__file__).resolve().parents[3]
GOLD = yaml.safe_load(
    (ROOT / "tests" / "lexicon" / "gold" / "deadlines.yaml").read_text(encoding="utf-8")
)
FOLDERS = [
    ROOT / "tests" / "fixtures" / "acts",
    Path(os.environ.get("ADISTEME_ACTS") or ROOT.parent / "shared" / "acts"),
]
HERE = {name: folder / name for name in GOLD for folder in FOLDERS if (folder / name).is_file()}
RIGHT_EVENTS = 0.8  # of the deadlines of one act; what they count must be right in all


def found_in(path):
    act = read_act(str(path))
    for target, node in walk(act):
        place = target.clause or "-"
        place += f" {target.subclause})" if target.subclause else ""
        place += f" part {target.part}" if target.part else ""
        for one in read_deadlines(node.text or "", act.lang):
            yield [place, one.amount, one.unit, one.days, one.bound, one.anchor, one.event]


@pytest.mark.parametrize("name", HERE)
def test_every_deadline_of_an_act_is_found_with_its_figures_and_nothing_else(name):
    assert [row[:6] for row in found_in(HERE[name])] == [row[:6] for row in GOLD[name]]


@pytest.mark.parametrize("name", HERE)
def test_most_events_are_told_in_their_own_words(name):
    pairs = list(zip(found_in(HERE[name]), GOLD[name], strict=True))
    right = sum(found[6] == due[6] for found, due in pairs)
    assert right >= RIGHT_EVENTS * len(pairs) - 1


def test_events_are_right_in_all_acts_together():
    pairs = [
        (found[6], due[6])
        for name, path in HERE.items()
        for found, due in zip(found_in(path), GOLD[name], strict=True)
    ]
    assert sum(found == due for found, due in pairs) >= 0.9 * len(pairs)


WAYS = [
    ("kk", "жылдың 25 желтоқсанынан кешіктірмей", 25, "date", None, "no_later", "--12-25"),
    ("kk", "жыл сайын 1 ақпанға дейін", 1, "date", None, "no_later", "--02-01"),
    ("kk", "2025 жылғы 25 желтоқсанға дейін", 25, "date", None, "no_later", "2025-12-25"),
    ("kk", "есепті тоқсаннан кейінгі айдың 10-ынан кешіктірмей", 10, "day_of_month", None,
     "no_later", None),
    ("kk", "отырысқа дейін үш жұмыс күні бұрын", 3, "day", "working", "at_least_before", None),
    ("kk", "кемінде бес жұмыс күні бұрын", 5, "day", "working", "at_least_before", None),
    ("kk", "он бес жұмыс күні ішінде", 15, "day", "working", "within", None),
    ("kk", "жиырма төрт сағат ішінде", 24, "hour", None, "within", None),
    ("kk", "он күндік мерзімде", 10, "day", None, "within", None),
    ("kk", "үш жыл бойы", 3, "year", None, "within", None),
    ("ru", "до 25 декабря", 25, "date", None, "no_later", "--12-25"),
    ("ru", "не позднее 1 февраля 2026 года", 1, "date", None, "no_later", "2026-02-01"),
    ("ru", "не позднее двадцать пятого числа месяца", 25, "day_of_month", None, "no_later", None),
    ("ru", "до 10 числа месяца", 10, "day_of_month", None, "no_later", None),
    ("ru", "в десятидневный срок", 10, "day", None, "within", None),
    ("ru", "в срок не более пяти рабочих дней", 5, "day", "working", "within", None),
    ("ru", "за три рабочих дня до заседания", 3, "day", "working", "at_least_before", None),
    ("ru", "через десять календарных дней после подписания", 10, "day", "calendar", "after", None),
    ("ru", "в течение двадцати четырех часов", 24, "hour", None, "within", None),
    ("ru", "в течение 10 (десяти) рабочих дней", 10, "day", "working", "within", None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text", "amount", "unit", "days", "bound", "date"), WAYS, ids=[way[1] for way in WAYS]
)
def test_a_deadline_is_read_however_it_is_said(  # noqa: PLR0913, PLR0917 - one row
    lang, text, amount, unit, days, bound, date
):
    (found,) = read_deadlines(text, lang)
    assert (found.amount, found.unit, found.days, found.bound, found.date) == (
        amount, unit, days, bound, date,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text", "event"),
    [
        ("kk", "Мәслихат төрағасы қызметшінің өтініші түскен уақыттан бастап үш жұмыс күн ішінде",
         "қызметшінің өтініші түскен"),
        ("kk", "НМИ белгіленген (бекітілген) күннен бастап бес жұмыс күні ішінде",
         "НМИ белгіленген"),
        ("kk", "парағына қол қойылғаннан кейін қызмет 2 жұмыс күнінен кешіктірмей",
         "парағына қол қойылғаннан"),
        ("ru", "в течение трех рабочих дней со дня поступления заявления и утверждает состав",
         "поступления заявления"),
        ("ru", "в течение пяти рабочих дней после ознакомления попросить председателя",
         "ознакомления"),
        ("ru", "хранятся три года со дня завершения оценки", "завершения оценки"),
        ("ru", "не более месяца со дня утверждения затрат", None),
    ],
)  # fmt: skip
def test_an_event_ends_where_the_sentence_goes_on(lang, text, event):
    assert [one.event for one in read_deadlines(text, lang)] == ([event] if event else [])


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("kk", "тоқсан қорытындысы бойынша"), ("kk", "айдың соңғы күнінен кешіктірмей"),
        ("kk", "360 әдісі бойынша"), ("kk", "жылына бір рет"), ("ru", "до 32 числа месяца"),
        ("ru", "до окончания периода"), ("ru", "не позднее установленного числа месяца"),
        ("ru", "за три квартала"), ("ru", "от 4 до 5 баллов"), ("ru", ""),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_deadline_is_none(lang, text):
    assert read_deadlines(text, lang) == ()


@given(st.integers(1, 99), st.sampled_from(["kk", "ru"]))
def test_what_is_counted_in_words_is_counted_in_figures(number, lang):
    unit = {"kk": "жұмыс күні ішінде", "ru": "рабочих дней"}[lang]
    before = {"kk": "", "ru": "в течение "}[lang]
    (found,) = read_deadlines(f"{before}{number} {unit}", lang)
    assert (found.amount, found.days) == (number, "working")


@given(
    st.text("абіқәдн оекйжұмыскүні 0123456789-/)(,.\n", max_size=80), st.sampled_from(["kk", "ru"])
)
def test_a_deadline_and_a_measure_stand_in_the_text_that_they_are_read_from(text, lang):
    for one in (*read_deadlines(text, lang), *measures(text, lang)):
        assert 0 <= one.start < one.end <= len(text)


@pytest.mark.parametrize(
    ("word", "lang", "value"),
    [
        ("бес", "kk", 5), ("бестен", "kk", 5), ("Онға", "kk", 10), ("онда", "kk", None),
        ("үшін", "kk", None), ("тоқсан", "kk", None), ("екеуі", "kk", 2), ("жиырмасынан", "kk", 20),
        ("пятью", "ru", 5), ("трёх", "ru", 3), ("семью", "ru", None), ("сорока", "ru", 40),
        ("тремястами", "ru", None),
    ],
)  # fmt: skip
def test_a_number_word_counts_in_every_case_and_its_doubles_do_not(word, lang, value):
    assert cardinal(word, lang) == value


def test_tens_and_ones_are_one_number_and_an_ordinal_is_known():
    found = list(counted("отыз бес күн, жиырма бесінші күні", "kk"))
    assert [(one.value, one.ordinal) for one in found] == [(35, False), (25, True)]
    assert number_of("двадцать пятого числа", "ru") == 25
    assert number_of("числа двадцать", "ru") is None
