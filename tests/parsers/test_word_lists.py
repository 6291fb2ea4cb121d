"""Numbers that Word keeps in lists: the text has them as the printed page does."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.word_numerals import lettered, numeral, roman

sys.path.insert(0, str(Path(__file__).parent))

from sources import APPROVALS, HEADS, shape
from word_files import act_of, blocks, document, item, left_out, lines, p


def level(at: int, text: str, kind: str = "decimal", more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def kind(*levels: str, key: int = 0) -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>'


def num(list_id: int = 1, key: int = 0, change: str = "") -> str:
    return f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{key}"/>{change}</w:num>'


def listed(*items: str, levels: tuple[str, ...], more: str = "", **parts: str) -> bytes:
    return document("".join(items), numbering=kind(*levels) + num() + more, **parts)


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("%1.", "decimal", "2. Слово"),
        ("%1)", "decimal", "2) Слово"),
        ("%1-тарау.", "decimal", "2-тарау. Слово"),
        ("Глава %1.", "decimal", "Глава 2. Слово"),
        ("Раздел %1.", "upperRoman", "Раздел II. Слово"),
        ("%1)", "lowerLetter", "b) Слово"),
        ("%1)", "upperLetter", "B) Слово"),
        ("%1)", "russianLower", "б) Слово"),
        ("%1.", "russianUpper", "Б. Слово"),
        ("%1.", "decimalZero", "02. Слово"),
        ("%1", "decimalEnclosedParen", "(2) Слово"),
        ("%1.", "aFormatOfTheFuture", "2. Слово"),
        ("–", "bullet", "– Слово"),
        ("\uf0b7", "bullet", "• Слово"),
        ("o", "bullet", "• Слово"),
        ("*", "bullet", "• Слово"),
        ("", "decimal", "Слово"),
        ("", "bullet", "Слово"),
        ("%1", "none", "Слово"),
    ],
)
def test_the_second_entry_has_the_number_that_is_printed(text, form, expected):
    data = listed(item("Первое"), item("Слово"), levels=(level(0, text, form),))
    assert lines(data)[1] == expected


def test_levels_are_counted_each_in_its_own_and_anew_under_each_upper_one():
    levels = (level(0, "%1."), level(1, "%1.%2."), level(2, "%3)"))
    depths = [0, 1, 1, 2, 2, 1, 2, 0, 1]
    data = listed(*(item("а", depth) for depth in depths), levels=levels)
    assert lines(data) == [
        "1. а", "1.1. а", "1.2. а", "1) а", "2) а", "1.3. а", "1) а", "2. а", "2.1. а",
    ]  # fmt: skip


def test_a_level_that_was_passed_over_has_had_its_first_number():
    levels = (level(0, "%1."), level(1, "%1.%2."))
    data = listed(*(item("а", at) for at in (1, 1, 0, 1)), levels=levels)
    assert lines(data) == ["1.1. а", "1.2. а", "2. а", "2.1. а"]


def test_a_level_may_go_on_through_the_upper_ones():
    clauses = level(1, "%2.", more='<w:lvlRestart w:val="0"/>')
    data = listed(*(item("а", at) for at in (0, 1, 1, 0, 1)), levels=(level(0, "%1-тарау."), clauses))  # noqa: E501 - one case  # fmt: skip
    assert lines(data) == ["1-тарау. а", "1. а", "2. а", "2-тарау. а", "3. а"]


def test_a_level_may_begin_anew_under_one_of_the_upper_ones_only():
    third = level(2, "%3.", more='<w:lvlRestart w:val="1"/>')
    levels = (level(0, "%1."), level(1, "%2."), third)
    data = listed(*(item("а", at) for at in (0, 1, 2, 1, 2, 0, 2)), levels=levels)
    assert [line for line, at in zip(lines(data), (0, 1, 2, 1, 2, 0, 2), strict=True) if at == 2] \
        == ["1. а", "2. а", "1. а"]  # fmt: skip


def test_lists_of_one_kind_go_on_counting_and_one_with_a_start_of_its_own_begins_anew():
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    data = listed(
        item("а"), item("б", list_id=2), item("в", list_id=3), item("г", list_id=3), item("д"),
        levels=(level(0, "%1."),), more=num(2) + num(3, change=start),
    )  # fmt: skip
    assert lines(data) == ["1. а", "2. б", "5. в", "6. г", "7. д"]


def test_a_list_may_replace_a_level_of_its_kind():
    change = f'<w:lvlOverride w:ilvl="0">{level(0, "%1)", "lowerRoman")}</w:lvlOverride>'
    data = listed(item("а", list_id=2), levels=(level(0, "%1."),), more=num(2, change=change))
    assert lines(data) == ["i) а"]


def test_figures_of_a_legal_list_are_arabic_at_every_level():
    levels = (level(0, "%1.", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>"))
    assert lines(listed(item("а"), item("б", 1), levels=levels)) == ["I. а", "1.1 б"]


@pytest.mark.parametrize(
    ("suffix", "expected"),
    [("tab", "1. а"), ("space", "1. а"), ("nothing", "1.а")],
)
def test_what_parts_number_and_words_is_that_of_the_level(suffix, expected):
    levels = (level(0, "%1.", more=f'<w:suff w:val="{suffix}"/>'),)
    assert lines(listed(item("а"), levels=levels)) == [expected]


def style(name: str, properties: str, base: str = "") -> str:
    on = f'<w:basedOn w:val="{base}"/>' if base else ""
    return f'<w:style w:styleId="{name}">{on}<w:pPr>{properties}</w:pPr></w:style>'


STYLES = (
    style("Heading1", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    + style("Heading2", '<w:numPr><w:ilvl w:val="1"/></w:numPr>', "Heading1")
    + style("Own", "", "Heading1")
    + style("Bare", '<w:numPr><w:numId w:val="0"/></w:numPr>', "Heading1")
    + style("Circle", "", "Circle2")
    + style("Circle2", "", "Circle")
)


@pytest.mark.parametrize(
    ("name", "own", "expected"),
    [
        ("Heading1", "", "Глава 1. Слово"),
        ("Heading2", "", "1.1. Слово"),
        ("Own", "", "Глава 1. Слово"),
        ("Bare", "", "Слово"),
        ("Circle", "", "Слово"),
        ("Unknown", "", "Слово"),
        ("Heading1", '<w:numPr><w:numId w:val="0"/></w:numPr>', "Слово"),
        ("Heading1", '<w:numPr><w:ilvl w:val="1"/></w:numPr>', "1.1. Слово"),
    ],
)
def test_a_style_gives_a_number_and_a_paragraph_can_take_it_away(name, own, expected):
    levels = (level(0, "Глава %1."), level(1, "%1.%2."))
    words = p("Слово", f'<w:pStyle w:val="{name}"/>{own}')
    assert lines(listed(words, levels=levels, styles=STYLES)) == [expected]


def test_a_style_without_a_level_has_the_level_that_is_linked_to_it():
    levels = (level(0, "%1."), level(1, "%2)", more='<w:pStyle w:val="Own"/>'))
    words = p("Слово", '<w:pStyle w:val="Own"/>')
    assert lines(listed(words, levels=levels, styles=STYLES)) == ["1) Слово"]


def test_a_kind_of_list_may_stand_in_a_numbering_style():
    linked = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="Ours"/></w:abstractNum>'
    ours = style("Ours", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    data = listed(item("а", list_id=2), levels=(level(0, "%1)"),), more=linked + num(2, 7), styles=ours)  # noqa: E501 - one case  # fmt: skip
    assert lines(data) == ["1) а"]


@pytest.mark.parametrize("list_id", [0, 99], ids=["no list", "a list that is not there"])
def test_a_paragraph_of_no_list_has_no_number(list_id):
    assert lines(listed(item("Слово", list_id=list_id), levels=(level(0, "%1."),))) == ["Слово"]


def test_a_document_without_lists_has_no_numbers():
    assert lines(document(item("Слово"))) == ["Слово"]


def test_an_empty_entry_is_printed_with_its_number_and_counts():
    assert lines(listed(item(""), item("а"), levels=(level(0, "%1."),))) == ["1.", "2. а"]


def test_a_bullet_makes_an_item():
    data = listed(item("один;"), item("два."), levels=(level(0, "\uf0b7", "bullet"),))
    assert blocks(data) == ["– один;", "– два."]


def test_numbers_of_rows_stand_in_their_cells():
    rows = "".join(f"<w:tr><w:tc>{item('')}</w:tc><w:tc>{p(word)}</w:tc></w:tr>" for word in "аб")
    data = listed(f"<w:tbl>{rows}</w:tbl>", levels=(level(0, "%1."),))
    assert blocks(data) == [[[("1.", 1, 1), ("а", 1, 1)], [("2.", 1, 1), ("б", 1, 1)]]]


CHAPTERS = {
    "ru": ("Глава %1.", "Общие положения", "Слово:", "один;", "два.", "Порядок", "Второе слово."),
    "kk": ("%1-тарау.", "Жалпы ережелер", "Сөз:", "бір;", "екі.", "Тәртіп", "Екінші сөз."),
}


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_an_act_numbered_by_word_is_the_act_with_typed_numbers(lang):
    heading, first, clause, one, two, second, other = CHAPTERS[lang]
    head = [p(line) for line in (*HEADS[lang], *APPROVALS[lang])]
    levels = (
        level(0, heading),
        level(1, "%2.", more='<w:lvlRestart w:val="0"/>'),
        level(2, "%3)"),
    )
    items = [item(first), item(clause, 1), item(one, 2), item(two, 2), item(second), item(other, 1)]
    by_word = act_of(listed(*head, *items, levels=levels))
    number = heading.replace("%1", "{}")
    typed = [
        f"{number.format(1)} {first}", f"1. {clause}", f"1) {one}", f"2) {two}",
        f"{number.format(2)} {second}", f"2. {other}",
    ]  # fmt: skip
    by_hand = act_of(document("".join([*head, *map(p, typed)])))
    assert by_word == by_hand
    assert shape(by_word.attachments[0].body) == [
        ("chapter 1", [("clause 1", ["subclause 1", "subclause 2"])]),
        ("chapter 2", ["clause 2"]),
    ]
    assert by_word.accounting.unaccounted == 0
    assert left_out(listed(*items, levels=levels)) == []


@pytest.mark.parametrize(
    ("value", "expected"),
    [(1, "i"), (4, "iv"), (9, "ix"), (40, "xl"), (1994, "mcmxciv"), (3999, "mmmcmxcix"),
     (0, "0"), (4000, "4000"), (-1, "-1")],
)  # fmt: skip
def test_roman_numerals(value, expected):
    assert roman(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(1, "а"), (9, "и"), (10, "к"), (26, "ы"), (29, "я"), (30, "аа"), (58, "яя"), (59, "ааа")],
)
def test_russian_letters_are_doubled_after_the_last(value, expected):
    assert numeral(value, "russianLower") == expected


@given(st.integers(min_value=1, max_value=780))
def test_no_two_numbers_have_the_same_letters(value):
    written = lettered(value, "abc")
    assert len(set(written)) == 1
    assert (len(written) - 1) * 3 + "abc".index(written[0]) + 1 == value
