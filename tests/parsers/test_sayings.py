"""The page about the diagnostics says what the program says."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers import sayings
from parsers.findings import catalogue

PAGE = Path(__file__).parents[2] / "docs" / "diagnostics.md"


def test_the_table_of_the_diagnostics_is_fresh():
    kept = PAGE.read_text(encoding="utf-8")
    assert kept == sayings.renewed(kept), "run: python3 -m parsers.sayings docs/diagnostics.md"


def test_a_stale_table_is_made_anew_and_the_rest_of_the_page_stays():
    kept = PAGE.read_text(encoding="utf-8")
    stale = kept.replace("`second-act` | error |", "`second-act` | grave |", 1)
    assert stale != kept
    assert sayings.renewed(stale) == sayings.renewed(kept)
    assert sayings.renewed(f"{kept}after").endswith("<!-- end of diagnostics -->\nafter")


@pytest.mark.parametrize("code", catalogue())
def test_a_code_says_when_it_is_said_what_to_do_and_of_what(code):
    said = catalogue()[code]
    assert said.about.endswith(".")
    assert said.about.count(". ") + said.about.count("; ") > 0
    assert said.example


def test_a_row_has_as_many_cells_as_the_head():
    rows = sayings.table().replace("\\|", "").splitlines()
    assert {row.count("|") for row in rows} == {7}
