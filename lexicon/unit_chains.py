"""Unit words of a text that make one reference: lists of units that stand one in another.

"5-тармағының 1) тармақшасы және 6-тарауы" is a list of two, the first of two units.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from lexicon.data import words
from lexicon.folding import fold
from lexicon.ordinals import read_ordinal
from lexicon.owners import is_never
from lexicon.references import Mention, mentions
from model import Lang

Chain = list[list[Mention]]
_WORD = re.compile(r"[^\W\d_]+")
_MARGIN = 60  # characters before the first word of a line
_BESIDE = 200  # characters in which the ordinals of a unit stand


def chains(covered: str, lang: Lang) -> Iterator[Chain]:
    """Runs of units: each a list, joined by "and", of units that stand one in another."""
    chain: Chain = []
    for mention in _units(covered, lang):
        gap = covered[chain[-1][-1].end : mention.start].lower() if chain else None
        if gap is not None and not gap.strip():
            chain[-1].append(mention)
        elif gap is not None and _joins(lang).fullmatch(gap):
            chain.append([mention])
        else:
            if chain:
                yield chain
            chain = [[mention]]
    if chain:
        yield chain


@cache
def _joins(lang: Lang) -> re.Pattern[str]:
    ands = "|".join(fold(word).lower() for word in words("citing")[lang]["and"])
    before = "|".join(words("citing")[lang]["before"])
    preposition = rf"(?:(?:{before})\s+)?" if before else ""
    return re.compile(rf"\s*(?:,|,?\s*(?<!\w)(?:{ands})(?!\w))\s*{preposition}")


def _units(covered: str, lang: Lang) -> Iterator[Mention]:
    """The unit words with the ordinals beside them; what an element begins with is none."""
    for mention in mentions(covered, lang):
        if mention.unit == "attachment" or is_never(mention.word, lang):
            continue
        whole = _with_ordinals(mention, covered, lang)
        if not _is_heading(whole, covered):
            yield whole


def _is_heading(mention: Mention, covered: str) -> bool:
    """Whether the units are the number of an element itself: "2-тарау. Бағалау тәртібі"."""
    first = mention.start < _MARGIN and not covered[: mention.start].strip(' "\t\xa0')
    behind = covered[mention.end : mention.end + 2]
    return (
        first
        and behind.startswith(".")
        and bool(covered[mention.end + 1 : mention.end + _MARGIN].strip())
    )


def _with_ordinals(mention: Mention, covered: str, lang: Lang) -> Mention:
    """The mention together with the words that number it: before it in Kazakh, behind it else."""
    if not mention.numbers or any(char.isdigit() for char in covered[mention.start : mention.end]):
        return mention
    if re.search(r"\d", "".join(mention.numbers)) is None:
        return mention  # a Roman number stands inside already
    if lang == "kk":
        near = list(_WORD.finditer(covered, max(0, mention.start - _BESIDE), mention.start))[::-1]
        return replace(mention, start=min([mention.start, *_counted(near, mention, lang)]))
    near = list(_WORD.finditer(covered, mention.end, mention.end + _BESIDE))
    return replace(mention, end=max([mention.end, *_counted(near, mention, lang)]))


def _counted(near: list[re.Match[str]], mention: Mention, lang: Lang) -> Iterator[int]:
    """Where the ordinals of a mention stand: the farthest place that is still one of them."""
    wanted = set(mention.numbers)
    for place, word in enumerate(near[:12]):
        pair = near[place : place + 2]
        two = " ".join(one[0] for one in (pair[::-1] if lang == "kk" else pair))
        for said, last in ((word[0], word), (two, pair[-1])):
            if str(read_ordinal(said.lower(), lang)) in wanted:
                yield last.start() if lang == "kk" else last.end()
        if len(near[:place]) > 2 * len(wanted) + 1:
            return
