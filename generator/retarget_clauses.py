"""Whole clauses and parts that an option brings or takes away; the others are renumbered.

Only what the profile chooses in so many words is changed: an option that it leaves out leaves
the source's own clauses as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec
from msgspec.structs import replace

from generator.options import Setting
from generator.outline import Element, chapters
from generator.references import References, appendix_numbers
from generator.retarget_journal import Journal
from generator.retarget_norms import Alignment, aligned, bag_of, likeness, texts_of, wording_for
from generator.retarget_variations import told
from generator.wording import Wording
from model import Act, Agency, Lang, Node, Target
from model.tree import walk

_SAME_PART = 0.3  # likeness from which a part of a clause is taken for the optional one


class Optional(msgspec.Struct, frozen=True):
    """An element that stands in the text under one option only; ``norm`` is its clause.

    ``beside`` are the other elements of that clause.
    """

    option: str
    value: Setting
    norm: str
    element: Element
    beside: tuple[Element, ...] = ()


def optional_elements() -> Iterator[Optional]:
    """Every clause, and every part of one, that an option alone decides on."""
    for chapter in chapters().values():
        for clause in chapter.clauses:
            if len(clause.when) == 1 and not clause.unless:
                ((option, value),) = clause.when.items()
                if not isinstance(value, tuple):
                    yield Optional(option, value, clause.id or "", clause)
            yield from _parts(clause)


def _parts(clause: Element) -> Iterator[Optional]:
    for child in clause.children:
        if child.kind == "part" and len(child.when) == 1:
            ((option, value),) = child.when.items()
            if isinstance(value, bool):
                beside = tuple(one for one in clause.children if one is not child)
                yield Optional(option, value, clause.id or "", child, beside)


def part_of(clause: Node, one: Optional, lang: Lang) -> Node | None:
    """The part of a clause that says the same as the optional one; ``None`` where none does.

    A part that is more like another element of the clause says something else.
    """
    parts = [child for child in clause.children if child.kind == "part"]
    bags = [bag_of(" ".join(texts_of(part))) for part in parts]
    wanted, *others = (bag_of(element.text.of(lang)) for element in (one.element, *one.beside))
    even = dict.fromkeys((word for bag in (wanted, *others, *bags) for word in bag), 1.0)
    scored = [likeness(bag, wanted, even) for bag in bags]
    best = max(range(len(parts)), key=scored.__getitem__, default=None)
    if best is None or scored[best] < _SAME_PART:
        return None
    closer = any(likeness(bags[best], other, even) > scored[best] for other in others)
    return None if closer else parts[best]


def present(act: Act, agency: Agency) -> dict[str, Setting]:
    """Which of the clauses and parts that are a matter of choice the act has: options, on or off.

    Nothing is said of a part whose clause the act does not have.
    """
    alignment = aligned(act, agency)
    found: dict[str, Setting] = {}
    for one in optional_elements():
        if isinstance(one.value, bool):
            clause = alignment.clause_of(one.norm)
            is_clause = one.element.kind == "clause"
            if is_clause or clause is not None:
                there = clause if is_clause else part_of(clause, one, act.lang)  # type: ignore[arg-type]  # a part has its clause here
                found[one.option] = (there is not None) == one.value
    return found


class Structured(msgspec.Struct, frozen=True):
    """The act with its clauses as the options have them, and old numbers to new ones.

    ``added`` are the elements that are in the agency's own words already.
    """

    act: Act
    numbers: Mapping[str, str]
    added: tuple[Node, ...]


def structured(act: Act, agency: Agency, journal: Journal) -> Structured:
    """The act with the clauses and parts that the profile's options ask for, and no others."""
    alignment = aligned(act, agency)
    in_sentences = told(act)
    chosen = [
        one
        for one in optional_elements()
        if one.option in agency.options and one.option not in in_sentences
    ]
    changes = _Changes(act, agency, alignment, journal)
    for one in chosen:
        changes.decide(one, wanted=agency.options[one.option] == one.value)
    return changes.made()


