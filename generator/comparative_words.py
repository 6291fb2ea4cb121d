"""What differs between two wordings, in whole words, as a lawyer would mark it by hand.

Sentences that stay are left alone; inside a changed one the changed words are marked; where less
than a third of the words stays, the whole is marked, for nobody can read a chequered text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

import msgspec

Side = Literal["both", "old", "new"]

_TOKEN = re.compile(r"\n|[^\S\n]*(?:\w+(?:-\w+)*|[^\w\s])|[^\S\n]+")
_SENTENCE_END = re.compile(r"(?<=[.!?;:])(?=\s+\S)|(?<=\n)")
_NUMBER = re.compile(r"\s*\d+(?:-\d+)*[.)]\s")
_LEAST_COMMON = 1 / 3  # of the words: below that the whole text is marked
_MOST_COMPARED = 4_000_000  # pairs of words; a longer text is compared by its two ends alone


class Piece(msgspec.Struct, frozen=True):
    """A run of text that both wordings have, or only the old one, or only the new one."""

    text: str
    side: Side


def difference(old: str, new: str) -> tuple[Piece, ...]:
    """The two wordings as one run of pieces.

    The pieces of ``both`` and ``old`` joined are the old wording, those of ``both`` and ``new``
    the new one, character by character.
    """
    if old == new:
        return (Piece(old, "both"),) if old else ()
    pieces = _absorbed(_joined(_by_sentences(old, new)))
    return pieces if _common_share(pieces) >= _LEAST_COMMON else _whole(old, new)


def _by_sentences(old: str, new: str) -> Iterator[Piece]:
    before, after = _SENTENCE_END.split(old), _SENTENCE_END.split(new)
    for tag, start, end, first, last in _opcodes(before, after):
        if tag == "equal":
            yield Piece("".join(before[start:end]), "both")
        else:
            yield from _by_words("".join(before[start:end]), "".join(after[first:last]))


def _by_words(old: str, new: str) -> Iterator[Piece]:
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    for tag, start, end, first, last in _opcodes(before, after):
        if tag == "equal":
            yield Piece("".join(before[start:end]), "both")
        else:
            yield Piece("".join(before[start:end]), "old")
            yield Piece("".join(after[first:last]), "new")


Opcode = tuple[str, int, int, int, int]


def _opcodes(old: Sequence[str], new: Sequence[str]) -> Iterator[Opcode]:
    """The steps from old to new; what is alike at both ends goes first: it is most of it."""
    start = _alike(old, new)
    shorter = min(len(old), len(new)) - start
    end = _alike(old[::-1][:shorter], new[::-1][:shorter])
    middle_old, middle_new = old[start : len(old) - end], new[start : len(new) - end]
    if start:
        yield "equal", 0, start, 0, start
    for tag, *places in _middle(middle_old, middle_new):
        first, last, begin, stop = (place + start for place in places)
        yield tag, first, last, begin, stop
    if end:
        yield "equal", len(old) - end, len(old), len(new) - end, len(new)


def _alike(old: Sequence[str], new: Sequence[str]) -> int:
    pairs = zip(old, new, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(old), len(new)))


def _middle(old: Sequence[str], new: Sequence[str]) -> list[Opcode]:
    if not old and not new:
        return []
    if len(old) * len(new) > _MOST_COMPARED:
        return [("replace", 0, len(old), 0, len(new))]
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return list(matcher.get_opcodes())


def _joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Neighbours of one side as one piece; between two common ones, the old stands first."""
    runs: list[Piece] = []
    for common, run in groupby(pieces, key=lambda piece: piece.side == "both"):
        members = list(run)
        sides: tuple[Side, ...] = ("both",) if common else ("old", "new")
        texts = ((side, _text(members, side)) for side in sides)
        runs += [Piece(text, side) for side, text in texts if text]
    return tuple(runs)


def _text(pieces: Iterable[Piece], side: Side) -> str:
    return "".join(piece.text for piece in pieces if piece.side == side)


def _absorbed(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Common words that stand lost between two longer changes become part of the change."""
    out: list[Piece] = []
    for at, piece in enumerate(pieces):
        lost = piece.side == "both" and 0 < at < len(pieces) - 1 and _is_lost(pieces, at)
        out += [Piece(piece.text, "old"), Piece(piece.text, "new")] if lost else [piece]
    return _joined(out)


def _is_lost(pieces: tuple[Piece, ...], at: int) -> bool:
    if "\n" in pieces[at].text:
        return False
    common = _count(pieces[at].text)
    around = max(_changed(pieces, at, "old"), _changed(pieces, at, "new"))
    return common <= 1 or common < around * _LEAST_COMMON


def _changed(pieces: tuple[Piece, ...], at: int, side: Side) -> int:
    """How many words of one side stand right before and right after the piece."""
    near = (*pieces[max(at - 2, 0) : at], *pieces[at + 1 : at + 3])
    return sum(_count(piece.text) for piece in near if piece.side == side)


def _count(text: str) -> int:
    return sum(any(map(str.isalnum, token)) for token in _TOKEN.findall(text))


def _common_share(pieces: tuple[Piece, ...]) -> float:
    """The common words among all words of both wordings; 1 where only signs differ."""
    common = 2 * _count(_text(pieces, "both"))
    total = common + _count(_text(pieces, "old")) + _count(_text(pieces, "new"))
    return common / total if total else 1.0


def _whole(old: str, new: str) -> tuple[Piece, ...]:
    """All of it changed, but for the number that the element keeps."""
    number = _NUMBER.match(old)
    kept = number[0] if number and new.startswith(number[0]) else ""
    pieces = Piece(kept, "both"), Piece(old[len(kept) :], "old"), Piece(new[len(kept) :], "new")
    return tuple(piece for piece in pieces if piece.text)


def similarity(old: str, new: str) -> float:
    """From 0 to 1: the share of words that two texts have in common, in whatever order."""
    before, after = old.split(), new.split()
    if not before and not after:
        return 1.0
    common = (Counter(before) & Counter(after)).total()
    return 2 * common / (len(before) + len(after))
