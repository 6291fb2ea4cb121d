"""An act written out in every form a department may have it in, to be read back.

The writers here know nothing of the product's own: a page in the portal's markup, a Word file
made of plain paragraphs and tables, a text. What is read back must be the act that went in.
"""

from __future__ import annotations

import html
import io
from collections.abc import Iterator

import docx
import msgspec
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Mm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph
from msgspec.structs import replace

from lexicon.dates import write_date
from lexicon.units import heading
from model import Accounting, Act, Cell, Node
from model.act import Row
from model.tree import mapped
from parsers import as_text

STATUS = {
    "kk": {"new": "Жаңа", "updated": "Жаңартылған", "repealed": "Күшін жойған",
           "expired": "Мерзімі біткен", "in_force": "Күшінде"},
    "ru": {"new": "Новый", "updated": "Обновленный", "repealed": "Утративший силу",
           "expired": "Прекращено действие", "in_force": "Действующий"},
}  # fmt: skip


REGISTERED = {
    "kk": "Қазақстан Республикасының Әділет министрлігінде {day} № {number} болып тіркелді",
    "ru": "Зарегистрирован в Министерстве юстиции Республики Казахстан {day} № {number}",
}


class Line(msgspec.Struct, frozen=True):
    """One block of the sheet: ``style`` tells how it is set."""

    style: str
    text: str = ""
    beside: str = ""
    table: Node | None = None


def lines_of(act: Act) -> Iterator[Line]:
    """The act from top to bottom."""
    yield Line("title", act.title or "")
    if act.requisites:
        yield Line("requisites", _requisites(act), STATUS[act.lang].get(act.status or "", ""))
    yield from (Line("note", note.text) for note in act.notes)
    if act.preamble:
        yield Line("p", act.preamble.text)
    first = next((at for at, node in enumerate(act.body) if node.kind == "part"), len(act.body))
    yield from _nodes(act.body[:first], act)
    for signature in act.signatures:
        yield Line("signature", signature.post, signature.name or "")
    yield from _nodes(act.body[first:], act)  # who agreed stands under who signed
    for attachment in act.attachments:
        if attachment.header:
            yield Line("corner", attachment.header)
        if attachment.title:
            yield Line("h", attachment.title)
        yield from (Line("note", note.text) for note in attachment.notes)
        yield from _nodes(attachment.body, act)


def _requisites(act: Act) -> str:
    """The line with its registration, which the model keeps apart from it."""
    registered = act.registration
    if registered is None:
        return act.requisites or ""
    day = write_date(registered.date, act.lang, "attributive" if act.lang == "kk" else "bare")
    day = day[:-2] if act.lang == "kk" else day  # "5 мамырдағы" less its "ғы"
    said = REGISTERED[act.lang].format(day=day, number=registered.number)
    return f"{(act.requisites or '').rstrip('.')}. {said}"


def _nodes(nodes: tuple[Node, ...], act: Act) -> Iterator[Line]:
    for node in nodes:
        if node.kind == "table":
            yield Line("table", table=node)
        elif node.text or node.heading or node.number:
            yield Line("h" if node.heading else "p", _words(node, act))
        yield from _nodes(node.children, act)
        yield from (Line("note", note.text) for note in node.notes)


def _words(node: Node, act: Act) -> str:
    if node.kind == "item":
        return f"– {node.text}"
    mark = heading(node.kind, node.number, act.lang) if node.number else ""
    stop = "." if node.heading and not mark.endswith(".") else ""
    return f"{mark}{stop} {node.heading or ''}{node.text or ''}".strip()


