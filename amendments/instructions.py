"""The instructions of an amending act read as operations, one per target."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from amendments.reader import ClauseReader
from amendments.repeals import repealed_acts
from amendments.scopes import amended_act, differing
from lexicon.formulas import search
from model import Act, AmendedAct, Node, Operation
from parsers.findings import Findings


def with_operations(act: Act) -> Act:
    """The act with its amending clauses read; unchanged where it amends nothing.

    ``amends`` is the act that the first of these clauses names; an operation on another one
    names it itself.
    """
    clauses = [node for node in act.body if search("clause/amend", node.text or "", act.lang)]
    findings = Findings(act.lang)
    repeals = list(repealed_acts(act, findings))
    if not clauses and not repeals:
        return act
    named = [_amended(act, clause) for clause in clauses]
    found = [
        operation
        for clause, amends in zip(clauses, named, strict=True)
        for operation in ClauseReader(act, clause, findings, amends).operations()
    ]
    main = _main((*named, *(operation.amends for operation in found)))
    return replace(
        act,
        amends=main,
        operations=(*(_relative(one, main) for one in found), *repeals),
        diagnostics=(*act.diagnostics, *findings.all()),
    )


def _main(named: Sequence[AmendedAct | None]) -> AmendedAct | None:
    """The first act that is named by more than its type ("в некоторые решения")."""
    known = [one for one in named if one is not None]
    told = (one for one in known if one.number or one.date or one.title)
    return next(told, known[0] if known else None)


def _relative(operation: Operation, main: AmendedAct | None) -> Operation:
    return replace(operation, amends=differing(operation.amends, main))


def _amended(act: Act, clause: Node) -> AmendedAct | None:
    """The act that the clause names before (kk) or inside (ru) its formula."""
    text = clause.text or ""
    found = search("clause/amend", text, act.lang)
    words = (found and found.slots.get("text")) or text[: found.start if found else 0]
    return amended_act(words, act.lang)
