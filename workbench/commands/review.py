"""``adisteme review``: what the drafting law finds wrong with an act, and with a pair of texts."""

from __future__ import annotations

import click

from workbench.messages import spoken
from workbench.reading import STANDARD, named_acts
from workbench.report import DONE, FINDINGS
from workbench.spoken import Command, OneOf, option
from workbench.writing import write_output


@click.command("review", cls=Command)
@click.argument("act", metavar="ACT")
@click.argument("counterpart", required=False, metavar="[COUNTERPART]")
@option("--format", "form", type=OneOf("text", "json"), default="text", help="Default: text.")
@option("--without", metavar="RULE,RULE", help="Rules to leave out, by their names.")
def review(act: str, counterpart: str | None, form: str, without: str | None) -> int:
    """Check an act against the drafting law, a line per finding with its article.

    With its COUNTERPART, the text in the other language, both texts are checked and so is
    whether they say the same; a file with both texts is its own counterpart. A source is
    whatever "adisteme parse" reads; - is standard input. Exit code 1: there are findings.

    adisteme review decision.kk.txt decision.ru.txt
    """
    from workbench import reviewing  # noqa: PLC0415 - the rules are read when needed

    named = named_acts(act, counterpart, spoken())
    report = reviewing.reported(named, dict.fromkeys(_split(without), False))
    printer = reviewing.as_json if form == "json" else reviewing.as_text
    write_output(printer(report).encode(), STANDARD)
    return FINDINGS if report.findings else DONE


def _split(listed: str | None) -> list[str]:
    return [name for part in (listed or "").split(",") if (name := part.strip())]
