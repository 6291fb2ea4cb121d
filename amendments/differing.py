"""Where two redactions of one text differ, by address: the check of a drafted amending act."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from amendments.trees import bare, placeless
from model import Act, Node, Target
from model.tree import attachment_target, walk

_INNER = ("part", "item")


def differing(one: Act, other: Act) -> tuple[Target, ...]:
    """The elements in which two redactions in one language differ; empty where the norms are one.

    Editorial notes, places in a source and the blocks over attachments are no norms.
    """
    texts, others = dict(_texts(one)), dict(_texts(other))
    found = (target for target in {**texts, **others} if texts.get(target) != others.get(target))
    order = [] if list(texts) == list(others) or set(texts) != set(others) else [Target()]
    return tuple(dict.fromkeys((*_smallest(list(found)), *order)))


def _texts(act: Act) -> Iterator[tuple[Target, list[object]]]:
    """What stands at each address: an element's own words, or all of a repeated number."""
    yield Target(element="title"), [act.title]
    yield Target(element="preamble"), [act.preamble.text if act.preamble else None]
    for attachment in act.attachments:
        tables = [_own(node) for node in attachment.body if node.kind == "table"]
        yield attachment_target(attachment), [attachment.title, *tables]
    found: dict[Target, list[object]] = {}
    for target, node in walk(act):
        found.setdefault(target, []).append(_own(node))
    yield from found.items()


def _own(node: Node) -> object:
    """The element's own words with its tables; what else stands under it has its own address."""
    tables = tuple(child for child in node.children if child.kind == "table")
    kinds = tuple(child.kind for child in node.children)
    return placeless(bare(replace(node, children=tables))), kinds


def _smallest(found: list[Target]) -> Iterator[Target]:
    """The addresses, a numbered element's own before those of the blocks in it."""
    taken: set[Target] = set()
    for target in found:
        host = replace(target, part=None, item=None)
        if any(getattr(target, key) for key in _INNER) and host in found:
            continue
        if target not in taken:
            taken.add(target)
            yield target
