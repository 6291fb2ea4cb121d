"""References of a methodology to its own elements: which of them lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from lexicon.citing import references_in
from lexicon.owners import OWN
from model import Act, Attachment, Lang, Span, Target
from model.tree import attachment_target
from parsers.findings import Findings
from parsers.pointing import pointings, texts_of


def say_dangling(act: Act, findings: Findings) -> None:
    """Say once of every element of its own that the act names and lacks."""
    said: set[Target] = set()
    for one in pointings(act):
        for target in one.dangling:
            if target not in said:
                said.add(target)
                findings.say("dangling-reference", one.span, words=one.words, target=_said(target))


def _said(target: Target) -> str:
    """The address as its keys: "clause 19", "clause 2 subclause 4"."""
    keys = ("appendix",) if target.appendix is not None else _KEYS
    named = ((key, getattr(target, key)) for key in keys)
    return " ".join(f"{key} {number}".strip() for key, number in named if number is not None)


_KEYS = ("section", "chapter", "paragraph", "article", "clause", "subclause")


def own_references(attachment: Attachment, lang: Lang) -> Iterator[tuple[str, Target, Span]]:
    """References to own clauses and appendices: words, address, place of the element."""
    for one in texts_of(attachment.body, attachment_target(attachment)):
        for found in references_in(one.text, lang):
            if found.whose == OWN:
                words = one.text[found.start : found.end]
                for target in found.targets:
                    if target.clause or target.appendix:
                        yield words, replace(target, attachment="methodology"), one.span
