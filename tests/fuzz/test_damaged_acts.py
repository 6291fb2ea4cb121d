"""Acts damaged at random in every form: read or refused by name, never a crash, nothing lost."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

import claims
from damaging import damaged, damages
from whole_acts import FORMS

quick = settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
# The smallest acts: many can be damaged in a few seconds. The long run takes all of them.
_MOST_BYTES = 16_000


def small(sources):
    fit = [name for name, data in sources.items() if len(data) < _MOST_BYTES]
    return fit or sorted(sources, key=lambda name: len(sources[name]))[:2]


@pytest.mark.parametrize("form", FORMS)
@quick
@given(data=st.data())
def test_a_damaged_act_is_read_with_its_account_or_refused_by_name(form, data):
    sources, in_form = FORMS[form]
    name = data.draw(st.sampled_from(small(sources())))
    changes = data.draw(damages())
    claims.check(in_form(name, lambda whole: damaged(whole, changes)))
