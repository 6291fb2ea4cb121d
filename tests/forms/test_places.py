"""The places of a form: named, printed blank, filled, alike in both languages."""

from __future__ import annotations

import pytest

import forms
from forms.blank import blank, marked
from forms.fields import field
from forms.filling import filled
from forms.places import empty, places, settled
from forms.reckoning import reckon
from forms.record import Record
from model import Both

FORMS = forms.catalogue()
every_form = pytest.mark.parametrize("form", FORMS, ids=[form.id for form in FORMS])


@every_form
@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_a_form_with_empty_places_is_the_blank_form(form, lang):
    assert settled(marked(form, lang), empty) == blank(form, lang)


@every_form
def test_both_languages_have_the_same_places_in_the_same_order(form):
    assert places(marked(form, "kk")) == places(marked(form, "ru"))


@every_form
def test_every_place_is_a_field_that_is_known(form):
    assert all(field(place.key).label.kk for place in places(marked(form, "kk")))


@every_form
def test_no_cell_is_named_twice(form):
    named = [p.name for p in places(marked(form, "kk")) if p.row is not None]
    assert len(named) == len(set(named))


def sheet() -> Record:
    values = {"person": Both("А. Үлгі", "А. Образцов"), "post": Both("маман", "специалист")}
    record = Record("7").having({**values, "year": "2026"})
    for row in (1, 2, 3):
        for quarter in (1, 2, 3, 4):
            mark = {"planned": "3", "actual": "2.5", "mark": "4.35"}
            record = record.having({f"{k}-{quarter}/{row}": v for k, v in mark.items()})
    return record


def test_a_filled_form_holds_what_was_given_and_what_was_worked_out():
    done = reckon(forms.find("form-2"), sheet())
    form = filled(forms.find("form-2"), done, "ru")
    lines = [node.text for node in form.body if node.text]
    assert "А. Образцов, специалист" in lines
    assert "2026 год" in lines
    assert "Итоговая оценка: 4,35" in lines
    assert "Результат оценки: выполняет функциональные обязанности эффективно" in lines
    first = [cell.text for cell in form.body[4].rows[2]]
    assert first == ["1.", "", "", *["3"] * 4, *["2,5"] * 4]
    second = [cell.text for cell in form.body[6].rows[4]]
    assert second == ["83,33"] * 4 + ["4,35"] * 4


def figures(form):
    texts = [cell.text for node in form.body for row in node.rows for cell in row]
    return ["".join(c for c in text if c.isdigit() or c == ",") for text in texts]


def test_the_kazakh_and_the_russian_form_agree_in_every_number():
    done = reckon(forms.find("form-2"), sheet())
    assert (
        figures(filled(forms.find("form-2"), done, "kk"))[9:]
        == (figures(filled(forms.find("form-2"), done, "ru"))[9:])
    )


def test_a_text_given_in_one_language_stands_in_both():
    record = Record("1").having({"person": Both("А. Үлгі", "")})
    form = filled(forms.find("form-8"), reckon(forms.find("form-8"), record), "ru")
    assert form.body[0].text == "Ф.И.О. (при его наличии) оцениваемого служащего А. Үлгі"


def test_a_table_has_as_many_rows_as_the_person_has():
    record = Record("1").having({f"indicator/{n}": f"И{n}" for n in range(1, 8)})
    form = filled(forms.find("form-1"), reckon(forms.find("form-1"), record), "kk")
    (table,) = [node for node in form.body if len(node.rows) > 1]
    assert [row[0].text for row in table.rows[2:]] == [f"{n}." for n in range(1, 8)]
    assert [row[1].text for row in table.rows[2:]] == [f"И{n}" for n in range(1, 8)]


def test_a_signature_is_never_filled_by_the_program():
    record = Record("1").having({"person": "А", "person-signature": "Б"})
    form = filled(forms.find("form-1"), reckon(forms.find("form-1"), record), "ru")
    assert "Подпись ____________" in form.body[-1].rows[0][0].text
