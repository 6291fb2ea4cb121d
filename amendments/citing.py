"""The acts that one repealing sentence names, each with the element of it that is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import msgspec

from amendments.scopes import amended_act
from lexicon.acts import act_names
from lexicon.data import words as data_words
from lexicon.formulas import search
from lexicon.quotations import Masked, masked
from lexicon.references import read_references
from model import AmendedAct, Lang, Target

# What of an act stands behind its number: its title and what is said of it in brackets.
_BEHIND = re.compile(r'(?:\s*"\d+")?(?:\s*\([^()]*\))?')
_BRACKETS = re.compile(r"\([^()]*\)")
_BASES = frozenset({"law", "code"})  # they are cited as a basis and never repealed by these bodies


class Cited(msgspec.Struct, frozen=True):
    """An act that a sentence names; ``targets`` is empty where the whole act is meant."""

    act: AmendedAct
    targets: tuple[Target, ...] = ()


def cited_acts(text: str, lang: Lang) -> tuple[Cited, ...]:
    """The acts that ``text`` deprives of force, in its order; empty where it names none."""
    whole = masked(text, lang)
    pieces = list(_pieces(_ordered(whole.text, lang), lang))
    return tuple(one for one in _typed(whole, pieces, lang) if one.act.type not in _BASES)


def _ordered(words: str, lang: Lang) -> str:
    """The words that name the acts: without the basis before them and the verb."""
    verb = search("clause/repeal", words, lang)
    if verb is None:
        return words
    if lang == "ru" and words[verb.end :].strip(" .;:"):
        begun = verb.start if verb.slots.get("act") else verb.end
        return words[begun:]
    before = words[: verb.start]
    while lang == "kk" and (closer := search("basis/closer", before, lang)):
        before = before[closer.end :]
    return before


def _pieces(words: str, lang: Lang) -> Iterator[str]:
    """The words of each act: one ends before the "and" or comma behind its number and title."""
    bounds = (0, *_ends(words, lang), len(words))
    yield from (words[start:end] for start, end in pairwise(bounds))


def _ends(words: str, lang: Lang) -> Iterator[int]:
    """Where one act ends and another one follows that is named by its own date and number."""
    bare = _without_brackets(words)
    numbers = list(_numbers(bare, lang))
    for first, second in pairwise(numbers):
        behind = _BEHIND.match(words, first)
        joiner = _joiner(lang).search(bare, behind.end() if behind else first, second)
        if joiner:
            yield joiner.start()


def _numbers(bare: str, lang: Lang) -> Iterator[int]:
    """Where each date with a number ends."""
    at = 0
    while found := search("repeal/numbered", bare[at:], lang):
        at += found.end
        yield at


@cache
def _joiner(lang: Lang) -> re.Pattern[str]:
    """What joins two acts; before a figure of one to three digits it joins two elements."""
    ands = "|".join(data_words("citations")[lang]["and"])
    return re.compile(rf"(?:,|(?<!\w)(?:{ands})(?!\w))\s+(?!\d{{1,3}}[-)\s,])", re.IGNORECASE)


def _without_brackets(words: str) -> str:
    """The words with their brackets covered, every character in its place."""
    return _BRACKETS.sub(lambda found: " " * len(found[0]), words)


def _typed(whole: Masked, pieces: list[str], lang: Lang) -> Iterator[Cited]:
    """The acts; where one noun stands for several it is that of the act beside."""
    named = [amended_act(whole.restored(piece), lang) for piece in pieces]
    beside: str | None = None
    order = range(len(pieces))
    types: dict[int, str | None] = {}
    for place in order if lang == "ru" else reversed(order):
        found = named[place]
        beside = types[place] = found.type if found else beside
    for place, piece in enumerate(pieces):
        act = named[place] or _with_noun(whole.restored(piece), types[place], lang)
        if act is not None:
            yield Cited(act, _targets(_without_title(piece, act, whole), lang))


def _with_noun(words: str, kind: str | None, lang: Lang) -> AmendedAct | None:
    """The act that words name without its noun; ``None`` where no act beside has one."""
    if kind is None:
        return None
    noun = act_names()[kind].of(lang).name
    return amended_act(f"{words} {noun}" if lang == "kk" else f"{noun} {words}", lang)


def _without_title(piece: str, act: AmendedAct, whole: Masked) -> str:
    """The words around a title; of one whose marks do not pair only a part is masked."""
    return whole.restored(piece).replace(act.title, " ") if act.title else piece


def _targets(piece: str, lang: Lang) -> tuple[Target, ...]:
    """The elements of the act that alone are meant; empty where it is the whole act."""
    named = read_references(_without_brackets(piece), lang)
    return tuple(target for target in named if target != Target())
