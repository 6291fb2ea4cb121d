"""Whole acts, in both languages and every typed layout, against what a person reads in them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import expectation

from amendments import with_operations
from parsers import parse


@pytest.mark.parametrize("name", expectation.names())
def test_an_act_is_read_as_a_person_reads_it(name):
    act = with_operations(parse(expectation.source(name), name=name))
    assert expectation.differences(act, expectation.expected(name)) == []


def test_the_pdf_text_of_an_act_gives_the_same_act_as_its_page():
    page = parse(expectation.source("base-decision.ru"))
    pdf = parse(expectation.source("base-decision.ru.pdf"))
    assert (page.body, page.preamble, page.signatures) == (pdf.body, pdf.preamble, pdf.signatures)
    assert [one.body for one in page.attachments] == [one.body for one in pdf.attachments]
