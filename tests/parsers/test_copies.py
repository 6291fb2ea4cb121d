"""One act in every form is one act: page, Word file and text give equal models."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from parsers import parse
from tests.parsers.copies import as_docx, as_page, as_typed, norm

BESIDE = os.environ.get("ADISTEME_ACTS") or Path(__file__).resolve().parents[3] / "shared" / "acts"
ACTS = [
    path
    for folder in (Path(__file__).parents[1] / "fixtures" / "acts", Path(BESIDE))
    for path in sorted(folder.glob("*.txt"))
]
WRITERS = {"page": as_page, "word": as_docx, "text": lambda act: as_typed(act).encode()}


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("path", ACTS, ids=lambda path: path.name)
def test_an_act_is_the_same_in_every_form(path: Path, form: str) -> None:
    act = parse(path.read_bytes())
    copy = parse(WRITERS[form](act))
    assert norm(copy) == norm(act)
    assert copy.accounting.unaccounted == 0
