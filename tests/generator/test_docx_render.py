"""A rendered act, read back: every element in its order, its style, on its sheet."""

from __future__ import annotations

import io

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.table import Table
from hypothesis import given
from hypothesis import strategies as st

from generator.layout import load_layout, shipped_layout
from generator.render import render, render_attachment, without_full_stop
from model import Act, Attachment, Cell, Node, Note, Preamble, Signature

BLANK = "_" * 20


def clause(number, text, *children, notes=()):
    return Node(kind="clause", number=number, text=text, children=children, notes=notes)


def table(*rows):
    cells = ([cell if isinstance(cell, Cell) else Cell(cell) for cell in row] for row in rows)
    return Node(kind="table", rows=tuple(map(tuple, cells)))


def opened(data):
    return docx.Document(io.BytesIO(data))


def blocks(document):
    """(style, text) of every paragraph with words, rows of a table as a tuple of texts."""
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield ("row", tuple(cell.text for cell in row.cells))
        elif block.text:
            yield (block.style.name, block.text)


METHODOLOGY = Attachment(
    kind="methodology",
    title="Үлгі әдістемесі",
    header="Ақбұлақ аудандық мәслихатының\n2023 жылғы 14 маусымдағы\n№ 5-3 шешімімен\nбекітілген",
    body=(
        Node(
            kind="chapter",
            number="1",
            heading="Жалпы ережелер",
            notes=(Note("Ескерту. 1-тараудың тақырыбы жаңа редакцияда."),),
            children=(
                clause(
                    "1",
                    "Негізгі ұғымдар:",
                    Node(kind="subclause", number="8-1", text="бағалау – нәтижені өлшеу;"),
                    Node(kind="part", text="Екінші бөлік."),
                    Node(kind="item", text="жетістіктерге шолу."),
                    notes=(Note("Ескерту. 1-тармақ жаңа редакцияда."),),
                ),
                clause("2-1", "Қосымша тармақ."),
            ),
        ),
        Node(kind="paragraph", number="2", heading="Мерзімдер"),
    ),
)
FORM = Attachment(
    kind="form",
    number="2",
    title="Бағалау парағы",
    header="Әдістемеге\n2-қосымша\nНысан",
    body=(
        Node(kind="part", text=BLANK),
        Node(kind="part", text="(бағаланатын кезең)"),
        table(("№", "Атауы", "Бағасы"), ("1", "", "")),
        Node(kind="part", text=f"Бағалау нәтижесі {BLANK}"),
        table((f"Қызметші {BLANK}\nкүні {BLANK}", f"Тікелей басшы {BLANK}")),
    ),
)
WIDE = table(
    (Cell("№", rowspan=2), Cell("Атауы", rowspan=2), Cell("Жоспар", colspan=4), Cell("Факт", 1, 4)),
    tuple("1234" * 2),
    ("1", *[""] * 9),
)
ACT = Act(
    lang="kk",
    type="decision",
    title="Әдістемені бекіту туралы.",
    issuer="Ақбұлақ аудандық мәслихаты",
    date="2023-06-14",
    number="5-3",
    requisites="Ақбұлақ аудандық мәслихатының 2023 жылғы 14 маусымдағы № 5-3 шешімі",
    notes=(Note("Ескерту. Тақырып жаңа редакцияда."),),
    preamble=Preamble("Заңға сәйкес Ақбұлақ аудандық мәслихаты ШЕШТІ:", "ШЕШТІ"),
    body=(
        clause("1", "Әдістеме бекітілсін."),
        clause("2", "Мыналар:", Node(kind="subclause", number="1", text="бірінші;")),
    ),
    signatures=(Signature("Мәслихат төрағасы", "Б. Үлгібаев"),),
    attachments=(METHODOLOGY, FORM),
)


def test_every_element_comes_back_in_its_order_and_style():
    assert list(blocks(opened(render(ACT)))) == [
        ("ActTitle", "Әдістемені бекіту туралы"),
        ("Requisites", "Ақбұлақ аудандық мәслихатының 2023 жылғы 14 маусымдағы № 5-3 шешімі"),
        ("Note", "Ескерту. Тақырып жаңа редакцияда."),
        ("Preamble", "Заңға сәйкес Ақбұлақ аудандық мәслихаты ШЕШТІ:"),
        ("Clause", "1. Әдістеме бекітілсін."),
        ("Clause", "2. Мыналар:"),
        ("Subclause", "1) бірінші;"),
        ("row", ("Мәслихат төрағасы", "Б. Үлгібаев")),
        ("StampBlock", "Ақбұлақ аудандық мәслихатының"),
        ("StampBlock", "2023 жылғы 14 маусымдағы"),
        ("StampBlock", "№ 5-3 шешімімен"),
        ("StampBlock", "бекітілген"),
        ("AttachmentTitle", "Үлгі әдістемесі"),
        ("ChapterHeading", "1-тарау. Жалпы ережелер"),
        ("Note", "Ескерту. 1-тараудың тақырыбы жаңа редакцияда."),
        ("Clause", "1. Негізгі ұғымдар:"),
        ("Subclause", "8-1) бағалау – нәтижені өлшеу;"),
        ("Part", "Екінші бөлік."),
        ("Item", "жетістіктерге шолу."),
        ("Note", "Ескерту. 1-тармақ жаңа редакцияда."),
        ("Clause", "2-1. Қосымша тармақ."),
        ("ParagraphHeading", "2-параграф. Мерзімдер"),
        ("StampBlock", "Әдістемеге"),
        ("StampBlock", "2-қосымша"),
        ("StampBlock", "Нысан"),
        ("FormTitle", "Бағалау парағы"),
        ("FormCaption", BLANK),
        ("FormHint", "(бағаланатын кезең)"),
        ("row", ("№", "Атауы", "Бағасы")),
        ("row", ("1", "", "")),
        ("FormLine", f"Бағалау нәтижесі {BLANK}"),
        ("row", (f"Қызметші {BLANK}\nкүні {BLANK}", f"Тікелей басшы {BLANK}")),
    ]


