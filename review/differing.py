"""In what two runs of words differ: numbers, kinds of references, kinds of measures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from msgspec.structs import replace

from lexicon.language.measures import DAY, DAY_OF_MONTH
from model.act import Value
from review.likeness import PAIR, Langs
from review.marks import Mark, Marks, excerpt, holds, marks_of

What = Literal["figures", "references", "measures"]
About = Literal["figure", "date", "reference", "deadline", "percent"]
Leads = Callable[[str, str], str]
_PERCENT = "percent"


def as_written(_kind: str, number: str) -> str:
    """The number itself: both texts have every element under one number."""
    return number


class Differing(Value, frozen=True):
    """One way in which two runs of words differ: what each alone has, and of what kind it is."""

    what: What
    about: tuple[About, ...]
    first: tuple[Mark, ...]
    second: tuple[Mark, ...]


class Texts(Value, frozen=True):
    """The same place in both texts, and the languages that they are in."""

    first: str
    second: str
    langs: Langs = PAIR

    def both(self) -> tuple[str, str]:
        """The words alone."""
        return self.first, self.second

    def marks(self) -> tuple[Marks, Marks]:
        """The marks of both texts."""
        return marks_of(self.first, self.langs[0]), marks_of(self.second, self.langs[1])

    def excerpts(self, found: Differing) -> tuple[str, str]:
        """The words of both texts around the first thing in which they differ."""
        numbers = [marks.numbers for marks in self.marks()]
        one, other = found.first[:1], found.second[:1]
        marks = _opposite(one, other, numbers[0]), _opposite(other, one, numbers[1])
        return excerpt(self.first, marks[0]), excerpt(self.second, marks[1])


def _opposite(own: tuple[Mark, ...], other: tuple[Mark, ...], among: Sequence[Mark]) -> Mark | None:
    """A side's own mark, or its number that is alike to the one that the other side has."""
    if own:
        return own[0]
    return next((mark for mark in among if mark.number == other[0].number), None)


def differing(texts: Texts, leads: Leads = as_written) -> Iterator[Differing]:
    """In what the two texts differ; nothing where they agree.

    ``leads`` gives the number under which the second text has an element: a reference is
    compared by what it leads to. Where all numbers agree, a reference or a measure is said to
    differ only if both texts have one of that number, of different kinds: one that is merely
    worded so that it is not recognised proves nothing.
    """
    first, second = texts.marks()
    yield from differing_marks(led(first, leads), second)


def differing_marks(first: Marks, second: Marks) -> Iterator[Differing]:
    """In what the marks of two texts differ."""
    only = _only(first.numbers, second.numbers)
    if any(only):
        about = dict.fromkeys(_about(mark, side) for mark, side in _sided(only, first, second))
        yield Differing("figures", tuple(about), *only)
        return
    for what in ("references", "measures"):
        kinds = _unlike(_only(getattr(first, what), getattr(second, what)))
        if any(kinds):
            about_kind: About = "reference" if what == "references" else "deadline"
            yield Differing(what, (about_kind,), *kinds)


def led(marks: Marks, leads: Leads) -> Marks:
    """The marks with references under the numbers that the second text has for the elements."""
    moved = {one: leads(_kind(one), one.number) for one in marks.references}
    moved = {one: number for one, number in moved.items() if number != one.number}
    if not moved:
        return marks
    references = tuple(
        replace(one, key=f"{_kind(one)} {moved[one]}", number=moved[one]) if one in moved else one
        for one in marks.references
    )
    numbers = tuple(_moved(one, moved) for one in marks.numbers)
    return replace(marks, references=references, numbers=numbers)


def _kind(reference: Mark) -> str:
    """What a reference leads to: "own clause", "appendix"."""
    return reference.key.rpartition(" ")[0]


def _moved(number: Mark, moved: dict[Mark, str]) -> Mark:
    for one, new in moved.items():
        if holds(one, number) and one.number == number.number:
            return replace(number, key=new, number=new)
    return number


def _only(
    first: tuple[Mark, ...], second: tuple[Mark, ...]
) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """What each side has more of than the other."""
    return _without(first, second), _without(second, first)


def _without(marks: tuple[Mark, ...], others: tuple[Mark, ...]) -> tuple[Mark, ...]:
    if [mark.key for mark in marks] == [mark.key for mark in others]:
        return ()  # as nearly always
    more = Counter(mark.key for mark in marks) - Counter(mark.key for mark in others)
    there = {mark.key for mark in others}
    left = []
    for mark in reversed(marks):
        if more[mark.key] > 0 and (mark.firm or mark.key not in there):
            more[mark.key] -= 1
            left.append(mark)
    return tuple(reversed(left))


def _sided(
    only: tuple[tuple[Mark, ...], tuple[Mark, ...]], first: Marks, second: Marks
) -> Iterator[tuple[Mark, Marks]]:
    yield from ((mark, first) for mark in only[0])
    yield from ((mark, second) for mark in only[1])


def _about(number: Mark, side: Marks) -> About:
    """What the number belongs to in its own text."""
    if number.key.count("-") == 2:  # noqa: PLR2004 - an ISO date
        return "date"
    if any(holds(one, number) for one in side.references):
        return "reference"
    measure = next((one for one in side.measures if holds(one, number)), None)
    if measure is None:
        return "figure"
    return "percent" if measure.key.endswith(_PERCENT) else "deadline"


def _unlike(
    only: tuple[tuple[Mark, ...], tuple[Mark, ...]],
) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """Those of a number that both sides name, each otherwise."""
    first = tuple(one for one in only[0] if any(_clash(one, other) for other in only[1]))
    second = tuple(one for one in only[1] if any(_clash(one, other) for other in first))
    return first, second


def _clash(one: Mark, other: Mark) -> bool:
    """Of one number and different kinds; "10 күні" alone may be the tenth day of a month too."""
    kinds = {mark.key.removeprefix("own ").partition(" ")[2] for mark in (one, other)}
    if one.key[:1].isalpha():  # a reference: the kind stands before the number
        kinds = {mark.key.removeprefix("own ") for mark in (one, other)}
    return one.number == other.number and len(kinds) > 1 and kinds != {DAY, DAY_OF_MONTH}
