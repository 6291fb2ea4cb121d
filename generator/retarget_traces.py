"""What still tells of the old agency after re-targeting: never silent, always with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from generator.names import Pair
from lexicon.data import ROOT, load
from lexicon.folding import small
from model import Act, Agency, Lang, Node, Target
from model.act import Value
from model.agency import AgencyKind
from model.tree import walk
from parsers.findings import Findings

Stems = dict[AgencyKind, dict[Lang, tuple[str, ...]]]


class Traces(Value, frozen=True):
    """Where to look: the source, the new act, what the agency would say of its own, whose it is."""

    old: Act
    new: Act
    frame: Act
    agency: Agency


def say_traces(where: Traces, pairs: Iterable[Pair], findings: Findings) -> None:
    """Say of every word of the old agency that stands in the new act."""
    for words in left_over(words_of(where.new), words_of(where.frame), pairs):
        findings.say("left-over-name", where.new.body[0].span, words=words)
    for target, node, words in _of_other_kind(where):
        findings.say("left-over-kind", node.span, words=words, place=_address(target))


def words_of(act: Act) -> str:
    """All running words of an act, titles included."""
    preamble = act.preamble.text if act.preamble else None
    titles = [act.title, preamble, *(one.title for one in act.attachments)]
    texts = [f"{node.heading or ''} {node.text or ''}" for _, node in walk(act)]
    return "\n".join([*(title for title in titles if title), *texts])


def left_over(text: str, frame: str, pairs: Iterable[Pair]) -> list[str]:
    """Proper words of the old names that still stand in ``text``.

    Words that the agency's own frame uses too (the Republic's name, a shared region) are no trace.
    """
    old = {word for pair in pairs if pair.why == "name" for word in _proper(pair.old)}
    return sorted(old & _proper(text) - _proper(frame))


def _proper(text: str) -> set[str]:
    """The capitalised words of a text."""
    return {word for word in re.findall(r"[^\W\d_]{2,}", text) if word[0].isupper()}


def _of_other_kind(where: Traces) -> Iterator[tuple[Target, Node, str]]:
    """The elements that still speak of the kind of body that issued the source."""
    lang, own = where.old.lang, small(words_of(where.frame))
    others = [kind for kind in kinds_of(where.old) if kind != where.agency.kind]
    stems = [stem for kind in others for stem in _stems(kind, lang)]
    stems = [stem for stem in stems if stem not in own]
    if not stems:
        return
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(stem)}\w*" for stem in stems))
    for target, node in walk(where.new):
        found = pattern.search(small(f"{node.heading or ''} {node.text or ''}"))
        if found:
            yield target, node, found[0]


def kinds_of(act: Act) -> Iterator[AgencyKind]:
    """The kinds of body whose words the name of the act's issuer has, its own kind first.

    In Kazakh the body's own noun ends its name, in Russian it begins it: a committee of a ministry
    is a committee.
    """
    issuer = small(act.issuer or "")
    places = {
        kind: max(issuer.rfind(stem) if act.lang == "kk" else -issuer.find(stem) for stem in found)
        for kind in _bodies()
        if (found := [stem for stem in _stems(kind, act.lang) if stem in issuer])
    }
    yield from sorted(places, key=places.__getitem__, reverse=True)


def _stems(kind: AgencyKind, lang: Lang) -> tuple[str, ...]:
    return tuple(small(stem) for stem in _bodies()[kind][lang])


@cache
def _bodies() -> Stems:
    return load(ROOT / "terms" / "bodies.yaml", Stems)


def _address(target: Target) -> str:
    """The address as the list of substitutions gives it, shortly: "clause 5 subclause 2"."""
    keys = ("appendix", "chapter", "clause", "subclause", "part")
    named = [(key, getattr(target, key)) for key in keys]
    return ", ".join(f"{key} {value}" for key, value in named if value)
