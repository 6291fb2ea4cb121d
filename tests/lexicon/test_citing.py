"""References of acts and of sentences against sets that were written down by reading them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[2]))

from lexicon.citing import references_in
from model import LANGUAGES
from tests.lexicon import citing

FOLDER = Path(
    os.environ.get("ADISTEME_ACTS") or Path(__file__).resolve().parents[3] / "shared" / "acts"
)
SENTENCES = [(lang, *one) for lang in LANGUAGES for one in citing.sentences(lang)]
# Shortened words, which the law on legal acts does not allow (article 24), are not read.
NOT_READ = {"В соответствии с п. 5 ст. 33 Закона."}
CASES = [
    pytest.param(*one, marks=pytest.mark.xfail(strict=True) if one[1] in NOT_READ else ())
    for one in SENTENCES
]


@pytest.mark.parametrize("name", citing.names())
def test_every_reference_of_an_act_is_found_and_nothing_else(name):
    path = citing.source(name, FOLDER)
    if path is None:
        pytest.skip(f"{name} is not published beside the project")
    score = citing.score(name, path)
    assert (score.missed, score.wrong) == ((), ())
    assert score.recall == score.precision == 1.0


@pytest.mark.parametrize(("lang", "text", "wants"), CASES, ids=[one[1] for one in SENTENCES])
def test_the_references_of_a_sentence_are_found_and_nothing_else(lang, text, wants):
    score = citing.score_sentence(text, wants, lang)
    assert (score.missed, score.wrong) == ((), ())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_hardly_any_reference_of_the_sentences_is_missed_and_none_is_made_up(lang):
    score = citing.Score()
    for text, wants in citing.sentences(lang):
        score = score.plus(citing.score_sentence(text, wants, lang))
    assert score.recall >= 0.98
    assert score.precision == 1.0


def test_what_is_missed_or_wrong_lowers_the_figures():
    score = citing.score_sentence("Согласно пункту 7.", ("own: clause 8", "own: clause 9"), "ru")
    assert (score.wanted, score.found, score.right) == (2, 1, 0)
    assert score.recall == score.precision == 0.0


WORDS = {
    "kk": ["осы", "Әдістеменің", "5-тармағына", "және", "2)", "тармақшасы", '"', "туралы",
           "Заңының",
           "33-бабы", ",", "екінші", "бөлігі", "№", "13", "бұйрығының",
           "7 – 9-тармақтар", "(", ")"],
    "ru": ["пункту", "5", "настоящей", "Методики", "и", "подпунктом", "2)", '"', "О", "Закона",
           "статьи", "33", ",", "частью", "второй", "№", "13", "приказа", "7 – 9", "(", ")", "к"],
}  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
@given(data=st.data())
def test_any_words_are_read_and_references_stand_in_them_one_behind_another(lang, data):
    text = " ".join(data.draw(st.lists(st.sampled_from(WORDS[lang]), max_size=25)))
    at = 0
    for one in references_in(text, lang):
        assert 0 <= one.start < one.end <= len(text)
        assert at <= one.end
        at = one.start
