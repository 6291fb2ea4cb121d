"""What became of each instruction: the operation, its outcome, what stood there and what stands.

These values are what the comparative table, the tracked document and the report are made of.
"""

from __future__ import annotations

from typing import Literal

from model import Act, Node, Operation, Target
from model.act import ActType, Diagnostic, Value

Outcome = Literal["applied", "already-applied", "target-missing", "ambiguous", "not-understood"]

DONE: frozenset[Outcome] = frozenset({"applied", "already-applied"})


class AmendingAct(Value, frozen=True):
    """Which act ordered the change: enough to name it in a note and to order a chain.

    ``index`` is the act's place in the chain that was applied; ``effect`` is the wording of its
    own effect clause, without number and full stop; ``None`` where it has none.
    """

    index: int = 0
    type: ActType | None = None
    issuer: str | None = None
    date: str | None = None
    number: str | None = None
    title: str | None = None
    effective: str | None = None
    effect: str | None = None


class Result(Value, frozen=True, kw_only=True):
    """One operation and what became of it.

    ``place`` is the full address of the element in the base (of the new element where one was
    inserted). ``before`` and ``after`` are the elements as they stood and as they stand: both
    empty where nothing was found, ``before`` empty for what is new, ``after`` empty for what is
    gone. A title, heading or preamble is a ``part`` with its text. ``clause`` is the number of
    the amending act's clause or subclause that ordered it ("1", "1.2"); ``None`` where it has
    none. ``detail`` says why in the user's language; ``None`` where there is nothing to say.
    """

    operation: Operation
    outcome: Outcome
    detail: str | None = None
    place: Target
    before: tuple[Node, ...] = ()
    after: tuple[Node, ...] = ()
    clause: str | None = None
    amending: AmendingAct = AmendingAct()


class Restatement(Value, frozen=True):
    """A reference that followed its element to a new number: where it stands, and its words."""

    place: Target
    old: str
    new: str


class Applied(Value, frozen=True):
    """The new redaction and what became of every operation, in their order.

    ``diagnostics`` is what is odd after the run: references to what is no longer there.
    ``references`` are those that were led to the new numbers, where that was asked for.
    """

    act: Act
    results: tuple[Result, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    references: tuple[Restatement, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every operation was applied, now or before."""
        return all(result.outcome in DONE for result in self.results)


__all__ = ["DONE", "AmendingAct", "Applied", "Outcome", "Restatement", "Result"]
