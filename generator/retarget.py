"""Another agency's act made this agency's own: its clauses kept, its names and frame exchanged."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec.structs import replace

from forms import appendices
from generator.embedded import embedded, kind_of_decision
from generator.names import Renaming, act_words, left_over, pairs_of
from lexicon.formulas import search
from model import Act, Agency, Attachment, Cell, Node, Preamble
from model.tree import walk
from parsers.citations import citations_of
from parsers.crossrefs import own_references
from parsers.findings import Findings

Rename = Callable[[str], str]


def retarget(act: Act, agency: Agency, source_agency: Agency | None = None) -> Act:
    """The act as the agency would issue it, in the act's language.

    The act's own clauses stay; issuer, requisites, enacting word, repeals, signature and the
    approval block are the agency's. Names and roles are exchanged in every case form: those of
    ``source_agency``, or, without it, those that the act itself tells. What was not recognised
    is named in the diagnostics.

    Raises:
        NamesUnknownError: the act does not tell its institution and no profile is given.
        CannotInflectError: a name of the profile cannot be put into the case that is needed.
    """
    frame = embedded(agency, act.lang)
    pairs = pairs_of(act, agency, source_agency)
    renaming = Renaming([*act_words(act, kind_of_decision(agency)), *pairs], act.lang)
    findings = Findings(act.lang)
    attachments = tuple(_attachment(one, frame, renaming) for one in act.attachments)
    renamed = replace(
        frame,
        title=renaming(act.title or frame.title or ""),
        preamble=_preamble(act, frame, renaming),
        body=_body(act, frame, renaming),
        attachments=(*attachments, *_absent(act, agency, findings)),
    )
    for words in dict.fromkeys(left_over(_words(renamed), _words(frame), pairs)):
        findings.say("left-over-name", renamed.body[0].span, words=words)
    return replace(renamed, diagnostics=findings.all())


def _words(act: Act) -> str:
    """All running words of an act, titles included."""
    preamble = act.preamble.text if act.preamble else None
    titles = [act.title, preamble, *(one.title for one in act.attachments)]
    texts = [f"{node.heading or ''} {node.text or ''}" for _, node in walk(act)]
    return "\n".join([*(title for title in titles if title), *texts])


def _preamble(act: Act, frame: Act, rename: Rename) -> Preamble | None:
    """The act's legal bases with the agency's own ending: who decides, and the enacting word."""
    if act.preamble is None or frame.preamble is None:
        return frame.preamble
    ending = _ending(frame.preamble)
    bases = act.preamble.text[: _bases_end(act.preamble)]
    if not bases:
        closer = search("basis/closer", ending, act.lang)
        ending = ending[closer.end :].lstrip() if closer and act.lang == "kk" else ending.lstrip()
    text = rename(bases) + ending
    enacting = frame.preamble.enacting or ""
    return Preamble(text, enacting, citations_of(text[: text.rindex(enacting)], act.lang))


def _bases_end(preamble: Preamble) -> int:
    if not preamble.citations:
        return 0
    last = preamble.citations[-1].text
    return preamble.text.rindex(last) + len(last)


def _ending(preamble: Preamble) -> str:
    return preamble.text[_bases_end(preamble) :]


def _body(act: Act, frame: Act, rename: Rename) -> tuple[Node, ...]:
    """The operative clauses, with the agency's repeals in the place of the act's own.

    A calendar day of commencement is the other act's own: the agency's clause takes its place.
    """
    effect = frame.body[-1]
    own = [
        effect if search("clause/effect-date", node.text or "", act.lang) else node
        for node in act.body
        if node.kind == "clause"
    ]
    repeals = [node for node in frame.body if _repeals(node, frame)]
    kept: list[Node] = []
    for place, clause in enumerate(own):
        if _repeals(clause, act):
            kept.extend(repeals)
            repeals = []
            continue
        kept.append(_renamed(clause, rename))
        last_of_none = place == 0 and not any(_repeals(other, act) for other in own)
        if last_of_none:
            kept.extend(repeals)
    return tuple(replace(node, number=str(number)) for number, node in enumerate(kept, 1))


def _repeals(clause: Node, act: Act) -> bool:
    return search("clause/repeal", clause.text or "", act.lang) is not None


def _attachment(attachment: Attachment, frame: Act, rename: Rename) -> Attachment:
    methodology = next(one for one in frame.attachments if one.kind == "methodology")
    own_header = attachment.kind == "methodology" and attachment.header is not None
    header = methodology.header if own_header else attachment.header and rename(attachment.header)
    return replace(
        attachment,
        title=attachment.title and rename(attachment.title),
        header=header,
        body=tuple(_renamed(node, rename) for node in attachment.body),
        notes=(),
    )


def _renamed(node: Node, rename: Rename) -> Node:
    """The element with its words renamed; notes tell another act's history and are left out."""
    return replace(
        node,
        heading=node.heading and rename(node.heading),
        text=node.text and rename(node.text),
        children=tuple(_renamed(child, rename) for child in node.children),
        rows=tuple(tuple(_cell(cell, rename) for cell in row) for row in node.rows),
        notes=(),
    )


def _cell(cell: Cell, rename: Rename) -> Cell:
    return replace(cell, text=rename(cell.text))


def _absent(act: Act, agency: Agency, findings: Findings) -> Iterator[Attachment]:
    """The embedded forms for the appendices that the methodology names and the source lacks."""
    there = {one.number for one in act.attachments}
    wanted = dict.fromkeys(number for number in _named_appendices(act) if number not in there)
    known = {form.number: form for form in appendices(act.lang, agency)}
    for number in sorted(wanted, key=_order):
        if number in known:
            findings.say("added-form", act.attachments[0].span, number=number)
            yield known[number]


def _named_appendices(act: Act) -> Iterator[str]:
    for attachment in act.attachments:
        for _, target, _ in own_references(attachment, act.lang):
            if target.appendix:
                yield target.appendix


def _order(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", number))
