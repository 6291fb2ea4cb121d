"""``adisteme draft-amendment``: the amending act between two redactions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from model import Act, AdistemeError, Agency, Lang
from workbench.errors import NotAFolderError
from workbench.messages import Word, say, spoken
from workbench.reading import (
    STANDARD,
    Wish,
    read_acts,
    read_bytes,
    reads_of,
    refuse_repeated_standard_input,
)
from workbench.report import DONE, FINDINGS, announce, report
from workbench.spoken import Command, option
from workbench.writing import write_package

if TYPE_CHECKING:
    from generator.comparative_reasons import Reasons
    from workbench.redrafting import Pairs, Redrafted

SUMMARY = Word("%(lang)s: operations %(all)s, clauses changed %(changed)s of %(clauses)s.")
OTHER_KIND = Word(
    'The agency "%(agency)s" decides by another type of act than the amended one; check that it '
    "may amend it."
)
OTHER_ISSUER = Word('The amended act was issued by "%(issuer)s", the agency is "%(agency)s".')


class NoNewRedactionError(AdistemeError):
    """Neither a new redaction nor tracked changes."""

    template = (
        'There is no new redaction of "%(path)s": no other file is given for it and it has no '
        "tracked changes. Expected: a second file in the same language, or a Word document with "
        "its changes tracked. Name the new redaction too."
    )


class OptionLanguageError(AdistemeError):
    """A text in another language than its option says."""

    template = (
        '"%(path)s" was given with %(option)s and is in "%(lang)s". Expected: the Russian text '
        "(ru). Give the Kazakh redactions as OLD and NEW."
    )


class Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """The options of the command as given."""

    old: str
    new: str | None
    agency: str
    old_ru: str | None
    new_ru: str | None
    words: bool
    reasons: str | None
    output: str

    def inputs(self) -> tuple[str, ...]:
        """Every file that is read."""
        given = (self.old, self.new, self.old_ru, self.new_ru, self.agency, self.reasons)
        return tuple(name for name in given if name is not None)


@click.command("draft-amendment", cls=Command)
@click.argument("old", metavar="OLD")
@click.argument("new", required=False, metavar="[NEW]")
@option("--agency", required=True, metavar="PROFILE", help="The profile of who amends (YAML).")
@option("--old-ru", metavar="FILE", help="The old redaction in Russian, beside a Kazakh OLD.")
@option("--new-ru", metavar="FILE", help="The new redaction in Russian, beside a Kazakh NEW.")
@option("--words", is_flag=True, help="Replace words where one phrase of an element changes.")
@option("--reasons", metavar="FILE", help="Reasons for the comparative table (YAML), by element.")
@option("-o", "--output", required=True, metavar="DIR", help="The folder to write into.")
def draft_amendment(**chosen: object) -> int:
    """Draft the act that leads from an old redaction to a new one.

    OLD and NEW are two redactions of one act, in Kazakh or in Russian; a file that holds both
    texts gives both. Without NEW, OLD is a Word document with tracked changes. The draft is read
    back and applied to OLD before it is written: it must give NEW. With both languages the same
    elements of both texts are amended.
    Exit code 1: a change could not be drafted, the draft does not lead to NEW, or so much changes
    that the act is to be issued in a new redaction.

    adisteme draft-amendment old.docx new.docx --agency profile.yaml -o out
    """
    return _draft(msgspec.convert(chosen, Chosen))


def _draft(chosen: Chosen) -> int:
    from workbench import profiles, redrafting  # noqa: PLC0415 - loads the documents' machinery

    refuse_repeated_standard_input(chosen.inputs())
    if chosen.output == STANDARD:
        raise NotAFolderError(path=STANDARD)
    agency = profiles.load_profile(chosen.agency)
    reasons = _reasons(chosen.reasons)
    sources = list(_sources(chosen))
    old, new = ([act for side, _, act in sources if side == wanted] for wanted in ("old", "new"))
    pairs = redrafting.pairs_of(old, new)
    wishes = redrafting.Wishes(words=chosen.words, reasons=reasons, ui=spoken())
    redrafted = redrafting.redraft(agency, pairs, wishes)
    announce(write_package(redrafted.files, Path(chosen.output)))
    _warn(agency, pairs)
    read = report([(name, act) for _, name, act in sources], each=False)
    return max(read, _tell(redrafted))


def _reasons(name: str | None) -> Reasons:
    """The department's reasons; none where no file is given."""
    from generator.comparative_reasons import load_reasons  # noqa: PLC0415 - rarely asked for

    if name is None:
        return {}
    read_bytes(name)  # a file that is not there is said as any other
    return load_reasons(Path(name))


def _sources(chosen: Chosen) -> Iterator[tuple[str, str, Act]]:
    """Each text with its side and the name of its file."""
    new = [] if chosen.new is None else _read("new", chosen.new)
    new += [] if chosen.new_ru is None else _russian("new", chosen.new_ru, "--new-ru")
    yield from new
    there = {act.lang for _, _, act in new}
    yield from _old(chosen.old, there, None)
    if chosen.old_ru is not None:
        yield from _old(chosen.old_ru, there, "--old-ru")


Sourced = tuple[str, str, Act]


def _read(side: str, name: str) -> list[Sourced]:
    return [(side, name, act) for act in read_acts(name, spoken())]


def _russian(side: str, name: str, given_as: str) -> list[Sourced]:
    found = _read(side, name)
    _check_russian(found, given_as)
    return found


def _check_russian(found: list[Sourced], given_as: str | None) -> None:
    for _, name, act in found:
        if given_as is not None and act.lang != "ru":
            raise OptionLanguageError(path=name, option=given_as, lang=act.lang)


def _old(name: str, there: set[Lang], given_as: str | None) -> list[Sourced]:
    """The old redaction; where none in its language is new, both out of its tracked changes."""
    content = read_bytes(name)
    as_it_is = reads_of(content, name, Wish(spoken()))
    found = [("old", name, one.act) for one in as_it_is]
    _check_russian(found, given_as)
    if any(act.lang in there for _, _, act in found) or (there and given_as is None):
        return found
    before = reads_of(content, name, Wish(spoken(), changes="original"))
    if [one.act for one in before] == [one.act for one in as_it_is]:
        raise NoNewRedactionError(path=name)
    new = [("new", name, act) for _, _, act in found]
    return [*new, *(("old", name, one.act) for one in before)]


def _warn(agency: Agency, pairs: Pairs) -> None:
    """What is odd in who amends, once."""
    from workbench import redrafting  # noqa: PLC0415 - loaded by now

    old = next(iter(pairs.values()))[0]
    who = agency.issuer.of(old.lang)
    if redrafting.of_other_kind(agency, old):
        click.echo(say(OTHER_KIND, agency=who), err=True)
    if redrafting.of_other_issuer(agency, old):
        click.echo(say(OTHER_ISSUER, agency=who, issuer=old.issuer), err=True)


def _tell(redrafted: Redrafted) -> int:
    """What was drafted, text by text, on standard error; the exit code."""
    done = DONE
    for text in redrafted.texts:
        for finding in text.findings:
            click.echo(f"{text.old.lang}: {finding.message} [{finding.code}]", err=True)
            done = FINDINGS
        counts = {"changed": text.draft.changed, "clauses": text.draft.clauses}
        counted = len(text.draft.operations)
        click.echo(say(SUMMARY, lang=text.old.lang, all=counted, **counts), err=True)
    return done
