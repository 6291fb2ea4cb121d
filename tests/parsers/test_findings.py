"""The catalogue of what may be said of a source."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lexicon.template import Slot, parse_template
from parsers import parse
from parsers.findings import catalogue

ROOT = Path(__file__).parents[2]
FIXTURE = ROOT / "tests" / "fixtures" / "acts" / "base-decision.ru.txt"
CODE = "\n".join(
    path.read_text(encoding="utf-8")
    for room in ("parsers", "amendments", "generator", "workbench")
    for path in (ROOT / room).rglob("*.py")
)


@pytest.mark.parametrize("code", catalogue())
def test_every_code_of_the_catalogue_is_said_somewhere(code):
    assert re.search(rf'"{code}"', CODE)


@pytest.mark.parametrize("code", catalogue())
def test_the_three_languages_name_the_same_things(code):
    saying = catalogue()[code]
    named = [
        {piece.name for piece in parse_template(words) if isinstance(piece, Slot)}
        for words in (saying.kk, saying.ru, saying.en)
    ]
    assert named[0] == named[1] == named[2]


def test_an_approval_block_with_another_number_than_the_requisites_is_said():
    source = FIXTURE.read_text(encoding="utf-8")
    assert "number-conflict" not in _codes(source)
    assert "number-conflict" in _codes(source.replace("№ 5-3", "№ 5-4", 1))
    assert "number-conflict" not in _codes(source.replace("№ 5-3", "№ 5 - 3", 1))


def _codes(source: str) -> list[str]:
    return [said.code for said in parse(source).diagnostics]
