"""Kazakh cases against Debian's spelling dictionary, asked through the hunspell library.

The dictionary leaves out many forms, so its silence says nothing. Where it knows some ending of a
case for a noun, ours is among those that it knows; the exceptions are listed with who is right.
"""

from __future__ import annotations

import ctypes
import ctypes.util
from functools import cache
from pathlib import Path

import pytest
import yaml

from lexicon.inflection import CASES, inflect
from lexicon.kk.possession import is_possessed
from lexicon.kk.tables import endings
from lexicon.terms import terms

SPELLING = Path("/usr/share/hunspell/kk_KZ.dic")
LIBRARY = ctypes.util.find_library("hunspell") or "libhunspell-1.7.so.0"
GOLD = yaml.safe_load((Path(__file__).parent / "inflection_kk.yaml").read_text(encoding="utf-8"))
FIVE = ("genitive", "dative", "accusative", "locative", "ablative")
# Where it differs the rules of spelling are on our side; by the reason.
DIFFERENT = {
    "я is a back vowel (сессияның); the dictionary takes it for a front one": {
        "инструкция": FIVE,
        "категория": FIVE,
        "сессия": FIVE,
    },
    "after м, н, ң the genitive is -ның, the ablative -нан; the dictionary has -дың, -дан": {
        "бөлім": ("ablative",),
        "кезең": ("ablative",),
        "лауазым": ("genitive", "ablative"),
        "нысан": ("ablative",),
        "шешім": ("genitive", "ablative"),
        "әкім": ("ablative",),
    },
    "акт takes і, балл and процесс lose a letter before any ending; the dictionary keeps them": {
        "акт": ("instrumental",),
        "балл": ("instrumental",),
        "процесс": ("instrumental",),
    },
    "су is a back word (суға), after р the genitive is -дің; the dictionary has суге, -нің": {
        "су": ("dative",),
        "үміткер": ("genitive",),
    },
}
DICTIONARY_IS_WRONG = {
    (noun, case) for nouns in DIFFERENT.values() for noun, cases in nouns.items() for case in cases
}


@cache
def speller():
    library = ctypes.CDLL(LIBRARY)
    library.Hunspell_create.restype = ctypes.c_void_p
    library.Hunspell_create.argtypes = [ctypes.c_char_p, ctypes.c_char_p]
    library.Hunspell_spell.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
    affixes = str(SPELLING.with_suffix(".aff")).encode()
    made = library.Hunspell_create(affixes, str(SPELLING).encode())
    return lambda word: bool(library.Hunspell_spell(made, word.encode()))


def available():
    if not SPELLING.exists():
        return False
    try:
        ctypes.CDLL(LIBRARY)
    except OSError:
        return False
    return True


def nouns():
    listed = [one.kk.term.split()[-1] for one in terms().values()]
    listed += [row.split()[0] for table in GOLD["nouns"].values() for row in table.splitlines()]
    small = {noun for noun in listed if noun.isalpha() and noun.islower()}
    return sorted(noun for noun in small if not is_possessed(noun))


def judged():
    """Noun, case, our form, and the forms that the dictionary knows for that case."""
    known = speller()
    for noun in filter(known, nouns()):
        for case in CASES["kk"][1:]:
            shapes = {ending for pair in endings().cases[case].values() for ending in pair}
            allowed = {noun + ending for ending in shapes if known(noun + ending)}
            yield noun, case, inflect(noun, "kk", case), allowed


pytestmark = pytest.mark.skipif(
    not available(), reason="the Kazakh spelling dictionary or its library is not installed"
)


def test_where_the_dictionary_knows_a_case_ours_is_among_its_forms():
    against = {
        (noun, case, ours): sorted(allowed)
        for noun, case, ours, allowed in judged()
        if allowed and ours not in allowed
    }
    assert {(noun, case) for noun, case, _ in against} == DICTIONARY_IS_WRONG, against


def test_the_dictionary_bears_out_some_hundreds_of_forms():
    borne_out = [ours for _, _, ours, allowed in judged() if ours in allowed]
    assert len(borne_out) > 200
