"""A consolidated act with its changes tracked, as Word tracks them, each with its source.

The base is written as usual; beside the first paragraph of every change stands a comment that
names the amending act and the clause that ordered it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import msgspec

from amendments.outcomes import Result
from generator.amending_names import act_named, clause_named
from generator.docx.tracked import Script, track
from generator.docx.tracked_remarks import Remark
from generator.layout import Layout, shipped_layout
from generator.render import render
from generator.tracked_outline import Places, outline
from lexicon.data import load
from lexicon.template import render_template
from model import Act, AdistemeError, Both, Lang

_WORDS = Path(__file__).with_name("tracked.yaml")
_NO_DATE = "1980-01-01"  # a draft amendment has no date, and two drafts alike must be the same


class OtherLanguageError(AdistemeError):
    """Two redactions in two languages."""

    template = (
        "Changes can be tracked between two redactions in one language only: the base is in "
        "%(base)s, the new redaction in %(new)s. Give both in the same language."
    )


class TrackedWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``tracked.yaml``."""

    author: Both
    remark: Both
    remark_without_place: Both


class TrackedWishes(msgspec.Struct, frozen=True):
    """How the document shall be made; ``recording`` leaves Word recording what is typed next."""

    layout: Layout | None = None
    template: Path | None = None
    recording: bool = False


def tracked(
    base: Act, new: Act, results: tuple[Result, ...] = (), wishes: TrackedWishes | None = None
) -> bytes:
    """The DOCX of ``base`` with its changes into ``new``; equal acts give equal bytes.

    Accepting all changes gives the document of ``new``, rejecting all that of ``base``.
    ``results`` say which amending act ordered what; without them there are no comments.

    Raises:
        OtherLanguageError: the two redactions are in different languages.
        TemplateUnsoundError: the template of the wishes cannot be used.
        TableTooWideError: a table has more columns than Word can hold.
    """
    if base.lang != new.lang:
        raise OtherLanguageError(base=base.lang, new=new.lang)
    asked = wishes or TrackedWishes()
    layout = asked.layout or shipped_layout()
    outlines = outline(base, layout), outline(new, layout)
    script = Script(
        old=outlines[0].labels,
        new=outlines[1].labels,
        author=_words().author.of(base.lang),
        date=max(map(_date, results), default=_NO_DATE),
        remarks=tuple(_remarks(results, Places(outlines), base.lang)),
        recording=asked.recording,
    )
    old, fresh = (render(act, layout=asked.layout, template=asked.template) for act in (base, new))
    return track(old, fresh, script)


@cache
def _words() -> TrackedWords:
    return load(_WORDS, TrackedWords)


def _date(result: Result) -> str:
    return result.amending.date or _NO_DATE


def _remarks(results: Iterable[Result], places: Places, lang: Lang) -> list[Remark]:
    """One remark for each place that an instruction changed, in the order of the instructions."""
    made = (
        Remark(_remark(result, lang), places.of(result.place), _date(result))
        for result in results
        if result.outcome == "applied"
    )
    return [remark for remark in dict.fromkeys(made) if remark.text]


def _remark(result: Result, lang: Lang) -> str:
    """The amending act, its clause, and on a line of its own the instruction as written."""
    said = {"act": act_named(result.amending, lang), "place": clause_named(result, lang)}
    words = _words().remark if said["place"] else _words().remark_without_place
    source = render_template(words.of(lang), lambda slot: said[slot.name])
    return "\n".join(filter(None, (source.strip(" ,"), result.operation.text)))
