"""What an act approves or carries: blocks in the right corner, titles, bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from lexicon.formulas import read, read_any
from model import Attachment, Span
from model.act import AttachmentKind
from parsers.blocks import Block, Paragraph
from parsers.elements import Desk, ElementReader
from parsers.text import Text

_LONGEST_LINE = 220  # characters of a line that can belong to a corner block
_MOST_LINES = 12


class Corner(msgspec.Struct, frozen=True):
    """A block in the right corner: its place among the blocks and what it says."""

    start: int
    end: int
    number: str | None
    is_form: bool
    is_approval: bool


class Part(msgspec.Struct, frozen=True):
    """The blocks of one attachment; ``corner`` is ``None`` where its own block was lost."""

    corner: Corner | None
    number: str | None
    blocks: list[Block]


def corners_of(blocks: list[Block], first: int, desk: Desk) -> list[Corner]:
    """The corner blocks from ``first`` on, in order."""
    corners: list[Corner] = []
    at = first
    while at < len(blocks):
        corner = _corner_at(blocks, at, corners[-1].end if corners else first, desk)
        if corner is None:
            at += 1
        else:
            corners.append(corner)
            at = corner.end
    return corners


def _corner_at(blocks: list[Block], at: int, floor: int, desk: Desk) -> Corner | None:
    core = _core_at(blocks, at, floor, desk)
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
        else:
            break
    return Corner(start, end, number, is_form, approval)


Core = tuple[int, int, str | None, bool]


def _core_at(blocks: list[Block], at: int, floor: int, desk: Desk) -> Core | None:
    """A core that ends at ``at`` (Kazakh: the deciding word is last) or begins there (Russian)."""
    best: Core | None = None
    for start, end in _windows(blocks, at, floor, desk):
        if best and (_holds_mark(blocks, start, end, desk) or _is_complete(blocks[end], desk)):
            break
        found = _read_core(_joined(blocks[start : end + 1]), desk)
        best = (start, end + 1, *found) if found else best
    return best


def _is_complete(last: Block, desk: Desk) -> bool:
    """A Russian block that has been read ends before a line with a capital: that is a title."""
    return desk.lang == "ru" and _begins_capital(last)


def _windows(blocks: list[Block], at: int, floor: int, desk: Desk) -> Iterator[tuple[int, int]]:
    """Ever longer runs of corner lines: upward in Kazakh, downward in Russian.

    A Kazakh line that begins with a capital begins the block.
    """
    start = end = at
    while end - start < _MOST_LINES:
        outer = start if desk.lang == "kk" else end
        if not floor <= outer < len(blocks) or not _is_corner_line(blocks[outer], desk):
            return
        yield start, end
        if desk.lang == "kk" and _begins_capital(blocks[outer]):
            return
        start, end = (start - 1, end) if desk.lang == "kk" else (start, end + 1)


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


def _read_core(words: str, desk: Desk) -> tuple[str | None, bool] | None:
    approval = read("block/approval", words, desk.lang)
    if approval:
        return None, True
    appendix = read("block/appendix", words, desk.lang)
    return (appendix.slots.get("number"), False) if appendix else None


def _is_corner_line(block: Block, desk: Desk) -> bool:
    return bool(
        isinstance(block, Paragraph)
        and not block.dash
        and len(block.words) <= _LONGEST_LINE
        and not re.match(r"\d+(?:-\d+)*[.)]\s", block.words)
        and ("__" not in block.words or re.search(r"20__|№", block.words))
        and not block.words.endswith((";", ":", "."))
        and not read("block/form", block.words, desk.lang)
    )


def _mark_at(blocks: list[Block], at: int, desk: Desk) -> str | None:
    block = blocks[at]
    if not isinstance(block, Paragraph):
        return None
    if read("block/form", block.words, desk.lang):
        return "form"
    return "stamp" if read("block/stamp", block.words, desk.lang) else None


def _joined(blocks: list[Block]) -> str:
    return " ".join(block.words for block in blocks if isinstance(block, Paragraph))


def parts_of(blocks: list[Block], corners: list[Corner], desk: Desk) -> list[Part]:
    """The attachments' blocks; an attachment whose corner was lost is told by its title."""
    parts: list[Part] = []
    for place, corner in enumerate(corners):
        end = corners[place + 1].start if place + 1 < len(corners) else len(blocks)
        after = corners[place + 1].number if place + 1 < len(corners) else None
        parts.extend(_split(corner, blocks[corner.end : end], after, desk))
    return parts


