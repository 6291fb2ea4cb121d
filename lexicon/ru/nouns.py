"""Nouns that head the names of bodies, posts and documents: all their forms, and the way back.

The forms come from the declension classes; a noun that is not listed is taken by the family
that its ending belongs to (-ние, -ция, -ость, -тель …).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

import msgspec

from lexicon.ru.tables import CASES, NounClass, endings, plain, words

Place = tuple[str, bool]  # case, plural
SINGULAR_FIRST = (False, True)


class Noun(msgspec.Struct, frozen=True):
    """A noun with all its forms; ``gender`` is m, f or n."""

    lemma: str
    gender: str
    living: bool
    forms: dict[Place, str]


class Reading(msgspec.Struct, frozen=True):
    """A noun met in a known case."""

    noun: Noun
    plural: bool

    @property
    def key(self) -> str:
        """What adjectives agree with: the gender, or p in the plural."""
        return "p" if self.plural else self.noun.gender


def read_noun(word: str, case: str) -> list[Reading]:
    """What ``word`` can be in ``case``, singular first; empty for an unknown noun.

    A word with a hyphen is read part by part (специалист-юрист), its first part may be one
    that never changes (пресс-секретарь).
    """
    plainly = plain(word)
    found = [*_listed(plainly, case)] or _joined(plainly, case)
    return found or [*_family_readings(plainly, case)]


def is_listed(word: str) -> bool:
    """Whether our own tables hold the noun whose nominative ``word`` is."""
    return next(_listed(plain(word), "nominative"), None) is not None


def indeclinable(word: str) -> list[Reading]:
    """A word that is the same in all cases, in every agreement it may stand in."""
    forms = {(case, plural): word for case in CASES for plural in SINGULAR_FIRST}
    singular = [Reading(Noun(word, gender, False, forms), False) for gender in "mfn"]  # noqa: FBT003 - living, plural
    return [*singular, Reading(Noun(word, "m", False, forms), True)]  # noqa: FBT003 - living, plural


def _listed(word: str, case: str) -> Iterator[Reading]:
    if word in words().indeclinable:
        yield from indeclinable(word)
    for plural in SINGULAR_FIRST:
        for noun in _index().get((word, case, plural), ()):
            yield Reading(noun, plural)


@cache
def _index() -> dict[tuple[str, str, bool], list[Noun]]:
    """Every form of every listed noun."""
    index: dict[tuple[str, str, bool], list[Noun]] = defaultdict(list)
    for living, table in ((True, words().living), (False, words().things)):
        for name, entries in table.items():
            for entry in entries:
                noun = _noun(entry, endings().nouns[name], living=living)
                for (case, plural), form in noun.forms.items():
                    index[form, case, plural].append(noun)
    return dict(index)


def _noun(entry: str, declension: NounClass, *, living: bool) -> Noun:
    """An entry of the list: noun, ``=stem`` of its other forms, ``+genitive plural``."""
    rest, _, genitive_plural = entry.partition("+")
    lemma, _, other_stem = rest.partition("=")
    stem = lemma.removesuffix(declension.singular[0])
    forms = _forms(other_stem or stem, declension)
    forms["nominative", False] = lemma
    if genitive_plural:
        forms["genitive", True] = genitive_plural
    _settle_accusative(forms, declension, living=living)
    return Noun(lemma, declension.gender, living, forms)


def _forms(stem: str, declension: NounClass) -> dict[Place, str]:
    return {
        (case, plural): stem + ending
        for plural, row in ((False, declension.singular), (True, declension.plural))
        for case, ending in zip(CASES, row, strict=True)
    }


def _settle_accusative(forms: dict[Place, str], declension: NounClass, *, living: bool) -> None:
    """`=`: the genitive of what lives, the nominative of what does not."""
    source = "genitive" if living else "nominative"
    for plural, row in ((False, declension.singular), (True, declension.plural)):
        if row[CASES.index("accusative")] == "=":
            forms["accusative", plural] = forms[source, plural]


def _family_readings(word: str, case: str) -> Iterator[Reading]:
    """The longest family ending that fits wins."""
    fitting = [
        (len(end), noun, plural)
        for end, noun in _family_nouns(word, case)
        for plural in SINGULAR_FIRST
        if noun.forms[case, plural] == word
    ]
    longest = max((length for length, _, _ in fitting), default=0)
    for length, noun, plural in fitting:
        if length == longest:
            yield Reading(noun, plural)


def _family_nouns(word: str, case: str) -> Iterator[tuple[str, Noun]]:
    """Nouns of the families that could give ``word`` in ``case``."""
    for living, table in ((True, words().living_families), (False, words().families)):
        for name, family_ends in table.items():
            declension = endings().nouns[name]
            for lemma in _lemmas(word, case, declension):
                end = max((e for e in family_ends if _long_enough(lemma, e)), key=len, default="")
                if end:
                    yield end, _noun(lemma, declension, living=living)


def _lemmas(word: str, case: str, declension: NounClass) -> Iterator[str]:
    place = CASES.index(case)
    for row in (declension.singular, declension.plural):
        for ending in {row[place], row[0], row[1]} if row[place] == "=" else {row[place]}:
            if ending != "=" and word.endswith(ending):
                yield word.removesuffix(ending) + declension.singular[0]


def _long_enough(lemma: str, end: str) -> bool:
    """A family needs something before its ending, else акт would be of -акт."""
    return lemma.endswith(end) and len(lemma) > len(end) + 1


@lru_cache(maxsize=1024)
def _joined(word: str, case: str) -> list[Reading]:
    """специалист-юрист: all parts in the same case and number."""
    first, hyphen, rest = word.partition("-")
    if not hyphen:
        return []
    seconds = read_noun(rest, case)
    if first in words().unchanging_prefixes:
        return [Reading(_prefixed(first, second.noun), second.plural) for second in seconds]
    return [
        Reading(_paired(left.noun, right.noun), left.plural)
        for left in read_noun(first, case)
        for right in seconds
        if left.plural == right.plural
    ]


def _prefixed(first: str, noun: Noun) -> Noun:
    forms = {place: f"{first}-{form}" for place, form in noun.forms.items()}
    return msgspec.structs.replace(noun, lemma=f"{first}-{noun.lemma}", forms=forms)


def _paired(left: Noun, right: Noun) -> Noun:
    forms = {place: f"{form}-{right.forms[place]}" for place, form in left.forms.items()}
    return msgspec.structs.replace(left, lemma=f"{left.lemma}-{right.lemma}", forms=forms)
