"""Editorial notes: worded as the portal words them, in both languages, and read back."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from amendments import apply
from amendments.notes import effect_of
from model import Target
from parsers import as_text, parse

sys.path.insert(0, str(Path(__file__).parent))

from small import amended, amending, at, base, chapter, clause, form, notes, order, part, subclause

BY = {
    "ru": "решением Образцового районного маслихата от 12.04.2024 № 15-2 "
    "(вводится в действие с 01.05.2024).",
    "kk": "Үлгі аудандық мәслихатының 12.04.2024 № 15-2 "
    "(01.05.2024 бастап қолданысқа енгізіледі) шешімімен.",
}
OF = BY["ru"].replace("решением", "решения")
TEXT = {
    "a new redaction": (
        order("replace", at(clause="3"), clause("3", "Иначе.")),
        f"Сноска. Пункт 3 в редакции {OF}",
        f"Ескерту. 3-тармақ жаңа редакцияда – {BY['kk']}",
    ),
    "a new clause": (
        order("insert", at(clause="3-1"), clause("3-1")),
        f"Сноска. Методика дополнена пунктом 3-1 в соответствии с {BY['ru']}",
        f"Ескерту. Әдістеме 3-1-тармақпен толықтырылды – {BY['kk']}",
    ),
    "words exchanged": (
        order("replace-words", at(clause="3"), old="Слово", new="Дело"),
        f"Сноска. Пункт 3 с изменением, внесенным {BY['ru']}",
        f"Ескерту. 3-тармаққа өзгеріс енгізілді – {BY['kk']}",
    ),
    "a subclause": (
        order("delete", at(clause="3", subclause="1")),
        f"Сноска. Пункт 3 с изменением, внесенным {BY['ru']}",
        f"Ескерту. 3-тармаққа өзгеріс енгізілді – {BY['kk']}",
    ),
    "a deleted chapter": (
        order("delete", at(chapter="1")),
        f"Сноска. Глава 1 исключена {BY['ru']}",
        f"Ескерту. 1-тарау алып тасталды – {BY['kk']}",
    ),
    "a repealed clause": (
        order("repeal", at(clause="3")),
        f"Сноска. Пункт 3 утратил силу {BY['ru']}",
        f"Ескерту. 3-тармақтың күші жойылды – {BY['kk']}",
    ),
    "a heading": (
        order("replace", at(chapter="1", element="heading"), part("Иначе")),
        f"Сноска. Заголовок главы 1 в редакции {OF}",
        f"Ескерту. 1-тараудың тақырыбы жаңа редакцияда – {BY['kk']}",
    ),
    "an appendix": (
        order("replace", at(appendix="1"), part("Иначе")),
        f"Сноска. Приложение 1 в редакции {OF}",
        f"Ескерту. 1-қосымша жаңа редакцияда – {BY['kk']}",
    ),
    "a new appendix": (
        order("insert", at(appendix="2"), part("Иначе")),
        f"Сноска. Методика дополнена приложением 2 в соответствии с {BY['ru']}",
        f"Ескерту. Әдістеме 2-қосымшамен толықтырылды – {BY['kk']}",
    ),
    "the preamble": (
        order("replace", Target(element="preamble"), part("Иначе")),
        f"Сноска. Преамбула в редакции {OF}",
        f"Ескерту. Кіріспе жаңа редакцияда – {BY['kk']}",
    ),
    "a clause of the decision itself": (
        order("insert", Target(clause="3"), clause("3")),
        f"Сноска. Решение дополнено пунктом 3 в соответствии с {BY['ru']}",
        f"Ескерту. Шешім 3-тармақпен толықтырылды – {BY['kk']}",
    ),
    "a repealed appendix": (
        order("repeal", at(appendix="1")),
        f"Сноска. Приложение 1 утратило силу {BY['ru']}",
        f"Ескерту. 1-қосымшаның күші жойылды – {BY['kk']}",
    ),
}


def three(lang):
    nodes = chapter("1", clause("3", "Слово.", subclause("1"), subclause("2")))
    return base(nodes, lang=lang, forms=(form("1", part("Строка"), lang=lang),))


@pytest.mark.parametrize("case", TEXT)
@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_a_note_says_what_was_done_by_which_act_and_since_when(case, lang):
    operation, *worded = TEXT[case]
    assert notes(amended(three(lang), operation)) == [worded[lang == "kk"]]


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_a_note_that_was_written_is_read_back_with_its_date_and_number(lang):
    fixtures = Path(__file__).parents[1] / "fixtures" / "acts"
    source = (fixtures / f"base-decision.{lang}.txt").read_text(encoding="utf-8")
    operation = order("replace", at(clause="4"), clause("4", "Слово."))
    by = replace(amending(operation, lang=lang), amends=None)
    from amendments import Options  # noqa: PLC0415 - only this test takes any base

    done = apply(parse(source), by, Options(any_base=True))
    printed = parse(as_text(done.act))
    for act in (done.act, printed):
        (four,) = [node for node in act.attachments[0].body[0].children if node.number == "4"]
        assert [(note.date, note.number) for note in four.notes] == [("2024-04-12", "15-2")]


def test_a_central_body_is_named_shortly():
    by = amending(
        order("delete", at(clause="3")),
        lang="kk",
        type="order",
        issuer="Қазақстан Республикасы Еңбек министрі",
    )
    assert notes(apply(three("kk"), by)) == [
        (
            "Ескерту. 3-тармақ алып тасталды – ҚР Еңбек министрінің 12.04.2024 № 15-2 "
            "(01.05.2024 бастап қолданысқа енгізіледі) бұйрығымен."
        )
    ]


def test_what_the_amending_act_does_not_say_its_note_does_not_say():
    by = amending(order("delete", at(clause="3")), number=None, date=None, effective=None)
    assert notes(apply(three("ru"), by)) == [
        "Сноска. Пункт 3 исключен решением Образцового районного маслихата."
    ]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        pytest.param(
            "kk",
            "Осы шешім оның алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң "
            "қолданысқа енгізіледі.",
            "алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа "
            "енгізіледі",
            id="kk",
        ),
        pytest.param(
            "ru",
            "Настоящий приказ вводится в действие со дня его первого опубликования.",
            "вводится в действие со дня его первого опубликования",
            id="ru",
        ),
        pytest.param("ru", "Контроль возложить на аппарат.", None, id="no such clause"),
    ],
)
def test_the_effect_is_worded_as_the_amending_act_words_it(lang, text, expected):
    assert effect_of(amending(lang=lang, effective=None, body=(clause("2", text),))) == expected
