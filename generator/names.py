"""The names that an act is written around, old and new, in every case form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

import msgspec

from generator.embedded import KindOfDecision
from generator.retarget_journal import Journal, Why
from lexicon.acts import act_names
from lexicon.data import ROOT, load
from lexicon.inflection import inflect, paradigm
from lexicon.kk.possession import bare_word, is_possessed, possess_word
from lexicon.refusal import CannotInflectError
from lexicon.template import render_template
from model import Act, Lang

_SENTENCE_ENDS = (".", "!", "?")
_NOMINATIVE, _GENITIVE = "nominative", "genitive"
_FIRST_WORD = re.compile(r"[^\W\d_]+")


class Pair(msgspec.Struct, frozen=True):
    """An old name and the new one that takes its place; nominatives.

    ``first`` is said the first time: the full name, which introduces the short one of ``new``.
    ``why`` is what the list of substitutions calls the exchange; ``fixed`` words have no cases.
    """

    old: str
    new: str
    first: str | None = None
    why: Why = "name"
    fixed: bool = False


def shapes(pairs: Iterable[Pair], lang: Lang) -> list[Pair]:
    """The pairs that exchange anything; in Kazakh each with the other shape of its old name."""
    every = [shape for pair in pairs for shape in _shapes(pair)] if lang == "kk" else list(pairs)
    return [pair for pair in every if pair.old and pair.old != pair.new]


def _shapes(pair: Pair) -> Iterator[Pair]:
    """The name and its other shape: "маманы" stands also as "маман", "мәслихаты" as "мәслихат".

    The bare shape stands before another noun too (мәслихат аппараты): there, the bare shape of
    the new name takes its place, where both are bodies of one kind.
    """
    yield pair
    if not pair.old or not pair.new:
        return
    old, new = other_shape(pair.old), other_shape(pair.new)
    of_one_kind = old.split()[-1] == new.split()[-1]
    yield msgspec.structs.replace(pair, old=old, new=new if of_one_kind else pair.new)


def other_shape(name: str) -> str:
    """A Kazakh name with its last word possessed where it was bare, and bare where possessed."""
    *first, last = name.split()
    other = bare_word(last) if is_possessed(last) else possess_word(last)[0]
    return " ".join((*first, other))


class _Form(msgspec.Struct, frozen=True):
    pair: Pair
    cases: dict[str, str]  # every case that the old form may stand in, with the new form
    raised: bool  # the old name's own small letter stood as a capital


class Renaming:
    """All forms of the old names with those of the new ones, longest first, in one pass.

    A new name that stands in the text already is left alone, whatever old name is part of it.
    """

    def __init__(self, pairs: Iterable[Pair], lang: Lang, journal: Journal | None = None) -> None:
        self._lang: Lang = lang
        self._journal = journal or Journal()
        self._said: set[str] = set()
        self._forms: dict[str, _Form] = {}
        every = list(pairs)
        for pair in every:
            self._add(pair)
        own = [pair for pair in every if not pair.fixed]
        for new in dict.fromkeys(name for pair in own for name in (pair.new, pair.first or "")):
            self._add(Pair(new, new))
        longest = sorted(self._forms, key=len, reverse=True)
        words = (re.sub(r"\\?\s+", r"\\s+", re.escape(form)) for form in longest)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)") if longest else None

    def _add(self, pair: Pair) -> None:
        if not pair.old:
            return
        lang = None if pair.fixed else self._lang
        old, new = _paradigms(pair.old, pair.new, lang)
        for said in (old, _with_bracket_kept(pair.old, lang)):
            for raised in (False, True):
                self._add_forms(pair, said, new, raised=raised)

    def _add_forms(
        self, pair: Pair, old: dict[str, str], new: dict[str, str], *, raised: bool
    ) -> None:
        for form in dict.fromkeys(old.values()):
            cases = {case: new[case] for case, said in old.items() if said == form}
            for typed in (form, *_mistyped(form)):
                written = capital(typed) if raised else typed
                self._forms.setdefault(written, _Form(pair, cases, raised=raised))

    def __call__(self, text: str, *, entry: bool = False, introduce: bool = False) -> str:
        """The text with every form of an old name replaced by that form of the new one.

        What stands at the beginning of a sentence gets a capital; an ``entry`` of a list does
        not begin one. Where a name may ``introduce`` its short one, it does so once.
        """
        if self._pattern is None:
            return text
        return self._pattern.sub(
            lambda found: self._exchanged(found, text, entry=entry, introduce=introduce), text
        )

    def _exchanged(self, found: re.Match[str], text: str, *, entry: bool, introduce: bool) -> str:
        form = self._forms[" ".join(found[0].split())]
        case = case_after(text[: found.start()], form.cases, self._lang)
        behind = text[found.end() :].lstrip()
        if self._lang == "kk" and case == _NOMINATIVE and _owns(form.pair, behind):
            case = _GENITIVE
        bracketed = behind.startswith("(")
        new = form.cases[case] if case in form.cases else inflect(form.pair.new, self._lang, case)
        if introduce and not bracketed:
            new = self._introduced(form.pair, case) or new
        before = text[: found.start()]
        starts = _starts_sentence(before, entry=entry)
        raised = capital(new) if starts or form.raised else new
        if form.pair.old != form.pair.new:
            unsure = len(set(form.cases.values())) > 1
            self._journal.write(form.pair.why, found[0], raised, unsure=unsure)
        return raised if form.pair.old != form.pair.new else found[0]

    def _introduced(self, pair: Pair, case: str) -> str | None:
        """Full and short name, where the short one was not said yet; ``None`` where it was."""
        first = pair.first
        if first is None or first in self._said:
            return None
        self._said.add(first)
        full = _paradigms(first, first, self._lang)[1].get(case, first)
        return introduced(full, pair.new, self._lang)


def introduced(full: str, short: str, lang: Lang) -> str:
    """A full name with the short one introduced behind it, in brackets."""
    named = {"full": full, "short": short}
    return render_template(_introduction()[lang], lambda slot: named[slot.name])


def case_after(before: str, cases: dict[str, str], lang: Lang) -> str:
    """Which of the possible cases a name stands in, by the preposition before it."""
    words = before.split()
    governed = _prepositions().get(lang, {}).get(words[-1].lower(), ()) if words else ()
    return next((case for case in governed if case in cases), next(iter(cases)))


def _owns(pair: Pair, behind: str) -> bool:
    """Whether a Kazakh name owns the thing behind it, and must say so: бөлімінің келісімімен.

    A bare name may stand there as it is (маман келісімімен); one that is possessed may not.
    """
    following = _FIRST_WORD.match(behind)
    if pair.fixed or pair.old == pair.new or following is None:
        return False
    last = re.split(r"[\s-]", pair.new.rstrip(")"))[-1].lower()
    return is_possessed(last) and following[0].lower().startswith(_owned_nouns())


@cache
def _owned_nouns() -> tuple[str, ...]:
    return load(ROOT / "terms" / "owned.yaml", dict[Lang, tuple[str, ...]])["kk"]


@cache
def _prepositions() -> dict[Lang, dict[str, tuple[str, ...]]]:
    return load(ROOT / "terms" / "prepositions.yaml", dict[Lang, dict[str, tuple[str, ...]]])


@cache
def _introduction() -> dict[Lang, str]:
    """How a short name is introduced, in brackets behind the full one (article 24)."""
    return load(ROOT / "terms" / "introduced.yaml", dict[Lang, str])


def _with_bracket_kept(name: str, lang: Lang | None) -> dict[str, str]:
    """The forms with the bracket behind the name as it is, as acts often leave it; else none."""
    before, opening, inner = name.partition(" (")
    if lang is None or not opening or not inner.endswith(")"):
        return {}
    try:
        return {case: form + opening + inner for case, form in paradigm(before, lang).items()}
    except CannotInflectError:
        return {}


def _mistyped(form: str) -> Iterator[str]:
    """The form as it is typed by mistake: with the other letter of two that are often confused."""
    for one, other in _confused():
        if form.endswith(one):
            yield form.removesuffix(one) + other


@cache
def _confused() -> tuple[tuple[str, str], ...]:
    pairs = load(ROOT / "terms" / "confused.yaml", tuple[tuple[str, str], ...])
    return (*pairs, *((other, one) for one, other in pairs))


def _paradigms(old: str, new: str, lang: Lang | None) -> tuple[dict[str, str], dict[str, str]]:
    if lang is None:
        return {"nominative": old}, {"nominative": new}
    try:
        return paradigm(old, lang), paradigm(new, lang)
    except CannotInflectError:
        return {"nominative": old}, {"nominative": new}


def _starts_sentence(before: str, *, entry: bool) -> bool:
    before = before.rstrip(' "')
    return before.endswith(_SENTENCE_ENDS) if before else not entry


def capital(words: str) -> str:
    """The words with a capital at their start."""
    return words[:1].upper() + words[1:]


def act_words(act: Act, kind: KindOfDecision) -> Iterator[Pair]:
    """How the act calls itself, where the new agency's acts are of another type."""
    if act.type is None or act.type == kind.type or act.type not in act_names():
        return
    old, new = act_names()[act.type].of(act.lang).this, act_names()[kind.type].of(act.lang).this
    if old and new:
        yield Pair(old, new)
