"""Redactions of an act over time: which text has force on which day, and what made it so.

An amending act has force from the day that it names. Where its own clause counts from a day that
the act cannot know (ten days after its publication), the day of the act itself stands for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from msgspec.structs import replace

from amendments.apply import Options, apply
from amendments.identity import check_identity
from amendments.outcomes import Applied, Restatement, Result
from model import Act, AdistemeError, Operation
from model.act import Diagnostic, Value


class NotADayError(AdistemeError):
    """What should be a day of the calendar is none."""

    template = (
        '"%(met)s" is not a day of the calendar. Expected: year, month and day, as 2026-07-12.'
    )


class Redaction(Value, frozen=True, kw_only=True):
    """One redaction: from which day it has force, its text, and what made it differ.

    ``day`` is ``None`` where no act tells it. ``results`` are those that are new on that day,
    ``ended`` those of a temporary force that has run out. ``number`` counts from 0, the base.
    """

    number: int
    day: str | None
    act: Act
    results: tuple[Result, ...] = ()
    ended: tuple[Result, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


class Change(Value, frozen=True, kw_only=True):
    """One line of the history: when which act did what to which element."""

    day: str | None
    result: Result
    ended: bool = False


def redactions(
    base: Act, amendings: Iterable[Act], options: Options | None = None
) -> tuple[Redaction, ...]:
    """The base and every redaction after it, oldest first.

    Raises:
        IdentityError: an amending act is not one of this base.
    """
    chain = in_order(amendings)
    asked = options or Options()
    found = [Redaction(number=0, day=base.date, act=base)]
    before: dict[tuple[int, int], Result] = {}
    for day in days_of(chain):
        applied = as_of(base, chain, day, asked)
        now = _by_operation(applied.results, chain)
        new = [result for place, result in now.items() if place not in before]
        gone = [result for place, result in before.items() if place not in now]
        found.append(
            Redaction(
                number=len(found),
                day=None if day == _SOME_DAY else day,
                act=applied.act,
                results=tuple(new),
                ended=tuple(gone),
                diagnostics=applied.diagnostics,
            )
        )
        before = now
    return tuple(found)


def _by_operation(
    results: Iterable[Result], chain: tuple[Act, ...]
) -> dict[tuple[int, int], Result]:
    """The results by the place of their operation: which act, and which of its operations."""
    places = {
        id(operation): (number, place)
        for number, act in enumerate(chain)
        for place, operation in enumerate(act.operations)
    }
    return {places[id(result.operation)]: result for result in results}


def as_of(
    base: Act, amendings: Iterable[Act], day: str | None, options: Options | None = None
) -> Applied:
    """The text in force on ``day`` (ISO), with the results of all that made it.

    ``None`` for the day applies every amending act whole, whenever it has force. An amending act
    without any date has force on no day that can be named.

    Raises:
        NotADayError: ``day`` is no date.
        IdentityError: an amending act is not one of this base.
    """
    asked = options or Options()
    when = None if day is None else _checked(day)
    act = base
    results: list[Result] = []
    references: list[Restatement] = []
    said: list[Diagnostic] = []
    earlier: list[Act] = []
    for index, amending in enumerate(in_order(amendings)):
        check_identity(base, amending, any_base=asked.any_base)
        due = amending if when is None else _in_force(amending, when)
        if due.operations:
            step = replace(asked, index=index, as_of=None, earlier=tuple(earlier))
            applied = apply(act, due, step)
            earlier.append(act)
            act = applied.act
            results += applied.results
            references += applied.references
            said = [*(one for one in said if one.code != _DANGLING), *applied.diagnostics]
    if results:
        act = replace(act, diagnostics=tuple(said))
    return Applied(act, tuple(results), tuple(said), tuple(references))


_SOME_DAY = "9999-12-31"  # an act without any date has force some day, after all others
_DANGLING = "dangling-reference"  # told of every redaction anew: only that of the last one counts


def _checked(day: str) -> str:
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        raise NotADayError(met=day) from None


def _in_force(amending: Act, day: str) -> Act:
    """The amending act with those of its operations that have force on the day."""
    due = (one for one in amending.operations if _has_force(one, amending, day))
    return replace(amending, operations=tuple(due))


def _has_force(operation: Operation, amending: Act, day: str) -> bool:
    starts = operation.effective or commencement(amending) or _SOME_DAY
    return starts <= day and (operation.until is None or day <= operation.until)


def commencement(amending: Act) -> str | None:
    """The day from which an amending act has force: the one it names, else its own date."""
    return amending.effective or amending.date


def in_order(amendings: Iterable[Act]) -> tuple[Act, ...]:
    """The amending acts by the day of their force, then by their date and number.

    Acts without any date come last, in the order in which they were given.
    """
    return tuple(sorted(amendings, key=_rank))


def _rank(amending: Act) -> tuple[str, str]:
    return commencement(amending) or _SOME_DAY, amending.date or _SOME_DAY


def days_of(chain: Iterable[Act]) -> list[str]:
    """Every day on which the text changes, in their order."""
    return sorted({day for amending in chain for day in _days(amending)})


def _days(amending: Act) -> Iterator[str]:
    for operation in amending.operations:
        starts = operation.effective or commencement(amending)
        yield starts or _SOME_DAY
        if operation.until is not None:
            yield (date.fromisoformat(operation.until) + timedelta(days=1)).isoformat()


def changes(listed: Iterable[Redaction]) -> tuple[Change, ...]:
    """The history, line by line: what was done, and what of a temporary force ran out."""
    return tuple(
        Change(day=redaction.day, result=result, ended=ended)
        for redaction in listed
        for results, ended in ((redaction.ended, True), (redaction.results, False))
        for result in results
        if result.outcome == "applied"
    )
