"""What re-targeting changed, place by place: the list a lawyer goes through before signing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from model import Lang, Target
from model.act import Value

Why = Literal["name", "option", "reference", "uniform", "spelling", "inserted", "removed"]


class Substitution(Value, frozen=True):
    """Words that were exchanged: where they stand now, why, the old ones and the new ones.

    ``place`` is the address in the result; of what was removed, its address in the source.
    ``old`` is empty for what was inserted, ``new`` for what was removed. ``unsure``: the old form
    may stand in several cases, and the new name differs in them.
    """

    place: Target
    why: Why
    old: str
    new: str
    unsure: bool = False


class Journal:
    """The substitutions of one re-targeting, in the order in which they were made."""

    def __init__(self) -> None:
        self._made: list[Substitution] = []
        self._place = Target()

    def at(self, place: Target) -> None:
        """All that is written down from now on stands at this address."""
        self._place = place

    def write(self, why: Why, old: str, new: str, *, unsure: bool = False) -> None:
        """Note one substitution; the same words are none."""
        if old != new:
            self._made.append(Substitution(self._place, why, old, new, unsure))

    def all(self) -> tuple[Substitution, ...]:
        """Everything noted."""
        return tuple(self._made)


def substitutions_json(by_language: Mapping[Lang, Iterable[Substitution]]) -> bytes:
    """The substitutions of each text as JSON: language to list."""
    plain = {lang: list(made) for lang, made in by_language.items()}
    return msgspec.json.format(msgspec.json.encode(plain), indent=1) + b"\n"
