"""How many references of acts and of sentences are found, and found right."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from amendments import with_operations
from lexicon.citing import references_in
from model import Act, Lang
from parsers import parse
from parsers.pointing import Pointing, pointings

GOLD = Path(__file__).parent / "gold"
FIXTURES = Path(__file__).parents[1] / "fixtures" / "acts"
_DEPTH = ("section", "chapter", "paragraph", "article", "clause", "subclause", "part", "item",
          "appendix")  # fmt: skip


class Score(NamedTuple):
    """What was wanted and what was met; ``resolved`` leads to an element or to an act."""

    wanted: int = 0
    found: int = 0
    right: int = 0
    resolved: int = 0
    dangling: int = 0
    missed: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()

    @property
    def recall(self) -> float:
        """The share of the wanted that was found right."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def precision(self) -> float:
        """The share of the found that was wanted."""
        return self.right / self.found if self.found else 1.0

    def plus(self, other: Score) -> Score:
        """Both counted together."""
        return Score(*(one + two for one, two in zip(self, other, strict=True)))


def said(target: Any) -> str:
    """An address in the words of the gold set."""
    named = [f"{unit} {getattr(target, unit)}".strip() for unit in _DEPTH
             if getattr(target, unit) is not None]  # fmt: skip
    if target.appendix is not None:
        named.sort(key=lambda one: not one.startswith("appendix"))
    return " ".join([*named, *([target.element] if target.element else [])]) or "appendix"


def row(found: Pointing) -> str:
    """A reference as one line: where, what is said, to what, of whom, whether it dangles."""
    to = ", ".join(map(said, found.targets)) or "whole"
    mark = " dangling" if found.dangling else ""
    return f"{said_place(found)} | {found.words} | {to} | {found.of}{mark}"


def said_place(found: Pointing) -> str:
    """The place in the words of the gold set."""
    place = found.place
    if place.element == "preamble":
        return "preamble"
    named = [f"{unit} {getattr(place, unit)}" for unit in ("clause", "subclause")
             if getattr(place, unit) is not None]  # fmt: skip
    if place.attachment == "methodology" and place.appendix is None:
        return f"methodology {place.clause}"
    return f"appendix {place.appendix}" if place.appendix is not None else " ".join(named)


def wanted(record: dict[str, Any]) -> str:
    """A record of the gold set as one line."""
    mark = " dangling" if record.get("dangling") else ""
    return (
        f"{record['at']} | {record['words']} | {', '.join(record['to'])} | "
        f"{record.get('of', 'own')}{mark}"
    )


def names() -> list[str]:
    """The acts that have a gold set."""
    return sorted(path.stem for path in (GOLD / "citing").glob("*.yaml"))


def source(name: str, folder: Path) -> Path | None:
    """The file of an act: among the fixtures, or where the published acts are kept."""
    return next((path for path in (FIXTURES / f"{name}.txt", folder / f"{name}.txt")
                 if path.is_file()), None)  # fmt: skip


def gold(name: str) -> list[str]:
    """What is wanted of an act."""
    text = (GOLD / "citing" / f"{name}.yaml").read_text(encoding="utf-8")
    return [wanted(record) for record in yaml.safe_load(text)]


@cache
def act(path: Path) -> Act:
    """The act with its operations."""
    return with_operations(parse(path.read_bytes(), name=path.name))


def score(name: str, path: Path) -> Score:
    """What of the references of an act was read right."""
    listed = pointings(act(path))
    return _score(gold(name), [row(one) for one in listed], listed)


def _score(wants: list[str], rows: list[str], listed: tuple[Pointing, ...] = ()) -> Score:
    right = Counter(wants) & Counter(rows)
    missed, wrong = Counter(wants) - right, Counter(rows) - right
    dangling = sum(bool(one.dangling) for one in listed)
    return Score(
        len(wants),
        len(rows),
        right.total(),
        len(rows) - dangling,
        dangling,
        tuple(missed.elements()),
        tuple(wrong.elements()),
    )


@cache
def sentences(lang: Lang) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The sentences of one language with what they refer to."""
    files = (path.read_text(encoding="utf-8") for path in sorted(GOLD.glob("unseen*.yaml")))
    listed = (one for file in files for one in yaml.safe_load(file)[lang])
    return tuple((text, tuple(wants)) for text, wants in listed)


def score_sentence(text: str, wants: tuple[str, ...], lang: Lang) -> Score:
    """What of the references of a sentence was read right."""
    rows = [
        f"{one.whose}: {', '.join(map(said, one.targets)) or 'whole'}"
        for one in references_in(text, lang)
    ]
    return _score(list(wants), rows)
