"""The second channel: what is odd in a source and was read all the same."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from lexicon.data import ROOT, load
from lexicon.template import render_template
from model import Diagnostic, Span

Ui = Literal["kk", "ru", "en"]


class Saying(msgspec.Struct, frozen=True):
    """One code with its weight and its words.

    ``about`` says when it is said and what to do, ``example`` what it is said of.
    """

    severity: Literal["info", "warning", "error"]
    kk: str
    ru: str
    en: str
    about: str = ""
    example: str = ""


@cache
def catalogue() -> dict[str, Saying]:
    """Every diagnostic code that exists, in the order of the word file."""
    return load(ROOT / "diagnostics.yaml", dict[str, Saying])


class Findings:
    """What was said of one source, in the order it was said."""

    def __init__(self, ui: Ui) -> None:
        self.ui = ui
        self._said: list[Diagnostic] = []

    def say(self, code: str, span: Span, **fields: object) -> None:
        """Add one diagnostic; ``fields`` fill its sentence."""
        saying = catalogue()[code]
        words = {name: _short(str(value)) for name, value in fields.items()}
        message = render_template(getattr(saying, self.ui), lambda slot: words[slot.name])
        self._said.append(Diagnostic(saying.severity, code, message, span))

    def all(self) -> tuple[Diagnostic, ...]:
        """Everything said, by place."""
        return tuple(sorted(self._said, key=lambda said: (said.span.start, said.span.end)))


def _short(words: str, most: int = 120) -> str:
    """A quotation that fits into a message."""
    plain = " ".join(words.split())
    return plain if len(plain) <= most else f"{plain[: most - 1]}…"
