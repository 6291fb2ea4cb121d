"""Which old block answers to which new one: by the place first, then by what it says."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import TypeVar

from generator.comparative_words import similarity
from generator.docx.tracked_blocks import Block

_LEAST_ALIKE = 1 / 3  # of the words: below that a paragraph is another one
_LEAST_ALIKE_ELSEWHERE = 0.6  # an element under another number must be nearly the same
_MOST_COMPARED = 4_000  # pairs of texts in one stretch; beyond that they are taken as they come

T = TypeVar("T")
Pair = tuple[T | None, T | None]
Likeness = Callable[[T, T], float]


def aligned(old: Sequence[Block], new: Sequence[Block]) -> list[Pair[Block]]:
    """Every block of both once, in the order of the text, the old before the new.

    Blocks of one address are compared with one another; a renumbered element is found by its
    words.
    """
    before, after = _by_place(old), _by_place(new)
    names = [group[0].place for group in before], [group[0].place for group in after]
    pairs: list[Pair[Block]] = []
    for tag, start, end, first, last in _opcodes(*names):
        stretch = before[start:end], after[first:last]
        groups = (
            list(zip(*stretch, strict=True))
            if tag == "equal"
            else paired(*stretch, _likeness_of_groups, _LEAST_ALIKE_ELSEWHERE)
        )
        for one, other in groups:
            pairs += _inside(one or [], other or [])
    return pairs


def _by_place(blocks: Sequence[Block]) -> list[list[Block]]:
    return [list(group) for _, group in groupby(blocks, key=lambda block: block.place)]


def _likeness_of_groups(old: list[Block], new: list[Block]) -> float:
    return _likeness(old[0], new[0])


def _likeness(old: Block, new: Block) -> float:
    if (old.is_table, old.style, old.columns) != (new.is_table, new.style, new.columns):
        return 0.0
    return similarity(old.text, new.text)


def _inside(old: list[Block], new: list[Block]) -> Iterator[Pair[Block]]:
    """The blocks of one element: what is the same anchors, between that the likest are paired."""
    shapes = [block.shape for block in old], [block.shape for block in new]
    for tag, start, end, first, last in _opcodes(*shapes):
        if tag == "equal":
            yield from zip(old[start:end], new[first:last], strict=True)
            continue
        stretch = old[start:end], new[first:last]
        # The first line of an element is its own text, whatever has become of it.
        if start == first == 0 and _same_kind(*stretch):
            yield stretch[0][0], stretch[1][0]
            stretch = stretch[0][1:], stretch[1][1:]
        yield from paired(*stretch, _likeness, _LEAST_ALIKE)


def _same_kind(old: list[Block], new: list[Block]) -> bool:
    if not old or not new:
        return False
    kinds = {(block.is_table, block.style) for block in (old[0], new[0])}
    return len(kinds) == 1 and not old[0].is_table


Opcode = tuple[str, int, int, int, int]


def _opcodes(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Opcode]:
    return list(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())


def paired(
    old: Sequence[T], new: Sequence[T], likeness: Likeness[T], least: float
) -> list[Pair[T]]:
    """The two sequences in order, those members paired that together are the most alike.

    Members less alike than ``least`` are never paired.
    """
    if not old or not new or len(old) * len(new) > _MOST_COMPARED:
        return _apart(old, new)
    scores = [[_score(likeness(one, other), least) for other in new] for one in old]
    pairs: list[Pair[T]] = []
    at, by = 0, 0
    for row, column in _best_way(scores):
        pairs += [*_apart(old[at:row], new[by:column]), (old[row], new[column])]
        at, by = row + 1, column + 1
    return pairs + _apart(old[at:], new[by:])


def _apart(old: Sequence[T], new: Sequence[T]) -> list[Pair[T]]:
    return [*((one, None) for one in old), *((None, one) for one in new)]


def _score(likeness: float, least: float) -> float:
    return likeness if likeness >= least else 0.0


def _best_way(scores: list[list[float]]) -> list[tuple[int, int]]:
    """The pairs of rows and columns, both ever growing, whose scores add up to the most."""
    rows, columns = len(scores), len(scores[0])
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in reversed(range(rows)):
        for column in reversed(range(columns)):
            with_both = scores[row][column] + best[row + 1][column + 1]
            best[row][column] = max(with_both, best[row + 1][column], best[row][column + 1])
    return list(_steps(scores, best))


def _steps(scores: list[list[float]], best: list[list[float]]) -> Iterator[tuple[int, int]]:
    row = column = 0
    while row < len(scores) and column < len(scores[0]):
        score = scores[row][column]
        if score and best[row][column] == score + best[row + 1][column + 1]:
            yield row, column
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1
