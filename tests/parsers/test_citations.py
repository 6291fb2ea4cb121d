"""Legal bases: title, kind, date, number and units, in the order of either language."""

from __future__ import annotations

import pytest

from parsers.citations import citations_of, cited_act

CASES = {
    "ru: units before the law, its date before the title": (
        "ru",
        (
            "В соответствии с пунктом 5 статьи 33 Закона Республики Казахстан от 23 ноября 2015 "
            'года "О государственной службе" Акбулакский районный маслихат'
        ),
        [("law", "О государственной службе", "2015-11-23", None, "33", "5", None)],
    ),
    "ru: the date after the title": (
        "ru",
        (
            'подпунктом 15) пункта 1 статьи 6 Закона Республики Казахстан "О местном управлении" '
            "от 23 января 2001 года районный маслихат"
        ),
        [("law", "О местном управлении", "2001-01-23", None, "6", "1", "15")],
    ),
    "ru: a law and an order": (
        "ru",
        (
            'статьей 33 Закона Республики Казахстан "О службе", приказом Министра от 16 января '
            '2018 года № 13 "О некоторых вопросах" маслихат'
        ),
        [
            ("law", "О службе", None, None, "33", None, None),
            ("order", "О некоторых вопросах", "2018-01-16", "13", None, None, None),
        ],
    ),
    "ru: quotation marks inside a title": (
        "ru",
        (
            'приказом Министра от 16 января 2018 года № 13 "О методике корпуса "Б" министерства" '
            "маслихат"
        ),
        [
            (
                "order",
                'О методике корпуса "Б" министерства',
                "2018-01-16",
                "13",
                None,
                None,
                None,
            )
        ],
    ),
    "ru: a title that names another act": (
        "ru",
        (
            'приказом Министра от 17 мая 2023 года № 113 "О внесении изменений в приказ '
            'Председателя от 16 января 2018 года № 13 "О некоторых вопросах" и о сроках" маслихат'
        ),
        [
            (
                "order",
                (
                    "О внесении изменений в приказ Председателя от 16 января 2018 года № 13 "
                    '"О некоторых вопросах" и о сроках'
                ),
                "2023-05-17",
                "113",
                None,
                None,
                None,
            )
        ],
    ),
    "ru: a code has no title": (
        "ru",
        "В соответствии со статьей 7 Бюджетного кодекса Республики Казахстан маслихат",
        [("code", None, None, None, "7", None, None)],
    ),
    "ru: guillemets": (
        "ru",
        "пунктом 5 статьи 33 Закона Республики Казахстан «О государственной службе» маслихат",
        [("law", "О государственной службе", None, None, "33", "5", None)],
    ),
    "ru: none": ("ru", "Акбулакский районный маслихат", []),
    "ru: a representation is no act": ("ru", "На основании представления № 12 маслихат", []),
    "kk: the units after the law": (
        "kk",
        (
            '"Мемлекеттік қызмет туралы" Қазақстан Республикасы Заңының 33-бабының 5-тармағына '
            "сәйкес Ақбұлақ аудандық мәслихаты"
        ),
        [("law", "Мемлекеттік қызмет туралы", None, None, "33", "5", None)],
    ),
    "kk: the date before the law's name": (
        "kk",
        (
            '"Мемлекеттік қызмет туралы" 2015 жылғы 23 қарашадағы Қазақстан Республикасы Заңының '
            "33-бабының 5-тармағына сәйкес мәслихат"
        ),
        [("law", "Мемлекеттік қызмет туралы", "2015-11-23", None, "33", "5", None)],
    ),
    "kk: the date after the Republic": (
        "kk",
        (
            '"Мемлекеттік қызмет туралы" Қазақстан Республикасының 2015 жылғы 23 қарашадағы '
            "Заңының 33 бабының 5 тармағына сәйкес мәслихат"
        ),
        [("law", "Мемлекеттік қызмет туралы", "2015-11-23", None, "33", "5", None)],
    ),
    "kk: a law and an order that is registered": (
        "kk",
        (
            '"Қызмет туралы" Қазақстан Республикасы Заңының 6-бабы 1-тармағының 15) тармақшасына, '
            '"Бағалау туралы" агенттік төрағасының 2018 жылғы 16 қаңтардағы № 13 бұйрығына '
            "(Тізілімде № 16299 болып тіркелген) сәйкес мәслихат"
        ),
        [
            ("law", "Қызмет туралы", None, None, "6", "1", "15"),
            ("order", "Бағалау туралы", "2018-01-16", "13", None, None, None),
        ],
    ),
    "kk: quotation marks inside a title": (
        "kk",
        (
            '"Министрліктің "Б" корпусының әдістемесі туралы" министрдің 2017 жылғы 4 тамыздағы № '
            "236 бұйрығына сәйкес мәслихат"
        ),
        [
            (
                "order",
                'Министрліктің "Б" корпусының әдістемесі туралы',
                "2017-08-04",
                "236",
                None,
                None,
                None,
            )
        ],
    ),
    "kk: a code": (
        "kk",
        "Қазақстан Республикасы Бюджет кодексінің 9-бабына сәйкес мәслихат",
        [("code", None, None, None, "9", None, None)],
    ),
    "kk: guillemets and another closing word": (
        "kk",
        "«Қызмет туралы» Қазақстан Республикасы Заңының 33-бабының негізінде мәслихат",
        [("law", "Қызмет туралы", None, None, "33", None, None)],
    ),
    "kk: none": ("kk", "Ақбұлақ аудандық мәслихаты", []),
}
KEYS = ("type", "title", "date", "number", "article", "clause", "subclause")


