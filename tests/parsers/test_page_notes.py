"""What the portal says about a norm is a note of its element, and never the norm."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from model import Repeal
from model.tree import walk

sys.path.insert(0, str(Path(__file__).parent))

import pages

RED = '<font color="#FF0000">'
SIGNED = {
    "kk": "<table><tr><td colspan=7><i>Мәслихат төрағасы</i></td><td colspan=5><i>Ж. Әбенов</i>"
    "</td></tr></table>",
    "ru": "<table><tr><td colspan=7><i>Председатель маслихата</i></td><td colspan=5><i>Ж. Абенов"
    "</i></td></tr></table>",
}  # fmt: skip
FIRST = {
    "kk": "<p>Шу аудандық мәслихаты ШЕШТІ:</p><p>1. Әдістеме бекітілсін.</p>",
    "ru": "<p>Шуский районный маслихат РЕШИЛ:</p><p>1. Утвердить Методику.</p>",
}
HEAD = {
    "kk": "<h1>Әдістемені бекіту туралы</h1><p>Шу аудандық мәслихатының 2023 жылғы 26 маусымдағы "
    "№ 4-10 шешімі</p>",
    "ru": "<h1>Об утверждении Методики</h1><p>Решение Шуского районного маслихата от 26 июня 2023 "
    "года № 4-10</p>",
}


def act_of(lang, before="", after=""):
    page = (
        f'<html><body><div class="container_alpha slogan">{HEAD[lang]}</div><div class='
        f'"container_gamma text text_new"><article>{before}{FIRST[lang]}{after}{SIGNED[lang]}'
        "</article></div></body></html>"
    )
    act = pages.act_of(page.encode())
    assert act.accounting.unaccounted == 0
    assert len(act.signatures) == 1
    return act


def noted(act):
    return [
        (node.kind, node.number, [(note.date, note.number) for note in node.notes])
        for _, node in walk(act)
        if node.notes
    ]


REPEALS = {
    "kk": "Күші жойылды – Шу аудандық мәслихатының 08.08.2023 № 33 (алғашқы ресми жарияланған "
    "күнінен кейін қолданысқа енгізіледі) шешімімен.",
    "ru": "Утратило силу решением Шуского районного маслихата от 08.08.2023 № 33 (вводится в "
    "действие со дня подписания).",
}
LABELS = {"kk": "Ескерту.", "ru": "Сноска."}
FRAMES = {
    "a note's paragraph": '<p class="note">&nbsp;&nbsp; {}</p>',
    "red": "<p>" + RED + "&nbsp; {}</font></p>",
    "a note's span": '<p><span class="note">{}</span></p>',
}


@pytest.mark.parametrize("labelled", [True, False], ids=["labelled", "bare"])
@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_the_repeal_of_the_whole_act_is_its_status_and_its_note(lang, frame, labelled):
    words = f"{LABELS[lang]} {REPEALS[lang]}" if labelled else REPEALS[lang]
    act = act_of(lang, before=FRAMES[frame].format(words))
    assert act.status == "repealed"
    assert act.repealed_by == Repeal("decision", "33", "2023-08-08")
    assert [(note.text, note.date, note.number) for note in act.notes] == [
        (words, "2023-08-08", "33")
    ]
    assert act.title == {"kk": "Әдістемені бекіту туралы", "ru": "Об утверждении Методики"}[lang]


ANNOUNCED = {
    "kk ЗҚАИ": ("kk", "ЗҚАИ-ның ескертпесі!"),
    "kk РҚАО": ("kk", "РҚАО-ның ескертпесі!"),
    "ru ИЗПИ": ("ru", "Примечание ИЗПИ!"),
    "ru РЦПИ": ("ru", "Примечание РЦПИ!"),
}
FUTURE = {
    "kk": "2-тармақ жаңа редакцияда көзделген – Шу аудандық мәслихатының 01.02.2024 № 9 "
    "(01.01.2025 бастап қолданысқа енгізіледі) шешімімен.",
    "ru": "Пункт 2 предусмотрен в редакции решения Шуского районного маслихата от 01.02.2024 № 9 "
    "(вводится в действие с 01.01.2025).",
}
SECOND = {"kk": "2. Бақылау өзіме қалдырылсын.", "ru": "2. Контроль оставляю за собой."}
SHAPES = {
    "in one red paragraph with breaks": "<p>{red}{head}<br>&nbsp; {text}</font></p><p>{second}</p>",
    "in two red paragraphs": "<p>{red}{head}</font></p><p>{red}{text}</font></p><p>{second}</p>",
    "in one line": "<p>{red}{head} {text}</font></p><p>{second}</p>",
    "in the clause's own paragraph": "<p>{red}{head}<br>{text}</font><br>{second}</p>",
    "in it without a break": "<p>{red}{head}<br>{text}</font>{second}</p>",
    "as a note's paragraph": '<p class="note">{head}<br>{text}</p><p>{second}</p>',
    "with a link": "<p>{red}{head}<br>{linked}</font> </p><p>{second}</p>",
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("case", ANNOUNCED)
def test_an_announcement_is_a_note_of_the_clause_behind_it(case, shape):
    lang, head = ANNOUNCED[case]
    linked = FUTURE[lang].replace("№ 9", '<a href="#">№ 9</a>')
    text = SHAPES[shape].format(
        red=RED, head=head, text=FUTURE[lang], linked=linked, second=SECOND[lang]
    )
    act = act_of(lang, after=text)
    assert noted(act) == [("clause", "2", [("2025-01-01", None)])]
    (note,) = act.body[1].notes
    assert note.text == f"{head} {FUTURE[lang]}"
    assert [node.text for node in act.body] == [act.body[0].text, SECOND[lang][3:]]
    assert all(node.children == () for node in act.body)


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_what_is_announced_without_a_date_is_no_norm_either(lang):
    head = {"kk": "ЗҚАИ-ның ескертпесі!", "ru": "Примечание ИЗПИ!"}[lang]
    words = {"kk": "Бұл тармақтың қолданылу тәртібін қараңыз.", "ru": "Порядок действия см. п. 4."}
    act = act_of(lang, after=f"<p>{RED}{head}<br>{words[lang]}</font></p><p>{SECOND[lang]}</p>")
    assert act.body[1].notes[0].text == f"{head} {words[lang]}"
    assert act.body[0].children == ()


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_an_announcement_before_the_preamble_is_a_note_of_the_act(lang):
    words = {
        "kk": "ЗҚАИ-ның ескертпесі!<br>Осы шешім 12.07.2026 бастап қолданысқа енгізіледі.",
        "ru": "Примечание ИЗПИ!<br>Настоящее решение вводится в действие с 12.07.2026.",
    }[lang]
    act = act_of(lang, before=f"<p>{RED}{words}</font></p>")
    assert [note.date for note in act.notes] == ["2026-07-12"]
    assert act.status is None


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_an_announcement_that_nothing_follows_is_not_lost(lang):
    words = {
        "kk": "ЗҚАИ-ның ескертпесі!<br>Қосымша 01.01.2026 бастап қолданысқа енгізіледі.",
        "ru": "Примечание ИЗПИ!<br>Приложение вводится в действие с 01.01.2026.",
    }[lang]
    act = act_of(lang, after=f"<p>{SECOND[lang]}</p><p>{RED}{words}</font></p>")
    assert noted(act) == [("clause", "2", [("2026-01-01", None)])]


EDITORIAL = {
    "kk": 'Ескерту. 2-тармаққа өзгеріс енгізілді – Шу аудандық мәслихатының 28.11.2023 <a href="#">'
    "№ 8/7</a> (алғашқы ресми жарияланған күнінен кейін<br>қолданысқа енгізіледі) шешімімен.",
    "ru": 'Сноска. Пункт 2 с изменением, внесенным решением Шуского районного маслихата от '
    '28.11.2023 <a href="#">№ 8/7</a> (вводится в действие<br>со дня опубликования).',
}  # fmt: skip
PLACES = {
    "its own paragraph": '<p>{second}</p><p class="note">{note}</p><p>{third}</p>',
    "the clause's paragraph": '<p>{second}<br><span class="note">{note}</span></p><p>{third}</p>',
    "between two clauses": '<p>{second}<br><span class="note">{note}</span><br>{third}</p>',
    "without breaks": '<p>{second}<span class="note">{note}</span>{third}</p>',
}
THIRD = {"kk": "3. Осы шешім орындалсын.", "ru": "3. Решение подлежит исполнению."}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_an_editorial_note_is_whole_wherever_it_stands(lang, place):
    text = PLACES[place].format(second=SECOND[lang], note=EDITORIAL[lang], third=THIRD[lang])
    act = act_of(lang, after=text)
    assert noted(act) == [("clause", "2", [("2023-11-28", "8/7")])]
    assert [node.number for node in act.body] == ["1", "2", "3"]
    assert all(node.children == () for node in act.body)


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_what_the_page_marks_as_a_note_is_one_whatever_its_words(lang):
    words = {
        "kk": "2-тармақ 01.01.2026 дейін қолданылады.",
        "ru": "Пункт 2 действует до 01.01.2026.",
    }
    act = act_of(lang, after=f'<p>{SECOND[lang]}</p><p class="note">{words[lang]}</p>')
    assert [note.text for note in act.body[1].notes] == [words[lang]]


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_red_words_that_are_no_note_stay_in_the_norm(lang):
    word = {"kk": "МАҢЫЗДЫ", "ru": "ВАЖНО"}[lang]
    act = act_of(lang, after=f"<p>{SECOND[lang]} {RED}{word}.</font></p>")
    assert act.body[1].text.endswith(f"{word}.")
    assert noted(act) == []
