"""Is a department's own template fit for use? Asked before it is used, answered by name."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import jinja2
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import nodes
from lxml import etree

from generator.docx.archive import check_archive
from generator.docx.errors import (
    CrowdedPlaceError,
    MissingPlaceError,
    MissingStyleError,
    NotADocumentError,
    TemplateSyntaxError,
    UnknownNameError,
    UnsafeTemplateError,
)
from generator.docx.frame import (
    FIELDS,
    PLACES,
    REQUIRED_FIELDS,
    REQUIRED_PLACES,
    context,
    environment,
    fill,
)
from generator.docx.manuscript import Manuscript
from generator.docx.properties import Properties
from generator.docx.styles import FORM_TABLE, PLAIN_TABLE, style_ids
from generator.docx.xml import words_of

if TYPE_CHECKING:
    from docx.document import Document

    from generator.layout import Layout

_PLACE = re.compile(r"\{\{-?\s*(\w+)\s*-?\}\}")
_RAW = re.compile(r"\{\{-?(?:p|r|tr|tc)\s")  # docxtpl's way to put bare XML into the text
_TAG = re.compile("<[^>]+>")
_PARAGRAPH = re.compile(r"<w:p([ >])")
_MOST_SHOWN = 120
_KNOWN = (*FIELDS, *PLACES)
_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.If,
    nodes.Not,
    nodes.And,
    nodes.Or,
    nodes.Compare,
    nodes.Operand,
    nodes.Const,
)


def check_sound(data: bytes, file: object, layout: Layout) -> None:
    """See that the template can carry every act, or say what is wrong with it.

    Raises:
        TemplateUnsoundError: one of its subclasses, by the first fault found: not a DOCX or
            out of bounds, unsafe contents, a place that cannot be read, unknown names, missing
            or crowded places, missing styles.
    """
    check_archive(data, file)
    frame, document = _opened(data, file)
    _check_not_raw(frame, file)
    sources = [_by_lines(frame.patch_xml(source)) for source in _sources(frame)]
    names = [name for source in sources for name in _names(source, file)]
    _check_names(names, file)
    for place in PLACES:
        _check_place(place, names, document, file)
    _check_styles(document, layout, file)
    _check_whole(sources, file)
    with _damage_named(file):
        _try_out(data, layout)


@contextmanager
def _damage_named(file: object) -> Iterator[None]:
    """The libraries below meet a damaged part with whatever error comes first."""
    damage = (ValueError, LookupError, AttributeError, TypeError, etree.LxmlError)
    try:
        yield
    except damage as error:
        raise NotADocumentError(file=file, problem=f"it is damaged ({error})") from error


def _try_out(data: bytes, layout: Layout) -> None:
    """Write a little of everything: what is damaged out of sight shows now, not with an act."""
    manuscript = Manuscript(fill(data, {}), layout)
    manuscript.clear_places()
    manuscript.write("", "Clause")
    manuscript.new_sheet(landscape=True)
    manuscript.finish(Properties(language=layout.languages["kk"]))


def _opened(data: bytes, file: object) -> tuple[DocxTemplate, Document]:
    with _damage_named(file):
        frame = DocxTemplate(io.BytesIO(data))
        frame.init_docx()
        document = docx.Document(io.BytesIO(data))
        style_ids(document)
    body = document.element.find(qn("w:body"))
    if body is None or body.find(qn("w:sectPr")) is None:
        raise NotADocumentError(file=file, problem="it describes no page")
    return frame, document


def _sources(frame: DocxTemplate) -> Iterator[str]:
    """The XML of the text, then of headers and footers."""
    yield frame.get_xml()
    for uri in (frame.HEADER_URI, frame.FOOTER_URI):
        for _, part in frame.get_headers_footers(uri):
            yield frame.get_part_xml(part)


def _check_not_raw(frame: DocxTemplate, file: object) -> None:
    """Before docxtpl reads the source: afterwards a raw place looks like any other."""
    for source in _sources(frame):
        raw = _RAW.search(_TAG.sub("", source))
        if raw:
            raise UnsafeTemplateError(file=file, found=f'the raw place "{raw[0].strip()} …"')


def _by_lines(source: str) -> str:
    """One paragraph a line, so that a line number names a paragraph."""
    return _PARAGRAPH.sub(r"\n<w:p\1", source.replace("\n", " "))


def _names(source: str, file: object) -> list[str]:
    """Every name that the source uses, in order, as often as it is used."""
    try:
        tree = environment().parse(source)
    except jinja2.TemplateSyntaxError as error:
        shown = _shown(source, error.lineno)
        raise TemplateSyntaxError(file=file, paragraph=shown, problem=error.message) from error
    _check_safe(tree, source, file)
    return [name.name for name in tree.find_all(nodes.Name)]


def _shown(source: str, line: int) -> str:
    lines = source.splitlines()
    words = _TAG.sub("", lines[min(line, len(lines)) - 1]).strip()
    return words if len(words) <= _MOST_SHOWN else words[:_MOST_SHOWN] + "…"


def _check_safe(tree: nodes.Template, source: str, file: object) -> None:
    for node in _all(tree):
        if not isinstance(node, _ALLOWED):
            shown = _shown(source, node.lineno)
            kind = type(node).__name__.lower()
            raise UnsafeTemplateError(file=file, found=f'an expression ({kind}) in "{shown}"')


def _all(node: nodes.Node) -> Iterator[nodes.Node]:
    for child in node.iter_child_nodes():
        yield child
        yield from _all(child)


def _check_names(names: list[str], file: object) -> None:
    unknown = sorted(set(names) - set(_KNOWN))
    if unknown:
        raise UnknownNameError(file=file, names=", ".join(unknown), known=", ".join(_KNOWN))
    for name in REQUIRED_FIELDS:
        if name not in names:
            raise MissingPlaceError(file=file, place=name)


def _check_place(place: str, names: list[str], document: Document, file: object) -> None:
    """A place for blocks stands once, alone, in the text of the document itself."""
    alone = [_alone(words_of(p)) for p in document.element.body.findall(qn("w:p"))]
    if place not in names:
        if place in REQUIRED_PLACES:
            raise MissingPlaceError(file=file, place=place)
        return
    if names.count(place) != 1 or alone.count(place) != 1:
        raise CrowdedPlaceError(file=file, place=place, found=_around(place, document))


def _alone(words: str) -> str | None:
    found = _PLACE.fullmatch(words.strip())
    return found[1] if found else None


def _around(place: str, document: Document) -> str:
    paragraphs = [words_of(p) for p in document.element.iter(qn("w:p"))]
    return " | ".join(words for words in paragraphs if place in words)[:_MOST_SHOWN]


def _check_styles(document: Document, layout: Layout, file: object) -> None:
    missing = sorted({*layout.styles, FORM_TABLE, PLAIN_TABLE} - set(style_ids(document)))
    if missing:
        raise MissingStyleError(file=file, names=", ".join(missing))


def _check_whole(sources: list[str], file: object) -> None:
    """Filled with everything and with nothing, the template must remain a document."""
    for fields in (dict.fromkeys(FIELDS, "x"), {}):
        for source in sources:
            filled = environment().from_string(source).render(context(fields))
            try:
                etree.fromstring(filled.encode(), etree.XMLParser(resolve_entities=False))
            except etree.XMLSyntaxError as error:
                problem = "a condition begins in one part of the page and ends in another"
                shown = "{% if … %}"
                raise TemplateSyntaxError(file=file, paragraph=shown, problem=problem) from error


def read_template(path: Path) -> bytes:
    """The bytes of a template.

    Raises:
        NotADocumentError: there is no such file, or it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise NotADocumentError(file=path, problem=error.strerror or str(error)) from error
