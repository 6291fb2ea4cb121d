"""Phrases in any of their forms, by spaCy's PhraseMatcher."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import msgspec
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span

from lexicon.inflection import CASES, CannotInflectError, inflect
from lexicon.kk import attributive, possess
from model import Lang

ATTRIBUTIVE = "attributive"


class Reading(msgspec.Struct, frozen=True):
    """A form of a phrase: which case, and whether in the plural."""

    phrase: str
    case: str
    plural: bool


class FormMatcher:
    """Finds the phrases of a table in all their forms; tells which form stands there."""

    def __init__(self, nlp: Language, table: Mapping[str, Iterable[str]], lang: Lang) -> None:
        self._matcher = PhraseMatcher(nlp.vocab, attr="NORM")
        self._readings: dict[tuple[str, str], list[Reading]] = defaultdict(list)
        for name, phrases in table.items():
            for phrase in phrases:
                self._add(nlp, name, phrase, lang)

    def _add(self, nlp: Language, name: str, phrase: str, lang: Lang) -> None:
        for form, reading in forms(phrase, lang):
            doc = nlp.make_doc(form)
            self._matcher.add(name, [doc])
            self._readings[name, _key(doc[:])].append(reading)

    def __call__(self, doc: Doc) -> Iterator[tuple[str, Span, list[Reading]]]:
        """Name, place and possible readings of every form in the document."""
        for span in self._matcher(doc, as_spans=True):
            yield span.label_, span, self._readings[span.label_, _key(span)]


def _key(span: Span) -> str:
    return " ".join(token.norm_ for token in span)


def forms(phrase: str, lang: Lang) -> Iterator[tuple[str, Reading]]:
    """Every form of the phrase with what it is; the phrase alone where it cannot be inflected."""
    try:
        yield from list(_forms(phrase, lang))
    except CannotInflectError:
        yield phrase, Reading(phrase, "nominative", plural=False)


def _forms(phrase: str, lang: Lang) -> Iterator[tuple[str, Reading]]:
    for plural in (False, True):
        for case in CASES[lang]:
            form = inflect(phrase, lang, case, plural=plural)
            yield form, Reading(phrase, case, plural)
        if lang == "kk":
            base = inflect(phrase, "kk", "nominative", plural=plural)
            yield attributive(base), Reading(phrase, ATTRIBUTIVE, plural)
            yield from _owned(phrase, base, plural=plural)


def _owned(phrase: str, base: str, *, plural: bool) -> Iterator[tuple[str, Reading]]:
    """As the thing of a third person: персоналды басқару қызметінің."""
    owned = possess(base)
    if owned != base:
        for case in CASES["kk"]:
            yield inflect(owned, "kk", case), Reading(phrase, case, plural)
        yield attributive(owned), Reading(phrase, ATTRIBUTIVE, plural)
