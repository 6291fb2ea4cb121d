"""References to structural elements, as acts write them: "2-тармақтың 11) тармақшасы".

Kazakh goes from the outside in, Russian from the inside out; both may name several elements by
one word ("26 және 27-тармақтар", "пункты 131 и 132") or a range ("190 – 192").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec
from msgspec.structs import replace

from lexicon.data import words
from lexicon.folding import fold
from lexicon.ordinals import read_ordinal
from model import Lang, Target

# From the outside in; an element further right stands inside one further left.
DEPTH = (
    "attachment", "section", "chapter", "paragraph", "article", "clause", "subclause", "part",
    "item",
)  # fmt: skip
_ELEMENTS = ("title", "preamble")
_NAMED = (*(unit for unit in DEPTH if unit != "item"), "appendix", *_ELEMENTS)
_ROMAN = r"(?<!\w)[\u0456v\u0445]{1,6}(?!\w)"  # folded: typed with Latin or with Cyrillic letters
_CAPITALS = "IVX"
_NUMBER = rf"(?>\d+(?:-\d+)*\)?|{_ROMAN})"
_LONGEST_RANGE = 500  # the longest acts have about a thousand clauses
_FARTHEST = 6  # words beside a unit that are tried as ordinals
_BESIDE = 200  # characters that such words take at most


class Mention(msgspec.Struct, frozen=True):
    """One unit word with its numbers, and where it stands in the text."""

    unit: str
    numbers: tuple[str, ...]
    word: str
    start: int
    end: int


def mentions(text: str, lang: Lang) -> list[Mention]:
    """Every unit named in ``text``, in its order."""
    folded = fold(text).lower()
    named = (match for match in _pattern(lang).finditer(folded) if match["word"])
    found = (_mention(match, lang) for match in named)
    return [mention for mention in found if mention is not None]


def read_references(text: str, lang: Lang, scope: Target | None = None) -> list[Target]:
    """The elements that ``text`` names, one address each, inside ``scope``.

    Words of the whole text, or of a part without its ordinal, name the scope itself. Empty where
    no element is named.
    """
    named = _indents(mentions(text, lang), lang)
    if not named:
        return [scope] if scope is not None and _has("whole", text, lang) else []
    if lang == "ru":
        named = _outermost_first(named)
    return [target for path in _paths(named) for target in _targets(path, scope or Target())]


def _has(what: str, text: str, lang: Lang) -> bool:
    """Whether ``text`` outside its quotations has one of the words of a kind."""
    outside = re.sub(r"\"[^\"]*\"", " ", fold(text).lower())
    return bool(_words_of(what, lang).search(outside))


@cache
def _words_of(what: str, lang: Lang) -> re.Pattern[str]:
    stems = "|".join(fold(stem).lower() for stem in words("references")[lang][what])
    return re.compile(rf"(?<!\w)(?:{stems})")


def _indents(named: list[Mention], lang: Lang) -> list[Mention]:
    """An indent (абзац) of a part is an item of it; of anything else it is a part itself."""
    step = 1 if lang == "ru" else -1
    indent = tuple(map(fold, words("references")[lang]["indent"]))
    found = list(named)
    for place, mention in enumerate(named):
        outer = named[place + step] if 0 <= place + step < len(named) else None
        inside = outer is not None and outer.unit == "part" and not outer.word.startswith(indent)
        if inside and mention.unit == "part" and mention.word.startswith(indent):
            found[place] = replace(mention, unit="item")
    return found


def names_whole(text: str, lang: Lang) -> bool:
    """Whether ``text`` names the text itself, or a part of it without its ordinal."""
    return _has("whole", text, lang)


def _outermost_first(named: list[Mention]) -> list[Mention]:
    """Russian paths turned round: a new path begins where the next unit is not further out."""
    paths: list[list[Mention]] = []
    for mention in named:
        if paths and _depth(mention) < _depth(paths[-1][0]):
            paths[-1].insert(0, mention)
        else:
            paths.append([mention])
    return [mention for path in paths for mention in path]


def _depth(mention: Mention) -> int:
    if mention.unit == "appendix":
        return DEPTH.index("section")
    return len(DEPTH) if mention.unit in _ELEMENTS else DEPTH.index(mention.unit)


def _paths(named: list[Mention]) -> Iterator[list[Mention]]:
    """Runs that go ever further in: each is one address, or one list of addresses."""
    path: list[Mention] = []
    for mention in named:
        if path and _depth(mention) <= _depth(path[-1]):
            yield path
            path = [
                kept
                for kept in path
                if _depth(kept) < _depth(mention) and kept.unit == "attachment"
            ]
        path.append(mention)
    if path:
        yield path


def _targets(path: list[Mention], scope: Target) -> Iterator[Target]:
    for outer in path[:-1]:
        scope = _inside(scope, outer, outer.numbers[0] if outer.numbers else None)
    last = path[-1]
    for number in last.numbers or (None,):
        yield _inside(scope, last, number)


def _inside(scope: Target, mention: Mention, number: str | None) -> Target:
    """The address one unit further in; what stood deeper in the scope is left."""
    if mention.unit in _ELEMENTS:
        headed = scope.chapter or scope.section or scope.paragraph or scope.article
        element = "heading" if mention.unit == "title" and headed else mention.unit
        return msgspec.convert({**msgspec.to_builtins(scope), "element": element}, Target)
    if mention.unit == "attachment":
        return Target(attachment="methodology")
    deeper: dict[str, None] = dict.fromkeys(_deeper(mention.unit))
    return replace(scope, **{**deeper, mention.unit: number})


def _deeper(unit: str) -> tuple[str, ...]:
    if unit == "appendix":
        return (*DEPTH[1:], "element")
    return (*DEPTH[DEPTH.index(unit) + 1 :], "element")


def _mention(match: re.Match[str], lang: Lang) -> Mention | None:
    unit = _unit_of(match["word"], lang)
    listed = match["numbers"]
    numbers = tuple(map(_as_written, _expand(listed))) if listed else _ordinals(match, lang)
    if not numbers and unit not in {"attachment", "appendix", *_ELEMENTS}:
        return None
    return Mention(unit, numbers, match["word"], match.start(), match.end())


def _ordinals(match: re.Match[str], lang: Lang) -> tuple[str, ...]:
    """The ordinal words beside a unit: before it in Kazakh, after it in Russian."""
    if lang == "kk":
        start = match.start("word")
        beside = match.string[max(0, start - _BESIDE) : start]
        near = re.findall(r"[^\W\d_]+", beside)[-_FARTHEST:][::-1]
    else:
        end = match.end("word")
        near = re.findall(r"[^\W\d_]+", match.string[end : end + _BESIDE])[:_FARTHEST]
    numbers = list(_counted(near, lang))
    return tuple(numbers[::-1] if lang == "kk" else numbers)


def _counted(near: list[str], lang: Lang) -> Iterator[str]:
    """The numbers of a run of ordinals; from 21 on (Kazakh: 11) an ordinal is two words."""
    joiners = set(map(fold, words("references")[lang]["and"]))
    at = 0
    while at < len(near):
        pair = near[at : at + 2][::-1] if lang == "kk" else near[at : at + 2]
        two = read_ordinal(" ".join(pair), lang) if len(pair) == 2 else None  # noqa: PLR2004
        one = read_ordinal(near[at], lang) if two is None else None
        if two is None and one is None and near[at] not in joiners:
            return
        if two is not None or one is not None:
            yield str(two if two is not None else one)
        at += 1 if two is None else 2


def _as_written(number: str) -> str:
    """A Roman number in Latin capitals, whatever letters it was typed with."""
    return number if number[0].isdigit() else number.translate(_latin())


@cache
def _latin() -> dict[int, str]:
    """Folded letters of Roman numbers with the Latin capitals they stand for."""
    return dict(zip(map(ord, fold(_CAPITALS).lower()), _CAPITALS, strict=True))


def _expand(listed: str) -> Iterator[str]:
    """The numbers of a list; "190 - 192" with blanks is a range, "7-2" a doubled number."""
    for part in re.split(rf",|(?!{_ROMAN})\b[^\W\d_]+\b", listed):
        ends = [end.strip().rstrip(")") for end in re.split(r"\s+-\s+|\)\s*-\s*", part.strip())]
        if len(ends) == 2 and all(end.isdigit() for end in ends):  # noqa: PLR2004 - from, to
            yield from _range(*ends)
        elif ends[0]:
            yield ends[0]


def _range(first: str, last: str) -> Iterator[str]:
    """From one number to another; two numbers where no act has so many elements between them."""
    if 0 <= int(last) - int(first) <= _LONGEST_RANGE:
        yield from (str(number) for number in range(int(first), int(last) + 1))
    else:
        yield from (first, last)


def _unit_of(word: str, lang: Lang) -> str:
    return next(unit for stem, unit in _stems(lang) if word.startswith(stem))


@cache
def _stems(lang: Lang) -> tuple[tuple[str, str], ...]:
    """Stems with their units, longest first: "подпункт" must win over "пункт"."""
    data = words("references")[lang]
    pairs = [(fold(stem).lower(), unit) for unit in _NAMED for stem in data[unit]]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def _pattern(lang: Lang) -> re.Pattern[str]:
    stems = "|".join(re.escape(stem) for stem, _ in _stems(lang))
    ands = "|".join(map(re.escape, words("references")[lang]["and"]))
    glue = rf"(?:\s*(?:,|-|(?<!\w)(?:{ands})(?!\w))\s*)"
    numbers = rf"(?P<numbers>{_NUMBER}(?:{glue}{_NUMBER})*+)"
    word = rf"(?<![^\W\d_])(?P<word>(?:{stems})[^\W\d_]*)"
    shapes: dict[Lang, str] = {
        # A list without a unit behind it is passed over whole, not tried again from each number.
        "kk": rf"(?:{numbers}\s*-?\s*)?+(?:{word}|(?(numbers)|(?!)))",
        "ru": rf"{word}(?:\s*{numbers})?",
    }
    return re.compile(shapes[lang])
