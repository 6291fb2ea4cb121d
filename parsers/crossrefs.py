"""References of a methodology to its own elements: which of them lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from lexicon.data import words
from lexicon.references import Mention, mentions, read_references
from model import Act, Attachment, Lang, Node, Span, Target
from model.tree import walk
from parsers.findings import Findings

_NEAR = 14  # characters between the words of one reference: "к настоящей "


def say_dangling(act: Act, findings: Findings) -> None:
    """Say once of every own clause or appendix that the methodology names and the act lacks."""
    there = _numbers(act)
    said: set[Target] = set()
    for attachment in act.attachments:
        if attachment.kind == "methodology":
            for phrase, target, span in own_references(attachment, act.lang):
                if _key(target) not in there and target not in said:
                    said.add(target)
                    findings.say("dangling-reference", span, words=phrase, target=_said(target))


def _numbers(act: Act) -> set[tuple[str, str]]:
    clauses = {("clause", node.number or "") for _, node in walk(act) if node.kind == "clause"}
    return clauses | {("appendix", one.number or "") for one in act.attachments}


def _key(target: Target) -> tuple[str, str]:
    return ("appendix", target.appendix) if target.appendix else ("clause", target.clause or "")


def _said(target: Target) -> str:
    return " ".join(_key(target))


def own_references(attachment: Attachment, lang: Lang) -> Iterator[tuple[str, Target, Span]]:
    """References to own clauses and appendices: words, address, place of the element."""
    for node in _all(attachment.body):
        if node.text and any(name in node.text for name in _own_names(lang)):
            for words, target in _references_in(node.text, lang):
                yield words, target, node.span


@lru_cache(maxsize=1024)  # one text is asked after each of the operations on an act
def _references_in(text: str, lang: Lang) -> tuple[tuple[str, Target], ...]:
    stretches = (text[start:end] for start, end in _stretches(text, lang))
    return tuple(
        (words, target)
        for words in stretches
        for target in read_references(words, lang)
        if target.attachment and (target.clause or target.appendix)
    )


def _stretches(text: str, lang: Lang) -> Iterator[tuple[int, int]]:
    """Runs of unit words close together that belong to the methodology's own name."""
    run: list[Mention] = []
    for mention in mentions(text, lang):
        if run and mention.start - run[-1].end > _NEAR:
            yield from _stretch(run, text, lang)
            run = []
        run.append(mention)
    yield from _stretch(run, text, lang)


@cache
def _own_names(lang: Lang) -> tuple[str, ...]:
    """How a methodology's own name begins: the words of an attachment with a capital."""
    return tuple(stem.capitalize() for stem in words("references")[lang]["attachment"])


def _stretch(run: list[Mention], text: str, lang: Lang) -> Iterator[tuple[int, int]]:
    """The run as a place in the text; another methodology's units ("Үлгілік …") are not own."""
    named = [mention for mention in run if mention.unit == "attachment"]
    if not named or len(run) == len(named):
        return
    first, last = (named[0], run[-1]) if lang == "kk" else (run[0], named[-1])
    if text[named[0].start].isupper() and not _is_other(text[: named[0].start]):
        yield first.start, last.end


def _is_other(before: str) -> bool:
    """A capitalised word right before the name makes it the name of another document."""
    last = before.split()[-1:] or [""]
    return last[0][:1].isupper() and len(before.split()) > 1


def _all(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _all(node.children)
