"""One paragraph or two, a list in lines or in a row: the same words typed otherwise.

A source may break a clause into parts where another runs on. What one text seems to lack may
stand in the words beside it; then the clause is compared as a whole.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from msgspec.structs import replace

from model import Node
from review.comparison import UNNUMBERED
from review.likeness import stems
from review.pairing import Matched
from review.placed import Placed

_SHARE = 0.7  # of its words that must stand in the other text, in their order
_RUN = 3  # words in a row at least


def one_by_one(host: Matched, inner: list[Matched]) -> tuple[Matched, list[Matched]]:
    """The pair and what stands in it; as a whole where its entries are typed otherwise."""
    lone = [one for one in inner if one.first is None or one.second is None]
    typed = [one for one in lone if _is_entry(one) and _is_said(one, host, inner)]
    if not typed or host.first is None or host.second is None:
        return host, inner
    rest = [one for one in inner if not _is_entry(one) or (one in lone and one not in typed)]
    apart = [one for one in rest if one in lone]
    firsts, seconds = [one.first for one in apart], [one.second for one in apart]
    return replace(
        host, first=_whole(host.first, firsts), second=_whole(host.second, seconds)
    ), rest


def _is_entry(one: Matched) -> bool:
    return one.either.node.kind in UNNUMBERED


def _is_said(one: Matched, host: Matched, inner: list[Matched]) -> bool:
    """Whether the words of an entry stand in what the other text says otherwise than the first."""
    other = host.second if one.first is not None else host.first
    assert other is not None  # noqa: S101 - the host is a pair
    own, words = stems(_text(one.either)), [] if _is_same(host) else stems(_text(other))
    for pair in inner:
        side = pair.second if one.first is not None else pair.first
        if side is not None and not _is_same(pair) and pair.either.node.kind in UNNUMBERED:
            words += stems(_text(side))
    return bool(own) and _share(own, words) >= _SHARE


def _is_same(pair: Matched) -> bool:
    if pair.first is None or pair.second is None:
        return False
    return stems(_text(pair.first)) == stems(_text(pair.second))


def _share(own: list[str], words: list[str]) -> float:
    blocks = SequenceMatcher(None, own, words, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= min(_RUN, len(own))) / len(own)


def _text(one: Placed) -> str:
    return f"{one.node.heading or ''} {one.node.text or ''}".strip()


def _whole(host: Placed, apart: list[Placed | None]) -> Placed:
    """The element with the words of its entries as its own."""
    without = [one for one in host.inside if not any(one is other for other in apart)]
    entries = [_text(one) for one in without if one.node.kind in UNNUMBERED]
    node: Node = replace(host.node, text="\n".join([host.node.text or "", *entries]))
    return replace(host, node=node)
