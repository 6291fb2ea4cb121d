"""What a document says of itself: title, author, language, dates; and the tongue of its text."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec
from docx.opc.part import XmlPart
from docx.oxml.ns import qn

from generator.docx.xml import typed

if TYPE_CHECKING:
    from docx.document import Document

_LONG_AGO = "1980-01-01"  # a draft has no date, and two drafts alike must be the same bytes
_MOST = 255  # characters that a property may have; python-docx refuses more


class Properties(msgspec.Struct, frozen=True):
    """The document's own card; ``date`` is ISO, ``language`` a tag such as kk-KZ."""

    language: str
    title: str = ""
    subject: str = ""
    author: str = ""
    date: str | None = None


def describe(document: Document, properties: Properties) -> None:
    """Write the card of the document; nothing of what stood there remains."""
    card = document.core_properties
    for name in ("title", "subject", "author"):
        setattr(card, name, _short(getattr(properties, name)))
    card.language = properties.language
    card.last_modified_by = card.author
    for name in ("category", "comments", "content_status", "identifier", "keywords", "version"):
        setattr(card, name, "")
    card.revision = 1
    card.created = card.modified = _midnight(properties.date)
    _set_language(document, properties.language)


def _short(text: str) -> str:
    line = " ".join(typed(text).split())
    return line if len(line) <= _MOST else line[: _MOST - 1] + "…"


def _midnight(date: str | None) -> dt.datetime:
    try:
        day = dt.date.fromisoformat(date or _LONG_AGO)
    except ValueError:  # a date as it was printed: the card does without it
        day = dt.date.fromisoformat(_LONG_AGO)
    return dt.datetime.combine(day, dt.time(), dt.UTC).replace(tzinfo=None)


def _set_language(document: Document, language: str) -> None:
    """Every mark of language in the package: Word adds its own to what a person typed."""
    for part in document.part.package.iter_parts():
        if isinstance(part, XmlPart):
            for mark in part.element.iter(qn("w:lang"), qn("w:themeFontLang")):
                mark.attrib.clear()
                mark.set(qn("w:val"), language)
                mark.set(qn("w:eastAsia"), language)
