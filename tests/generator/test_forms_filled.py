"""Filled forms as documents: the chart in its place, many people in one file, equal bytes."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal

import docx
import pytest
from docx.oxml.ns import qn
from PIL import Image

import forms
from forms.blank import blank as blank_form
from forms.filling import filled
from forms.reckoning import Reckoned, reckon
from forms.record import Record
from forms.survey import Respondent, questions
from generator.filled import Voice, render_attachments, render_filled
from generator.radar import radar

RESULT = forms.find("form-7")


def person(code, *marks):
    asked = questions(forms.find("form-5"))
    answers = {q: str(marks[n % len(marks)]) for n, q in enumerate(asked)}
    sheets = tuple(Respondent(f"r{n}", answers) for n in range(3))
    return reckon(RESULT, Record(code, respondents=sheets).having({"person": f"П{code}"}))


def body(data):
    return docx.Document(io.BytesIO(data)).element.body


def test_the_chart_stands_in_the_place_of_its_caption_and_tells_its_figures():
    made = body(render_filled(RESULT, [person("1", 3, 4, 5)], Voice("kk")))
    (cell,) = [c for c in made.iter(qn("w:tc")) if c.find(f".//{qn('w:drawing')}") is not None]
    assert cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}").get(qn("w:val")) == "restart"
    (shown,) = cell.iter(qn("wp:docPr"))
    assert shown.get("descr").startswith("1: 4; 2: 4; ")
    assert "Паутинка" not in "".join(t.text or "" for t in made.iter(qn("w:t")))


def test_everybody_in_one_file_has_a_chart_of_his_own():
    people = [person("1", 1), person("2", 5), person("3", 3)]
    made = body(render_filled(RESULT, people, Voice("ru")))
    told = [shape.get("descr").partition(";")[0] for shape in made.iter(qn("wp:docPr"))]
    assert told == ["1: 1", "1: 5", "1: 3"]


@pytest.mark.parametrize("form_id", ["form-7", "form-8"])
def test_the_chart_is_no_wider_than_its_cell(form_id):
    form = forms.find(form_id)
    asked = questions(forms.find(form.questionnaire))
    sheets = tuple(Respondent(f"r{n}", dict.fromkeys(asked, "3")) for n in range(3))
    done = reckon(form, Record("1", respondents=sheets).having({"person": "П"}))
    made = body(render_filled(form, [done], Voice("ru")))
    (cell,) = [c for c in made.iter(qn("w:tc")) if c.find(f".//{qn('w:drawing')}") is not None]
    width = int(cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}").get(qn("w:w")))
    (extent,) = cell.iter(qn("wp:extent"))
    assert 0 < int(extent.get("cx")) < width * 635  # a twentieth of a point in drawing units


def test_equal_data_give_equal_bytes():
    one = [person("1", 3, 4, 5)]
    assert render_filled(RESULT, one, Voice("kk")) == render_filled(RESULT, one, Voice("kk"))


def test_both_languages_show_the_same_chart():
    pictures = []
    for lang in ("kk", "ru"):
        data = render_filled(RESULT, [person("1", 2, 5, 4)], Voice(lang))
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            (name,) = [name for name in archive.namelist() if name.endswith(".png")]
            pictures.append(archive.read(name))
    assert pictures[0] == pictures[1]


def test_a_chart_does_not_keep_the_figures_of_the_one_before():
    low, high = (Decimal(1),) * 8, (Decimal(5),) * 8
    fresh = radar(low, 5)
    radar.cache_clear()
    radar(high, 5)
    assert radar(low, 5) == fresh
    assert radar(high, 5) != fresh


def test_a_competence_without_answers_leaves_the_chart_standing():
    assert radar((None, Decimal(3), Decimal(4)), 5).startswith(b"\x89PNG")


def styles_of(data):
    return [
        (paragraph.text, paragraph.style.name)
        for paragraph in docx.Document(io.BytesIO(data)).paragraphs
        if paragraph.text
    ]


def test_a_filled_line_with_words_in_brackets_under_it_stays_under_the_title():
    form = forms.find("form-2")
    named = {"person": "А. Үлгі", "post": "маман", "period": "2026 жыл"}
    one = reckon(form, Record("1").having(named))
    shown = dict(styles_of(render_filled(form, [one], Voice("kk"))))
    blank = styles_of(render_attachments([blank_form(form, "kk")], Voice("kk")))
    caption = next(style for text, style in blank if text.startswith("____"))
    hint = dict(blank)["(бағаланатын кезең)"]
    assert caption != hint
    assert shown["А. Үлгі, маман"] == shown["2026 жыл"] == caption
    assert shown["(бағаланатын кезең)"] == hint
    assert shown["Кестенің жалғасы"] not in {caption, hint}


@pytest.mark.parametrize("form_id", ["form-9", "form-10"])
def test_the_rows_of_a_filled_table_are_numbered(form_id):
    form = forms.find(form_id)
    given = {"person": "А"} | {f"indicator/{n}": f"И{n}" for n in (1, 2, 3)}
    printed = filled(form, Reckoned(Record("1").having(given)), "kk")
    rows = next(node.rows for node in printed.body if node.kind == "table")
    assert [row[0].text for row in rows[1:]] == ["1.", "2.", "3."]


def test_the_chart_has_no_ground_that_covers_the_ruling():
    with Image.open(io.BytesIO(radar((Decimal(3),) * 5, 5))) as picture:
        assert picture.mode == "RGBA"
        assert picture.getpixel((0, 0))[3] == 0
