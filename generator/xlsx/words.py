"""The words of the workbooks, from ``words.yaml``."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from lexicon.data import load
from model import Both
from model.act import Value


class _Words(Value, frozen=True):
    hints: dict[str, Both]
    summary: dict[str, Both]


@lru_cache(maxsize=1)
def _words() -> _Words:
    return load(Path(__file__).with_name("words.yaml"), _Words)


def hint(kind: str) -> Both:
    """What may stand in a column of this kind."""
    return _words().hints[kind]


def summary(name: str) -> Both:
    """Words of the summary by their name."""
    return _words().summary[name]
