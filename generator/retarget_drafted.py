"""One clause in the other language: the source's elements, in the words that say them.

Every sentence of the source is there: said by pieces of the embedded norms, or marked to be
translated. A sentence with a figure that no piece says is marked beside what is said of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from generator.names import capital
from generator.retarget_pieces import Piece, elements
from generator.retarget_saying import Saying, figures_in, worded
from generator.retarget_untranslated import bare, marked
from model import Lang, Node

_COVERED = 0.5  # share of a sentence's words from which its neighbours in an element say it too
_FINAL = (".", ":", ";", "!", "?")
_LISTED = frozenset({"subclause", "item"})


class Drafted(msgspec.Struct, frozen=True):
    """A clause in the other language.

    ``marked`` are the places of its elements, in the order of the text, that have a mark; ``lost``
    are the figures of the source that stand in a mark beside other words, ``added`` those that
    the source does not have.
    """

    clause: Node
    marked: tuple[int, ...]
    lost: tuple[str, ...]
    added: tuple[str, ...]


class _Words(msgspec.Struct, frozen=True):
    """Some words of an element: said in the other language, or marked with their words kept."""

    text: str
    listed: bool = False
    marked: bool = False


def drafted(clause: Node, place: int, saying: Saying, langs: tuple[Lang, Lang]) -> Drafted | None:
    """The clause at ``place`` in the second of ``langs``; ``None`` where nothing of it is said."""
    said = saying.all_of(place)
    if not said:
        return None
    words = _words(clause, place, saying)
    texts = iter([_joined(each, langs[1]) for each in words])
    kept = (n for n, each in enumerate(words) if any(one.marked for one in each))
    tables = (n for n, node in enumerate(elements(clause)) if node.rows or node.heading)
    return Drafted(
        _Building(texts, langs[1]).node(clause, "."),
        tuple(sorted({*kept, *tables})),
        _lost(place, saying, langs[0]),
        _added(clause, said, langs[0]),
    )


def _lost(place: int, saying: Saying, lang: Lang) -> tuple[str, ...]:
    """The figures that are missing from what is said of a sentence; a mark alone tells its own."""
    found = [
        worded(sentence.text, lang, saying.missing(place, n))
        for n, sentence in enumerate(saying.sentences[place])
        if saying.of(place, n)
    ]
    return tuple(dict.fromkeys(one for each in found for one in each))


def _added(clause: Node, said: Sequence[Piece], lang: Lang) -> tuple[str, ...]:
    own = figures_in(" ".join(one.text or "" for one in elements(clause)), lang)
    found = [worded(one.own, lang, figures_in(one.own, lang) - own) for one in said]
    return tuple(dict.fromkeys(one for each in found for one in each))


def _words(clause: Node, place: int, saying: Saying) -> list[list[_Words]]:
    """The words of every element of the clause, sentence by sentence."""
    found: list[list[_Words]] = [[] for _ in elements(clause)]
    for n, sentence in enumerate(saying.sentences[place]):
        said = [_Words(piece.other, piece.listed) for piece in saying.of(place, n)]
        found[sentence.element] += said
        unsaid = not said and saying.covers(place, sentence) < _COVERED
        if unsaid or saying.missing(place, n):
            found[sentence.element].append(_Words(sentence.text, marked=True))
    return found


def _joined(words: Sequence[_Words], lang: Lang) -> list[str]:
    """The words of an element as runs, marks that follow each other in one."""
    runs: list[str] = []
    before = _Words("")
    for one in words:
        if one.marked and before.marked:
            runs[-1] = f"{runs[-1]} {one.text}"
        else:
            _close(runs, before, one, lang)
            runs.append(one.text)
        before = one
    _close(runs, before, None, lang)
    return runs


def _close(runs: list[str], last: _Words, following: _Words | None, lang: Lang) -> None:
    """Put the last run into its mark, or a sign behind it where another one follows."""
    if last.marked:
        runs[-1] = marked(runs[-1], lang)
    elif runs and following and not runs[-1].endswith(_FINAL):
        runs[-1] += ";" if following.listed else "."


class _Building(msgspec.Struct, frozen=True):
    """The elements of a clause with their new texts, which stand in the order of the text."""

    texts: Iterator[list[str]]
    lang: Lang

    def node(self, node: Node, mark: str) -> Node:
        """The element with the next texts; what has no sign at its end gets ``mark``."""
        text = _text(node, next(self.texts), mark)
        children = tuple(
            self.node(child, _mark(node.children[place:], mark))
            for place, child in enumerate(node.children)
        )
        return replace(bare(node, self.lang), text=text, children=children)


def _mark(rest: tuple[Node, ...], after: str) -> str:
    """The sign behind the first of these: a list goes on in the next element, or it ends."""
    if len(rest) == 1:
        return after
    both = _is_list(rest[0]) and _is_list(rest[1])
    return ";" if both or rest[1].kind in _LISTED else "."


def _is_list(node: Node) -> bool:
    return any(child.kind in _LISTED for child in node.children)


def _text(node: Node, runs: list[str], mark: str) -> str | None:
    if not runs:
        return None
    text = " ".join(runs)
    if _is_list(node) and (node.text or "").endswith(":"):
        text = f"{text.removesuffix('.')}:" if text.endswith(".") else text
    if node.kind in _LISTED:
        return _ended(text.removesuffix(".") if len(runs) == 1 else text, mark)
    return _ended(capital(text) if _begins_large(node) else text, mark)


def _begins_large(node: Node) -> bool:
    return (node.text or "")[:1].isupper()


def _ended(text: str, mark: str) -> str:
    return text if text.endswith((*_FINAL, "]")) else text + mark
