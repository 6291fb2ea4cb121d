"""The act in its other language, from the embedded clauses that say the same norms.

A draft for the translator: every clause of the source is there under its number, either in the
words of the embedded methodology or, where that has no such norm, marked to be translated.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import count, islice

from msgspec.structs import replace

from forms import appendices
from generator.embedded import embedded
from generator.options import Setting, options
from generator.outline import chapters
from generator.references import References, appendix_numbers, references
from generator.retarget_clauses import present
from generator.retarget_decision import Decision, decision
from generator.retarget_drafted import Drafted, drafted
from generator.retarget_norms import Alignment, aligned, belonging, everything, wording_for
from generator.retarget_pieces import elements, holds_clauses, pieces, targets_of
from generator.retarget_saying import Saying
from generator.retarget_untranslated import bare, marked, untranslated
from generator.retarget_variations import told
from lexicon.units import say
from model import Act, Agency, Attachment, Lang, Node, Span, Target
from model.act import Value
from parsers.findings import Findings, Ui
from review.authenticity import listed


class Counterpart(Value, frozen=True):
    """The act in the other language; ``untranslated`` are the numbers of marked clauses."""

    act: Act
    untranslated: tuple[str, ...]


def counterpart(act: Act, agency: Agency, ui: Ui | None = None) -> Counterpart:
    """The act in the other language; ``act`` is the agency's own in the one that there is.

    Its decision and its methodology have the clauses of ``act``, element by element, in the words
    of the embedded ones. A sentence that no embedded one says is marked in the text and named in
    the diagnostics, and so are a clause whose figures are not those of ``act`` and appendices
    that only one text has. No figure of ``act`` is left out: it is said, or stands in a mark. The
    diagnostics are in the language ``ui``, without it in that of the draft.

    Raises:
        MissingWordsError, CannotInflectError: as ``embedded``.
    """
    other = _other(act)
    agency = replace(agency, options=_options(act, agency))
    frame = embedded(agency, other, appendices(other, agency))
    drafting = _Drafting(act, agency, Findings(ui or other))
    bodies = (drafting.body(one) for one in act.attachments if one.kind == "methodology")
    attachments = tuple(
        replace(one, body=next(bodies, ())) if one.kind == "methodology" else one
        for one in frame.attachments
    )
    own = decision(act, agency, frame)
    drafting.say_decision(own)
    made = replace(frame, preamble=own.preamble, body=own.body, attachments=attachments)
    _say_appendices(act, made, drafting.findings)
    said = replace(made, diagnostics=drafting.findings.all())
    return Counterpart(said, tuple(drafting.untranslated))


def _other(act: Act) -> Lang:
    return "ru" if act.lang == "kk" else "kk"


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
    """One drafting of the other text: what says what is known, the findings at hand."""

    def __init__(self, act: Act, agency: Agency, findings: Findings) -> None:
        self._langs = langs = (act.lang, _other(act))
        self._alignment = aligned(act, agency)
        numbers = _numbers(self._alignment, agency)
        source, self._said = (wording_for(agency, lang, numbers) for lang in langs)
        known = pieces(self._alignment, source, self._said)
        self._saying = Saying(self._alignment, known, act.lang)
        self._clauses = count()
        self.findings = findings
        self.untranslated: list[str] = []

    def body(self, methodology: Attachment) -> tuple[Node, ...]:
        """The chapters and clauses of a methodology, in the other language."""
        places = targets_of(methodology)
        return tuple(self._element(node, places) for node in methodology.body)

    def _element(self, node: Node, places: Iterator[Target]) -> Node:
        if node.kind == "clause":
            return self._clause(node, next(self._clauses), places)
        if not holds_clauses(node):
            self._say_untranslated(node, _taken(places, node)[0])
            return untranslated(node, self._langs[1])
        where = next(places)
        heading = node.heading and self._heading(node, where)
        if node.text:
            self._say_untranslated(node, where)
        children = tuple(self._element(child, places) for child in node.children)
        text = node.text and marked(node.text, self._langs[1])
        return replace(bare(node, self._langs[1]), heading=heading, text=text, children=children)

    def _heading(self, above: Node, where: Target) -> str:
        """The heading of the embedded chapter that most clauses of this one belong to."""
        clauses = {id(one) for one in elements(above) if one.kind == "clause"}
        norms = [
            self._alignment.norms[self._alignment.found[place]]
            for place, clause in enumerate(self._alignment.clauses)
            if id(clause) in clauses and place in self._alignment.found
        ]
        names = [norm.chapter for norm in norms]
        if not any(sign.isalpha() for sign in above.heading or ""):
            return above.heading or ""
        if not names or above.kind != "chapter":
            self._say_untranslated(above, where)
            return marked(above.heading or "", self._langs[1])
        return self._said.say(chapters()[max(names, key=names.count)].heading)

    def _clause(self, clause: Node, place: int, places: Iterator[Target]) -> Node:
        where = _taken(places, clause)
        made = drafted(clause, place, self._saying, self._langs)
        if made is None:
            self.untranslated.append(clause.number or "")
            self._say_untranslated(clause, where[0])
            return untranslated(clause, self._langs[1])
        for target in dict.fromkeys(where[at] for at in made.marked):
            self._say_untranslated(clause, target)
        if made.lost or made.added:
            self._say_figures(clause, made)
        return made.clause

    def _say_figures(self, clause: Node, made: Drafted) -> None:
        said = {"here": ", ".join(made.lost) or "–", "there": ", ".join(made.added) or "–"}
        self.findings.say("compare-figures", clause.span, number=clause.number or "?", **said)

    def _say_untranslated(self, node: Node, place: Target) -> None:
        words = say(_shortest(place), self._ui())
        self.findings.say("to-translate", node.span, place=words)

    def say_decision(self, own: Decision) -> None:
        """Say what of the act itself is left to be translated."""
        for node, place in own.marked:
            words = say(place, self._ui())
            self.findings.say("to-translate-decision", node.span if node else Span(), place=words)

    def _ui(self) -> Lang:
        """The language of addresses: there are none in English."""
        return self._langs[1] if self.findings.ui == "en" else self.findings.ui


def _taken(places: Iterator[Target], node: Node) -> list[Target]:
    """The addresses of the element and of all that stands under it."""
    return list(islice(places, sum(1 for _ in elements(node))))


def _shortest(place: Target) -> Target:
    """The address without what stands above a clause: clauses are numbered through the act."""
    above = ("attachment", "section", "chapter", "paragraph", "article")
    inner = (
        replace(place, **dict.fromkeys(above)) if place.clause else replace(place, attachment=None)
    )
    return place if inner == Target() else inner


def _say_appendices(act: Act, made: Act, findings: Findings) -> None:
    """Say which appendices only one of the two texts has (law "On legal acts", article 24)."""
    here, there = _appendices(act), _appendices(made)
    if here != there:
        said = {"here": listed(here - there), "there": listed(there - here)}
        findings.say("compare-appendices", Span(), **said)


def _appendices(act: Act) -> Counter[str]:
    return Counter(one.number or "?" for one in act.attachments if one.kind != "methodology")


def _numbers(alignment: Alignment, agency: Agency) -> References:
    """The numbers that the norms have in this act; of one that it lacks, its embedded number."""
    every = references(everything(agency, {"body_approval": True})).numbers
    chosen = references(everything(agency, {})).numbers
    own = {
        alignment.norms[norm].id: alignment.clauses[place].number or ""
        for place, norms in belonging(alignment).items()
        for norm in norms
    }
    clauses: Mapping[str, str] = {**every["clause"], **chosen["clause"], **own}
    return References({**chosen, "clause": clauses, "appendix": appendix_numbers()})
