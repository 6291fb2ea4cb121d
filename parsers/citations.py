"""The legal bases that a preamble names: laws and acts with their articles and clauses.

Kazakh puts the title first and the units last ("T" Заңының 33-бабының 5-тармағына), Russian the
other way round; in both a title may itself hold quotation marks and names of other acts, and one
noun may stand for several titles ("A" және "B" Заңдарына). A basis with several articles or
clauses is one citation: it keeps the first of them, the others stay in its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from msgspec.structs import replace

from lexicon.acts import act_pattern, read_act_type
from lexicon.data import words
from lexicon.dates import date_pattern, read_date
from lexicon.folding import fold
from lexicon.references import read_references
from lexicon.slots import NUMBER
from lexicon.titles import inner_title
from model import Citation, Lang, Target
from parsers.titles import covered, is_balanced, titles_in

_SIGN = rf"(?:№|\bN)\s*({NUMBER})"
_LONGEST_BODY = 200  # characters
_BRACKET = r"(?:\s*\([^()]*\))?"


def citations_of(text: str, lang: Lang) -> tuple[Citation, ...]:
    """The acts that ``text`` cites, in its order; empty where it cites none."""
    pieces = _kazakh(text) if lang == "kk" else _russian(text)
    return tuple(citation for piece in pieces for citation in _citations(piece, lang))


def cited_act(text: str, lang: Lang) -> Citation | None:
    """The one act that ``text`` names, with its title; ``None`` where it names none."""
    return _citation(text, _widest(fold(text)), lang)


def _citations(piece: str, lang: Lang) -> Iterator[Citation]:
    """The citations of a piece: one, or one for each of the titles that share its noun."""
    folded = fold(piece)
    whole = _citation(piece, _widest(folded), lang)
    if whole is None:
        return
    titles = titles_in(folded)
    if len(titles) == 1 or not _share_a_noun(folded, titles, lang):
        yield whole
        return
    starts = [0, *(end for _, end in titles[:-1])]
    ends = [*(end for _, end in titles[:-1]), len(piece)]
    for title, start, end in zip(titles, starts, ends, strict=True):
        before = folded[start : title[0]]
        yield replace(
            whole,
            text=_without_joiner(piece[start:end], lang),
            title=_inner(piece, title),
            date=_date(before, lang),
            number=_number(before),
        )


def _share_a_noun(folded: str, titles: list[tuple[int, int]], lang: Lang) -> bool:
    """Whether between the titles stands nothing but "and", commas, dates and numbers."""
    gaps = (folded[first[1] : second[0]].lower() for first, second in pairwise(titles))
    return bool(titles) and all(map(_between(lang).fullmatch, gaps))


@cache
def _between(lang: Lang) -> re.Pattern[str]:
    """What may stand between two titles of one noun."""
    ands = "|".join((*words("citations")[lang]["and"], *words("citations")[lang].get("from", ())))
    return re.compile(rf"(?:\s|,|(?<!\w)(?:{ands})(?!\w)|{date_pattern(lang)}|{_SIGN})+")


def _citation(piece: str, title: tuple[int, int] | None, lang: Lang) -> Citation | None:
    outside = _blanked(fold(piece), title)
    act = re.search(_act(lang), outside, re.IGNORECASE)
    if act is None:
        return None
    target = _first_unit(outside, lang)
    return Citation(
        text=_without_joiner(piece, lang),
        title=_inner(piece, title),
        type=read_act_type(act[0], lang),  # type: ignore[arg-type]  # word files hold these names
        date=_date(outside, lang),
        number=_number(outside),
        article=target.article,
        clause=target.clause,
        subclause=target.subclause,
    )


@cache
def _act(lang: Lang) -> str:
    """A pattern for the noun of an act; words that only begin like one are kept out."""
    never = "|".join(map(fold, words("citations")[lang]["never"]))
    return rf"(?<![^\W\d_])(?!{never}){act_pattern(lang)}"


def _first_unit(outside: str, lang: Lang) -> Target:
    """The first element named; in Russian the article that several of them share comes last."""
    named = read_references(_in_full(outside) if lang == "ru" else outside, lang)
    first = named[0] if named else Target()
    article = next((one.article for one in named if one.article), None)
    return first if first.article else replace(first, article=article)


def _in_full(outside: str) -> str:
    """The text with the shortened words of units written out."""
    full, short = words("citations")["ru"]["shortened"], re.compile(_shortened(), re.IGNORECASE)
    return short.sub(lambda met: f"{full[met[1].lower()]} ", outside)


def _shortened() -> str:
    """A pattern for shortened words of units, each with its stop and before a figure."""
    return rf"(?<![^\W\d_])({'|'.join(words('citations')['ru']['shortened'])})\.\s*(?=\d)"


def _date(outside: str, lang: Lang) -> str | None:
    date = re.search(date_pattern(lang), outside.lower())
    return read_date(date[0], lang) if date else None


def _number(outside: str) -> str | None:
    number = re.search(_SIGN, outside)
    return number[1] if number else None


def _without_joiner(piece: str, lang: Lang) -> str:
    """The piece without the "and" or comma that joined it to the one before."""
    joiners = "|".join(words("citations")[lang]["and"])
    return re.sub(rf"^[\s,]*(?:(?:{joiners})\s+)?", "", piece).strip(" ,")


def _widest(folded: str) -> tuple[int, int] | None:
    """From the first to the last quotation mark: what stands between them is all title.

    Marks inside brackets belong to what is said of the act, not to its title.
    """
    folded = _without_brackets(folded)
    first, last = folded.find('"'), folded.rfind('"')
    return (first, last + 1) if 0 <= first < last else None


def _without_brackets(folded: str) -> str:
    """The text with its innermost brackets covered, every character in its place."""
    return re.sub(r"\([^()]*\)", lambda found: " " * len(found[0]), folded)


def _inner(piece: str, title: tuple[int, int] | None) -> str | None:
    """The title without its own marks; of two marks met as one the inner one stays."""
    return inner_title(piece[slice(*title)]) if title else None


def _blanked(folded: str, title: tuple[int, int] | None) -> str:
    """The piece with its title and its brackets covered, every character in its place."""
    if title:
        folded = folded[: title[0]] + " " * (title[1] - title[0]) + folded[title[1] :]
    return re.sub(r"\((?:[^()]|\([^()]*\))*\)?", lambda found: " " * len(found[0]), folded)


def _kazakh(text: str) -> Iterator[str]:
    """Pieces that end at an act's case form with its units, before a comma or a closing word."""
    start, outside = 0, _outside_titles(fold(text))
    for end in _kazakh_ends().finditer(outside):
        others = list(_finished().finditer(outside, start, end.start("basis")))
        yield text[others[-1].end() if others else start : end.end("basis")]
        start = end.end("basis")


