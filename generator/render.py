"""An act as a Word document: the decision, then every attachment on a sheet of its own.

This module speaks of clauses and appendices; how Word is told is the matter of
``generator.docx``. The order of the blocks follows the law "On legal acts", articles 23 and 28;
their looks come from ``generator.layout``.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from generator.docx import Manuscript, Properties, check_sound, dress, fill, read_template
from generator.layout import Layout, shipped_layout
from generator.writing import ActWriter
from lexicon.dates import write_date
from lexicon.template import Slot, render_template
from model import Act, Attachment, Lang

_FRAME = Path(__file__).with_name("templates") / "decision.docx"
_NUMBER_BLANK = "______"


def render(act: Act, *, layout: Layout | None = None, template: Path | None = None) -> bytes:
    """The complete DOCX of an act: equal acts give equal bytes.

    ``template`` is a department's own frame of the decision; its styles and margins are kept
    unless a ``layout`` is given too.

    Raises:
        TemplateUnsoundError: the template cannot be used; a subclass says why.
        TableTooWideError: a table of the act has more columns than Word can hold.
    """
    used = layout or shipped_layout()
    manuscript = _begun(_frame(template), layout, _fields(act, used))
    writer = ActWriter(manuscript, act.lang, used)
    _write_decision(manuscript, writer, act)
    manuscript.clear_places()
    for attachment in act.attachments:
        writer.attachment(attachment, new_sheet=True)
    return manuscript.finish(_properties(act, used))


def render_attachment(attachment: Attachment, lang: Lang, *, layout: Layout | None = None) -> bytes:
    """The DOCX of one attachment alone: a blank form, a methodology without its decision.

    Raises:
        TableTooWideError: a table has more columns than Word can hold.
    """
    used = layout or shipped_layout()
    manuscript = _begun(_frame(None), layout, {})
    manuscript.clear_places()
    ActWriter(manuscript, lang, used).attachment(attachment, new_sheet=False)
    title = attachment.title or ""
    return manuscript.finish(Properties(language=used.languages[lang], title=title))


def check_template(path: Path) -> None:
    """See that a department's template can be used.

    Raises:
        TemplateUnsoundError: what is wrong with it; a subclass per kind of fault.
    """
    check_sound(read_template(path), path, shipped_layout())


def _frame(template: Path | None) -> bytes:
    if template is None:
        return _shipped_frame()
    data = read_template(template)
    check_sound(data, template, shipped_layout())
    return data


@lru_cache(maxsize=1)
def _shipped_frame() -> bytes:
    return _FRAME.read_bytes()


def _begun(frame: bytes, layout: Layout | None, fields: dict[str, str | None]) -> Manuscript:
    document = fill(frame, fields)
    if layout is not None:
        dress(document, layout)
    return Manuscript(document, layout or shipped_layout())


def _fields(act: Act, layout: Layout) -> dict[str, str | None]:
    return {
        "title": without_full_stop(act.title),
        "requisites": act.requisites or _requisites(act, layout),
        "issuer": act.issuer,
        "date": _date(act),
        "number": act.number,
        "preamble": _preamble(act),
    }


def without_full_stop(title: str | None) -> str | None:
    """A title ends without a full stop; one that closes an abbreviation stays."""
    if title is None or not title.endswith(".") or title.endswith(".."):
        return title
    last = title[:-1].rsplit(maxsplit=1)[-1:]
    shortest_word = 4
    return title[:-1] if last and len(last[0]) >= shortest_word and "." not in last[0] else title


def _requisites(act: Act, layout: Layout) -> str | None:
    """The line of date and number, blank in a draft; None for an act read without its head."""
    date = _date(act)
    if date is not None:
        said = {"date": date, "number": act.number or _NUMBER_BLANK}
        pattern = layout.words.requisites.of(act.lang)
        return render_template(pattern, lambda slot: _said(slot, said))
    return layout.words.requisites_blank.of(act.lang) if act.title and not act.number else None


def _date(act: Act) -> str | None:
    """The date of the act in words; one that is not of the calendar stays as it is."""
    try:
        return write_date(act.date, act.lang) if act.date else None
    except ValueError:
        return act.date


def _said(slot: Slot, said: dict[str, str]) -> str:
    return said.get(slot.name, slot.source)


def _preamble(act: Act) -> str | None:
    """The preamble with its enacting word, which some readers keep apart."""
    if act.preamble is None:
        return None
    text, enacting = act.preamble.text, act.preamble.enacting
    if not enacting or enacting in text:
        return text
    return f"{text} {enacting}:".strip()


def _write_decision(manuscript: Manuscript, writer: ActWriter, act: Act) -> None:
    """The blocks of the decision, each at its place in the frame.

    Notes on the whole act stand before the preamble, or, in a frame without a place for them,
    before the first clause.
    """
    if not manuscript.at("notes"):
        manuscript.at("body")
    writer.notes(act.notes)
    manuscript.at("body")
    writer.nodes(act.body)
    manuscript.at("signatures")
    writer.signatures(act.signatures)


def _properties(act: Act, layout: Layout) -> Properties:
    return Properties(
        language=layout.languages[act.lang],
        title=act.title or "",
        subject=act.requisites or "",
        author=act.issuer or "",
        date=act.date,
    )
