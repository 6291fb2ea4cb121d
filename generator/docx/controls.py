"""Content controls of Word: places to type into, to choose from, to pick a date in.

A blank form is turned into one that is filled on the screen: every line of underscores and every
empty cell becomes a control tagged with the name of its place, so that it can be read back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec
from docx.oxml.ns import qn

from generator.docx.xml import Element, make, run, words_of

_LINE = re.compile("_{3,}")
_HINT_COLOUR = "595959"  # dark enough to be read on paper too


class Control(msgspec.Struct, frozen=True):
    """What a control is: its tag, its name for people, the hint in it, the choices or the date.

    ``tag`` of ``None`` leaves the place as it is printed: a signature is written by hand.
    ``typed``: besides the choices anything may be typed.
    """

    tag: str | None
    title: str = ""
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    date_of: str | None = None
    typed: bool = False


class Lines(msgspec.Struct, frozen=True):
    """Where the controls of a document go: those on lines, then those in cells."""

    lines: Sequence[Control]
    cells: Sequence[Control]


def insert_controls(body: Element, controls: Lines) -> bool:
    """Put the controls in their places, in the order of the document.

    False where the places are not as many as the controls: then the document is not of this form.
    """
    texts = [piece for piece in body.iter(qn("w:t")) if _LINE.search(piece.text or "")]
    lines = [(piece, found[0]) for piece in texts for found in _LINE.finditer(piece.text or "")]
    cells = list(_empty_cells(body))
    if (len(lines), len(cells)) != (len(controls.lines), len(controls.cells)):
        return False
    waiting = iter(controls.lines)
    for piece in texts:
        _split(piece, waiting)
    for cell, control in zip(cells, controls.cells, strict=True):
        _into_cell(cell, control)
    return True


def _empty_cells(body: Element) -> Iterator[Element]:
    """The cells of ruled tables to be filled in; a continued cell belongs to the one above."""
    for cell in body.iter(qn("w:tc")):
        merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
        continued = merge is not None and merge.get(qn("w:val")) == "continue"
        if not words_of(cell) and not continued and not _is_head(cell):
            yield cell


def _is_head(cell: Element) -> bool:
    row = cell.getparent()
    return row is not None and row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None


def _split(piece: Element, waiting: Iterator[Control]) -> None:
    """The run parted at its lines of underscores, a control in the place of each."""
    old = piece.getparent()
    if old is None:
        return
    at, text = 0, piece.text or ""
    for found in _LINE.finditer(text):
        control = next(waiting)
        before = text[at : found.start()]
        if control.tag is None:
            continue
        if before:
            old.addprevious(run(before))
        old.addprevious(_control(control, found[0]))
        at = found.end()
    piece.text = text[at:]
    if not piece.text and len(old) == 1:
        parent = old.getparent()
        if parent is not None:
            parent.remove(old)


def _into_cell(cell: Element, control: Control) -> None:
    paragraph = cell.find(qn("w:p"))
    if control.tag is not None and paragraph is not None:
        paragraph.append(_control(control, control.hint))


def _control(control: Control, shown: str) -> Element:
    properties = make("sdtPr", make("alias", val=control.title[:64]), make("tag", val=control.tag))
    properties.append(make("showingPlcHdr"))
    properties.append(_kind(control))
    hint = run(shown)
    hint.insert(0, make("rPr", make("color", val=_HINT_COLOUR)))
    return make("sdt", properties, make("sdtContent", hint))


def _kind(control: Control) -> Element:
    if control.choices:
        items = [make("listItem", displayText=said, value=value) for value, said in control.choices]
        return make("comboBox" if control.typed else "dropDownList", *items)
    if control.date_of is not None:
        return make(
            "date",
            make("dateFormat", val="dd.MM.yyyy"),
            make("lid", val=control.date_of),
            make("storeMappedDataAs", val="dateTime"),
            make("calendar", val="gregorian"),
        )
    return make("text", multiLine=1)


def read_controls(body: Element) -> dict[str, str]:
    """What was typed or chosen, by tag; a place that still shows its hint is left out.

    Of a place that stands twice in the form the first one filled counts.
    """
    found: dict[str, str] = {}
    for control in body.iter(qn("w:sdt")):
        properties = control.find(qn("w:sdtPr"))
        if properties is None or properties.find(qn("w:showingPlcHdr")) is not None:
            continue
        tag = properties.find(qn("w:tag"))
        content = control.find(qn("w:sdtContent"))
        name = "" if tag is None else tag.get(qn("w:val"), "")
        said = "" if content is None else _chosen(properties, _lines(content))
        if name and said:
            found.setdefault(name, said)
    return found


def _lines(content: Element) -> str:
    """The text with its breaks as blanks between words."""
    pieces = (
        (element.text or "") if element.tag == qn("w:t") else " "
        for element in content.iter(qn("w:t"), qn("w:br"), qn("w:tab"), qn("w:p"))
    )
    return " ".join("".join(pieces).split())


def _chosen(properties: Element, said: str) -> str:
    """The value of a choice; a text, or a date as it is shown, stays as it is."""
    for item in properties.iter(qn("w:listItem")):
        if item.get(qn("w:displayText")) == said:
            return str(item.get(qn("w:value")))
    return said
