"""What the embedded methodology has no counterpart of: words left as they are, marked."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from lexicon.data import ROOT, load
from lexicon.template import render_template
from model import Lang, Node


def untranslated(node: Node, lang: Lang) -> Node:
    """The element with its words as they are, marked, and all that stands under it."""
    return replace(
        node,
        text=node.text and marked(node.text, lang),
        children=tuple(untranslated(child, lang) for child in node.children),
        notes=(),
    )


def marked(text: str, lang: Lang) -> str:
    """The words in the mark that tells the translator to put them into ``lang``."""
    return render_template(_marks()[lang], lambda _slot: text)


@cache
def _marks() -> dict[Lang, str]:
    return load(ROOT / "terms" / "untranslated.yaml", dict[Lang, str])