def test_russian_headings_begin_with_the_unit():
    chapter = Node(kind="chapter", number="3", heading="Порядок оценки")
    act = Act(lang="ru", attachments=(Attachment(kind="methodology", body=(chapter,)),))
    assert ("ChapterHeading", "Глава 3. Порядок оценки") in list(blocks(opened(render(act))))


def test_every_attachment_begins_a_new_page_and_only_the_first_page_has_no_number():
    sections = opened(render(ACT)).sections
    assert len(sections) == 3
    assert [section.start_type.name for section in sections[1:]] == ["NEW_PAGE", "NEW_PAGE"]
    assert [s.different_first_page_header_footer for s in sections] == [True, False, False]
    assert "PAGE" in sections[0].header.part.element.xml
    assert "PAGE" not in sections[0].first_page_header.part.element.xml
    assert all(section.header.is_linked_to_previous for section in sections[1:])


def orientations(data):
    return [section.orientation for section in opened(data).sections]


def test_a_form_with_a_wide_table_lies_as_a_whole_and_the_next_one_stands_again():
    wide = Attachment(kind="form", title="Кең", header="Нысан", body=(WIDE,))
    act = Act(lang="kk", title="Т", attachments=(METHODOLOGY, wide, FORM))
    portrait, landscape = WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE
    data = render(act)
    assert orientations(data) == [portrait, portrait, landscape, portrait]
    lying = opened(data).sections[2]
    assert round(lying.page_width.mm), round(lying.page_height.mm) == (297, 210)
    assert (round(lying.top_margin.mm), round(lying.bottom_margin.mm)) == (30, 15)
    assert ("StampBlockWide", "Нысан") in list(blocks(opened(data)))


def test_a_wide_table_in_a_methodology_alone_lies_and_no_page_stays_empty():
    body = (clause("1", "Бұрын."), WIDE, clause("2", "Кейін."), WIDE)
    act = Act(lang="kk", title="Т", attachments=(Attachment(kind="methodology", body=body), FORM))
    data = render(act)
    portrait, landscape = WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE
    assert orientations(data) == [portrait, portrait, landscape, portrait, landscape, portrait]
    assert all(words for words in by_section(opened(data)))


def by_section(document):
    """The words of each section's body, one string per section."""
    return [
        "".join(
            text if isinstance(text, str) else "".join(text)
            for block in section.iter_inner_content()
            for text in [block_text(block)]
        )
        for section in document.sections
    ]


def block_text(block):
    if isinstance(block, Table):
        return "".join(cell.text for row in block.rows for cell in row.cells)
    return block.text


@pytest.mark.parametrize(("columns", "lies"), [(8, False), (9, True)])
def test_a_page_is_turned_from_the_ninth_column_on(columns, lies):
    form = Attachment(kind="form", title="Т", body=(table(["a"] * columns, ["b"] * columns),))
    wanted = WD_ORIENT.LANDSCAPE if lies else WD_ORIENT.PORTRAIT
    assert orientations(render_attachment(form, "kk")) == [wanted]


def test_the_signature_is_kept_on_the_page_of_the_last_paragraph():
    document = opened(render(ACT))
    paragraphs = [p for p in document.paragraphs if p.text]
    assert next(p for p in paragraphs if p.text == "1) бірінші;").paragraph_format.keep_with_next
    signature = document.tables[0]
    assert signature.style.name == "PlainTable"
    assert [p.style.name for c in signature.rows[0].cells for p in c.paragraphs] == [
        "Signature",
        "SignatureName",
    ]


def test_two_who_sign_stand_in_two_rows_on_one_page():
    signatures = (Signature("Сессия төрағасы", "А. Үлгі"), Signature("Хатшы"))
    document = opened(render(Act(lang="kk", title="Т", signatures=signatures)))
    rows = [[c.text for c in row.cells] for t in document.tables for row in t.rows]
    assert rows == [["Сессия төрағасы", "А. Үлгі"], ["Хатшы", ""]]
    tables = document.element.body.iter(qn("w:tbl"))
    held = [element.find(f".//{qn('w:keepNext')}") is not None for element in tables]
    assert held == [True, False]


