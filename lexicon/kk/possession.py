"""Possession of the third person: тармақ – тармағы, басшы – басшысы, орын – орны.

Most terms stand in it already (мәслихаты, агенттігі), and their cases differ from those of a
bare noun (мәслихатына, but қаулыға), so the first question is always whether it is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from lexicon.kk.harmony import harmony
from lexicon.kk.tables import endings, sounds, vowel_letters, words

Rule = Callable[[str], str | None]
_SHORTEST_POSSESSED = 3


def is_possessed(word: str) -> bool:
    """Whether a lower-case word already carries -ы/-і/-сы/-сі.

    Decided by its end: what is not listed as bare (қаулы), nor ends as agent nouns (-шы) and
    adjectives (-лы, -ды) do, is taken to carry it.
    """
    last = word.rpartition("-")[2]
    if len(last) < _SHORTEST_POSSESSED or last[-1] not in sounds().possession_vowels:
        return False
    if word in words().possessed or word in possessed_irregulars():
        return True
    if last in words().bare or last in bridged_back():
        return False
    return last.endswith(words().possessed_endings) or not last.endswith(words().bare_endings)


def irregular(word: str) -> str | None:
    """The stem loses its last vowel or is otherwise listed: орын – орны."""
    return words().irregular_possession.get(word)


def bridged(word: str) -> str | None:
    """A loan's cluster takes a vowel first: акт – акті – актісі."""
    whole = words().bridged.get(word)
    return None if whole is None else after_vowel(whole)


def undoubled(word: str) -> str | None:
    """Of a loan's double consonant one is written: процесс – процесі."""
    whole = words().bridged.get(word)
    return None if whole is None else whole + _ending(whole)


def after_vowel(word: str) -> str | None:
    """-сы/-сі after a vowel: басшы – басшысы; not after у, и, ю (тарау – тарауы)."""
    if word[-1] not in vowel_letters() or word[-1] in sounds().consonantal_vowels:
        return None
    return word + endings().possession["vowel"][harmony(word).index]


def softened(word: str) -> str | None:
    """п, к, қ after a vowel become б, г, ғ: талап – талабы; loans keep п (принципі)."""
    soft = sounds().softening.get(word[-1])
    if soft is None or word in words().unsoftened or word[-2:-1] not in set(vowel_letters()):
        return None
    return word[:-1] + soft + _ending(word)


def silent_dropped(word: str) -> str | None:
    """ь gives way to the ending: апрель – апрелі."""
    return word[:-1] + _ending(word) if word[-1] in sounds().silent else None


def after_consonant(word: str) -> str | None:
    """-ы/-і after anything else: шешім – шешімі, банк – банкі."""
    return word + _ending(word)


RULES: tuple[Rule, ...] = (
    irregular,
    bridged,
    undoubled,
    after_vowel,
    softened,
    silent_dropped,
    after_consonant,
)


@lru_cache(maxsize=4096)
def possess_word(word: str) -> tuple[str, str]:
    """The lower-case word with its ending of possession, and the rule that gave it."""
    for rule in RULES:
        possessed = rule(word)
        if possessed is not None:
            return possessed, rule.__name__
    return word, "unchanged"


_JOINED_BY_S = frozenset((bridged.__name__, after_vowel.__name__))


@lru_cache(maxsize=4096)
def own_word(word: str, owner: str) -> tuple[str, str]:
    """The lower-case word as the thing of ``owner``, and the rule: тармақ – тармағым, тармағыңыз.

    Whatever happens to the stem before -ы/-і happens before the other persons' endings too.
    """
    third, rule = possess_word(word)
    shapes = endings().owners[owner]
    if rule in _JOINED_BY_S:
        stem = third.removesuffix(endings().possession["vowel"][harmony(third).index])
        return stem + shapes.vowel[harmony(stem).index], rule
    stem = third[:-1]
    return stem + shapes.other[harmony(word).index], rule


@lru_cache(maxsize=4096)
def bare_word(word: str) -> str:
    """The noun inside a possessed lower-case word: тармағы – тармақ, облысы – облыс."""
    listed = possessed_irregulars().get(word)
    if listed is not None:
        return listed
    candidates = [stem for stem in _stems(word) if possess_word(stem)[0] == word]
    return candidates[0] if candidates else word


@cache
def possessed_irregulars() -> dict[str, str]:
    """Irregular possessed forms back to their nouns."""
    return {form: noun for noun, form in words().irregular_possession.items()}


@cache
def bridged_back() -> frozenset[str]:
    """Loans with their added vowel: акті is bare."""
    return frozenset(words().bridged.values())


def _stems(word: str) -> Iterator[str]:
    """Stems that could stand inside a possessed word, the likeliest first."""
    yield from _listed_stem(word)
    yield from _without_s(word)
    yield from _hardened(word)
    yield word[:-1]
    yield from (word[:-1] + letter for letter in sounds().silent)


def _listed_stem(word: str) -> Iterator[str]:
    """Stems that end in с, б, г of their own (кеңесі – кеңес), loans on a double consonant."""
    own = words().stems_in_b | words().stems_in_g | words().stems_in_s
    if word[:-1].rpartition("-")[2] in own:
        yield word[:-1]
    yield from (loan for loan, whole in words().bridged.items() if whole == word[:-1])


def _without_s(word: str) -> Iterator[str]:
    """-сы/-сі off a vowel: басшысы – басшы; not off ыс, іс (облысы); актісі – акт."""
    for ending in endings().possession["vowel"]:
        stem = word.removesuffix(ending)
        if stem != word:
            yield from (loan for loan, whole in words().bridged.items() if whole == stem)
            if not is_possessed(stem):
                yield stem


def _hardened(word: str) -> Iterator[str]:
    """б, г, ғ back to п, к, қ: тармағы – тармақ."""
    for hard, soft in sounds().softening.items():
        if word[-2:-1] == soft:
            yield word[:-2] + hard


def _ending(word: str) -> str:
    return endings().possession["other"][harmony(word).index]