def _split(corner: Corner, blocks: list[Block], after: str | None, desk: Desk) -> list[Part]:
    """One attachment, or several where titles of forms stand in it without their blocks."""
    if corner.is_approval or not corner.is_form:
        return [Part(corner, corner.number, blocks)]
    lost = _lost_numbers(corner.number, after)
    titles = _inner_titles(blocks, desk)
    bounds = [*titles, len(blocks)]
    numbers = lost if len(lost) == len(titles) else [None] * len(titles)
    _say_lost(corner, blocks, titles, lost, desk)
    parts = [Part(corner, corner.number, blocks[: bounds[0]])]
    for number, start, end in zip(numbers, titles, bounds[1:], strict=True):
        parts.append(Part(None, number, blocks[start:end]))
    return parts


def _lost_numbers(number: str | None, after: str | None) -> list[str | None]:
    if number is None or after is None or not (number.isdigit() and after.isdigit()):
        return []
    return [str(lost) for lost in range(int(number) + 1, int(after))]


def _inner_titles(blocks: list[Block], desk: Desk) -> list[int]:
    """Places of form titles that stand behind the form's own tables or lines."""
    return [
        place
        for place, block in enumerate(blocks)
        if place > 1
        and isinstance(block, Paragraph)
        and not block.words.endswith((".", ";", ":"))
        and any(not isinstance(above, Paragraph) for above in blocks[:place])
        and read("title/form", block.words, desk.lang)
    ]


def _say_lost(
    corner: Corner, blocks: list[Block], titles: list[int], lost: list[str | None], desk: Desk
) -> None:
    for place, title in enumerate(titles):
        block = blocks[title]
        if isinstance(block, Paragraph):
            number = lost[place] if len(lost) == len(titles) else "?"
            desk.findings.say(
                "missing-appendix-header", block.text.span, number=number, why=block.words
            )
    if len(lost) != len(titles):
        span = blocks[0].text.span if blocks and isinstance(blocks[0], Paragraph) else None
        for number in lost:
            desk.findings.say(
                "missing-appendix-header",
                span or _span_of(blocks),
                number=number,
                why=f"{corner.number} … {int(lost[-1] or 0) + 1}",
            )


def _span_of(blocks: list[Block]) -> Span:
    """Where the first words of the blocks stand."""
    return next((text.span for block in blocks for text in block.texts()), Span())


def read_attachment(part: Part, blocks: list[Block], desk: Desk) -> Attachment:
    """One attachment: its corner block, its title, its body."""
    corner = part.corner
    lines = blocks[corner.start : corner.end] if corner else []
    header = _kept_lines(lines, desk)
    title, body = _title(part, desk)
    kind = _kind(corner, title, desk)
    reader = ElementReader(desk, numbered=kind in {"methodology", "appendix"})
    title_words = desk.ledger.keep(title.text) if title else None
    nodes = reader.read(body)
    span = (title.text.span if title else None) or _span_of(body or lines)
    if title is None and kind != "methodology":
        desk.findings.say("missing-title", span, number=part.number or "?")
    return Attachment(kind, part.number, title_words, header, nodes, (), span)


def _kept_lines(lines: list[Block], desk: Desk) -> str | None:
    texts: list[Text] = [block.text for block in lines if isinstance(block, Paragraph)]
    return "\n".join(desk.ledger.keep(text) for text in texts) or None


def _title(part: Part, desk: Desk) -> tuple[Paragraph | None, list[Block]]:
    blocks = part.blocks
    first = blocks[0] if blocks else None
    if (
        not isinstance(first, Paragraph)
        or re.match(r"\d+(?:-\d+)*[.)]|_|\(", first.words)
        or first.words.endswith((";", ":"))
        or read_any("heading", first.words, desk.lang)
    ):
        return None, blocks
    return first, blocks[1:]


def _kind(corner: Corner | None, title: Paragraph | None, desk: Desk) -> AttachmentKind:
    words = title.words if title else ""
    if corner is None or corner.is_form:
        return "table" if read("title/table", words, desk.lang) else "form"
    if read("title/methodology", words, desk.lang):
        return "methodology"
    return "table" if read("title/table", words, desk.lang) else "appendix"
