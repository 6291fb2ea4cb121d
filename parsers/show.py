"""An act as text for people: an outline of its elements, or its words in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from model import Act, Lang, Node

_MOST = 70


def outline(act: Act) -> str:
    """The tree of an act, one line an element, with the first words of each."""
    return "\n".join(_outline(act)) + "\n"


def _outline(act: Act) -> Iterator[str]:
    yield f"{act.type or '?'} · {act.issuer or '?'} · {act.date or '?'} · № {act.number or '?'}"
    yield f"  {_short(act.title or '')}"
    if act.preamble:
        yield f"  preamble · {act.preamble.enacting} · citations: {len(act.preamble.citations)}"
    for node in act.body:
        yield from _node(node, 1)
    for signature in act.signatures:
        yield f"  signature · {signature.post} · {signature.name or '?'}"
    for attachment in act.attachments:
        yield f"{attachment.kind} {attachment.number or ''} · {_short(attachment.title or '')}"
        yield from (f"  note · {note.date} № {note.number}" for note in attachment.notes)
        for node in attachment.body:
            yield from _node(node, 1)
    for operation in act.operations:
        yield f"{operation.action} · {operation.target}"
    for said in act.diagnostics:
        place = f"{said.span.start}–{said.span.end}"
        yield f"! {said.severity} · {said.code} · {place} · {said.message}"


def _node(node: Node, depth: int) -> Iterator[str]:
    label = " ".join(filter(None, (node.kind, node.number)))
    size = f" · {len(node.rows)} rows" if node.kind == "table" else ""
    yield f"{'  ' * depth}{label}{size} · {_short(node.heading or node.text or '')}"
    for note in node.notes:
        yield f"{'  ' * depth}  note · {note.date} № {note.number}"
    for child in node.children:
        yield from _node(child, depth + 1)


def as_text(act: Act) -> str:
    """The whole act as plain text: a paragraph an element, tables with tabs."""
    return "\n\n".join(filter(None, _as_text(act))) + "\n"


def _as_text(act: Act) -> Iterator[str | None]:
    yield act.title
    yield act.requisites
    yield from (note.text for note in act.notes)
    yield act.preamble.text if act.preamble else None
    yield from _texts(act.body, act.lang)
    for signature in act.signatures:
        yield f"{signature.post}\n\n{signature.name or ''}".strip()
    for attachment in act.attachments:
        yield attachment.header
        yield attachment.title
        yield from (note.text for note in attachment.notes)
        yield from _texts(attachment.body, act.lang)


def _texts(nodes: Iterable[Node], lang: Lang) -> Iterator[str]:
    for node in nodes:
        yield _table(node) if node.kind == "table" else _line(node, lang)
        yield from _texts(node.children, lang)
        yield from (note.text for note in node.notes)


def _line(node: Node, lang: Lang) -> str:
    from lexicon.units import heading  # noqa: PLC0415 - only printing needs it

    mark = heading(node.kind, node.number, lang) if node.number else ""
    stop = "." if node.heading and not mark.endswith(".") else ""
    return f"{mark}{stop} {node.heading or ''}{node.text or ''}".strip()


def _table(node: Node) -> str:
    """Rows on a grid: cells that a merged one covers are left empty."""
    grid: dict[tuple[int, int], str] = {}
    for row, cells in enumerate(node.rows):
        column = 0
        for cell in cells:
            while (row, column) in grid:
                column += 1
            for below in range(cell.rowspan):
                for beside in range(cell.colspan):
                    grid[row + below, column + beside] = ""
            grid[row, column] = "  ".join(cell.text.split("\n"))
    width = max((column for _, column in grid), default=-1) + 1
    lines = (
        "\t".join(grid.get((row, column), "") for column in range(width))
        for row in range(len(node.rows))
    )
    return "\n".join(lines)


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _MOST else f"{plain[: _MOST - 1]}…"
