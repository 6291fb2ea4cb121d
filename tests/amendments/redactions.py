"""Acts made of a few clauses, for tests that compare two redactions."""

from __future__ import annotations

from model import Act, Attachment, Node

WORDS = {
    "1": "Осы Әдістеме мемлекеттік қызмет туралы заңға сәйкес әзірленді",
    "2": "Бағалау нысаналы көрсеткіштерге қол жеткізу деңгейі бойынша жүргізіледі",
    "3": "Құрылымдық бөлімшенің басшысы тоқсан басында жұмыс жоспарын бекітеді",
    "4": "Персоналды басқару қызметі бағалау кестесін қызметшілерге хабарлайды",
    "5": "Калибрлеу сессиясында дауысы тең болған жағдайда төраға шешеді",
    "6": "Қызметші бағалау нәтижелерімен келіспесе жоғары тұрған органға шағымданады",
}


def clause(number: str, words: str, *children: Node) -> Node:
    """A clause."""
    return Node("clause", number, text=words, children=children)


def subclause(number: str, words: str) -> Node:
    """A subclause."""
    return Node("subclause", number, text=words)


def part(words: str) -> Node:
    """An unnumbered block of text."""
    return Node("part", text=words)


def chapter(number: str, heading: str, *clauses: Node) -> Node:
    """A chapter."""
    return Node("chapter", number, heading, children=clauses)


def act_of(*body: Node, forms: tuple[Attachment, ...] = (), title: str = "Әдістеме") -> Act:
    """A decision of one clause that approves a methodology with this body."""
    methodology = Attachment("methodology", title=title, body=body)
    return Act(
        lang="kk",
        type="decision",
        title="Әдістемені бекіту туралы",
        date="2023-06-26",
        number="4-10",
        body=(clause("1", "Әдістеме бекітілсін."),),
        attachments=(methodology, *forms),
    )


def numbered(**words: str) -> Act:
    """A methodology of clauses without chapters: ``_1="…"``."""
    return act_of(*(clause(number.strip("_").replace("_", "-"), text)
                    for number, text in words.items()))  # fmt: skip


def usual(*numbers: str) -> tuple[Node, ...]:
    """Clauses with the words that belong to their numbers here."""
    return tuple(clause(number, WORDS[number]) for number in numbers)
