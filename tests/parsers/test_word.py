"""DOCX: the same act as its text, and documents that are not safe or whole are refused."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from parsers import parse
from parsers.errors import BrokenDocumentError

sys.path.insert(0, str(Path(__file__).parent))

from sources import APPROVALS, FORMS, HEADS, page

CLAUSES = ["Глава 1. Общие положения", "1. Слово:", "1) один;", "2) два.", "2. Часть первая.",
           "Часть вторая."]  # fmt: skip
ROWS = [["№", "Показатель", "План", "", "Факт"], ["1", "Первый", "10", "20", "15"]]


def saved(document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def document(*paragraphs):
    made = docx.Document()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    return made


def corner(made, lines, *, breaks):
    """A table without words on the left, as the portal sets a block in the right corner."""
    right = made.add_table(1, 2).cell(0, 1)
    right.text = "\n".join(lines) if breaks else lines[0]
    for line in () if breaks else lines[1:]:
        right.add_paragraph(line)


@pytest.mark.parametrize("breaks", [True, False], ids=["soft breaks", "paragraphs"])
@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_a_document_gives_the_same_act_as_its_text(lang, breaks):
    *head, post, name = HEADS[lang]
    clauses = (
        CLAUSES if lang == "ru" else ["1-тарау. Жалпы ережелер", "1. Сөз:", "1) бір;", "2) екі."]
    )
    made = document(*head)
    signed = made.add_table(1, 2)
    signed.cell(0, 0).text, signed.cell(0, 1).text = post, name
    corner(made, APPROVALS[lang][:-1], breaks=breaks)
    for line in (APPROVALS[lang][-1], *clauses):
        made.add_paragraph(line)
    corner(made, FORMS[lang][:-1], breaks=breaks)
    made.add_paragraph(FORMS[lang][-1])
    table = made.add_table(2, 5)
    for row, words in enumerate(ROWS):
        for column, word in enumerate(words):
            table.cell(row, column).text = word
    typed = "\n".join("\t".join(row) for row in ROWS)
    blocks = [
        "\n".join(f"\t|\t{line}" for line in block[:-1]) for block in (APPROVALS[lang], FORMS[lang])
    ]
    text = parse(page(*HEADS[lang], blocks[0], APPROVALS[lang][-1], *clauses, blocks[1], FORMS[lang][-1], typed))  # noqa: E501 - one act  # fmt: skip
    word = parse(saved(made), name="act.docx")
    for key in ("title", "issuer", "date", "number", "preamble", "body", "signatures"):
        assert getattr(word, key) == getattr(text, key), key
    assert [(one.kind, one.number, one.title, one.header) for one in word.attachments] == [
        (one.kind, one.number, one.title, one.header) for one in text.attachments
    ]
    assert word.attachments[0].body == text.attachments[0].body
    assert [
        [cell.text for row in node.rows for cell in row] for node in word.attachments[1].body
    ] == [[word for row in ROWS for word in row]]
    assert word.accounting.unaccounted == 0
    assert word.diagnostics == ()


def test_merged_cells_are_those_of_the_document():
    made = document(*HEADS["ru"], *FORMS["ru"])
    table = made.add_table(3, 4)
    for row in range(3):
        for column in range(4):
            table.cell(row, column).text = f"{row}{column}"
    table.cell(0, 2).merge(table.cell(0, 3)).text = "План"
    table.cell(0, 0).merge(table.cell(2, 0)).text = "№"
    table.cell(1, 2).merge(table.cell(2, 3)).text = "Рисунок"
    (form,) = parse(saved(made)).attachments
    ((*_, node),) = (form.body,)
    assert [[(cell.text, cell.rowspan, cell.colspan) for cell in row] for row in node.rows] == [
        [("№", 3, 1), ("01", 1, 1), ("План", 1, 2)],
        [("11", 1, 1), ("Рисунок", 2, 2)],
        [("21", 1, 1)],
    ]


def test_the_paragraphs_of_a_cell_are_lines():
    made = document(*HEADS["ru"], *FORMS["ru"])
    table = made.add_table(1, 3)
    table.cell(0, 0).text = "Первый абзац"
    table.cell(0, 0).add_paragraph("Второй абзац")
    table.cell(0, 1).text, table.cell(0, 2).text = "мягкий\nперенос", "в"
    (form,) = parse(saved(made)).attachments
    assert [cell.text for cell in form.body[0].rows[0]] == [
        "Первый абзац\nВторой абзац", "мягкий\nперенос", "в",
    ]  # fmt: skip


def test_a_soft_break_parts_paragraphs_and_a_tab_is_a_blank():
    made = document(*HEADS["ru"], *APPROVALS["ru"], "1. Первый.\n2.\tВторой.\nЧасть.")
    (found,) = parse(saved(made)).attachments
    assert [(node.number, node.text) for node in found.body] == [("1", "Первый."), ("2", "Второй.")]
    assert found.body[1].children[0].text == "Часть."


def test_runs_of_one_paragraph_are_one_text():
    made = document(*HEADS["ru"], *APPROVALS["ru"])
    paragraph = made.add_paragraph("1. Сло")
    paragraph.add_run("во ").bold = True
    paragraph.add_run("дня.")
    (found,) = parse(saved(made)).attachments
    assert found.body[0].text == "Слово дня."


def rewritten(data: bytes, change) -> bytes:
    """The document with its main part changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:  # noqa: E501 - one archive into another  # fmt: skip
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "word/document.xml":
                content = change(content)
            new.writestr(part.filename, content)
    return stream.getvalue()


