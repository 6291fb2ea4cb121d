"""Drafts in both languages: what is amended in the one is amended in the other."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from amendments.drafting import Wishes
from amendments.pairing import Drafts, drafts
from model import Act, Node, Operation
from model.bilingual import BilingualAct
from tests.amendments.redactions import WORDS, act_of, chapter, clause, part, subclause
from tests.amendments.test_drafting import said

A, B, C, D, E, F = (WORDS[number] for number in "123456")
RUSSIAN = {
    A: "Настоящая Методика разработана по закону о государственной службе",
    B: "Оценка проводится по уровню достижения целевых показателей",
    C: "Руководитель подразделения утверждает план работы в начале квартала",
    D: "Служба управления персоналом сообщает служащим график оценки",
    E: "При равенстве голосов на сессии решает председатель",
    F: "Служащий, не согласный с оценкой, жалуется в вышестоящий орган",
}


def russian(node: Node) -> Node:
    text = node.text or ""
    for kazakh, words in RUSSIAN.items():
        text = text.replace(kazakh, words)
    return replace(node, text=text or None, children=tuple(map(russian, node.children)))


def in_russian(act: Act) -> Act:
    attachments = tuple(replace(one, body=tuple(map(russian, one.body))) for one in act.attachments)
    return replace(act, lang="ru", attachments=attachments)


def both(kk: tuple[Node, ...], ru: tuple[Node, ...] | None = None) -> BilingualAct:
    """The act in both languages; ``ru`` are Kazakh words that are put into Russian."""
    return BilingualAct(act_of(*kk), in_russian(act_of(*(kk if ru is None else ru))))


def with_only(operations: tuple[Operation, ...]) -> list[str]:
    """The operations in short, with the language of the one text that changes."""
    return [f"{said((one,))[0]}{f' only={one.only}' if one.only else ''}" for one in operations]


def told(found: Drafts) -> tuple[list[str], list[str]]:
    return with_only(found.kk.operations), with_only(found.ru.operations)


LIST = clause("1", A, subclause("1", B), subclause("2", C), subclause("3", D))
OTHER_LIST = replace(LIST, children=(*LIST.children[:1], subclause("2", F), *LIST.children[2:]))
NEW_WORDS = replace(LIST, text=E)
REST = (clause("2", E), clause("3", F))


def test_the_same_change_of_both_texts_is_the_same_draft() -> None:
    found = drafts(both((LIST, *REST)), both((OTHER_LIST, *REST)))
    assert told(found) == (["replace clause=1 subclause=2"],) * 2


def test_where_one_text_needs_the_clause_both_take_it() -> None:
    found = drafts(both((LIST, *REST)), both((OTHER_LIST, *REST), (NEW_WORDS, *REST)))
    assert told(found) == (["replace clause=1"], ["replace clause=1"])


def test_where_the_texts_change_in_different_subclauses_both_take_the_clause() -> None:
    last = replace(LIST, children=(*LIST.children[:2], subclause("3", F)))
    found = drafts(both((LIST, *REST)), both((OTHER_LIST, *REST), (last, *REST)))
    assert told(found) == (["replace clause=1"], ["replace clause=1"])


def test_where_one_text_needs_the_chapter_both_take_it() -> None:
    old = (chapter("1", "Жалпы", LIST, clause("2", E)), chapter("2", "Талдау", clause("3", F)))
    loose = (replace(old[0], children=(LIST, part(B), clause("2", E))), old[1])
    inner = (replace(old[0], children=(OTHER_LIST, clause("2", E))), old[1])
    assert told(drafts(both(old), both(loose, inner))) == (["replace chapter=1"],) * 2


@pytest.mark.parametrize("changed", ["kk", "ru"])
def test_what_changes_in_one_text_alone_is_marked_in_both_drafts(changed: str) -> None:
    old, new = (LIST, *REST), (OTHER_LIST, *REST)
    texts = (new, old) if changed == "kk" else (old, new)
    found = drafts(both(old), both(*texts))
    assert told(found) == ([f"replace clause=1 subclause=2 only={changed}"],) * 2
    silent, speaking = (found.ru, found.kk) if changed == "kk" else (found.kk, found.ru)
    assert silent.operations[0].content == ()
    assert speaking.operations[0].content != ()


def test_what_one_text_alone_says_stands_where_the_other_has_it() -> None:
    old = (LIST, clause("2", E), clause("3", F))
    kk = (OTHER_LIST, clause("2", B), clause("3", C))
    ru = (OTHER_LIST, clause("2", E), clause("3", C))
    assert told(drafts(both(old), both(kk, ru)))[1] == [
        "replace clause=1 subclause=2", "replace clause=2 only=kk", "replace clause=3",
    ]  # fmt: skip


def test_clauses_are_matched_by_the_words_of_both_texts() -> None:
    old = (clause("1", A), clause("2", B), clause("3", C))
    kk = (clause("1", A), clause("2", D), clause("3", B), clause("4", C))
    ru = (clause("1", A), clause("2", D), clause("3", f"{B} {F} {E}"), clause("4", C))
    kazakh, other = told(drafts(both(old), both(kk, ru)))
    steps = ["renumber clause=3 → «4»", "renumber clause=2 → «3»"]
    assert kazakh[:2] == other[:2] == steps


def test_a_phrase_of_one_text_and_a_new_redaction_of_the_other_are_one_amendment() -> None:
    old = (clause("1", A), *REST)
    kk = (clause("1", A.replace("заңға сәйкес", "кодекске сай")), *REST)
    ru = (clause("1", F), *REST)
    found = drafts(both(old), both(kk, ru), Wishes(words=True))
    assert told(found) == (
        ["replace-words clause=1 «заңға сәйкес» → «кодекске сай»"], ["replace clause=1"],
    )  # fmt: skip
