"""Where in an act the target of an operation stands: no place, one, or several.

Nothing is guessed: two elements that fit are two places, and the caller says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Literal

import msgspec
from msgspec.structs import replace

from amendments.counting import Counting, fitting, lines_under
from amendments.grids import rows_named, spots_named, tables_under
from amendments.sentences import sentence_numbers
from amendments.trees import OWN, Path, body_of, children_at, node_at
from lexicon.folding import key
from model import Act, Attachment, Node, Target

NAMED = ("section", "chapter", "paragraph", "article", "clause", "subclause")
_OWNERS = frozenset({"clause", "subclause"})
Facet = Literal["text", "heading", "title", "preamble", "row", "cell", "column", "sentence"]


class Place(msgspec.Struct, frozen=True):
    """One place of an act: an element, a document as a whole (empty ``path``), or a side of it.

    ``facet`` is ``None`` for the whole. ``row`` and ``cell`` are indices into a table's rows,
    ``column`` a column of its grid, ``sentence`` the index of a sentence.
    """

    document: int
    path: Path
    target: Target
    facet: Facet | None = None
    row: int = 0
    cell: int = 0
    column: int = 0
    sentence: int = 0


class Element(msgspec.Struct, frozen=True):
    """An element with its full address and its path."""

    target: Target
    path: Path
    node: Node


def elements(act: Act, document: int) -> Iterator[Element]:
    """Every addressed element of a document, in the order of the text."""
    yield from _elements(body_of(act, document), document_target(act, document), (), 0)


def _elements(
    nodes: tuple[Node, ...], above: Target, path: Path, own_text: int
) -> Iterator[Element]:
    counters = {"part": count(1 + own_text), "item": count(1)}
    for place, node in enumerate(nodes):
        target = above
        if node.kind != "table":
            counter = counters.get(node.kind)
            number = node.number if counter is None else str(next(counter))
            target = replace(above, **{node.kind: number})
            yield Element(target, (*path, place), node)
        yield from _elements(node.children, target, (*path, place), int(node.text is not None))


def document_target(act: Act, document: int) -> Target:
    """The address of a document as a whole."""
    if document == OWN:
        return Target()
    attachment = act.attachments[document]
    if attachment.kind == "methodology":
        return Target(attachment="methodology")
    number = attachment.number or ""
    above = "methodology" if _hangs_on_methodology(act, document) else None
    return Target(attachment=above, appendix=number)


def _hangs_on_methodology(act: Act, document: int) -> bool:
    """Forms hang on the methodology that they follow."""
    return any(one.kind == "methodology" for one in act.attachments[:document])


def documents(act: Act, target: Target) -> list[int]:
    """The documents that a target may mean."""
    if target.appendix is not None:
        return _appendices(act, target.appendix)
    if target.attachment is None:
        return [OWN]
    kinds = {"methodology": {"methodology"}, "rules": {"appendix"}}
    wanted = kinds.get(target.attachment, {target.attachment})
    return [place for place, one in enumerate(act.attachments) if one.kind in wanted]


def _appendices(act: Act, number: str) -> list[int]:
    """Appendices with the number; without one, the only appendix there is."""
    listed = [(place, one) for place, one in enumerate(act.attachments) if _is_appendix(one)]
    found = [place for place, one in listed if key(one.number or "") == key(number)]
    if not found and len(listed) == 1 and (not number or not listed[0][1].number):
        return [listed[0][0]]
    return found


def _is_appendix(attachment: Attachment) -> bool:
    return attachment.kind != "methodology"


def find_places(act: Act, target: Target, counting: Counting) -> list[Place]:
    """The places that ``target`` may mean."""
    found = [
        place
        for document in documents(act, target)
        for outer in _outer(act, document, target)
        for place in _inner(act, outer, target, counting)
    ]
    return [narrow for place in found for narrow in _narrowed(act, place, target)]


def _outer(act: Act, document: int, target: Target) -> list[Place]:
    """The numbered elements that the target names; the document where it names none."""
    if not _named(target):
        return [Place(document, (), document_target(act, document))]
    kind = _named(target)[-1]
    number = key(getattr(target, kind))
    candidates = (
        Element(address_at(act, document, path), path, node)
        for path, node in _all(body_of(act, document), ())
        if node.kind == kind and key(node.number or "") == number
    )
    return [
        Place(document, element.path, element.target)
        for element in candidates
        if reaches(target, element)
    ]


def address_at(act: Act, document: int, path: Path) -> Target:
    """The full address of the element at a path; of the document, for an empty one."""
    target = document_target(act, document)
    siblings, own_text = body_of(act, document), 0
    for step in path:
        node = siblings[step]
        if node.kind in {"part", "item"}:
            before = sum(one.kind == node.kind for one in siblings[: step + 1])
            target = replace(target, **{node.kind: str(before + own_text * (node.kind == "part"))})
        elif node.kind != "table":
            target = replace(target, **{node.kind: node.number})
        siblings, own_text = node.children, int(node.text is not None)
    return target


def _named(target: Target) -> list[str]:
    return [name for name in NAMED if getattr(target, name) is not None]


def reaches(target: Target, element: Element) -> bool:
    """Whether the numbered units of a target lead to the element.

    What is numbered through the whole act need not be placed: clause 5 is found in any chapter.
    """
    named = _named(target)
    if not named or element.node.kind != named[-1] or not _same(target, element.target, named):
        return False
    return all(getattr(element.target, unit) is None or unit in named for unit in _OWNERS)


def _same(target: Target, address: Target, named: list[str]) -> bool:
    return all(key(getattr(target, name)) == key(getattr(address, name) or "") for name in named)


def _inner(act: Act, outer: Place, target: Target, counting: Counting) -> list[Place]:
    """The part or item under the place; the place itself where none is named."""
    if target.part is None and target.item is None:
        return [outer]
    text = node_at(act, outer.document, outer.path).text if outer.path else None
    lines = lines_under(text, children_at(act, outer.document, outer.path))
    given = {name: getattr(target, name) for name in ("part", "item")}
    return [
        Place(
            outer.document,
            outer.path + line.path,
            replace(outer.target, **given),
            None if line.path else "text",
        )
        for line in fitting(lines, target, counting)
    ]


def _narrowed(act: Act, place: Place, target: Target) -> Iterator[Place]:
    """The side of the place that the target names: a heading, a row, a sentence."""
    if target.element is not None:
        yield from _element(act, place, target)
    elif target.note is not None:
        yield from _notes(act, place, target)
    elif any(getattr(target, name) is not None for name in ("table", "row", "column", "cell")):
        yield from _table(act, place, target)
    elif target.sentence is not None:
        address = replace(place.target, sentence=target.sentence)
        for number in sentence_numbers(own_text(act, place), target.sentence):
            yield replace(place, facet="sentence", sentence=number, target=address)
    else:
        yield place


def _element(act: Act, place: Place, target: Target) -> Iterator[Place]:
    address = replace(place.target, element=target.element)
    if target.element == "preamble":
        if act.preamble is not None and place.document == OWN:
            yield replace(place, facet="preamble", target=address)
    elif target.element in {"title", "heading"}:
        facet: Facet = "heading" if place.path else "title"
        yield replace(place, facet=facet, target=replace(address, element=facet))


def _notes(act: Act, place: Place, target: Target) -> Iterator[Place]:
    """Notes that belong to the text itself, under a table or a form: they open with the word."""
    from amendments.remarks import is_remark  # noqa: PLC0415 - hardly any act amends a note

    address = replace(place.target, note=target.note)
    for path, node in _all(children_at(act, place.document, place.path), ()):
        if node.text and is_remark(node.text, target.note or "", act.lang):
            yield replace(place, path=place.path + path, target=address)


def _all(nodes: tuple[Node, ...], above: Path) -> Iterator[tuple[Path, Node]]:
    for place, node in enumerate(nodes):
        yield (*above, place), node
        yield from _all(node.children, (*above, place))


def _table(act: Act, place: Place, target: Target) -> Iterator[Place]:
    """Tables under the place, their rows, columns or cells."""
    nodes = children_at(act, place.document, place.path)
    if place.path and node_at(act, place.document, place.path).kind == "table":
        found: list[tuple[Path, Node]] = [((), node_at(act, place.document, place.path))]
    else:
        found = tables_under(nodes, target.table)
    keys = {name: getattr(target, name) for name in ("table", "row", "column", "cell")}
    address = replace(place.target, **keys)
    for path, table in found:
        whole = replace(place, path=place.path + path, target=address)
        if target.row is None and target.column is None and target.cell is None:
            yield whole
        elif target.row is not None and target.column is None and target.cell is None:
            for row in rows_named(table.rows, target.row):
                yield replace(whole, facet="row", row=row)
        else:
            for spot in spots_named(table.rows, target):
                facet: Facet = "column" if spot.cell is None else "cell"
                yield replace(
                    whole, facet=facet, row=spot.row, cell=spot.cell or 0, column=spot.column
                )


def own_text(act: Act, place: Place) -> str:
    """The words of the place itself, without what stands under it; empty where it has none."""
    if place.facet == "preamble":
        return act.preamble.text if act.preamble else ""
    if not place.path:
        return _title(act, place.document) or ""
    node = node_at(act, place.document, place.path)
    return (node.heading if place.facet == "heading" else node.text) or ""


def _title(act: Act, document: int) -> str | None:
    return act.title if document == OWN else act.attachments[document].title
