"""A consolidated act as a Word document, and the table of its history.

The text is laid out as any act; the editorial notes stand under the elements that they are on.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from amendments.changing import named
from amendments.redactions import Change
from generator.amending_names import act_named
from generator.comparative_marks import Marked, Shown
from generator.docx.comparative import ColumnHead, Sheet
from generator.docx.properties import Properties
from generator.layout import Layout, shipped_layout
from generator.render import render
from lexicon.data import words
from lexicon.dates import write_date
from model import Act, Lang

_WIDTHS = (6, 28, 20, 30, 16)  # per cent of the line


def consolidated(act: Act, *, layout: Layout | None = None, template: Path | None = None) -> bytes:
    """The DOCX of a consolidated act: equal acts give equal bytes.

    Raises:
        TemplateUnsoundError: the template cannot be used; a subclass says why.
        TableTooWideError: a table of the act has more columns than Word can hold.
    """
    return render(act, layout=layout, template=template)


def history_table(base: Act, listed: Iterable[Change], *, layout: Layout | None = None) -> bytes:
    """The DOCX of the history of an act: which act changed which element, and since when."""
    used = layout or shipped_layout()
    said: dict[str, Any] = words("editorial")[base.lang]
    sheet = Sheet(used)
    sheet.write(said["table"]["title"], "AttachmentTitle")
    for line in filter(None, (base.requisites, base.title)):
        sheet.write(line, "Requisites")
    rows = [_row(str(number), change, base.lang) for number, change in enumerate(listed, 1)]
    heads = zip(said["table"]["columns"], _WIDTHS, strict=True)
    sheet.texts(
        [ColumnHead(head, width) for head, width in heads],
        [[(Shown((Marked(text, changed=False),)),) for text in row] for row in rows],
    )
    title = said["table"]["title"]
    return sheet.finish(Properties(language=used.languages[base.lang], title=title))


def _row(number: str, change: Change, lang: Lang) -> list[str]:
    result = change.result
    done: dict[str, str] = words("editorial")[lang]["done"]
    what = "ended" if change.ended else result.operation.action
    return [
        number,
        named(result.place, lang),
        done[what],
        act_named(result.amending, lang),
        write_date(change.day, lang, "numeric") if change.day else "–",
    ]
