"""The page about the forms says what the forms are."""

from __future__ import annotations

from pathlib import Path

import pytest

import forms
from forms.blank import blank

PAGE = (Path(__file__).parents[2] / "docs" / "forms.md").read_text(encoding="utf-8")
LISTED = [line for line in PAGE.splitlines() if line.startswith("| `")]


@pytest.mark.parametrize("form", forms.catalogue(), ids=lambda form: form.id)
def test_the_page_lists_every_form_with_edition_number_and_titles(form):
    row = [form.id, form.edition, form.number, blank(form, "kk").title, blank(form, "ru").title]
    assert any(line.startswith(f"| `{row[0]}` | {' | '.join(row[1:])} |") for line in LISTED)


def test_the_page_lists_no_form_that_is_not_there():
    ids = {line.split("`")[1] for line in LISTED if line.count("|") == 7}
    assert ids == {form.id for form in forms.catalogue()}
