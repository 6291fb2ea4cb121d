"""``adisteme parse``: an act as data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click
import msgspec

from model import LANGUAGES, Act, Lang
from workbench.errors import MarkedTextOnlyError
from workbench.messages import spoken
from workbench.reading import (
    STANDARD,
    Changes,
    Wish,
    read_bytes,
    reads_of,
    refuse_repeated_standard_input,
)
from workbench.report import report
from workbench.spoken import Command, OneOf, option
from workbench.writing import write_output

if TYPE_CHECKING:
    from parsers.reading import Read
    from workbench.marking import Colour

NamedRead = tuple[str, "Read"]


class Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """The options of the command as given."""

    sources: tuple[str, ...]
    form: str | None
    marked: bool
    color: Colour
    lang: Lang | None
    changes: Changes
    output: str


@click.command("parse", cls=Command)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@option(
    "--format",
    "form",
    type=OneOf("json", "outline", "text"),
    help="What to print: the act as JSON, its structure, or its text. Default: json.",
)
@option(
    "--marked",
    is_flag=True,
    help="Print the text of the source instead, with what became of each stretch of it.",
)
@option(
    "--color",
    type=OneOf("auto", "always", "never"),
    default="auto",
    help="Colours for --marked; without them, brackets. Default: auto, on a terminal.",
)
@option(
    "--lang",
    type=OneOf(*LANGUAGES),
    help="The text to read where a source holds both. Default: both.",
)
@option(
    "--changes",
    type=OneOf("accepted", "original"),
    default="accepted",
    help="Which text of tracked changes to read. Default: accepted.",
)
@option(
    "-o",
    "--output",
    default=STANDARD,
    metavar="FILE",
    help="Where to write; without it, standard output.",
)
def parse(**chosen: object) -> int:
    """Read acts and print them as data.

    A SOURCE is a text, a DOCX, a PDF, a page saved from the portal, a file of an office program
    or an act's own JSON; - is standard input. One act gives one JSON object; several give one
    object per line, and a source with the Kazakh and the Russian text of an act gives two.
    Remarks on the sources go to standard error.
    Exit code 1: a source has errors, or characters that were not accounted for.

    adisteme parse decision.txt --format outline
    """
    return _parse(Chosen(**chosen))  # type: ignore[arg-type]  # click has checked the values


def _parse(chosen: Chosen) -> int:
    if chosen.marked and chosen.form not in {None, "text"}:
        raise MarkedTextOnlyError(form=chosen.form)
    refuse_repeated_standard_input(chosen.sources)
    reads = list(_reads(chosen))
    form = chosen.form or "json"
    printed = _marked(reads, chosen) if chosen.marked else _PRINTERS[form](_acts(reads))
    write_output(printed.encode(), chosen.output)
    each = chosen.marked or form != "json"
    return report([(name, read.act) for name, read in reads], each=each)


def _reads(chosen: Chosen) -> Iterator[NamedRead]:
    wish = Wish(spoken(), chosen.lang, chosen.changes, chosen.marked)
    for name in chosen.sources:
        for read in reads_of(read_bytes(name), name, wish):
            yield name, read


def _acts(reads: list[NamedRead]) -> list[Act]:
    return [read.act for _, read in reads]


def _json(acts: list[Act]) -> str:
    from model import codec  # noqa: PLC0415 - only this format needs it

    printed = [codec.to_json(act) for act in acts]
    if len(printed) > 1:
        printed = [msgspec.json.format(text, indent=-1) for text in printed]
    return "".join(f"{text.rstrip()}\n" for text in printed)


def _outline(acts: list[Act]) -> str:
    import parsers  # noqa: PLC0415 - the readers are loaded when something is read

    return "\n".join(f"{parsers.outline(act).rstrip()}\n" for act in acts)


def _text(acts: list[Act]) -> str:
    import parsers  # noqa: PLC0415 - the readers are loaded when something is read

    return "\n".join(f"{parsers.as_text(act).rstrip()}\n" for act in acts)


_PRINTERS = {"json": _json, "outline": _outline, "text": _text}


def _marked(reads: list[NamedRead], chosen: Chosen) -> str:
    """The legend, then every source under its name and the language of its act."""
    from workbench import marking  # noqa: PLC0415 - only this option needs it

    coloured = marking.wants_colour(chosen.color, chosen.output)
    texts = [
        f"{name} ({read.act.lang})\n\n{marking.marked(read, name, coloured=coloured).rstrip()}\n"
        for name, read in reads
    ]
    return "\n".join([marking.legend(coloured=coloured), *texts])
