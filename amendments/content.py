"""New wording as elements: what an instruction quotes, or what its own appendix holds."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from lexicon.folding import fold
from lexicon.references import read_references
from model import Act, Attachment, Cell, Lang, Node, Row, Target
from parsers.quoted import elements_of

_TABLE_PARTS = ("cell", "column", "row", "table")
_CELLS = re.compile(r"\s*[\t|]\s*")


class Material(msgspec.Struct, frozen=True):
    """Where the new wording of one instruction comes from; ``own`` numbers the act's appendix."""

    quoted: tuple[tuple[Node, ...], ...]
    own: str | None
    act: Act


def content_for(material: Material, targets: Sequence[Target], place: int) -> tuple[Node, ...]:
    """The new elements of the target at ``place``.

    One quotation may hold the new wording of several targets: then those elements that bear the
    target's number. Several quotations are one per target.
    """
    target = targets[place]
    if material.own is not None or (target.appendix and not material.quoted):
        return _appendix_body(material, target)
    quotes = [_nodes(quote, target, material.act.lang) for quote in material.quoted]
    nodes = tuple(node for quote in quotes for node in quote)
    if len(targets) == 1:
        return nodes
    return _share(quotes, nodes, targets, place)


def _share(
    quotes: list[tuple[Node, ...]],
    nodes: tuple[Node, ...],
    targets: Sequence[Target],
    place: int,
) -> tuple[Node, ...]:
    """What of the new wording belongs to one of several targets."""
    rows = [target.row for target in targets]
    if len(nodes) == 1 and nodes[0].kind == "table" and None not in rows:
        return (_rows_for(nodes[0], rows, place),)
    fitting = tuple(node for node in nodes if (node.kind, node.number) == deepest(targets[place]))
    if fitting:
        return fitting
    if len(quotes) == len(targets):
        return quotes[place]
    wanted = {deepest(target) for target in targets}
    left = tuple(node for node in nodes if (node.kind, node.number) not in wanted)
    without = [one for one in targets if not any(_bears(node, one) for node in nodes)]
    if len(left) == len(without):
        return (left[without.index(targets[place])],)
    return left or nodes


def _rows_for(table: Node, numbers: list[str | None], place: int) -> Node:
    """The row of a table that bears the number; by its place where the rows are as many."""
    fitting = tuple(row for row in table.rows if row and row[0].text.strip(". ") == numbers[place])
    if not fitting and len(table.rows) == len(numbers):
        fitting = (table.rows[place],)
    return replace(table, rows=fitting or table.rows)


def _bears(node: Node, target: Target) -> bool:
    return (node.kind, node.number) == deepest(target)


def deepest(target: Target) -> tuple[str | None, str | None]:
    """Kind and number of the element that an address ends in."""
    keys = ("part", "item", "subclause", "clause", "article", "paragraph", "chapter", "section")
    if target.element or (target.appendix and not any(getattr(target, key) for key in keys)):
        return target.element or "appendix", target.appendix
    kind = next((key for key in keys if getattr(target, key) is not None), None)
    return kind, getattr(target, kind) if kind else None


def _appendix_body(material: Material, target: Target) -> tuple[Node, ...]:
    found = _own_attachment(material, target)
    return found.body if found else ()


def _own_attachment(material: Material, target: Target) -> Attachment | None:
    """The act's own appendix: by its number, by the number it replaces, or the only one."""
    appendices = material.act.attachments
    by_number = [one for one in appendices if material.own and one.number == material.own]
    by_target = [one for one in appendices if _replaces(one, target, material.act.lang)]
    for fitting in (by_number, by_target):
        if len(fitting) == 1:
            return fitting[0]
    return appendices[0] if len(appendices) == 1 else None


def heading_fault(material: Material, target: Target) -> str | None:
    """The diagnostic that the heading of the act's own appendix deserves; ``None`` for none.

    An appendix of an amending act bears two headings, its own and that of the one it replaces.
    """
    found = _own_attachment(material, target) if material.own is not None else None
    if found is None or found.header is None:
        return None  # a lost block as a whole has been said where it was found missing
    if len(read_references(found.header, material.act.lang)) < 2:  # noqa: PLR2004 - two headings
        return "missing-appendix-header"
    return None if found.number else "missing-number"


def _replaces(attachment: Attachment, target: Target, lang: Lang) -> bool:
    """Whether the second heading of an appendix names the appendix that it replaces."""
    named = read_references(attachment.header or "", lang)
    return target.appendix is not None and any(one.appendix == target.appendix for one in named[1:])


def _nodes(parts: tuple[Node, ...], target: Target, lang: Lang) -> tuple[Node, ...]:
    """The elements that a quotation holds; for a part of a table, its rows."""
    plain = unquoted(parts)
    tables = tuple(part for part in plain if part.kind == "table")
    if any(getattr(target, key) is not None for key in _TABLE_PARTS):
        return tables or _table_of(plain)
    return elements_of(plain, lang)


def _table_of(paragraphs: list[Node]) -> tuple[Node, ...]:
    """Rows that are quoted as lines of text, their cells divided by tabs or bars."""
    lines = [part.text for part in paragraphs if part.text]
    rows = tuple(tuple(Cell(cell) for cell in _CELLS.split(line.strip("| "))) for line in lines)
    return (Node("table", rows=rows, span=paragraphs[0].span),) if rows else ()


def unquoted(parts: Sequence[Node]) -> list[Node]:
    """The quoted paragraphs without the marks around the whole of them."""
    found = list(parts)
    if found:
        met = sum(fold(words_of(part)).count('"') for part in found) % 2
        found[0] = _without_mark(found[0], first=True)
        if not met or (len(found) == 1 and '"' not in fold(words_of(found[0]))):
            found[-1] = _without_mark(found[-1], first=False)
        elif (last := _ended(found[-1])) is not None:
            found[-1] = last
    return found


def words_of(part: Node) -> str:
    """The words of a paragraph, or of a table cell by cell."""
    return part.text or "\t".join(cell.text for row in part.rows for cell in row)


def _ended(part: Node) -> Node | None:
    """The last paragraph where one mark closes a name in it and the whole: the name keeps it."""
    mark = re.search(r'"(?=\s*[;.,]{0,2}\s*$)', fold(part.text or ""))
    return None if mark is None else replace(part, text=(part.text or "")[: mark.end()])


def _without_mark(part: Node, *, first: bool) -> Node:
    if part.kind != "table" or not part.rows:
        return replace(part, text=_cut(part.text or "", first=first))
    row, cell = (0, 0) if first else (len(part.rows) - 1, len(part.rows[-1]) - 1)
    rows: list[Row] = list(part.rows)
    cells = list(rows[row])
    cells[cell] = replace(cells[cell], text=_cut(cells[cell].text, first=first))
    rows[row] = tuple(cells)
    return replace(part, rows=tuple(rows))


def _cut(words: str, *, first: bool) -> str:
    folded = fold(words)
    if first and (mark := re.match(r'\s*"', folded)):
        return words[mark.end() :]
    if not first and (mark := re.search(r'"\s*[;.,]{0,2}\s*$', folded)):
        return words[: mark.start()]
    return words
