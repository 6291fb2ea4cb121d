"""Wrong words for a notion, found in a text in any of their forms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Literal

import msgspec

from lexicon.folding import fold
from lexicon.terms.forms import all_forms
from lexicon.terms.records import Term, terms
from model import Lang, Span

Kind = Literal["forbidden", "outdated"]
_WORD = re.compile(r"\w+(?:-\w+)*")


class Misuse(msgspec.Struct, frozen=True):
    """A wrong word where it stands; ``right`` is the term that belongs there, as a nominative."""

    term: str
    kind: Kind
    found: str
    wrong: str
    right: str
    span: Span


class _Variant(msgspec.Struct, frozen=True):
    """A phrase that is looked for; ``term`` is ``None`` where it is right as it is."""

    words: tuple[str, ...]
    phrase: str
    term: Term | None = None
    kind: Kind = "forbidden"


def misuses(text: str, lang: Lang) -> tuple[Misuse, ...]:
    """Every wrong word in the text, in its order; a longer phrase goes before a shorter one."""
    return tuple(_found(text, lang))


def _found(text: str, lang: Lang) -> Iterator[Misuse]:
    places = list(_WORD.finditer(fold(text).lower()))
    found = [place[0] for place in places]
    at = 0
    while at < len(found):
        variant = _variant_at(found, at, lang)
        if variant is not None and variant.term is not None:
            start, end = places[at].start(), places[at + len(variant.words) - 1].end()
            yield Misuse(
                term=variant.term.id,
                kind=variant.kind,
                found=text[start:end],
                wrong=variant.phrase,
                right=variant.term.of(lang).term,
                span=Span(start, end),
            )
        at += len(variant.words) if variant else 1


def _variant_at(found: list[str], at: int, lang: Lang) -> _Variant | None:
    """The longest variant whose words stand here."""
    for variant in _variants(lang).get(found[at], ()):
        if tuple(found[at : at + len(variant.words)]) == variant.words:
            return variant
    return None


@cache
def _variants(lang: Lang) -> dict[str, tuple[_Variant, ...]]:
    """What is looked for, by its first word, the longest first, what is right before the wrong."""
    by_first: dict[str, list[_Variant]] = defaultdict(list)
    for variant in _all_variants(lang):
        by_first[variant.words[0]].append(variant)
    return {
        first: tuple(sorted(found, key=lambda one: (-len(one.words), one.term is not None)))
        for first, found in by_first.items()
    }


def _all_variants(lang: Lang) -> Iterator[_Variant]:
    for record in terms().values():
        wording = record.of(lang)
        for right in (wording.term, *wording.allowed):
            yield from (_Variant(words, right) for words in _spelt(right, lang))
        for phrase in wording.forbidden:
            yield from (_Variant(words, phrase, record) for words in _spelt(phrase, lang))
        for phrase in wording.outdated:
            yield from (
                _Variant(words, phrase, record, "outdated") for words in _spelt(phrase, lang)
            )


def _spelt(phrase: str, lang: Lang) -> Iterator[tuple[str, ...]]:
    """The words of every form of the phrase, as they are compared."""
    for form in all_forms(phrase, lang):
        yield tuple(_WORD.findall(fold(form).lower()))
