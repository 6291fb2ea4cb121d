"""The way back: the nominative of a Kazakh phrase that stands in a case."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from lexicon.kk.declension import NOMINATIVE, inflect
from lexicon.kk.head import last_run, unchanging, without_tail
from lexicon.kk.possession import is_possessed
from lexicon.kk.synonyms import bracket_of
from lexicon.kk.tables import endings, words
from lexicon.refusal import CannotInflectError


@lru_cache(maxsize=1024)  # an act names the bodies of its head several times
def nominative(phrase: str, case: str) -> str | None:
    """The nominative whose ``case`` form is ``phrase``; ``None`` where there is none.

    Where two nouns would give it (орында: at "орын" or at "оры"), the one whose possession or
    whose stem in -н is known wins.
    """
    if case == NOMINATIVE or unchanging(phrase):
        return phrase
    found = [
        candidate for candidate in _candidates(phrase, case) if _gives(candidate, case, phrase)
    ]
    return max(found, key=_likelihood) if found else None


def _candidates(phrase: str, case: str) -> Iterator[str]:
    """The phrase without each ending that the case has."""
    body, after = without_tail(phrase)
    for tail in _tails(after, case):
        for stem in _stems(body, case):
            yield stem + tail


def _stems(body: str, case: str) -> Iterator[str]:
    for ending in _endings_of(case):
        if body.lower().endswith(ending):
            stem = body[: len(body) - len(ending)]
            yield stem
            yield stem.removesuffix("-")
            yield from _unbridged(stem)


@cache
def _endings_of(case: str) -> list[str]:
    return sorted({e for pair in endings().cases.get(case, {}).values() for e in pair})


def _tails(after: str, case: str) -> Iterator[str]:
    """What stands behind the phrase, its synonym in brackets in the nominative first."""
    bracket = bracket_of(after)
    inner = nominative(bracket.inner, case) if bracket else None
    if bracket and inner is not None:
        yield bracket.with_inner(inner)
    yield after


def _unbridged(stem: str) -> Iterator[str]:
    """Loans without the vowel they took: актінің – акт."""
    run = last_run(stem, str.isalpha).lower()
    for loan, whole in words().bridged.items():
        if run == whole:
            yield stem[: len(stem) - len(whole) + len(loan)]


def _gives(candidate: str, case: str, phrase: str) -> bool:
    """Whether the candidate's form is the phrase; acts often leave its bracket as it was."""
    body, after = without_tail(candidate)
    try:
        return candidate.strip() != "" and (
            inflect(candidate, case) == phrase
            or (after.strip() != "" and inflect(body, case) + after == phrase)
        )
    except CannotInflectError:
        return False


def _likelihood(candidate: str) -> tuple[int, int]:
    sound = last_run(without_tail(candidate)[0], str.isalpha).lower()
    return (2 if sound in words().stems_in_n else int(is_possessed(sound)), -len(candidate))
