"""What can be compared across the two languages in a run of words: numbers, references, measures.

Numbers are read in figures and in words, so that "10 жұмыс күні" and "десяти рабочих дней" are one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec.structs import replace

from lexicon.dates import date_pattern, read_date
from lexicon.folding import fold
from lexicon.language.measures import Measure, measures
from lexicon.language.numerals import counted
from lexicon.references import Mention, mentions
from model import Lang
from model.act import Value

_FIGURE = re.compile(r"\d+(?:[.,]\d+)?", re.ASCII)
_LEAST = (
    2  # "one" and "first" are words of running text too: один из, алғашқы, первого опубликования
)
_NEAR = 14  # characters between the words of one reference: "к настоящей "
_WORD = 80  # characters in which the word in front of a name stands
_OUTER = frozenset({"article", "appendix", "section"})


class Mark(Value, frozen=True):
    """One thing that the other text must have too, and where it stands.

    ``key`` is what is compared; ``number`` its number as the other text would have it. What is not
    ``firm`` may be said once where the other text says it twice: a number in words that counts
    nothing measured (бесеуінің төртеуі – четыре из пяти).
    """

    key: str
    number: str
    start: int
    end: int
    firm: bool = True


class Marks(Value, frozen=True):
    """Everything comparable in one run of words."""

    numbers: tuple[Mark, ...] = ()
    references: tuple[Mark, ...] = ()
    measures: tuple[Mark, ...] = ()

    @property
    def size(self) -> int:
        """How many things there are to agree in."""
        return len(self.numbers) + len(self.references) + len(self.measures)


@lru_cache(maxsize=4096)
def marks_of(text: str, lang: Lang) -> Marks:
    """The marks of a text."""
    if not text.strip():
        return Marks()
    references = tuple(_references(text, lang))
    measured = tuple(map(_measure, measures(text, lang)))
    covered = bytearray(len(text))
    for one in (*references, *measured):
        covered[one.start : one.end] = b"\x01" * (one.end - one.start)
    numbers = (_confirmed(one, covered) for one in _numbers(text, lang))
    return Marks(tuple(sorted(numbers, key=lambda mark: mark.start)), references, measured)


def _confirmed(number: Mark, covered: bytearray) -> Mark:
    """A number in words is firm where it belongs to a reference or to a measure."""
    return number if number.firm else replace(number, firm=bool(covered[number.start]))


def holds(outer: Mark, inner: Mark) -> bool:
    """Whether one mark stands inside another."""
    return outer.start <= inner.start and inner.end <= outer.end


def _numbers(text: str, lang: Lang) -> Iterator[Mark]:
    """Dates as ISO dates, figures, numbers in words; a date still to be filled in is none."""
    folded = fold(text)
    dates = list(_dates(lang).finditer(folded))
    for date in dates:
        iso = read_date(date[0], lang)
        if iso:
            yield Mark(iso, iso, *date.span())
    rest = _dates(lang).sub(lambda date: " " * len(date[0]), folded)
    for figure in _FIGURE.finditer(rest):
        number = figure[0].replace(".", ",")
        yield Mark(number, number, *figure.span())
    for one in counted(rest, lang):
        if one.value >= _LEAST:
            yield Mark(str(one.value), str(one.value), one.start, one.end, firm=False)


@cache
def _dates(lang: Lang) -> re.Pattern[str]:
    return re.compile(date_pattern(lang), re.IGNORECASE)


def _references(text: str, lang: Lang) -> Iterator[Mark]:
    """Numbered units, each with its kind: "clause 5"; an own clause is "own clause 5"."""
    for run in _runs(text, lang):
        own = not any(one.unit in _OUTER for one in run) and not _of_another(run, text)
        for one in run:
            kind = f"own {one.unit}" if own and one.unit == "clause" else one.unit
            for number in one.numbers:
                yield Mark(f"{kind} {number}", number, one.start, one.end)


def _runs(text: str, lang: Lang) -> Iterator[list[Mention]]:
    """Units close together: the parts of one address."""
    run: list[Mention] = []
    for one in mentions(text, lang):
        if run and one.start - run[-1].end > _NEAR:
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _of_another(run: list[Mention], text: str) -> bool:
    """Whether the units are those of a methodology with a name of its own: Типовая методика."""
    named = [one for one in run if one.unit == "attachment"]
    before = text[max(0, named[0].start - _WORD) : named[0].start].split() if named else []
    return bool(before) and before[-1][:1].isupper() and not text[named[0].start].isupper()


def _measure(one: Measure) -> Mark:
    key = " ".join(filter(None, (str(one.amount), one.days, one.unit)))
    return Mark(key, str(one.amount), one.start, one.end)


def excerpt(text: str, mark: Mark | None, most: int = 110) -> str:
    """The words around a mark, cut at blanks; the beginning of the text where there is no mark."""
    plain = text if mark is None else text[max(0, mark.start - most // 2) :]
    cut = plain.strip()
    if mark is not None and mark.start > most // 2:
        cut = "…" + cut.partition(" ")[2]
    if len(cut) > most:
        cut = cut[:most].rpartition(" ")[0] + "…"
    return " ".join(cut.split())


def figures(text: str, lang: Lang) -> Counter[str]:
    """The numbers of a text, dates as ISO dates; a date still to be filled in is none."""
    return Counter(mark.key for mark in marks_of(text, lang).numbers)


def listed(found: Counter[str]) -> str:
    """Numbers as a message names them; a dash where there are none."""
    return ", ".join(found.elements()) or "–"
