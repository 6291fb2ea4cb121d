"""The portal's tabs beside the text: the card of an act, its history, its links."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from lxml import etree

from lexicon.data import words
from model import Registration
from parsers import parse
from parsers.page_card import card_of, taken_card

sys.path.insert(0, str(Path(__file__).parent))

import pages

TABS = pages.FOLDER / "tabs"
NO_TEXT = (
    "this page has no text of the act, only its requisites were read; open the tab with the text "
    "and save that page"
)
SAID = {
    "type": "resolution",
    "date": "2021-04-29",
    "number": "А-9/406",
    "registration": Registration("6543", "2021-05-05"),
    "status": "new",
}
ISSUERS = {"kk": "Тасөзек ауданының әкімдігі", "ru": "Акимат Тасозекского района"}


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_a_card_alone_gives_the_requisites_and_says_that_there_is_no_text(lang):
    act = parse((TABS / f"card.{lang}.html").read_bytes(), name="info.html", ui="en")
    assert {key: getattr(act, key) for key in SAID} == SAID
    assert (act.lang, act.issuer) == (lang, ISSUERS[lang])
    assert act.title.startswith({"kk": "Тасөзек ауданы әкімі", "ru": "Об утверждении"}[lang])
    assert (act.body, act.attachments) == ((), ())
    assert [one.message for one in act.diagnostics if one.code == "no-text"] == [NO_TEXT]


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_every_row_of_a_card_is_accounted_for(lang):
    account = parse((TABS / f"card.{lang}.html").read_bytes(), name="info.html").accounting
    assert account.unaccounted == 0
    assert {one.reason for one in account.dropped} == {"card"}
    assert len(account.dropped) == 2


@pytest.mark.parametrize("name", ["history.ru", "links.ru", "comments.kk"])
def test_another_tab_gives_the_requisites_and_nothing_of_its_own(name):
    act = parse((TABS / f"{name}.html").read_bytes(), name="tab.html", ui="en")
    assert {key: getattr(act, key) for key in SAID} == SAID
    assert act.requisites is not None
    assert (act.body, act.attachments, act.signatures) == ((), (), ())
    assert act.diagnostics[0].code == "no-text"
    assert act.accounting.unaccounted == 0


@pytest.mark.parametrize("ui", ["kk", "ru", "en"])
def test_that_there_is_no_text_is_said_in_the_language_of_the_reader(ui):
    act = parse((TABS / "history.ru.html").read_bytes(), name="tab.html", ui=ui)
    (said,) = [one for one in act.diagnostics if one.code == "no-text"]
    assert said.severity == "error"
    assert said.message.split()[0] == {"kk": "бұл", "ru": "на", "en": "this"}[ui]


CARD = (
    "<table><tr><td>Вид акта</td><td>Решение</td></tr><tr><td>Номер акта</td><td>7-1</td></tr>"
    "<tr><td>Статус</td><td>Утративший силу</td></tr><tr><td>Дата введения в действие</td>"
    "<td>01.07.2023</td></tr><tr><td>Регистрационный номер в Государственном реестре</td>"
    "<td>12345</td></tr></table>"
)
TEXT = (
    "<p>Акбулакский районный маслихат РЕШИЛ:</p><p>1. Утвердить Методику.</p>"
    "<table><tr><td>Председатель маслихата</td><td>Б. Ульгибаев</td></tr></table>"
)


def test_a_card_beside_the_text_adds_what_the_text_does_not_say():
    act = pages.act_of(pages.saved(TEXT).replace(b"</body>", f"{CARD}</body>".encode()))
    assert act.number == "5-3", "the act's own requisites go first"
    assert (act.status, act.effective) == ("repealed", "2023-07-01")
    assert act.registration == Registration("12345")
    assert [node.text for node in act.body] == ["Утвердить Методику."]
    assert [one.code for one in act.diagnostics] == []
    assert act.accounting.unaccounted == 0


def test_a_card_in_another_page_of_the_archive_is_found():
    parts = (pages.saved(TEXT), f"<html><body>{CARD}</body></html>".encode())
    head = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
    archive = head + b"".join(
        b"--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        + part + b"\r\n"
        for part in parts
    ) + b"--b--"  # fmt: skip
    act = pages.act_of(archive)
    assert (act.number, act.status) == ("5-3", "repealed")
    assert len(act.body) == 1


def test_a_card_in_the_other_language_gives_no_names():
    act = pages.act_of(
        pages.saved(TEXT).replace(b"</body>", (TABS / "card.kk.html").read_bytes() + b"</body>")
    )
    assert act.lang == "ru"
    assert act.issuer == "Акбулакский районный маслихат"
    assert act.registration == Registration("6543", "2021-05-05")


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_a_form_with_a_name_or_two_of_a_card_is_none(lang):
    names = {"kk": ("Актінің түрі", "Күні"), "ru": ("Вид акта", "Дата")}[lang]
    table = "".join(f"<tr><td>{name}</td><td>1</td></tr>" for name in names)
    assert taken_card(etree.fromstring(f"<div><table>{table}</table></div>")) is None


KEYS = sorted({key for lang in ("kk", "ru") for key in words("cards")[lang]})


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_every_name_of_a_card_is_read_as_what_it_says(lang):
    said = words("cards")[lang]
    assert sorted(said) == KEYS, "both languages name the same"
    frame = {key: names[0] for key, names in said.items()}
    for key, names in said.items():
        for name in names:
            rows = {**frame, key: name}
            table = "".join(
                f"<tr><td>{one.upper()} :</td><td>{key}</td></tr>" for key, one in rows.items()
            )
            card = taken_card(etree.fromstring(f"<div><table>{table}</table></div>"))
            assert [row.key for row in card.rows] == [row.value for row in card.rows], name


VALUES = {
    "the sign before a number": ("number", "№ 12-НҚ", "12-НҚ"),
    "the Latin sign": ("number", "N 4-10", "4-10"),
    "a decorated number": ("number", "ҚР ДСМ-205/2020", "ҚР ДСМ-205/2020"),
    "a number without figures": ("number", "б/н", None),
    "a date in words": ("date", "2023 жылғы 26 маусым", "2023-06-26"),
    "a date in figures": ("date", "26.06.2023", "2023-06-26"),
    "a date that is none": ("date", "32.13.2023", None),
    "an unknown type": ("type", "Хаттама", None),
    "a joint order": ("type", "Бірлескен бұйрық", "joint_order"),
    "a code": ("type", "Кодекс", None),
    "an unknown status": ("status", "Қаралуда", None),
}


@pytest.mark.parametrize("case", VALUES)
def test_a_value_is_read_or_left_out(case):
    key, value, wanted = VALUES[case]
    said = words("cards")["kk"]
    rows = {"type": "Шешім", "number": "1", "issuer": "Мәслихат", key: value}
    table = "".join(f"<tr><td>{said[one][0]}</td><td>{v}</td></tr>" for one, v in rows.items())
    card = taken_card(etree.fromstring(f"<div><table>{table}</table></div>"))
    assert getattr(card_of(card, "kk"), key) == wanted