def as_page(act: Act) -> bytes:
    """A saved page of the portal."""
    head, body = "", ""
    for line in lines_of(act):
        words = html.escape(line.text, quote=False).replace("\n", "<br>")
        if line.style == "title":
            head += f"<h1>{words}</h1>"
        elif line.style == "requisites":
            status = f'<span class="status">{line.beside}</span>' if line.beside else ""
            head += f"{status}<p>{words}</p>"
        else:
            body += _html(line, words) + "\n"
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Акт</title></head><body>
<ul class="menu"><li>Меню</li></ul><div class="container_alpha slogan">{head}</div>
<div class="container_gamma text text_new"><div class="gs_12"><article>{body}</article></div></div>
<div class="container_omega aftertext">Низ</div></body></html>""".encode()


def _html(line: Line, words: str) -> str:
    if line.table is not None:
        rows = "".join(f"<tr>{''.join(map(_td, row))}</tr>" for row in line.table.rows)
        return f"<table border='1'><tbody>{rows}</tbody></table>"
    if line.style == "signature":
        name = html.escape(line.beside)
        return (f'<table><tr><td colspan="7"><p><i>{words}</i></p></td>'
                f'<td colspan="5"><p><i>{name}</i></p></td></tr></table>')  # fmt: skip
    if line.style == "corner":
        blank = '<td colspan="7"><p>&nbsp;</p></td>'
        return f'<table><tr>{blank}<td colspan="5">{words}</td></tr></table>'
    if line.style == "note":
        return f'<p class="note">{words}</p>'
    if line.style == "h":
        return f"<h3> {words}</h3>"
    return f"<p>\n&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; {words}</p>"


def _td(cell) -> str:
    spans = "".join(
        f' {name}="{size}"' for name in ("rowspan", "colspan") if (size := getattr(cell, name)) > 1
    )
    inner = "".join(f"<p>{html.escape(text, quote=False)}</p>" for text in cell.text.split("\n"))
    return f"<td{spans}>{inner}</td>"


def as_docx(act: Act) -> bytes:
    """A Word file as a department types it."""
    document = docx.Document()
    sheet = document.sections[0]
    sheet.page_width, sheet.page_height = Mm(210), Mm(297)
    sheet.left_margin, sheet.right_margin = Mm(30), Mm(15)
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = Pt(12)
    for line in lines_of(act):
        _typed(document, line)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _typed(document: Document, line: Line) -> None:
    if line.table is not None:
        _table(document, line.table)
    elif line.style == "signature":
        row = document.add_table(1, 2).rows[0].cells
        row[0].text, row[1].text = line.text, line.beside
    elif line.style == "corner":
        cell = document.add_table(1, 2).rows[0].cells[1]
        first, *rest = line.text.split("\n")
        cell.text = first
        for words in rest:
            cell.add_paragraph(words)
    elif line.style == "requisites":
        document.add_paragraph(line.text)
        if line.beside:
            document.add_paragraph(line.beside)
    elif line.style in {"title", "h"}:
        document.add_paragraph(line.text).alignment = WD_ALIGN_PARAGRAPH.CENTER
    else:
        _set(document.add_paragraph(line.text))


def _set(paragraph: Paragraph) -> None:
    paragraph.paragraph_format.first_line_indent = Cm(1.25)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY


def _table(document: Document, node: Node) -> None:
    placed = list(_placed(node))
    width = max((column + cell.colspan for _, column, cell in placed), default=1)
    table = document.add_table(len(node.rows), width, style="Table Grid")
    for row, column, cell in placed:
        _fill(table, (row, column), cell)
    document.add_paragraph()  # two tables that touch would be one on paper


def _placed(node: Node) -> Iterator[tuple[int, int, Cell]]:
    """Row, column and cell: in the first places that no earlier cell spans."""
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(node.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            taken |= {
                (row + below, column + beside)
                for below in range(cell.rowspan)
                for beside in range(cell.colspan)
            }
            yield row, column, cell


def _fill(table: Table, place: tuple[int, int], cell) -> None:
    row, column = place
    target = table.cell(row, column)
    if (cell.rowspan, cell.colspan) != (1, 1):
        target = target.merge(table.cell(row + cell.rowspan - 1, column + cell.colspan - 1))
    first, *rest = cell.text.split("\n")
    target.text = first
    for words in rest:
        target.add_paragraph(words)
    for paragraph in target.paragraphs:
        for run in paragraph.runs:
            run.font.size = Pt(8)


def as_typed(act: Act) -> str:
    """A text as it comes from the clipboard: a line a paragraph, cells behind tabs."""
    return "\n\n".join(_lines(act)) + "\n"


def _lines(act: Act) -> Iterator[str]:
    for line in lines_of(act):
        if line.table is not None:
            yield as_text(Act(lang=act.lang, body=(line.table,))).strip("\n")
        elif line.beside:
            yield f"{line.text}\n\n{line.beside}"
        else:
            yield line.text


def norm(act: Act) -> Act:
    """The act without what belongs to its source alone: where lines of corners and cells break."""
    flat = mapped(act, lambda node: replace(node, rows=tuple(map(_flat, node.rows))))
    attachments = tuple(
        replace(one, header=" ".join((one.header or "").split()) or None)
        for one in flat.attachments
    )
    return replace(flat, attachments=attachments, diagnostics=(), accounting=Accounting())


def _flat(row: Row) -> Row:
    return tuple(replace(cell, text=" ".join(cell.text.split())) for cell in row)
