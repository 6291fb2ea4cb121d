"""The fate of every stretch of a source is known."""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path

import pytest

from parsers.marked import FATES, MarkedLedger
from parsers.reading import How, read_all
from parsers.text import Text

sys.path.insert(0, str(Path(__file__).parent))

import expectation
from two_texts import TEXTS

SOURCE = "1) сөз © 2012 x"


def entered() -> MarkedLedger:
    ledger = MarkedLedger(SOURCE)
    ledger.mark(Text.of(SOURCE, 0, 2))
    ledger.keep(Text.of(SOURCE, 3, 6))
    ledger.drop(Text.of(SOURCE, 7, 13), "page-footer")
    return ledger


def test_a_stretch_has_its_fate_and_what_was_dropped_its_reason():
    found = [(SOURCE[one.start : one.end], one.fate, one.reason) for one in entered().fates()]
    assert found == [
        ("1)", "marker", None),
        (" ", "blank", None),
        ("сөз", "kept", None),
        (" ", "blank", None),
        ("© 2012", "dropped", "page-footer"),
        (" ", "blank", None),
        ("x", "unaccounted", None),
    ]


def test_the_last_entry_for_a_character_counts():
    ledger = entered()
    ledger.keep(Text.of(SOURCE, 0, len(SOURCE)))
    assert [(one.start, one.end, one.fate) for one in ledger.fates()] == [(0, len(SOURCE), "kept")]


def test_the_sums_are_those_of_the_plain_account():
    assert entered().account().unaccounted == 1
    assert [one.reason for one in entered().account().dropped] == ["page-footer"]


@pytest.mark.parametrize("name", [*expectation.names(), *TEXTS])
def test_the_stretches_cover_a_source_and_agree_with_its_account(name):
    data = TEXTS[name] if name in TEXTS else expectation.source(name)
    for read in read_all(data, How(marked=True)):
        stretches = read.ledger.fates()
        assert (stretches[0].start, stretches[-1].end) == (0, len(read.source))
        assert all(one.end == other.start for one, other in pairwise(stretches))
        counted = dict.fromkeys((*FATES, "blank"), 0)
        for one in stretches:
            counted[one.fate] += len("".join(read.source[one.start : one.end].split()))
        account = read.act.accounting
        assert (counted["kept"], counted["marker"]) == (account.kept, account.markers)
        assert counted["unaccounted"] == account.unaccounted
        assert counted["blank"] == 0
        assert {one.reason for one in stretches if one.reason} == {
            one.reason for one in account.dropped
        }


def test_an_empty_source_has_no_stretches():
    assert MarkedLedger("").fates() == []