class _Changes:
    """What is to be added and taken out, clause by clause; made in one go."""

    def __init__(self, act: Act, agency: Agency, alignment: Alignment, journal: Journal) -> None:
        self._act, self._agency, self._journal = act, agency, journal
        self._alignment = alignment
        self._places = {id(node): target for target, node in walk(act)}
        self.gone: set[int] = set()
        self.after: dict[int, list[Element]] = {}
        self.inside: dict[int, list[Element]] = {}

    def decide(self, one: Optional, *, wanted: bool) -> None:
        """Note what the option asks for, where the source has it otherwise."""
        clause = self._alignment.clause_of(one.norm)
        if one.element.kind == "clause":
            there = clause
            host = self._before(one.norm)
            where = self.after
        else:
            there = part_of(clause, one, self._act.lang) if clause else None
            host = clause
            where = self.inside
        if there is not None and not wanted:
            self.gone.add(id(there))
            self._journal.at(self._places.get(id(there), Target()))
            self._journal.write("removed", "\n".join(texts_of(there)), "")
        if there is None and wanted and host is not None:
            where.setdefault(id(host), []).append(one.element)

    def _before(self, norm_id: str) -> Node | None:
        """The clause of the source after which a norm that it lacks belongs."""
        place = self._alignment.norm(norm_id).place
        for norm in reversed(self._alignment.norms[:place]):
            clause = self._alignment.clause_of(norm.id)
            if clause is not None:
                return clause
        return None

    def made(self) -> Structured:
        """The act with everything that was decided."""
        if not (self.gone or self.after or self.inside):
            return Structured(self._act, {}, ())
        order = list(self._order())
        numbers, ids = self._numbers(order)
        wording = wording_for(self._agency, self._act.lang, _references(ids))
        building = _Building(self, {id(one): number for one, number in order}, wording)
        attachments = tuple(
            replace(one, body=building.nodes(one.body)) if one.kind == "methodology" else one
            for one in self._act.attachments
        )
        act = replace(self._act, attachments=attachments)
        self._say_inserted(act, building.added)
        return Structured(act, numbers, tuple(building.added))

    def _say_inserted(self, act: Act, added: list[Node]) -> None:
        new = {id(node) for node in added}
        for target, node in walk(act):
            if id(node) in new:
                self._journal.at(target)
                self._journal.write("inserted", "", "\n".join(texts_of(node)))

    def _order(self) -> Iterator[tuple[Node | Element, str]]:
        """The clauses of the result in their order, with their numbers."""
        number = 0
        for clause in self._alignment.clauses:
            for one in (clause, *self.after.get(id(clause), ())):
                if id(one) not in self.gone:
                    number += 1
                    yield one, str(number)

    def _numbers(
        self, order: list[tuple[Node | Element, str]]
    ) -> tuple[dict[str, str], dict[str, str]]:
        """Old numbers to new ones, and the numbers by the names of the norms."""
        numbers: dict[str, str] = {}
        ids: dict[str, str] = {}
        for one, number in order:
            if isinstance(one, Element):
                ids[one.id or ""] = number
                continue
            numbers[one.number or ""] = number
            norm = self._alignment.norm_of(one)
            if norm is not None:
                ids[norm.id] = number
        return numbers, ids


class _Building:
    """The nodes of the methodology with the changes made."""

    def __init__(self, changes: _Changes, numbers: Mapping[int, str], wording: Wording) -> None:
        self._changes, self._numbers, self._wording = changes, numbers, wording
        self.added: list[Node] = []

    def nodes(self, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        """The elements that stay, renumbered, with the new ones in their places."""
        return tuple(new for node in nodes for new in self._node(node))

    def _node(self, node: Node) -> Iterator[Node]:
        changes = self._changes
        if id(node) not in changes.gone:
            inside = [self._new(element) for element in changes.inside.get(id(node), ())]
            number = self._numbers.get(id(node), node.number)
            if inside or number != node.number or node.children:
                node_now = replace(
                    node, number=number, children=(*self.nodes(node.children), *inside)
                )
            else:
                node_now = node
            yield node_now
        for element in changes.after.get(id(node), ()):
            yield self._new(element)

    def _new(self, element: Element) -> Node:
        text = self._wording.say(element.text)
        ended = text if text.endswith((".", ":")) else f"{text}."
        node = Node(element.kind, number=self._numbers.get(id(element)), text=ended)
        self.added.append(node)
        return node


def _references(clauses: Mapping[str, str]) -> References:
    """What an added element may refer to: clauses under the numbers that they have now."""
    return References({"clause": clauses, "appendix": appendix_numbers()})
