"""Small acts to amend: only what a case needs is written out."""

from __future__ import annotations

from msgspec.structs import replace

from amendments import Options, apply
from model import Act, AmendedAct, Attachment, Cell, Node, Operation, Preamble, Span, Target

HEADER = {
    "ru": "Приложение {} к Методике оценки\nФорма",
    "kk": "Бағалау әдістемесіне\n{}-қосымша\nНысан",
}
IDENTITY = {
    "ru": {"issuer": "Образцовый районный маслихат", "title": "Об утверждении Методики"},
    "kk": {"issuer": "Үлгі аудандық мәслихаты", "title": "Әдістемені бекіту туралы"},
}


def clause(number, text="Слово.", *children, **fields):
    return Node("clause", number, None, text, children, **fields)


def subclause(number, text="слово;", *children):
    return Node("subclause", number, None, text, children)


def part(text, *children):
    return Node("part", text=text, children=children)


def item(text):
    return Node("item", text=text)


def chapter(number, *children, heading="Общие положения"):
    return Node("chapter", number, heading, None, children)


def table(*rows):
    return Node("table", rows=tuple(tuple(Cell(text) for text in row) for row in rows))


def form(number, *body, title="Лист оценки", lang="ru"):
    return Attachment("form", number, title, HEADER[lang].format(number), body)


def base(*nodes, lang="ru", forms=(), **fields):
    """A decision whose methodology has these elements."""
    words = {"ru": "Маслихат РЕШИЛ:", "kk": "Мәслихат ШЕШТІ:"}[lang]
    enacting = {"ru": "РЕШИЛ", "kk": "ШЕШТІ"}[lang]
    act = Act(
        lang=lang,
        type="decision",
        date="2023-06-14",
        number="5-3",
        preamble=Preamble(words, enacting),
        body=(clause("1"), clause("2")),
        attachments=(Attachment("methodology", None, "Методика", None, nodes), *forms),
        **IDENTITY[lang],
    )
    return replace(act, **fields)


def amending(*operations, lang="ru", **fields):
    """An amending decision with these operations on the base."""
    act = Act(
        lang=lang,
        type="decision",
        role="amending",
        issuer=IDENTITY[lang]["issuer"],
        date="2024-04-12",
        number="15-2",
        effective="2024-05-01",
        amends=AmendedAct("decision", "5-3", "2023-06-14", IDENTITY[lang]["title"]),
        operations=operations,
    )
    return replace(act, **fields)


def at(**keys):
    """A target in the methodology."""
    return Target(**{"attachment": "methodology", **keys})


def order(action, target, *content, **fields):
    """One operation; each has a place of its own, as instructions have."""
    text = fields.pop("text", f"{action} {target}")
    return Operation(action, target, content, text=text, span=Span(0, 0), **fields)


def amended(act, *operations, **options):
    """What became of the operations on the act."""
    return apply(act, amending(*operations, lang=act.lang), Options(**{"ui": "en", **options}))


def outcome(act, *operations, **options):
    """The outcome of the only operation."""
    (result,) = amended(act, *operations, **options).results
    return result.outcome


def methodology(applied):
    """The elements of the new redaction's methodology, without their notes."""
    from amendments.trees import bare  # noqa: PLC0415 - tests import what they test

    found = next(one for one in applied.act.attachments if one.kind == "methodology")
    return tuple(map(bare, found.body))


def numbers(nodes):
    """Numbers of all clauses, in the order of the text."""
    found = []
    for node in nodes:
        found += [node.number] if node.kind == "clause" else []
        found += numbers(node.children)
    return found


def notes(applied):
    """The words of all notes of the new redaction, in the order of the text."""
    act = applied.act
    found = [note.text for note in act.notes]
    for nodes, own in [(act.body, ()), *((one.body, one.notes) for one in act.attachments)]:
        found += [note.text for note in own]
        found += _notes(nodes)
    return found


def _notes(nodes):
    return [
        text
        for node in nodes
        for text in (*(note.text for note in node.notes), *_notes(node.children))
    ]
