"""Headings of chapters, paragraphs, articles: on the line of their number or on the next one."""

from __future__ import annotations

from lexicon.formulas import read_any
from model import Span
from parsers.blocks import Paragraph
from parsers.drafts import LEVELS, Desk, Draft

_DASHES = " :-\u2013\u2014"  # typed between the number of a heading and its words
_NO_HEADING = (";", ",", ":", ".")


def heading_of(paragraph: Paragraph, desk: Desk) -> Draft | None:
    """The unit that a line opens, entered in the account; ``None`` where it is no heading."""
    words = paragraph.words
    heading = read_any("heading", words, desk.lang)
    if heading is None or _is_sentence(words, heading.raw.get("heading") or ""):
        return None
    span = paragraph.text.span
    draft = Draft(heading.formula.value or "", number=heading.slots["number"], span=span)
    named = (heading.raw.get("heading") or "").lstrip(_DASHES)
    at = words.rindex(named) if named else len(words)
    if named:
        draft.heading = paragraph.text.cut(at)
    desk.ledger.mark(paragraph.text.cut(0, at))
    _say_odd(draft, words[:at].strip(), span, desk)
    return draft


def _is_sentence(line: str, heading: str) -> bool:
    """Whether a line goes on as a sentence or begins a list: "Глава 2 не применяется."."""
    return line.endswith((":", ";")) or (heading[:1].islower() and line.endswith("."))


def _say_odd(draft: Draft, written: str, span: Span, desk: Desk) -> None:
    from lexicon.units import heading  # noqa: PLC0415 - only acts with headings need it

    proper = heading(draft.kind, draft.number or "", desk.lang)
    if written.rstrip(".").lower() != proper.lower():
        desk.findings.say("odd-heading", span, written=written, read=proper)


def lacks_heading(draft: Draft) -> bool:
    """Whether a unit that has a heading stands open with nothing behind its number."""
    headed = draft.level < LEVELS["clause"]
    return headed and draft.heading is None and draft.text is None and not draft.children


def is_heading_line(paragraph: Paragraph) -> bool:
    """Whether a line without a number may be the heading of the unit that it stands under."""
    words = paragraph.words
    return words[:1].isupper() and not paragraph.dash and not words.endswith(_NO_HEADING)
