"""A source printed with what became of each of its stretches: coloured, or in brackets."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal

import click
import msgspec

from workbench.errors import NoSourceTextError
from workbench.messages import Word, say
from workbench.reading import STANDARD

if TYPE_CHECKING:
    from parsers.marked import MarkedLedger, Stretch
    from parsers.reading import Read

Colour = Literal["auto", "always", "never"]

KEPT = Word("part of the act")
MARKER = Word("a marker: a number, a bracket, a divider; its meaning is in the act's structure")
DROPPED = Word("left out, with the reason")
LOST = Word("not accounted for")


class Style(msgspec.Struct, frozen=True):
    """How a fate looks: between which marks, and in which colour."""

    opens: str = ""
    closes: str = ""
    colour: str | None = None


_STYLES = {
    "kept": Style(),
    "marker": Style("{", "}", "cyan"),
    "dropped": Style("[", "]", "yellow"),
    "unaccounted": Style("<<", ">>", "red"),
    "blank": Style(),
}
_LEGEND = {"kept": KEPT, "marker": MARKER, "dropped": DROPPED, "unaccounted": LOST}


def wants_colour(asked: Colour, output: str, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether to colour: as asked, else on a terminal where NO_COLOR is not set."""
    if asked != "auto":
        return asked == "always"
    terminal = sys.stdout is not None and sys.stdout.isatty()
    return output == STANDARD and terminal and not environ.get("NO_COLOR")


def legend(*, coloured: bool) -> str:
    """What the colours, or the brackets, mean; a line each."""
    return "".join(
        f"{_dressed('abc', name, _SAMPLE_REASON, coloured=coloured)}  {say(_LEGEND[name])}\n"
        for name in _LEGEND
    )


_SAMPLE_REASON = "page-footer"


def marked(read: Read, name: str, *, coloured: bool) -> str:
    """The source of an act, each stretch as its fate looks; then what stood beside its text.

    Raises:
        NoSourceTextError: an act's own JSON has no source.
    """
    from parsers.marked import MarkedLedger  # noqa: PLC0415 - the readers are loaded when used

    if not isinstance(read.ledger, MarkedLedger):
        raise NoSourceTextError(path=name)
    text = "".join(_pieces(read.source, read.ledger.fates(), coloured=coloured))
    return "\n".join([text.rstrip(), *_beside(read, read.ledger, coloured=coloured)])


def _beside(read: Read, ledger: MarkedLedger, *, coloured: bool) -> Iterator[str]:
    """Page numbers and the like, which a reader dropped before there was a text."""
    for one in read.act.accounting.dropped[len(ledger.account().dropped) :]:
        yield _dressed(one.text, "dropped", one.reason, coloured=coloured)


def _pieces(source: str, stretches: list[Stretch], *, coloured: bool) -> Iterator[str]:
    for stretch in stretches:
        words = source[stretch.start : stretch.end]
        yield _dressed(words, stretch.fate, stretch.reason, coloured=coloured)


def _dressed(words: str, fate: str, reason: str | None, *, coloured: bool) -> str:
    style = _STYLES[fate]
    label = f"{reason}: " if fate == "dropped" and reason else ""
    if not coloured:
        return f"{style.opens}{label}{words}{style.closes}"
    shown = f"[{label}{words}]" if label else words
    return click.style(shown, fg=style.colour) if style.colour else shown
