"""Acts of every kind of body, line by line; the cases stand in the YAML beside."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
import yaml

from amendments import with_operations
from amendments.repeals import earlier_acts
from model import Registration, Repeal
from parsers import parse
from parsers.reading import How, read_all

CASES = yaml.load(
    Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506 - dates are words here; it builds strings only
)
TITLE = {"kk": "Әдістемені бекіту туралы", "ru": "Об утверждении Методики"}
FIRST = {
    "kk": "Ақбұлақ аудандық мәслихатының 2024 жылғы 12 сәуірдегі № 5 шешімі",
    "ru": "Решение Акбулакского районного маслихата от 12 апреля 2024 года № 5",
}
DIRECTIVE = {
    "kk": "Ақбұлақ ауданы әкімінің 2024 жылғы 12 сәуірдегі № 17 өкімі",
    "ru": "Распоряжение акима Акбулакского района от 12 апреля 2024 года № 17",
}
PREAMBLE = {"kk": "Мәслихат ШЕШТІ:", "ru": "Маслихат РЕШИЛ:"}
CLAUSE = {"kk": "1. Әдістеме бекітілсін.", "ru": "1. Утвердить Методику."}
LAST = {
    "kk": "2. Осы шешім алғашқы ресми жарияланған күнінен кейін қолданысқа енгізіледі.",
    "ru": "2. Настоящее решение вводится в действие со дня его официального опубликования.",
}
SIGNED = {"kk": "Мәслихат төрағасы Б. Үлгібаев", "ru": "Председатель маслихата Б. Ульгибаев"}
CHANGE = {"kk": "3-тармақ алынып тасталсын.", "ru": "пункт 3 исключить."}
OPENING = {
    "kk": '"Методиканы бекіту туралы" Ақбұлақ аудандық мәслихатының 2023 жылғы 14 маусымдағы № 5-3 '
    "шешіміне мынадай өзгерістер мен толықтырулар енгізілсін:",
    "ru": 'Внести в решение Акбулакского районного маслихата от 14 июня 2023 года № 5-3 "Об '
    'утверждении Методики" следующие изменения и дополнения:',
}
INSIDE = {
    "kk": "көрсетілген шешіммен бекітілген Әдістемеде:",
    "ru": "в Методике, утвержденной указанным решением:",
}
KEYS = ("title", "type", "date", "number", "article", "clause", "subclause")
DOUBTS = {"issuer-as-written", "doubtful-date"}


def lang_of(case):
    return "kk" if "kk" in case else "ru"


def cases(name):
    return [
        pytest.param(case, lang_of(case), id=f"{lang_of(case)}-{place}")
        for place, case in enumerate(CASES[name])
    ]


def page(*lines):
    act = with_operations(parse("\n\n".join(lines) + "\n"))
    assert act.accounting.unaccounted == 0
    return act


def with_head(lang, *lines):
    return page(*lines, PREAMBLE[lang], CLAUSE[lang], LAST[lang], SIGNED[lang])


def absent(value):
    """``null`` in the YAML is a word like any other."""
    return None if value == "null" else value


@pytest.mark.parametrize(("case", "lang"), cases("requisites"))
def test_any_body_issues_any_kind_of_act(case, lang):
    act = with_head(lang, TITLE[lang], case[lang])
    assert act.title == TITLE[lang]
    assert [act.type, act.issuer] == [case["type"], case["issuer"]]
    assert [act.date, act.number] == [case["date"], case["number"]]
    found = [[one.issuer, one.type, one.date, one.number] for one in act.joint]
    assert found == case.get("joint", [])
    assert not {said.code for said in act.diagnostics} & DOUBTS


@pytest.mark.parametrize("layout", ["same line", "own line"])
@pytest.mark.parametrize(("case", "lang"), cases("registrations"))
def test_a_registration_is_read_in_any_writing(case, lang, layout):
    behind = [f"{FIRST[lang]}. {case[lang]}"] if layout == "same line" else [FIRST[lang], case[lang]]  # noqa: E501 - one claim  # fmt: skip
    act = with_head(lang, TITLE[lang], *behind)
    assert act.registration == Registration(case["number"], case.get("date"))
    assert (act.title, act.number) == (TITLE[lang], "5")


@pytest.mark.parametrize("layout", ["same line", "own line"])
@pytest.mark.parametrize(("case", "lang"), cases("unregistered"))
def test_an_act_that_is_not_registered_has_no_registration(case, lang, layout):
    behind = [f"{FIRST[lang]}. {case[lang]}"] if layout == "same line" else [FIRST[lang], case[lang]]  # noqa: E501 - one claim  # fmt: skip
    act = with_head(lang, TITLE[lang], *behind)
    assert (act.registration, act.title, act.number) == (None, TITLE[lang], "5")


@pytest.mark.parametrize("layout", ["same line", "own line"])
@pytest.mark.parametrize(("case", "lang"), cases("repeals"))
def test_the_repealing_act_of_any_body_is_named(case, lang, layout):
    behind = [f"{FIRST[lang]}. {case[lang]}"] if layout == "same line" else [FIRST[lang], case[lang]]  # noqa: E501 - one claim  # fmt: skip
    act = with_head(lang, TITLE[lang], *behind)
    assert act.status == "repealed"
    assert act.repealed_by == Repeal(case["type"], case["number"], case["date"])
    assert (act.title, act.number) == (TITLE[lang], "5")


@pytest.mark.parametrize(("case", "lang"), cases("notes"))
def test_a_note_in_the_head_holds_its_words_and_names_its_act(case, lang):
    act = with_head(lang, TITLE[lang], FIRST[lang], case[lang])
    assert [(one.text, one.date, one.number) for one in act.notes] == [
        (case[lang], case.get("date"), case.get("number"))
    ]
    assert (act.status, act.title) == (case.get("status"), TITLE[lang])


@pytest.mark.parametrize("head", [False, True], ids=["no-head", "head"])
@pytest.mark.parametrize(("case", "lang"), cases("preambles"))
def test_a_preamble_names_its_bases_its_body_and_its_verb(case, lang, head):
    lines = [TITLE[lang], FIRST[lang]] if head else []
    act = page(*lines, case[lang], CLAUSE[lang], LAST[lang], SIGNED[lang])
    found = [{key: getattr(one, key) for key in KEYS} for one in act.preamble.citations]
    assert [{key: word for key, word in one.items() if word} for one in found] == case["citations"]
    assert (act.preamble.text, act.preamble.enacting) == (case[lang], case["enacting"])
    assert head or act.issuer == case.get("issuer")


@pytest.mark.parametrize(("case", "lang"), cases("effects"))
def test_a_day_of_force_is_read_where_one_is_named(case, lang):
    act = page(PREAMBLE[lang], CLAUSE[lang], f"2. {case[lang]}", SIGNED[lang])
    assert act.effective == case.get("effective")
    assert [node.number for node in act.body] == ["1", "2"]


@pytest.mark.parametrize(("case", "lang"), cases("roles"))
def test_the_title_says_the_role_of_the_act(case, lang):
    act = with_head(lang, case[lang])
    assert (act.title, act.role) == (case[lang], case["role"])


@pytest.mark.parametrize(("case", "lang"), cases("amends"))
def test_the_amended_act_is_named_in_any_wording(case, lang):
    act = page(PREAMBLE[lang], f"1. {case[lang]}:", CHANGE[lang], LAST[lang], SIGNED[lang])
    amends = act.amends
    assert act.role == "amending"
    assert (amends.type, amends.number, amends.date) == ("decision", "5-3", "2023-06-14")
    assert amends.title == {"kk": "Методиканы бекіту туралы", "ru": TITLE["ru"]}[lang]
    assert (amends.registration and amends.registration.number) == case.get("registration")
    assert [one.action for one in act.operations] == ["delete"]


@pytest.mark.parametrize(("case", "lang"), cases("attachments"))
def test_corner_blocks_of_any_body_head_what_the_act_carries(case, lang):
    act = page(TITLE[lang], FIRST[lang], PREAMBLE[lang], CLAUSE[lang], LAST[lang], SIGNED[lang], *case[lang])  # noqa: E501 - one claim  # fmt: skip
    found = [[one.kind, one.number, one.title] for one in act.attachments]
    assert found == [[kind, absent(number), title] for kind, number, title in case["found"]]
    assert [node.number for node in act.body] == ["1", "2"]
    assert [one.name for one in act.signatures] == [" ".join(SIGNED[lang].split()[-2:])]


@pytest.mark.parametrize(("case", "lang"), cases("lined_attachments"))
def test_a_corner_block_of_separate_lines_goes_to_its_last_number(case, lang):
    lines = (TITLE[lang], FIRST[lang], PREAMBLE[lang], CLAUSE[lang], LAST[lang], SIGNED[lang])
    markup = "".join(f"<p>{line}</p>" for line in (*lines, *case[lang]))
    source = f"<html><body>{markup}</body></html>"
    (reading,) = read_all(source.encode(), How(name="act.html"))
    act = reading.act
    found = [[one.kind, one.number, one.title] for one in act.attachments]
    assert found == [[kind, absent(number), title] for kind, number, title in case["found"]]
    assert [node.number for node in act.body] == ["1", "2"]
    assert act.attachments[0].header.splitlines()[0] == case[lang][0]


@pytest.mark.parametrize("order", [1, -1], ids=["title-first", "requisites-first"])
@pytest.mark.parametrize(("case", "lang"), cases("bare_preambles"))
def test_a_basis_over_the_first_clause_is_a_preamble_without_its_word(case, lang, order):
    head = (TITLE[lang], DIRECTIVE[lang])[::order]
    act = page(*head, *case[lang], CLAUSE[lang], LAST[lang], SIGNED[lang])
    assert (act.title, act.type, act.number) == (TITLE[lang], "directive", "17")
    assert (act.preamble.text, act.preamble.enacting) == (" ".join(case[lang]), None)
    found = [[one.article, one.clause] for one in act.preamble.citations]
    assert found == [[article, absent(clause)] for article, clause in case["citations"]]
    assert [node.number for node in act.body] == ["1", "2"]


@pytest.mark.parametrize(
    "line",
    ["Оценка служащих проводится:", "В соответствии со статьей 33 Закона о службе"],
    ids=["no-basis", "no-colon"],
)
def test_a_line_that_is_no_basis_with_a_colon_closes_no_preamble(line):
    act = page(TITLE["ru"], DIRECTIVE["ru"], line, CLAUSE["ru"], LAST["ru"], SIGNED["ru"])
    assert act.preamble is None


def test_what_look_alike_letters_leave_of_words_parts_no_other_word():
    cut = "Қызметші, қызметші, қызметш\u0069лерінің, қызметш\u0069лерінің"
    act = page(PREAMBLE["kk"], f"1. {cut}, қызметшілерінің бағасы бекітілсін.", SIGNED["kk"])
    assert "қызметшілерінің бағасы" in act.body[0].text


def test_two_whole_words_written_together_are_still_parted():
    known = "Служащих, служащих, оценка, оценка, отдeл"  # the last one with a Latin letter
    act = page(PREAMBLE["ru"], f"1. {known}, служащихоценка.", SIGNED["ru"])
    assert "служащих оценка." in act.body[0].text


@pytest.mark.parametrize("behind", [False, True], ids=["alone", "with-methodology"])
@pytest.mark.parametrize(("case", "lang"), cases("signatures"))
def test_any_post_signs(case, lang, behind):
    corner = {
        "kk": ["Ақбұлақ аудандық мәслихатының", "2024 жылғы 12 сәуірдегі № 5", "шешімімен бекітілген", "Бағалау әдістемесі", "1. Бағалау жүргізіледі."],  # noqa: E501 - the block
        "ru": ["Утверждена", "решением Акбулакского районного маслихата", "от 12 апреля 2024 года № 5", "Методика оценки", "1. Оценка проводится."],  # noqa: E501 - the block
    }[lang]  # fmt: skip
    act = page(TITLE[lang], FIRST[lang], PREAMBLE[lang], CLAUSE[lang], LAST[lang], *case[lang], *(corner if behind else ()))  # noqa: E501 - one claim  # fmt: skip
    assert [[one.post, one.name] for one in act.signatures] == case["found"]
    clauses = [node for node in act.body if node.kind == "clause"]
    assert [[node.number, node.children] for node in clauses] == [["1", ()], ["2", ()]]
    assert len(act.attachments) == behind


@pytest.mark.parametrize(("case", "lang"), cases("heads"))
def test_a_head_of_several_lines_is_taken_apart(case, lang):
    act = with_head(lang, *case[lang])
    for key in ("type", "date", "number", "title"):
        assert getattr(act, key) == case.get(key), key
    assert act.issuer == case.get("issuer", act.issuer)
    registration, repeal = case.get("registration"), case.get("repealed_by")
    assert act.registration == (Registration(*registration) if registration else None)
    assert act.repealed_by == (Repeal(*repeal) if repeal else None)
    assert [[one.date, one.number] for one in act.notes] == [*case.get("notes", [])]


@pytest.mark.parametrize(("case", "lang"), cases("repealing"))
def test_earlier_acts_are_repealed_in_any_wording(case, lang):
    act = page(TITLE[lang], FIRST[lang], PREAMBLE[lang], CLAUSE[lang], *case[lang], SIGNED[lang])
    found = [[one.type, one.number, one.date] for one in earlier_acts(act)]
    assert found == case["repealed"]
    assert (act.role, [node.number for node in act.body]) == ("base", ["1", "2"])


@pytest.mark.parametrize("lang", ["kk", "ru"])
@pytest.mark.parametrize("case", CASES["instructions"], ids=lambda case: case["ru"][0][:40])
def test_instructions_in_new_words_are_understood(case, lang):
    lines = [f"1. {OPENING[lang]}", INSIDE[lang], *case[lang]]
    act = page(PREAMBLE[lang], *lines, LAST[lang], SIGNED[lang])
    found = [[one.action, msgspec.to_builtins(one.target)] for one in act.operations]
    wanted = [[action, {"attachment": "methodology", **(target or {})}] for action, target in case["operations"]]  # noqa: E501 - one claim  # fmt: skip
    assert found == wanted


@pytest.mark.parametrize(("case", "lang"), cases("node_notes"))
def test_a_note_on_a_clause_names_its_act(case, lang):
    act = page(PREAMBLE[lang], CLAUSE[lang], case[lang], LAST[lang], SIGNED[lang])
    assert [[one.text, one.date, one.number] for one in act.body[0].notes] == [
        [case[lang], case["date"], case["number"]]
    ]
