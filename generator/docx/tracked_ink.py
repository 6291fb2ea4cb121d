"""Changes as Word records them: who, when, which words came and which went."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from itertools import count
from typing import Literal

from docx.oxml.ns import qn

from generator.comparative_words import Piece
from generator.docx.tracked_blocks import is_plain
from generator.docx.xml import Element, child, make, run, typed

Change = Literal["ins", "del"]
_CHANGES: dict[str, Change] = {"old": "del", "new": "ins"}
_AFTER_LETTERS = {qn("w:sectPr"), qn("w:pPrChange")}  # what a paragraph's properties end in


class Ink:
    """Writes changes in one hand; ``date`` is ISO, that of the change being written."""

    def __init__(self, author: str, date: str) -> None:
        self._author = author
        self.date = date
        self._numbers = count(1)

    def mark(self, name: str, *inside: Element) -> Element:
        """The element ``w:name`` with author, date and a number of its own."""
        when = f"{self.date}T00:00:00Z"
        number = next(self._numbers)
        return make(name, *inside, id=number, author=typed(self._author), date=when)

    def whole(self, paragraph: Element, change: Change) -> Element:
        """The paragraph, come or gone as a whole with its mark."""
        copy = deepcopy(paragraph)
        self.end(copy, change)
        for piece in list(copy.iter(qn("w:r"))):
            holder = self.mark(change)
            piece.addprevious(holder)
            holder.append(_as(piece, change))
        return copy

    def end(self, paragraph: Element, change: Change) -> None:
        """Mark the paragraph's end: without it, it runs into the one that follows."""
        properties = child(paragraph, "pPr")
        letters = properties.find(qn("w:rPr"))
        if letters is None:
            letters = make("rPr")
            after = [one for one in properties if one.tag in _AFTER_LETTERS]
            properties.insert(len(properties) - len(after), letters)
        letters.insert(0, self.mark(change))

    def lines(self, pieces: Iterable[Piece], like: Element) -> list[Element]:
        """Paragraphs in the manner of ``like``; a line break of a piece ends one, as changed."""
        written = [_empty(like)]
        for piece in pieces:
            for at, text in enumerate(piece.text.split("\n")):
                if at:
                    if piece.side != "both":
                        self.end(written[-1], _CHANGES[piece.side])
                    written.append(_empty(like))
                self._add(written[-1], Piece(text, piece.side), like)
        return written

    def paragraph(self, pieces: Iterable[Piece], like: Element) -> Element:
        """One paragraph in the manner of ``like``; line breaks stay breaks."""
        written = _empty(like)
        for piece in pieces:
            self._add(written, piece, like)
        return written

    def _add(self, paragraph: Element, piece: Piece, like: Element) -> None:
        if not piece.text:
            return
        words = run(piece.text)
        letters = like.find(f"{qn('w:r')}/{qn('w:rPr')}")
        if letters is not None:
            words.insert(0, deepcopy(letters))
        if piece.side == "both":
            paragraph.append(words)
        else:
            change = _CHANGES[piece.side]
            paragraph.append(self.mark(change, _as(words, change)))

    def row(self, row: Element, change: Change) -> Element:
        """A row of a table, come or gone."""
        copy = deepcopy(row)
        child(copy, "trPr").append(self.mark(change))
        for paragraph in list(copy.iter(qn("w:p"))):
            paragraph.getparent().replace(paragraph, self.whole(paragraph, change))  # type: ignore[union-attr]  # a row's paragraph stands in a cell
        return copy


def _as(words: Element, change: Change) -> Element:
    """The run; what is deleted keeps its text under another name."""
    for text in list(words.iter(qn("w:t"))) if change == "del" else ():
        text.tag = qn("w:delText")
    return words


def _empty(like: Element) -> Element:
    properties = like.find(qn("w:pPr"))
    paragraph = make("p", *([deepcopy(properties)] if properties is not None else []))
    for mark in paragraph.findall(f"{qn('w:pPr')}/{qn('w:rPr')}"):
        mark.getparent().remove(mark)  # type: ignore[union-attr]  # it stands in the properties
    return paragraph


def can_be_rewritten(*paragraphs: Element) -> bool:
    """Whether words can be marked inside; a paragraph with a picture comes or goes whole."""
    return all(map(is_plain, paragraphs))
