"""An amending act written from operations reads back as the same operations."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from amendments import with_operations
from generator.amending import UnnamedActError, amending_act
from generator.render import render
from model import Attachment, Cell, Node, Operation, Registration, Target
from parsers import parse
from workbench.profiles import load_profile

ROOT = Path(__file__).resolve().parents[2]
ACTS = ROOT / "tests" / "fixtures" / "acts"
AGENCY = load_profile(ROOT / "examples" / "shu-maslikhat.yaml")
BASES = {lang: parse((ACTS / f"base-decision.{lang}.txt").read_bytes()) for lang in ("kk", "ru")}
AMENDING = {
    lang: with_operations(parse((ACTS / f"amending-decision.{lang}.txt").read_bytes()))
    for lang in ("kk", "ru")
}
SECOND_BLOCK = {"kk": '"Ақбұлақ', "ru": "Приложение"}


def bare(operations):
    """The operations without the words and places of the text they were read from."""
    return [replace(one, text="") for one in operations]


def appendices(lang):
    """The appendices of the real amending act, each under the block of what it replaces alone."""
    for attachment, number in zip(AMENDING[lang].attachments, ("2", "3"), strict=True):
        lines = attachment.header.split("\n")
        starts = [at for at, line in enumerate(lines) if line.startswith(SECOND_BLOCK[lang])]
        yield replace(attachment, number=number, header="\n".join(lines[starts[-1] :]))


@pytest.mark.parametrize("lang", ["kk", "ru"])
@pytest.mark.parametrize("through", ["the act", "its document"])
def test_what_is_written_reads_back_as_the_same_operations(lang, through):
    operations = AMENDING[lang].operations
    act = amending_act(AGENCY, BASES[lang], operations, tuple(appendices(lang)))
    back = (
        with_operations(replace(act, operations=(), amends=None))
        if through == "the act"
        else with_operations(parse(render(act)))
    )
    assert bare(back.operations) == bare(operations)
    assert (back.amends, back.role, back.type) == (act.amends, "amending", "decision")
    assert (back.diagnostics, back.accounting.unaccounted) == ((), 0)


def clause(number, text="Жаңа мәтін.", *children):
    return Node("clause", number, text=text, children=children)


def inside(**keys):
    return Target(attachment="methodology", **keys)


CHANGE = Operation("replace", inside(clause="4"), (clause("4"),))
OTHER_CHANGE = Operation("delete", inside(clause="5"))
ADDITION = Operation("insert", inside(clause="7-1"), (clause("7-1"),))
OTHER_ADDITION = Operation("insert", inside(clause="7-2"), (clause("7-2"),))


def written(lang, *operations, base=None, agency=AGENCY):
    return amending_act(agency, base or BASES[lang], operations)


@pytest.mark.parametrize(
    ("operations", "kk", "ru"),
    [
        ((CHANGE,), "өзгеріс", "следующее изменение"),
        ((CHANGE, OTHER_CHANGE), "өзгерістер", "следующие изменения"),
        ((ADDITION,), "толықтыру", "следующее дополнение"),
        ((ADDITION, OTHER_ADDITION), "толықтырулар", "следующие дополнения"),
        ((ADDITION, CHANGE), "өзгеріс пен толықтыру", "следующие изменение и дополнение"),
        (
            (ADDITION, CHANGE, OTHER_CHANGE),
            "өзгерістер мен толықтыру",
            "следующие изменения и дополнение",
        ),
        (
            (ADDITION, OTHER_ADDITION, CHANGE),
            "өзгеріс пен толықтырулар",
            "следующие изменение и дополнения",
        ),
        (
            (ADDITION, OTHER_ADDITION, CHANGE, OTHER_CHANGE),
            "өзгерістер мен толықтырулар",
            "следующие изменения и дополнения",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_only_what_occurs_is_named_and_changes_come_before_additions(operations, kk, ru):
    assert written("kk", *operations).body[0].text.endswith(f" мынадай {kk} енгізілсін:")
    assert written("ru", *operations).body[0].text.endswith(f" {ru}:")


@pytest.mark.parametrize(
    ("lang", "title"),
    [
        (
            "kk",
            (
                '"Ақбұлақ аудандық мәслихатының аппараты" мемлекеттік мекемесінің "Б" корпусы '
                'мемлекеттік әкімшілік қызметшілерінің қызметін бағалау әдістемесін бекіту туралы" '
                "Ақбұлақ аудандық мәслихатының 2023 жылғы 14 маусымдағы № 5-3 шешіміне өзгеріс "
                "енгізу туралы"
            ),
        ),
        (
            "ru",
            (
                "О внесении изменения в решение Акбулакского районного маслихата от 14 июня 2023 "
                'года № 5-3 "Об утверждении Методики оценки деятельности административных '
                'государственных служащих корпуса "Б" государственного учреждения "Аппарат '
                'Акбулакского районного маслихата"'
            ),
        ),
    ],
)
def test_the_title_names_form_date_number_and_title_of_the_amended_act(lang, title):
    assert written(lang, CHANGE).title == title


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_the_number_in_the_register_is_named_and_read_back(lang):
    base = replace(BASES[lang], registration=Registration("4631"))
    back = with_operations(replace(written(lang, CHANGE, base=base), amends=None, operations=()))
    assert back.amends.registration == Registration("4631")


def lines(act):
    return [line.text for line in act.body[0].children]


def test_the_new_wording_stands_in_quotation_marks_and_the_last_line_ends_in_a_full_stop():
    new = clause("4", "Первая.", Node("part", text="Вторая."))
    act = written("ru", replace(CHANGE, content=(new,)))
    assert lines(act)[1:] == ["пункт 4 изложить в следующей редакции:", '"4. Первая.', 'Вторая.".']


@pytest.mark.parametrize(
    ("lang", "line"),
    [("kk", '"2-тарау. Бағалау тәртібі".'), ("ru", '"Глава 2. Бағалау тәртібі".')],
    ids=["kk", "ru"],
)
def test_the_new_wording_of_a_heading_begins_with_its_chapter(lang, line):
    target = inside(chapter="2", element="heading")
    chapter = Node("chapter", "2", heading="Бағалау тәртібі")
    act = written(lang, Operation("replace", target, (chapter,)))
    assert lines(act)[-1] == line
    back = with_operations(replace(act, operations=(), amends=None))
    (operation,) = back.operations
    (read,) = operation.content
    assert (operation.target, replace(read, span=chapter.span)) == (target, chapter)


def test_changes_of_the_act_itself_stand_before_those_of_the_methodology():
    own = Operation("delete", Target(clause="2"))
    said = lines(written("ru", CHANGE, own))
    assert said[0] == "1) пункт 2 исключить;"
    assert said[1].startswith("2) в Методике оценки деятельности")
    assert said[1].endswith(", утвержденной указанным решением:")


@pytest.mark.parametrize(
    ("lang", "line", "block"),
    [
        (
            "kk",
            "осы шешімге қосымшаға сәйкес 4-қосымшамен толықтырылсын.",
            ["шешіміне қосымша", "4-қосымша", "Нысан"],
        ),
        (
            "ru",
            "дополнить приложением 4 согласно приложению к настоящему решению.",
            ["Приложение к решению Шуского районного маслихата", "№ 4-10", "Форма"],
        ),
    ],
)
def test_a_single_appendix_has_no_number_and_bears_two_blocks(lang, line, block):
    table = Node("table", rows=((Cell("1"), Cell("2")),))
    new = Attachment("form", "4", "Жаңа нысан", None, (table,))
    act = written(lang, Operation("insert", inside(appendix="4"), (table,)))
    (made,) = act.attachments
    assert lines(act)[-1] == line
    assert made.number is None
    assert made.body == new.body
    assert [one for one in block if one in made.header.split("\n")] == block


def test_an_order_calls_itself_an_order_in_every_place():
    agency = load_profile(ROOT / "examples" / "labour-ministry.yaml")
    act = written("ru", Operation("replace", inside(appendix="2"), ()), agency=agency)
    assert lines(act)[-1] == (
        "приложение 2 изложить в новой редакции согласно приложению к настоящему приказу."
    )
    assert act.body[1].text.startswith("Настоящий приказ вводится в действие")
    assert act.preamble.enacting == "ПРИКАЗЫВАЮ"


@pytest.mark.parametrize("missing", ["type", "issuer", "date", "number", "title"])
def test_an_act_that_cannot_be_named_is_refused(missing):
    base = replace(BASES["ru"], **{missing: None})
    with pytest.raises(UnnamedActError, match=f"does not say its {missing}; an amending act names"):
        written("ru", CHANGE, base=base)


def test_a_change_of_a_methodology_that_is_not_there_is_refused():
    with pytest.raises(UnnamedActError, match="does not say its methodology"):
        written("ru", CHANGE, base=replace(BASES["ru"], attachments=()))


def subclause(number):
    return Node("subclause", number, text="Жаңа мәтін.")


def renumber(was, now):
    return Operation("renumber", inside(clause=was), new=now)


def replaced(number):
    return Operation("replace", inside(clause=number), (clause(number),))


def added(number):
    return Operation("insert", inside(clause=number), (clause(number),))


GROUPS = [
    (
        "elements in a row are given anew by one instruction",
        (replaced("9"), replaced("10"), replaced("12")),
        [
            "9 және 10-тармақтар мынадай редакцияда жазылсын:",
            "12-тармақ мынадай редакцияда жазылсын:",
        ],
        [
            "пункты 9 и 10 изложить в следующей редакции:",
            "пункт 12 изложить в следующей редакции:",
        ],
    ),
    (
        "deleted elements are listed, whether in a row or not",
        tuple(Operation("delete", inside(clause=number)) for number in ("10", "12")),
        ["10 және 12-тармақтар алып тасталсын."],
        ["пункты 10 и 12 исключить."],
    ),
    (
        "doubled numbers behind one element come together",
        (added("7-1"), added("7-2"), added("9-1")),
        [
            "мынадай мазмұндағы 7-1 және 7-2-тармақтармен толықтырылсын:",
            "мынадай мазмұндағы 9-1-тармақпен толықтырылсын:",
        ],
        [
            "дополнить пунктами 7-1 и 7-2 следующего содержания:",
            "дополнить пунктом 9-1 следующего содержания:",
        ],
    ),
    (
        "numbers that go up are listed from the first, whatever is done first",
        (renumber("14", "15"), renumber("13", "14"), renumber("12", "13")),
        ["12 – 14-тармақтар тиісінше 13 – 15-тармақтар деп саналсын."],
        ["пункты 12 – 14 считать соответственно пунктами 13 – 15."],
    ),
    (
        "numbers that do not move by the same step are said one by one",
        (renumber("5", "4"), renumber("8", "6")),
        ["5-тармақ 4-тармақ деп саналсын;", "8-тармақ 6-тармақ деп саналсын."],
        ["пункт 5 считать пунктом 4;", "пункт 8 считать пунктом 6."],
    ),
    (
        "subclauses of one clause are given together, those of another one apart",
        tuple(
            Operation("replace", inside(clause=one, subclause=number), (subclause(number),))
            for one, number in (("2", "3"), ("2", "4"), ("3", "5"))
        ),
        [
            "2-тармақтың 3) және 4) тармақшалары мынадай редакцияда жазылсын:",
            "3-тармақтың 5) тармақшасы мынадай редакцияда жазылсын:",
        ],
        [
            "подпункты 3) и 4) пункта 2 изложить в следующей редакции:",
            "подпункт 5) пункта 3 изложить в следующей редакции:",
        ],
    ),
]


@pytest.mark.parametrize(
    ("operations", "kk", "ru"), [case[1:] for case in GROUPS], ids=[case[0] for case in GROUPS]
)
def test_one_instruction_orders_what_can_be_ordered_together(operations, kk, ru):
    for lang, expected in (("kk", kk), ("ru", ru)):
        act = written(lang, *operations)
        quoted = ('"', "7-2.", "10. ", "4) ")
        assert [line for line in lines(act)[1:] if not line.startswith(quoted)] == expected
        back = with_operations(replace(act, operations=(), amends=None))
        assert {(one.action, one.target, one.new, one.content) for one in back.operations} == {
            (one.action, one.target, one.new, one.content) for one in operations
        }


def test_a_table_that_ends_new_wording_is_followed_by_the_closing_mark():
    table = Node("table", rows=((Cell("1"), Cell('"Б" корпусы')),))
    new = clause("4", "Кесте:", Node("subclause", "1", text="мынау:", children=(table,)))
    act = written("kk", replace(CHANGE, content=(new,)), CHANGE)
    assert lines(act)[1:5] == [
        "4-тармақ мынадай редакцияда жазылсын:", '"4. Кесте:', "1) мынау:", None,
    ]  # fmt: skip
    assert lines(act)[5] == '";'
    assert with_operations(parse(render(act))).operations[0].content == (new,)


@pytest.mark.parametrize(
    ("lang", "operation", "line"),
    [
        (
            "kk",
            Operation("replace", inside(clause="4"), only="ru"),
            (
                "4-тармақтың орыс тіліндегі мәтініне өзгеріс енгізілсін, қазақ тіліндегі мәтін "
                "өзгермейді."
            ),
        ),
        (
            "ru",
            Operation("replace", inside(clause="4"), only="kk"),
            "в пункт 4 внести изменения на казахском языке, текст на русском языке не меняется.",
        ),
        (
            "ru",
            Operation("delete", inside(clause="4"), only="kk"),
            "пункт 4 исключить, текст на русском языке не меняется.",
        ),
        (
            "kk",
            Operation("insert", inside(clause="4-1"), only="ru"),
            "мынадай мазмұндағы 4-1-тармақпен толықтырылсын, қазақ тіліндегі мәтін өзгермейді.",
        ),
        (
            "kk",
            Operation("replace", inside(appendix="2"), only="ru"),
            (
                "2-қосымшаның орыс тіліндегі мәтініне өзгеріс енгізілсін, қазақ тіліндегі мәтін "
                "өзгермейді."
            ),
        ),
    ],
)
def test_a_text_that_does_not_change_says_what_changes_in_the_other(lang, operation, line):
    act = written(lang, operation)
    assert lines(act)[1:] == [line]
    assert act.attachments == ()
    assert bare(with_operations(parse(render(act))).operations) == [operation]
