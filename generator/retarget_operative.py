"""The operative clauses of the decision: the source's own, with what is the agency's own affair."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from generator.embedded import kind_of_decision
from generator.retarget_journal import Journal
from generator.retarget_norms import texts_of
from generator.retarget_words import Rewording
from lexicon.formulas import search
from model import Act, Agency, Lang, Node, Target

# The options that decide on a whole operative clause, and by what formula the clause is known.
_CHOSEN = {"publication": "clause/publication", "control": "clause/control"}
_FIRST_PERSON = "clause/control-self"


class Sides(msgspec.Struct, frozen=True):
    """The source, the agency's own embedded decision, and the agency."""

    source: Act
    frame: Act
    agency: Agency

    @property
    def lang(self) -> Lang:
        """The language of both acts."""
        return self.source.lang


def operative(sides: Sides, rewording: Rewording, journal: Journal) -> tuple[Node, ...]:
    """The clauses of the decision, renumbered.

    The agency's repeals stand in the place of the source's own. A calendar day of commencement is
    the other act's own: the agency's clause takes its place. So does what the profile chooses
    under ``publication`` and ``control``, and a control that the source keeps in the first person
    where a body decides and nobody says "I".
    """
    body = [
        sides.frame.body[-1] if _says("clause/effect-date", node, sides.lang) else node
        for node in sides.source.body
        if node.kind == "clause"
    ]
    for option, formula in _CHOSEN.items():
        if _is_decided(option, body, sides):
            body = _as_chosen(body, formula, sides, journal)
    own = {id(node) for node in sides.frame.body}
    kept = (
        node if id(node) in own else rewording.plain(node) for node in _with_repeals(body, sides)
    )
    return tuple(replace(node, number=str(number)) for number, node in enumerate(kept, 1))


def _says(formula: str, clause: Node, lang: Lang) -> bool:
    return search(formula, clause.text or "", lang) is not None


def _is_decided(option: str, body: list[Node], sides: Sides) -> bool:
    """Whether the agency's own clause, or none, stands instead of the source's."""
    if option in sides.agency.options:
        return True
    by_body = kind_of_decision(sides.agency).spoken_by == "body"
    return by_body and any(
        _says(_CHOSEN[option], node, sides.lang) and _says(_FIRST_PERSON, node, sides.lang)
        for node in body
    )


def _as_chosen(body: list[Node], formula: str, sides: Sides, journal: Journal) -> list[Node]:
    """The clauses with the agency's own of this kind in the place of the source's."""
    ours = [node for node in sides.frame.body if _says(formula, node, sides.lang)]
    theirs = [node for node in body if _says(formula, node, sides.lang)]
    place = body.index(theirs[0]) if theirs else max(len(body) - 1, 0)
    journal.at(Target(clause=body[place].number if body else None))
    old, new = (
        "\n".join(text for node in nodes for text in texts_of(node)) for nodes in (theirs, ours)
    )
    if old != new:
        journal.write("option" if old and new else "inserted" if new else "removed", old, new)
    others = [node for node in body[place:] if not any(node is one for one in theirs)]
    return [*body[:place], *ours, *others]


def _with_repeals(body: list[Node], sides: Sides) -> Iterator[Node]:
    """The clauses with the agency's repeals, where the source has its own or behind the first."""
    repeals = [node for node in sides.frame.body if _says("clause/repeal", node, sides.lang)]
    theirs = [_says("clause/repeal", clause, sides.lang) for clause in body]
    place = theirs.index(True) if True in theirs else 0
    for at, clause in enumerate(body):
        if not theirs[at]:
            yield clause
        if at == place:
            yield from repeals
