"""Addresses, traversal and replacement over an act; every change returns a new act."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

from msgspec.structs import replace

from model.act import Act, Attachment, Node, Target
from model.errors import AdistemeError

_NAMED = ("section", "chapter", "paragraph", "article", "clause", "subclause")
_COUNTED = ("part", "item")


class NoSuchElementError(AdistemeError):
    """An address that no element of the act has, or that more than one has."""

    template = "The act has %(found)s elements at the address %(target)s; exactly one is needed."


def walk(act: Act) -> Iterator[tuple[Target, Node]]:
    """Every element of the act with its address, in the order of the text.

    Tables have no address of their own and are passed over.
    """
    yield from _walk(act.body, Target())
    for attachment in act.attachments:
        yield from _walk(attachment.body, attachment_target(attachment))


def attachment_target(attachment: Attachment) -> Target:
    """The address of a whole attachment: a methodology by its kind, an appendix by its number."""
    if attachment.kind == "methodology":
        return Target(attachment="methodology")
    return Target(appendix=attachment.number or "")


def _walk(
    nodes: tuple[Node, ...], above: Target, own_text: int = 0
) -> Iterator[tuple[Target, Node]]:
    counters = {"part": count(1 + own_text), "item": count(1)}
    for node in nodes:
        target = _below(above, node, counters)
        if target is not None:
            yield target, node
        yield from _walk(node.children, target or above, int(node.text is not None))


def _below(above: Target, node: Node, counters: dict[str, count[int]]) -> Target | None:
    if node.kind in counters:
        return replace(above, **{node.kind: str(next(counters[node.kind]))})
    if node.kind == "table":
        return None
    return replace(above, **{node.kind: node.number})


def find(act: Act, target: Target) -> tuple[Node, ...]:
    """The elements at an address: none, one, or (in a misnumbered act) several.

    Chapters and the like may be left out of ``target``, since clauses are numbered through the
    whole act: clause 5 is found in whichever chapter it stands.
    """
    return tuple(node for address, node in walk(act) if _reaches(target, address))


def _reaches(target: Target, address: Target) -> bool:
    if _document(target) != _document(address):
        return False
    inner = [key for key in (*_NAMED, *_COUNTED) if getattr(target, key) is not None]
    deepest = [key for key in (*_NAMED, *_COUNTED) if getattr(address, key) is not None]
    return (
        bool(inner)
        and inner[-1:] == deepest[-1:]
        and all(getattr(target, key) == getattr(address, key) for key in inner)
        and all(key in inner for key in deepest if key in {"clause", "subclause", "part", "item"})
    )


def _document(target: Target) -> str | None:
    """The text that an address is in; an appendix of the methodology is a text of its own."""
    return target.attachment if target.appendix is None else target.appendix


def replaced(act: Act, target: Target, new: Node | None) -> Act:
    """The act with the element at ``target`` replaced, or taken out where ``new`` is ``None``.

    Raises:
        NoSuchElementError: the address names no element, or more than one.
    """
    nodes = list(walk(act))
    found = [place for place, (address, _) in enumerate(nodes) if _reaches(target, address)]
    if len(found) != 1:
        raise NoSuchElementError(found=len(found), target=target)
    old = nodes[found[0]][1]
    # One value may stand in several places of an act: only the one that is addressed changes.
    turn = sum(node is old for _, node in nodes[: found[0]])
    turns = count()
    return mapped(act, lambda node: new if node is old and next(turns) == turn else node)


def mapped(act: Act, change: Callable[[Node], Node | None]) -> Act:
    """The act with ``change`` applied to every element, children first; ``None`` takes one out."""
    attachments = tuple(
        replace(attachment, body=_mapped(attachment.body, change)) for attachment in act.attachments
    )
    return replace(act, body=_mapped(act.body, change), attachments=attachments)


def _mapped(nodes: tuple[Node, ...], change: Callable[[Node], Node | None]) -> tuple[Node, ...]:
    return tuple(new for node in nodes if (new := _map_one(node, change)) is not None)


def _map_one(node: Node, change: Callable[[Node], Node | None]) -> Node | None:
    children = _mapped(node.children, change)
    same = len(children) == len(node.children) and all(
        a is b for a, b in zip(children, node.children, strict=True)
    )
    return change(node if same else replace(node, children=children))
