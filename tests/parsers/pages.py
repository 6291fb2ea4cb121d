"""Saved pages for the tests: read as any source is, and a frame in the portal's markup."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from model import Act
from parsers.blocks import Paragraph, RawTable
from parsers.drafts import Desk
from parsers.entries import entries_marked
from parsers.findings import Findings
from parsers.grammar import read_act
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
    """The act in a page, with what is said of it in English."""
    source, blocks, _ = read_page(data, "act.html")
    lang = language_of(source)
    desk = Desk(lang, Ledger(source), Findings("en"))
    act = read_act(entries_marked(blocks, desk.ledger), desk)
    return replace(act, diagnostics=desk.findings.all(), accounting=desk.ledger.account())


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
    _, blocks, _ = read_page(saved(text, **frame), "act.html")
    return [_shown(block) for block in blocks[2:]]


def _shown(block: Paragraph | RawTable):
    if isinstance(block, Paragraph):
        return block.words
    return [["\n".join(text.chars for text in cell) for cell in row.cells] for row in block.rows]


def sizes(text: str) -> list:
    """(rowspan, colspan) of every cell of the one table in the text box."""
    _, blocks, _ = read_page(saved(text), "act.html")
    (table,) = [block for block in blocks if isinstance(block, RawTable)]
    return [list(row) for row in table.sizes]
