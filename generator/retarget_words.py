"""The words of every element as the new agency says them: options, references, names, typing."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from generator.names import Renaming, capital, introduced
from generator.references import References
from generator.retarget_clauses import Structured
from generator.retarget_journal import Journal
from generator.retarget_norms import clauses_of, wording_for
from generator.retarget_references import forms_of, renumbered
from generator.retarget_roles import FORMS
from generator.retarget_style import mended, stopped, uniform_terms
from generator.retarget_variations import varied
from generator.wording import Wording
from lexicon.inflection import paradigm
from model import Act, Agency, Attachment, Cell, Lang, Node, Target
from model.tree import walk

_ENTRIES = frozenset({"subclause", "item"})
_LISTS = (":", ";", ",")


class Rewording:
    """One re-targeting's way with words; every exchange is noted with its place."""

    def __init__(
        self, built: Structured, agency: Agency, rename: Renaming, journal: Journal
    ) -> None:
        self.rename, self._journal = rename, journal
        terms = uniform_terms(_definitions(built.act), built.act.lang)
        self._uniform = Renaming(terms, built.act.lang, journal)
        self._built, self._agency = built, agency
        self._lang = built.act.lang
        self._wording: Wording = wording_for(agency, self._lang, References({}))
        self._places: Mapping[int, Target] = {id(node): at for at, node in walk(built.act)}
        self._added = {id(node) for node in built.added}

    def body(self, attachment: Attachment) -> tuple[Node, ...]:
        """The body of an attachment; a methodology's clauses get all that belongs to them."""
        if attachment.kind == "methodology":
            return self._nodes(attachment.body, lead="")
        return tuple(self.plain(node) for node in attachment.body)

    def plain(self, node: Node) -> Node:
        """The element with its names exchanged, and nothing else.

        Notes tell another act's history and are left out.
        """
        self._at(node)
        listed = node.kind in _ENTRIES
        return replace(
            node,
            heading=node.heading and self.rename(node.heading),
            text=node.text and self.rename(node.text, entry=listed),
            children=tuple(self.plain(child) for child in node.children),
            rows=self._rows(node),
            notes=(),
        )

    def _nodes(self, nodes: tuple[Node, ...], lead: str) -> tuple[Node, ...]:
        new: list[Node] = []
        for node in nodes:
            new.append(self._node(node, lead))
            lead = node.text or lead
        return tuple(new)

    def _node(self, node: Node, lead: str) -> Node:
        """One element; ``lead`` is the text before it, which tells whether it is a list entry."""
        if id(node) in self._added:
            return node
        self._at(node)
        listed = node.kind in _ENTRIES or (node.kind == "part" and lead.endswith(_LISTS))
        changed = replace(
            node,
            heading=node.heading and self.rename(node.heading),
            text=node.text and self._text(node.text, listed=listed),
            children=self._nodes(node.children, node.text or ""),
            rows=self._rows(node),
            notes=(),
        )
        return stopped(changed) if node.kind == "clause" else changed

    def _at(self, node: Node) -> None:
        if id(node) in self._places:
            self._journal.at(self._places[id(node)])

    def _text(self, text: str, *, listed: bool) -> str:
        text = mended(text, self._lang, self._journal)
        text = varied(text, self._agency, self._wording, self._journal)
        text = renumbered(text, self._built.numbers, self._lang, self._journal)
        if FORMS in self._agency.terms:
            term = self._agency.terms[FORMS].of(self._lang)
            text = forms_of(text, term, self._lang, self._journal)
        text = self._uniform(text, entry=listed)
        return without_empty_introductions(
            self.rename(text, entry=listed, introduce=True), self._agency, self._lang
        )

    def _rows(self, node: Node) -> tuple[tuple[Cell, ...], ...]:
        return tuple(tuple(self._cell(cell) for cell in row) for row in node.rows)

    def _cell(self, cell: Cell) -> Cell:
        return replace(cell, text=self.rename(cell.text, entry=True))


def without_empty_introductions(text: str, agency: Agency, lang: Lang) -> str:
    """The text without brackets that introduce a name for itself, once old names became one."""
    for role in agency.roles.__struct_fields__:
        name = getattr(agency.roles, role).of(lang)
        for form in dict.fromkeys(paradigm(name, lang).values()):
            for said in (form, capital(form)):
                text = text.replace(introduced(said, name, lang), said)
    return text


def _definitions(act: Act) -> list[str]:
    """The list entries of the clauses: among them are the definitions."""
    return [
        child.text
        for clause in clauses_of(act)
        for child in clause.children
        if child.kind == "subclause" and child.text
    ]
