"""An act renumbered: elements under new numbers, and every reference said with them.

By law a renumbering changes no other clause: references follow only where that is asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from msgspec.structs import replace

from amendments.outcomes import Restatement
from lexicon.citing import Reference
from lexicon.owners import OWN, THIS
from lexicon.references import mentions
from lexicon.restating import Restated, restated
from model import Act, AdistemeError, Attachment, Cell, Node, Target
from model.tree import attachment_target, walk
from parsers.pointing import NAMED, Text, meant, short

Numbers = Mapping[Target, str]


class NumberTakenError(AdistemeError):
    """Two elements would stand at one address."""

    template = (
        "After the renumbering %(count)s elements would have the address %(target)s. Expected: new "
        "numbers that differ from one another and from those that stay; name every element that "
        "moves up or down."
    )


class NothingThereError(AdistemeError):
    """A number is to be given to an element that the act does not have."""

    template = (
        "The act has no element at the address %(target)s, so it cannot become number %(number)s. "
        "Expected: addresses of elements that are there, as walk() gives them."
    )


def renumbered(act: Act, numbers: Numbers) -> Act:
    """The act with new numbers on the elements at these addresses, references following.

    All are given at the same time, so that two elements may exchange their numbers. Clauses need
    not be placed in their chapter; an appendix is ``Target(appendix="2")``.

    Raises:
        NothingThereError: no element stands at an address.
        NumberTakenError: two elements would have one number.
    """
    given = {short(target): number for target, number in numbers.items()}
    _check(act, given)
    change = Change(act, given.get)
    whole = Renumbering(given, change).of(act)
    _check_taken(act, whole)
    return whole


def _check(act: Act, given: Numbers) -> None:
    there = _addresses(act)
    for target, number in given.items():
        if target not in there:
            raise NothingThereError(target=target, number=number)


def _addresses(act: Act) -> Counter[Target]:
    elements = Counter(short(target) for target, node in walk(act) if node.kind in NAMED)
    return elements + Counter(
        Target(appendix=one.number) for one in act.attachments if one.number is not None
    )


def _check_taken(old: Act, new: Act) -> None:
    allowed = max(_addresses(old).values(), default=1)
    for target, count in _addresses(new).items():
        if count > max(1, allowed if _addresses(old)[target] > 1 else 1):
            raise NumberTakenError(target=target, count=count)


class Change:
    """Says the references of one text anew, and keeps what it changed."""

    def __init__(self, act: Act, number_of: Callable[[Target], str | None]) -> None:
        self._act, self._number_of = act, number_of
        self.made: list[Restatement] = []

    def __call__(self, text: str, at: Text, shown: Target) -> str:
        """The text at ``at``; the change is told at the address ``shown``."""
        said = self.restated(text, at)
        self.made += [Restatement(shown, one.old, one.new) for one in said.changes]
        return said.text

    def restated(self, text: str, at: Text) -> Restated:
        """The text with its own references said anew; nothing is kept of it."""

        def new_number(reference: Reference, target: Target) -> str | None:
            if reference.whose not in {OWN, THIS}:
                return None
            named = reference.targets[0].attachment if reference.targets else None
            address = meant(self._act, replace(target, attachment=named), at, reference.whose)
            return None if address is None else self._number_of(short(address))

        return restated(text, self._act.lang, new_number)


class Renumbering:
    """Goes through an act: new numbers on its elements, new words in its texts."""

    def __init__(self, given: Numbers, change: Change) -> None:
        self._given, self._change = given, change

    def of(self, act: Act) -> Act:
        """The act with everything changed."""
        preamble = act.preamble
        if preamble is not None:
            place = Target(element="preamble")
            text = self._change(preamble.text, Text(place, Target(), preamble.text), place)
            preamble = replace(preamble, text=text)
        return replace(
            act,
            preamble=preamble,
            body=tuple(self._node(node, Target(), Target()) for node in act.body),
            attachments=tuple(self._attachment(one, act) for one in act.attachments),
        )

    def _attachment(self, attachment: Attachment, act: Act) -> Attachment:
        document = attachment_target(attachment)
        number = self._given.get(document, attachment.number)
        header = attachment.header
        if header and number != attachment.number and attachment.number and number:
            header = renumbered_header(header, attachment.number, number, act)
        body = tuple(self._node(node, document, document) for node in attachment.body)
        return replace(attachment, number=number, header=header, body=body)

    def _node(self, node: Node, above: Target, document: Target) -> Node:
        place = replace(above, **{node.kind: node.number}) if node.kind in NAMED else above
        own = self._given.get(short(place), node.number) if node.kind in NAMED else node.number

        def said(text: str) -> str:
            return self._change(text, Text(place, document, text), short(place))

        return replace(
            node,
            number=own,
            heading=said(node.heading) if node.heading else node.heading,
            text=said(node.text) if node.text else node.text,
            rows=tuple(tuple(_cell(cell, said) for cell in row) for row in node.rows),
            children=tuple(self._node(child, place, document) for child in node.children),
        )


def _cell(cell: Cell, said: Callable[[str], str]) -> Cell:
    return replace(cell, text=said(cell.text)) if cell.text else cell


def renumbered_header(header: str, old: str, new: str, act: Act) -> str:
    """The block in the corner with the number of its appendix exchanged."""
    named = [
        one for one in mentions(header, act.lang) if one.unit == "appendix" and old in one.numbers
    ]
    for one in reversed(named[-1:]):
        words = header[one.start : one.end].replace(old, new, 1)
        header = header[: one.start] + words + header[one.end :]
    return header
