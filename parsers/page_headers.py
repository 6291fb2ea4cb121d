"""The header of a page: title, status and requisites, perhaps each in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from lxml import etree

from lexicon.formulas import read_any, search
from model import LANGUAGES, Dropped, Lang
from model.act import Status
from parsers.language import language_of
from parsers.page_languages import lines_apart, paragraphs
from parsers.page_paths import words_in

_TITLES = {"h1", "h2"}
_REQUISITES = ("head/requisites", "head/requisites-joint", "head/requisites-as-written")


class HeaderLine(msgspec.Struct, frozen=True):
    """A line of the header with its language; ``status`` where it is the portal's status word."""

    element: etree._Element
    words: str
    lang: Lang | None
    status: Status | None

    @property
    def role(self) -> str:
        """Which line of the header it is: there is one of each in a language."""
        return "status" if self.status else "title" if self.element.tag in _TITLES else "requisites"


class Header(msgspec.Struct, frozen=True):
    """The header of one act; ``dropped`` is what it says once more in the other language."""

    elements: tuple[etree._Element, ...] = ()
    status: Status | None = None
    dropped: tuple[Dropped, ...] = ()


def header_lines(elements: Iterable[etree._Element]) -> tuple[HeaderLine, ...]:
    """The lines of a header; an element is divided only where its lines differ in language."""
    return tuple(_line(line) for element in elements for line in _divided(element))


def only_header(lines: tuple[HeaderLine, ...], lang: Lang) -> Header:
    """The header of a page with one text: what is there in its language, or in the other alone."""
    roles = {line.role for line in lines if _is_of(line, lang)}
    kept = [line for line in lines if _is_of(line, lang) or _stands_in(line, roles)]
    left = [Dropped("other-language", line.words) for line in lines if line not in kept]
    return Header(tuple(line.element for line in kept), _status(lines), tuple(left))


def header_of(lines: tuple[HeaderLine, ...], lang: Lang) -> Header:
    """The header of one of the two texts of a page."""
    own = (line.element for line in lines if _is_of(line, lang))
    return Header(tuple(own), _status(lines))


def has_requisites(lines: tuple[HeaderLine, ...]) -> bool:
    """Whether a line says type, body, date and number of the act."""
    return any(
        search(name, line.words, line.lang)
        for line in lines
        if line.role == "requisites" and line.lang
        for name in _REQUISITES
    )


def _is_of(line: HeaderLine, lang: Lang) -> bool:
    return line.lang in {None, lang}


def _stands_in(line: HeaderLine, roles: set[str]) -> bool:
    """Whether a line of the other language is the only one of its kind; a status is a word."""
    return line.role not in roles and line.status is None


def _status(lines: tuple[HeaderLine, ...]) -> Status | None:
    return next((line.status for line in lines if line.status), None)


def _divided(element: etree._Element) -> list[etree._Element]:
    languages = {lang for line in paragraphs(element) if (lang := language_of(line))}
    return lines_apart(element) if len(languages) == len(LANGUAGES) else [element]


def _line(element: etree._Element) -> HeaderLine:
    words = words_in(element)
    readings = ((lang, read_any("status", words, lang)) for lang in LANGUAGES)
    lang, status = next((pair for pair in readings if pair[1]), (language_of(words), None))
    value: Any = status.formula.value if status else None
    return HeaderLine(element, words, lang, value)
