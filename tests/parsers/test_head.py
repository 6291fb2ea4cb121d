"""What stands above the first clause, what stands below the last one, and what the act is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from parsers import as_text, outline, parse

sys.path.insert(0, str(Path(__file__).parent))

from sources import APPROVALS, HEADS, codes, methodology, page

RU_PREAMBLE, KK_PREAMBLE = HEADS["ru"][2], HEADS["kk"][2]
LAST = {"ru": HEADS["ru"][3:], "kk": HEADS["kk"][3:]}


def read(lang, *lines):
    return parse(page(*lines, HEADS[lang][2], *LAST[lang]))


REQUISITES = {
    "ru: a maslikhat": (
        "ru", "Решение Акбулакского районного маслихата от 14 июня 2023 года № 5-3",
        ("decision", "Акбулакский районный маслихат", "2023-06-14", "5-3"),
    ),
    "ru: a full stop at the end": (
        "ru", "Решение Акбулакского районного маслихата от 14 июня 2023 года № 5-3.",
        ("decision", "Акбулакский районный маслихат", "2023-06-14", "5-3"),
    ),
    "ru: with its region": (
        "ru", "Решение Акбулакского районного маслихата Актюбинской области от 2 мая 2023 года № 7",
        ("decision", "Акбулакский районный маслихат", "2023-05-02", "7"),
    ),
    "ru: an akimat": (
        "ru", "Постановление акимата Акбулакского района от 1 марта 2024 года № 12",
        ("resolution", "акимат Акбулакского района", "2024-03-01", "12"),
    ),
    "ru: a minister": (
        "ru", "Приказ Министра степного хозяйства Республики Казахстан от 6 марта 2018 года № 87",
        ("order", "Министр степного хозяйства Республики Казахстан", "2018-03-06", "87"),
    ),
    "kk: a maslikhat": (
        "kk", "Ақбұлақ аудандық мәслихатының 2023 жылғы 14 маусымдағы № 5-3 шешімі",
        ("decision", "Ақбұлақ аудандық мәслихаты", "2023-06-14", "5-3"),
    ),
    "kk: with its region": (
        "kk", "Ақтөбе облысы Ақбұлақ аудандық мәслихатының 2023 жылғы 2 мамырдағы № 7/1 шешімі.",
        ("decision", "Ақбұлақ аудандық мәслихаты", "2023-05-02", "7/1"),
    ),
    "kk: an akimat": (
        "kk", "Ақбұлақ ауданы әкімдігінің 2024 жылғы 1 наурыздағы № 12 қаулысы",
        ("resolution", "Ақбұлақ ауданы әкімдігі", "2024-03-01", "12"),
    ),
    "kk: a minister": (
        "kk", "Қазақстан Республикасы Дала министрінің 2018 жылғы 6 наурыздағы № 87 бұйрығы",
        ("order", "Қазақстан Республикасы Дала министрі", "2018-03-06", "87"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REQUISITES)
def test_the_requisites_give_type_body_date_and_number(case):
    lang, line, wanted = REQUISITES[case]
    act = read(lang, HEADS[lang][0], line)
    assert (act.type, act.issuer, act.date, act.number) == wanted
    assert (act.requisites, act.title) == (line, HEADS[lang][0])
    assert codes(act) == []


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_without_requisites_the_preamble_names_the_body(lang):
    act = parse(page(*HEADS[lang][2:]))
    assert act.issuer == {"ru": "Акбулакский районный маслихат", "kk": "Ақбұлақ аудандық мәслихаты"}[lang]  # noqa: E501 - one claim  # fmt: skip
    assert (act.type, act.title, act.date, act.number) == ("decision", None, None, None)


@pytest.mark.parametrize(
    ("lang", "line", "status"),
    [
        ("ru", "Новый", "new"), ("ru", "Обновленный", "updated"),
        ("ru", "Утративший силу", "repealed"),
        ("kk", "Жаңа", "new"), ("kk", "Жаңартылған", "updated"), ("kk", "Күшін жойған", "repealed"),
    ],
)  # fmt: skip
def test_a_status_line_is_a_marker(lang, line, status):
    act = read(lang, HEADS[lang][0], line, HEADS[lang][1])
    assert (act.status, act.title) == (status, HEADS[lang][0])


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_no_status_line_says_nothing(lang):
    assert parse(page(*HEADS[lang])).status is None


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        (
            "ru",
            "Зарегистрировано Департаментом юстиции Актюбинской области 20 июня 2023 года № 5904",
        ),
        (
            "kk",
            "Ақтөбе облысының Әділет департаментінде 2023 жылғы 20 маусымда № 5904 болып тіркелді",
        ),
    ],
    ids=["ru", "kk"],
)
def test_the_registration_stands_behind_the_requisites(lang, sentence):
    act = read(lang, HEADS[lang][0], f"{HEADS[lang][1]}. {sentence}.")
    assert (act.registration.number, act.registration.date) == ("5904", "2023-06-20")
    assert act.number == "5-3"


REPEALS = {
    "ru: in the requisites": (
        "ru",
        (
            f"{HEADS['ru'][1]}. Утратило силу решением Акбулакского районного маслихата от 8 "
            "августа 2024 года № 33"
        ),
        0,
    ),
    "ru: a note": (
        "ru",
        (
            "Сноска. Утратило силу решением Акбулакского районного маслихата от 08.08.2024 № 33 "
            "(вводится в действие по истечении десяти календарных дней)."
        ),
        1,
    ),
    "kk: in the requisites": (
        "kk",
        (
            f"{HEADS['kk'][1]}. Күші жойылды - Ақбұлақ аудандық мәслихатының 2024 жылғы 8 "
            "тамыздағы № 33 шешімімен"
        ),
        0,
    ),
    "kk: a note": (
        "kk",
        (
            "Ескерту. Күші жойылды - Ақбұлақ аудандық мәслихатының 08.08.2024 № 33 (қолданысқа "
            "енгізіледі) шешімімен."
        ),
        1,
    ),
}


@pytest.mark.parametrize("case", REPEALS)
def test_a_repeal_names_the_act_that_repealed(case):
    lang, line, notes = REPEALS[case]
    act = read(lang, HEADS[lang][0], *([HEADS[lang][1]] if notes else []), line)
    repealed = act.repealed_by
    assert act.status == "repealed"
    assert (repealed.type, repealed.number, repealed.date) == ("decision", "33", "2024-08-08")
    assert [(note.date, note.number) for note in act.notes] == [("2024-08-08", "33")] * notes


def test_a_new_redaction_of_the_preamble_is_no_repeal():
    note = "Сноска. Преамбула - в редакции решения маслихата от 08.08.2024 № 33."
    act = read("ru", *HEADS["ru"][:2], note)
    assert (act.status, act.repealed_by) == (None, None)
    assert [one.text for one in act.notes] == [note]


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Об утверждении Методики", "base"),
        ("О внесении изменений в решение Акбулакского районного маслихата", "amending"),
        ("О признании утратившим силу решения Акбулакского районного маслихата", "repealing"),
    ],
    ids=["base", "amending", "repealing"],
)
def test_the_title_tells_what_the_act_does(title, role):
    assert read("ru", title, HEADS["ru"][1]).role == role


@pytest.mark.parametrize(
    ("lang", "clause", "date"),
    [
        ("ru", "2. Настоящее решение вводится в действие с 1 июля 2026 года.", "2026-07-01"),
        ("ru", "2. Настоящее решение вводится в действие по истечении десяти дней.", None),
        ("kk", "2. Осы шешім 2026 жылғы 1 шілдеден бастап қолданысқа енгізіледі.", "2026-07-01"),
        ("kk", "2. Осы шешім ресми жарияланған күнінен бастап қолданысқа енгізіледі.", None),
    ],
    ids=["ru: a day", "ru: a term", "kk: a day", "kk: a term"],
)
def test_a_day_of_commencement_is_known_where_the_act_names_one(lang, clause, date):
    *head, post, name = HEADS[lang]
    assert parse(page(*head, clause, post, name)).effective == date


def test_an_act_without_its_preamble_is_read_and_it_is_said():
    act = parse(page(*HEADS["ru"][:2], *LAST["ru"], *APPROVALS["ru"], "1. Слово."))
    assert (act.preamble, act.number, len(act.body)) == (None, "5-3", 1)
    assert [one.kind for one in act.attachments] == ["methodology"]
    assert codes(act) == ["missing-preamble"]


def test_an_act_that_nobody_signed_is_read_and_it_is_said():
    act = parse(page(*HEADS["ru"][:4]))
    assert (act.signatures, codes(act)) == ((), ["missing-signature"])


@pytest.mark.parametrize(
    "lines",
    [
        ("Председатель маслихата", "Б. Ульгибаев"),
        ("Председатель маслихата Б. Ульгибаев",),
        ("Председатель маслихата\tБ. Ульгибаев",),
        ("Председатель маслихата\t|\tБ. Ульгибаев",),
    ],
    ids=["two lines", "one line", "a tab", "a bar"],
)
def test_who_signs_is_read_however_it_is_typed(lines):
    act = parse(page(*HEADS["ru"][:4], *lines))
    assert [(one.post, one.name) for one in act.signatures] == [
        ("Председатель маслихата", "Б. Ульгибаев")
    ]
    assert len(act.body) == 1


def test_a_first_clause_typed_behind_the_enacting_word_is_parted_from_it():
    title, requisites, preamble, clause, *signed = HEADS["ru"]
    act = parse(page(title, requisites, f"{preamble} {clause}", *signed))
    assert act.preamble.text == preamble
    assert [(node.number, node.text) for node in act.body] == [("1", clause.removeprefix("1. "))]


def test_the_portals_own_line_is_dropped_by_name():
    footer = (
        "© 2012. РГП на ПХВ «Институт законодательства и правовой информации Республики "
        "Казахстан» Министерства юстиции Республики Казахстан"
    )
    act = parse(methodology("1. Слово.", footer))
    assert [(one.reason, one.text) for one in act.accounting.dropped] == [("page-footer", footer)]


def test_an_outline_has_a_line_an_element():
    lines = outline(parse(methodology("Глава 1. Общее", "1. Слово:", "1) один."))).splitlines()
    assert lines[0] == "decision · Акбулакский районный маслихат · 2023-06-14 · № 5-3"
    assert "  signature · Председатель маслихата · Б. Ульгибаев" in lines
    assert lines[-3:] == [
        "  chapter 1 · Общее", "    clause 1 · Слово:", "      subclause 1 · один.",
    ]  # fmt: skip


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_the_plain_text_of_an_act_is_read_as_the_same_act(lang):
    words = {
        "ru": ["Глава 1. Общее", "1. Слово:", "1) один;", "2) два.", "2. Слово."],
        "kk": ["1-тарау. Жалпы", "1. Сөз:", "1) бір;", "2) екі.", "2. Сөз."],
    }[lang]
    act = parse(methodology(*words, lang=lang))
    again = parse(as_text(act))
    for key in ("title", "issuer", "date", "number", "preamble", "body", "signatures"):
        assert getattr(again, key) == getattr(act, key), key
    assert [one.body for one in again.attachments] == [one.body for one in act.attachments]
