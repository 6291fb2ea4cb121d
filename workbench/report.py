"""What the user is told beside the result, on standard error."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click

from model import Act, Diagnostic
from workbench.messages import Word, say

SUMMARY = Word(
    "%(name)s: errors %(errors)s, warnings %(warnings)s, characters not accounted for %(lost)s."
)
WRITTEN = Word("%(path)s (%(size)s bytes)")
DONE, FINDINGS = 0, 1


def report(acts: Iterable[tuple[str, Act]], *, each: bool) -> int:
    """The exit code; remarks on the acts go to standard error, one by one if ``each``.

    What is merely worth knowing ("info") stands in the act's own JSON only.

    Warnings alone are no finding: real sources are never clean. An error, or a character that
    is nowhere in the result, is one.
    """
    return max((_report_one(name, act, each=each) for name, act in acts), default=DONE)


def _report_one(name: str, act: Act, *, each: bool) -> int:
    counts = Counter(remark.severity for remark in act.diagnostics)
    lost = act.accounting.unaccounted
    if each:
        for remark in act.diagnostics:
            if remark.severity != "info":
                click.echo(f"{name}: {_remark(remark)}", err=True)
    if counts["error"] or counts["warning"] or lost:
        fields = {"errors": counts["error"], "warnings": counts["warning"], "lost": lost}
        click.echo(say(SUMMARY, name=name, **fields), err=True)
    return FINDINGS if counts["error"] or lost else DONE


def _remark(remark: Diagnostic) -> str:
    return f"{say(_SEVERITIES[remark.severity])}: {remark.message} [{remark.code}]"


_SEVERITIES = {"warning": Word("warning"), "error": Word("error")}


def announce(paths: Iterable[Path]) -> None:
    """Each file written, on standard output."""
    for path in paths:
        click.echo(say(WRITTEN, path=path, size=path.stat().st_size))
