"""How much of a set of instructions is read right: recall and precision by language and type."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import yaml

from amendments import with_operations
from model import Act, Lang, Node, Operation

GOLD = Path(__file__).parent / "gold"
OPENINGS = {
    "ru": (
        (
            'Внести в решение маслихата от 14 июня 2023 года № 5-3 "Об утверждении Методики" '
            "следующие изменения и дополнения:"
        ),
        "в Методике, утвержденной указанным решением:",
    ),
    "kk": (
        (
            '"Әдістемені бекіту туралы" мәслихаттың 2023 жылғы 14 маусымдағы № 5-3 шешіміне '
            "мынадай өзгерістер мен толықтырулар енгізілсін:"
        ),
        "көрсетілген шешіммен бекітілген Әдістемеде:",
    ),
}
_KEYS = ("old", "new", "position", "throughout", "effective", "until", "only")


class Case(NamedTuple):
    """Lines under an amending clause and the operations that they are."""

    lang: Lang
    type: int
    lines: tuple[str, ...]
    wants: tuple[dict[str, Any], ...]
    act: bool = False


class Score(NamedTuple):
    """How many operations were wanted, found, and found right."""

    wanted: int = 0
    found: int = 0
    right: int = 0

    @property
    def recall(self) -> float:
        """The share of the wanted that was found."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def precision(self) -> float:
        """The share of the found that was wanted; what is said to be not understood is no claim."""
        return self.right / self.found if self.found else 1.0

    def plus(self, other: Score) -> Score:
        """Both counted together."""
        return Score(*(one + two for one, two in zip(self, other, strict=True)))


@cache
def cases(lang: Lang, folder: Path = GOLD) -> tuple[Case, ...]:
    """Every case of one language, in the order of the files."""
    records = [
        record
        for path in sorted((folder / lang).glob("*.yaml"))
        for record in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]
    return tuple(
        Case(lang, one["type"], tuple(one["lines"]), tuple(one["wants"]), one.get("act", False))
        for one in records
    )


def act_of(case: Case) -> Act:
    """An amending act whose one clause has the lines of the case."""
    opening, inside = OPENINGS[case.lang]
    lines = case.lines if case.act else (inside, *case.lines)
    parts = tuple(Node("part", text=line) for line in lines)
    clause = Node("clause", "1", text=opening, children=parts)
    return with_operations(Act(lang=case.lang, role="amending", body=(clause,)))


def plain(operation: Operation, want: dict[str, Any] | None = None) -> dict[str, Any]:
    """The operation as a record of the gold set; content only where the set tells it."""
    found = {
        "action": operation.action,
        "target": msgspec.to_builtins(operation.target),
        **{key: getattr(operation, key) for key in _KEYS if getattr(operation, key)},
    }
    if want is None or "content" in want:
        found["content"] = [
            " ".join(filter(None, (node.kind, node.number))) for node in operation.content
        ]
    return found


def score(case: Case) -> Score:
    """What of the case was read right, operation by operation."""
    left = list(case.wants)
    right = 0
    found = [one for one in act_of(case).operations if one.action != "not-understood"]
    for operation in found:
        fitting = next((want for want in left if plain(operation, want) == want), None)
        if fitting is not None:
            left.remove(fitting)
            right += 1
    return Score(len(case.wants), len(found), right)


def measure(folder: Path = GOLD) -> dict[tuple[Lang, int], Score]:
    """The score of every type in each language."""
    totals: dict[tuple[Lang, int], Score] = {}
    languages: tuple[Lang, ...] = ("kk", "ru")
    for lang in languages:
        for case in cases(lang, folder):
            key = (lang, case.type)
            totals[key] = totals.get(key, Score()).plus(score(case))
    return totals


def whole(totals: dict[tuple[Lang, int], Score], lang: Lang) -> Score:
    """The score of one language over all types."""
    found = Score()
    for (other, _), one in totals.items():
        found = found.plus(one) if other == lang else found
    return found


def types(lang: Lang) -> Counter[int]:
    """How many cases each type has."""
    return Counter(case.type for case in cases(lang))
