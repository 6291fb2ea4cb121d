"""The blocks in the right corner that head what an act approves or carries."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from lexicon.formulas import read, search
from parsers.blocks import Block, Paragraph, together
from parsers.drafts import Desk

_LONGEST_LINE = 220  # characters of a line that can belong to a corner block
_MOST_LINES = 12
# The block in full is looked for first: the short one would end in the middle of it.
_FULL, _SHORT = "block/approval", "block/approval-short"
_DATED_CORE = "corner/appendix-dated"
_CORES = (_FULL, _SHORT, "block/appendix")

_NUMBERED = re.compile(r"\d+(?:-\d+)*[.)]\s")
_DATED = re.compile(r"20__|№")


class Corner(msgspec.Struct, frozen=True):
    """A block in the right corner: its place among the blocks and what it says."""

    start: int
    end: int
    number: str | None
    is_form: bool
    is_approval: bool


def corners_of(blocks: list[Block], first: int, desk: Desk) -> list[Corner]:
    """The corner blocks from ``first`` on, in order."""
    return list(_corners(blocks, first, desk))


def first_corner(blocks: list[Block], desk: Desk) -> Corner | None:
    """The first corner block, ``None`` where there is none; what stands below it is not read."""
    return next(_corners(blocks, 0, desk), None)


def _corners(blocks: list[Block], first: int, desk: Desk) -> Iterator[Corner]:
    floor = first
    for at in sorted(_telling(blocks, desk)):
        corner = _corner_at(blocks, at, floor, desk) if floor <= at < len(blocks) else None
        if corner is not None:
            yield corner
            floor = corner.end


def _telling(blocks: list[Block], desk: Desk) -> set[int]:
    """Where a block may be told: in Russian by its first line, in Kazakh by its last one.

    A Kazakh block may also begin with its deciding word; where it ends is not known then.
    """
    lines = together(blocks, desk.lang)
    if desk.lang == "ru":
        return set(lines.beginning(*_CORES))
    begun = lines.beginning_endless(*_CORES)
    reached = (range(start, start + _MOST_LINES) for start in begun)
    return set(lines.ending(*_CORES)).union(*reached)


def _corner_at(blocks: list[Block], at: int, floor: int, desk: Desk) -> Corner | None:
    if not _is_corner_line(blocks[at], desk):
        return None
    core = _core_at(blocks, at, floor, desk) or _core_at(blocks, at, floor, desk, _SHORT)
    if core is None:
        return None
    start, end, number, approval = core
    is_form = False
    while end < len(blocks):
        mark = _mark_at(blocks, end, desk)
        second = (
            None if mark else _core_at(blocks, end, end, desk) or _core_below(blocks, end, desk)
        )
        if mark:
            is_form = is_form or mark == "form"
            end += 1
        elif second:
            end = second[1]
            number, approval = (second[2], second[3]) if approval else (number, approval)
        else:
            break
    return Corner(start, end, number, is_form, approval)


Core = tuple[int, int, str | None, bool]


def _core_at(
    blocks: list[Block], at: int, floor: int, desk: Desk, approval: str = _FULL
) -> Core | None:
    """A core that ends at ``at`` (Kazakh: the deciding word is last) or begins there (Russian)."""
    best: Core | None = None
    for start, end in _windows(blocks, at, floor, desk):
        if best and (_holds_mark(blocks, start, end, desk) or _is_complete(blocks[end], desk)):
            break
        found = _read_core(_joined(blocks[start : end + 1]), desk, approval)
        best = (start, end + 1, *found) if found else best
    return _with_date(blocks, best, desk) if best and desk.lang == "ru" else best


def _with_date(blocks: list[Block], core: Core, desk: Desk) -> Core:
    """The Russian core with the lines down to the last date, through names with capitals.

    Behind the date of one body of a joint act the next body may follow with its own.
    """
    start, end, number, approval = core
    whole, dated = (_FULL, True) if approval else (_DATED_CORE, False)
    for last in _lines_below(blocks, core, desk):
        if read(whole, _joined(blocks[start : last + 1]), desk.lang):
            end, dated = last + 1, True
        elif dated and last == end and not _another_body(blocks, last, desk):
            break
    return start, end, number, approval


def _another_body(blocks: list[Block], at: int, desk: Desk) -> bool:
    """Whether the next body of a joint act begins with the line, or was announced above it."""
    line, above = (_joined(blocks[place : place + 1]) for place in (at, at - 1))
    return bool(read("corner/another-body", line, desk.lang)) or _goes_on(above, desk)


def _lines_below(blocks: list[Block], core: Core, desk: Desk) -> Iterator[int]:
    """The places of the corner lines under a core, until another one or its mark begins."""
    start, end = core[:2]
    others = together(blocks[end : start + _MOST_LINES], desk.lang).beginning(*_CORES)
    last = min(start + _MOST_LINES, len(blocks), *(end + other for other in others))
    for place in range(end, last):
        if not _is_corner_line(blocks[place], desk) or _mark_at(blocks, place, desk):
            return
        yield place


def _is_complete(last: Block, desk: Desk) -> bool:
    """A Russian block that has been read ends before a line with a capital: that is a title."""
    return desk.lang == "ru" and _begins_capital(last)


def _windows(blocks: list[Block], at: int, floor: int, desk: Desk) -> Iterator[tuple[int, int]]:
    """Ever longer runs of corner lines: upward in Kazakh, downward in Russian.

    A Kazakh line that begins with a capital begins the block, unless the line above it is the
    name of the state or of a region.
    """
    start = end = at
    while end - start < _MOST_LINES:
        outer = start if desk.lang == "kk" else end
        if not floor <= outer < len(blocks) or not _is_corner_line(blocks[outer], desk):
            return
        yield start, end
        if desk.lang == "kk" and _begins_block(blocks, outer, floor, desk):
            return
        start, end = (start - 1, end) if desk.lang == "kk" else (start, end + 1)


def _begins_block(blocks: list[Block], at: int, floor: int, desk: Desk) -> bool:
    above = blocks[at - 1] if at > floor else None
    if _closes_in_capitals(blocks[at], above):
        return False
    words, over = _joined([blocks[at]]), _joined([above] if above else [])
    return words[:1].isupper() and not (_goes_on(over, desk) or _continued(over, words, desk))


def _continued(above: str, words: str, desk: Desk) -> bool:
    """Whether a line with a capital stands inside the name that the line above it began."""
    begun = any(read(name, above, desk.lang) for name in ("block/place", "corner/another-body"))
    inside = read("corner/post", words, desk.lang)
    return begun or bool(inside and read("corner/upper-body", above, desk.lang))


def _closes_in_capitals(block: Block, above: Block | None) -> bool:
    """Whether the word that closes a block is in capitals: the line above it is no beginning."""
    return (
        isinstance(block, Paragraph)
        and isinstance(above, Paragraph)
        and block.words.isupper()
        and " " not in block.words
        and not _begins_capital(above)
    )


def _goes_on(words: str, desk: Desk) -> bool:
    """Whether a line ends in "and": the next body of a joint act stands below it."""
    return bool(read("title/goes-on", words.rpartition(" ")[2], desk.lang))


def _begins_capital(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.words[:1].isupper()


def _holds_mark(blocks: list[Block], start: int, end: int, desk: Desk) -> bool:
    """Whether a form mark or stamp stands among the lines: two blocks, not one."""
    return any(_mark_at(blocks, place, desk) for place in range(start, end + 1))


def _core_below(blocks: list[Block], at: int, desk: Desk) -> Core | None:
    """A second core that begins at ``at`` and ends some lines below."""
    for end in range(at, min(at + _MOST_LINES, len(blocks))):
        if not _is_corner_line(blocks[end], desk) or _mark_at(blocks, end, desk):
            return None
        found = _read_core(_joined(blocks[at : end + 1]), desk)
        if found:
            return (at, end + 1, *found)
    return None


def _read_core(words: str, desk: Desk, approval: str = _FULL) -> tuple[str | None, bool] | None:
    if read(approval, words, desk.lang):
        return None, True
    appendix = read("block/appendix", words, desk.lang)
    return (appendix.slots.get("number"), False) if appendix else None


def _is_corner_line(block: Block, desk: Desk) -> bool:
    if not isinstance(block, Paragraph) or block.dash:
        return False
    words = block.words
    return bool(
        len(words) <= _LONGEST_LINE
        and not _NUMBERED.match(words)
        and ("__" not in words or _DATED.search(words))
        and (not words.endswith((";", ":", ".")) or _ends_shortened(words, desk))
        and not read("block/form", words, desk.lang)
    )


def _ends_shortened(words: str, desk: Desk) -> bool:
    """Whether the stop at a line's end is that of an abbreviated "acting" or "year"."""
    found = search("signature/acting", words, desk.lang)
    if found is not None and found.end == len(words):
        return True
    return words.endswith(".") and bool(read("corner/dated-line", words, desk.lang))


def _mark_at(blocks: list[Block], at: int, desk: Desk) -> str | None:
    block = blocks[at]
    if not isinstance(block, Paragraph):
        return None
    if read("block/form", block.words, desk.lang):
        return "form"
    return "stamp" if read("block/stamp", block.words, desk.lang) else None


def _joined(blocks: list[Block]) -> str:
    return " ".join(block.words for block in blocks if isinstance(block, Paragraph))
