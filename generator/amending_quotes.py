"""New wording as an instruction quotes it: paragraphs, the first opened, the last closed."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from generator.writing import typed_lines
from model import Lang, Node

_MARK = '"'


def quoted(content: tuple[Node, ...], lang: Lang) -> tuple[Node, ...]:
    """The elements as parts of the amending clause, inside quotation marks; empty for none.

    A table stands between the marks as it is; behind a table at the end the closing mark stands
    on a line of its own. A table alone, such as new rows, stands without marks.
    """
    lines = [line for node in content for line in _lines(node, lang)]
    if not lines or lines[0].kind == "table":
        return tuple(lines)
    lines[0] = replace(lines[0], text=f"{_MARK}{lines[0].text}")
    if lines[-1].kind == "table":
        lines.append(Node("part", text=""))
    lines[-1] = replace(lines[-1], text=f"{lines[-1].text}{_MARK};")
    return tuple(lines)


def _lines(node: Node, lang: Lang) -> Iterator[Node]:
    if node.kind == "table":
        yield replace(node, notes=())
        return
    for text in typed_lines(node, lang):
        yield Node("part", text=text)
    for child in node.children:
        yield from _lines(child, lang)
