"""An act beside its model, both in one language: which element of the one is which of the other.

A model is the act of the authorised body by which every local act is drawn up. A local act may
renumber, add and word otherwise; so elements are paired by their words before their numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from msgspec.structs import replace

from model import Act, AdistemeError, Lang, Target
from model.act import Value
from review.comparison import NUMBERED, UNNUMBERED
from review.pairing import Manner, Matched, numbered, unnumbered
from review.placed import Placed, contents, documents, holders
from review.retyping import one_by_one

_NOWHERE = "–"  # what stands for the number of an element that the model lacks
_LEAST = 0.25  # likeness below which two elements of one language are not one norm


class OtherLanguageError(AdistemeError):
    """An act and its model are in different languages."""

    template = (
        'The act is in "%(act)s" and the model act in "%(model)s". '
        "Expected: two texts in one language. Name the text of the model act in that language."
    )


class NoNormsError(AdistemeError):
    """What is given as a model carries no norms to compare with."""

    template = (
        "The model act approves no methodology and has no appendix. Expected: an act that "
        "carries the norms which others follow. Name that act."
    )


class Conformity(Value, frozen=True):
    """Everything of the act (first) with what it answers to in the model (second).

    ``documents`` are the methodology and the appendices; ``holders`` sections, chapters and
    paragraphs; ``elements`` clauses and what stands in them. What stands inside something that
    one text lacks is not listed. ``numbers`` tells under which number the model has an own clause
    or an appendix of the act, where they differ.
    """

    lang: Lang
    documents: tuple[Matched, ...]
    holders: tuple[Matched, ...]
    elements: tuple[Matched, ...]
    numbers: dict[str, str]

    def leads(self, kind: str, number: str) -> str:
        """Under which number the model has the element that a reference of the act leads to."""
        return self.numbers.get(f"{kind} {number}", number)


def conformity(act: Act, model: Act) -> Conformity:
    """The act put beside the model; their own clauses, title and preamble are not compared.

    Those decide and put into force; the norms stand in what the act approves.

    Raises:
        OtherLanguageError: they are in different languages.
        NoNormsError: the model approves nothing.
    """
    if act.lang != model.lang:
        raise OtherLanguageError(act=act.lang, model=model.lang)
    if not model.attachments:
        raise NoNormsError
    manner = Manner((act.lang, model.lang), _LEAST)
    wholes = tuple(_documents(act, model, manner))
    above: list[Matched] = []
    elements: list[Matched] = []
    for whole in wholes:
        if whole.first is not None and whole.second is not None:
            chapters = _holders(whole.first, whole.second, manner)
            within = list(_elements(whole.first, whole.second, chapters, manner))
            lone = _empty(chapters, within)
            above += chapters
            elements += [one for one in within if not _stands_in(one, lone)]
    return Conformity(act.lang, wholes, tuple(above), tuple(elements), _numbers(wholes, elements))


def _documents(act: Act, model: Act, manner: Manner) -> Iterator[Matched]:
    """The methodologies in their order, then the appendices by number and content."""
    first, second = documents(act)[1:], documents(model)[1:]
    mains = [[one for one in side if _is_main(one)] for side in (first, second)]
    yield from (Matched(one, other) for one, other in zip_longest(mains[0], mains[1]))
    forms = [[_as_numbered(one) for one in side if not _is_main(one)] for side in (first, second)]
    yield from numbered(forms[0], forms[1], manner)


def _is_main(one: Placed) -> bool:
    return one.target.attachment == "methodology"


def _as_numbered(appendix: Placed) -> Placed:
    node = replace(appendix.node, number=appendix.target.appendix or "")
    return replace(appendix, node=node)


def _holders(act: Placed, model: Placed, manner: Manner) -> list[Matched]:
    """Sections, then chapters, then paragraphs: a heading with all that stands under it."""
    found: list[Matched] = []
    for kind in ("section", "chapter", "paragraph"):
        sides = [[one for one in holders(side) if one.node.kind == kind] for side in (act, model)]
        found += numbered(sides[0], sides[1], manner)
    return found


def _is_pair(one: Matched) -> bool:
    return one.first is not None and one.second is not None


def _elements(
    act: Placed, model: Placed, chapters: list[Matched], manner: Manner
) -> Iterator[Matched]:
    """What stands under matched headings, then whatever is left, wherever it stands."""
    rooms = [(act, model)]
    rooms += [(one.first, one.second) for one in chapters if one.first and one.second]
    left: list[Matched] = []
    for first, second in rooms:
        found = list(_beside(contents(first), contents(second), manner))
        yield from _with_inside([one for one in found if _is_pair(one)], manner)
        left += [one for one in found if not _is_pair(one)]
    first_left = [one.first for one in left if one.first]
    second_left = [one.second for one in left if one.second]
    for one in chapters:
        first_left += contents(one.first) if one.first and not one.second else []
        second_left += contents(one.second) if one.second and not one.first else []
    yield from _with_inside(_beside(first_left, second_left, manner), manner)


def _beside(first: list[Placed], second: list[Placed], manner: Manner) -> Iterator[Matched]:
    for kinds, match in ((NUMBERED, numbered), (UNNUMBERED, unnumbered)):
        for kind in kinds:
            yield from match(
                [one for one in first if one.node.kind == kind],
                [one for one in second if one.node.kind == kind],
                manner,
            )


def _with_inside(pairs: Iterator[Matched] | list[Matched], manner: Manner) -> Iterator[Matched]:
    for one in pairs:
        if one.first is None or one.second is None:
            yield one
            continue
        inner = list(_beside(list(one.first.inside), list(one.second.inside), manner))
        host, entries = one_by_one(one, inner)
        yield host
        yield from _with_inside(entries, manner)


def _empty(chapters: list[Matched], within: list[Matched]) -> list[Matched]:
    """Headings that one text lacks with all that stands under them."""
    found = {id(side) for one in within if _is_pair(one) for side in (one.first, one.second)}
    return [
        one
        for one in chapters
        if not _is_pair(one) and not any(id(inner) in found for inner in contents(one.either))
    ]


def _stands_in(one: Matched, lone: list[Matched]) -> bool:
    inside = {id(inner) for heading in lone for inner in contents(heading.either)}
    return not _is_pair(one) and id(one.either) in inside


def _numbers(wholes: tuple[Matched, ...], elements: list[Matched]) -> dict[str, str]:
    """Under which numbers the model has what the act has under others.

    What the act adds under a number of the model leads nowhere there.
    """
    pairs = [*wholes, *elements]
    others = {_name(one.second) for one in pairs}
    found: dict[str, str] = {}
    for one in pairs:
        name = _name(one.first)
        if name and one.second is not None:
            found[name] = one.second.node.number or _NOWHERE
        elif name and name in others:
            found[name] = _NOWHERE
    return found


def _name(one: Placed | None) -> str | None:
    """How a reference names an element: "own clause 5"; ``None`` for what none leads to."""
    kind = _referred(one.target) if one else None
    return f"{kind} {one.node.number}" if one and kind else None


def _referred(target: Target) -> str | None:
    """What a reference calls the element: "own clause", "appendix"; ``None``: neither."""
    if target.appendix and target == Target(appendix=target.appendix):
        return "appendix"
    bare = replace(target, section=None, chapter=None, paragraph=None, clause=None)
    if target.clause and bare == Target(attachment="methodology"):
        return "own clause"
    return None
