"""``adisteme amend``: the consolidated act."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from model import Act
from workbench.errors import NotAFolderError
from workbench.messages import Word, say, spoken
from workbench.reading import STANDARD, read_acts, refuse_repeated_standard_input
from workbench.report import DONE, FINDINGS, announce, report
from workbench.spoken import Command, option
from workbench.writing import write_package

if TYPE_CHECKING:
    from amendments import Difference, Options, Result
    from workbench.consolidating import Amended

SUMMARY = Word("%(lang)s: operations %(all)s, applied %(applied)s, applied before %(before)s.")
FOLLOWED = Word("%(lang)s: references led to new numbers: %(number)s.")
NOT_WRITTEN = Word(
    "Nothing was consolidated: %(left)s of the operations could not be applied. They are told in "
    "the report; --partial writes the act with the others."
)
ONE_TEXT = Word("The text in %(lang)s was not amended: no amending act in that language was given.")
_OUTCOMES = {
    "target-missing": Word("target missing"),
    "ambiguous": Word("ambiguous"),
    "not-understood": Word("not understood"),
}
_DIFFERENCES = {
    "missing": Word("there is no such element in the text in %(lang)s"),
    "structure": Word("the texts are built differently: kk %(kk)s; ru %(ru)s"),
    "changed-in-one": Word("only the text in %(lang)s was changed"),
}


class Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """The options of the command as given."""

    base: str
    amendings: tuple[str, ...]
    counterpart: str | None
    any_base: bool
    partial: bool
    as_of: str | None = None
    track_changes: bool = False
    rewrite_references: bool = False
    output: str

    def inputs(self) -> tuple[str, ...]:
        """Every file that is read, the base first."""
        counterpart = () if self.counterpart is None else (self.counterpart,)
        return (self.base, *counterpart, *self.amendings)


@click.command("amend", cls=Command)
@click.argument("base", metavar="BASE")
@click.argument("amendings", nargs=-1, required=True, metavar="AMENDING...")
@option("--counterpart", metavar="FILE", help="The base in the other language.")
@option("--any-base", is_flag=True, help="Apply to this base whatever act the amendment names.")
@option("--as-of", metavar="DATE", help="Only what has force on that day, as 2026-07-12.")
@option("--partial", is_flag=True, help="Write the act even where operations are left out.")
@option("--track-changes", is_flag=True, help="Write the act with its changes tracked in Word.")
@option(
    "--rewrite-references",
    is_flag=True,
    help="Lead references of the text to the new numbers of their elements.",
)
@option("-o", "--output", required=True, metavar="DIR", help="The folder to write into.")
def amend(**chosen: object) -> int:
    """Apply amending acts to a base: the consolidated act and a report on every instruction.

    BASE is the act as it is, AMENDING the acts that change it, in any order. Sources may hold
    both languages; each amending act changes the base in its own language. Nothing is guessed:
    an instruction that fits no element, or several, is left out and told; then only the report
    is written, unless --partial is given.
    Exit code 1: an instruction could not be applied, or the two texts no longer agree.

    adisteme amend decision.kk.txt amending.kk.txt -o out
    """
    return _amend(msgspec.convert(chosen, Chosen))


def _amend(chosen: Chosen) -> int:
    from workbench import consolidating  # noqa: PLC0415 - loads the documents' machinery

    bases, amendings, read = read_pair(chosen)
    wishes = consolidating.Wishes(
        options=options_of(chosen),
        day=chosen.as_of,
        partial=chosen.partial,
        track_changes=chosen.track_changes,
    )
    amended = consolidating.amend(bases, amendings, wishes)
    announce(write_package(amended.files, Path(chosen.output)))
    sources = report(read, each=False)
    return max(sources, _tell(amended, bases, partial=chosen.partial))


def read_pair(chosen: Chosen) -> tuple[list[Act], list[Act], list[tuple[str, Act]]]:
    """The bases, the amending acts, and all of them with the names of their files.

    Raises:
        AdistemeError: a file cannot be read, or the output is no folder.
    """
    refuse_repeated_standard_input(chosen.inputs())
    if chosen.output == STANDARD:
        raise NotAFolderError(path=STANDARD)
    given = (chosen.base,) if chosen.counterpart is None else (chosen.base, chosen.counterpart)
    bases = [(name, act) for name in given for act in read_acts(name, spoken())]
    others = [(name, act) for name in chosen.amendings for act in read_acts(name, spoken())]
    return [act for _, act in bases], [act for _, act in others], [*bases, *others]


def options_of(chosen: Chosen) -> Options:
    """How the amending acts are applied."""
    from amendments import Options  # noqa: PLC0415 - not needed by every command

    return Options(
        any_base=chosen.any_base, ui=spoken(), rewrite_references=chosen.rewrite_references
    )


def _tell(amended: Amended, bases: Iterable[Act], *, partial: bool) -> int:
    """What was done, text by text, on standard error; the exit code."""
    done = DONE
    for text in amended.texts:
        tell_results(text.base.lang, text.applied.results)
        if text.applied.references:
            number = len(text.applied.references)
            click.echo(say(FOLLOWED, lang=text.base.lang, number=number), err=True)
    for difference in amended.differences:
        click.echo(_difference(difference), err=True)
        done = FINDINGS
    for lang in {base.lang for base in bases} - {text.base.lang for text in amended.texts}:
        click.echo(say(ONE_TEXT, lang=lang), err=True)
        done = FINDINGS
    if not amended.complete:
        results = [result for text in amended.texts for result in text.applied.results]
        tell_left(results, partial=partial)
        done = FINDINGS
    return done


def tell_results(lang: str, results: Iterable[Result]) -> None:
    """Each operation that was left out, and how many were not."""
    listed = list(results)
    outcomes = [result.outcome for result in listed]
    for result in listed:
        if result.outcome in _OUTCOMES:
            told = _told(say(_OUTCOMES[result.outcome]), result.detail)
            click.echo(f"{lang}: {told} [{result.operation.text}]", err=True)
    applied, before = outcomes.count("applied"), outcomes.count("already-applied")
    counts = {"all": len(listed), "applied": applied, "before": before}
    click.echo(say(SUMMARY, lang=lang, **counts), err=True)


def _told(outcome: str, detail: str | None) -> str:
    """The outcome with what is told of it; once, where the detail begins with the same words."""
    if not detail:
        return outcome
    return detail if detail.startswith(outcome) else f"{outcome}: {detail}"


def tell_left(results: Iterable[Result], *, partial: bool) -> None:
    """That nothing was consolidated, unless a part of it was wished for."""
    if not partial:
        left = sum(result.outcome in _OUTCOMES for result in results)
        click.echo(say(NOT_WRITTEN, left=left), err=True)


def _difference(difference: Difference) -> str:
    from review import address  # noqa: PLC0415 - only differing texts need it

    fields = {"lang": difference.lang, "kk": difference.kk, "ru": difference.ru}
    where = address(difference.target, "ru" if spoken() == "ru" else "kk")
    return f"{where}: {say(_DIFFERENCES[difference.kind], **fields)}"
