"""What is written as an instruction is read back as the operation it was written from."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from amendments import with_operations
from amendments.writing import CannotWriteError, Own, write_instruction
from model import LANGUAGES, NOWHERE, Act, Node, Operation, Target

NUMBER = st.one_of(
    st.integers(1, 150).map(str),
    st.tuples(st.integers(1, 99), st.integers(1, 9)).map(lambda pair: f"{pair[0]}-{pair[1]}"),
)
COUNT = st.integers(1, 40).map(str)
# Nested from the outside in; any level may be left out.
UNITS = (
    ("appendix", NUMBER), ("section", COUNT), ("chapter", COUNT), ("paragraph", COUNT),
    ("article", NUMBER), ("clause", NUMBER), ("subclause", NUMBER), ("part", COUNT),
    ("item", COUNT), ("table", COUNT), ("row", COUNT), ("column", COUNT), ("sentence", COUNT),
    ("note", st.one_of(st.just(""), COUNT)),
)  # fmt: skip


@st.composite
def targets(draw):
    depth = draw(st.integers(1, 5))
    places = sorted(draw(st.permutations(range(len(UNITS))))[:depth])
    keys = {UNITS[place][0]: draw(UNITS[place][1]) for place in places}
    if "item" in keys and "part" not in keys:
        keys["part"] = draw(COUNT)
    return Target(attachment="methodology", **keys)


HEADED = st.builds(
    lambda chapter, element: Target(attachment="methodology", chapter=chapter, element=element),
    COUNT,
    st.just("heading"),
)
ELEMENTS = st.builds(
    lambda element: Target(attachment="methodology", element=element),
    st.sampled_from(["title", "preamble", "contents"]),
)
ANY = st.one_of(targets(), HEADED, ELEMENTS)
WORDS = {
    "ru": st.sampled_from(["лицо", "и лица", 'корпуса "Б"', "10", ";", "точка", 'Методики "А" и'])
    | st.text("абвгдежз ", min_size=1, max_size=12).map(str.strip).filter(bool),
    "kk": st.sampled_from(["тұлға", "және адам", '"Б" корпусы', "10", ";", "нүкте", "5-тармақ"])
    | st.text("абвгғәіқ ", min_size=1, max_size=12).map(str.strip).filter(bool),
}


CLAUSES = {
    "ru": "Внести в Методику следующие изменения:",
    "kk": "Әдістемеге мынадай өзгерістер енгізілсін:",
}


def read(lang, *lines):
    parts = tuple(Node("part", text=line) for line in lines)
    clause = Node("clause", "1", text=CLAUSES[lang], children=parts)
    found = with_operations(Act(lang=lang, role="amending", body=(clause,)))
    return [replace(one, text="", span=NOWHERE, content=()) for one in found.operations]


def read_back(lang, operations, own=None):
    """The operations of the line written; wording stands below it where a colon asks for it."""
    line = write_instruction(operations, lang, own)
    return read(lang, line, *(['"Сөз."'] if line.endswith(":") else []))


@pytest.mark.parametrize("action", ["replace", "delete", "repeal", "restore"])
@pytest.mark.parametrize("lang", LANGUAGES)
@settings(max_examples=60)
@given(target=ANY)
def test_an_order_on_an_element_comes_back(lang, action, target):
    if target.sentence is not None:
        action = {"replace": "replace", "delete": "delete-words"}.get(action, action)
    if target.sentence is not None and action == "replace" and target.note is None:
        return  # a sentence in a new redaction is a change of words, tried below
    if target.note is not None and action == "delete-words":
        action = "delete"
    assert read_back(lang, Operation(action, target)) == [Operation(action, target)]


@pytest.mark.parametrize("lang", LANGUAGES)
@settings(max_examples=80)
@given(target=ANY, data=st.data())
def test_a_change_of_words_comes_back(lang, target, data):
    old, new = (data.draw(WORDS[lang], label=side) for side in ("old", "new"))
    only = data.draw(st.sampled_from([None, "kk", "ru"]), label="only")
    throughout = data.draw(st.booleans(), label="throughout")
    action = data.draw(
        st.sampled_from(["replace-words", "delete-words", "insert-words"]), label="action"
    )
    position = {"insert-words": data.draw(st.sampled_from(["before", "after"]))}.get(action)
    operation = Operation(
        action, target, old=old, new=None if action == "delete-words" else new,
        position=position, only=only, throughout=throughout,
    )  # fmt: skip
    assert read_back(lang, operation) == [operation]


@pytest.mark.parametrize("position", [None, "before"], ids=["at the end", "at the beginning"])
@pytest.mark.parametrize("lang", LANGUAGES)
@settings(max_examples=40)
@given(target=ANY, data=st.data())
def test_words_without_an_anchor_come_back(lang, position, target, data):
    target = replace(target, sentence=None)
    new = data.draw(WORDS[lang])
    operation = Operation("insert-words", target, new=new, position=position)
    if target != Target(attachment="methodology"):
        assert read_back(lang, operation) == [operation]


@pytest.mark.parametrize("action", ["replace-words", "insert-words", "delete-words"])
@pytest.mark.parametrize("lang", LANGUAGES)
@given(target=targets(), number=COUNT)
def test_a_sentence_comes_back(lang, action, target, number):
    target = replace(target, note=None, sentence=number)
    new = None if action == "delete-words" else "Слово и слово."
    operation = Operation(action, target, new=new)
    assert read_back(lang, operation) == [operation]


@pytest.mark.parametrize("lang", LANGUAGES)
@settings(max_examples=60)
@given(target=targets())
def test_a_new_element_comes_back(lang, target):
    if target.sentence is None and target.note != "":
        operation = Operation("insert", target)
        assert read_back(lang, operation) == [operation]


@pytest.mark.parametrize("unit", ["clause", "subclause", "part", "row", "appendix", "chapter"])
@pytest.mark.parametrize("lang", LANGUAGES)
@settings(max_examples=25)
@given(numbers=st.lists(st.integers(1, 60), min_size=2, max_size=6, unique=True))
def test_several_elements_come_back_one_by_one(lang, unit, numbers):
    listed = [
        Operation("delete", Target(attachment="methodology", **{unit: str(number)}))
        for number in sorted(numbers)
    ]
    assert read_back(lang, listed) == listed


@pytest.mark.parametrize("lang", LANGUAGES)
@given(pairs=st.lists(st.tuples(st.text("абв", min_size=1), st.text("где", min_size=1)),
                      min_size=2, max_size=5, unique=True))  # fmt: skip
def test_pairs_of_words_come_back_pair_by_pair(lang, pairs):
    target = Target(attachment="methodology", clause="3")
    listed = [Operation("replace-words", target, old=old, new=new) for old, new in pairs]
    assert read_back(lang, listed) == listed


@pytest.mark.parametrize("lang", LANGUAGES)
@given(numbers=st.lists(st.integers(1, 60), min_size=1, max_size=5, unique=True), by=COUNT)
def test_new_numbers_come_back(lang, numbers, by):
    listed = [
        Operation(
            "renumber", Target(attachment="methodology", clause=str(one)), new=str(one + int(by))
        )
        for one in sorted(numbers)
    ]
    assert read_back(lang, listed) == listed


MOVES = {"ru": "пункт 12 Методики", "kk": "Әдістеменің 12-тармағы"}


@pytest.mark.parametrize("position", ["before", "after"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_move_comes_back(lang, position):
    target = Target(attachment="methodology", clause="8")
    operation = Operation("move", target, new=MOVES[lang], position=position)
    assert read_back(lang, operation) == [operation]


WRITTEN = {
    "a range": ([Operation("delete", Target(clause=str(n))) for n in (3, 4, 5)],
                "пункты 3 – 5 исключить;", "3 – 5-тармақтар алып тасталсын;"),
    "parts": ([Operation("delete", Target(clause="8", part=n)) for n in ("2", "4")],
              "части вторую и четвертую пункта 8 исключить;",
              "8-тармақтың екінші және төртінші бөліктері алып тасталсын;"),
    "a cluster": ([Operation("delete-words", Target(clause="8", part="1", sentence="2"), old="и")],
                  'во втором предложении части первой пункта 8 слово "и" исключить;',
                  '8-тармақтың бірінші бөлігінің екінші сөйлемінде "и" деген сөз алып тасталсын;'),
    "a feminine": ([Operation("repeal", Target(chapter="2"))],
                   "главу 2 признать утратившей силу;",
                   "2-тараудың күші жойылды деп танылсын;"),
    "several": ([Operation("repeal", Target(clause=n)) for n in ("2", "7")],
                "пункты 2 и 7 признать утратившими силу;",
                "2 және 7-тармақтардың күші жойылды деп танылсын;"),
    "a part without a number": (
        [Operation("insert", Target(clause="5"), (Node("part", text="слово"),))],
        "пункт 5 дополнить частью следующего содержания:",
        "5-тармақ мынадай мазмұндағы бөлікпен толықтырылсын:"),
    "the last": ([Operation("delete", Target(clause="5", part="last"))],
                 "последнюю часть пункта 5 исключить;",
                 "5-тармақтың соңғы бөлігі алып тасталсын;"),
    "a note": ([Operation("delete", Target(appendix="4", note=""))],
               "примечание к приложению 4 исключить;", "4-қосымшаның ескертпесі алып тасталсын;"),
    "one text": ([Operation("replace-words", Target(clause="5"), old="а", new="б", only="kk")],
                 'в пункте 5 слово "а" заменить словом "б", текст на русском языке не меняется;',
                 ('5-тармақта "а" деген сөз "б" деген сөзбен ауыстырылсын, '
                  "орыс тіліндегі мәтін өзгермейді;")),
}  # fmt: skip


@pytest.mark.parametrize("case", WRITTEN)
def test_an_instruction_is_worded_as_a_lawyer_words_it(case):
    listed, russian, kazakh = WRITTEN[case]
    assert write_instruction(listed, "ru") == russian
    assert write_instruction(listed, "kk") == kazakh


OWN = {
    "ru": "приложения 1 и 2 изложить в новой редакции согласно приложениям 3 и 4 к настоящему "
    "приказу;",
    "kk": "1 және 2-қосымшалар осы бұйрыққа 3 және 4-қосымшаларға сәйкес жаңа редакцияда жазылсын;",
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_appendices_are_given_by_the_acts_own_appendices(lang):
    listed = [Operation("replace", Target(appendix=number)) for number in ("1", "2")]
    line = write_instruction(listed, lang, Own("order", ("3", "4")))
    assert line == OWN[lang]
    assert [one.target.appendix for one in read(lang, line)] == ["1", "2"]


@pytest.mark.parametrize(
    ("listed", "message"),
    [
        ([], ("These operations cannot be written as one instruction: no operation is given (–). "
              "Expected one action on one or more targets; write them one by one.")),
        ([Operation("not-understood", Target())], "it is not understood (not-understood)"),
        ([Operation("delete", Target(clause="1")), Operation("repeal", Target(clause="2"))],
         "there are several actions (delete, repeal)"),
        ([Operation("move", Target(clause="1"), new="туда", position="after")],
         'the new place "туда" names no element (move)'),
    ],
    ids=["nothing", "not understood", "two actions", "nowhere"],
)  # fmt: skip
def test_what_no_instruction_can_order_is_refused(listed, message):
    with pytest.raises(CannotWriteError) as refusal:
        write_instruction(listed, "ru")
    assert message in str(refusal.value)
