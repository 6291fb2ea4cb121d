"""An act as text for people: an outline of its elements, or its words in full."""

from __future__ import annotations

from collections.abc import Iterator

from model import Act, Node

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


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _MOST else f"{plain[: _MOST - 1]}…"