@pytest.mark.parametrize("case", CASES)
def test_a_preamble_cites_its_bases(case):
    lang, text, wanted = CASES[case]
    found = [tuple(getattr(one, key) for key in KEYS) for one in citations_of(text, lang)]
    assert found == wanted


@pytest.mark.parametrize("case", CASES)
def test_a_citation_is_a_stretch_of_the_preamble(case):
    lang, text, _ = CASES[case]
    for citation in citations_of(text, lang):
        assert citation.text in text
        assert not citation.text.startswith((" ", ",", "и ", "және "))


def test_laws_that_share_one_word_are_each_cited():
    russian = citations_of('законами Республики Казахстан "О первом", "О втором" маслихат', "ru")
    kazakh = citations_of(
        '"Бірінші туралы" және "Екінші туралы" Қазақстан Республикасының Заңдарына сәйкес мәслихат',
        "kk",
    )
    assert [one.title for one in russian] == ["О первом", "О втором"]
    assert [one.title for one in kazakh] == ["Бірінші туралы", "Екінші туралы"]


@pytest.mark.parametrize(
    ("text", "lang", "wanted"),
    [
        (
            (
                'решение Акбулакского районного маслихата от 14 июня 2023 года № 5-3 "Об '
                'утверждении Методики"'
            ),
            "ru",
            ("decision", "2023-06-14", "5-3", "Об утверждении Методики"),
        ),
        (
            '"Әдістемені бекіту туралы" министрдің м.а. 2017 жылғы 4 тамыздағы № 236 бұйрығына',
            "kk",
            ("order", "2017-08-04", "236", "Әдістемені бекіту туралы"),
        ),
        (
            "Мәслихаттың 2018 жылғы 24 мамырдағы № 161 шешіміне",
            "kk",
            ("decision", "2018-05-24", "161", None),
        ),
    ],
    ids=["ru", "kk", "without a title"],
)
def test_the_act_that_is_amended_is_read_from_its_mention(text, lang, wanted):
    found = cited_act(text, lang)
    assert (found.type, found.date, found.number, found.title) == wanted


def test_words_that_name_no_act_are_no_citation():
    assert cited_act("районный маслихат", "ru") is None
