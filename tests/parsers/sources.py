"""Small acts for the tests: a frame that is in order, so that only the point is written."""

from __future__ import annotations

from collections.abc import Iterator

from model import Act, Node
from parsers import parse

HEADS = {
    "ru": (
        "Об утверждении Методики",
        "Решение Акбулакского районного маслихата от 14 июня 2023 года № 5-3",
        (
            'В соответствии с пунктом 5 статьи 33 Закона Республики Казахстан "О государственной '
            'службе Республики Казахстан" Акбулакский районный маслихат РЕШИЛ:'
        ),
        "1. Утвердить прилагаемую Методику.",
        "Председатель маслихата",
        "Б. Ульгибаев",
    ),
    "kk": (
        "Әдістемені бекіту туралы",
        "Ақбұлақ аудандық мәслихатының 2023 жылғы 14 маусымдағы № 5-3 шешімі",
        (
            '"Қазақстан Республикасының мемлекеттік қызметі туралы" Қазақстан Республикасы Заңының '
            "33-бабының 5-тармағына сәйкес Ақбұлақ аудандық мәслихаты ШЕШТІ:"
        ),
        "1. Қоса беріліп отырған Әдістеме бекітілсін.",
        "Мәслихат төрағасы",
        "Б. Үлгібаев",
    ),
}
APPROVALS = {
    "ru": ("Утверждена", "решением Акбулакского", "районного маслихата",
           "от 14 июня 2023 года № 5-3", "Методика оценки деятельности служащих"),
    "kk": ("Ақбұлақ аудандық", "мәслихатының 2023 жылғы", "14 маусымдағы № 5-3",
           "шешімімен бекітілген", "Қызметшілердің қызметін бағалау әдістемесі"),
}  # fmt: skip
FORMS = {
    "ru": ("Приложение 1", "к Методике", "Форма", "Лист оценки"),
    "kk": ("Әдістемеге", "1-қосымша", "Нысан", "Бағалау парағы"),
}


def page(*paragraphs: str) -> str:
    """Paragraphs with a blank line between them, as a page of the portal is saved."""
    return "\n\n".join(paragraphs) + "\n"


def methodology(*paragraphs: str, lang: str = "ru") -> str:
    """An act whose methodology has these paragraphs."""
    return page(*HEADS[lang], *APPROVALS[lang], *paragraphs)


def form(text: str, lang: str = "ru") -> str:
    """An act with one form; ``text`` is what stands under its title."""
    return page(*HEADS[lang], *FORMS[lang], text)


def amending(*instructions: str, lang: str = "ru") -> str:
    """A decision that amends another one; every instruction is a paragraph."""
    act = {
        "ru": 'Внести в решение Акбулакского районного маслихата от 14 июня 2023 года № 5-3 "Об '
        'утверждении Методики" следующие изменения и дополнения:',
        "kk": '"Әдістемені бекіту туралы" Ақбұлақ аудандық мәслихатының 2023 жылғы 14 маусымдағы '
        "№ 5-3 шешіміне мынадай өзгерістер мен толықтырулар енгізілсін:",
    }[lang]
    inside = {
        "ru": "в Методике, утвержденной указанным решением:",
        "kk": "көрсетілген шешіммен бекітілген Әдістемеде:",
    }[lang]
    end = {
        "ru": "2. Настоящее решение вводится в действие со дня его первого официального "
        "опубликования.",
        "kk": "2. Осы шешім алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі.",
    }[lang]
    head = HEADS[lang]
    return page(*head[1:3], f"1. {act}", inside, *instructions, end, *head[4:])


def nodes(tree: tuple[Node, ...]) -> Iterator[Node]:
    """Every element, parents before children."""
    for node in tree:
        yield node
        yield from nodes(node.children)


def shape(tree: tuple[Node, ...]) -> list:
    """Kinds with numbers, nested as the elements are."""
    return [
        (label, shape(node.children)) if node.children else label
        for node in tree
        for label in [" ".join(filter(None, (node.kind, node.number)))]
    ]


def body(source: str) -> tuple[Node, ...]:
    """The elements of the one attachment."""
    (attachment,) = parse(source).attachments
    return attachment.body


def codes(act: Act) -> list[str]:
    """What was said, by its stable names."""
    return [one.code for one in act.diagnostics]


def messages(source: str) -> list[str]:
    """What was said, in English."""
    return [one.message for one in parse(source, ui="en").diagnostics]
