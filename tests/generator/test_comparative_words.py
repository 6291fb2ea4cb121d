"""What differs between two wordings: whole words, nothing lost, nothing chequered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.comparative_words import difference, similarity

WORDS = st.lists(
    st.sampled_from(["бағалау", "оценка", ", ", ". ", " ", "\n", "–", '"Б"', "5", "ә", "\t"]),
    max_size=14,
).map("".join)


def side(pieces, name):
    return "".join(piece.text for piece in pieces if piece.side in {"both", name})


def marked(old, new):
    """The two wordings as one line: [-old-] and {+new+}, as the eye sees them."""
    shape = {"both": "{}", "old": "[-{}-]", "new": "{{+{}+}}"}
    return "".join(shape[piece.side].format(piece.text) for piece in difference(old, new))


@given(st.one_of(WORDS, st.text(max_size=40)), st.one_of(WORDS, st.text(max_size=40)))
def test_both_wordings_can_be_put_together_again(old, new):
    pieces = difference(old, new)
    assert (side(pieces, "old"), side(pieces, "new")) == (old, new)
    assert all(piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("old", "new", "seen"),
    [
        ("в течение пяти дней", "в течение трех дней", "в течение[- пяти-]{+ трех+} дней"),
        ("бес күн ішінде", "бес жұмыс күні ішінде", "бес[- күн-]{+ жұмыс күні+} ішінде"),
        ("1) слово;", "1) слово.", "1) слово[-;-]{+.+}"),
        ("оценка", "", "[-оценка-]"),
        ("", "бағалау", "{+бағалау+}"),
        (
            "пяти и рабочих дней после конца квартала",
            "трех и календарных дней после конца квартала",
            "[-пяти и рабочих-]{+трех и календарных+} дней после конца квартала",
        ),
        (
            "5. Совсем старая норма об отпуске.",
            "5. Новое правило для всех без исключения служащих.",
            (
                "5. [-Совсем старая норма об отпуске.-]"
                "{+Новое правило для всех без исключения служащих.+}"
            ),
        ),
        (
            "Первое остается. Второе меняется.",
            "Первое остается. Новое правило меняется.",
            "Первое остается.[- Второе-]{+ Новое правило+} меняется.",
        ),
    ],
    ids=["ru", "kk", "sign", "gone", "come", "no confetti", "below a third", "sentence stays"],
)
def test_what_a_lawyer_would_mark_is_marked(old, new, seen):
    assert marked(old, new) == seen


def test_a_word_is_never_broken():
    pieces = difference("бағаланатын кезең", "бағалайтын кезең")
    assert [piece.text for piece in pieces] == ["бағаланатын", "бағалайтын", " кезең"]


def test_a_very_long_wording_is_compared_in_reasonable_time():
    old = " ".join(f"сөз{at % 7}" for at in range(20_000))
    new = old.replace("сөз3", "жаңа")
    pieces = difference(old, new)
    assert (side(pieces, "old"), side(pieces, "new")) == (old, new)


@pytest.mark.parametrize(
    ("old", "new", "likeness"),
    [("a b c", "a b c", 1.0), ("a b", "b a", 1.0), ("a", "b", 0.0), ("", "", 1.0), ("a", "", 0.0)],
)
def test_likeness_is_the_share_of_common_words(old, new, likeness):
    assert similarity(old, new) == likeness
