"""Chapters, notes and lists as they are typed; the cases stand in the YAML beside."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from parsers import parse

BODIES = yaml.load(
    Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506 - numbers are words here; it builds strings only
)["bodies"]
LETTERS = {
    "section": "S", "chapter": "C", "paragraph": "P", "article": "A", "clause": "c",
    "subclause": "s", "part": "p", "item": "i", "table": "t",
}  # fmt: skip
ACT = {
    "kk": [
        "Мәслихат ШЕШТІ:",
        "1. Әдістеме бекітілсін.",
        "Мәслихат төрағасы Б. Үлгібаев",
        "Ақбұлақ аудандық мәслихатының",
        "2024 жылғы 12 сәуірдегі № 5",
        "шешімімен бекітілген",
        "Бағалау әдістемесі",
    ],
    "ru": [
        "Маслихат РЕШИЛ:",
        "1. Утвердить Методику.",
        "Председатель маслихата Б. Ульгибаев",
        "Утверждена",
        "решением Акбулакского районного маслихата",
        "от 12 апреля 2024 года № 5",
        "Методика оценки",
    ],
}


def named(node):
    return LETTERS[node.kind] + (node.number or "")


def tree(nodes):
    """The elements in one line: "C1(c1 c2!(s1 s2))"."""
    return " ".join(
        named(node) + "!" * len(node.notes) + (f"({tree(node.children)})" if node.children else "")
        for node in nodes
    )


def words(nodes):
    """The heading of every element that has one, else its text, by its name in the tree."""
    for node in nodes:
        yield named(node), node.heading or node.text
        yield from words(node.children)


def read(case, lang):
    act = parse("\n\n".join([*ACT[lang], *case[lang].strip().split("\n")]) + "\n")
    assert act.accounting.unaccounted == 0
    (methodology,) = act.attachments
    return methodology.body


@pytest.mark.parametrize("lang", ["kk", "ru"])
@pytest.mark.parametrize("case", BODIES, ids=lambda case: case["id"].replace(" ", "-"))
def test_a_body_is_read_to_the_tree_that_it_holds(case, lang):
    body = read(case, lang)
    assert tree(body) == case["tree"]
    said = {name: one[lang] for name, one in case.get("words", {}).items()}
    assert {name: text for name, text in words(body) if name in said} == said
