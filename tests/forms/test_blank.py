"""Blank forms: what is printed, in either language, for an agency and for none."""

from __future__ import annotations

import re

import pytest

import forms
from forms.blank import appendices, blank
from forms.words import UnknownSlotError, Words
from lexicon.inflection import inflect
from model import LANGUAGES, Agency, Attachment, Both, Lang
from model.agency import Roles, Signatory

FORMS = forms.catalogue()

every_form = pytest.mark.parametrize("form", FORMS, ids=[form.id for form in FORMS])
every_language = pytest.mark.parametrize("lang", LANGUAGES)


def agency(name: str, issuer: Both, institution: Both, head: Both) -> Agency:
    return Agency(
        id=name,
        kind="maslikhat",
        issuer=issuer,
        institution=institution,
        roles=Roles(
            unit_head=head,
            personnel_service=Both(kk="кадр қызметі", ru="кадровая служба"),
            appointing_authority=Both(kk="мәслихат төрағасы", ru="председатель маслихата"),
        ),
        signatory=Signatory(
            post=Both(kk="Төраға", ru="Председатель"), name=Both(kk="А. Аты", ru="А. Имя")
        ),
    )


DISTRICT = agency(
    "district",
    Both(kk="Шу аудандық мәслихаты", ru="Шуский районный маслихат"),
    Both(
        kk='"Шу аудандық мәслихатының аппараты" мемлекеттік мекемесі',
        ru='государственное учреждение "Аппарат Шуского районного маслихата"',
    ),
    Both(
        kk="Шу аудандық мәслихат аппаратының басшысы",
        ru="руководитель аппарата Шуского районного маслихата",
    ),
)
MINISTRY = agency(
    "ministry",
    Both(
        kk="Қазақстан Республикасы Ауыл шаруашылығы министрлігі",
        ru="Министерство сельского хозяйства Республики Казахстан",
    ),
    Both(
        kk="Қазақстан Республикасы Ауыл шаруашылығы министрлігі",
        ru="Министерство сельского хозяйства Республики Казахстан",
    ),
    Both(kk="департамент директоры", ru="директор департамента"),
)


def shape(form: Attachment) -> list[object]:
    """What a form is made of, words left out."""
    return [
        (node.kind, [[(cell.rowspan, cell.colspan) for cell in row] for row in node.rows])
        for node in form.body
    ]


def printed(form: Attachment) -> list[str]:
    cells = [cell.text for node in form.body for row in node.rows for cell in row]
    own = [form.title or "", form.header or "", *(node.text or "" for node in form.body)]
    return own + cells


def masked(text: str, owner: Agency, lang: Lang) -> str:
    """The text with every name of the agency, in whatever case, replaced by what it names."""
    cases = ("genitive", "dative", "accusative", "locative", "ablative", "instrumental")
    for slot, name in (("institution", owner.institution), ("head", owner.roles.unit_head)):
        for case in cases if lang == "kk" else ("genitive", "dative", "accusative"):
            text = replaced(text, inflect(name.of(lang), lang, case), f"<{slot}>")
        text = replaced(text, name.of(lang), f"<{slot}>")
    return text


def replaced(text: str, name: str, mark: str) -> str:
    return text.replace(name, mark).replace(name[:1].upper() + name[1:], mark)


@every_form
def test_both_languages_of_a_form_have_the_same_shape(form: forms.FormDefinition):
    assert shape(blank(form, "kk", DISTRICT)) == shape(blank(form, "ru", DISTRICT))


@every_form
@every_language
def test_two_agencies_print_the_same_form_but_for_their_names(form, lang):
    one, other = blank(form, lang, DISTRICT), blank(form, lang, MINISTRY)
    assert one != other
    assert [masked(text, DISTRICT, lang) for text in printed(one)] == [
        masked(text, MINISTRY, lang) for text in printed(other)
    ]


@every_form
@every_language
@pytest.mark.parametrize("owner", [None, DISTRICT, MINISTRY], ids=["none", "district", "ministry"])
def test_no_slot_and_no_latin_letter_is_printed(form, lang, owner):
    assert [
        text for text in printed(blank(form, lang, owner)) if re.search("[{}A-Za-z]", text)
    ] == []


@every_form
@every_language
def test_a_form_of_no_agency_names_none(form, lang):
    text = "\n".join(printed(blank(form, lang)))
    assert "Шу " not in text
    assert "Шуск" not in text


@every_form
@every_language
def test_titles_and_lines_open_with_a_capital_or_a_bracket(form, lang):
    result = blank(form, lang)
    lines = [node.text or "" for node in result.body if node.kind == "part"]
    assert [text for text in (result.title or "", *lines) if text[:1].islower()] == []


@every_language
def test_the_appendices_of_a_methodology_are_forms_one_to_eight(lang):
    numbers = [form.number for form in appendices(lang, DISTRICT)]
    assert numbers == ["1", "2", "3", "4", "5", "6", "7", "8"]


def test_the_appendices_of_another_edition_are_asked_for_by_its_name():
    assert [form.number for form in appendices("kk", edition="commission-2023")] == [
        "9",
        "10",
        "11",
    ]


