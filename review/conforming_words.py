"""A norm of the act says what that of the model says: figures, references, deadlines, meaning.

Names of bodies, roles and terms are each agency's own and are not compared. Cited acts have
numbers of their own: a date, a number behind its sign and the articles of a law do not count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from lexicon.citing import Reference, references_in
from lexicon.data import load
from lexicon.folding import fold
from lexicon.owners import OTHER, OWN, THIS
from model import Lang
from model.act import Value
from review.case import Case
from review.catalogue import Phrases, compiled
from review.conforming import span_of
from review.conformity import Conformity
from review.differing import Differing, Texts, differing_marks, led
from review.findings import Beside, Remark, Side
from review.marks import Mark, Marks, excerpt, holds
from review.pairing import Matched

_FILE = Path(__file__).parent / "meaning.yaml"
_BEFORE = 25  # characters that tell a place in another text
_SIGN = 3  # characters in which the sign of a number stands in front of it


class Place(Value, frozen=True):
    """An element that act and model have, with the words of both."""

    pair: Matched
    texts: Texts
    marks: tuple[Marks, Marks]


def figures_kept(case: Case) -> Iterator[Remark]:
    """A figure, deadline, percentage or score of the model is not replaced by another."""
    return _remarks(case, "figures")


def further_figures(case: Case) -> Iterator[Remark]:
    """Figures that the act adds to those of the model; worth knowing, no breach."""
    return _remarks(case, "added")


def references_kept(case: Case) -> Iterator[Remark]:
    """A reference leads to the element that the model's reference leads to."""
    return _remarks(case, "references")


def references_given(case: Case) -> Iterator[Remark]:
    """The act refers to an element where the model does."""
    return _remarks(case, "lost")


def measures_kept(case: Case) -> Iterator[Remark]:
    """A deadline is counted as in the model: in working or in calendar days, in months."""
    return _remarks(case, "measures")


def _remarks(case: Case, says: str) -> Iterator[Remark]:
    for place in _places(case.conformity) if case.conformity else ():
        for found in differing_marks(*place.marks):
            if _says(found) == says:
                yield _remark(place, found, says)


def _says(found: Differing) -> str:
    """Which sentence says it: a number that only references have is a matter of references."""
    if found.what != "figures":
        return found.what
    if not found.second:
        return "added"
    if found.about == ("reference",):
        return "references" if found.first else "lost"
    return "figures"


def _places(beside: Conformity) -> Iterator[Place]:
    """Headings, then clauses and their entries, each with its own words."""
    for one in (*beside.documents, *beside.holders, *beside.elements):
        if one.first is None or one.second is None or one in beside.documents:
            continue
        sides = [
            f"{side.node.heading or ''} {side.node.text or ''}" for side in (one.first, one.second)
        ]
        texts = Texts(sides[0], sides[1], (beside.lang, beside.lang))
        first, second = (
            _own(marks, text, beside.lang) for marks, text in zip(texts.marks(), sides, strict=True)
        )
        yield Place(one, texts, (led(first, beside.leads), second))


def _own(marks: Marks, text: str, lang: Lang) -> Marks:
    """The marks of the norm itself, without those of the acts that it cites."""
    cited = [(one.start, one.end) for one in references_in(text, lang) if _is_cited(one)]

    def is_own(mark: Mark) -> bool:
        return not any(start <= mark.start < end for start, end in cited)

    numbers = (*marks.numbers, *_ones(marks))
    return Marks(
        tuple(one for one in numbers if is_own(one) and not _is_requisite(one, text)),
        tuple(filter(is_own, marks.references)),
        marks.measures,
    )


def _ones(marks: Marks) -> Iterator[Mark]:
    """The measures of one: across languages a word of running text, in one language a figure."""
    for one in marks.measures:
        if one.number == "1" and not any(holds(one, number) for number in marks.numbers):
            yield replace(one, key="1")