@cache
def _finished() -> re.Pattern[str]:
    """What closes a basis that is no act, such as a protest: it is no part of the next one."""
    closers = "|".join(map(fold, words("citations")["kk"]["finished"]))
    return re.compile(rf"(?<!\w)(?:{closers})(?!\w)", re.IGNORECASE)


def _outside_titles(folded: str) -> str:
    """The text with its titles covered; as it is where its quotation marks do not pair."""
    return covered(folded) if is_balanced(folded) else folded


@cache
def _kazakh_ends() -> re.Pattern[str]:
    data = words("citations")["kk"]
    closers = "|".join(map(fold, (*data["closers"], *data["approved"])))
    ands = "|".join(map(fold, data["and"]))
    unit = rf"(?:(?:{ands})\s+)?\d[\d-]*\)?(?:\s*-?\s*[^\W\d_]+\s*,?|\s*,)\s*"
    part = rf"(?:[^\W\d_]+\s+)?(?:{'|'.join(map(fold, data['parts']))})[^\W\d_]*\s*"
    return re.compile(
        rf"(?P<basis>{_act('kk')}{_BRACKET}\s*(?:{unit})*?(?:{part})?)"
        rf"(?=\s*(?:,\s*(?![\d])|$|(?:{closers})(?!\w)|(?:{ands})\s+[\"\w]))"
        rf"(?!\s*(?:{ands})\s+\d[\d\s-]*\)?\s*-?\s*[^\W\d_]{{3}})",
        re.IGNORECASE,
    )


def _russian(text: str) -> Iterator[str]:
    """Pieces that begin at an act's case form (with its units before it) and end at its title."""
    folded = fold(text)
    outside = _without_brackets(_outside_titles(folded))
    starts = [match.start() for match in _russian_starts().finditer(outside)]
    for start, end in pairwise((*starts, len(text))):
        yield text[start : start + _russian_end(folded[start:end])]


def _russian_end(folded: str) -> int:
    """Where the piece ends: after its last title or its noun, with the date behind it."""
    last = folded.rfind('"')
    noun = re.search(_act("ru"), folded, re.IGNORECASE)
    end = last + 1 if last >= 0 else noun.end() if noun else len(folded)
    issued = _issued().match(folded, end) if noun and last < 0 else None
    behind = issued or _russian_behind().match(folded, end)
    return behind.end() if behind else end


@cache
def _issued() -> re.Pattern[str]:
    """The body, the date and the number behind the noun of an act that is cited without title."""
    data = words("citations")["ru"]
    opens, of = "|".join(map(fold, data["opens"])), "|".join(map(fold, data["from"]))
    body = rf"(?:(?!\b(?:{opens})\b)[^\"();]){{1,{_LONGEST_BODY}}}?"
    return re.compile(rf"\s{body}\s(?:{of})\s+{date_pattern('ru')}\s*{_SIGN}", re.IGNORECASE)


@cache
def _russian_behind() -> re.Pattern[str]:
    data = words("citations")["ru"]
    state, of = "|".join(map(fold, data["state"])), "|".join(map(fold, data["from"]))
    date = rf"(?:\s+(?:{of})\s+{date_pattern('ru')})?(?:\s*{_SIGN})?"
    return re.compile(rf"(?:\s+(?:{state}))?{date}{_BRACKET}", re.IGNORECASE)


@cache
def _russian_starts() -> re.Pattern[str]:
    data = words("citations")["ru"]
    unit = "|".join(map(fold, data["units"]))
    ands = "|".join(map(fold, data["and"]))
    endings = "|".join(map(fold, data["adjectives"]))
    glue = rf"(?:\s*,\s*|\s+(?:{ands})\s+)"
    number = r"\d[\d-]*\)?"
    named = rf"(?:(?:{unit})[^\W\d_]*\s*|{_shortened()}){number}(?:{glue}{number})*"
    chain = rf"(?:{named}(?:{glue}|\s*))*"
    adjectives = rf"(?:[^\W\d_][^\W\d_-]*(?:-[^\W\d_]+)*?(?:{endings})\s+)*"
    return re.compile(rf"(?<![^\W\d_]){chain}{adjectives}{_act('ru')}", re.IGNORECASE)
