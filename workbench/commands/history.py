"""``adisteme history``: every redaction of an act."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec

from workbench.commands.amend import Chosen, options_of, read_pair, tell_left, tell_results
from workbench.report import DONE, FINDINGS, announce, report
from workbench.spoken import Command, option
from workbench.writing import write_package


@click.command("history", cls=Command)
@click.argument("base", metavar="BASE")
@click.argument("amendings", nargs=-1, required=True, metavar="AMENDING...")
@option("--counterpart", metavar="FILE", help="The base in the other language.")
@option("--any-base", is_flag=True, help="Apply to this base whatever act the amendment names.")
@option("--partial", is_flag=True, help="Write the act even where operations are left out.")
@option("-o", "--output", required=True, metavar="DIR", help="The folder to write into.")
def history(**chosen: object) -> int:
    """Write every redaction of an act, and a table of which act changed what since when.

    The amending acts are put in the order of their force; a temporary amendment ends on its
    day. An act that does not name the day of its force has it, for this purpose, from its date.
    Exit code 1: an instruction could not be applied; then only history.json is written, unless
    --partial is given.

    adisteme history decision.kk.txt first.kk.txt second.kk.txt -o out
    """
    return _history(msgspec.convert(chosen, Chosen))


def _history(chosen: Chosen) -> int:
    from workbench import consolidating  # noqa: PLC0415 - loads the documents' machinery

    bases, amendings, read = read_pair(chosen)
    wishes = consolidating.Wishes(options=options_of(chosen), partial=chosen.partial)
    told = consolidating.history(bases, amendings, wishes)
    announce(write_package(told.files, Path(chosen.output)))
    sources = report(read, each=False)
    results = {
        lang: [result for one in found for result in one.results]
        for lang, found in told.redactions.items()
    }
    for lang, listed in results.items():
        tell_results(lang, listed)
    if told.complete:
        return max(sources, DONE)
    tell_left([one for listed in results.values() for one in listed], partial=chosen.partial)
    return FINDINGS
