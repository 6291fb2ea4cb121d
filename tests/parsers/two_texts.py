"""One small act in both languages, and the ways in which a source can hold both texts of it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import docx
from msgspec.structs import replace
from sources import APPROVALS, FORMS, HEADS, page

from model import Accounting, Act

BODIES = {
    "ru": ("Глава 1. Общие положения", "1. Методика определяет порядок оценки служащих.",
           "2. Оценка проводится по итогам года в отношении:", "1) служащих;",
           "2) руководителя аппарата."),
    "kk": ("1-тарау. Жалпы ережелер", "1. Әдістеме қызметшілерді бағалау тәртібін айқындайды.",
           "2. Бағалау жыл қорытындысы бойынша мыналарға жүргізіледі:", "1) қызметшілерге;",
           "2) аппарат басшысына."),
}  # fmt: skip


def act(lang: str) -> list[str]:
    """The act in one language, paragraph by paragraph."""
    return [*HEADS[lang], *APPROVALS[lang], *BODIES[lang], *FORMS[lang]]


KAZAKH, RUSSIAN = act("kk"), act("ru")


def in_turn(first: list[str], second: list[str]) -> Iterator[str]:
    for pair in zip(first, second, strict=True):
        yield from pair


TEXTS: dict[str, str] = {
    "Kazakh, then Russian": page(*KAZAKH, *RUSSIAN),
    "Russian, then Kazakh": page(*RUSSIAN, *KAZAKH),
    "paragraph by paragraph": page(*in_turn(KAZAKH, RUSSIAN)),
    "paragraph by paragraph, Russian first": page(*in_turn(RUSSIAN, KAZAKH)),
    "line by line": "\n".join(in_turn(KAZAKH, RUSSIAN)),
    "columns with tabs": "\n".join(map("\t".join, zip(KAZAKH, RUSSIAN, strict=True))),
    "columns with bars": "\n".join(map("\t|\t".join, zip(RUSSIAN, KAZAKH, strict=True))),
}


def document(build: Callable[[docx.document.Document], None]) -> bytes:
    made, content = docx.Document(), io.BytesIO()
    build(made)
    made.save(content)
    return content.getvalue()


def paragraphs(*words: str) -> bytes:
    return document(lambda made: [made.add_paragraph(one) for one in words])


def a_row_a_paragraph(made) -> None:
    table = made.add_table(0, 2)
    for pair in zip(KAZAKH, RUSSIAN, strict=True):
        for cell, words in zip(table.add_row().cells, pair, strict=True):
            cell.text = words


def a_cell_a_text(made) -> None:
    for cell, (first, *others) in zip(
        made.add_table(1, 2).rows[0].cells, (RUSSIAN, KAZAKH), strict=True
    ):
        cell.text = first
        for words in others:
            cell.add_paragraph(words)


DOCUMENTS: dict[str, bytes] = {
    "Kazakh, then Russian": paragraphs(*KAZAKH, *RUSSIAN),
    "paragraph by paragraph": paragraphs(*in_turn(RUSSIAN, KAZAKH)),
    "a table with a row for each paragraph": document(a_row_a_paragraph),
    "a table with a cell for each text": document(a_cell_a_text),
}


def plain(act: Act) -> Act:
    """The act without what is said of its source."""
    return replace(act, diagnostics=(), accounting=Accounting())
