"""The act in its other language, from the embedded clauses that say the same norms.

A draft for the translator: every clause of the source is there under its number, either in the
words of the embedded methodology or, where that has no such norm, marked to be translated.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from forms import appendices
from generator.embedded import embedded
from generator.options import Setting, options
from generator.outline import Chosen, chapters
from generator.references import References, appendix_numbers, references
from generator.retarget_clauses import present
from generator.retarget_norms import (
    Alignment,
    Norm,
    aligned,
    bag_of,
    best_pairs,
    everything,
    texts_of,
    wording_for,
)
from generator.retarget_untranslated import marked, untranslated
from generator.retarget_variations import told
from lexicon.units import say
from model import Act, Agency, Lang, Node, Span, Target
from model.act import Value
from parsers.findings import Findings, Ui
from review.authenticity import figures, listed

_LISTED = frozenset({"subclause", "item"})
_SAME_PART = 0.3  # likeness from which a clause is taken for a part of another norm


class Counterpart(Value, frozen=True):
    """The act in the other language; ``untranslated`` are the numbers of marked clauses."""

    act: Act
    untranslated: tuple[str, ...]


def counterpart(act: Act, agency: Agency, ui: Ui | None = None) -> Counterpart:
    """The act in the other language; ``act`` is the agency's own in the one that there is.

    Its decision is the embedded one, its methodology has the chapters and clauses of ``act``.
    What has no counterpart is marked in the text and named in the diagnostics, and so are a
    clause whose figures are not those of ``act`` and appendices that only one text has. The
    diagnostics are in the language ``ui``, without it in that of the draft.

    Raises:
        MissingWordsError, CannotInflectError: as ``embedded``.
    """
    other: Lang = "ru" if act.lang == "kk" else "kk"
    agency = replace(agency, options=_options(act, agency))
    frame = embedded(agency, other, appendices(other, agency))
    drafting = _Drafting(act, agency, other, Findings(ui or other))
    attachments = tuple(
        replace(one, body=drafting.body()) if one.kind == "methodology" else one
        for one in frame.attachments
    )
    made = replace(frame, attachments=attachments)
    drafting.compare_appendices(made)
    said = replace(made, diagnostics=drafting.findings.all())
    return Counterpart(said, tuple(drafting.untranslated))


def _options(act: Act, agency: Agency) -> dict[str, Setting]:
    """What the profile chooses, and otherwise what the text of the act follows."""
    read = {**present(act, agency), **told(act)}
    known = {
        name: value
        for name, value in read.items()
        if name in options() and options()[name].choice(value, agency.kind) is not None
    }
    return {**known, **agency.options}


class _Drafting:
    """One drafting of the other text: the alignment made, the words at hand."""

    def __init__(self, act: Act, agency: Agency, other: Lang, findings: Findings) -> None:
        self._alignment = aligned(act, agency)
        self._act, self._other = act, other
        numbers = _numbers(self._alignment, agency)
        self._said = wording_for(agency, other, numbers)
        self._source = wording_for(agency, act.lang, numbers)
        self._moved = self._moved_parts()
        self.findings = findings
        self.untranslated: list[str] = []

    def body(self) -> tuple[Node, ...]:
        """The chapters and clauses of the methodology, in the other language."""
        methodology = next(one for one in self._act.attachments if one.kind == "methodology")
        return tuple(self._element(node) for node in methodology.body)

    def _element(self, node: Node) -> Node:
        if node.kind == "clause":
            return self._clause(node)
        heading = node.heading and self._heading(node)
        children = tuple(self._element(child) for child in node.children)
        if node.text:
            node = replace(node, text=marked(node.text, self._other))
        return replace(node, heading=heading, children=children, notes=())

    def _heading(self, chapter: Node) -> str:
        """The heading of the embedded chapter that most clauses of this one belong to."""
        norms = [self._alignment.norm_of(child) for child in chapter.children]
        names = [norm.chapter for norm in norms if norm is not None]
        if not names:
            return marked(chapter.heading or "", self._other)
        return self._said.say(chapters()[max(names, key=names.count)].heading)

    def _clause(self, clause: Node) -> Node:
        norm = self._alignment.norm_of(clause)
        if id(clause) in self._moved:
            part = self._moved[id(clause)]
            return Node("clause", number=clause.number, text=self._text(part))
        if norm is None:
            self.untranslated.append(clause.number or "")
            self._say_untranslated(clause, Target(clause=clause.number or "?"))
            return untranslated(clause, self._other)
        made = Node(
            "clause",
            number=clause.number,
            text=self._text(norm.clause),
            children=self._children(clause, norm),
        )
        self._compare(clause, made)
        return made

    def _moved_parts(self) -> dict[int, Chosen]:
        """Clauses that the embedded methodology says as a part of another one, with that part.

        Only parts of the same chapter: a wrong translation is worse than none.
        """
        norms = {id(one): self._alignment.norm_of(one) for one in self._alignment.clauses}
        moved: dict[int, Chosen] = {}
        methodology = next(one for one in self._act.attachments if one.kind == "methodology")
        for chapter in methodology.body:
            clauses = [child for child in chapter.children if child.kind == "clause"]
            alone = [clause for clause in clauses if norms[id(clause)] is None]
            there = [norm for clause in clauses if (norm := norms[id(clause)]) is not None]
            parts = [
                child for norm in there for child in norm.clause.children if child.kind == "part"
            ]
            moved.update(self._paired(alone, parts))
        return moved

    def _paired(self, alone: list[Node], parts: list[Chosen]) -> Iterator[tuple[int, Chosen]]:
        own = [bag_of(" ".join(texts_of(clause))) for clause in alone]
        known = [bag_of(self._source.say(part.text)) for part in parts]
        pairs = best_pairs(own, known, enough=_SAME_PART)
        return ((id(alone[at]), parts[part]) for at, part in pairs.items())

    def _text(self, chosen: Chosen, mark: str = ".") -> str:
        said = self._said.say(chosen.text)
        return said if said.endswith((".", ":", ";")) else said + mark

    def _children(self, clause: Node, norm: Norm) -> tuple[Node, ...]:
        """What stands under a clause: a list as the source has it, parts as the norm has them."""
        entries = [child for child in clause.children if child.kind == "subclause"]
        listed_here = [child for child in norm.clause.children if child.kind == "subclause"]
        if not entries or not listed_here:
            moved = set(map(id, self._moved.values()))
            stay = tuple(part for part in norm.clause.children if id(part) not in moved)
            return tuple(self._nodes(stay))
        return self._entries(clause, entries, listed_here)

    def _nodes(self, chosen: tuple[Chosen, ...], after: str = ".") -> Iterator[Node]:
        """The elements in words; a list entry ends in ";", the last one in ``after``."""
        for place, one in enumerate(chosen, 1):
            following = chosen[place : place + 1]
            mark = (";" if following[0].kind in _LISTED else ".") if following else after
            below = tuple(self._nodes(one.children, mark if one.kind in _LISTED else "."))
            yield Node(one.kind, number=one.number, text=self._text(one, mark), children=below)

    def _entries(self, clause: Node, entries: list[Node], chosen: list[Chosen]) -> tuple[Node, ...]:
        """The list in the source's order: both texts have the same entries (article 24)."""
        own = [bag_of(" ".join(texts_of(entry))) for entry in entries]
        known = [bag_of(self._source.say(one.text)) for one in chosen]
        pairs = best_pairs(own, known)
        made = []
        for place, entry in enumerate(entries):
            mark = "." if place == len(entries) - 1 else ";"
            if place in pairs:
                one = chosen[pairs[place]]
                below = tuple(self._nodes(one.children, mark))
                text = self._text(one, mark)
                made.append(Node("subclause", number=entry.number, text=text, children=below))
            else:
                where = Target(clause=clause.number or "?", subclause=entry.number or "?")
                self._say_untranslated(entry, where)
                made.append(untranslated(entry, self._other))
        return tuple(made)

    def _say_untranslated(self, node: Node, place: Target) -> None:
        lang = self._other if self.findings.ui == "en" else self.findings.ui
        self.findings.say("to-translate", node.span, place=say(place, lang))

    def compare_appendices(self, made: Act) -> None:
        """Say which appendices only one of the two texts has (law "On legal acts", article 24)."""
        here, there = _appendices(self._act), _appendices(made)
        if here != there:
            said = {"here": listed(here - there), "there": listed(there - here)}
            self.findings.say("compare-appendices", Span(), **said)

    def _compare(self, clause: Node, made: Node) -> None:
        here = Counter(set(figures(" ".join(texts_of(clause)), self._act.lang)))
        there = Counter(set(figures(" ".join(texts_of(made)), self._other)))
        if here != there:
            self.findings.say(
                "compare-figures",
                clause.span,
                number=clause.number or "?",
                here=listed(here - there),
                there=listed(there - here),
            )


def _numbers(alignment: Alignment, agency: Agency) -> References:
    """The numbers that the norms have in this act; of one that it lacks, its embedded number."""
    chosen = references(everything(agency, {"body_approval": True})).numbers
    own = {norm.id: clause.number or "" for clause in alignment.clauses
           if (norm := alignment.norm_of(clause))}  # fmt: skip
    clauses: Mapping[str, str] = {**chosen["clause"], **own}
    return References({**chosen, "clause": clauses, "appendix": appendix_numbers()})


def _appendices(act: Act) -> Counter[str]:
    return Counter(one.number or "?" for one in act.attachments if one.kind != "methodology")
