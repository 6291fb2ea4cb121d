"""One amending clause read line by line: scopes, instructions, and the wording they quote."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from amendments.content import Material, content_for, heading_fault, unquoted, words_of
from amendments.force import Place, terms, with_terms
from amendments.orders import Change, changes
from amendments.scopes import Scope, Scopes
from lexicon.instructions import Order, marker_of, orders
from lexicon.targets import read_targets
from model import Act, AmendedAct, Lang, Node, Operation, Span, Target
from parsers.findings import Findings
from parsers.quotes import Quote, Source, instructions_in


class Instruction(msgspec.Struct, frozen=True):
    """One line with the new wording that it quotes: paragraphs, quotation by quotation."""

    words: str
    span: Span
    quoted: tuple[tuple[Node, ...], ...]
    place: Place

    def wording(self) -> str | None:
        """The quoted paragraphs as one text, without their marks; ``None`` where none is quoted."""
        parts = [part for quote in self.quoted for part in unquoted(quote)]
        return "\n".join(words_of(part) for part in parts) if parts else None


class ClauseReader:
    """Goes through one amending clause of ``act``, which amends ``amends``."""

    def __init__(
        self, act: Act, clause: Node, findings: Findings, amends: AmendedAct | None
    ) -> None:
        self._act = act
        self._lang: Lang = act.lang
        self._parts = clause.children
        self._findings = findings
        self._clause = clause
        self._scopes = Scopes(act.lang, amends)
        self._terms = terms(act)

    def operations(self) -> Iterator[Operation]:
        """The operations of the clause, in its order."""
        for instruction in self._instructions():
            for operation in self._ordered(instruction):
                yield with_terms(operation, instruction.place, self._terms)

    def _ordered(self, instruction: Instruction) -> Iterator[Operation]:
        self._scopes.begin_line(instruction.words)
        ordered = orders(instruction.words, self._lang)
        if ordered:
            yield from self._read(instruction, ordered)
        elif instruction.quoted or not self._scopes.enter(instruction.words):
            yield self._not_understood(instruction)

    def _instructions(self) -> Iterator[Instruction]:
        words = [words_of(part) for part in self._parts]
        tables = frozenset(at for at, part in enumerate(self._parts) if part.kind == "table")
        places = self._places(words)
        for at, quotes in instructions_in(Source(words, self._lang, tables)):
            for quote in quotes:
                if not quote.closed:
                    span = self._parts[quote.start].span
                    self._findings.say("unclosed-quote", span, words=words[quote.start])
            line = words[at][: quotes[0].offset or None] if quotes else words[at]
            quoted = tuple(self._quoted(quote) for quote in quotes)
            yield Instruction(line.strip(), self._parts[at].span, quoted, places[at])

    def _places(self, words: list[str]) -> list[Place]:
        """Where each paragraph stands: under which number, and which paragraph there it is."""
        places: list[Place] = []
        subclause, part = None, 1  # the clause's own words are its first paragraph
        for line in words:
            marker = (marker_of(line, self._lang) or "").strip()
            numbered = marker[:1].isdigit()
            subclause, part = (marker[:-1], 1) if numbered else (subclause, part + 1)
            places.append(Place(self._clause.number, subclause, part))
        return places

    def _quoted(self, quote: Quote) -> tuple[Node, ...]:
        parts = self._parts[quote.start : quote.end]
        if not quote.offset:
            return parts
        first = replace(parts[0], text=(parts[0].text or "")[quote.offset :])
        return (first, *parts[1:])

    def _not_understood(self, instruction: Instruction) -> Operation:
        self._findings.say("not-understood", instruction.span, words=instruction.words)
        nodes = content_for(Material(instruction.quoted, None, self._act), [Target()], 0)
        return Operation(
            "not-understood", Target(), nodes, text=instruction.words, span=instruction.span
        )

    def _read(self, instruction: Instruction, ordered: tuple[Order, ...]) -> Iterator[Operation]:
        """The operations of a line; each instruction stands in the target of the one before."""
        scope = self._scopes.now
        for order in ordered:
            found = list(changes(order, scope, instruction.wording(), self._lang))
            if not found:
                yield self._not_understood(instruction)
                return
            yield from self._operations(instruction, order, found)
            scope = replace(scope, targets=tuple(dict.fromkeys(one.target for one in found)))

    def _operations(
        self, instruction: Instruction, order: Order, found: list[Change]
    ) -> Iterator[Operation]:
        contents = self._contents(instruction, order, found)
        for change, content in zip(found, contents, strict=True):
            yield _operation(change, content, instruction, order, self._scopes.now)

    def _contents(
        self, instruction: Instruction, order: Order, found: list[Change]
    ) -> list[tuple[Node, ...]]:
        """The new elements of each change; words and sentences are no elements."""
        targets = list(dict.fromkeys(one.target for one in found))
        owns = [one.appendix or "" for one in read_targets(order.said("own") or "", self._lang)]
        contents = []
        for change in found:
            place = targets.index(change.target)
            own = owns[min(place, len(owns) - 1)] if owns else None
            material = Material(instruction.quoted, own, self._act)
            contents.append(content_for(material, targets, place) if change.whole else ())
            fault = heading_fault(material, change.target)
            if fault:
                self._findings.say(fault, instruction.span, number=own, why=instruction.words)
        return contents


def _operation(
    change: Change, content: tuple[Node, ...], line: Instruction, order: Order, scope: Scope
) -> Operation:
    return Operation(
        action=change.action,  # type: ignore[arg-type]  # the word files' values are actions
        target=change.target,
        content=content,
        old=change.old,
        new=change.new,
        text=line.words,
        span=line.span,
        position=change.position,
        throughout=order.remarks.throughout or scope.throughout,
        effective=order.remarks.effective,
        until=order.remarks.until,
        only=order.remarks.only or scope.only,
        amends=scope.amends,
    )
