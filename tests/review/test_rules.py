"""Each rule finds what breaks it, says it in words, and leaves alone what keeps it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from model import AmendedAct, Note, Operation, Preamble, Signature, Target
from review import address, review
from review.rules import RULES

sys.path.insert(0, str(Path(__file__).parent))

from drafting import (
    act,
    appendix,
    chapter,
    clause,
    item,
    methodology,
    paragraph,
    part,
    sub,
    table,
    with_body,
    with_chapters,
    with_clauses,
)

DEFINED = "Осы Әдістемеде мынадай ұғымдар қолданылады:"
DEFINED_RU = "В настоящей Методике применяются следующие понятия:"
AMENDING = (
    'О внесении изменений в решение маслихата от 2 марта 2018 года № 22-5 "Об утверждении Методики"'
)
AMENDING_KK = (
    "Үлгі аудандық мәслихатының 2018 жылғы 2 наурыздағы № 22-5 "
    '"Әдістемені бекіту туралы" шешіміне өзгерістер мен толықтырулар енгізу туралы'
)
AMENDED = AmendedAct("decision", "22-5", "2018-03-02", "Об утверждении Методики")


def definitions(*terms, lang="kk", text=DEFINED):
    entries = (sub(str(n), f"{words};") for n, words in enumerate(terms, 1))
    return with_clauses(clause("1", text, *entries), lang=lang)


def amending(title=AMENDING, clause_text="Внести в решение следующие изменения:", **fields):
    fields = {"role": "amending", "title": title, "amends": AMENDED, "attachments": ()} | fields
    return with_body(clause("1", clause_text), **fields)


def words_changed(**target):
    return Operation("replace-words", Target(**target), text='слово "а" заменить словом "б";')


BREAKS = {
    "clauses-numbered": [
        (
            "a gap",
            with_clauses(clause("1"), clause("3")),
            "пункт 3 Методики",
            "на месте номера 2 стоит номер 3",
        ),
        (
            "a repeat",
            with_clauses(clause("1"), clause("1")),
            "пункт 1 Методики",
            "номер 1 повторяется",
        ),
        (
            "it does not begin at 1",
            with_body(clause("2")),
            "пункт 2",
            "на месте номера 1 стоит номер 2",
        ),
        (
            "7-2 without 7-1",
            with_body(clause("1"), clause("1-2")),
            "пункт 1-2",
            "на месте номера 2 стоит номер 1-2",
        ),
        (
            "a doubled number away from its place",
            with_body(clause("1"), clause("2"), clause("1-1")),
            "пункт 1-1",
            "на месте номера 3 стоит номер 1-1",
        ),
    ],
    "chapters-numbered": [
        (
            "a gap",
            with_chapters(chapter("1"), chapter("3")),
            "глава 3 Методики",
            "на месте номера 2 стоит номер 3",
        ),
        (
            "a Roman number",
            with_chapters(chapter("I")),
            "глава I Методики",
            "номер записан не арабскими цифрами: I",
        ),
    ],
    "paragraphs-numbered": [
        (
            "they go on through the chapters",
            with_chapters(
                chapter("1", paragraph("1", clause("1"))), chapter("2", paragraph("2", clause("2")))
            ),
            "параграф 2 главы 2 Методики",
            "на месте номера 1 стоит номер 2",
        ),
    ],
    "subclauses-numbered": [
        (
            "they go on through the clauses",
            with_body(clause("1", "Слова:", sub("1")), clause("2", "Слова:", sub("2"))),
            "подпункт 2) пункта 2",
            "на месте подпункта 1) стоит подпункт 2)",
        ),
        (
            "a repeat",
            with_body(clause("1", "Слова:", sub("1"), sub("1"))),
            "подпункт 1) пункта 1",
            "подпункт 1) повторяется",
        ),
    ],
    "headings-there": [
        (
            "a chapter",
            with_chapters(chapter("1", heading=None)),
            "глава 1 Методики",
            "нет заголовка",
        ),
        (
            "a paragraph",
            with_chapters(chapter("1", paragraph("1", heading=" "))),
            "параграф 1 главы 1 Методики",
            "нет заголовка",
        ),
    ],
    "definitions-in-order": [
        (
            "ә stands after а, not at the end",
            definitions("бағалау – а", "әдіс – б"),
            "Әдістеменің 1-тармағының 2) тармақшасы",
            '"әдіс" ұғымы "бағалау" ұғымынан кейін тұр, ал әліпби бойынша одан бұрын тұруға тиіс',
        ),
        (
            "һ stands after х and і after ы",
            definitions("іс – а", "һақ – б"),
            "Әдістеменің 1-тармағының 2) тармақшасы",
            '"һақ" ұғымы "іс" ұғымынан кейін тұр, ал әліпби бойынша одан бұрын тұруға тиіс',
        ),
        (
            "quotation marks do not count",
            definitions("бағаланатын адам – а", '"Б" корпусы – б'),
            "Әдістеменің 1-тармағының 2) тармақшасы",
            (
                '""Б" корпусы" ұғымы "бағаланатын адам" ұғымынан кейін тұр, '
                "ал әліпби бойынша одан бұрын тұруға тиіс"
            ),
        ),
    ],
    "title-without-stop": [
        (
            "of the act",
            act(title="Об утверждении Методики."),
            "заголовок",
            'в конце заголовка стоит точка: "Об утверждении Методики."',
        ),
        (
            "of the methodology",
            act(attachments=(methodology(title="Методика. "),)),
            "заголовок Методики",
            'в конце заголовка стоит точка: "Методика."',
        ),
    ],
    "no-marks-before-entries": [
        (
            "a dash",
            with_body(clause("1", "Слова:", item("– соблюдение сроков;"))),
            "абзац первый пункта 1",
            'абзац начинается со знака: "– соблюдение сроков;"',
        ),
        (
            "a bullet",
            with_body(clause("1", "Слова:", item("• соблюдение сроков;"))),
            "абзац первый пункта 1",
            'абзац начинается со знака: "• соблюдение сроков;"',
        ),
    ],
    "abbreviations-once": [
        (
            "in one document",
            with_clauses(
                clause("1", "Показатели (далее – КЦИ)."), clause("2", "КЦИ (далее – КЦИ).")
            ),
            "пункт 2 Методики",
            'сокращение "КЦИ" введено повторно',
        ),
    ],
    "abbreviations-first": [
        (
            "in a clause before",
            with_clauses(
                clause("1", "Ставятся КЦИ."), clause("2", "Показатели (далее – КЦИ). КЦИ.")
            ),
            "пункт 1 Методики",
            'сокращение "КЦИ" употреблено до того, как введено',
        ),
        (
            "in the same sentence",
            with_clauses(clause("1", "НМИ – көрсеткіштер (бұдан әрі – НМИ). НМИ."), lang="kk"),
            "Әдістеменің 1-тармағы",
            '"НМИ" қысқартылған атауы енгізілгенге дейін қолданылған',
        ),
    ],
    "abbreviations-used": [
        (
            "never again",
            with_clauses(clause("1", "Показатели (далее – КЦИ) ставятся.")),
            "пункт 1 Методики",
            'сокращение "КЦИ" введено, но далее не употребляется',
        ),
    ],
    "references-lead": [
        (
            "to a clause that is not there",
            with_clauses(clause("1", "Срок указан в пункте 9 настоящей Методики.")),
            "пункт 1 Методики",
            'ссылка "пункте 9 настоящей Методики" ведёт к элементу, которого нет',
        ),
        (
            "to a subclause that is not there",
            with_clauses(
                clause("1", "Согласно подпункту 4) пункта 1 настоящей Методики.", sub("1"))
            ),
            "пункт 1 Методики",
            'ссылка "подпункту 4) пункта 1 настоящей Методики" ведёт к элементу, которого нет',
        ),
        (
            "to an appendix that is not there",
            with_clauses(clause("1", "По форме согласно приложению 2 к Методике.")),
            "пункт 1 Методики",
            'ссылка "приложению 2 к Методике" ведёт к элементу, которого нет',
        ),
    ],
    "appendices-in-order": [
        (
            "the second is mentioned first",
            with_clauses(
                clause("1", "Форма согласно приложению 2 к Методике."),
                clause("2", "Форма согласно приложению 1 к Методике."),
                appendices=(appendix("1"), appendix("2")),
            ),
            "пункт 2 Методики",
            "приложение 1 упомянуто в тексте после приложения 2",
        ),
        (
            "an amending act mentions its second appendix first",
            with_body(
                clause(
                    "1",
                    "Внести в решение следующие изменения:",
                    part(
                        "приложение 4 изложить в новой редакции согласно приложению 2 "
                        "к настоящему решению;"
                    ),
                    part(
                        "приложение 5 изложить в новой редакции согласно приложению 1 "
                        "к настоящему решению."
                    ),
                ),
                role="amending",
            ),
            "часть третья пункта 1",
            "приложение 1 упомянуто в тексте после приложения 2",
        ),
    ],
    "appendices-numbered": [
        (
            "a single one with a number",
            with_clauses(clause("1"), appendices=(appendix("1"),)),
            "приложение 1",
            "единственному приложению дан номер 1",
        ),
        (
            "one of several without a number",
            with_clauses(clause("1"), appendices=(appendix("1"), appendix(None))),
            "Приложение",
            "у одного из нескольких приложений нет номера",
        ),
        (
            "a gap",
            with_clauses(clause("1"), appendices=(appendix("1"), appendix("3"))),
            "приложение 3",
            "на месте номера 2 стоит номер 3",
        ),
        (
            "a repeat",
            with_clauses(clause("1"), appendices=(appendix("1"), appendix("1"))),
            "приложение 1",
            "номер 1 повторяется",
        ),
    ],
    "title-names-amended-act": [
        (
            "no date, no number",
            amending('О внесении изменений в решение маслихата "Об утверждении Методики"'),
            "заголовок",
            "в заголовке не названы данные изменяемого акта: дата, номер",
        ),
        (
            "nothing at all",
            amending("О внесении изменений"),
            "заголовок",
            "в заголовке не названы данные изменяемого акта: форма, дата, номер, заголовок",
        ),
        (
            "no number in a Kazakh title",
            amending(AMENDING_KK.replace(" № 22-5", ""), lang="kk"),
            "тақырып",
            "тақырыпта өзгертілетін актінің деректері жоқ: нөмір",
        ),
        (
            "another number than its clause",
            amending(amends=replace(AMENDED, number="22-6")),
            "заголовок",
            "изменяемый акт назван в заголовке и в пункте по-разному (номер): 22-5 и 22-6",
        ),
    ],
    "changes-before-additions": [
        (
            "in the title",
            amending(AMENDING.replace("изменений", "дополнений и изменений")),
            "заголовок",
            'слово "дополнения" стоит перед словом "изменения"',
        ),
        (
            "in a Kazakh title",
            amending(
                AMENDING_KK.replace("өзгерістер мен толықтырулар", "толықтырулар мен өзгерістер"),
                lang="kk",
            ),
            "тақырып",
            '"толықтырулар" деген сөз "өзгерістер" деген сөзден бұрын тұр',
        ),
        (
            "in the clause",
            amending(clause_text="Внести в решение следующие дополнения и изменения:"),
            "пункт 1",
            'слово "дополнения" стоит перед словом "изменения"',
        ),
    ],
    "whole-redaction": [
        (
            "words of a clause",
            amending(operations=(words_changed(attachment="methodology", clause="3"),)),
            "пункт 3 Методики",
            (
                "изменены отдельные слова вместо новой редакции элемента целиком: "
                '"слово "а" заменить словом "б";"'
            ),
        ),
    ],
    "enacting-word": [
        (
            "missing",
            act(preamble=None),
            "преамбула",
            "нет слова принятия (РЕШИЛ, ПОСТАНОВЛЯЕТ, ПРИКАЗЫВАЮ)",
        ),
        (
            "of another type",
            act(preamble=Preamble("Маслихат ПОСТАНОВЛЯЕТ:", "ПОСТАНОВЛЯЕТ")),
            "преамбула",
            'форма акта – решение, а слово "ПОСТАНОВЛЯЕТ" принадлежит другой форме: постановление',
        ),
    ],
    "body-of-act": [
        (
            "an akimat decides",
            act(issuer="Акимат района"),
            "акт",
            "орган: Акимат района; форма акта – решение, положенная форма: постановление",
        ),
        (
            "a maslikhat orders",
            act("kk", type="order", issuer="Үлгі мәслихаты"),
            "акт",
            "орган: Үлгі мәслихаты; актінің нысаны – бұйрық, қабылдауға тиіс нысаны: шешім",
        ),
    ],
    "signed": [
        ("by nobody", act(signatures=()), "акт", "не указано, кто подписывает акт"),
        (
            "by a post",
            act(signatures=(Signature("Председатель маслихата"),)),
            "акт",
            "рядом с должностью нет имени: Председатель маслихата",
        ),
    ],
}

PAIRS_BREAK = {
    "same-elements": [
        (
            "a clause of the Kazakh text alone",
            with_body(clause("1"), clause("2", "Мәтін:", sub("1")), lang="kk"),
            with_body(clause("1")),
            "2-тармақ",
            "тек қазақша мәтінде бар",
        ),
        (
            "a chapter heading lost, its clauses in the chapter before",
            with_chapters(chapter("1", clause("1"), clause("2")), lang="kk"),
            with_chapters(chapter("1", clause("1")), chapter("2", clause("2"))),
            "Әдістеменің 2-тарауы",
            "тек орысша мәтінде бар",
        ),
        (
            "an appendix of the Russian text alone",
            with_clauses(clause("1"), lang="kk"),
            with_clauses(clause("1"), appendices=(appendix(None, part(), table(("1",))),)),
            "Қосымша",
            "тек орысша мәтінде бар",
        ),
    ],
    "same-order": [
        (
            "a number less from the second clause on",
            with_body(
                clause("1", "Шағым 2024 жылғы 5 наурызда берілді."),
                clause("2", "Лауазымға 12 адам тағайындалды."),
                clause("3", "Бұйрық 7 данада жасалды."),
                lang="kk",
            ),
            with_body(
                clause("1", "На должности назначено 12 человек."),
                clause("2", "Приказ составлен в 7 экземплярах."),
            ),
            "2-тармақ",
            (
                "нөмірлер осы элементтен бастап сәйкес келмейді: қазақша мәтінде – 2, "
                "орысша мәтінде – 1"
            ),
        ),
    ],
    "same-entries": [
        (
            "one subclause less",
            with_body(clause("1", "Мәтін:", sub("1"), sub("2")), lang="kk"),
            with_body(clause("1", "Слова:", sub("1"))),
            "1-тармақ",
            "элементтердің саны әртүрлі (тармақшалар): қазақша мәтінде – 2, орысша мәтінде – 1",
        ),
        (
            "a line of a form",
            with_clauses(clause("1"), lang="kk", appendices=(appendix(None, part(), part()),)),
            with_clauses(clause("1"), appendices=(appendix(None, part()),)),
            "Қосымша",
            "элементтердің саны әртүрлі (бөліктер): қазақша мәтінде – 2, орысша мәтінде – 1",
        ),
        (
            "a part more",
            with_body(clause("1", "Мәтін."), lang="kk"),
            with_body(clause("1", "Слова.", part())),
            "1-тармақ",
            "элементтердің саны әртүрлі (бөліктер): қазақша мәтінде – 0, орысша мәтінде – 1",
        ),
    ],
    "same-figures": [
        (
            "another number of days",
            with_body(clause("1", "10 жұмыс күні."), lang="kk"),
            with_body(clause("1", "15 рабочих дней.")),
            "1-тармақ",
            "цифрлар мен күндер сәйкес келмейді: тек қазақша мәтінде – 10; тек орысша мәтінде – 15",
        ),
        (
            "another day",
            with_body(clause("1", "2018 жылғы 2 наурыздағы № 22-5."), lang="kk"),
            with_body(clause("1", "от 3 марта 2018 года № 22-5.")),
            "1-тармақ",
            (
                "цифрлар мен күндер сәйкес келмейді: тек қазақша мәтінде – 2018-03-02; "
                "тек орысша мәтінде – 2018-03-03"
            ),
        ),
        (
            "in a subclause, though the other text has a subclause more",
            with_body(clause("1", "Мәтін:", sub("1", "10 күн;"), sub("2", "ә;")), lang="kk"),
            with_body(clause("1", "Слова:", sub("1", "15 дней;"))),
            "1-тармақтың 1) тармақшасы",
            "цифрлар мен күндер сәйкес келмейді: тек қазақша мәтінде – 10; тек орысша мәтінде – 15",
        ),
        (
            "in the title of a form",
            with_clauses(clause("1"), lang="kk", appendices=(appendix(None, title="36 әдісі"),)),
            with_clauses(clause("1"), appendices=(appendix(None, title="Метод 3"),)),
            "Қосымша",
            "цифрлар мен күндер сәйкес келмейді: тек қазақша мәтінде – 36; тек орысша мәтінде – 3",
        ),
        (
            "in the preamble",
            act("kk", preamble=Preamble("Заңның 33-бабына сәйкес ШЕШТІ:", "ШЕШТІ")),
            act(preamble=Preamble("В соответствии со статьей 35 закона РЕШИЛ:", "РЕШИЛ")),
            "кіріспе",
            "цифрлар мен күндер сәйкес келмейді: тек қазақша мәтінде – 33; тек орысша мәтінде – 35",
        ),
    ],
    "same-references": [
        (
            "to an element of another kind",
            with_body(clause("1", "5-тармақта белгіленген."), lang="kk"),
            with_body(clause("1", "Установлено подпунктом 5).")),
            "1-тармақ",
            (
                'сілтемелер әртүрлі элементке апарады: қазақша мәтінде – "5-тармақта", '
                'орысша мәтінде – "подпунктом 5)"'
            ),
        ),
    ],
    "same-measures": [
        (
            "calendar days for working ones",
            with_body(clause("1", "Бес жұмыс күні ішінде."), lang="kk"),
            with_body(clause("1", "В течение пяти календарных дней.")),
            "1-тармақ",
            (
                'мерзімнің бірлігі сәйкес келмейді: қазақша мәтінде – "Бес жұмыс күні", '
                'орысша мәтінде – "пяти календарных дней"'
            ),
        ),
    ],
    "same-tables": [
        (
            "a row less",
            with_body(clause("1"), table(("1", "а"), ("2", "ә")), lang="kk"),
            with_body(clause("1"), table(("1", "а"))),
            "акт",
            "1-кестедегі жолдар саны әртүрлі: қазақша мәтінде – 2, орысша мәтінде – 1",
        ),
        (
            "a cell less",
            with_body(clause("1"), table(("1", "а")), lang="kk"),
            with_body(clause("1"), table(("1",))),
            "акт",
            "1-кестенің 1-жолындағы ұяшықтар саны әртүрлі: қазақша мәтінде – 2, орысша мәтінде – 1",
        ),
        (
            "other figures",
            with_body(clause("1"), table(("4-тен 5 баллға дейін",)), lang="kk"),
            with_body(clause("1"), table(("от 3 до 5 баллов",))),
            "акт",
            (
                "1-кестенің 1-жолындағы цифрлар сәйкес келмейді: тек қазақша мәтінде – 4; "
                "тек орысша мәтінде – 3"
            ),
        ),
        (
            "a table of one text alone",
            with_body(clause("1"), table(("1",)), lang="kk"),
            with_body(clause("1")),
            "акт",
            "1-кесте тек қазақша мәтінде бар",
        ),
    ],
    "same-requisites": [
        (
            "another number",
            act("kk"),
            act(number="4-11"),
            "акт",
            "деректеме әртүрлі (нөмір): қазақша мәтінде – 4-10, орысша мәтінде – 4-11",
        ),
        (
            "another date",
            act("kk"),
            act(date=None),
            "акт",
            "деректеме әртүрлі (күн): қазақша мәтінде – 2024-02-03, орысша мәтінде – –",
        ),
        (
            "one signatory more",
            act("kk"),
            act(signatures=(Signature("Председатель", "А. Примеров"),) * 2),
            "акт",
            "қол қоюшылар саны әртүрлі: қазақша мәтінде – 1, орысша мәтінде – 2",
        ),
    ],
    "same-definitions": [
        (
            "two have changed places",
            definitions("бағалау – а", "индикатор (бұдан әрі – НМИ) – ә"),
            definitions("индикатор (далее – КЦИ) – а", "оценка – б", lang="ru", text=DEFINED_RU),
            "Әдістеменің 1-тармағының 1) тармақшасы",
            'орысша ұғымдардың реті қазақшаға сай емес: "бағалау" тұрған жерде "индикатор" тұр',
        ),
    ],
}

KEEPS = {
    "clauses-numbered": [
        with_clauses(*map(clause, ("1", "1-1", "1-2", "2", "2-1", "3"))),
        with_clauses(
            clause("1", notes=(Note("Сноска. Пункт 2 исключен решением маслихата."),)), clause("3")
        ),
    ],
    "chapters-numbered": [with_chapters(chapter("1"), chapter("1-1"), chapter("2"))],
    "paragraphs-numbered": [
        with_chapters(chapter("1", paragraph("1"), paragraph("2")), chapter("2", paragraph("1")))
    ],
    "subclauses-numbered": [
        with_body(
            clause("1", "Слова:", sub("1"), sub("1-1"), sub("2")), clause("2", "И:", sub("1"))
        )
    ],
    "headings-there": [with_chapters(chapter("1", paragraph("1")))],
    "definitions-in-order": [
        definitions("360 әдісі – а", "әдіс – ә", '"Б" корпусы – б', "бағалау (бұдан әрі – Б) – в"),
        definitions("қызмет – а", "әдіс – ә", text="Мыналар үшін жауап береді:"),
        definitions("оценка – а", "адрес – б", lang="ru", text=DEFINED_RU),
    ],
    "title-without-stop": [act(), act(title=None)],
    "no-marks-before-entries": [
        with_body(clause("1", "Слова:", item("-5 градусов;"), item("* сноска;"))),
    ],
    "abbreviations-once": [
        with_clauses(clause("1", "А (далее – КЦИ) и Б (далее – КЦИ отдела). КЦИ.")),
        with_clauses(
            clause("1", "А (далее – КЦИ). КЦИ."),
            appendices=(appendix(None, part("А (далее – КЦИ). КЦИ.")),),
        ),
        amending(clause_text='Внести: "А (далее – КЦИ)", "Б (далее – КЦИ)".'),
    ],
    "abbreviations-first": [
        with_clauses(clause("1", "Система важна."), clause("2", "ИС (далее – система). Система.")),
        with_clauses(
            clause("1", "А (далее – КЦИ). КЦИ."),
            appendices=(appendix(None, part("КЦИ."), part("А (далее – КЦИ).")),),
        ),
        with_clauses(clause("1", "Слово ТКЦИ. А (далее – КЦИ). КЦИ.")),
    ],
    "abbreviations-used": [
        with_clauses(clause("1", "А (бұдан әрі – НМИ). НМИ-ге қол жеткізу."), lang="kk"),
        with_clauses(clause("1", "А (бұдан әрі – қызметшілер). Қызметшіні бағалау."), lang="kk"),
        with_clauses(
            clause("1", "А (далее – информационная система)."),
            clause("2", "В информационной системе."),
        ),
        with_clauses(
            clause("1", "А (далее – КЦИ)."), appendices=(appendix(None, table(("КЦИ",))),)
        ),
    ],
    "references-lead": [
        with_clauses(clause("1", "Указан в подпункте 1) пункта 1 настоящей Методики.", sub("1"))),
        with_clauses(clause("1", "По статье 9 Закона и пункту 99 Типовой методики.")),
        with_clauses(
            clause("1", "Согласно приложению 2 к Методике."),
            appendices=(appendix("1"), appendix("2")),
        ),
    ],
    "appendices-in-order": [
        with_clauses(
            clause("1", "Форма согласно приложению 1 к Методике."),
            clause("2", "Форма согласно приложению 2 к Методике."),
            clause("3", "Форма согласно приложению 1 к Методике."),
            appendices=(appendix("1"), appendix("2")),
        )
    ],
    "appendices-numbered": [
        with_clauses(clause("1"), appendices=(appendix(None),)),
        with_clauses(clause("1"), appendices=(appendix("1"), appendix("1-1"), appendix("2"))),
        amending(
            attachments=(appendix("4", header="Приложение 4 к Методике оценки деятельности"),)
        ),
    ],
    "title-names-amended-act": [
        amending(),
        amending(AMENDING_KK, lang="kk"),
        act(title="О методике"),
        amending("О внесении изменений в некоторые законы"),
    ],
    "changes-before-additions": [
        amending(AMENDING_KK, lang="kk"),
        amending(AMENDING.replace("изменений", "изменений и дополнений")),
        act(title="О дополнениях и изменениях"),
    ],
    "whole-redaction": [
        amending(operations=(Operation("replace", Target(clause="3")),)),
        amending(operations=(words_changed(element="preamble"),)),
        amending(operations=(words_changed(clause="3"),), amends=AmendedAct("law")),
    ],
    "enacting-word": [
        act(),
        act("kk", preamble=Preamble("ШЕШIМ ҚАБЫЛДАДЫ", "ШЕШIМ ҚАБЫЛДАДЫ")),
    ],
    "body-of-act": [
        act(),
        act("kk", issuer="Үлгі облысы бойынша тексеру комиссиясы", type="resolution"),
        act(issuer="Министр степного хозяйства", type="order"),
        act(issuer="Аким Образцового района", type="decision"),
        act(issuer="Правление", type="order"),
    ],
    "signed": [act()],
}

PAIRS_KEEP = {
    "same-elements": [
        (act("kk"), act()),
        (
            with_chapters(chapter("1", clause("1")), chapter("2", clause("2")), lang="kk"),
            with_chapters(chapter("1"), chapter("2", clause("1"), clause("2"))),
        ),
    ],
    "same-order": [
        (
            with_body(clause("1", "Шағым."), clause("2", "Лауазым."), lang="kk"),
            with_body(clause("1", "Жалоба."), clause("2", "Должность.")),
        )
    ],
    "same-entries": [(act("kk"), act())],
    "same-figures": [
        (
            with_body(clause("1", "2018 жылғы 2 наурыздағы № 4/7, 3-тен 3,99 баллға."), lang="kk"),
            with_body(clause("1", "от 3 до 3,99 балла, № 4/7 от 02.03.2018.")),
        ),
        (
            with_body(clause("1", "Мәтін.", part("1 бөлік."), part("2 бөлік.")), lang="kk"),
            with_body(clause("1", "Слова.", part("Часть 2."))),
        ),
        (
            with_body(clause("1", '20__ жылғы "___" ________ № ____'), lang="kk"),
            with_body(clause("1", 'от "___" ________ 20__ года № ____')),
        ),
    ],
    "same-references": [
        (
            with_body(clause("1", "4-тармақтың 5) тармақшасында белгіленген."), lang="kk"),
            with_body(clause("1", "Установлено подпунктом 5) пункта 4.")),
        )
    ],
    "same-measures": [
        (
            with_body(clause("1", "Күнтізбелік он күн ішінде."), lang="kk"),
            with_body(clause("1", "В течение десяти календарных дней.")),
        )
    ],
    "same-tables": [
        (
            with_body(clause("1"), table(("1", "бір")), lang="kk"),
            with_body(clause("1"), table(("1", "один"))),
        ),
        (
            with_body(clause("1"), table(("Қызметші",), ("________",)), lang="kk"),
            with_body(clause("1"), table(("Служащий\n________",))),
        ),
    ],
    "same-requisites": [(act("kk", number="А-9"), act(number="A-9"))],
    "same-definitions": [
        (
            definitions("бағалау – а", "индикатор (бұдан әрі – НМИ) – ә"),
            definitions("оценка – а", "индикатор (далее – КЦИ) – б", lang="ru", text=DEFINED_RU),
        )
    ],
}


def only(rule, *acts):
    return [finding for finding in review(*acts) if finding.rule == rule]


@pytest.mark.parametrize(
    ("rule", "broken", "where", "message"),
    [
        pytest.param(rule, *case, id=f"{rule}: {name}")
        for rule, cases in BREAKS.items()
        for name, *case in cases
    ],
)
def test_an_act_that_breaks_a_rule_is_found_once_and_told_in_words(rule, broken, where, message):
    findings = only(rule, broken)
    said = [(address(one.target, broken.lang), one.message) for one in findings]
    assert said == [(where, message)]


@pytest.mark.parametrize(
    ("rule", "kk", "ru", "where", "message"),
    [
        pytest.param(rule, *case, id=f"{rule}: {name}")
        for rule, cases in PAIRS_BREAK.items()
        for name, *case in cases
    ],
)
def test_texts_that_are_not_alike_are_found_from_either_side(rule, kk, ru, where, message):
    (finding,) = only(rule, kk, ru)
    assert (address(finding.target, "kk"), finding.message) == (where, message)
    (same,) = only(rule, ru, kk)
    assert same.target == finding.target


@pytest.mark.parametrize(
    ("rule", "acts"),
    [(rule, (kept,)) for rule, acts in KEEPS.items() for kept in acts]
    + [(rule, pair) for rule, pairs in PAIRS_KEEP.items() for pair in pairs],
)
def test_an_act_that_keeps_a_rule_is_left_alone(rule, acts):
    assert only(rule, *acts) == []


def test_every_rule_has_an_act_that_breaks_it_and_one_that_keeps_it():
    rules = [name for name in RULES if not name.startswith("model-")]  # see test_model_rules.py
    assert list(BREAKS) + list(PAIRS_BREAK) == rules
    assert list(KEEPS) + list(PAIRS_KEEP) == rules


def test_the_acts_of_these_tests_break_nothing_by_themselves():
    assert review(act("kk"), act("ru")) == ()
    assert review(act("ru"), act("kk")) == ()
