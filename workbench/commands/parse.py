"""``adisteme parse``: an act as data."""

from __future__ import annotations

import click

from model import Act
from workbench.messages import spoken
from workbench.reading import STANDARD, read_act, refuse_repeated_standard_input
from workbench.report import report
from workbench.spoken import Command, OneOf, option
from workbench.writing import write_output


@click.command("parse", cls=Command)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@option(
    "--format",
    "form",
    type=OneOf("json", "outline", "text"),
    default="json",
    help="What to print: the act as JSON, its structure, or its text. Default: json.",
)
@option(
    "-o",
    "--output",
    default=STANDARD,
    metavar="FILE",
    help="Where to write; without it, standard output.",
)
def parse(sources: tuple[str, ...], form: str, output: str) -> int:
    """Read acts and print them as data.

    A SOURCE is a text, a DOCX, a PDF, a page saved from the portal or an act's own JSON; - is
    standard input. One source gives one JSON object; several give one object per line. Remarks
    on the sources go to standard error.
    Exit code 1: a source has errors, or characters that were not accounted for.

    adisteme parse decision.txt --format outline
    """
    refuse_repeated_standard_input(sources)
    acts = [read_act(name, spoken()) for name in sources]
    write_output(_PRINTERS[form](acts).encode(), output)
    return report(zip(sources, acts, strict=True), each=form != "json")


def _json(acts: list[Act]) -> str:
    import msgspec  # noqa: PLC0415 - only this format needs it

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
