"""Saved pages for the tests: read as any source is, and a frame in the portal's markup."""

from __future__ import annotations

from pathlib import Path

from model import Act
from parsers import parse
from parsers.blocks import Block, Paragraph, RawTable
from parsers.drafts import Desk
from parsers.findings import Findings
from parsers.language import language_of
from parsers.ledger import Ledger
from parsers.page import read_page

FOLDER = Path(__file__).parents[1] / "fixtures" / "pages"
CHROME = ("Главная", "Последние документы", "Скачать", "История изменений", "РГП на ПХВ",
          "Негізгі", "Соңғы құжаттар", "Жүктеу", "Өзгерістер тарихы", "ШЖҚ РМК",
          "var place", "color: green", "counter", "ИПС", "АҚЖ")  # fmt: skip


def files() -> list[Path]:
    return sorted(path for path in FOLDER.iterdir() if path.suffix in {".html", ".mhtml"})


def act_of(data: bytes) -> Act:
    """The one act in a page, with what is said of it in English."""
    return parse(data, name="act.html", ui="en")


def blocks_of(data: bytes) -> list[Block]:
    """The blocks of a page with one text, as they go to the grammar."""
    (manuscript,) = read_page(data, "act.html")
    return manuscript.blocks(desk_of(manuscript))


def desk_of(manuscript) -> Desk:
    return Desk(language_of(manuscript.text) or "ru", Ledger(manuscript.text), Findings("en"))


def saved(text: str, *, status: str = "", article: bool = True, encoding: str = "utf-8") -> bytes:
    """A page of the portal with ``text`` in its box."""
    inside = f"<article>{text}</article>" if article else text
    page = f"""<!DOCTYPE html><html><head><meta charset="{encoding}"><title>Окно</title>
    <script>var place = "<p>сценарий</p>";</script></head><body><ul class="menu"><li>Меню</li></ul>
    <div class="container_alpha slogan"><h1>Об утверждении Методики</h1> {status}
    <p>Решение Акбулакского районного маслихата от 14 июня 2023 года № 5-3</p></div>
    <div class="container_gamma text text_new"><div class="gs_12">{inside}</div></div>
    <div class="container_omega aftertext"><p>Низ</p></div><p>Последние документы</p>
    </body></html>"""
    return page.encode(encoding, "xmlcharrefreplace")


def shown(text: str, **frame) -> list:
    """What stands in the text box: paragraphs as strings, tables as rows of cells."""
    return [_shown(block) for block in blocks_of(saved(text, **frame))[2:]]


def _shown(block: Paragraph | RawTable):
    if isinstance(block, Paragraph):
        return block.words
    return [["\n".join(text.chars for text in cell) for cell in row.cells] for row in block.rows]


def sizes(text: str) -> list:
    """(rowspan, colspan) of every cell of the one table in the text box."""
    (table,) = [block for block in blocks_of(saved(text)) if isinstance(block, RawTable)]
    return [list(row) for row in table.sizes]
