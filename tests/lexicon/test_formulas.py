"""Every formula is tried in both directions, from the examples it carries itself."""

from __future__ import annotations

import pytest

from lexicon import formulas
from model import LANGUAGES

EXAMPLES = [
    pytest.param(record.id, lang, example, id=f"{record.id}-{lang}-{place}")
    for record in formulas.formulas().values()
    for lang in LANGUAGES
    for place, example in enumerate(record.of(lang).examples)
]
NEVER = [
    pytest.param(record.id, lang, text, id=f"{record.id}-{lang}-{place}")
    for record in formulas.formulas().values()
    for lang in LANGUAGES
    for place, text in enumerate(record.of(lang).never)
]


@pytest.mark.parametrize(("formula_id", "lang", "example"), EXAMPLES)
def test_a_formula_reads_its_examples(formula_id, lang, example):
    reading = formulas.read(formula_id, example.text, lang)
    assert reading is not None
    assert reading.slots == example.slots


@pytest.mark.parametrize(
    ("formula_id", "lang", "example"),
    [case for case in EXAMPLES if case.values[2].written],
)
def test_a_formula_writes_its_canonical_examples(formula_id, lang, example):
    assert formulas.write(formula_id, lang, **example.slots) == example.text


@pytest.mark.parametrize(("formula_id", "lang", "text"), NEVER)
def test_a_formula_does_not_read_what_it_must_not(formula_id, lang, text):
    assert formulas.read(formula_id, text, lang) is None


@pytest.mark.parametrize("record", formulas.formulas().values(), ids=lambda record: record.id)
def test_a_formula_has_an_example_in_each_language(record):
    assert all(record.of(lang).examples for lang in LANGUAGES)


def test_every_wording_that_is_written_has_an_example_of_it():
    missing = [
        (record.id, lang)
        for record in formulas.formulas().values()
        for lang in LANGUAGES
        if record.of(lang).write and not any(e.written for e in record.of(lang).examples)
    ]
    assert missing == []
