"""The named styles of a document, set from the layout; the text itself is never formatted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from generator.docx.xml import Element, make, twips

if TYPE_CHECKING:
    from docx.document import Document

    from generator.layout import Layout, Page, Style

FORM_TABLE = "FormTable"
PLAIN_TABLE = "PlainTable"
_ALIGNMENT = {"left": "left", "center": "center", "right": "right", "justify": "both"}
_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")
_SLOTS = ("ascii", "hAnsi", "cs", "eastAsia")


def style_ids(document: Document) -> dict[str, str]:
    """The style id of every style of the document by its name."""
    found = document.styles.element.findall(qn("w:style"))
    return {_name(style): style.get(qn("w:styleId"), "") for style in found}


def _name(style: Element) -> str:
    name = style.find(qn("w:name"))
    return "" if name is None else name.get(qn("w:val"), "")


def dress(document: Document, layout: Layout) -> None:
    """Give the document the page, the letter and the styles of the layout."""
    _set_page(document, layout.page)
    _set_defaults(document.styles.element, layout.styles["Part"], layout.font)
    for name, style in layout.styles.items():
        _put(document.styles.element, _paragraph_style(name, style, layout.font))
    _put(document.styles.element, _table_style(FORM_TABLE, layout, ruled=True))
    _put(document.styles.element, _table_style(PLAIN_TABLE, layout, ruled=False))


def _put(styles: Element, style: Element) -> None:
    """Put the style in the place of the one with the same name, whose id stays."""
    for old in styles.findall(qn("w:style")):
        if _name(old) == _name(style):
            style.set(qn("w:styleId"), old.get(qn("w:styleId"), ""))
            styles.replace(old, style)
            return
    styles.append(style)


def _fonts(font: str) -> Element:
    return make("rFonts", **dict.fromkeys(_SLOTS, font))


def _set_defaults(styles: Element, running: Style, font: str) -> None:
    """What the department types into its template itself looks like running text."""
    old = styles.find(qn("w:docDefaults"))
    if old is not None:
        styles.remove(old)
    size = round(running.size_pt * 2)
    letters = make("rPr", _fonts(font), make("sz", val=size), make("szCs", val=size), make("lang"))
    spacing = make("spacing", before=0, after=0, line=240, lineRule="auto")
    styles.insert(
        0,
        make(
            "docDefaults",
            make("rPrDefault", letters),
            make("pPrDefault", make("pPr", make("widowControl"), spacing)),
        ),
    )


def _paragraph_style(name: str, style: Style, font: str) -> Element:
    return make(
        "style",
        make("name", val=name),
        make("basedOn", val="Normal"),
        make("qFormat"),
        _paragraph_properties(style),
        _letter_properties(style, font),
        type="paragraph",
        customStyle=1,
        styleId=name,
    )


def _paragraph_properties(style: Style) -> Element:
    properties = make("pPr")
    if style.keep_with_next:
        properties.append(make("keepNext"))
    if style.keep_lines:
        properties.append(make("keepLines"))
    properties.append(_spacing(style))
    indents = {"left": twips(style.left_cm * 10), "firstLine": twips(style.first_line_cm * 10)}
    properties.append(make("ind", **indents))
    properties.append(make("jc", val=_ALIGNMENT[style.align]))
    if style.outline is not None:
        properties.append(make("outlineLvl", val=style.outline - 1))
    return properties


def _spacing(style: Style) -> Element:
    return make(
        "spacing",
        before=round(style.before_pt * 20),
        after=round(style.after_pt * 20),
        line=round(style.line_spacing * 240),
        lineRule="auto",
    )


def _letter_properties(style: Style, font: str) -> Element:
    properties = make("rPr", _fonts(font))
    for wanted, names in ((style.bold, ("b", "bCs")), (style.italic, ("i", "iCs"))):
        properties.extend([make(name) for name in names if wanted])
    size = round(style.size_pt * 2)
    properties.extend([make("sz", val=size), make("szCs", val=size)])
    return properties


def _table_style(name: str, layout: Layout, *, ruled: bool) -> Element:
    side, top = twips(layout.tables.cell_side_mm), twips(layout.tables.cell_top_mm)
    margins = {"top": top, "left": side, "bottom": top, "right": side}
    properties = make("tblPr")
    if ruled:
        properties.append(make("tblBorders", *_rules(layout.tables.border_pt)))
    cells = [make(edge, w=width, type="dxa") for edge, width in margins.items()]
    properties.append(make("tblCellMar", *cells))
    parts = (make("name", val=name), make("basedOn", val="TableNormal"), make("qFormat"))
    return make("style", *parts, properties, type="table", customStyle=1, styleId=name)


def _rules(points: float) -> list[Element]:
    eighths = round(points * 8)
    return [make(edge, val="single", sz=eighths, space=0, color="auto") for edge in _BORDERS]


def _set_page(document: Document, page: Page) -> None:
    """Set the sheet and its margins in every section that the template has."""
    for section in document.sections:
        properties = section._sectPr  # noqa: SLF001  # python-docx offers no twips-exact setter
        _replace(properties, "pgSz", w=twips(page.width_mm), h=twips(page.height_mm))
        _replace(
            properties,
            "pgMar",
            top=twips(page.top_mm),
            right=twips(page.right_mm),
            bottom=twips(page.bottom_mm),
            left=twips(page.left_mm),
            header=twips(page.header_mm),
            footer=twips(page.footer_mm),
            gutter=0,
        )


def _replace(properties: Element, name: str, **values: int) -> None:
    old = properties.find(qn(f"w:{name}"))
    new = make(name, **values)
    if old is None:
        properties.append(new)
    else:
        properties.replace(old, new)
