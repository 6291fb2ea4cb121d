"""What the embedded methodology has no counterpart of: words left as they are, marked."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from lexicon.data import ROOT, load
from lexicon.template import render_template
from model import NOWHERE, Cell, Lang, Node


def untranslated(node: Node, lang: Lang) -> Node:
    """The element with its words as they are, marked, and all that stands under it."""
    return replace(
        bare(node, lang),
        text=node.text and marked(node.text, lang),
        children=tuple(untranslated(child, lang) for child in node.children),
    )


def bare(node: Node, lang: Lang) -> Node:
    """The element without its notes and its place; its heading and its cells are marked."""
    return replace(
        node,
        heading=node.heading and marked(node.heading, lang),
        rows=tuple(tuple(_cell(cell, lang) for cell in row) for row in node.rows),
        notes=(),
        span=NOWHERE,
    )


def _cell(cell: Cell, lang: Lang) -> Cell:
    has_words = any(sign.isalpha() for sign in cell.text)
    return replace(cell, text=marked(cell.text, lang)) if has_words else cell


def marked(text: str, lang: Lang) -> str:
    """The words in the mark that tells the translator to put them into ``lang``."""
    return render_template(_marks()[lang], lambda _slot: text)


@cache
def _marks() -> dict[Lang, str]:
    return load(ROOT / "terms" / "untranslated.yaml", dict[Lang, str])
