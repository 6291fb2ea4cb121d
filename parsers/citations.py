"""The legal bases that a preamble names: laws and acts with their articles and clauses.

Kazakh puts the title first and the units last ("T" Заңының 33-бабының 5-тармағына), Russian the
other way round; in both a title may itself hold quotation marks and names of other acts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from lexicon.acts import act_pattern, read_act_type
from lexicon.data import words
from lexicon.dates import date_pattern, read_date
from lexicon.folding import fold
from lexicon.references import read_references
from lexicon.slots import NUMBER
from lexicon.titles import inner_title
from model import Citation, Lang, Target


def citations_of(text: str, lang: Lang) -> tuple[Citation, ...]:
    """The acts that ``text`` cites, in its order; empty where it cites none."""
    pieces = _kazakh(text) if lang == "kk" else _russian(text)
    return tuple(citation for piece in pieces if (citation := _citation(piece, lang)))


def cited_act(text: str, lang: Lang) -> Citation | None:
    """The one act that ``text`` names, with its title; ``None`` where it names none."""
    return _citation(text, lang)


def _citation(piece: str, lang: Lang) -> Citation | None:
    folded = fold(piece)
    title = _title(folded)
    outside = _blanked(folded, title)
    act = re.search(rf"(?<![^\W\d_]){act_pattern(lang)}", outside, re.IGNORECASE)
    if act is None:
        return None
    named = read_references(outside, lang)
    target = named[0] if named else Target()
    date = re.search(date_pattern(lang), outside.lower())
    number = re.search(rf"(?:№|\bN)\s*({NUMBER})", outside)
    return Citation(
        text=_without_joiner(piece, lang),
        title=_inner(piece, title),
        type=read_act_type(act[0], lang),  # type: ignore[arg-type]  # word files hold these names
        date=read_date(date[0], lang) if date else None,
        number=number[1] if number else None,
        article=target.article,
        clause=target.clause,
        subclause=target.subclause,
    )


def _without_joiner(piece: str, lang: Lang) -> str:
    """The piece without the "and" or comma that joined it to the one before."""
    joiners = "|".join(words("citations")[lang]["and"])
    return re.sub(rf"^[\s,]*(?:(?:{joiners})\s+)?", "", piece).strip(" ,")


def _title(folded: str) -> tuple[int, int] | None:
    """From the first to the last quotation mark: what stands between them is all title."""
    first, last = folded.find('"'), folded.rfind('"')
    return (first, last + 1) if 0 <= first < last else None


def _inner(piece: str, title: tuple[int, int] | None) -> str | None:
    return inner_title(piece[slice(*title)]) if title else None


def _blanked(folded: str, title: tuple[int, int] | None) -> str:
    """The piece with its title and its brackets covered, every character in its place."""
    if title:
        folded = folded[: title[0]] + " " * (title[1] - title[0]) + folded[title[1] :]
    return re.sub(r"\((?:[^()]|\([^()]*\))*\)?", lambda found: " " * len(found[0]), folded)


def _kazakh(text: str) -> Iterator[str]:
    """Pieces that end at an act's case form with its units, before a comma or a closing word."""
    start = 0
    for end in _kazakh_ends().finditer(fold(text)):
        yield text[start : end.end("basis")]
        start = end.end("basis")


@cache
def _kazakh_ends() -> re.Pattern[str]:
    data = words("citations")["kk"]
    closers = "|".join(map(fold, data["closers"]))
    ands = "|".join(map(fold, data["and"]))
    unit = r"[\d][\d-]*\)?\s*-?\s*[^\W\d_]+\s*,?\s*"
    bracket = r"(?:\s*\([^()]*\))?"
    return re.compile(
        rf"(?P<basis>{act_pattern('kk')}{bracket}\s*(?:{unit})*?)"
        rf"(?=\s*(?:,\s*(?![\d])|$|(?:{closers})(?!\w)|(?:{ands})\s+[\"\w]))"
        rf"(?!\s*(?:{ands})\s+\d)",
        re.IGNORECASE,
    )


def _russian(text: str) -> Iterator[str]:
    """Pieces that begin at an act's case form (with its units before it)."""
    folded = fold(text)
    covered = _quotes_covered(folded)
    starts = [match.start() for match in _russian_starts().finditer(covered)]
    for start, end in pairwise((*starts, len(text))):
        yield _up_to_title(text[start:end])


def _up_to_title(piece: str) -> str:
    """Without the words after the last title: the body that decides stands there."""
    last = fold(piece).rfind('"')
    if last < 0:
        return piece
    bracket = re.match(r"\s*\([^()]*\)", piece[last + 1 :])
    return piece[: last + 1] + (bracket[0] if bracket else "")


@cache
def _russian_starts() -> re.Pattern[str]:
    data = words("citations")["ru"]
    unit = "|".join(map(fold, data["units"]))
    chain = rf"(?:(?:{unit})[^\W\d_]*\s*\d[\d-]*\)?(?:\s*,?\s*))*"
    return re.compile(rf"(?<![^\W\d_]){chain}(?<![^\W\d_]){act_pattern('ru')}", re.IGNORECASE)


def _quotes_covered(folded: str) -> str:
    """Titles covered: a quotation mark after a blank or bracket opens, any other closes."""
    out: list[str] = []
    depth = 0
    for place, char in enumerate(folded):
        if char == '"':
            opens = place == 0 or folded[place - 1] in ' (\n"'
            depth = depth + 1 if opens else max(depth - 1, 0)
            out.append(char)
        else:
            out.append(" " if depth else char)
    return "".join(out)
