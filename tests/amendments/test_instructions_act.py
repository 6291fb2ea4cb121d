"""An amending act as a whole: its own terms, the acts it names, and that nothing is left aside."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amendments import with_operations
from model import LANGUAGES, Act, Node
from parsers import parse

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "parsers"))

from measure import OPENINGS, act_of, cases
from sources import HEADS, page


def amending(lang, *clauses):
    """An act of numbered clauses, each with the lines under it."""
    lines = [line for number, clause in enumerate(clauses, 1) for line in _numbered(number, clause)]
    return with_operations(parse(page(*HEADS[lang][1:3], *lines, *HEADS[lang][4:])))


def _numbered(number, clause):
    first, *rest = clause
    return [f"{number}. {first}", *rest]


TERMS = {
    "ru: a subclause": (
        "ru", [["1) пункт 3 исключить;", "2) пункт 5 исключить."]],
        ("Настоящее решение вводится в действие со дня опубликования, за исключением подпункта 2) "
        "пункта 1, который вводится в действие с 1 января 2024 года."),
        [(None, None), ("2024-01-01", None)],
    ),
    "ru: paragraphs": (
        "ru", [["пункт 3 исключить;", "пункт 5 исключить;", "пункт 7 исключить."]],
        ("Настоящее решение вводится в действие со дня опубликования, за исключением абзацев "
        "третьего и четвертого пункта 1, которые вводятся в действие с 1 января 2024 года."),
        # the clause's own words are its first paragraph, the scope line is its second
        [("2024-01-01", None), ("2024-01-01", None), (None, None)],
    ),
    "ru: from a day": (
        "ru", [["1) пункт 3 исключить;", "2) пункт 5 исключить."]],
        "Подпункт 1) пункта 1 настоящего решения вводится в действие с 1 января 2024 года.",
        [("2024-01-01", None), (None, None)],
    ),
    "ru: until a day": (
        "ru", [["пункт 3 исключить."]],
        "Пункт 1 настоящего решения действует до 31 августа 2023 года.",
        [(None, "2023-08-31")],
    ),
    "kk: until a day": (
        "kk", [["3-тармақ алып тасталсын."]],
        "Осы шешімнің 1-тармағы 2023 жылғы 31 тамызға дейін қолданыста болады.",
        [(None, "2023-08-31")],
    ),
    "kk: from a day": (
        "kk", [["1) 3-тармақ алып тасталсын;", "2) 5-тармақ алып тасталсын."]],
        ("Осы шешімнің 1-тармағының 2) тармақшасы 2024 жылғы 1 қаңтардан бастап қолданысқа "
        "енгізіледі."),
        [(None, None), ("2024-01-01", None)],
    ),
    "kk: an exception": (
        "kk", [["1) 3-тармақ алып тасталсын;", "2) 5-тармақ алып тасталсын."]],
        ("Осы шешім, 2024 жылғы 1 қаңтардан бастап қолданысқа енгізілетін 1-тармақтың "
        "2) тармақшасын қоспағанда, алғашқы ресми жарияланған күнінен бастап қолданысқа "
        "енгізіледі."),
        [(None, None), ("2024-01-01", None)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TERMS)
def test_an_own_term_is_put_on_the_operations_it_names(case):
    lang, (lines,), term, wanted = TERMS[case]
    act = amending(lang, [OPENINGS[lang][0], OPENINGS[lang][1], *lines], [term])
    assert [(one.effective, one.until) for one in act.operations] == wanted


OTHER = {
    "ru": (
        'Внести в решение маслихата от 2 мая 2022 года № 9-1 "О регламенте" следующие изменения:',
        "пункт 3 исключить.",
    ),
    "kk": (
        (
            '"Регламент туралы" мәслихаттың 2022 жылғы 2 мамырдағы № 9-1 шешіміне мынадай '
            "өзгерістер енгізілсін:"
        ),
        "3-тармақ алып тасталсын.",
    ),
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_operation_on_another_act_names_it(lang):
    act = amending(lang, [*OPENINGS[lang], OTHER[lang][1]], OTHER[lang])
    assert (act.amends.number, act.amends.date) == ("5-3", "2023-06-14")
    first, second = act.operations
    assert first.amends is None
    assert (second.amends.number, second.amends.date) == ("9-1", "2022-05-02")
    assert msgspec.to_builtins(second.target) == {"clause": "3"}


SEVERAL = {
    "ru": (
        "Внести в некоторые решения маслихата следующие изменения:",
        '1) в решении маслихата от 14 июня 2023 года № 5-3 "Об утверждении Методики":',
        "пункт 2 исключить;",
        '2) в решении маслихата от 2 мая 2022 года № 9-1 "О регламенте":',
        "пункт 3 исключить.",
    ),
    "kk": (
        "Мәслихаттың кейбір шешімдеріне мынадай өзгерістер енгізілсін:",
        '1) "Әдістемені бекіту туралы" мәслихаттың 2023 жылғы 14 маусымдағы № 5-3 шешімінде:',
        "2-тармақ алып тасталсын;",
        '2) "Регламент туралы" мәслихаттың 2022 жылғы 2 мамырдағы № 9-1 шешімінде:',
        "3-тармақ алып тасталсын.",
    ),
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_acts_named_in_scope_lines_are_told_apart(lang):
    act = amending(lang, SEVERAL[lang])
    assert act.amends.number == "5-3"
    assert [one.amends and one.amends.number for one in act.operations] == [None, "9-1"]
    assert [one.target.clause for one in act.operations] == ["2", "3"]


REPEALS = {
    "ru": 'Признать утратившим силу решение маслихата от 2 мая 2022 года № 9-1 "О регламенте".',
    "kk": '"Регламент туралы" мәслихаттың 2022 жылғы 2 мамырдағы № 9-1 шешімінің күші жойылды деп '
    "танылсын.",
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_repeal_of_a_whole_act_is_an_operation_on_it(lang):
    _, line = OPENINGS[lang]
    deletion = {"ru": "пункт 3 исключить.", "kk": "3-тармақ алып тасталсын."}[lang]
    act = amending(lang, [OPENINGS[lang][0], line, deletion], [REPEALS[lang]])
    repeal = act.operations[-1]
    assert (repeal.action, msgspec.to_builtins(repeal.target)) == ("repeal", {})
    assert (repeal.amends.number, repeal.amends.date) == ("9-1", "2022-05-02")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_act_that_only_repeals_has_its_operation(lang):
    act = amending(lang, [REPEALS[lang]])
    assert act.role == "repealing"
    assert [(one.action, one.amends.number) for one in act.operations] == [("repeal", "9-1")]


TABLE = "4\tИнициативность\t3\n5\tОтветственность\t4"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_rows_given_as_a_table_are_the_content(lang):
    line = {
        "ru": "в приложении 1 строки 4 и 5 изложить в следующей редакции:",
        "kk": "1-қосымшаның 4 және 5-жолдары мынадай редакцияда жазылсын:",
    }[lang]
    act = amending(lang, [*OPENINGS[lang], line, TABLE])
    assert [one.target.row for one in act.operations] == ["4", "5"]
    rows = [[cell.text for row in node.rows for cell in row]
            for one in act.operations for node in one.content]  # fmt: skip
    assert rows == [["4", "Инициативность", "3"], ["5", "Ответственность", "4"]]
    assert act.accounting.unaccounted == 0
    assert "not-understood" not in [one.action for one in act.operations]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_paragraph_is_a_scope_an_instruction_or_wording(lang):
    """What none of the three takes is an operation that is not understood, with its words."""
    strange = {"ru": "учесть иные пожелания;", "kk": "өзге тілектер ескерілсін;"}[lang]
    for case in cases(lang):
        lines = (*case.lines, strange)
        operations = act_of(case._replace(lines=lines)).operations
        assert operations[-1].action == "not-understood" or any(
            strange in (node.text or "") for node in operations[-1].content
        )
        assert operations[-1].text in lines


@settings(max_examples=150)
@given(data=st.data())
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_line_is_lost_in_any_mixture(lang, data):
    pool = [case.lines for case in cases(lang) if not case.act]
    chosen = data.draw(st.lists(st.sampled_from(pool), max_size=6))
    noise = st.lists(st.sampled_from(['"', "слово:", '"3. Слово', "пункт 3:", "сөз;", "1)", ""]))
    lines = [line for some in chosen for line in (*some, *data.draw(noise))]
    clause = Node("clause", "1", text=OPENINGS[lang][0],
                  children=tuple(Node("part", text=line) for line in lines))  # fmt: skip
    act = with_operations(Act(lang=lang, role="amending", body=(clause,)))
    assert len(act.operations) >= len(chosen) // 2
    assert all(one.text in lines or one.text == "" or _stands(one.text, lines)
               for one in act.operations)  # fmt: skip


def _stands(text, lines):
    return any(line.startswith(text) for line in lines)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_amending_clause_without_lines_has_no_operations(lang):
    act = amending(lang, [OPENINGS[lang][0]])
    assert act.operations == ()
    assert act.amends.number == "5-3"