def test_a_row_of_blanks_to_sign_on_has_no_ruling():
    names = [t.style.name for t in opened(render_attachment(FORM, "kk")).tables]
    assert names == ["FormTable", "PlainTable"]


def test_no_text_is_formatted_past_its_style():
    document = opened(render(ACT))
    runs = list(document.element.body.iter(qn("w:r")))
    assert runs
    assert not [run for run in runs if run.find(qn("w:rPr")) is not None]


def test_no_word_list_and_no_underline_is_used():
    body = opened(render(ACT)).element.xml
    assert "w:numPr" not in body
    assert "w:u " not in body


REQUISITES = {
    "as the act has them": (ACT, ACT.requisites),
    "from date and number": (
        Act(lang="ru", title="О", date="2023-06-14", number="5-3"),
        "от 14 июня 2023 года № 5-3",
    ),
    "in Kazakh": (
        Act(lang="kk", title="О", date="2023-06-14", number="5-3"),
        "2023 жылғы 14 маусым № 5-3",
    ),
    "blank in a draft": (Act(lang="kk", title="О"), '20__ жылғы "___" ____________ № ______'),
    "none without a head": (Act(lang="kk", body=(clause("1", "Мәтін."),)), None),
}


@pytest.mark.parametrize(("act", "line"), REQUISITES.values(), ids=REQUISITES.keys())
def test_the_line_of_requisites(act, line):
    found = [text for style, text in blocks(opened(render(act))) if style == "Requisites"]
    assert found == ([line] if line else [])


def test_an_act_without_preamble_or_title_leaves_no_empty_line_for_them():
    document = opened(render(Act(lang="kk", body=(clause("1", "Мәтін."),))))
    assert [p.text for p in document.paragraphs] == ["1. Мәтін."]


@pytest.mark.parametrize(
    ("text", "enacting", "written"),
    [
        ("Сәйкес мәслихат ШЕШТІ:", "ШЕШТІ", "Сәйкес мәслихат ШЕШТІ:"),
        ("Сәйкес мәслихат", "ШЕШТІ", "Сәйкес мәслихат ШЕШТІ:"),
        ("", "БҰЙЫРАМЫН", "БҰЙЫРАМЫН:"),
        ("Негізінде:", None, "Негізінде:"),
    ],
    ids=["in the text", "apart", "alone", "none"],
)
def test_the_enacting_word_is_printed_once_as_written(text, enacting, written):
    act = Act(lang="kk", title="Т", preamble=Preamble(text, enacting))
    assert ("Preamble", written) in list(blocks(opened(render(act))))


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("Об утверждении Методики.", "Об утверждении Методики"),
        ("Об утверждении Методики", "Об утверждении Методики"),
        ("Министрдің м.а.", "Министрдің м.а."),
        ("И так далее...", "И так далее..."),
        (None, None),
    ],
)
def test_a_title_ends_without_a_full_stop(title, printed):
    assert without_full_stop(title) == printed


def test_an_own_layout_is_seen_in_page_and_styles(tmp_path):
    path = tmp_path / "own.yaml"
    path.write_text("page: {right_mm: 10}\nfont: Arial\nstyles: {Clause: {size_pt: 13}}\n")
    document = opened(render(ACT, layout=load_layout(path)))
    assert round(document.sections[0].right_margin.mm) == 10
    assert document.styles["Clause"].font.size.pt == 13
    assert document.styles["Clause"].font.name == "Arial"
    assert len(document.sections) == 3


def test_the_shipped_layout_given_by_name_changes_nothing():
    assert render(ACT, layout=shipped_layout()) == render(ACT)


@given(text=st.text(min_size=1))
def test_any_text_at_all_is_written_and_nothing_of_it_is_lost(text):
    act = Act(
        lang="kk",
        title=f"«{text}»",
        preamble=Preamble(f"«{text}»"),
        body=(clause("1", f"«{text}»"), table((f"«{text}»", "б"), ("в", "г"))),
        attachments=(Attachment(kind="appendix", title="Т", header=f"«{text}»"),),
    )
    written = "".join(opened(render(act)).element.itertext())
    letters = "".join(letter for letter in text if letter.isalnum())
    assert "".join(x for x in written if x.isalnum()).count(letters) >= 5


TEMPLATE_LIKE = ["{{ title }}", "{% if x %}", "{{ body }}", "</w:t>", "&amp;", "{# x #}", "{_{"]


@pytest.mark.parametrize("text", TEMPLATE_LIKE)
def test_a_text_that_looks_like_a_template_is_only_text(text):
    act = Act(lang="kk", title="Т", body=(clause("1", text),), preamble=Preamble("П"))
    assert ("Clause", f"1. {text}") in list(blocks(opened(render(act))))


@pytest.mark.parametrize("text", TEMPLATE_LIKE[:-1])
def test_a_title_that_looks_like_a_template_is_only_text(text):
    document = opened(render(Act(lang="kk", title=f"Т {text}", preamble=Preamble("П"))))
    assert ("ActTitle", f"Т {text}") in list(blocks(document))
