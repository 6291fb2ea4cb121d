"""Forms read out of an act's appendices: printed again they say the same; differences by cell."""

from __future__ import annotations

import msgspec
import pytest
import yaml
from msgspec.structs import replace

import forms
from forms.blank import blank
from forms.comparing import differences, folded, nearest
from forms.definitions import FormDefinition, Signatures
from forms.importing import (
    AppendixMissingError,
    FormsDifferError,
    as_yaml,
    definition,
    form_of,
    forms_of,
    joined,
    stamp,
)
from model import Act, Attachment, Cell, Node, Operation, Target

FORMS = forms.catalogue()
every_form = pytest.mark.parametrize("form", FORMS, ids=[form.id for form in FORMS])
every_language = pytest.mark.parametrize("lang", ["kk", "ru"])


def act_with(*attachments, lang="kk", operations=()):
    return Act(
        lang=lang,
        type="order",
        role="base",
        date="2026-05-18",
        number="188",
        attachments=attachments,
        operations=operations,
    )


def words(form):
    """Everything that is printed, without what is no difference."""
    cells = [
        [(folded(c.text), c.rowspan, c.colspan) for row in n.rows for c in row]
        for n in form.body
        if n.kind == "table"
    ]
    loose = [folded(text) for node in form.body for text in _lines(node)]
    return folded(form.title or ""), stamp(form, "kk"), cells, loose


def _lines(node):
    return [text for one in (node, *node.children) if (text := one.text)]


@every_form
@every_language
def test_a_form_that_was_imported_prints_what_the_act_prints(form, lang):
    printed = blank(form, lang)
    (number,) = forms_of(act := act_with(printed, lang=lang))
    again = blank(form_of(act, number), lang)
    assert words(again)[0] == words(printed)[0]
    assert words(again)[2:] == words(printed)[2:]


@every_form
@every_language
def test_a_known_form_is_known_again_without_a_difference(form, lang):
    printed = blank(form, lang)
    known, likeness = nearest(printed, lang)
    assert (known.id, likeness) == (form.id, 1)
    assert differences(printed, form, lang) == ()


@every_form
def test_the_two_texts_of_an_act_give_one_definition_in_both_languages(form):
    made = [
        definition(blank(form, lang), act_with(lang=lang), form.number) for lang in ("kk", "ru")
    ]
    both = joined(*made)
    for lang in ("kk", "ru"):
        assert words(blank(both, lang))[2:] == words(blank(form, lang))[2:]
        assert both.title.of(lang)


@every_form
def test_what_is_written_can_stand_on_the_shelf(form):
    made = definition(blank(form, "kk"), act_with(), form.number)
    stated = yaml.safe_load(as_yaml(made))
    assert msgspec.convert(stated, FormDefinition) == made
    assert stated["title"]["ru"] == ""


def test_a_changed_cell_is_told_by_its_place_in_the_table():
    form = forms.find("form-5")
    printed = blank(form, "kk")
    (at,) = [n for n, node in enumerate(printed.body) if node.kind == "table"]
    rows = [list(row) for row in printed.body[at].rows]
    rows[2][0] = replace(rows[2][0], text="Басқаша сұрақ")
    table = replace(printed.body[at], rows=tuple(map(tuple, rows)))
    body = (*printed.body[:at], table, *printed.body[at + 1 :])
    (found,) = differences(replace(printed, body=body), form, "kk")
    # Number and competence of the row above run over this row: the question is in column 3.
    assert found.place("en") == "table 1, row 3, column 3"
    assert found.place("kk") == "1-кесте, 3-жол, 3-баған"
    assert found.place("ru") == "таблица 1, строка 3, графа 3"
    assert found.here == "Басқаша сұрақ"
    assert found.there.startswith("Бөлімшенің қойылған")


@pytest.mark.parametrize(
    ("change", "place", "here"),
    [
        (lambda f: replace(f, title="Басқа атау"), "title", "Басқа атау"),
        (lambda f: replace(f, body=(*f.body, Node("part", text="Тағы"))), "line 11", "Тағы"),
        (
            lambda f: replace(f, body=(*f.body, Node("table", rows=((Cell("a"),),)))),
            "table 2",
            "a",
        ),
    ],
    ids=["title", "line", "table"],
)
def test_what_the_known_form_has_not_is_told(change, place, here):
    form = forms.find("form-4")
    (found,) = differences(change(blank(form, "kk")), form, "kk")
    assert (found.place("en"), found.here) == (place, here)


def test_a_missing_stamp_is_told_line_by_line():
    form = forms.find("form-9")
    printed = blank(form, "kk")
    header = (printed.header or "").partition('"БЕКІТЕМІН"')[0]
    found = differences(replace(printed, header=header), form, "kk")
    assert [one.there for one in found] == list(stamp(printed, "kk"))
    assert {one.here for one in found} == {""}


def attachment(number, header, text="сөз"):
    return Attachment("form", number=number, header=header, body=(Node("part", text=text),))


def test_the_number_is_that_of_the_methodologys_appendix():
    ordered = attachment("3", "Бұйрыққа 3-қосымша\nӘдістемесіне\n4-қосымша\nНысан")
    bare = attachment("4", None, "басқа сөз")
    told = Operation("replace", Target(appendix="5"), content=bare.body, text="…")
    found = forms_of(act_with(Attachment("methodology"), ordered, bare, operations=(told,)))
    assert found == {"4": ordered, "5": bare}


def test_a_russian_header_names_its_number_first():
    form = attachment(None, "Приложение 7\nк Методике оценки\nФорма")
    assert list(forms_of(act_with(form, lang="ru"))) == ["7"]


def test_an_appendix_that_is_not_there_is_told_with_those_that_are():
    act = act_with(attachment("2", None), attachment("6", None, "о"))
    with pytest.raises(AppendixMissingError) as caught:
        form_of(act, "4")
    assert str(caught.value) == (
        'The act has no form in an appendix "4"; forms found in appendices: 2, 6. '
        "Name one of these with --appendix."
    )


def test_texts_that_are_built_otherwise_are_not_joined():
    kk = definition(attachment("1", None), act_with(), "1")
    ru = definition(
        Attachment("form", body=(Node("part", text="а"), Node("part", text="б"))),
        act_with(lang="ru"),
        "1",
    )
    with pytest.raises(FormsDifferError) as caught:
        joined(kk, ru)
    assert 'of appendix 1 differ in their structure at "$.blocks"' in str(caught.value)


def test_signatures_side_by_side_are_no_table_of_figures():
    rows = ((Cell("Бағаланатын адам"), Cell("Бағалаушы адам")), (Cell("_____"), Cell("_____")))
    form = Attachment("form", body=(Node("table", rows=rows),))
    (block,) = definition(form, act_with(), "1").blocks
    assert isinstance(block, Signatures)
    assert [line.kk for line in block.left] == ["Бағаланатын адам", "{blank:short}"]


def test_braces_of_a_source_are_words_and_no_slots():
    form = Attachment("form", title="{сөз}", body=(Node("part", text="a {b} c"),))
    made = definition(form, act_with(), "1")
    assert blank(made, "kk").title == "{сөз}"
    assert blank(made, "kk").body[0].text == "a {b} c"


def test_an_empty_form_is_imported_empty():
    made = definition(Attachment("form", body=(Node("table"),)), act_with(), "1")
    assert made.blocks == ()
