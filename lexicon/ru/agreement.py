"""Verbs and participles agree with their subject: Методика утверждена, Правила утверждены."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from lexicon.data import ROOT, load
from lexicon.refusal import CannotInflectError
from lexicon.ru.adjectives import read_adjective
from lexicon.ru.declension import NOMINATIVE, as_written
from lexicon.ru.group import find_group, tokens
from lexicon.ru.guess import read_any_noun
from lexicon.ru.nouns import Reading
from lexicon.ru.tables import plain, words

_KEYS = ("m", "f", "n", "p")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Predicate(msgspec.Struct, frozen=True):
    """The ends of a predicate by what it agrees with."""

    name: str
    m: str
    f: str
    n: str
    p: str

    def of(self, key: str) -> str:
        """The end in agreement with ``key``."""
        return {"m": self.m, "f": self.f, "n": self.n, "p": self.p}[key]


class Agreement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``agreement.yaml``."""

    predicates: tuple[Predicate, ...]
    unchanging: frozenset[str]
    listed: tuple[tuple[str, str, str, str], ...]
    after_predicate: str


@cache
def agreement() -> Agreement:
    """The predicates."""
    return load(ROOT / "ru" / "agreement.yaml", Agreement)


def key_of(subject: str) -> str:
    """What agrees with the subject: m, f, n, or p for the plural and for two heads together.

    Raises:
        CannotInflectError: no noun in the nominative was found.
    """
    group = find_group(tokens(subject), NOMINATIVE) or find_group(
        tokens(subject), NOMINATIVE, read_any_noun
    )
    if group is None:
        raise CannotInflectError(
            phrase=subject,
            lang="ru",
            case=NOMINATIVE,
            why="no noun in the nominative was found",
            expected="a subject: adjectives and a noun in the nominative",
            advice="begin with the generic word, or add its noun to lexicon/ru/nouns.yaml",
        )
    heads = [member for member in group if isinstance(member.word, Reading)]
    return "p" if len(heads) > 1 else group[-1].key


def agree(predicate: str, subject: str) -> str:
    """The predicate in agreement with its subject: ("утвержден", "Методика") – "утверждена".

    Short participles, past and present verbs change, and so do adjectives beside them (признана
    утратившей силу); whatever else stands among the words stays.

    Raises:
        CannotInflectError: the subject has no noun in the nominative.
    """
    key, state = key_of(subject), _State()
    pieces, at = [], 0
    for found in _WORD.finditer(predicate):
        new, state = _agreeing(found[0], key, state)
        pieces += [predicate[at : found.start()], new]
        at = found.end()
    return "".join([*pieces, predicate[at:]])


class _State(msgspec.Struct, frozen=True):
    """How far a predicate has been read: ``said`` its verb, ``closed`` by what it governs."""

    said: bool = False
    closed: bool = False


def _agreeing(word: str, key: str, state: _State) -> tuple[str, _State]:
    """One word in agreement; after what the verb governs only a conjunction opens it again."""
    if plain(word) in words().joins:
        return word, _State(said=state.said)
    if state.closed:
        return word, state
    new = _predicate(word, key)
    if new is not None:
        return new, _State(said=True)
    new = _adjective(word, key, said=state.said)
    return (new, state) if new is not None else (word, _State(state.said, closed=state.said))


def _predicate(word: str, key: str) -> str | None:
    bare = plain(word)
    if bare in agreement().unchanging:
        return None
    for row in agreement().listed:
        if bare in row:
            return as_written(word, row[_KEYS.index(key)])
    for kind in _longest_first():
        for met in _KEYS:
            stem = bare.removesuffix(kind.of(met))
            if stem not in ("", bare):
                return as_written(word, stem + kind.of(key))
    return None


@cache
def _longest_first() -> tuple[Predicate, ...]:
    return tuple(sorted(agreement().predicates, key=lambda kind: -len(kind.f)))


def _adjective(word: str, key: str, *, said: bool) -> str | None:
    """In the case it stands in: the instrumental behind a predicate, else the nominative."""
    case = agreement().after_predicate if said else NOMINATIVE
    for met in _KEYS:
        adjective = read_adjective(word, case, met, living=False)
        if adjective is not None:
            return as_written(word, adjective.form(case, key, living=False))
    return None
