"""Another agency's act made this agency's own: its clauses kept, its names and frame exchanged."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec.structs import replace

from forms import appendices
from generator.embedded import embedded, kind_of_decision
from generator.names import Renaming, act_words
from generator.retarget_bodies import NamesUnknownError
from generator.retarget_clauses import structured
from generator.retarget_journal import Journal, Substitution
from generator.retarget_operative import Sides, operative
from generator.retarget_roles import pairs_of
from generator.retarget_traces import Traces, say_traces
from generator.retarget_words import Rewording
from lexicon.formulas import search
from model import Act, Agency, Attachment, Preamble
from model.act import Value
from parsers.citations import citations_of
from parsers.crossrefs import own_references
from parsers.findings import Findings

__all__ = ["NamesUnknownError", "Retargeted", "retarget", "retargeted"]

Rename = Callable[[str], str]


class Retargeted(Value, frozen=True):
    """The agency's act, and every exchange of words that made it so."""

    act: Act
    substitutions: tuple[Substitution, ...]


def retarget(act: Act, agency: Agency, source_agency: Agency | None = None) -> Act:
    """The act as the agency would issue it, in the act's language.

    The act's own clauses stay; issuer, requisites, enacting word, repeals, signature and the
    approval block are the agency's. Names and roles are exchanged in every case form: those of
    ``source_agency``, and those that the act itself tells. What the profile chooses under
    ``options`` is brought in or taken out, and references follow the numbers. What was not
    recognised is named in the diagnostics.

    Raises:
        NamesUnknownError: the act does not tell its institution and no profile is given.
        CannotInflectError: a name of the profile cannot be put into the case that is needed.
    """
    return retargeted(act, agency, source_agency).act


def retargeted(act: Act, agency: Agency, source_agency: Agency | None = None) -> Retargeted:
    """``retarget`` together with the list of its substitutions.

    Raises:
        NamesUnknownError, CannotInflectError: as ``retarget``.
    """
    frame = embedded(agency, act.lang)
    journal, findings = Journal(), Findings(act.lang)
    pairs = pairs_of(act, agency, source_agency)
    every = [*act_words(act, kind_of_decision(agency)), *pairs]
    renaming = Renaming(every, act.lang, journal)
    built = structured(act, agency, journal)
    rewording = Rewording(built, agency, renaming, journal)
    attachments = tuple(_attachment(one, frame, rewording) for one in built.act.attachments)
    worded = replace(act, attachments=attachments)
    renamed = replace(
        frame,
        title=renaming(act.title or frame.title or ""),
        preamble=_preamble(act, frame, renaming),
        body=operative(Sides(act, frame, agency), rewording, journal),
        attachments=(*attachments, *_absent(worded, agency, findings)),
    )
    say_traces(Traces(act, renamed, frame, agency), every, findings)
    return Retargeted(replace(renamed, diagnostics=findings.all()), journal.all())


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


def _attachment(attachment: Attachment, frame: Act, rewording: Rewording) -> Attachment:
    methodology = next(one for one in frame.attachments if one.kind == "methodology")
    own_header = attachment.kind == "methodology" and attachment.header is not None
    rename = rewording.rename
    header = methodology.header if own_header else attachment.header and rename(attachment.header)
    return replace(
        attachment,
        title=attachment.title and rename(attachment.title),
        header=header,
        body=rewording.body(attachment),
        notes=(),
    )


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
