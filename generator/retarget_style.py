"""Typing that a new act does not take over from the old one; uniform names of defined terms.

Nothing that is said is changed: dashes, blanks, the ends of sentences, conjunctions typed twice,
misspellings beyond doubt, and the other names of a term that the act itself defines (law "On legal
acts", article 24).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial

import msgspec
from msgspec.structs import replace

from generator.names import Pair, capital
from generator.retarget_journal import Journal
from lexicon.data import ROOT, load, words
from lexicon.inflection import inflect
from model import Lang, Node

_AROUND = 12  # characters on both sides of a slip that the list of substitutions shows
_DASH = "[-\u2012\u2014]"
_LETTER = r"(?<=[^\W\d_])"
# What is typed, and what is meant; the comment is the slip that made the line necessary.
_SLIPS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<=[^\W\d_])(?:\s+/\s*|\s*/\s+)(?=[^\W\d_])"), "/"),  # "and / or"
    (re.compile(rf"(?<=[\w)\"]) {_DASH} (?=[\w\"(])"), " \u2013 "),  # a hyphen for a dash
    (re.compile(r"(?<=[^\W_]) +(?=[;,](?:\s|$))"), ""),  # "method ;"
    (re.compile(r"(?<=\d) -(?=[^\W\d_])"), "-"),  # a number torn from its noun
    (re.compile(r"(?<=\S) {2,}(?=\S)"), " "),
)
# In Russian a one-sided dash may be a torn hyphen ("из- за"): only Kazakh has it mended.
_KAZAKH_SLIPS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"{_LETTER}(?:{_DASH} | {_DASH})(?=[^\W\d_])"), " \u2013 "),
)
_STEM = "-"  # behind a misspelling whose word goes on


def mended(text: str, lang: Lang, journal: Journal) -> str:
    """The text with its slips of typing put right."""
    slips = (*_SLIPS, *_KAZAKH_SLIPS, (_torn(), "-")) if lang == "kk" else _SLIPS
    for slip, meant in slips:
        text = _mended(slip, partial(_always, meant), text, journal)
    text = _mended(_doubled(lang), lambda found: found[1], text, journal)
    return _mended(_misspelt(lang), lambda found: _spelt(found[0], lang), text, journal)


def _always(meant: str, _: re.Match[str]) -> str:
    return meant


class _Slips(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``slips.yaml``."""

    doubled: dict[Lang, tuple[str, ...]]
    misspelt: dict[Lang, dict[str, str]]


@cache
def _slips() -> _Slips:
    return load(ROOT / "terms" / "slips.yaml", _Slips)


@cache
def _doubled(lang: Lang) -> re.Pattern[str]:
    """A conjunction and the same again; not before a shortened word ("and acting")."""
    said = "|".join(_slips().doubled[lang])
    return re.compile(rf"(?<![\w-])({said})\s+\1(?![\w.-])", re.IGNORECASE)


@cache
def _misspelt(lang: Lang) -> re.Pattern[str]:
    return re.compile("|".join(map(_written, _slips().misspelt[lang])), re.IGNORECASE)


def _written(typed: str) -> str:
    """A misspelling as a pattern, at the beginning of a word and, where it is whole, to its end."""
    words_ = re.sub(r"\\?\s+", r"\\s+", re.escape(typed.removesuffix(_STEM)))
    return rf"(?<![\w-]){words_}" + ("" if typed.endswith(_STEM) else r"(?!\w)")


def _spelt(typed: str, lang: Lang) -> str:
    """What is meant, in the capitals of what was typed."""
    known = _slips().misspelt[lang]
    small = " ".join(typed.lower().split())
    meant = known.get(small) or known[small + _STEM]
    if typed.isupper():
        return meant.upper()
    return capital(meant) if typed[0].isupper() else meant


@cache
def _torn() -> re.Pattern[str]:
    """The place of a hyphen left out between a number and its unit: "4қосымшасына"."""
    stems = words("references")["kk"]
    units = "|".join(stem for unit in ("clause", "subclause", "appendix") for stem in stems[unit])
    return re.compile(rf"(?<=\d)(?={units})")


def _mended(
    slip: re.Pattern[str], say: Callable[[re.Match[str]], str], text: str, journal: Journal
) -> str:
    def put_right(found: re.Match[str]) -> str:
        meant = say(found)
        before = text[max(0, found.start() - _AROUND) : found.start()]
        after = text[found.end() : found.end() + _AROUND]
        journal.write("spelling", before + found[0] + after, before + meant + after)
        return meant

    return slip.sub(put_right, text)


def stopped(clause: Node) -> Node:
    """The clause with a full stop at its very end, where it has none or that of a list entry."""
    if clause.children:
        last = stopped(clause.children[-1])
        return replace(clause, children=(*clause.children[:-1], last))
    text = clause.text
    if not text or clause.kind in {"table", "item"} or not text.rstrip(";")[-1:].isalpha():
        return clause
    return replace(clause, text=f"{text.rstrip(';')}.")


def uniform_terms(texts: Iterable[str], lang: Lang) -> list[Pair]:
    """The other names of the terms that these texts define, with the terms; both numbers."""
    heads = {re.split(r"\s*[-\u2013\u2014]", text, maxsplit=1)[0].strip().lower() for text in texts}
    return [
        pair
        for term, others in _uniform()[lang].items()
        if term in heads
        for other in others
        for pair in _both_numbers(other, term, lang)
    ]


def _both_numbers(other: str, term: str, lang: Lang) -> Iterator[Pair]:
    yield Pair(other, term, why="uniform")
    others, terms = (inflect(name, lang, "nominative", plural=True) for name in (other, term))
    yield Pair(others, terms, why="uniform")


@cache
def _uniform() -> dict[Lang, dict[str, tuple[str, ...]]]:
    return load(ROOT / "terms" / "uniform.yaml", dict[Lang, dict[str, tuple[str, ...]]])
