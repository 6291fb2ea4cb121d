"""Words in all their forms, for a change throughout a text: old form for the same new form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from lexicon import kk
from lexicon.folding import fold, key
from lexicon.inflection import CASES, CannotInflectError, inflect
from model import Lang


class Forms:
    """Old words with the new ones of the same form.

    A form with two readings (Russian "системы": of one system, or several systems) whose new
    forms differ is ambiguous: it is never exchanged by chance.
    """

    def __init__(self, pairs: dict[str, str], ambiguous: Iterable[str] = ()) -> None:
        self._old = list(pairs)
        self._pairs = {key(old): (old, new) for old, new in pairs.items()}
        self._ambiguous = frozenset(map(key, ambiguous))
        self.has_ambiguous = bool(self._ambiguous)
        self.new = frozenset(new for new in pairs.values() if new)

    @cached_property
    def exact(self) -> re.Pattern[str]:
        """Any old form, its letters as they are given."""
        return re.compile("|".join(map(pattern_of, self._longest_first())))

    @cached_property
    def loose(self) -> re.Pattern[str]:
        """Any old form in capital or small letters."""
        return re.compile(self.exact.pattern, re.IGNORECASE)

    def _longest_first(self) -> list[str]:
        return sorted(self._old, key=len, reverse=True)

    def new_for(self, found: str) -> str:
        """The new words for an old form, in the letters in which it was found."""
        old, new = self._pairs[key(found)]
        if fold(old) == found or not new:
            return new
        if found.isupper() and not old.isupper():
            return new.upper()
        if found[:1].isupper() and old[:1].islower():
            return new[:1].upper() + new[1:]
        if found[:1].islower() and old[:1].isupper() and not new[1:2].isupper():
            return new[:1].lower() + new[1:]
        return new

    def is_ambiguous(self, found: str) -> bool:
        """Whether the form has another reading with other new words."""
        return key(found) in self._ambiguous


def pattern_of(words: str) -> str:
    """The words as whole words on folded text, whatever blanks are between them."""
    before = r"(?<!\w)(?<!\d[-/.])" if words[:1].isalnum() else ""
    after = r"(?!\w)(?![-/.]\d)" if words[-1:].isalnum() else ""
    return f"{before}{spaced(words)}{after}"


def spaced(words: str) -> str:
    """A pattern for the words with any blanks between them."""
    return r"\s+".join(re.escape(word) for word in fold(words).split())


def forms_of(old: str, new: str, lang: Lang) -> Forms:
    """Every form of the old words with that form of the new ones.

    Words that cannot be inflected (foreign letters, figures) are exchanged as they are.
    """
    pairs = {old: new}
    ambiguous: list[str] = []
    try:
        found = list(zip(_forms(old, lang), _forms(new or old, lang), strict=True))
    except CannotInflectError:
        return Forms(pairs)
    for form, same_form in found:
        said = same_form if new else ""
        if pairs.setdefault(form, said) != said:
            ambiguous.append(form)
    return Forms(pairs, ambiguous)


def _forms(phrase: str, lang: Lang) -> Iterator[str]:
    """One paradigm, form by form in a fixed order; for Kazakh with and without possession."""
    for plural in (False, True):
        for case in CASES[lang]:
            yield inflect(phrase, lang, case, plural=plural)
        if lang == "kk":
            yield from _more_kazakh(inflect(phrase, "kk", "nominative", plural=plural))


def _more_kazakh(phrase: str) -> Iterator[str]:
    yield kk.attributive(phrase)
    owned = kk.possess(phrase)
    for case in CASES["kk"]:
        yield inflect(owned, "kk", case)
    yield kk.attributive(owned)
