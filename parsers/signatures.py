"""Who signs: posts and names after the last clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from lexicon.formulas import read, search
from model import Signature
from parsers.blocks import Block, Paragraph, RawRow, RawTable
from parsers.corners import first_corner
from parsers.drafts import Desk
from parsers.persons import is_person, name_start
from parsers.text import Text

_LONGEST_POST = 250
_LONGEST_BARE_POST = 150  # characters: a post without a name looks like any other line
_MOST_LINES = 6  # of one post
_LONGEST_CORNER = 16  # lines of a corner block
_MOST_ROWS = 40  # of a table under an act
_BLANKS = re.compile(r"(?<![\s_])(?=\s*_)[\s_]++$")
_ENDED = (";", ",", ".")


class Signed(msgspec.Struct, frozen=True):
    """A post and its name as they stand; ``name`` is ``None`` where the post stands alone."""

    post: Text
    name: Text | None = None


class Taken(msgspec.Struct, frozen=True):
    """Signatures of one place and the block after them; remarks between them say nothing."""

    signed: tuple[Signed, ...]
    end: int
    remarks: tuple[Text, ...] = ()


class _Sheet:
    """The blocks in which signatures are looked for, and how far an attachment was looked for."""

    def __init__(self, blocks: list[Block], desk: Desk) -> None:
        self.blocks = blocks
        self.desk = desk
        self.signed = False  # a signature was read above: a remark may follow it
        self._attached: int | None = None

    def has_attachment_above(self, place: int) -> bool:
        """Whether a corner block stands above; one that was met is not looked for again."""
        if self._attached is None and first_corner(self.blocks[:place], self.desk):
            self._attached = place
        return self._attached is not None and self._attached <= place


def signature_start(blocks: list[Block], desk: Desk) -> int | None:
    """The place of the first signature; ``None`` where nobody signs."""
    sheet = _Sheet(blocks, desk)
    return next((place for place in range(len(blocks)) if _signature_at(sheet, place)), None)


def read_signatures(blocks: list[Block], desk: Desk) -> tuple[tuple[Signature, ...], list[Block]]:
    """The signatures at the beginning of ``blocks``, and the blocks left after them."""
    signatures: list[Signature] = []
    sheet = _Sheet(blocks, desk)
    place = 0
    while place < len(blocks):
        taken = _signature_at(sheet, place)
        if taken is None:
            break
        signatures.extend(_entered(signed, desk) for signed in taken.signed)
        for remark in taken.remarks:
            desk.ledger.mark(remark)
        place, sheet.signed = taken.end, True
    return tuple(signatures), blocks[place:]


def _entered(signed: Signed, desk: Desk) -> Signature:
    """The signature with its characters accounted for; blanks and a colon are markers."""
    post = signed.post.tidy()
    end = re.search(r"(?<![\s_:])[\s_:]*+$", post.chars)
    words = post.cut(0, end.start() if end else None)
    desk.ledger.mark(post.cut(len(words.chars)))
    name = desk.ledger.keep(signed.name.tidy()) if signed.name else None
    return Signature(desk.ledger.keep(words), name)


def _signature_at(sheet: _Sheet, place: int) -> Taken | None:
    block = sheet.blocks[place]
    if isinstance(block, RawTable):
        signed = tuple(_in_table(block, sheet.desk))
        named = any(one.name for one in signed)
        fits = signed and (named or _may_lack_a_name(sheet, place))
        return Taken(signed, place + 1) if fits else None
    if _is_remark(block, sheet.desk):
        below = _named(sheet.blocks, place + 1, sheet.desk)
        signed, end = (below.signed, below.end) if below else ((), place + 1)
        return Taken(signed, end, (block.text,)) if below or sheet.signed else None
    return _named(sheet.blocks, place, sheet.desk) or _nameless(sheet, place)


def _is_remark(block: Paragraph, desk: Desk) -> bool:
    """Whether a line says that the act was signed electronically: nobody signs by it."""
    return bool(read("signature/electronic", block.words, desk.lang))


def _named(blocks: list[Block], place: int, desk: Desk) -> Taken | None:
    """A post over one or more lines, its name at the end of the last or on a line of its own."""
    post: list[Text] = []
    for at in range(place, min(place + _MOST_LINES, len(blocks))):
        block = blocks[at]
        if not isinstance(block, Paragraph) or _is_remark(block, desk):
            return None
        if post and is_person(block.words, desk.lang):
            return _taken(post, block.text, at + 1, desk)
        if not _may_be_post(block.words, desk) or (post and block.words[:1] in '"('):
            return None
        cut = name_start(block.words, desk.lang)
        if cut is not None:
            return _taken([*post, block.text.cut(0, cut)], block.text.cut(cut), at + 1, desk)
        if block.words.endswith(_ENDED) and not search("signature/acting", block.words, desk.lang):
            return None
        post.append(block.text)
    return None


def _taken(post: list[Text], name: Text, end: int, desk: Desk) -> Taken | None:
    whole = Text.join(post)
    if len(whole.chars) > _LONGEST_POST or not search("signature/post", whole.chars, desk.lang):
        return None
    return Taken((Signed(whole, name),), end)


def _may_be_post(words: str, desk: Desk) -> bool:
    """Whether a line may belong to a post; an agreeing body under the signature does not sign."""
    return (
        len(words) <= _LONGEST_POST
        and not re.match(r"\d|\"", words)
        and not words.endswith((":", ";"))
        and not read("signature/visa", words, desk.lang)
    )


def _nameless(sheet: _Sheet, place: int) -> Taken | None:
    """Posts alone on the last lines before the end, a corner block or an agreeing body."""
    posts: list[Signed] = []
    for block in sheet.blocks[place : place + _MOST_LINES]:
        if not isinstance(block, Paragraph) or not _is_bare_post(block.words, sheet.desk):
            break
        posts.append(Signed(block.text))
    if not posts or not _may_lack_a_name(sheet, place + len(posts) - 1):
        return None
    return Taken(tuple(posts), place + len(posts))


def _is_bare_post(words: str, desk: Desk) -> bool:
    plain = _BLANKS.sub("", words)
    return (
        len(plain) <= _LONGEST_BARE_POST
        and plain[:1].isupper()
        and not plain.endswith((*_ENDED, ":"))
        and bool(search("signature/post", plain, desk.lang))
        and not search("signature/verb", plain, desk.lang)
    )


def _may_lack_a_name(sheet: _Sheet, place: int) -> bool:
    """Whether the operative part ends at ``place``, before any attachment."""
    ends = _ends_below(sheet.blocks, place, sheet.desk)
    return ends and not sheet.has_attachment_above(place)


def _ends_below(blocks: list[Block], place: int, desk: Desk) -> bool:
    below = blocks[place + 1 : place + 2]
    if not below or (isinstance(below[0], Paragraph) and _is_visa(below[0], desk)):
        return True
    return _begins_corner(blocks, place + 1, desk) and not _begins_corner(blocks, place, desk)


def _begins_corner(blocks: list[Block], place: int, desk: Desk) -> bool:
    corner = first_corner(blocks[place : place + _LONGEST_CORNER], desk)
    return corner is not None and corner.start == 0


def _is_visa(paragraph: Paragraph, desk: Desk) -> bool:
    return bool(read("signature/visa", paragraph.words, desk.lang))


def visas_parted(blocks: list[Block], desk: Desk) -> list[Block]:
    """The blocks, a table of signatures parted from the agreeing bodies in its lower rows."""
    out: list[Block] = []
    for block in blocks:
        if isinstance(block, RawTable):
            out += _visa_parted(block, desk)
        else:
            out.append(block)
    return out


def _visa_parted(table: RawTable, desk: Desk) -> tuple[RawTable, ...]:
    if len(table.rows) > _MOST_ROWS:
        return (table,)
    rows = enumerate(table.rows)
    first = next((place for place, row in rows if _is_visa_row(row, desk)), 0)
    above = RawTable(table.rows[:first], table.sizes[:first])
    if not first or not any(one.name for one in _in_table(above, desk)):
        return (table,)
    return above, RawTable(table.rows[first:], table.sizes[first:])


def _is_visa_row(row: RawRow, desk: Desk) -> bool:
    first = next((text for cell in row.cells for text in cell if text), None)
    return first is not None and bool(read("signature/visa", first.chars, desk.lang))


def _in_table(table: RawTable, desk: Desk) -> Iterator[Signed]:
    """The signatures of a table, row by row; none where it holds anything else.

    A post may take several rows before its name, and several posts may stand in one row with
    their names in the next.
    """
    waiting: list[Text] = []
    found: list[Signed] = []
    for row in table.rows:
        cells = [Text.join(cell) for cell in row.cells if cell]
        names = [cell for cell in cells if is_person(cell.chars, desk.lang)]
        if len(names) > 1 and len(names) == len(cells) == len(waiting):
            found.extend(Signed(*pair) for pair in zip(waiting, names, strict=True))
            waiting = []
        elif len(names) == 1 and cells[-1] is names[0]:
            found.append(Signed(Text.join([*waiting, *cells[:-1]]), names[0]))
            waiting = []
        else:
            waiting.extend(cells)
    found.extend(Signed(post) for post in waiting)
    if all(_is_post(one.post, desk) for one in found):
        yield from found


def _is_post(post: Text, desk: Desk) -> bool:
    return len(post.chars) <= _LONGEST_POST and bool(
        search("signature/post", post.chars, desk.lang)
        and not search("signature/visa", post.chars, desk.lang)
    )
