"""The comparative table (салыстырма кесте / сравнительная таблица) of an amendment.

One row per changed element: how it reads, how it shall read, the changed words in bold, and why.
Custom of the departments, not law; its columns and words are data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from amendments.outcomes import AmendingAct, Result
from generator.amending_names import act_named
from generator.comparative_elements import Changed, changed_elements
from generator.comparative_marks import Marked, Shown, side_by_side
from generator.comparative_profile import TableProfile, table_profile, table_words
from generator.comparative_reasons import Reasons, reason_of
from generator.docx.comparative import ColumnHead, Sheet
from generator.docx.properties import Properties
from generator.layout import Layout, shipped_layout
from lexicon.template import render_template
from lexicon.titles import quoted_title
from lexicon.units import EmptyTargetError, say
from model import Act, Lang, Target

Side = tuple[Shown, ...]


class Row(msgspec.Struct, frozen=True):
    """One changed element; ``element`` is its name, ``before`` and ``after`` its two wordings.

    A side that has no wording holds the word that says so.
    """

    number: str
    element: str
    before: Side
    after: Side
    reason: str
    place: Target


class TableWishes(msgspec.Struct, frozen=True):
    """What a table may be given besides the results.

    ``new`` is the new redaction: with it every element is shown as it really stands after all
    instructions. ``amending`` are the amending acts in the order in which they were applied.
    """

    new: Act | None = None
    amending: tuple[Act, ...] = ()
    reasons: Reasons = {}
    layout: Layout | None = None


def comparative_rows(
    results: Sequence[Result], base: Act, lang: Lang, wishes: TableWishes | None = None
) -> list[Row]:
    """The rows of the table; empty where nothing was changed.

    Several changes of one clause make one row. Instructions that were not carried out, or had
    been before, change nothing and have no row.
    """
    asked = wishes or TableWishes()
    elements = changed_elements(results, base, asked.new)
    rows = [
        _row(str(number), element, lang, asked) for number, element in enumerate(elements, start=1)
    ]
    return _without_repeated_reasons(rows, lang)


def _without_repeated_reasons(rows: list[Row], lang: Lang) -> list[Row]:
    """The rows; a reason that is that of the row above is named as such, not given again."""
    same = table_words().same_reason.of(lang)
    above = [None, *(row.reason for row in rows)]
    return [
        replace(row, reason=same) if row.reason and row.reason == before else row
        for row, before in zip(rows, above, strict=False)
    ]


def comparative_table(
    results: Sequence[Result],
    base: Act,
    lang: Lang,
    profile: TableProfile | None = None,
    wishes: TableWishes | None = None,
) -> bytes:
    """The table as a DOCX on lying sheets, its head repeated; equal results give equal bytes.

    Without a profile the usual five columns.

    Raises:
        TableTooWideError: a table inside an element has more columns than Word can hold.
    """
    asked = wishes or TableWishes()
    layout = asked.layout or shipped_layout()
    columns = (profile or table_profile()).columns
    sheet = Sheet(layout)
    sheet.write(table_words().title.of(lang), "AttachmentTitle")
    for line in _acts_named(results, base, lang):
        sheet.write(line, "Requisites")
    rows = comparative_rows(results, base, lang, asked)
    sheet.texts(
        [ColumnHead(column.head.of(lang), column.percent) for column in columns],
        [[_shown(row, column.what) for column in columns] for row in rows],
    )
    title = table_words().title.of(lang)
    return sheet.finish(Properties(language=layout.languages[lang], title=title, date=base.date))


def _row(number: str, element: Changed, lang: Lang, asked: TableWishes) -> Row:
    before, after = side_by_side(element.before, element.after, lang)
    words = table_words()
    gone = words.repealed if element.results[-1].operation.action == "repeal" else words.removed
    reasons = (reason_of(result, lang, asked.reasons, asked.amending) for result in element.results)
    return Row(
        number=number,
        element=_named(element.place, lang),
        before=before or _said(words.absent.of(lang)),
        after=after or _said(gone.of(lang)),
        reason="\n".join(dict.fromkeys(filter(None, reasons))),
        place=element.place,
    )


def _named(place: Target, lang: Lang) -> str:
    try:
        named = say(place, lang)
        return named[:1].upper() + named[1:]
    except EmptyTargetError:
        return table_words().whole_act.of(lang)


def _said(text: str) -> Side:
    return (Shown((Marked(text, changed=False),)),) if text else ()


def _shown(row: Row, what: str) -> Side:
    if what == "before":
        return row.before
    if what == "after":
        return row.after
    return _said(getattr(row, what))


def _acts_named(results: Sequence[Result], base: Act, lang: Lang) -> Iterator[str]:
    """The lines under the title: the act that is changed, then those that change it."""
    words = table_words()
    changed = AmendingAct(
        type=base.type, issuer=base.issuer, date=base.date, number=base.number, title=base.title
    )
    acts = [(words.base, base.requisites or act_named(changed, lang), base.title)]
    amending = dict.fromkeys(result.amending for result in results)
    acts += [(words.amending, act_named(act, lang), act.title) for act in amending]
    for line, name, title in acts:
        full = _with_title(name, title, lang)
        if full:
            yield render_template(line.of(lang), lambda _, full=full: full)  # type: ignore[misc]  # bound at once


def _with_title(name: str, title: str | None, lang: Lang) -> str:
    if not title or not name or name == title:
        return title or name
    said = {"act": name.rstrip("."), "title": quoted_title(title)}
    return render_template(table_words().titled.of(lang), lambda slot: said[slot.name])
