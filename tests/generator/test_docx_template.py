"""A department's own template: what is accepted, and how each fault is named."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress

import docx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.docx import TemplateUnsoundError, check_sound
from generator.layout import shipped_layout
from generator.render import check_template, render
from generator.templates.build import FRAME, build
from model import Act, Attachment, Node, Note, Preamble, Signature

ACT = Act(
    lang="ru",
    title="Об утверждении Методики",
    issuer="Акбулакский районный маслихат",
    number="5-3",
    notes=(Note("Сноска. Заголовок в редакции решения."),),
    preamble=Preamble("В соответствии с Законом РЕШИЛ:", "РЕШИЛ"),
    body=(Node(kind="clause", number="1", text="Утвердить."),),
    signatures=(Signature("Председатель", "Б. Ульгибаев"),),
    attachments=(Attachment(kind="methodology", title="Методика"),),
)


@pytest.fixture
def template(tmp_path):
    """Write a template: the shipped one after ``change`` was done to it."""

    def write(change):
        document = docx.Document(str(FRAME))
        change(document)
        path = tmp_path / "own.docx"
        document.save(str(path))
        return path

    return write


@pytest.fixture
def archive(tmp_path):
    """Write a template: the shipped one with parts added or replaced."""

    def write(**parts):
        path = tmp_path / "own.docx"
        path.write_bytes(FRAME.read_bytes())
        with zipfile.ZipFile(FRAME) as old, zipfile.ZipFile(path, "w") as new:
            for name in old.namelist():
                if name not in parts:
                    new.writestr(name, old.read(name))
            for name, content in parts.items():
                new.writestr(name, content, zipfile.ZIP_DEFLATED)
        return path

    return write


def texts(path_or_data):
    return [p.text for p in docx.Document(io.BytesIO(path_or_data)).paragraphs if p.text]


def add(text):
    return lambda document: document.add_paragraph(text)


def retype(place, text):
    """Change the words of the paragraph that holds ``place``."""

    def change(document):
        paragraph = next(p for p in document.paragraphs if place in p.text)
        paragraph.text = text

    return change


def test_the_shipped_template_is_sound_and_fresh():
    check_template(FRAME)
    assert FRAME.read_bytes() == build(), "run: python -m generator.templates.build"


def test_the_shipped_template_carries_every_style_of_the_layout():
    names = {style.name for style in docx.Document(str(FRAME)).styles}
    assert names >= set(shipped_layout().styles)


def test_words_of_the_department_stand_around_the_act(template):
    def letterhead(document):
        document.paragraphs[0].insert_paragraph_before("Бланк {{ issuer }}, № {{ number }}")
        document.add_paragraph("После подписи")
        document.sections[0].header.paragraphs[0].add_run(" {{ number }}")

    path = template(letterhead)
    check_template(path)
    data = render(ACT, template=path)
    found = texts(data)
    assert found[0] == "Бланк Акбулакский районный маслихат, № 5-3"
    assert found.index("После подписи") < found.index("Методика")
    header = docx.Document(io.BytesIO(data)).sections[0].header
    assert header.paragraphs[0].text.endswith(" 5-3")


def test_styles_and_margins_of_the_department_are_kept_unless_a_layout_is_given(template):
    def own_looks(document):
        document.styles["Clause"].font.name = "Arial"
        document.sections[0].left_margin = docx.shared.Mm(25)

    path = template(own_looks)
    kept = docx.Document(io.BytesIO(render(ACT, template=path)))
    set_anew = docx.Document(io.BytesIO(render(ACT, template=path, layout=shipped_layout())))
    assert kept.styles["Clause"].font.name == "Arial"
    assert [round(section.left_margin.mm) for section in kept.sections] == [25, 25]
    assert set_anew.styles["Clause"].font.name == "Times New Roman"
    assert [round(section.left_margin.mm) for section in set_anew.sections] == [30, 30]


@pytest.mark.parametrize(("number", "expected"), [("5-3", ["№ 5-3"]), (None, [])])
def test_a_condition_leaves_its_words_out(template, number, expected):
    path = template(add("{% if number %}№ {{ number }}{% endif %}"))
    act = Act(lang="ru", title="О", number=number, preamble=Preamble("П"))
    assert [text for text in texts(render(act, template=path)) if "№ 5" in text] == expected


def test_a_condition_can_hold_whole_paragraphs(template):
    def change(document):
        for text in ("{%p if date %}", "Дата {{ date }}", "{%p endif %}"):
            document.add_paragraph(text)

    path = template(change)
    assert not [text for text in texts(render(ACT, template=path)) if "Дата" in text]


def test_a_template_without_a_place_for_notes_has_them_before_the_first_clause(template):
    path = template(retype("{{ notes }}", ""))
    found = texts(render(ACT, template=path))
    assert found.index("Сноска. Заголовок в редакции решения.") == found.index("1. Утвердить.") - 1


def test_a_place_that_word_cut_into_runs_is_still_one_place(template):
    def cut(document):
        paragraph = next(p for p in document.paragraphs if "title" in p.text)
        paragraph.text = ""
        for piece in ("{", "{ ti", "tle", " }", "}"):
            paragraph.add_run(piece).bold = True

    assert "Об утверждении Методики" in texts(render(ACT, template=template(cut)))


def remove_style(document):
    style = document.styles["Clause"]
    style.element.getparent().remove(style.element)


def into_a_table(document):
    retype("{{ body }}", "")(document)
    document.add_table(1, 1).cell(0, 0).text = "{{ body }}"


def ends_in_a_table(document):
    document.add_paragraph("{% if date %} {{ date }}")
    document.add_table(1, 1).cell(0, 0).text = "{% endif %}"


FAULTS = {
    "an unknown name": (
        add("{{ titel }} {{ numbr }}"),
        "UnknownNameError",
        "names numbr, titel, which the program does not fill. It fills: title, requisites,",
    ),
    "no place for the clauses": (
        retype("{{ body }}", "текст"),
        "MissingPlaceError",
        "has no place {{ body }}. Write it once",
    ),
    "no place for signatures": (
        retype("{{ signatures }}", ""),
        "MissingPlaceError",
        "has no place {{ signatures }}",
    ),
    "no title": (retype("{{ title }}", "Решение"), "MissingPlaceError", "no place {{ title }}"),
    "a place twice": (
        add("{{ body }}"),
        "CrowdedPlaceError",
        'itself (not in a table or a header); found: "{{ body }} | {{ body }}"',
    ),
    "a place with words beside it": (
        retype("{{ body }}", "Текст: {{ body }}"),
        "CrowdedPlaceError",
        'found: "Текст: {{ body }}"',
    ),
    "a place in a table": (into_a_table, "CrowdedPlaceError", 'found: "{{ body }}"'),
    "a brace not closed": (
        add("Номер {{ number }"),
        "TemplateSyntaxError",
        'the paragraph "Номер {{ number }" cannot be read: ',
    ),
    "a condition not closed": (
        add("{% if number %} № {{ number }}"),
        "TemplateSyntaxError",
        "cannot be read: Unexpected end of template",
    ),
    "a condition that ends in a table": (
        ends_in_a_table,
        "TemplateSyntaxError",
        "a condition begins in one part of the page and ends in another",
    ),
    "an unknown tag": (
        add("Слово {% frobnicate %}"),
        "TemplateSyntaxError",
        'the paragraph "Слово {% frobnicate %}" cannot be read: Encountered unknown tag',
    ),
    "a missing style": (
        remove_style,
        "MissingStyleError",
        "lacks the paragraph styles Clause. Start from the template",
    ),
    "a look inside a value": (
        add("{{ title.__class__ }}"),
        "UnsafeTemplateError",
        'holds an expression (getattr) in "{{ title.__class__ }}", which is not allowed',
    ),
    "a call": (add("{{ title() }}"), "UnsafeTemplateError", "an expression (call)"),
    "a loop": (
        add("{% for x in title %}{{ x }}{% endfor %}"),
        "UnsafeTemplateError",
        "an expression (for)",
    ),
    "arithmetic": (add("{{ title * 999999999 }}"), "UnsafeTemplateError", "an expression (mul)"),
    "a filter": (add("{{ title|safe }}"), "UnsafeTemplateError", "an expression (filter)"),
    "an inclusion": (
        add("{% include '/etc/passwd' %}"),
        "UnsafeTemplateError",
        "an expression (include)",
    ),
    "a raw place": (add("{{r title }}"), "UnsafeTemplateError", 'the raw place "{{r …"'),
    "a fault in a header": (
        lambda d: d.sections[0].header.paragraphs[0].add_run("{{ nomer }}"),
        "UnknownNameError",
        "names nomer",
    ),
}


@pytest.mark.parametrize(("change", "kind", "said"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_named_before_the_template_is_used(template, change, kind, said):
    path = template(change)
    with pytest.raises(TemplateUnsoundError) as caught:
        check_template(path)
    assert type(caught.value).__name__ == kind
    assert str(path) in str(caught.value)
    assert said in str(caught.value)
    with pytest.raises(type(caught.value)):
        render(ACT, template=path)


NOT_DOCUMENTS = {
    "empty": b"",
    "text": "решение".encode(),
    "an old .doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
    "half of a file": FRAME.read_bytes()[:2000],
    "a ZIP of something else": b"PK\x05\x06" + bytes(18),
}


@pytest.mark.parametrize("data", NOT_DOCUMENTS.values(), ids=NOT_DOCUMENTS.keys())
def test_what_is_not_a_word_document_is_refused(tmp_path, data):
    path = tmp_path / "own.docx"
    path.write_bytes(data)
    with pytest.raises(TemplateUnsoundError, match=r"is not a Word document \(\.docx\): \S"):
        check_template(path)


with zipfile.ZipFile(FRAME) as _shipped:
    PARTS = {name: _shipped.read(name) for name in _shipped.namelist()}


@example(name="word/document.xml", at=0.125, cut=1, put=b"")
@given(
    name=st.sampled_from(sorted(PARTS)),
    at=st.floats(0, 1, exclude_max=True),
    cut=st.integers(0, 60),
    put=st.binary(max_size=8),
)
def test_whatever_part_is_damaged_the_fault_is_named(name, at, cut, put):
    content = PARTS[name]
    start = int(at * len(content))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as damaged:
        for part, bytes_of_part in PARTS.items():
            spoilt = content[:start] + put + content[start + cut :]
            damaged.writestr(part, spoilt if part == name else bytes_of_part)
    with suppress(TemplateUnsoundError):
        check_sound(out.getvalue(), "own.docx", shipped_layout())


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    with pytest.raises(TemplateUnsoundError, match=r"No such file.*Save the file from Word"):
        check_template(tmp_path / "none.docx")
    with pytest.raises(TemplateUnsoundError, match="Is a directory"):
        check_template(tmp_path)


def test_broken_xml_inside_is_refused(archive):
    with pytest.raises(TemplateUnsoundError, match="is not a Word document"):
        check_template(archive(**{"word/document.xml": "<w:document>"}))


def test_a_file_that_unpacks_to_a_mountain_is_refused_unread(archive):
    path = archive(**{"word/media/image1.png": bytes(80 * 1024 * 1024)})
    assert path.stat().st_size < 200_000
    with pytest.raises(TemplateUnsoundError, match=r"too large: .* bytes unpacked, at most"):
        check_template(path)


def test_a_mountain_of_text_is_refused_unread(archive):
    path = archive(**{"word/document.xml": b" " * (5 * 1024 * 1024)})
    with pytest.raises(TemplateUnsoundError, match=r"bytes in word/document\.xml"):
        check_template(path)


def test_thousands_of_small_files_are_refused(archive):
    parts = {f"word/media/{number}.png": b"" for number in range(600)}
    with pytest.raises(TemplateUnsoundError, match="files inside, at most 500"):
        check_template(archive(**parts))


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId9" Type="{OFFICE}/%s" Target="http://example.org/x" '
    'TargetMode="External"/></Relationships>'
)
ENTITIES = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
HOSTILE = {
    "an outside template": ("word/_rels/settings.xml.rels", LINKS % "attachedTemplate", "a link"),
    "an outside picture": ("word/_rels/header1.xml.rels", LINKS % "image", "a link to an outside"),
    "a macro": ("word/vbaProject.bin", b"macro", "a macro or an embedded object"),
    "an embedded object": ("word/embeddings/oleObject1.bin", b"x", "an embedded object"),
    "a DOCTYPE": ("word/settings.xml", ENTITIES, "a DOCTYPE (word/settings.xml)"),
}


@pytest.mark.parametrize(("name", "content", "said"), HOSTILE.values(), ids=HOSTILE.keys())
def test_what_reaches_outside_the_file_is_refused(archive, name, content, said):
    with pytest.raises(TemplateUnsoundError) as caught:
        check_template(archive(**{name: content}))
    assert said in str(caught.value)


def test_a_plain_hyperlink_of_the_letterhead_is_accepted(archive):
    path = archive(**{"word/_rels/header1.xml.rels": LINKS % "hyperlink"})
    check_template(path)
    assert render(ACT, template=path).startswith(b"PK")


def test_a_table_in_the_letterhead_survives(template):
    def crest(document):
        document.add_table(1, 2).cell(0, 1).text = "{{ requisites }}"

    data = render(ACT, template=template(crest))
    cells = [c.text for t in docx.Document(io.BytesIO(data)).tables for c in t.rows[0].cells]
    assert cells == ["Председатель", "Б. Ульгибаев", "", ""]