def _is_cited(reference: Reference) -> bool:
    """Whether another act is meant; the model methodology may call itself by a name."""
    if any(target.article for target in reference.targets):
        return True
    return reference.whose not in {OWN, THIS, OTHER}


def _is_requisite(number: Mark, text: str) -> bool:
    """Whether it is the date or the number of an act."""
    before = fold(text[max(0, number.start - _SIGN) : number.start])
    return number.key.count("-") == 2 or "№" in before  # noqa: PLR2004 - an ISO date


def _remark(place: Place, found: Differing, says: str) -> Remark:
    first, second = place.pair.first, place.pair.second
    assert first is not None and second is not None  # noqa: S101, PT018 - a place is a pair
    words = _excerpts(place.texts, found)
    fields = {
        "act": _listed(found.first, place.marks[0], place.texts.first, says),
        "model": _listed(found.second, place.marks[1], place.texts.second, says),
    }
    beside = Beside(Side(first.target, words[0]), Side(second.target, words[1]), found.about)
    return Remark(first.target, says, fields, span_of(place.pair), beside=beside)


def _listed(own: tuple[Mark, ...], marks: Marks, text: str, says: str) -> str:
    """What one text alone has; figures as numbers, the rest as it is worded."""
    if says in {"figures", "added"}:
        return ", ".join(_figure(mark, text) for mark in own) or "–"
    whole = [next((one for one in marks.references if holds(one, mark)), mark) for mark in own]
    words = dict.fromkeys(" ".join(text[one.start : one.end].split()) for one in whole)
    return ", ".join(words) or "–"


def _figure(mark: Mark, text: str) -> str:
    """The number as it stands, in figures; a reference counts by where it leads, not by that."""
    written = text[mark.start : mark.end]
    return written if written[:1].isdecimal() and written[-1:].isdecimal() else mark.key


def _excerpts(texts: Texts, found: Differing) -> tuple[str, str]:
    """The words of both around what differs; where one text has nothing, around its place there."""
    one, other = next(iter(found.first), None), next(iter(found.second), None)
    return (
        excerpt(texts.first, one or _beside(other, texts.second, texts.first)),
        excerpt(texts.second, other or _beside(one, texts.first, texts.second)),
    )


def _beside(mark: Mark | None, text: str, other: str) -> Mark | None:
    """Where a mark of one text would stand in the other: behind the same words, or as far on."""
    if mark is None:
        return None
    before = text[max(0, mark.start - _BEFORE) : mark.start]
    at = other.find(before) + len(before) if before and before in other else mark.start
    return replace(mark, start=min(at, max(0, len(other) - _BEFORE)))


def meaning_kept(case: Case) -> Iterator[Remark]:
    """What the model denies, orders or permits the act denies, orders or permits too."""
    for place in _places(case.conformity) if case.conformity else ():
        for kind in meanings():
            act, model = (_said(kind, text, place.texts.langs[0]) for text in place.texts.both())
            if len(act) != len(model):
                yield _meant(place, kind, _without(act, model), _without(model, act))


def _said(kind: str, text: str, lang: Lang) -> tuple[Mark, ...]:
    found = compiled(meanings()[kind].of(lang), lang).finditer(fold(text))
    return tuple(Mark(one[0].lower(), kind, *one.span()) for one in found)


def _without(marks: tuple[Mark, ...], others: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The words that the other text has fewer of."""
    more = Counter(mark.key for mark in marks) - Counter(mark.key for mark in others)
    return tuple(mark for mark in marks if mark.key in more)


def _meant(place: Place, kind: str, act: tuple[Mark, ...], model: tuple[Mark, ...]) -> Remark:
    remark = _remark(place, Differing("measures", (), act, model), "meaning")
    return replace(remark, fields={**remark.fields, "what": (kind,)})


@cache
def meanings() -> dict[str, Phrases]:
    """The words that decide what a norm says, by what they mean."""
    return load(_FILE, dict[str, Phrases])
