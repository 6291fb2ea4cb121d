"""The names that an act is written around, old and new, in every case form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from generator.embedded import KindOfDecision
from lexicon.acts import act_names
from lexicon.formulas import read
from lexicon.inflection import paradigm
from lexicon.kk.possession import bare_word, is_possessed, possess_word
from lexicon.refusal import CannotInflectError
from model import Act, AdistemeError, Agency, Lang
from model.tree import walk


class NamesUnknownError(AdistemeError):
    """A source that does not say, in a way we can read, whose act it is."""

    template = (
        'The act "%(act)s" does not name its institution in a form that is known. Expected its '
        "title to name it; give the profile of the agency that issued it with --source-agency."
    )


class Pair(msgspec.Struct, frozen=True):
    """An old name and the new one that takes its place; nominatives."""

    old: str
    new: str


def pairs_of(act: Act, agency: Agency, source: Agency | None) -> list[Pair]:
    """Old and new names, from the source's profile or from the act itself.

    Raises:
        NamesUnknownError: without a profile the act does not tell its institution.
    """
    pairs = list(_told(source, agency, act.lang) if source else _found(act, agency))
    if act.lang == "kk":
        pairs = [shape for pair in pairs for shape in _shapes(pair)]
    return [pair for pair in pairs if pair.old and pair.old != pair.new]


def _shapes(pair: Pair) -> Iterator[Pair]:
    """The name and its other shape: "маманы" stands also as "маман", "мәслихаты" as "мәслихат".

    The bare shape stands before another noun too (мәслихат аппараты): there, the bare shape of
    the new name takes its place, where both are bodies of one kind.
    """
    yield pair
    old, new = _other_shape(pair.old), _other_shape(pair.new)
    of_one_kind = old.split()[-1] == new.split()[-1]
    yield Pair(old, new if of_one_kind else pair.new)


def _other_shape(name: str) -> str:
    *first, last = name.split()
    other = bare_word(last) if is_possessed(last) else possess_word(last)[0]
    return " ".join((*first, other))


def _told(source: Agency, agency: Agency, lang: Lang) -> Iterator[Pair]:
    yield Pair(source.institution.of(lang), agency.institution.of(lang))
    yield Pair(source.issuer.of(lang), agency.issuer.of(lang))
    for role in source.roles.__struct_fields__:
        yield Pair(getattr(source.roles, role).of(lang), getattr(agency.roles, role).of(lang))
    for name, words in source.terms.items():
        if name in agency.terms:
            yield Pair(words.of(lang), agency.terms[name].of(lang))
    if source.region and agency.region:
        yield Pair(source.region.of(lang), agency.region.of(lang))


def _found(act: Act, agency: Agency) -> Iterator[Pair]:
    lang = act.lang
    institutions = _institutions(act)
    if not institutions:
        raise NamesUnknownError(act=act.title or act.requisites or "?")
    for institution in institutions:
        yield Pair(institution, agency.institution.of(lang))
    if act.issuer:
        yield Pair(act.issuer, agency.issuer.of(lang))
    for formula_id, role in (
        ("own/unit-head", agency.roles.unit_head),
        ("own/personnel-service", agency.roles.personnel_service),
    ):
        for old in _named(formula_id, _texts(act), lang):
            yield Pair(old, role.of(lang))


def _institutions(act: Act) -> list[str]:
    """Every way in which the titles call the institution."""
    titles = [act.title or "", *(one.title or "" for one in act.attachments)]
    return list(dict.fromkeys(_named("own/institution", titles, act.lang)))


def _named(formula_id: str, texts: Iterable[str], lang: Lang) -> Iterator[str]:
    for text in texts:
        reading = read(formula_id, text, lang)
        if reading and reading.slots["name"]:
            yield reading.slots["name"]


def _texts(act: Act) -> list[str]:
    return [node.text or "" for _, node in walk(act)]


class Renaming:
    """All forms of the old names with those of the new ones, longest first, in one pass."""

    def __init__(self, pairs: Iterable[Pair], lang: Lang) -> None:
        self._forms: dict[str, str] = {}
        for pair in pairs:
            self._add(pair, lang)
        longest = sorted(self._forms, key=len, reverse=True)
        words = (re.sub(r"\\?\s+", r"\\s+", re.escape(form)) for form in longest)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)") if longest else None

    def _add(self, pair: Pair, lang: Lang) -> None:
        try:
            old, new = paradigm(pair.old, lang), paradigm(pair.new, lang)
        except CannotInflectError:
            old, new = {"nominative": pair.old}, {"nominative": pair.new}
        for case, form in old.items():
            self._forms.setdefault(form, new[case])
            self._forms.setdefault(_capital(form), _capital(new[case]))

    def __call__(self, text: str) -> str:
        """The text with every form of an old name replaced by that form of the new one."""
        if self._pattern is None:
            return text
        return self._pattern.sub(lambda found: self._forms[" ".join(found[0].split())], text)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def act_words(act: Act, kind: KindOfDecision) -> Iterator[Pair]:
    """How the act calls itself, where the new agency's acts are of another type."""
    if act.type is None or act.type == kind.type or act.type not in act_names():
        return
    old, new = act_names()[act.type].of(act.lang).this, act_names()[kind.type].of(act.lang).this
    if old and new:
        yield Pair(old, new)


def left_over(text: str, frame: str, pairs: Iterable[Pair]) -> list[str]:
    """Proper words of the old names that still stand in ``text``.

    Words that the agency's own frame uses too (the Republic's name, a shared region) are no trace.
    """
    old = {word for pair in pairs for word in _proper(pair.old)}
    return sorted(old & _proper(text) - _proper(frame))


def _proper(text: str) -> set[str]:
    """The capitalised words of a text."""
    return {word for word in re.findall(r"[^\W\d_]{2,}", text) if word[0].isupper()}
