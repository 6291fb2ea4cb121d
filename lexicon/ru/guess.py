"""Nouns that our own tables do not know, by the morphological dictionary.

The dictionary is loaded when it is first needed: reading acts never needs it, only declining
an unusual name does.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from lexicon.ru.nouns import Noun, Reading, read_noun
from lexicon.ru.tables import CASES, plain, words

_TAGS = dict(zip(CASES, ("nomn", "gent", "datv", "accs", "ablt", "loct"), strict=True))
_FEWEST_LETTERS = 2
_GENDERS = {"masc": "m", "femn": "f", "neut": "n"}


def read_any_noun(word: str, case: str) -> list[Reading]:
    """What ``word`` can be in ``case``: by our tables, else by the dictionary."""
    found = read_noun(word, case)
    return found if found or not _russian_name(word) else _guesses(word, case)


def _russian_name(word: str) -> bool:
    """Long enough to be a noun, and in Russian letters."""
    letters = set(plain(word)) - {"-"}
    return len(letters) > _FEWEST_LETTERS and letters <= set(words().letters)


def _guesses(word: str, case: str) -> list[Reading]:
    parses = [
        parse
        for parse in _analyzer().parse(plain(word))
        if "NOUN" in parse.tag and parse.tag.case == _TAGS[case]
    ]
    return [reading for parse in parses[:1] for reading in _reading(parse)]


def _reading(parse: Any) -> list[Reading]:  # noqa: ANN401 - the dictionary is untyped
    forms: dict[tuple[str, bool], str] = {}
    for case, tag in _TAGS.items():
        for plural, number in ((False, "sing"), (True, "plur")):
            form = parse.inflect({tag, number})
            forms[case, plural] = plain(form.word) if form else ""
    plural = parse.tag.number == "plur"
    if not all(forms[case, plural] for case in CASES):
        return []
    gender = _GENDERS.get(str(parse.tag.gender), "m")
    noun = Noun(parse.normal_form, gender, parse.tag.animacy == "anim", forms)
    return [Reading(noun, plural)]


@cache
def _analyzer() -> Any:  # noqa: ANN401 - the dictionary is untyped
    import pymorphy3  # noqa: PLC0415 - heavy, and most phrases never need it

    return pymorphy3.MorphAnalyzer(lang="ru")
