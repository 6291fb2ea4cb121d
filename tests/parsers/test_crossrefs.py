"""References of a methodology to its own elements: which of them lead nowhere."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from sources import messages, methodology

CASES = {
    "a clause that is there": ("ru", "Согласно пункту 1 настоящей Методики.", []),
    "a clause that is not there": (
        "ru", "Согласно пункту 9 настоящей Методики.",
        [("пункту 9 настоящей Методики", "clause 9")],
    ),
    "an appendix that is not there": (
        "ru", "По форме согласно приложению 4 к настоящей Методике.",
        [("приложению 4 к настоящей Методике", "appendix 4")],
    ),
    "two in one breath": (
        "ru", "Согласно пунктам 1 и 8 настоящей Методики.",
        [("пунктам 1 и 8 настоящей Методики", "clause 8")],
    ),
    "another methodology": ("ru", "Согласно пункту 9 Типовой Методики.", []),
    "a clause of a law": ("ru", "Согласно пункту 9 статьи 33 Закона.", []),
    "kk: a clause that is there": ("kk", "Осы Әдістеменің 1-тармағына сәйкес.", []),
    "kk: a clause that is not there": (
        "kk", "Осы Әдістеменің 9-тармағына сәйкес.", [("Осы Әдістеменің 9-тармағына", "clause 9")],
    ),
    "kk: appendices that are not there": (
        "kk", "Осы Әдістеменің 7 және 8-қосымшаларына сәйкес.",
        [("Осы Әдістеменің 7 және 8-қосымшаларына", "appendix 7"),
         ("Осы Әдістеменің 7 және 8-қосымшаларына", "appendix 8")],
    ),
    "a clause without the name of the text": (
        "ru", "В сроки, указанные в пункте 9.", [("пункте 9", "clause 9")],
    ),
    "kk: a clause without the name of the text": (
        "kk", "9-тармақта белгіленген мерзімде.", [("9-тармақта", "clause 9")],
    ),
    "a chapter that is not there": ("ru", "В порядке главы 9.", [("главы 9", "chapter 9")]),
    "kk: another methodology": ("kk", "Қызметші Үлгілік Әдістеменің 9-тармағына сәйкес.", []),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_reference_that_leads_nowhere_is_said(case):
    lang, words, dangling = CASES[case]
    first = "1. Слово." if lang == "ru" else "1. Сөз."
    assert messages(methodology(first, f"2. {words}", lang=lang)) == [
        f'the reference "{said}" leads to an element that is not there: {target}'
        for said, target in dangling
    ]


def test_each_missing_element_is_said_once():
    again = "Согласно пункту 9 настоящей Методики."
    assert len(messages(methodology("1. Слово.", f"2. {again}", f"3. {again}"))) == 1
