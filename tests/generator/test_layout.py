"""The layout: what the departments expect by default, what they may change, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.docx.frame import FIELDS, PLACES
from generator.layout import LayoutError, load_layout, shipped_layout


def written(tmp_path, text):
    path = tmp_path / "layout.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_page_is_a4_with_the_customary_margins():
    page = shipped_layout().page
    assert (page.width_mm, page.height_mm) == (210, 297)
    assert (page.left_mm, page.right_mm, page.top_mm, page.bottom_mm) == (30, 15, 20, 20)


def test_running_text_is_fourteen_point_justified_with_an_indent_and_tables_are_twelve():
    styles = shipped_layout().styles
    assert shipped_layout().font == "Times New Roman"
    for name in ("Preamble", "Clause", "Subclause", "Part", "Item"):
        style = styles[name]
        assert (style.size_pt, style.align, style.first_line_cm) == (14, "justify", 1.25)
        assert style.line_spacing == 1
    assert styles["TableText"].size_pt == styles["TableHead"].size_pt == 12


@pytest.mark.parametrize("name", ["ActTitle", "AttachmentTitle", "FormTitle", "ChapterHeading"])
def test_titles_and_headings_are_bold_centred_and_stay_with_what_follows(name):
    style = shipped_layout().styles[name]
    assert (style.bold, style.align, style.keep_with_next) == (True, "center", True)


def test_a_file_changes_only_what_it_names(tmp_path):
    path = written(tmp_path, "page: {right_mm: 10}\nstyles: {Clause: {size_pt: 13}}\n")
    layout = load_layout(path)
    shipped = shipped_layout()
    assert layout.page.right_mm == 10
    assert layout.page.left_mm == shipped.page.left_mm
    assert layout.styles["Clause"].size_pt == 13
    assert layout.styles["Clause"].first_line_cm == shipped.styles["Clause"].first_line_cm
    assert layout.styles["Part"] == shipped.styles["Part"]


@pytest.mark.parametrize("text", ["", "page:\n", "{}"], ids=["empty", "bare key", "empty map"])
def test_a_file_that_says_nothing_gives_the_shipped_layout(tmp_path, text):
    assert load_layout(written(tmp_path, text)) == shipped_layout()


REFUSED = {
    "unknown key": ("pages: {}\n", "unknown field `pages`"),
    "unknown key inside": ("page: {left: 3}\n", "unknown field `left` - at `$.page`"),
    "unknown style": ("styles: {ActTitel: {bold: true}}\n", 'no style is named "ActTitel"'),
    "another kind of value": ("page: {left_mm: wide}\n", "Expected `float`, got `str`"),
    "out of bounds": ("styles: {Clause: {size_pt: 400}}\n", "Expected `float` <= 72"),
    "no such alignment": ("styles: {Clause: {align: middle}}\n", "Invalid enum value 'middle'"),
    "no room for text": ("page: {left_mm: 150, right_mm: 50}\n", "no room for the lines"),
    "no room in height": ("page: {top_mm: 280}\n", "no room for the page's text"),
    "no language": ("languages: {kk: ''}\n", "`$.languages[...]`"),
    "a font that is no name": ('font: "a\\x01b"\n', "`$.font`"),
    "a word place that is none": (
        "words: {requisites: {kk: '{date} {nomer}'}}\n",
        'only {date} and {number} are known, not "nomer" - at `$.words.requisites`',
    ),
    "a lone brace": ("words: {requisites: {ru: 'от {date'}}\n", "at `$.words.requisites.ru`"),
    "not a number": ("page: {left_mm: .nan}\n", "cannot be used"),
    "a list": ("- 1\n", "Expected `object`, got `array`"),
    "not YAML": ("page: {left_mm: 3\n", "line 2, column 1"),
    "a Python object": ("font: !!python/name:os.system\n", "could not determine a constructor"),
    "nested without end": ("[" * 20_000, "cannot be used"),
    "too large": ("#" * 300_000, "larger than 262144 bytes"),
}


@pytest.mark.parametrize(("text", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_a_layout_that_cannot_be_used_is_refused_with_the_place(tmp_path, text, said):
    path = written(tmp_path, text)
    with pytest.raises(LayoutError) as caught:
        load_layout(path)
    message = str(caught.value)
    assert message.startswith(f"The layout file {path} cannot be used: ")
    assert said in message
    assert "Compare it with the layout.yaml" in message


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(LayoutError, match=r"none\.yaml cannot be used: .*No such file"):
        load_layout(tmp_path / "none.yaml")


DOCUMENTATION = Path(__file__).parents[2] / "docs" / "generator.md"


@pytest.mark.parametrize("name", sorted(shipped_layout().styles))
def test_every_style_is_explained_in_the_documentation(name):
    assert f"`{name}`" in DOCUMENTATION.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [*FIELDS, *PLACES])
def test_every_place_of_a_template_is_explained_in_the_documentation(name):
    assert f"`{{{{ {name} }}}}`" in DOCUMENTATION.read_text(encoding="utf-8")
