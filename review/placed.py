"""The elements of an act as a tree in which every one knows its address."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from model import Act, Attachment, Node, Target
from model.act import Value
from model.tree import attachment_target, walk

_HOLDERS = frozenset({"section", "chapter", "paragraph"})


class Placed(Value, frozen=True):
    """An element with its address and those that stand in it; tables have no address."""

    target: Target
    node: Node
    inside: tuple[Placed, ...] = ()

    def of_kind(self, *kinds: str) -> list[Placed]:
        """What stands directly in it, of these kinds."""
        return [one for one in self.inside if one.node.kind in kinds]


def documents(act: Act) -> list[Placed]:
    """The act's own text, then each attachment, as one element each.

    The act's own text has the address of the act.
    """
    own = replace(act, attachments=())
    whole = Placed(Target(), Node("part", children=act.body), placed(own, act.body))
    return [whole, *(_attached(act, one) for one in act.attachments)]


def _attached(act: Act, attachment: Attachment) -> Placed:
    alone = replace(act, body=(), attachments=(attachment,))
    node = Node("part", heading=attachment.title, children=attachment.body, span=attachment.span)
    return Placed(attachment_target(attachment), node, placed(alone, attachment.body))


def placed(act: Act, nodes: tuple[Node, ...]) -> tuple[Placed, ...]:
    """The elements of a body, each with its address in the act."""
    return tuple(_placed(nodes, iter([target for target, _ in walk(act)])))


def _placed(nodes: tuple[Node, ...], addresses: Iterator[Target]) -> Iterator[Placed]:
    for node in nodes:
        if node.kind != "table":
            target = next(addresses)
            yield Placed(target, node, tuple(_placed(node.children, addresses)))
        else:
            for _ in _placed(node.children, addresses):  # what stands in a table has addresses too
                pass


def holders(document: Placed) -> list[Placed]:
    """Sections, chapters and paragraphs of a document, in their order."""
    return [one for one in _through(document) if one.node.kind in _HOLDERS]


def held(document: Placed) -> list[Placed]:
    """What stands in a document or in its chapters: clauses are numbered through all of them."""
    return [one for one in _through(document) if one.node.kind not in _HOLDERS]


def contents(one: Placed) -> list[Placed]:
    """What stands directly in an element, sections, chapters and paragraphs left out."""
    return [inner for inner in one.inside if inner.node.kind not in _HOLDERS]


def _through(document: Placed) -> Iterator[Placed]:
    for one in document.inside:
        yield one
        if one.node.kind in _HOLDERS:
            yield from _through(one)
