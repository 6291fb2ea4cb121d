"""The commission's own form of minutes, filled from a meeting."""

from __future__ import annotations

import json

import pytest

from forms.blank import blank
from forms.meeting import load_meeting, minutes
from forms.protocol import form_of, protocol


def held(members=("B",), present=(), **more):
    listed = [{"name": "A", "post": "p", "part": "chair"}]
    listed += [{"name": name, "post": "p", "present": name not in present} for name in members]
    listed.append({"name": "S", "post": "p", "part": "secretary"})
    votes = dict.fromkeys(["A", *(name for name in members if name not in present)], "for")
    stated = {
        "kind": "commission",
        "date": "2023-07-05",
        "period": {"kk": "2022 жыл", "ru": "2022 год"},
        "members": listed,
        "items": [
            {
                "person": {"kk": "Үлгі", "ru": "Образцов"},
                "score": 3,
                "corrected": 4,
                "votes": votes,
            },
            {"person": "Второй", "score": 5, "recommendation": "оқыту", "votes": votes},
        ],
        **more,
    }
    return minutes(load_meeting(json.dumps(stated).encode(), "m"), "m")


def printed(done, lang="ru"):
    return protocol(form_of(done.meeting), done, lang)


def lines(form):
    return [node.text for node in form.body if node.kind == "part"]


def rows(form):
    (table,) = [node for node in form.body if node.kind == "table"]
    return [[cell.text for cell in row] for row in table.rows[1:]]


def test_every_item_is_a_row_with_the_result_set_and_the_correction():
    assert rows(printed(held())) == [
        [
            "1.",
            "Образцов",
            '3 ("выполняет функциональные обязанности удовлетворительно")',
            '4 ("выполняет функциональные обязанности надлежащим образом")',
            "",
        ],
        ["2.", "Второй", '5 ("выполняет функциональные обязанности эффективно")', "–", "оқыту"],
    ]


def test_the_figures_of_both_languages_are_the_same():
    for kk, ru in zip(*(rows(printed(held(), lang)) for lang in ("kk", "ru")), strict=True):
        assert (kk[0], kk[2][0], kk[3][0]) == (ru[0], ru[2][0], ru[3][0])


def test_every_member_who_was_there_has_a_line_of_his_own():
    done = held(members=("B", "C", "D"), present=("C",))
    signed = [line.partition(":")[2].split()[0] for line in lines(printed(done)) if "Член" in line]
    assert signed == ["B", "D"]


def test_what_is_not_said_is_left_blank():
    form = printed(held(members=()))
    assert "Член Комиссии: ________________________ Дата: ____________" in lines(form)
    assert any(line.startswith("Заключение Комиссии: ____") for line in lines(form))
    said = printed(held(conclusion={"kk": "бекітілсін", "ru": "утвердить"}))
    assert "Заключение Комиссии: утвердить" in lines(said)


def test_without_a_quorum_there_is_no_correction():
    done = held(members=("B", "C", "D"), present=("B", "C", "D"))
    assert [row[3] for row in rows(printed(done))] == ["–", "–"]


def test_a_calibration_session_has_no_form_of_its_own():
    assert form_of(held(kind="calibration").meeting) is None


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_the_rest_of_the_form_is_printed_as_ever(lang):
    done = held()
    expected = blank(form_of(done.meeting), lang)
    form = printed(done, lang)
    assert (form.title, form.header) == (expected.title, expected.header)
    assert len(form.body) == len(expected.body)
