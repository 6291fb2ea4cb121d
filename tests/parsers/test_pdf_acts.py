"""Our own decisions, printed to PDF by a word processor, give back the act that was written."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace
from pdf_files import without_pdfium

from forms import appendices
from generator.embedded import embedded
from generator.render import render
from model import Act, Node
from parsers.elements import Desk
from parsers.entries import entries_marked
from parsers.findings import Findings
from parsers.grammar import read_act
from parsers.language import language_of
from parsers.ledger import Ledger
from parsers.pdf import read_pdf
from workbench.profiles import load_profile

EXAMPLES = Path(__file__).parents[2] / "examples"
OFFICE = shutil.which("soffice")
SIGNED = 2  # columns of the rows in which a form is signed

pytestmark = pytest.mark.skipif(
    OFFICE is None and not os.environ.get("CI"), reason="LibreOffice prints the pages"
)

AGENCIES = ["almaty-audit-commission", "labour-ministry", "shu-maslikhat"]


@cache
def written(agency, lang):
    profile = load_profile(EXAMPLES / f"{agency}.yaml")
    return embedded(profile, lang, appendices(lang, profile))


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """The PDFs of all the acts, printed in one run."""
    folder = tmp_path_factory.mktemp("printed")
    for agency in AGENCIES:
        for lang in ("kk", "ru"):
            (folder / f"{agency}.{lang}.docx").write_bytes(render(written(agency, lang)))
    subprocess.run(
        [OFFICE or "soffice", f"-env:UserInstallation=file://{folder / 'profile'}", "--headless",
         "--convert-to", "pdf", "--outdir", str(folder), *map(str, folder.glob("*.docx"))],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    return {path.stem: path.read_bytes() for path in folder.glob("*.pdf")}


def read_back(data) -> Act:
    pdf = read_pdf(data, "act.pdf")
    lang = language_of(pdf.text) or "ru"
    desk = Desk(lang, Ledger(pdf.text), Findings(lang))
    act = read_act(entries_marked(pdf.blocks, desk.ledger), desk)
    return replace(act, diagnostics=desk.findings.all(), accounting=desk.ledger.account())


def without_tables(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    return tuple(
        replace(node, children=without_tables(node.children))
        for node in nodes
        if node.kind != "table"
    )


def cells(nodes: tuple[Node, ...]):
    """The ruled tables with their merged cells; the rows of signatures are laid out otherwise."""
    tables = [node.rows for node in nodes if node.kind == "table"]
    return [
        [
            [(" ".join(cell.text.split()), cell.rowspan, cell.colspan) for cell in row]
            for row in rows
        ]
        for rows in tables
        if sum(cell.colspan for cell in rows[0]) > SIGNED
    ]


@pytest.mark.parametrize("lang", ["kk", "ru"])
@pytest.mark.parametrize("agency", AGENCIES)
def test_a_printed_decision_gives_back_the_act_that_was_written(agency, lang, printed):
    act, read = written(agency, lang), read_back(printed[f"{agency}.{lang}"])
    for key in ("type", "title", "requisites", "issuer", "date", "number", "body", "signatures"):
        assert getattr(read, key) == getattr(act, key), key
    assert (read.preamble.text, read.preamble.enacting) == (
        act.preamble.text,
        act.preamble.enacting,
    )
    assert [(one.type, one.date, one.number, one.article, one.clause)
            for one in read.preamble.citations] == [
        (one.type, one.date, one.number, one.article, one.clause)
        for one in act.preamble.citations
    ]  # fmt: skip
    assert [(one.kind, one.number, one.title) for one in read.attachments] == [
        (one.kind, one.number, one.title) for one in act.attachments
    ]
    for found, meant in zip(read.attachments, act.attachments, strict=True):
        assert without_tables(found.body) == without_tables(meant.body), meant.title
        assert cells(found.body) == cells(meant.body), meant.title
    assert read.accounting.unaccounted == 0
    assert read.diagnostics == ()


@pytest.mark.parametrize("lang", ["kk", "ru"])
@pytest.mark.parametrize("agency", AGENCIES)
def test_both_libraries_give_the_same_text(agency, lang, printed, monkeypatch):
    first = read_pdf(printed[f"{agency}.{lang}"], "act.pdf")
    without_pdfium(monkeypatch)
    second = read_pdf(printed[f"{agency}.{lang}"], "act.pdf")
    assert (first.text, first.dropped, first.pictures) == (
        second.text,
        second.dropped,
        second.pictures,
    )


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_the_numbers_of_pages_are_dropped_and_nothing_of_the_act(lang, printed):
    found = read_pdf(printed[f"shu-maslikhat.{lang}"], "act.pdf")
    numbers = [int(words) for reason, words in found.dropped if reason == "page-number"]
    assert numbers == list(range(2, len(numbers) + 2))
    assert {reason for reason, _ in found.dropped} == {"page-number", "repeated-table-head"}
