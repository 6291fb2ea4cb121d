"""An amending act applied to its base: the new redaction, and what became of every operation.

Operations go one after another, each on the text as already amended. Nothing is guessed: what
fits no element, or several, changes nothing and is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec
from msgspec.structs import replace

from amendments.annotating import Annotator
from amendments.changing import Done, Left, Order, named
from amendments.following import Written, with_references
from amendments.identity import check_identity, concerns
from amendments.inserting import insert
from amendments.moves import Moves
from amendments.moving import move, renumber, restore
from amendments.notes import all_notes, amending_act, notes_at
from amendments.ordering import clause_numbers, rounds
from amendments.outcomes import Applied, Restatement, Result
from amendments.places import find_places
from amendments.reach import everywhere
from amendments.trees import reworded
from amendments.whole import repeal, replace_element, take_out
from amendments.wordings import change_words, unveiled
from model import Accounting, Act, Diagnostic, Operation, Target
from parsers.crossrefs import own_references, say_dangling
from parsers.findings import Findings, Ui

_ACTIONS: dict[str, Callable[[Act, Order], Done | Left]] = {
    "replace": replace_element,
    "insert": insert,
    "delete": take_out,
    "repeal": repeal,
    "replace-words": change_words,
    "insert-words": change_words,
    "delete-words": change_words,
    "renumber": renumber,
    "move": move,
    "restore": restore,
}


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """How an amending act is applied.

    ``any_base``: whatever base the amending act names. ``as_of``: only what has force on that
    day (ISO). ``notes``: with editorial notes. ``index``: the act's place in a chain. ``ui``: the
    language of details and diagnostics, the act's own by default. ``earlier``: the redactions
    before this one, for an element that is restored as it was. ``rewrite_references``: references
    of the text follow the elements that have a new number; an amending act does not order that, so
    that by default they stay as they are and are told.
    """

    any_base: bool = False
    as_of: str | None = None
    notes: bool = True
    index: int = 0
    ui: Ui | None = None
    earlier: tuple[Act, ...] = ()
    rewrite_references: bool = False


PLAIN = Options()


def apply(base: Act, amending: Act, options: Options = PLAIN) -> Applied:
    """The new redaction of ``base`` with the outcome of every operation of ``amending`` on it.

    Operations on another act, and those not in force on ``as_of``, have no result.

    Raises:
        OtherLanguageError: base and amending act are in different languages.
        OtherBaseError, NoBaseNamedError: the amending act does not name this base.
    """
    check_identity(base, amending, any_base=options.any_base)
    run = _Run(base, amending, options)
    due = [one for one in amending.operations if run.is_due(one)]
    for operations in rounds(due):
        run.carry_out(operations)
    return run.finished(due)


class _Run:
    """Goes through the operations; keeps the text as amended so far."""

    def __init__(self, base: Act, amending: Act, options: Options) -> None:
        self._base, self._amending, self._options = base, amending, options
        self._act = base
        self._by = amending_act(amending, options.index)
        self._notes = Annotator(self._by)
        self._clauses = clause_numbers(amending)
        self._witnessed = any(map(self._notes.is_mine, all_notes(base)))
        self._said: list[Diagnostic] = []
        self._results: list[Result] = []
        self._moves = Moves()

    def is_due(self, operation: Operation) -> bool:
        """Whether the operation is one on this act, in force on the day that is asked for."""
        if not concerns(operation, self._amending, self._base, any_base=self._options.any_base):
            return False
        day, starts, ends = self._options.as_of, operation.effective, operation.until
        return day is None or ((starts is None or starts <= day) and (ends is None or day <= ends))

    def carry_out(self, operations: list[Operation]) -> None:
        """One round: an operation, or word pairs that are exchanged at the same time."""
        first = len(self._results)
        for operation in operations:
            self._results.append(self._carried_out(self._order(operation, len(operations) > 1)))
        if len(operations) > 1:
            self._act = everywhere(self._act, unveiled)
            self._results[first:] = [_unveiled(one) for one in self._results[first:]]

    def _order(self, operation: Operation, respectively: bool) -> Order:  # noqa: FBT001 - one of five fields
        earlier = (*self._options.earlier, self._base)
        return Order(operation, self._base.lang, self._amending, earlier, respectively)

    def _carried_out(self, order: Order) -> Result:
        made = self._settled(order) or self._made(order)
        return self._changed(order, made) if isinstance(made, Done) else self._left(order, made)

    def _made(self, order: Order) -> Done | Left:
        action = _ACTIONS.get(order.operation.action)
        if action is None:
            words = {"words": order.operation.text}
            return Left("not-understood", "not-understood", words)
        return action(self._act, order)

    def _settled(self, order: Order) -> Left | None:
        """What has nothing to do here: an operation on the other text, or one done before.

        A note of the base is a witness: it names the amending act by date and number.
        """
        operation = order.operation
        if operation.only is not None and operation.only != order.lang:
            return Left("already-applied", "other-text", {}, operation.target)
        if not self._witnessed:
            return None
        for place in find_places(self._base, operation.target, order.counting())[:1]:
            if any(map(self._notes.is_mine, notes_at(self._base, place.document, place.path))):
                return Left("already-applied", "noted-already", {}, place.target)
        return None

    def _left(self, order: Order, left: Left) -> Result:
        return Result(
            operation=order.operation,
            outcome=left.outcome,
            detail=self._say(left.code, order, **left.fields),
            place=left.place or order.operation.target,
            before=left.standing,
            after=left.standing,
            clause=self._clause(order.operation),
            amending=self._by,
        )

    def _changed(self, order: Order, done: Done) -> Result:
        if done.old is not None:
            self._moves.note(done.old, done.place)
        self._act = self._notes.annotated(order, done) if self._options.notes else done.act
        return Result(
            operation=order.operation,
            outcome="applied",
            detail=self._remark(order, done),
            place=done.place,
            before=done.before,
            after=done.after,
            clause=self._clause(order.operation),
            amending=self._by,
        )

    def _remark(self, order: Order, done: Done) -> str | None:
        """What is to be known of a change that was made; ``None`` for nothing."""
        if done.left:
            return self._say("words-left", order, listed=_quoted(done.left))
        stale = tuple(self._stale(done.old)) if done.old is not None else ()
        if not stale or done.old is None or self._options.rewrite_references:
            return None
        old, new = named(done.old, order.lang), named(done.place, order.lang)
        return self._say("stale-reference", order, old=old, new=new, listed=_quoted(stale))

    def _stale(self, old: Target) -> Iterator[str]:
        """References of the text to an element that has a new number now."""
        for attachment in self._act.attachments:
            for words, target, _ in own_references(attachment, self._act.lang):
                if (target.clause, target.appendix) == (old.clause, old.appendix):
                    yield words

    def _say(self, code: str, order: Order, **fields: object) -> str:
        findings = Findings(self._options.ui or self._base.lang)
        findings.say(code, order.operation.span, **fields)
        self._said.extend(findings.all())
        return self._said[-1].message

    def _clause(self, operation: Operation) -> str | None:
        return self._clauses.get((operation.span.start, operation.span.end, operation.text))

    def finished(self, due: list[Operation]) -> Applied:
        """The new redaction, the results in the order of the instructions."""
        references = self._follow() if self._options.rewrite_references else ()
        places = {id(operation): place for place, operation in enumerate(due)}
        results = sorted(self._results, key=lambda one: places[id(one.operation)])
        said = (*self._said, *self._dangling())
        act = self._act
        if any(result.outcome == "applied" for result in results):
            status = act.status if act.status == "repealed" else "updated"
            act = replace(act, status=status, diagnostics=said, accounting=Accounting())
        return Applied(act, tuple(results), said, references)

    def _follow(self) -> tuple[Restatement, ...]:
        """References of the base's own words led to the new numbers of their elements."""
        if not self._moves:
            return ()
        applied = (one.operation for one in self._results if one.outcome == "applied")
        contents = tuple(node for operation in applied for node in operation.content)
        written = Written.of(self._base, contents)
        self._act, references = with_references(self._act, written, self._moves)
        return references

    def _dangling(self) -> tuple[Diagnostic, ...]:
        """References of the new redaction that lead nowhere."""
        findings = Findings(self._options.ui or self._base.lang)
        say_dangling(self._act, findings)
        return findings.all()


def _unveiled(result: Result) -> Result:
    before = tuple(reworded(node, unveiled) for node in result.before)
    after = tuple(reworded(node, unveiled) for node in result.after)
    return replace(result, before=before, after=after)


def _quoted(words: tuple[str, ...]) -> str:
    return ", ".join(f'"{one}"' for one in dict.fromkeys(words))