def test_a_kazakh_header_names_methodology_number_form_and_approval():
    assert blank(forms.find("form-1"), "kk", DISTRICT).header == (
        '"Шу аудандық мәслихатының аппараты" мемлекеттік мекемесінің "Б" корпусы мемлекеттік '
        "әкімшілік қызметшілерінің қызметін бағалау әдістемесіне\n1-қосымша\nНысан\n"
        '"БЕКІТЕМІН"\nЖоғары тұрған басшы\n________________________\n'
        "(тегі, аты-жөнінің бірінші әріптері)\nкүні ____________\nқолы ____________"
    )


def test_a_russian_header_begins_with_the_number_of_the_appendix():
    assert blank(forms.find("form-4"), "ru", DISTRICT).header == (
        "Приложение 4\nк Методике оценки деятельности административных государственных служащих "
        'корпуса "Б" государственного учреждения "Аппарат Шуского районного маслихата"\nФорма'
    )


def test_a_header_of_no_agency_names_the_methodology_alone():
    header = blank(forms.find("form-4"), "kk").header
    assert header == (
        '"Б" корпусы мемлекеттік әкімшілік қызметшілерінің қызметін бағалау әдістемесіне\n'
        "4-қосымша\nНысан"
    )


TITLES = [
    ("form-1", "kk", "Шу аудандық мәслихат аппаратының басшысының жеке жұмыс жоспары"),
    (
        "form-1",
        "ru",
        "Индивидуальный план работы руководителя аппарата Шуского районного маслихата",
    ),
    ("form-5", "kk", "Шу аудандық мәслихат аппаратының басшысын 360 әдісімен бағалау парағы"),
    ("form-5", "ru", "Лист оценки руководителя аппарата Шуского районного маслихата методом 360"),
]


@pytest.mark.parametrize(("form_id", "lang", "title"), TITLES)
def test_a_title_names_the_head_in_the_case_that_it_asks_for(form_id, lang, title):
    assert blank(forms.find(form_id), lang, DISTRICT).title == title


def test_a_form_of_no_agency_speaks_of_the_head_of_a_unit():
    form = blank(forms.find("form-1"), "kk")
    assert form.title == "Құрылымдық бөлімше басшысының жеке жұмыс жоспары"


def test_the_table_of_permitted_marks_is_a_table_and_the_sheets_are_forms():
    kinds = {form.number: form.kind for form in appendices("ru")}
    assert kinds.pop("3") == "table"
    assert set(kinds.values()) == {"form"}


@pytest.mark.parametrize(("form_id", "competences"), [("form-5", 12), ("form-6", 8)])
def test_a_survey_prints_a_row_per_question_and_a_row_per_mean(form_id, competences):
    (table,) = [node for node in blank(forms.find(form_id), "kk").body if node.rows]
    means = [row for row in table.rows if row[0].colspan == 3]
    assert len(table.rows) == 1 + 4 * competences
    assert len(means) == competences
    assert all(row[0].text.endswith(" бойынша орташа баға") for row in means)


@pytest.mark.parametrize("form_id", ["form-5", "form-6"])
def test_the_answers_are_printed_one_by_one_and_in_the_instruction(form_id):
    form = blank(forms.find(form_id), "ru")
    items = [item.text for node in form.body for item in node.children]
    assert items == [
        "компетенция не проявляется;",
        "компетенция проявляется редко;",
        "компетенция проявляется в половине случаев;",
        "компетенция проявляется в большинстве случаев;",
        "компетенция проявляется всегда.",
    ]
    inline = "; ".join(item[:-1] for item in items if item)
    assert any(f"({inline})" in (node.text or "") for node in form.body)


def test_signatures_stand_side_by_side_a_line_per_line():
    signatures = blank(forms.find("form-9"), "ru").body[-1]
    ((left, right),) = signatures.rows
    assert left.text.splitlines()[0] == "Служащий"
    assert right.text.splitlines()[0] == "Непосредственный руководитель"
    assert len(left.text.splitlines()) == len(right.text.splitlines()) == 5


def test_behaviours_of_a_cell_stand_one_under_the_other():
    (table,) = blank(forms.find("behaviour-indicators"), "ru").body
    name, category, effective, _ = table.rows[1]
    assert (name.text, name.rowspan) == ("УПРАВЛЕНИЕ ДЕЯТЕЛЬНОСТЬЮ", 2)
    assert category.text == "Е-2; Е-3 (руководитель структурного подразделения)"
    assert (
        effective.text.splitlines()[-1]
        == "Обеспечивает результативность и качество работы подразделения."
    )


def test_a_slot_without_words_is_refused_with_what_there_is():
    with pytest.raises(UnknownSlotError) as refusal:
        Words("kk").say(Both(kk="{role.cook:genitive}", ru=""))
    assert str(refusal.value) == (
        'The form names the slot "{role.cook:genitive}", for which there are no words; expected '
        "{blank}, {institution}, {number}, {answers}, {results} or a role: unit_head, "
        "personnel_service, appointing_authority."
    )


@pytest.mark.parametrize(("width", "places"), [("", 24), (":short", 12), (":long", 60)])
def test_a_place_to_write_on_is_as_long_as_it_is_called(width, places):
    blank_place = f"{{blank{width}}}"
    assert Words("ru").say(Both(kk="", ru=blank_place)) == "_" * places
