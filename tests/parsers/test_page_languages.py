"""Pages with both languages: two acts, whatever markup sets them side by side."""

from __future__ import annotations

import sys
from itertools import zip_longest
from pathlib import Path

import pytest

from parsers import parse, parse_all
from parsers.page import read_page

sys.path.insert(0, str(Path(__file__).parent))

import expectation
import pages

SAME = ("preamble", "body", "signatures", "attachments", "date", "number", "role")
NAMES = ["base-decision", "akimat-resolution"]


def lines_of(name, lang):
    lines = expectation.source(f"{name}.{lang}").decode().splitlines()
    return [line for line in lines if line.strip() and "\t" not in line]


def page(body, header=""):
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><p>Меню</p>{header}{body}'
        '<div class="container_omega aftertext">Соңғы құжаттар</div></body></html>'
    ).encode()


def box(body):
    return f'<div class="container_gamma text text_new">{body}</div>'


def paragraphs(lines, anchor="z"):
    return "".join(f'<p id="{anchor}{place}">&nbsp; {line}</p>' for place, line in enumerate(lines))


def rows(first, second, row):
    return "".join(row.format(*pair) for pair in zip_longest(first, second, fillvalue=""))


def columns(first, second):
    return box(
        f'<div class="gs_6">{paragraphs(first)}</div><div class="gs_6">{paragraphs(second)}</div>'
    )


