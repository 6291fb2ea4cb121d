"""The date and number of an act that only the block in the right corner of its annex gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from lexicon.formulas import Reading, read
from model import Act, Attachment, Lang
from parsers.drafts import Desk
from parsers.requisites import without_region

_YEAR = re.compile(r"\d{4}|20_")  # every date has one, be it in blanks
_MOST_LINES = 12  # of one block in the corner; a header may hold many


def with_stamp(act: Act, desk: Desk) -> Act:
    """The act, its date and number taken from its annex's block where it has no requisites.

    Only an act that stands for itself: the blocks of an amending act may name the amended one.
    """
    if act.requisites or act.date or act.number or act.role != "base":
        return act
    found = next(_stamps(act), None)
    if found is None or (act.type and found[1].slots["act"] != act.type):
        return act
    attachment, stamp = found
    date, number = stamp.slots["date"], stamp.slots["number"]
    if not date or not number:
        return act
    desk.findings.say("requisites-from-block", attachment.span, date=date, number=number)
    issuer = act.issuer or without_region(stamp.slots["issuer"] or "", act.lang)
    kind = act.type or stamp.slots["act"]
    return replace(act, date=date, number=number, issuer=issuer, type=kind)


def _stamps(act: Act) -> Iterator[tuple[Attachment, Reading]]:
    """The attachments whose block says date and number of the act, with what it says."""
    for attachment in act.attachments:
        stamp = stamp_of(attachment.header or "", act.lang)
        if stamp is not None:
            yield attachment, stamp


def stamp_of(header: str, lang: Lang) -> Reading | None:
    """The first approval or annex block with a date and a number among the lines of a header."""
    lines = header.split("\n")
    dated = [bool(_YEAR.search(line)) for line in lines]
    for start in range(len(lines)):
        for end in range(start + 1, min(start + _MOST_LINES, len(lines)) + 1):
            said = any(dated[start:end])
            stamp = _stamp(" ".join(" ".join(lines[start:end]).split()), lang) if said else None
            if stamp:
                return stamp
    return None


def _stamp(words: str, lang: Lang) -> Reading | None:
    approval = read("block/approval", words, lang)
    if approval:
        return approval
    annex = read("block/appendix", words, lang)
    host = annex.slots.get("host") if annex else None
    return read("block/host", host, lang) if host else None
