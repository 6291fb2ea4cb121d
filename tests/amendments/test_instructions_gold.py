"""Every instruction of the gold set gives exactly its operations; the set covers the field."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from measure import act_of, cases, measure, plain, types, whole

CASES = [
    pytest.param(case, id=f"{lang}-{case.type}-{place}")
    for lang in ("kk", "ru")
    for place, case in enumerate(cases(lang))
]
# 12 is the repeal of a whole act, which a clause of its own orders: it has tests of its own.
TYPES = set(range(1, 34)) - {12}


@pytest.mark.parametrize("case", CASES)
def test_the_lines_give_their_operations(case):
    found = act_of(case).operations
    wants = [*case.wants, *[None] * (len(found) - len(case.wants))]
    assert [plain(one, want) for one, want in zip(found, wants, strict=False)] == list(case.wants)


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_the_set_covers_every_type_of_amendment(lang):
    assert set(types(lang)) == TYPES
    assert len(cases(lang)) >= 120


def test_recall_and_precision_are_those_of_a_set_read_right():
    totals = measure()
    for lang in ("kk", "ru"):
        score = whole(totals, lang)
        assert (score.recall, score.precision) == (1.0, 1.0)
        assert score.wanted >= 150