PLAIN = saved(document("Слово."))
BOMB = b"<!DOCTYPE d [" + b"".join(
    b'<!ENTITY a%d "%s">' % (level, b"&a%d;" % (level - 1) * 10 if level else b"x" * 10)
    for level in range(9)
) + b"]><w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>" + (
    b"<w:body><w:p><w:r><w:t>&a8;</w:t></w:r></w:p></w:body></w:document>"
)  # fmt: skip
FILE = (
    b"<!DOCTYPE d [<!ENTITY f SYSTEM 'file:///etc/hostname'>]>"
    b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"
    b"<w:p><w:r><w:t>\xd0\xa1\xd0\xbb\xd0\xbe\xd0\xb2\xd0\xbe&f;</w:t></w:r></w:p>"
    b"</w:body></w:document>"
)
BROKEN = {
    "larger unpacked than any act": (
        rewritten(PLAIN, lambda _: b"<a>" + b" " * 70_000_000 + b"</a>"),
        "unpacked it is larger than any act",
    ),
    "no XML": (rewritten(PLAIN, lambda _: b"no xml"), "Start tag expected"),
    "no body": (
        rewritten(PLAIN, lambda content: content.replace(b"w:body", b"w:other")),
        "it has no body",
    ),
    "half a part": (rewritten(PLAIN, lambda content: content[: len(content) // 2]), ""),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_document_that_cannot_be_used_is_refused_with_its_reason(case):
    data, detail = BROKEN[case]
    with pytest.raises(BrokenDocumentError) as caught:
        parse(data, name="act.docx")
    message = str(caught.value)
    assert message.startswith(f"act.docx cannot be opened as a Word document: {detail}")
    assert message.endswith(
        "Open it in Word or LibreOffice and save it again as DOCX."
    )  # fmt: skip


@pytest.mark.parametrize("content", [BOMB, FILE], ids=["entities in entities", "a file of ours"])
def test_entities_are_neither_expanded_nor_fetched(content):
    try:
        act = parse(rewritten(PLAIN, lambda _: content), name="act.docx")
    except BrokenDocumentError:
        return
    words = act.title or ""
    assert "x" * 20 not in words
    assert Path("/etc/hostname").read_text(encoding="utf-8").strip() not in words


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_document_that_was_cut_off_is_refused(share):
    with pytest.raises(Exception, match=r"^act\.docx ") as caught:
        parse(PLAIN[: int(len(PLAIN) * share)], name="act.docx")
    assert type(caught.value).__module__ == "parsers.errors"
    assert "save it" in str(caught.value)


def test_a_document_with_a_damaged_part_is_refused():
    with zipfile.ZipFile(io.BytesIO(PLAIN)) as archive:
        place = archive.getinfo("word/document.xml").header_offset + 120
    damaged = PLAIN[:place] + b"\x00" * 40 + PLAIN[place + 40 :]
    with pytest.raises(BrokenDocumentError, match=r"^act\.docx cannot be opened"):
        parse(damaged, name="act.docx")


def test_an_archive_without_a_document_is_named_an_archive():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("notes.txt", "слово")
    with pytest.raises(Exception, match="it looks like a ZIP archive"):
        parse(stream.getvalue(), name="act.zip")


def test_an_empty_document_is_refused():
    with pytest.raises(Exception, match="has no Kazakh or Russian words"):
        parse(saved(docx.Document()), name="act.docx")
