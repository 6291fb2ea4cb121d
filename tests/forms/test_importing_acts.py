"""The forms of published acts are known again, whatever appendix of its own an order gives them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from amendments import with_operations
from forms.comparing import differences, nearest
from forms.importing import definition, forms_of
from parsers import parse

FOLDER = Path(
    os.environ.get("ADISTEME_ACTS") or Path(__file__).resolve().parents[3] / "shared" / "acts"
)
if not FOLDER.is_dir() and not os.environ.get("CI"):
    pytest.skip(f"no published acts in {FOLDER}", allow_module_level=True)

# The table of form 2 stands under the heading of form 1 in the order of 2026.
KNOWN = {
    "labour-2026-188-amending.kk.txt": {
        **{str(number): f"form-{number}" for number in range(4, 9)},
        "1": "form-2",
    },
    "almaty-rc-2023-amending.kk.txt": {str(number): f"form-{number}" for number in (9, 10, 11)},
    "kentau-2022-131-amending.kk.txt": {"4": "behaviour-indicators"},
}


@pytest.mark.parametrize("name", KNOWN)
def test_every_form_of_the_act_is_the_one_that_was_taken_from_it(name):
    act = with_operations(parse((FOLDER / name).read_bytes(), name=name))
    found = {number: nearest(form, "kk") for number, form in forms_of(act).items()}
    assert {number: known.id for number, (known, _) in found.items()} == KNOWN[name]
    assert min(likeness for _, likeness in found.values()) > 0.75
    for number, form in forms_of(act).items():
        known, _ = found[number]
        told = {one.place("en"): one.here for one in differences(form, known, "kk")}
        # Columns, questions and competences are as many: no row is only in one of the two.
        assert not [place for place, here in told.items() if "row" in place and not here]
        assert len(definition(form, act, number).blocks) >= 1
