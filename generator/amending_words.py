"""The words of an amending act that are no formulas: ``amending.yaml``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import msgspec

from lexicon.data import load
from lexicon.template import render_template
from model import Both, Lang, Operation
from model.act import ActType

_WORDS = Path(__file__).with_name("amending.yaml")


class Worded(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words in the title and in the opening clause."""

    title: Both
    opening: Both


class Appendix(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An appendix with its number, and the only one."""

    numbered: Both
    only: Both

    def of(self, number: str | None, lang: Lang) -> str:
        """The appendix in words."""
        words = self.numbered if number else self.only
        return render_template(words.of(lang), lambda _: number or "")


class AmendingWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``amending.yaml``."""

    changes: dict[str, Worded]
    additions: frozenset[str]
    registered: dict[ActType, Both]
    appendix: Appendix


@cache
def amending_words() -> AmendingWords:
    """The shipped words."""
    return load(_WORDS, AmendingWords)


def changes_named(operations: Sequence[Operation]) -> str:
    """Which words say what the operations make: changes, additions, one of each or several."""
    additions = sum(one.action in amending_words().additions for one in operations)
    changes = len(operations) - additions
    said = [_many(changes, "change"), _many(additions, "addition")]
    return "_".join(filter(None, said)) or "changes"


def _many(count: int, noun: str) -> str:
    return ("", f"one_{noun}")[count] if count <= 1 else f"{noun}s"
