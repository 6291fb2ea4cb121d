"""An act printed to PDF by a word processor is the act: from a Word file and from a saved page."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace
from pdf_files import without_pdfium

from model import Accounting, Act
from parsers import parse
from parsers.pdf import read_pdf
from tests.parsers.copies import as_docx, as_page, norm
from tests.parsers.test_copies import ACTS

OFFICE = shutil.which("soffice")

pytestmark = pytest.mark.skipif(
    OFFICE is None and not os.environ.get("CI"), reason="LibreOffice prints the pages"
)


def as_sheet(act: Act) -> bytes:
    """A saved page as the portal lays it out: the article alone, corners on the right side."""
    page = as_page(act).decode()
    for said, shown in (
        ('<ul class="menu"><li>Меню</li></ul>', ""),
        ('<div class="container_omega aftertext">Низ</div>', ""),
        ('<table><tr><td colspan="7">', '<table width="100%"><tr><td width="58%">'),
        ('<td colspan="5">', '<td width="42%">'),
        ("</table>", "</table><p>&nbsp;</p>"),
    ):
        page = page.replace(said, shown)
    return page.encode()


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """The PDFs of all the acts by form and name; a run for each form."""
    folder = tmp_path_factory.mktemp("copies")
    for path in ACTS:
        act = parse(path.read_bytes())
        for form, data in (("docx", as_docx(act)), ("html", as_sheet(act))):
            (folder / form).mkdir(exist_ok=True)
            (folder / form / f"{path.stem}.{form}").write_bytes(data)
    _print(folder / "docx", [])
    _print(folder / "html", ["--infilter=HTML (StarWriter)"])
    return {
        (path.parent.name, path.stem): path.read_bytes() for path in sorted(folder.glob("*/*.pdf"))
    }


def _print(folder: Path, settings: list[str]) -> None:
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [OFFICE or "soffice", profile, "--headless", *settings]
    command += ["--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder)]
    sources = sorted(map(str, folder.glob(f"*.{folder.name}")))
    subprocess.run([*command, *sources], check=True, capture_output=True, timeout=240)


@pytest.mark.parametrize("form", ["docx", "html"])
@pytest.mark.parametrize("path", ACTS, ids=lambda path: path.name)
def test_a_printed_act_is_the_act(path, form, printed):
    act = parse(path.read_bytes())
    copy = parse(printed[form, path.stem])
    assert norm(copy) == norm(act)
    assert copy.accounting.unaccounted == 0


@pytest.mark.parametrize("form", ["docx", "html"])
@pytest.mark.parametrize("path", ACTS, ids=lambda path: path.name)
def test_both_libraries_read_the_same_act(path, form, printed, monkeypatch):
    first = parse(printed[form, path.stem])
    without_pdfium(monkeypatch)
    second = parse(printed[form, path.stem])
    assert _without_account(second) == _without_account(first)


def _without_account(act: Act) -> Act:
    return replace(act, accounting=Accounting())


def test_a_word_that_a_narrow_cell_cut_is_whole_again_and_named(printed):
    found = read_pdf(printed["docx", "base-decision.ru"], "act.pdf")
    assert [one.word for one in found.joined] == ["Наименование"]
    assert [found.text[one.start : one.end] for one in found.joined] == ["Наименование КЦИ"]
    act = parse(printed["docx", "base-decision.ru"])
    said = [one.message for one in act.diagnostics if one.code == "cut-word"]
    assert said == ['слово, разорванное в узкой ячейке, соединено: "Наименование"']
