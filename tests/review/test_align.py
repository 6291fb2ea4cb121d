"""Two texts become one bilingual act, or it is said why they cannot."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import adisteme
from parsers import align
from parsers.align import AlignmentError, OneLanguageError, SwappedLanguagesError

sys.path.insert(0, str(Path(__file__).parent))

from drafting import act, clause, with_body


def test_both_texts_are_kept_as_they_are():
    kazakh, russian = act("kk"), act("ru")
    both = align(kazakh, russian)
    assert (both.kk, both.ru) == (kazakh, russian)
    assert both.one_sided() == ()


def test_what_one_text_lacks_is_no_reason_to_refuse():
    both = align(with_body(clause("1"), lang="kk"), with_body(clause("1"), clause("2")))
    assert [pair.target.clause for pair in both.one_sided()] == ["2"]


def test_the_wrong_way_round_is_refused_with_the_next_move():
    with pytest.raises(SwappedLanguagesError) as refusal:
        align(act("ru"), act("kk"))
    assert str(refusal.value) == (
        'The texts stand the wrong way round: "Об утверждении Методики" is in Russian and '
        '"Әдістемені бекіту туралы" is in Kazakh. Expected: the Kazakh text first, the Russian '
        "text second. Swap them."
    )


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({}, "Об утверждении Методики"),
        ({"title": None, "requisites": "Решение от 3 февраля"}, "Решение от 3 февраля"),
        ({"title": None}, "№ 4-10"),
        ({"title": None, "number": None}, "№ ?"),
    ],
    ids=["by title", "by requisites", "by number", "by nothing"],
)
def test_two_texts_in_one_language_are_refused_by_what_they_are_called(fields, named):
    with pytest.raises(OneLanguageError) as refusal:
        align(act(**fields), act(**fields))
    assert str(refusal.value) == (
        f'Both "{named}" and "{named}" are in "ru". Expected: the Kazakh (kk) and the Russian (ru) '
        "text of one act. Give the text in the other language instead of one of them."
    )


def test_both_refusals_are_of_one_family():
    assert issubclass(OneLanguageError, AlignmentError)
    assert issubclass(SwappedLanguagesError, AlignmentError)


def test_the_programmers_door_leads_to_alignment_and_review():
    assert adisteme.align is align
    assert adisteme.review(act()) == ()
