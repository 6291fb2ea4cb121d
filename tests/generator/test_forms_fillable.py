"""A blank filled in Word is read back: what is typed, chosen or left alone."""

from __future__ import annotations

import io
import json

import docx
import msgspec
import pytest
from docx.oxml.ns import qn

import forms
from forms.blank import marked
from forms.fields import field
from forms.places import places
from forms.reckoning import reckon
from forms.records import records
from forms.sheets import NothingToFillError
from generator.fillable import NotAFilledFormError, read_filled, render_fillable
from generator.filled import Voice

FORMS = [form for form in forms.catalogue() if form.kind == "form"]
every_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)


def controls(data):
    document = docx.Document(io.BytesIO(data))
    found = {}
    for control in document.element.body.iter(qn("w:sdt")):
        tag = control.find(qn("w:sdtPr")).find(qn("w:tag")).get(qn("w:val"))
        found.setdefault(tag, control)
    return document, found


def typed(data, **given):
    """The document as Word saves it after these places were filled."""
    document, found = controls(data)
    for name, text in given.items():
        control = next(c for tag, c in found.items() if tag.split(":", 2)[2] == name)
        properties = control.find(qn("w:sdtPr"))
        properties.remove(properties.find(qn("w:showingPlcHdr")))
        (piece,) = control.iter(qn("w:t"))
        piece.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@every_form
@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_every_place_but_a_signature_is_a_control(form, lang):
    _, found = controls(render_fillable(form, Voice(lang)))
    expected = {p.name for p in places(marked(form, lang, None, 5)) if field(p.key).kind != "hand"}
    assert {tag.split(":", 2)[2] for tag in found} == expected
    assert {tuple(tag.split(":", 2)[:2]) for tag in found} == {(form.id, lang)}


@every_form
def test_each_place_keeps_its_own_value(form):
    data = render_fillable(form, Voice("ru"))
    names = [tag.split(":", 2)[2] for tag in controls(data)[1]]
    told = {name: f"значение {name}" for name in names}
    assert read_filled(typed(data, **told), "filled.docx").values == told


def test_a_control_stands_in_its_own_row_and_column():
    document, _ = controls(render_fillable(forms.find("form-4"), Voice("ru")))
    row = document.element.body.findall(f".//{qn('w:tr')}")[2]
    first, *others = row.findall(qn("w:tc"))
    assert "".join(t.text for t in first.iter(qn("w:t"))).startswith("2. Соблюдение сроков")
    tags = [[tag.get(qn("w:val")) for tag in cell.iter(qn("w:tag"))] for cell in others]
    assert tags == [[], ["form-4:ru:mark/2"], ["form-4:ru:comment/2"]]


def test_the_columns_of_quarters_are_not_mixed_up():
    document, _ = controls(render_fillable(forms.find("form-2"), Voice("kk")))
    row = document.element.body.findall(f".//{qn('w:tr')}")[3]  # two heads, then the second row
    tags = [tag.get(qn("w:val")).split(":")[2] for tag in row.iter(qn("w:tag"))]
    quarters = [f"{key}-{q}/2" for key in ("planned", "actual") for q in (1, 2, 3, 4)]
    assert tags == ["indicator/2", "unit/2", *quarters]


def test_an_untouched_form_says_so_instead_of_giving_hints_as_data():
    with pytest.raises(NotAFilledFormError) as caught:
        read_filled(render_fillable(forms.find("form-4"), Voice("kk")), "form-4.kk.docx")
    assert str(caught.value) == (
        "The document form-4.kk.docx cannot be read as a filled form: no place of a form is filled "
        'in it. Expected a DOCX made by "adisteme forms blank --fillable" and filled in Word.'
    )


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"text", b"\x00" * 100])
def test_what_is_no_document_is_refused(data):
    with pytest.raises(NotAFilledFormError):
        read_filled(data, "x.docx")


def test_an_answer_is_chosen_from_five_in_words_and_read_as_its_mark():
    data = render_fillable(forms.find("form-6"), Voice("kk"))
    _, found = controls(data)
    items = list(found["form-6:kk:answer/1.1"].iter(qn("w:listItem")))
    assert [item.get(qn("w:value")) for item in items] == ["1", "2", "3", "4", "5"]
    filled = typed(data, **{"person": "А. Үлгі", "answer/1.1": "құзырет көп жағдайда көрінеді"})
    assert read_filled(filled, "f").values == {"person": "А. Үлгі", "answer/1.1": "4"}


def test_a_date_is_a_date_control_in_the_language_of_the_form():
    _, found = controls(render_fillable(forms.find("form-1"), Voice("kk")))
    (date,) = found["form-1:kk:person-date"].iter(qn("w:date"))
    assert date.find(qn("w:lid")).get(qn("w:val")) == "kk-KZ"


def test_what_is_read_is_data_to_fill_a_form_with():
    marks = {f"mark/{n}": mark for n, mark in enumerate(("5", "4,5", "4", "3,5"), 1)}
    data = typed(render_fillable(forms.find("form-4"), Voice("ru")), person="А. Образцов", **marks)
    stated = msgspec.json.encode(read_filled(data, "f"))
    assert json.loads(stated)["form"] == "form-4"
    (record,) = records(forms.find("form-4"), stated, "f.json")
    assert str(reckon(forms.find("form-4"), record).score) == "4.25"


@pytest.mark.parametrize(
    ("form_id", "name", "kind"),
    [
        ("form-2", "mark-1/1", "comboBox"),
        ("form-4", "mark/1", "comboBox"),
        ("form-5", "answer/1.1", "dropDownList"),
        ("form-10", "attained/1", "dropDownList"),
    ],
)
def test_a_mark_is_chosen_by_halves_or_typed_an_answer_is_only_chosen(form_id, name, kind):
    _, found = controls(render_fillable(forms.find(form_id), Voice("kk")))
    (control,) = [each for tag, each in found.items() if tag.endswith(f":{name}")]
    (choices,) = control.iter(qn(f"w:{kind}"))
    values = [item.get(qn("w:value")) for item in choices.iter(qn("w:listItem"))]
    assert len(values) == {"comboBox": 11}.get(kind, len(values))
    assert len(set(values)) == len(values) > 1


def test_a_mark_between_the_halves_is_read_as_it_was_typed():
    form = forms.find("form-2")
    data = typed(render_fillable(form, Voice("ru")), **{"mark-1/1": "3,9", "mark-1/2": "4,5"})
    assert read_filled(data, "f.docx").values == {"mark-1/1": "3,9", "mark-1/2": "4.5"}


def test_a_table_that_is_printed_as_it_is_has_no_places():
    with pytest.raises(NothingToFillError, match='the form "form-3": it is a table'):
        render_fillable(forms.find("form-3"), Voice("kk"))
