"""What is said of an evaluation: alike in three languages, really said, resting on a clause."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from forms.findings import Finding, figure, finding, sentences, worded
from forms.rules import editions
from lexicon.template import Slot, parse_template

ROOT = Path(__file__).parents[2]
CODE = "\n".join(
    path.read_text("utf-8") for room in ("forms", "generator") for path in ROOT.glob(f"{room}/*.py")
)


def slots(text):
    return {piece.name for piece in parse_template(text) if isinstance(piece, Slot)}


@pytest.mark.parametrize("code", sentences())
def test_the_three_languages_tell_the_same_fields(code):
    said = sentences()[code]
    assert slots(said.kk) == slots(said.ru) == slots(said.en)


@pytest.mark.parametrize("code", sentences())
def test_every_sentence_is_said_somewhere(code):
    assert f'"{code}"' in CODE


@pytest.mark.parametrize("code", sentences())
def test_no_latin_letter_hides_in_a_cyrillic_word(code):
    said = sentences()[code]
    for text in (said.kk, said.ru):
        plain = re.sub(r"\{\w+\}", "", text)
        assert re.findall(r"[A-Za-z][А-Яа-яЁёӘ-ӹ]|[А-Яа-яЁёӘ-ӹ][A-Za-z]", plain) == []
    assert re.findall("[әғқңөұүһі]", said.ru) == []


@pytest.mark.parametrize("code", [code for code, said in sentences().items() if said.clause])
def test_a_clause_that_is_named_stands_in_an_edition(code):
    named = sentences()[code].clause
    assert any(named in rules.clauses for rules in editions().values())


def test_a_finding_without_rules_has_no_clause_and_no_cell():
    one = finding("bad-number", met="x", expected="12,5")
    assert (one.clause, one.cell) == (None, None)
    assert worded(one, "ru") == '"x" – не число; ожидается 12,5'
    assert isinstance(one, Finding)


@pytest.mark.parametrize(
    ("value", "printed"),
    [("4", "4"), ("4.00", "4"), ("4.50", "4,5"), ("79.99", "79,99"), ("100", "100"), ("0", "0")],
)
def test_a_figure_has_a_comma_and_no_idle_zeros(value, printed):

    assert figure(Decimal(value)) == printed