LAYOUTS = {
    "two columns": columns,
    "two articles": lambda one, two: box(
        f"<article>{paragraphs(one)}</article><article>{paragraphs(two)}</article>"
    ),
    "two boxes": lambda one, two: box(paragraphs(one)) + box(paragraphs(two)),
    "columns without a text box": lambda one, two: (
        '<div class="container_alpha slogan"><h1></h1></div><div class="container_gamma">'
        f'<div class="gs_6">{paragraphs(one)}</div><div class="gs_6">{paragraphs(two)}</div></div>'
    ),
    "one row of a table": lambda one, two: box(
        f"<table><tr><td>{paragraphs(one)}</td><td>{paragraphs(two)}</td></tr></table>"
    ),
    "a row for each paragraph": lambda one, two: box(
        "<table><tbody>"
        + rows(one, two, '<tr><td><p id="z1">{}</p></td><td><p id="r1">{}</p></td></tr>')
        + "</tbody></table>"
    ),
    "boxes in rows": lambda one, two: box(
        rows(
            one, two, '<div class="row"><div class="gs_6">{}</div><div class="gs_6">{}</div></div>'
        )
    ),
    "one below the other": lambda one, two: box(paragraphs(one) + paragraphs(two)),
    "a paragraph each, with breaks": lambda one, two: box(
        f"<p>{'<br>'.join(one)}</p><p>{'<br>'.join(two)}</p>"
    ),
    "one paragraph, with breaks": lambda one, two: box(f"<p>{'<br>'.join([*one, *two])}</p>"),
    "in a coloured wrapper": lambda one, two: box(
        f"<font>{paragraphs(one)}{paragraphs(two)}</font>"
    ),
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("order", ["kk ru", "ru kk"])
@pytest.mark.parametrize("case", LAYOUTS)
def test_both_acts_are_read_as_each_alone(case, order, name):
    texts = [lines_of(name, lang) for lang in order.split()]
    acts = parse_all(page(LAYOUTS[case](*texts)), name="compare.html")
    assert [act.lang for act in acts] == ["kk", "ru"]
    for act in acts:
        alone = parse(page(box(paragraphs(lines_of(name, act.lang)))), name="alone.html")
        for key in SAME:
            assert getattr(act, key) == getattr(alone, key), (act.lang, key)
        assert act.accounting == alone.accounting


FIXTURE = pages.FOLDER / "two-languages" / "columns.html"


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_the_tab_of_two_languages_gives_both_acts_with_their_forms(lang):
    act = next(act for act in parse_all(FIXTURE.read_bytes(), name="x") if act.lang == lang)
    alone = parse((pages.FOLDER / f"akimat-resolution.{lang}.html").read_bytes(), name="y")
    for key in (*SAME, "issuer", "type", "status"):
        assert getattr(act, key) == getattr(alone, key), key
    assert act.accounting.unaccounted == 0
    assert act.accounting.dropped == ()


def test_a_title_in_one_language_stays_with_that_text():
    kazakh, russian = parse_all(FIXTURE.read_bytes(), name="x")
    assert kazakh.title.endswith("бағалау әдістемесін бекіту туралы")
    assert russian.title is None
    assert (kazakh.status, russian.status) == ("new", "new")


def test_each_text_covers_its_own_column():
    kazakh, russian = read_page(FIXTURE.read_bytes(), "x")
    assert "РЕШИЛ" not in kazakh.text
    assert "ПОСТАНОВЛЯЕТ" not in kazakh.text
    assert "ПОСТАНОВЛЯЕТ" in russian.text
    assert "ҚАУЛЫ" not in russian.text


def test_form_tables_stay_with_their_column():
    table = (
        "<table><tr><td rowspan=2>{0}</td><td colspan=2>{0}</td></tr>"
        "<tr><td>1</td><td>2</td></tr></table>"
    )
    kazakh = [*lines_of("base-decision", "kk"), table.format("Көрсеткіш"), "Соңы"]
    russian = [*lines_of("base-decision", "ru"), table.format("Показатель"), "Конец"]
    sides = f'<div class="gs_6">{paragraphs(kazakh)}</div><div class="gs_6">{paragraphs(russian)}'
    acts = parse_all(page(box(f"{sides}</div>")), name="x")
    tables = [act.attachments[-1].body[-2].rows for act in acts]
    assert [row[0][0].text for row in tables] == ["Көрсеткіш", "Показатель"]
    assert [(row[0][0].rowspan, row[0][1].colspan) for row in tables] == [(2, 2), (2, 2)]


def test_a_kazakh_act_with_a_long_list_of_names_is_one_text():
    text = (
        "Шу аудандық мәслихатының аппараты мемлекеттік мекемесінің әдістемесін бекіту туралы "
        "шешім қабылдансын және осы шешім қолданысқа енгізілсін."
    )
    names = "Иванов Иван Иванович; Петров Семен Петрович; Сидоров Антон Антонович; Асанов Болат;"

    (act,) = parse_all(page(box(paragraphs([text] * 6 + [names] * 12))))

    assert act.lang == "kk"


def test_an_act_that_quotes_the_other_language_is_one_text():
    quote = "Қазақстан Республикасының мемлекеттік қызметі туралы Заңына өзгерістер енгізу туралы"
    russian = paragraphs([*lines_of("base-decision", "ru"), *[quote] * 5])
    (manuscript,) = read_page(page(box(russian)), "x")
    assert manuscript.text.count(quote) == 5


HEADERS = {
    "in lines of their own": (
        "<h1>Об утверждении Методики</h1><h1>Әдістемені бекіту туралы</h1><p>Решение "
        "Акбулакского районного маслихата от 14 июня 2023 года № 5-3</p><p>Ақбұлақ аудандық "
        "мәслихатының 2023 жылғы 14 маусымдағы № 5-3 шешімі</p>"
    ),
    "in one line with a break": (
        "<h1>Әдістемені бекіту туралы<br>Об утверждении Методики</h1><p>Ақбұлақ аудандық "
        "мәслихатының 2023 жылғы 14 маусымдағы № 5-3 шешімі<br>Решение Акбулакского районного "
        "маслихата от 14 июня 2023 года № 5-3</p>"
    ),
}
TITLES = {"kk": "Әдістемені бекіту туралы", "ru": "Об утверждении Методики"}
ISSUERS = {"kk": "Ақбұлақ аудандық мәслихаты", "ru": "Акбулакский районный маслихат"}


@pytest.mark.parametrize("lang", ["kk", "ru"])
@pytest.mark.parametrize("case", HEADERS)
def test_requisites_said_in_both_languages_are_read_in_that_of_the_text(case, lang):
    header = f'<div class="container_alpha slogan">{HEADERS[case]}</div>'
    text = box(paragraphs(lines_of("base-decision", lang)[2:]))
    act = parse(page(text, header), name="x")
    assert (act.title, act.issuer, act.number) == (TITLES[lang], ISSUERS[lang], "5-3")
    other = "ru" if lang == "kk" else "kk"
    reasons = [(one.reason, one.text) for one in act.accounting.dropped][-2:]
    assert reasons[0] == ("other-language", TITLES[other])
    assert act.accounting.unaccounted == 0


@pytest.mark.parametrize("case", HEADERS)
def test_both_acts_have_their_own_requisites(case):
    header = f'<div class="container_alpha slogan">{HEADERS[case]}</div>'
    texts = [lines_of("base-decision", lang)[2:] for lang in ("kk", "ru")]
    acts = parse_all(page(columns(*texts), header), name="x")
    assert {act.lang: act.title for act in acts} == TITLES
    assert {act.lang: act.issuer for act in acts} == ISSUERS


STATUS = {
    "kk": '<span class="status status_yts">Утративший силу</span>',
    "ru": '<span class="status status_yts">Күшін жойған</span>',
}


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_a_status_word_in_the_other_language_is_understood(lang):
    lines = lines_of("base-decision", lang)
    header = f'<div class="container_alpha slogan"><h1>{lines[0]}</h1>{STATUS[lang]}</div>'
    act = parse(page(box(paragraphs(lines[1:])), header), name="x")
    assert act.status == "repealed"
    assert act.title == lines[0]
