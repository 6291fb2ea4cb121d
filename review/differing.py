"""In what two runs of words differ: numbers, kinds of references, kinds of measures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from msgspec.structs import replace

from lexicon.language.measures import DAY, DAY_OF_MONTH
from model.act import Value
from review.marks import Mark, Marks, excerpt, holds, marks_of

What = Literal["figures", "references", "measures"]
About = Literal["figure", "date", "reference", "deadline", "percent"]
_PERCENT = "percent"


class Differing(Value, frozen=True):
    """One way in which two runs of words differ: what each alone has, and of what kind it is."""

    what: What
    about: tuple[About, ...]
    kk: tuple[Mark, ...]
    ru: tuple[Mark, ...]


class Texts(Value, frozen=True):
    """The same place in both texts."""

    kk: str
    ru: str

    def excerpts(self, found: Differing) -> tuple[str, str]:
        """The words of both texts around the first thing in which they differ."""
        numbers = marks_of(self.kk, "kk").numbers, marks_of(self.ru, "ru").numbers
        first = found.kk[:1], found.ru[:1]
        marks = _opposite(first[0], first[1], numbers[0]), _opposite(first[1], first[0], numbers[1])
        return excerpt(self.kk, marks[0]), excerpt(self.ru, marks[1])


def _opposite(own: tuple[Mark, ...], other: tuple[Mark, ...], among: Sequence[Mark]) -> Mark | None:
    """A side's own mark, or its number that is alike to the one that the other side has."""
    if own:
        return own[0]
    return next((mark for mark in among if mark.number == other[0].number), None)


def differing(texts: Texts, russian: Callable[[str], str] = str) -> Iterator[Differing]:
    """In what the two texts differ; nothing where they agree.

    ``russian`` gives the number under which the Russian text has an own clause: a reference is
    compared by what it leads to. Where all numbers agree, a reference or a measure is said to
    differ only if both texts have one of that number, of different kinds: one that is merely
    worded so that it is not recognised proves nothing.
    """
    kazakh, other = marks_of(texts.kk, "kk"), marks_of(texts.ru, "ru")
    kazakh = _led(kazakh, russian)
    only = _only(kazakh.numbers, other.numbers)
    if any(only):
        about = dict.fromkeys(_about(mark, side) for mark, side in _sided(only, kazakh, other))
        yield Differing("figures", tuple(about), *only)
        return
    for what in ("references", "measures"):
        kinds = _unlike(_only(getattr(kazakh, what), getattr(other, what)))
        if any(kinds):
            about_kind: About = "reference" if what == "references" else "deadline"
            yield Differing(what, (about_kind,), *kinds)


def _led(marks: Marks, russian: Callable[[str], str]) -> Marks:
    """The marks with own clauses under the numbers of the Russian text."""
    moved = [
        one
        for one in marks.references
        if one.key.startswith("own") and russian(one.number) != one.number
    ]
    if not moved:
        return marks
    references = tuple(
        replace(one, key=f"own clause {russian(one.number)}", number=russian(one.number))
        if one in moved
        else one
        for one in marks.references
    )
    numbers = tuple(_moved(one, moved, russian) for one in marks.numbers)
    return replace(marks, references=references, numbers=numbers)


def _moved(number: Mark, moved: list[Mark], russian: Callable[[str], str]) -> Mark:
    if any(holds(one, number) and one.number == number.number for one in moved):
        new = russian(number.number)
        return replace(number, key=new, number=new)
    return number


def _only(kk: tuple[Mark, ...], ru: tuple[Mark, ...]) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """What each side has more of than the other."""
    return _without(kk, ru), _without(ru, kk)


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
    only: tuple[tuple[Mark, ...], tuple[Mark, ...]], kk: Marks, ru: Marks
) -> Iterator[tuple[Mark, Marks]]:
    yield from ((mark, kk) for mark in only[0])
    yield from ((mark, ru) for mark in only[1])


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
    kk = tuple(one for one in only[0] if any(_clash(one, other) for other in only[1]))
    ru = tuple(one for one in only[1] if any(_clash(one, other) for other in kk))
    return kk, ru


def _clash(one: Mark, other: Mark) -> bool:
    """Of one number and different kinds; "10 күні" alone may be the tenth day of a month too."""
    kinds = {mark.key.removeprefix("own ").partition(" ")[2] for mark in (one, other)}
    if one.key[:1].isalpha():  # a reference: the kind stands before the number
        kinds = {mark.key.removeprefix("own ") for mark in (one, other)}
    return one.number == other.number and len(kinds) > 1 and kinds != {DAY, DAY_OF_MONTH}
