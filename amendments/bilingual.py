"""Whether both texts of an act say the same after they were amended.

Compared are elements and structure, never the type of an instruction: the Kazakh text may
exchange words where the Russian one adds some (law "On legal acts", article 24).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec.structs import replace

from amendments.outcomes import DONE, Result
from amendments.places import NAMED, elements
from amendments.trees import OWN
from lexicon.folding import key
from model import Act, Lang, Node, Target
from model.act import NodeKind, Value

Kind = Literal["missing", "structure", "changed-in-one"]
_SHAPE: tuple[NodeKind, ...] = ("part", "item", "subclause", "table")
_NUMBERED = (*NAMED, "appendix")


class Difference(Value, frozen=True):
    """One element in which the two texts differ.

    ``missing``: ``lang`` does not have it. ``structure``: ``kk`` and ``ru`` count what stands
    under it. ``changed-in-one``: only the text in ``lang`` was changed.
    """

    kind: Kind
    target: Target
    lang: Lang | None = None
    kk: str | None = None
    ru: str | None = None


def differences(
    kk: Act, ru: Act, changed: tuple[Iterable[Result], Iterable[Result]] = ((), ())
) -> tuple[Difference, ...]:
    """Where the two texts of one act differ, element by element in the order of the text.

    ``changed`` are the results that made them, Kazakh first: an element that was changed in one
    text alone is told, unless the instruction is on that text only.
    """
    found = [*_structure(kk, ru), *_one_sided(*changed)]
    return tuple(dict.fromkeys(found))


def _structure(kk: Act, ru: Act) -> Iterator[Difference]:
    texts: dict[Lang, dict[Target, list[Node]]] = {"kk": _named(kk), "ru": _named(ru)}
    for target, nodes in texts["kk"].items():
        others = texts["ru"].get(target, [])
        if len(others) < len(nodes):
            yield Difference("missing", target, "ru")
        for mine, other in zip(nodes, others, strict=False):
            if _shape(mine) != _shape(other):
                yield Difference("structure", target, None, _shape(mine), _shape(other))
    for target, nodes in texts["ru"].items():
        if len(texts["kk"].get(target, [])) < len(nodes):
            yield Difference("missing", target, "kk")


def _named(act: Act) -> dict[Target, list[Node]]:
    """The numbered elements and the attachments of an act, by address."""
    found: dict[Target, list[Node]] = {}
    for document in range(OWN, len(act.attachments)):
        for element in elements(act, document):
            if element.node.kind in NAMED:
                found.setdefault(_plain(element.target), []).append(element.node)
    for attachment in act.attachments:
        if attachment.number:
            whole = Node("section", children=attachment.body)
            found.setdefault(Target(appendix=key(attachment.number)), []).append(whole)
    return found


def _plain(target: Target) -> Target:
    """The address with its numbers as they are compared."""
    numbers = {name: key(getattr(target, name)) for name in _NUMBERED if getattr(target, name)}
    return replace(target, **numbers)


def _shape(node: Node) -> str:
    """What stands under an element, by kind: "subclause 3, part 1"; empty where nothing does."""
    counts = Counter(child.kind for child in node.children)
    said = [f"{kind} {counts[kind]}" for kind in _SHAPE if counts[kind]]
    return ", ".join(said) or ("–" if node.text or node.heading else "")


def _one_sided(kk: Iterable[Result], ru: Iterable[Result]) -> Iterator[Difference]:
    """Elements changed in one text only; an instruction for one text alone is no difference."""
    kazakh, russian = _changed(kk), _changed(ru)
    if not kazakh and not russian:
        return
    sides: tuple[tuple[Lang, dict[Target, bool], dict[Target, bool]], ...] = (
        ("kk", kazakh, russian),
        ("ru", russian, kazakh),
    )
    for lang, mine, others in sides:
        for target, alone in mine.items():
            if not alone and target not in others:
                yield Difference("changed-in-one", target, lang)


def _changed(results: Iterable[Result]) -> dict[Target, bool]:
    """The elements that were changed, with whether the instruction was for this text alone."""
    found: dict[Target, bool] = {}
    for result in results:
        if result.outcome in DONE:
            target = _clause(result.place)
            found[target] = found.get(target, True) and result.operation.only is not None
    return found


def _clause(place: Target) -> Target:
    """The clause or the larger element that the change is in: sentences differ by language."""
    outside = Target(attachment=place.attachment, appendix=place.appendix)
    if place.clause or place.article:
        return _plain(replace(outside, clause=place.clause, article=place.article))
    larger = replace(outside, section=place.section, chapter=place.chapter)
    return _plain(replace(larger, element=place.element))
