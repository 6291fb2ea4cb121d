"""References to structural elements, as acts write them: "2-тармақтың 11) тармақшасы".

Kazakh goes from the outside in, Russian from the inside out; both may name several elements by
one word ("26 және 27-тармақтар", "пункты 131 и 132") or a range ("190 – 192").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

import msgspec
from msgspec.structs import replace

from lexicon.data import words
from lexicon.folding import fold
from lexicon.ordinals import read_ordinal
from model import Lang, Target

# From the outside in; an element further right stands inside one further left.
DEPTH = (
    "attachment", "section", "chapter", "paragraph", "article", "clause", "subclause", "part",
)  # fmt: skip
_ELEMENTS = ("title", "preamble")
_NUMBER = r"\d+(?:-\d+)*\)?"
_FARTHEST = 6  # words beside a unit that are tried as ordinals


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
    found = (_mention(match, lang) for match in _pattern(lang).finditer(folded))
    return [mention for mention in found if mention is not None]


def read_references(text: str, lang: Lang, scope: Target | None = None) -> list[Target]:
    """The elements that ``text`` names, one address each, inside ``scope``.

    Empty where no element is named.
    """
    named = mentions(text, lang)
    if lang == "ru":
        named = _outermost_first(named)
    return [target for path in _paths(named) for target in _targets(path, scope or Target())]


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
    numbers = tuple(_expand(match["numbers"])) if match["numbers"] else _ordinals(match, lang)
    if not numbers and unit not in {"attachment", "appendix", *_ELEMENTS}:
        return None
    return Mention(unit, numbers, match["word"], match.start(), match.end())


def _ordinals(match: re.Match[str], lang: Lang) -> tuple[str, ...]:
    """The ordinal words beside a unit: before it in Kazakh, after it in Russian."""
    if lang == "kk":
        near = re.findall(r"[^\W\d_]+", match.string[: match.start("word")])[-_FARTHEST:][::-1]
    else:
        near = re.findall(r"[^\W\d_]+", match.string[match.end("word") :])[:_FARTHEST]
    joiners = set(map(fold, words("references")[lang]["and"]))
    found = list(
        takewhile(
            lambda pair: pair[1] is not None or pair[0] in joiners,
            ((word, read_ordinal(word, lang)) for word in near),
        )
    )
    numbers = [str(number) for _, number in found if number is not None]
    return tuple(numbers[::-1] if lang == "kk" else numbers)


def _expand(listed: str) -> Iterator[str]:
    """The numbers of a list; "190 - 192" with blanks is a range, "7-2" a doubled number."""
    for part in re.split(r",|\b[^\W\d_]+\b", listed):
        ends = [end.strip().rstrip(")") for end in re.split(r"\s+-\s+|\)\s*-\s*", part.strip())]
        if len(ends) == 2 and all(end.isdigit() for end in ends):  # noqa: PLR2004 - from, to
            yield from (str(number) for number in range(int(ends[0]), int(ends[1]) + 1))
        elif ends[0]:
            yield ends[0]


def _unit_of(word: str, lang: Lang) -> str:
    return next(unit for stem, unit in _stems(lang) if word.startswith(stem))


@cache
def _stems(lang: Lang) -> tuple[tuple[str, str], ...]:
    """Stems with their units, longest first: "подпункт" must win over "пункт"."""
    data = words("references")[lang]
    pairs = [
        (fold(stem).lower(), unit)
        for unit in (*DEPTH, "appendix", *_ELEMENTS)
        for stem in data[unit]
    ]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def _pattern(lang: Lang) -> re.Pattern[str]:
    stems = "|".join(re.escape(stem) for stem, _ in _stems(lang))
    ands = "|".join(map(re.escape, words("references")[lang]["and"]))
    glue = rf"(?:\s*(?:,|-|(?<!\w)(?:{ands})(?!\w))\s*)"
    numbers = rf"(?P<numbers>{_NUMBER}(?:{glue}{_NUMBER})*)"
    word = rf"(?<![^\W\d_])(?P<word>(?:{stems})[^\W\d_]*)"
    shapes: dict[Lang, str] = {
        "kk": rf"(?:{numbers}\s*-?\s*)?{word}",
        "ru": rf"{word}(?:\s*{numbers})?",
    }
    return re.compile(shapes[lang])
