"""The language of a text is told by its letters and by its words."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.beside import columns_of
from parsers.bilingual import languages_in, quoted_pieces
from parsers.language import language_of, leaning

sys.path.insert(0, str(Path(__file__).parent))

import expectation

TOLD = {
    "Kazakh letters": ("Әдістемені бекіту туралы", "kk"),
    "Kazakh words without a letter of their own": ("баптар бойынша арнайы шаралар", "kk"),
    "a Kazakh verb without a letter of its own": ("тарау алынып тасталсын", "kk"),
    "Russian words": ("Об утверждении Методики", "ru"),
    "Russian words without a letter of their own": ("решение комитета по итогам года", "ru"),
    "a Russian signature with a Kazakh name": ("Председатель маслихата Ж. Әбенов", "ru"),
    "a Kazakh sentence that quotes a Russian title": (
        '"Об оценке" деп аталатын бұйрықтың күші жойылды деп танылсын', "kk"),
    "capitals": ("ҚАУЛЫ ЕТЕДІ", "kk"),
    "many capitals": ("ҚАУЛЫ ЕТЕДІ " * 40, "kk"),
    "many Russian capitals": ("РЕШИЛ " * 80, "ru"),
    "a name alone": ("Абенов", "ru"),
    "no Cyrillic letter": ("2023-06-26 No 4-10 approved", None),
    "nothing": ("", None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "lang"), TOLD.values(), ids=TOLD)
def test_the_language_of_a_text_is_told(text, lang):
    assert language_of(text) == lang


@pytest.mark.parametrize("text", ["№ 4-10", "Ж. Абенов", "12,5", "_____", "", "akim@example.kz"])
def test_figures_names_and_blanks_lean_nowhere(text):
    assert leaning(text) == 0


@pytest.mark.parametrize("name", expectation.names())
def test_no_line_of_an_act_leans_to_the_other_language(name):
    sign = 1 if ".kk" in name else -1
    lines = expectation.source(name).decode("utf-8-sig").splitlines()
    assert [line for line in lines if leaning(line) * sign < 0] == []


KAZAKH = "Бағалау жыл қорытындысы бойынша жүргізіледі."
RUSSIAN = "Оценка проводится по итогам года."


def letters(pieces) -> str:
    return "".join(lang[0] for lang in languages_in(pieces))


@pytest.mark.parametrize(
    ("pieces", "languages"),
    [
        pytest.param([KAZAKH, "1", KAZAKH, RUSSIAN, "2", RUSSIAN], "kkkrrr", id="figures between"),
        pytest.param(["№ 1", KAZAKH, RUSSIAN], "kkr", id="figures before"),
        pytest.param([RUSSIAN, KAZAKH] * 3, "rkrkrk", id="in turn"),
        pytest.param(
            [KAZAKH, RUSSIAN, KAZAKH, RUSSIAN, "А. Абаев", "А. Абаев"], "krkrkr", id="names in turn"
        ),
        pytest.param([KAZAKH] * 9 + ["Форма"] + [KAZAKH] * 9 + [RUSSIAN] * 9,
                     "k" * 19 + "r" * 9, id="a Russian word in the Kazakh text"),
        pytest.param([RUSSIAN, KAZAKH] + [KAZAKH] * 20 + [RUSSIAN] * 20,
                     "r" + "k" * 21 + "r" * 20, id="a head in both languages before the texts"),
        pytest.param([], "", id="nothing"),
    ],
)  # fmt: skip
def test_pieces_go_to_their_language_and_what_leans_nowhere_to_its_neighbours(pieces, languages):
    assert letters(pieces) == languages


def test_wording_that_the_other_text_quotes_stays_with_it():
    quoting = [KAZAKH, "мәтін мынадай редакцияда жазылсын:", f'"{RUSSIAN}', f'{RUSSIAN}";']
    pieces = [*quoting, *[KAZAKH] * 9, *[RUSSIAN] * 9]
    assert quoted_pieces(pieces) == {2, 3}
    assert letters(pieces) == "k" * 13 + "r" * 9


@given(st.lists(st.sampled_from([KAZAKH, RUSSIAN, "", "1", "Форма", '"', "сөз:"]), max_size=30))
def test_every_piece_has_a_language_and_a_text_of_one_language_has_that_alone(pieces):
    found = languages_in(pieces)
    assert len(found) == len(pieces)
    if KAZAKH in pieces and not {RUSSIAN, "Форма"} & set(pieces):
        assert set(found) == {"kk"}


@pytest.mark.parametrize(
    ("rows", "sides"),
    [
        pytest.param([[KAZAKH, RUSSIAN]] * 2, ((0, 1), (1, 2)), id="Kazakh on the left"),
        pytest.param([[RUSSIAN, KAZAKH]] * 2, ((1, 2), (0, 1)), id="Kazakh on the right"),
        pytest.param([[KAZAKH, "5", RUSSIAN, "5"]] * 2, ((0, 2), (2, 4)), id="two columns each"),
        pytest.param([[KAZAKH], *[[KAZAKH, RUSSIAN]] * 2], ((0, 1), (1, 2)), id="a row over both"),
        pytest.param([[KAZAKH, KAZAKH]] * 2, None, id="one language"),
        pytest.param([[KAZAKH, RUSSIAN], [RUSSIAN, KAZAKH]], None, id="mixed columns"),
        pytest.param([[KAZAKH, "Форма"]], None, id="a word beside a sentence"),
        pytest.param([[KAZAKH, RUSSIAN, KAZAKH]], None, id="Kazakh on both sides"),
        pytest.param([[KAZAKH]], None, id="one column"),
        pytest.param([], None, id="no rows"),
    ],
)
def test_the_columns_of_two_texts_are_found(rows, sides):
    found = columns_of(rows)
    assert (found and (found.kk, found.ru)) == sides
