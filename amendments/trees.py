"""Documents of an act and the exchange of one place in them.

The act's own body is the document ``OWN``; each attachment is a document by its index.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from model import NOWHERE, Act, Attachment, Cell, Node

OWN = -1
Path = tuple[int, ...]
Nodes = tuple[Node, ...]


def body_of(act: Act, document: int) -> Nodes:
    """The elements of a document."""
    return act.body if document == OWN else act.attachments[document].body


def with_body(act: Act, document: int, body: Nodes) -> Act:
    """The act with the elements of one document exchanged."""
    if document == OWN:
        return replace(act, body=body)
    return with_attachment(act, document, replace(act.attachments[document], body=body))


def with_attachment(act: Act, document: int, attachment: Attachment) -> Act:
    """The act with one attachment exchanged."""
    listed = list(act.attachments)
    listed[document] = attachment
    return replace(act, attachments=tuple(listed))


def node_at(act: Act, document: int, path: Path) -> Node:
    """The element at a path; a path has at least one step."""
    node = body_of(act, document)[path[0]]
    for step in path[1:]:
        node = node.children[step]
    return node


def children_at(act: Act, document: int, path: Path) -> Nodes:
    """What stands under the element at a path; the document's elements for an empty path."""
    return node_at(act, document, path).children if path else body_of(act, document)


def exchanged(act: Act, document: int, path: Path, new: Nodes) -> Act:
    """The act with the element at ``path`` replaced by ``new``: none, one or several elements."""
    return _spliced(act, document, path, 1, new)


def inserted(act: Act, document: int, path: Path, new: Nodes) -> Act:
    """The act with ``new`` put before the place ``path``, which may be one past the last."""
    return _spliced(act, document, path, 0, new)


def _spliced(act: Act, document: int, path: Path, taken: int, new: Nodes) -> Act:
    return with_body(act, document, _put(body_of(act, document), path, taken, new))


def _put(nodes: Nodes, path: Path, taken: int, new: Nodes) -> Nodes:
    first, *rest = path
    if not rest:
        return nodes[:first] + new + nodes[first + taken :]
    inner = _put(nodes[first].children, tuple(rest), taken, new)
    return (*nodes[:first], replace(nodes[first], children=inner), *nodes[first + 1 :])


def reworded(node: Node, change: Callable[[str], str]) -> Node:
    """The element with ``change`` applied to all its words, in the order of the text.

    Notes are about the norm, never the norm itself: they keep their words.
    """
    return replace(
        node,
        heading=change(node.heading) if node.heading else node.heading,
        text=change(node.text) if node.text else node.text,
        rows=tuple(tuple(_cell(cell, change) for cell in row) for row in node.rows),
        children=tuple(reworded(child, change) for child in node.children),
    )


def _cell(cell: Cell, change: Callable[[str], str]) -> Cell:
    return replace(cell, text=change(cell.text)) if cell.text else cell


def placeless(node: Node) -> Node:
    """The element without its places: new wording stands in another source than the act."""
    return replace(node, span=NOWHERE, children=tuple(map(placeless, node.children)))


def bare(node: Node) -> Node:
    """The element without notes, its own and those under it."""
    return replace(node, notes=(), children=tuple(map(bare, node.children)))
