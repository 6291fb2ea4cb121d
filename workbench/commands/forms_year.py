"""``adisteme forms schedule``, ``notices``, ``minutes``: the year of an evaluation."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from model import LANGUAGES, Agency, Lang
from workbench.errors import NotAFolderError
from workbench.messages import spoken
from workbench.reading import STANDARD, read_bytes, refuse_repeated_standard_input
from workbench.report import DONE, FINDINGS, announce
from workbench.spoken import Command, Figure, OneOf, SomeOf, option
from workbench.writing import write_package

if TYPE_CHECKING:
    from forms.meeting import Minutes
    from generator.schedule import Plan

_FIRST, _LAST = 2016, 2100  # the law on the civil service is of 2015; the calendar ends somewhere


_of_year = option(
    "--year",
    required=True,
    type=Figure(_FIRST, _LAST),
    metavar="YEAR",
    help="The year that is evaluated.",
)


@click.command("schedule", cls=Command)
@option("--agency", required=True, metavar="PROFILE", help="The agency's profile (YAML).")
@_of_year
@option("--transfers", metavar="FILE", help="Transferred days off (YAML), dated.")
@option("--lang", "languages", type=SomeOf(*LANGUAGES), default=LANGUAGES, help="Default: both.")
@option("-o", "--output", required=True, metavar="DIR", help="The folder to write into.")
def schedule(
    agency: str, year: int, transfers: str | None, languages: tuple[Lang, ...], output: str
) -> int:
    """Write the schedule of a year's evaluation: a DOCX to be approved and an iCalendar.

    Every deadline of the methodology becomes a day; working days follow the public holidays of
    Kazakhstan and the file of transferred days. A deadline on a day off is moved to the working
    day before it. A holy day whose date is only estimated is marked.

    adisteme forms schedule --agency examples/shu-maslikhat.yaml --year 2026 -o out
    """
    from generator.schedule import calendar, schedule_document  # noqa: PLC0415 - heavy: documents

    _refuse_standard_output(output)
    plan = _plan(agency, year, transfers)
    files = {f"schedule.{lang}.docx": schedule_document(plan, lang) for lang in languages}
    files |= {f"schedule.{lang}.ics": calendar(plan, lang) for lang in languages}
    announce(write_package(files, Path(output)))
    return DONE


def _refuse_standard_output(output: str) -> None:
    if output == STANDARD:
        raise NotAFolderError(path=STANDARD)


def _plan(agency: str, year: int, transfers: str | None) -> Plan:
    from forms.workdays import Workdays, load_transfers  # noqa: PLC0415 - see above
    from generator.schedule import plan_of  # noqa: PLC0415 - see above
    from workbench import profiles  # noqa: PLC0415 - loads the YAML reader

    moved = None if transfers is None else load_transfers(Path(transfers))
    return plan_of(profiles.load_profile(agency), year, Workdays(moved))


@click.command("notices", cls=Command)
@click.argument("form_id", metavar="ID", type=OneOf("form-2", "form-4"))
@option("--agency", required=True, metavar="PROFILE", help="The agency's profile (YAML).")
@option("--data", required=True, metavar="FILE", help="The data file of the form.")
@_of_year
@option(
    "--quarter",
    required=True,
    type=Figure(1, 4),
    metavar="1|2|3|4",
    help="The quarter that is evaluated.",
)
@option("--transfers", metavar="FILE", help="Transferred days off (YAML), dated.")
@option("--lang", "languages", type=SomeOf(*LANGUAGES), default=LANGUAGES, help="Default: both.")
@option("-o", "--output", required=True, metavar="DIR", help="The folder to write into.")
def notices(**chosen: str) -> int:
    """Write the notices of an evaluation to everybody in a data file, a person a sheet.

    The days are those of "adisteme forms schedule". Only names and posts are taken from the data.

    adisteme forms notices form-4 --agency a.yaml --data p.csv --year 2026 --quarter 1 -o out
    """
    return _notices(chosen, int(chosen["year"]), int(chosen["quarter"]))


def _notices(chosen: dict[str, str], year: int, quarter: int) -> int:
    import forms  # noqa: PLC0415 - the definitions are read when needed
    from forms.reckoning import named  # noqa: PLC0415 - see above
    from forms.records import records  # noqa: PLC0415 - see above
    from generator import notices as made  # noqa: PLC0415 - heavy: the documents
    from workbench.filling import confidential  # noqa: PLC0415 - see above

    _refuse_standard_output(chosen["output"])
    refuse_repeated_standard_input([chosen["agency"], chosen["data"]])
    plan = _plan(chosen["agency"], year, chosen["transfers"])
    data = read_bytes(chosen["data"])
    people = [named(one) for one in records(forms.find(chosen["form_id"]), data, chosen["data"])]
    known = [one for one in people if "person" in one.values]
    if not known:
        from workbench.filling import NobodyToWriteError  # noqa: PLC0415 - see above

        raise NobodyToWriteError(file=chosen["data"], rows=len(people))
    method: made.Method = "indicators" if chosen["form_id"] == "form-2" else "ranking"
    occasion = made.Occasion(quarter, method)
    files = {
        f"notices.{lang}.docx": made.notices(plan, known, occasion, lang)
        for lang in LANGUAGES
        if lang in chosen["languages"]
    }
    with confidential():
        announce(write_package(files, Path(chosen["output"])))
    return DONE if len(known) == len(people) else FINDINGS


@click.command("minutes", cls=Command)
@click.argument("data", metavar="MEETING")
@option("--agency", required=True, metavar="PROFILE", help="The agency's profile (YAML).")
@option("--lang", "languages", type=SomeOf(*LANGUAGES), default=LANGUAGES, help="Default: both.")
@option("-o", "--output", required=True, metavar="DIR", help="The folder to write into.")
def minutes(data: str, agency: str, languages: tuple[Lang, ...], output: str) -> int:
    """Write the minutes of a calibration session or of the commission.

    MEETING (YAML or JSON) tells who was there, what was put to the vote and how everybody voted;
    quorum, majority, casting vote and the final score are worked out. For the commission the
    form of its minutes (form-11) is filled besides.
    Exit code 1: the vote or the quorum is at fault; the minutes are written all the same.

    adisteme forms minutes meeting.yaml --agency examples/shu-maslikhat.yaml -o out
    """
    from forms.findings import stops, worded  # noqa: PLC0415 - see above
    from forms.meeting import load_meeting  # noqa: PLC0415 - see above
    from forms.meeting import minutes as counted  # noqa: PLC0415 - see above
    from generator.minutes import render_minutes  # noqa: PLC0415 - heavy: the documents
    from workbench import filling, profiles  # noqa: PLC0415 - loads the YAML reader

    _refuse_standard_output(output)
    refuse_repeated_standard_input([data, agency])
    owner = profiles.load_profile(agency)
    done = counted(load_meeting(read_bytes(data), data), data)
    for one in done.findings:
        click.echo(worded(one, spoken()), err=True)
    files = {f"minutes.{lang}.docx": render_minutes(done, owner, lang) for lang in languages}
    files |= _forms_of_meeting(done, owner, languages)
    with filling.confidential():
        announce(write_package(files, Path(output)))
    return FINDINGS if stops(done.findings) else DONE


def _forms_of_meeting(
    done: Minutes, owner: Agency, languages: tuple[Lang, ...]
) -> dict[str, bytes]:
    """The form that the methodology prescribes for such minutes, where it prescribes one."""
    from forms.protocol import form_of, protocol  # noqa: PLC0415 - see above
    from generator.filled import Voice, render_attachments  # noqa: PLC0415 - see above

    form = form_of(done.meeting)
    if form is None:
        return {}
    return {
        f"{form.id}.{lang}.docx": render_attachments(
            [protocol(form, done, lang, owner)], Voice(lang, owner)
        )
        for lang in languages
    }
