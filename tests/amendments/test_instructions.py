"""Amending instructions of both languages: what is done, to which element, with what."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
import pytest

from amendments import with_operations
from lexicon.references import read_references
from model import Act
from parsers import parse

sys.path.insert(0, str(Path(__file__).parents[1] / "parsers"))

from sources import FORMS, amending, methodology, page

PREAMBLE = {"ru": "Слово.", "kk": "Сөз."}


def amended(lang, *instructions) -> Act:
    return with_operations(parse(amending(*instructions, lang=lang)))


def operations(lang, *instructions):
    return amended(lang, *instructions).operations


def said(lang, *instructions):
    return [one.code for one in amended(lang, *instructions).diagnostics]


def targets(found):
    """Actions with their targets; all stand in the methodology."""
    plain = [(one.action, msgspec.to_builtins(one.target)) for one in found]
    assert all(target.pop("attachment", None) == "methodology" for _, target in plain)
    return plain


WHOLE = {
    # a new redaction
    "ru: a clause": ("ru", "пункт 3 изложить в следующей редакции:", '"3. Слово.";',
                     "replace", {"clause": "3"}),
    "ru: read so": ("ru", "пункт 5 читать в следующей редакции:", '"5. Слово.";',
                    "replace", {"clause": "5"}),
    "ru: a subclause": ("ru", "подпункт 2) пункта 1 изложить в следующей редакции:",
                        '"2) слово;";', "replace", {"clause": "1", "subclause": "2"}),
    "ru: a part": ("ru", "часть вторую пункта 8 изложить в следующей редакции:", '"Слово.";',
                   "replace", {"clause": "8", "part": "2"}),
    "ru: a heading": ("ru", "заголовок главы 2 изложить в следующей редакции:",
                      '"Глава 2. Слово";', "replace", {"chapter": "2", "element": "heading"}),
    "ru: the preamble": ("ru", "преамбулу изложить в следующей редакции:", '"Слово.";',
                         "replace", {"element": "preamble"}),
    "ru: an article": ("ru", "статью 5 изложить в следующей редакции:", '"Статья 5. Слово";',
                       "replace", {"article": "5"}),
    "ru: a doubled number": ("ru", "пункт 7-2 изложить в новой редакции:", '"7-2. Слово.";',
                             "replace", {"clause": "7-2"}),
    "kk: a clause": ("kk", "3-тармақ мынадай редакцияда жазылсын:", '"3. Сөз.";',
                     "replace", {"clause": "3"}),
    "kk: a spaced number": ("kk", "3- тармақ мынадай редакцияда жазылсын:", '"3. Сөз.";',
                            "replace", {"clause": "3"}),
    "kk: a subclause": ("kk", "2-тармақтың 11) тармақшасы мынадай редакцияда жазылсын:",
                        '"11) сөз;";', "replace", {"clause": "2", "subclause": "11"}),
    "kk: a part": ("kk", "5-тармақтың екінші бөлігі мынадай редакцияда жазылсын:", '"Сөз.";',
                   "replace", {"clause": "5", "part": "2"}),
    "kk: a heading": ("kk", "1-тараудың тақырыбы мынадай редакцияда жазылсын:",
                      '"1-тарау. Сөз";', "replace", {"chapter": "1", "element": "heading"}),
    "kk: the preamble": ("kk", "кіріспе мынадай редакцияда жазылсын:", '"Сөз.";',
                         "replace", {"element": "preamble"}),
    # insertions
    "ru: a new clause": ("ru", "дополнить пунктом 7-2 следующего содержания:", '"7-2. Слово.";',
                         "insert", {"clause": "7-2"}),
    "ru: a new part": ("ru", "пункт 20 дополнить частью второй следующего содержания:",
                       '"Слово.";', "insert", {"clause": "20", "part": "2"}),
    "ru: a new chapter": ("ru", "дополнить главой 6 следующего содержания:",
                          '"Глава 6. Слово";', "insert", {"chapter": "6"}),
    "kk: a new clause": ("kk", "мынадай мазмұндағы 7-1-тармақпен толықтырылсын:",
                         '"7-1. Сөз.";', "insert", {"clause": "7-1"}),
    "kk: a new part": ("kk", "20-тармақ мынадай мазмұндағы екінші бөлікпен толықтырылсын:",
                       '"Сөз.";', "insert", {"clause": "20", "part": "2"}),
    "kk: a new subclause": ("kk", "2-тармақ мынадай редакциядағы 12) тармақшамен толықтырылсын:",
                            '"12) сөз;";', "insert", {"clause": "2", "subclause": "12"}),
    "kk: a new chapter": ("kk", "мынадай редакциядағы 6-тараумен толықтырылсын:",
                          '"6-тарау. Сөз";', "insert", {"chapter": "6"}),
}  # fmt: skip


@pytest.mark.parametrize("case", WHOLE)
def test_an_instruction_with_new_wording_is_one_operation(case):
    lang, instruction, wording, action, target = WHOLE[case]
    found = operations(lang, instruction, wording)
    assert targets(found) == [(action, target)]
    (operation,) = found
    assert operation.text == instruction
    (node,) = operation.content
    words = node.heading or node.text
    assert words in wording
    assert '"' not in words
    assert said(lang, instruction, wording) == []


BARE = {
    "ru: delete a clause": ("ru", "пункт 41 исключить;", "delete", {"clause": "41"}),
    "ru: delete a part": ("ru", "часть третью пункта 35 исключить;", "delete",
                          {"clause": "35", "part": "3"}),
    "ru: delete a paragraph": ("ru", "параграф 2 главы 3 исключить;", "delete",
                               {"chapter": "3", "paragraph": "2"}),
    "ru: repeal a clause": ("ru", "пункт 5 признать утратившим силу;", "repeal", {"clause": "5"}),
    "ru: repeal an indent": ("ru", "абзац второй пункта 3 признать утратившим силу;", "repeal",
                             {"clause": "3", "part": "2"}),
    "kk: delete a clause": ("kk", "41-тармақ алынып тасталсын.", "delete", {"clause": "41"}),
    "kk: delete, shortly": ("kk", "41-тармақ алып тасталсын;", "delete", {"clause": "41"}),
    "kk: delete an indent": ("kk", "5-тармақтың екінші абзацы алынып тасталсын;", "delete",
                             {"clause": "5", "part": "2"}),
    "kk: repeal a clause": ("kk", "5-тармақтың күші жойылды деп танылсын;", "repeal",
                            {"clause": "5"}),
}  # fmt: skip


@pytest.mark.parametrize("case", BARE)
def test_an_instruction_without_new_wording_has_no_content(case):
    lang, instruction, action, target = BARE[case]
    (operation,) = operations(lang, instruction)
    assert targets([operation]) == [(action, target)]
    assert (operation.content, operation.old, operation.new) == ((), None, None)
    assert said(lang, instruction) == []


WORDS = {
    "ru: a word": ("ru", 'в пункте 3 слово "лицо" заменить словами "должностное лицо";',
                   "replace-words", "лицо", "должностное лицо"),
    "ru: digits": ("ru", 'в пункте 3 цифры "10" заменить цифрами "20";',
                   "replace-words", "10", "20"),
    "ru: after words": ("ru", 'в пункте 3 после слова "оценка" дополнить словом "труда";',
                        "insert-words", "оценка", "труда"),
    "ru: at the end": ("ru", 'пункт 3 дополнить словами "и лица";', "insert-words", None,
                       "и лица"),
    "ru: delete words": ("ru", 'в пункте 3 слова "и лица" исключить;', "delete-words", "и лица",
                         None),
    "ru: delete digits": ("ru", 'в пункте 3 цифры "189," исключить;', "delete-words", "189,",
                          None),
    "kk: a word": ("kk", '3-тармақта "тұлға" деген сөз "адам" деген сөзбен ауыстырылсын;',
                   "replace-words", "тұлға", "адам"),
    "kk: the other verb": ("kk", '3-тармақта "тұлға" деген сөз "адам" деген сөзбен алмастырылсын;',
                           "replace-words", "тұлға", "адам"),
    "kk: after words": (
        "kk", '3-тармақта "бағалау" деген сөзден кейін "нәтижелері" деген сөзбен толықтырылсын;',
        "insert-words", "бағалау", "нәтижелері"),
    "kk: at the end": ("kk", '3-тармақ "және адам" деген сөздермен толықтырылсын;',
                       "insert-words", None, "және адам"),
    "kk: delete words": ("kk", '3-тармақтағы "және" деген сөз алып тасталсын;', "delete-words",
                         "және", None),
}  # fmt: skip


@pytest.mark.parametrize("case", WORDS)
def test_a_change_of_words_names_the_old_and_the_new(case):
    lang, instruction, action, old, new = WORDS[case]
    (operation,) = operations(lang, instruction)
    assert targets([operation]) == [(action, {"clause": "3"})]
    assert (operation.old, operation.new) == (old, new)
    assert operation.content == ()


@pytest.mark.parametrize(
    ("lang", "instruction"),
    [
        ("ru", 'в пункте 3 слова "лицо", "орган" заменить соответственно словами "а", "б";'),
        (
            "kk",
            (
                '3-тармақта "лицо", "орган" деген сөздер тиісінше "а", "б" деген сөздермен '
                "ауыстырылсын;"
            ),
        ),
    ],
    ids=["ru", "kk"],
)
def test_pairs_of_words_are_one_operation_each(lang, instruction):
    found = operations(lang, instruction)
    assert [(one.old, one.new) for one in found] == [("лицо", "а"), ("орган", "б")]
    assert {one.text for one in found} == {instruction}


def test_quotation_marks_inside_the_words_stay():
    (operation,) = operations(
        "ru", 'в пункте 3 слова "корпуса "Б" района" заменить словами "корпуса "Б" области";'
    )
    assert (operation.old, operation.new) == ('корпуса "Б" района', 'корпуса "Б" области')


SEVERAL = {
    "ru: a pair": ("ru", ["пункты 26 и 27 изложить в следующей редакции:", '"26. А.', '27. Б.";'],
                   "replace", "clause", ["26", "27"]),
    "ru: a list": ("ru", ["главы 27, 28 и 29 исключить;"], "delete", "chapter",
                   ["27", "28", "29"]),
    "ru: a range": ("ru", ["дополнить пунктами 190 – 192 следующего содержания:", '"190. А.',
                           "191. Б.", '192. В.";'], "insert", "clause", ["190", "191", "192"]),
    "ru: a range to delete": ("ru", ["пункты 3 – 6 исключить;"], "delete", "clause",
                              ["3", "4", "5", "6"]),
    "kk: a pair": ("kk", ["26 және 27-тармақтар мынадай редакцияда жазылсын:", '"26. А.',
                          '27. Б.";'], "replace", "clause", ["26", "27"]),
    "kk: a list": ("kk", ["29, 30 және 31-тармақтар мынадай редакцияда жазылсын:", '"29. А.',
                          "30. Б.", '31. В.";'], "replace", "clause", ["29", "30", "31"]),
    "kk: a range": ("kk", ["3 – 6-тармақтар алынып тасталсын;"], "delete", "clause",
                    ["3", "4", "5", "6"]),
}  # fmt: skip


@pytest.mark.parametrize("case", SEVERAL)
def test_several_targets_are_one_operation_each_with_its_own_element(case):
    lang, instructions, action, key, numbers = SEVERAL[case]
    found = operations(lang, *instructions)
    assert targets(found) == [(action, {key: number}) for number in numbers]
    for operation, number in zip(found, numbers, strict=True):
        assert [node.number for node in operation.content] in ([], [number])
    assert all(operation.content for operation in found) == (action != "delete")


def test_a_range_that_no_act_can_have_is_not_spelt_out():
    assert len(read_references("пункты 1 – 999999999999 исключить", "ru")) == 2
    assert [one.clause for one in read_references("пункты 9 – 3", "ru")] == ["9", "3"]
    assert len(read_references("1 – 999999999999-тармақтар", "kk")) == 2


SCOPED = {
    "ru": (
        ["в пункте 2:", "подпункт 3) исключить;", "подпункт 4) изложить в следующей редакции:",
         '"4) слово;";', "пункт 5 исключить;"],
    ),
    "kk": (
        ["2-тармақта:", "3) тармақша алынып тасталсын;",
         "4) тармақша мынадай редакцияда жазылсын:", '"4) сөз;";', "5-тармақ алынып тасталсын;"],
    ),
    "kk, a blank before the colon": (
        ["2-тармақта :", "3) тармақша алынып тасталсын;",
         "4) тармақша мынадай редакцияда жазылсын:", '"4) сөз;";', "5-тармақ алынып тасталсын;"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", SCOPED)
def test_instructions_under_a_scope_line_inherit_its_target(case):
    (instructions,) = SCOPED[case]
    assert targets(operations(case[:2], *instructions)) == [
        ("delete", {"clause": "2", "subclause": "3"}),
        ("replace", {"clause": "2", "subclause": "4"}),
        ("delete", {"clause": "5"}),
    ]


def test_words_under_a_scope_line_are_changed_there():
    found = operations("ru", "в части второй пункта 8:", 'слово "лицо" заменить словом "орган";')
    assert targets(found) == [("replace-words", {"clause": "8", "part": "2"})]


UNCLOSED = {
    "ru": ["пункт 3 изложить в следующей редакции:", '"3. Слово.', "пункт 5 исключить;"],
    "kk": ["3-тармақ мынадай редакцияда жазылсын:", '"3. Сөз.', "5-тармақ алынып тасталсын;"],
}


@pytest.mark.parametrize("lang", UNCLOSED)
def test_an_unclosed_quotation_does_not_swallow_the_next_instruction(lang):
    found = operations(lang, *UNCLOSED[lang])
    assert targets(found) == [("replace", {"clause": "3"}), ("delete", {"clause": "5"})]
    assert found[0].content[0].text == PREAMBLE[lang]
    assert said(lang, *UNCLOSED[lang]) == ["unclosed-quote"]


def test_new_wording_over_many_paragraphs_is_a_tree():
    found = operations(
        "ru", "пункт 3 изложить в следующей редакции:", '"3. Служащие корпуса "Б":', "1) один;",
        "2) два.", 'Часть с "кавычками".";', "пункт 5 исключить;",
    )  # fmt: skip
    (clause,) = found[0].content
    assert clause.text == 'Служащие корпуса "Б":'
    assert [node.kind for node in clause.children] == ["subclause", "subclause", "part"]
    assert clause.children[-1].text == 'Часть с "кавычками".'
    assert found[1].action == "delete"


SMALLER = {
    "ru: a sentence": ("ru", "второе предложение пункта 3 исключить;", "delete-words",
                       {"clause": "3", "sentence": "2"}),
    "ru: a footnote": ("ru", "сноску к пункту 3 исключить;", "delete",
                       {"clause": "3", "note": ""}),
    "ru: a row": ("ru", "строку 3 таблицы приложения 1 исключить;", "delete",
                  {"appendix": "1", "row": "3"}),
    "ru: a column": ("ru", "графу 2 приложения 1 исключить;", "delete",
                     {"appendix": "1", "column": "2"}),
    "ru: a cell": ("ru", "ячейку 2 строки 3 приложения 1 исключить;", "delete-words",
                   {"appendix": "1", "row": "3", "cell": "2"}),
    "kk: a sentence": ("kk", "5-тармақтың екінші сөйлемі алынып тасталсын;", "delete-words",
                       {"clause": "5", "sentence": "2"}),
    "kk: a note": ("kk", "3-тармақтың ескертуі алынып тасталсын;", "delete",
                   {"clause": "3", "note": ""}),
    "kk: a row": ("kk", "1-қосымшаның 3-жолы алынып тасталсын;", "delete",
                  {"appendix": "1", "row": "3"}),
}  # fmt: skip


@pytest.mark.parametrize("case", SMALLER)
def test_an_instruction_on_less_than_an_element_is_never_one_on_the_element(case):
    lang, instruction, action, target = SMALLER[case]
    assert targets(operations(lang, instruction)) == [(action, target)]
    assert said(lang, instruction) == []


@pytest.mark.parametrize(
    ("lang", "instruction"),
    [
        ("ru", "пункт 8 украсить после пункта 9;"),
        ("ru", "внести иные правки в пункт 3;"),
        ("kk", "7-тармақ 9-тармақтан кейін безендірілсін;"),
        ("kk", "мұнда ештеңе айтылмаған нұсқау;"),
    ],
    ids=["ru: an unknown verb", "ru: nothing said", "kk: an unknown verb", "kk: nothing said"],
)
def test_what_is_not_understood_is_kept_with_its_words_and_said(lang, instruction):
    after = {"ru": "пункт 5 исключить;", "kk": "5-тармақ алынып тасталсын;"}[lang]
    found = operations(lang, instruction, after)
    assert [one.action for one in found] == ["not-understood", "delete"]
    assert msgspec.to_builtins(found[0].target) == {}
    assert found[0].text == instruction
    message = amended(lang, instruction, after).diagnostics[0].message
    assert instruction in message


def test_the_wording_of_an_instruction_that_is_not_understood_is_kept():
    found = operations("ru", "пункт 4 поправить следующим образом:", '"4. Слово.";')
    assert found[0].action == "not-understood"
    assert [(node.kind, node.number) for node in found[0].content] == [("clause", "4")]


def test_an_operation_knows_where_its_instruction_stands():
    source = amending("пункт 41 исключить;")
    (operation,) = with_operations(parse(source)).operations
    assert source[operation.span.start : operation.span.end] == "пункт 41 исключить;"


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_the_act_that_is_amended_is_named(lang):
    found = amended(lang, "пункт 41 исключить;").amends
    assert (found.type, found.number, found.date) == ("decision", "5-3", "2023-06-14")
    assert found.title == {"ru": "Об утверждении Методики", "kk": "Әдістемені бекіту туралы"}[lang]


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_an_act_that_amends_nothing_comes_back_as_it_was(lang):
    act = parse(methodology("1. Слово." if lang == "ru" else "1. Сөз.", lang=lang))
    assert with_operations(act) is act
    assert (act.operations, act.amends) == ((), None)


APPENDED = {
    "ru": (
        "приложение 4 изложить в новой редакции согласно приложению 1 к настоящему решению;",
        ["Приложение 1", "к решению маслихата", "от 12 апреля 2024 года № 15-2", "Приложение 4",
         "к Методике", "Форма", "Лист оценки"],
    ),
    "kk": (
        "4-қосымша осы шешімге 1-қосымшаға сәйкес жаңа редакцияда жазылсын;",
        ["Шешімге", "1-қосымша", "Әдістемеге", "4-қосымша", "Нысан", "Бағалау парағы"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("lang", APPENDED)
def test_an_appendix_in_a_new_redaction_is_the_acts_own_appendix(lang):
    instruction, appendix = APPENDED[lang]
    table = "№\tИмя\tОценка\n1\tПервый\t5"
    act = with_operations(parse(amending(instruction, lang=lang) + page("", *appendix, table)))
    (operation,) = act.operations
    assert targets([operation]) == [("replace", {"appendix": "4"})]
    assert operation.content == act.attachments[0].body
    assert [len(node.rows) for node in operation.content] == [2]


@pytest.mark.parametrize("lang", FORMS)
def test_an_appendix_without_its_own_heading_is_said(lang):
    instruction, _ = APPENDED[lang]
    act = with_operations(
        parse(amending(instruction, lang=lang) + page("", *FORMS[lang], "№\tИмя\n1\tПервый"))
    )
    assert "missing-appendix-header" in [one.code for one in act.diagnostics]
    assert [node.kind for node in act.operations[0].content] == ["table"]


def test_an_appendix_that_the_source_lost_has_no_content():
    (operation,) = operations("kk", APPENDED["kk"][0])
    assert operation.content == ()
