"""References to own clauses after clauses were added or left out: the numbers follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from generator.retarget_journal import Journal
from lexicon.data import ROOT, load, words
from lexicon.folding import small
from lexicon.inflection import inflect
from lexicon.references import Mention, mentions
from model import Lang

_NEAR = 14  # characters between the words of one reference
_BEFORE = 90  # characters in which another act would be named
_NUMBER = re.compile(r"(?<![\w-])\d+(?:-\d+)*(?![\d)])")


def renumbered(text: str, numbers: Mapping[str, str], lang: Lang, journal: Journal) -> str:
    """The text with the numbers of own clauses as they are now; ``numbers`` is old to new."""
    if all(old == new for old, new in numbers.items()):
        return text
    pieces, at = [], 0
    for mention in _own_clauses(text, lang):
        old = text[mention.start : mention.end]
        new = _NUMBER.sub(lambda found: numbers.get(found[0], found[0]), old)
        journal.write("reference", old, new)
        pieces += [text[at : mention.start], new]
        at = mention.end
    return "".join([*pieces, text[at:]])


def _own_clauses(text: str, lang: Lang) -> Iterator[Mention]:
    named = mentions(text, lang)
    for place, mention in enumerate(named):
        if mention.unit == "clause" and not _is_of_other(named, place, text, lang):
            yield mention


def _is_of_other(named: list[Mention], place: int, text: str, lang: Lang) -> bool:
    """Whether the clause belongs to an article, or to an act that is named beside it."""
    mention = named[place]
    beside = [other for other in named[max(0, place - 1) : place + 2] if other is not mention]
    if any(_near(mention, other) and other.unit == "article" for other in beside):
        return True
    if lang == "kk":
        around = text[max(0, mention.start - _BEFORE) : mention.start]
    else:
        around = text[mention.end : mention.end + _BEFORE]
    return _names_other_act(around, lang)


def _near(one: Mention, other: Mention) -> bool:
    return min(abs(one.start - other.end), abs(other.start - one.end)) <= _NEAR


def _names_other_act(around: str, lang: Lang) -> bool:
    """Whether the words nearest to the clause are those of another act and not of this one."""
    last = _last if lang == "kk" else _first
    own, other = last(_words(lang, "own"), around), last(_words(lang, "other"), around)
    return other is not None and (own is None or other > own)


def _last(pattern: re.Pattern[str], text: str) -> int | None:
    found = [match.end() for match in pattern.finditer(small(text))]
    return found[-1] if found else None


def _first(pattern: re.Pattern[str], text: str) -> int | None:
    """How near the first words are: the nearer the greater."""
    match = pattern.search(small(text))
    return -match.start() if match else None


@cache
def _words(lang: Lang, which: str) -> re.Pattern[str]:
    return re.compile(
        "|".join(rf"(?<!\w){re.escape(small(stem))}" for stem in _load()[which][lang])
    )


@cache
def _load() -> dict[str, dict[Lang, tuple[str, ...]]]:
    return load(ROOT / "terms" / "acts.yaml", dict[str, dict[Lang, tuple[str, ...]]])


def forms_of(text: str, term: str, lang: Lang, journal: Journal) -> str:
    """The text with its forms said to be appendices of ``term``: "осы Әдістеменің 1-қосымшасы".

    ``term`` is the nominative of the methodology that carries the forms: the act's own, or the
    model one.
    """
    new = inflect(term, lang, "genitive" if lang == "kk" else "dative")

    def exchanged(found: re.Match[str]) -> str:
        journal.write("name", found["name"], new)
        return found[0].replace(found["name"], new)

    return _forms_pattern(lang).sub(exchanged, text)


def form_names(text: str, lang: Lang) -> Iterator[str]:
    """Whose appendices the forms are said to be in ``text``, in the words that stand there."""
    return (found["name"] for found in _forms_pattern(lang).finditer(text))


@cache
def _forms_pattern(lang: Lang) -> re.Pattern[str]:
    names = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in _load()["forms"][lang])
    appendix = "|".join(map(re.escape, words("references")[lang]["appendix"]))
    shapes: dict[Lang, str] = {
        "kk": rf"(?P<name>{names})(?=\s+\d[^.;]{{0,20}}?-?\s*(?:{appendix}))",
        "ru": rf"(?:{appendix})\w*\s+[\d][^.;]{{0,20}}?\b\w\s+(?P<name>{names})",
    }
    return re.compile(shapes[lang], re.IGNORECASE)
