"""Small acts that keep every rule, so that a test writes only the point in which one is broken."""

from __future__ import annotations

from msgspec.structs import replace

from model import Act, Attachment, Cell, Node, Preamble, Signature

WORDS = {
    "kk": {
        "title": "Әдістемені бекіту туралы",
        "issuer": "Үлгі аудандық мәслихаты",
        "preamble": "Заңға сәйкес Үлгі аудандық мәслихаты ШЕШТІ:",
        "enacting": "ШЕШТІ",
        "post": "Мәслихат төрағасы",
        "name": "Б. Үлгібаев",
        "methodology": "Қызметті бағалау әдістемесі",
        "text": "Мәтін.",
        "heading": "Жалпы ережелер",
    },
    "ru": {
        "title": "Об утверждении Методики",
        "issuer": "Образцовый районный маслихат",
        "preamble": "В соответствии с законом Образцовый районный маслихат РЕШИЛ:",
        "enacting": "РЕШИЛ",
        "post": "Председатель маслихата",
        "name": "Б. Ульгибаев",
        "methodology": "Методика оценки деятельности",
        "text": "Текст.",
        "heading": "Общие положения",
    },
}


def act(lang="ru", **fields):
    """A decision of two clauses, with a methodology of one chapter with two clauses."""
    words = WORDS[lang]
    sound = Act(
        lang=lang,
        type="decision",
        title=words["title"],
        issuer=words["issuer"],
        date="2024-02-03",
        number="4-10",
        preamble=Preamble(words["preamble"], enacting=words["enacting"]),
        body=(clause("1", words["text"]), clause("2", words["text"])),
        signatures=(Signature(words["post"], words["name"]),),
        attachments=(
            methodology(chapter("1", clause("1"), clause("2"), heading=words["heading"])),
        ),
    )
    return replace(sound, **fields)


def with_clauses(*clauses, lang="ru", appendices=()):
    """An act whose methodology has these clauses, in one chapter."""
    inside = methodology(chapter("1", *clauses, heading=WORDS[lang]["heading"]))
    return act(lang, attachments=(inside, *appendices))


def with_chapters(*chapters, lang="ru"):
    return act(lang, attachments=(methodology(*chapters),))


def with_body(*nodes, lang="ru", **fields):
    return act(lang, body=nodes, **fields)


def methodology(*nodes, title="Методика оценки деятельности"):
    return Attachment("methodology", title=title, body=nodes)


def appendix(number, *nodes, kind="form", title="Лист оценки", **fields):
    return Attachment(kind, number=number, title=title, body=nodes, **fields)


def chapter(number, *nodes, heading="Общие положения"):
    return Node("chapter", number=number, heading=heading, children=nodes)


def paragraph(number, *nodes, heading="Порядок оценки"):
    return Node("paragraph", number=number, heading=heading, children=nodes)


def clause(number, text="Текст.", *children, notes=()):
    return Node("clause", number=number, text=text, children=children, notes=notes)


def sub(number, text="текст;"):
    return Node("subclause", number=number, text=text)


def part(text="Часть."):
    return Node("part", text=text)


def item(text="абзац;"):
    return Node("item", text=text)


def table(*rows):
    return Node("table", rows=tuple(tuple(Cell(text) for text in row) for row in rows))
