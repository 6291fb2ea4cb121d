"""Independent witnesses: a spelling dictionary for Kazakh, a morphological one for Russian."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pymorphy3
import pytest

from lexicon.inflection import inflect
from lexicon.kk import possess
from lexicon.ru.nouns import Noun, _index
from lexicon.ru.tables import CASES

SPELLING = Path("/usr/share/hunspell/kk_KZ.dic")
DATIVE = "H"  # the letter under which the dictionary keeps its dative endings
TAGS = dict(zip(CASES, ("nomn", "gent", "datv", "accs", "ablt", "loct"), strict=True))
NOT_IN_DICTIONARY = {"маслихат", "акимат"}
WITHOUT_PLURAL = {"май"}

# The spelling dictionary takes я for a front vowel (комиссия): such words are not asked of it.
TERMS = (
    "мәслихат тармақ бап бөлім қосымша шешім заң өкім аудан облыс қала ауыл "
    "комитет басшы маман қызмет төраға хатшы нысан кесте жүйе әдіс нәтиже кезең мерзім жыл "
    "күн тоқсан сөз мәтін тақырып лауазым міндет баға мәселе тәртіп талап құжат орган "
    "мекеме "
)
POSSESSED = (
    "бөлік басшы басқарма бағдарлама облыс орын халық бедел баспа мүлік бұйрық есеп "
    "болашақ автор баға заң шешім қызмет нәтиже тармақ өкім үлес көрсеткіш төраға "
    "министрлік жоба құрылым құжат талап тәртіп кезең мерзім мақсат міндет сапа жүйе әдіс "
    "деңгей дәреже жауап мәселе келісім тізілім сома бюджет тақырып кесте бап бөлім аудан "
    "қала құқық негіз мазмұн "
)


@cache
def spelling() -> dict[str, str]:
    lines = SPELLING.read_text(encoding="utf-8-sig").splitlines()[1:]
    return {word: flags for word, _, flags in (line.strip().partition("/") for line in lines)}


@cache
def endings() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    rules = defaultdict(list)
    for line in SPELLING.with_suffix(".aff").read_text(encoding="utf-8-sig").splitlines():
        parts = line.split()
        if parts[:1] == ["SFX"] and len(parts) == 5 and parts[2] == "0":
            rules[parts[1]].append((parts[3], re.compile(parts[4] + "$")))
    return rules


@pytest.mark.skipif(not SPELLING.exists(), reason="the Kazakh spelling dictionary is not installed")
@pytest.mark.parametrize("term", TERMS.split())
def test_the_kazakh_dative_is_the_one_of_the_spelling_dictionary(term):
    assert DATIVE in spelling()[term]
    allowed = {term + end for end, fits in endings()[DATIVE] if fits.search(term)}
    assert inflect(term, "kk", "dative") in allowed


@pytest.mark.skipif(not SPELLING.exists(), reason="the Kazakh spelling dictionary is not installed")
@pytest.mark.parametrize("noun", POSSESSED.split())
def test_a_possessed_form_is_a_word_of_the_spelling_dictionary(noun):
    assert possess(noun) in spelling()


@cache
def dictionary() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


def nouns() -> list[Noun]:
    listed = {noun.lemma: noun for readings in _index().values() for noun in readings}
    return [noun for lemma, noun in sorted(listed.items()) if lemma not in NOT_IN_DICTIONARY]


def forms_of(lemma: str) -> list[dict[tuple[str, bool], set[str]]]:
    found = []
    for parse in dictionary().parse(lemma):
        if "NOUN" in parse.tag and plain(parse.normal_form) == lemma:
            forms = defaultdict(set)
            for form in parse.lexeme:
                for case, tag in TAGS.items():
                    if tag in form.tag:
                        forms[case, "plur" in form.tag].add(plain(form.word))
            found.append(forms)
    return found


def plain(word: str) -> str:
    return word.replace("ё", "е")


@pytest.mark.parametrize("noun", nouns(), ids=lambda noun: noun.lemma)
def test_a_listed_russian_noun_is_declined_as_in_the_dictionary(noun):
    places = [place for place in noun.forms if not (place[1] and noun.lemma in WITHOUT_PLURAL)]
    ours = {place: noun.forms[place] for place in places}
    assert any(
        all(form in theirs[place] for place, form in ours.items())
        for theirs in forms_of(noun.lemma)
    )
