"""The instructions of an amending act read as operations, one per target."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from amendments.content import Material, content_for, heading_fault, quoted_words
from lexicon.formulas import Reading, read_any, search
from lexicon.references import names_less, read_references
from model import Act, AmendedAct, Lang, Node, Operation, Registration, Span, Target
from parsers.citations import cited_act
from parsers.findings import Findings
from parsers.quotes import instructions_in


def with_operations(act: Act) -> Act:
    """The act with its amending clauses read; unchanged where it amends nothing."""
    clauses = [node for node in act.body if search("clause/amend", node.text or "", act.lang)]
    if not clauses:
        return act
    findings = Findings(act.lang)
    operations = [one for clause in clauses for one in _Reader(act, clause, findings).operations()]
    return replace(
        act,
        amends=_amended(act, clauses[0]),
        operations=tuple(operations),
        diagnostics=(*act.diagnostics, *findings.all()),
    )


def _amended(act: Act, clause: Node) -> AmendedAct | None:
    """The act that the clause names before (kk) or inside (ru) its formula."""
    found = search("clause/amend", clause.text or "", act.lang)
    words = (found and found.slots.get("text")) or (clause.text or "")[
        : found.start if found else 0
    ]
    cited = cited_act(words, act.lang)
    if cited is None:
        return None
    registered = search("act/registered-under", words, act.lang)
    number = registered.slots["number"] if registered else None
    return AmendedAct(
        type=cited.type if cited.type != "code" else None,
        number=cited.number,
        date=cited.date,
        title=cited.title,
        registration=Registration(number) if number else None,
    )


class Instruction(msgspec.Struct, frozen=True):
    """One instruction with the new wording that it quotes: paragraphs, quotation by quotation."""

    words: str
    span: Span
    quoted: tuple[tuple[Node, ...], ...]


class _Reader:
    """Goes through one amending clause; keeps the scope that a line with a colon sets."""

    def __init__(self, act: Act, clause: Node, findings: Findings) -> None:
        self._act = act
        self._lang: Lang = act.lang
        self._parts = clause.children
        self._findings = findings
        self._scope = Target()

    def operations(self) -> Iterator[Operation]:
        """The operations of the clause, in its order."""
        for instruction in self._instructions():
            reading = read_any("amend", instruction.words, self._lang)
            if reading is not None:
                yield from self._read(instruction, reading)
            elif not self._is_scope(instruction):
                yield self._not_understood(instruction)

    def _instructions(self) -> Iterator[Instruction]:
        words = [part.text or "" for part in self._parts]
        for at, quotes in instructions_in(words, 0, self._lang):
            for quote in quotes:
                if not quote.closed:
                    span = self._parts[quote.start].span
                    self._findings.say("unclosed-quote", span, words=words[quote.start])
            quoted = tuple(self._parts[quote.start : quote.end] for quote in quotes)
            yield Instruction(words[at], self._parts[at].span, quoted)

    def _is_scope(self, instruction: Instruction) -> bool:
        """A line that only says where the following instructions apply; it quotes nothing."""
        if instruction.quoted or not instruction.words.rstrip().endswith(":"):
            return False
        targets = set(read_references(instruction.words, self._lang, self._scope))
        if len(targets) != 1:
            return False
        self._scope = targets.pop()
        return True

    def _not_understood(self, instruction: Instruction) -> Operation:
        self._findings.say("not-understood", instruction.span, words=instruction.words)
        nodes = content_for(Material(instruction.quoted, None, self._act), [Target()], 0)
        return Operation(
            "not-understood", Target(), nodes, text=instruction.words, span=instruction.span
        )

    def _read(self, instruction: Instruction, reading: Reading) -> Iterator[Operation]:
        targets = self._targets(reading)
        if not targets:
            yield self._not_understood(instruction)
            return
        owns = read_references(reading.slots.get("own") or "", self._lang)
        for place, target in enumerate(targets):
            own = owns[min(place, len(owns) - 1)].appendix or "" if owns else None
            material = Material(instruction.quoted, own, self._act)
            nodes = content_for(material, targets, place)
            fault = heading_fault(material, target)
            if fault:
                self._findings.say(fault, instruction.span, number=own, why=instruction.words)
            for old, new in _pairs(reading):
                yield Operation(
                    action=reading.formula.value,  # type: ignore[arg-type]  # the word file's
                    target=target,
                    content=nodes,
                    old=old,
                    new=new,
                    text=instruction.words,
                    span=instruction.span,
                )

    def _targets(self, reading: Reading) -> list[Target]:
        scope = self._scope
        host = read_references(reading.slots.get("host") or "", self._lang, scope)
        if len(host) == 1:
            scope = host[0]
        words = reading.slots.get("target")
        if words is None:
            return [scope] if scope != Target() else []
        if names_less(words, self._lang):
            return []
        return read_references(words, self._lang, scope)


def _pairs(reading: Reading) -> list[tuple[str | None, str | None]]:
    """Old and new words, pair by pair; one empty pair for what changes whole elements."""
    old, new = _listed(reading.slots.get("old")), _listed(reading.slots.get("new"))
    if len(old) == len(new):
        return list(zip(old, new, strict=True)) or [(None, None)]
    if not old or not new:
        return [(None, word) for word in new] or [(word, None) for word in old]
    return [(", ".join(old), ", ".join(new))]


def _listed(words: str | None) -> list[str]:
    return quoted_words(words) if words else []
