"""The elements of an act, one after another, each in the style of its kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile, zip_longest

from generator.docx import Manuscript, columns_of
from generator.layout import Layout
from lexicon.units import heading
from model import Attachment, Lang, Node, Note, Signature

_HEADED = frozenset({"section", "chapter", "paragraph", "article"})
_OF_A_TEXT = _HEADED | {"clause", "subclause"}  # what a form never has
_MARKS = {"clause": "{}. ", "subclause": "{}) "}  # law "On legal acts", article 23
_STYLES = {
    "section": "SectionHeading",
    "chapter": "ChapterHeading",
    "paragraph": "ParagraphHeading",
    "article": "ArticleHeading",
    "clause": "Clause",
    "subclause": "Subclause",
    "part": "Part",
    "item": "Item",
}
_BLANK = re.compile(r"[_\s.,]+")
_HINT = re.compile(r"\(.*\)\s*", re.DOTALL)  # the words in brackets under a blank


def heading_line(node: Node, lang: Lang) -> str:
    """'1-тарау. Жалпы ережелер', 'Глава 1. Общие положения'; empty where there is neither."""
    number = heading(node.kind, node.number, lang) if node.number else ""
    return ". ".join(filter(None, (number, node.heading)))


def typed_lines(node: Node, lang: Lang) -> Iterator[str]:
    """The element's own lines as they are typed, its mark before the first; tables are none."""
    if node.kind in _HEADED:
        yield from filter(None, (heading_line(node, lang), node.text))
        return
    numbered = node.number and node.kind in {"clause", "subclause"}
    mark = f"{heading(node.kind, node.number, lang)} " if numbered and node.number else ""
    for text in filter(None, (node.heading, node.text)):
        yield f"{mark}{text}"
        mark = ""


class ActWriter:
    """Writes the elements of one act into a manuscript; nothing is judged, nothing left out."""

    def __init__(self, manuscript: Manuscript, lang: Lang, layout: Layout) -> None:
        self._manuscript = manuscript
        self._lang: Lang = lang
        self._most_columns = layout.tables.wide_columns
        self._lying = False
        self._line_style = _STYLES["part"]

    def nodes(self, nodes: Iterable[Node]) -> None:
        """The elements with all that stands under them."""
        for node in nodes:
            if node.kind == "table":
                self._table(node)
            elif node.kind in _HEADED:
                self._headed(node)
            else:
                self._numbered(node)

    def notes(self, notes: Iterable[Note]) -> None:
        """Editorial notes, each a paragraph of its own."""
        for note in notes:
            self._manuscript.write(note.text, "Note")

    def signatures(self, signatures: tuple[Signature, ...]) -> None:
        """The rows of those who sign, in one piece with the text before them."""
        last = len(signatures) - 1
        for index, signature in enumerate(signatures):
            self._manuscript.signature(signature.post, signature.name or "", last=index == last)

    def attachment(self, attachment: Attachment, *, new_sheet: bool) -> None:
        """The block in the upper right corner, the title, the body (article 28).

        A form with a wide table lies as a whole; in a methodology the wide table alone does.
        """
        form = _is_form(attachment)
        self._lying = form and any(map(self._is_wide, attachment.body))
        if new_sheet:
            self._manuscript.new_sheet(landscape=self._lying)
        self._manuscript.lay(landscape=self._lying)
        self._stamp(attachment.header)
        self._title(attachment.title, "FormTitle" if form else "AttachmentTitle")
        self.notes(attachment.notes)
        if form:
            self._form(attachment.body)
        else:
            self.nodes(attachment.body)

    def _stamp(self, header: str | None) -> None:
        style = "StampBlockWide" if self._lying else "StampBlock"
        for line in (header or "").strip("\n").split("\n") if header else ():
            self._manuscript.write(line, style)

    def _title(self, title: str | None, style: str) -> None:
        if title:
            self._manuscript.write(title, style)

    def _form(self, body: tuple[Node, ...]) -> None:
        """The blanks right under the title belong to it; the other lines are filled in."""
        self._line_style = "FormLine"
        captions = tuple(takewhile(bool, _caption_styles(body)))
        for node, style in zip(body, captions, strict=False):
            self._manuscript.write(node.text or "", style)
            self.notes(node.notes)
        self.nodes(body[len(captions) :])
        self._line_style = _STYLES["part"]

    def _headed(self, node: Node) -> None:
        """The heading, its notes, what stands under it.

        The notes come at once, as on the portal: they may concern the heading alone.
        """
        line = heading_line(node, self._lang)
        if line:
            self._manuscript.write(line, _STYLES[node.kind])
        self.notes(node.notes)
        if node.text:
            self._manuscript.write(node.text, self._line_style)
        self.nodes(node.children)

    def _numbered(self, node: Node) -> None:
        mark = _MARKS.get(node.kind, "").format(node.number) if node.number else ""
        style = self._line_style if node.kind == "part" else _STYLES[node.kind]
        lines = [line for line in (node.heading, node.text) if line]
        for line in lines or ([""] if mark else []):
            self._manuscript.write(f"{mark}{line}" if line else mark.rstrip(), style)
            mark = ""
        self.nodes(node.children)
        self.notes(node.notes)

    def _table(self, node: Node) -> None:
        self._manuscript.lay(landscape=self._lying or self._is_wide(node))
        for line in filter(None, (node.heading, node.text)):
            self._manuscript.write(line, "FormCaption")
        self._manuscript.table(node.rows)
        self._manuscript.lay(landscape=self._lying)
        self.nodes(node.children)
        self.notes(node.notes)

    def _is_wide(self, node: Node) -> bool:
        return node.kind == "table" and columns_of(node.rows) > self._most_columns


def _is_form(attachment: Attachment) -> bool:
    """Whether the attachment is filled in by hand rather than read as a text."""
    return attachment.kind != "methodology" and not any(
        node.kind in _OF_A_TEXT for node in attachment.body
    )


def _caption_styles(body: tuple[Node, ...]) -> Iterator[str]:
    """The style of each line as one under a form's title; empty for a line that is none.

    A line with words in brackets under it is a blank, whether it is filled or not.
    """
    for node, below in zip_longest(body, body[1:]):
        style = _caption_style(node)
        if not style and _is_line(node) and below and _caption_style(below) == "FormHint":
            style = "FormCaption"
        yield style


def _is_line(node: Node) -> bool:
    return node.kind == "part" and bool(node.text) and not node.children


def _caption_style(node: Node) -> str:
    """The style of a blank, or of the words in brackets under one; empty for anything else."""
    text = node.text or ""
    if not _is_line(node):
        return ""
    if _BLANK.fullmatch(text):
        return "FormCaption"
    return "FormHint" if _HINT.fullmatch(text) else ""
