"""``adisteme forms template``, ``fill``, ``read``: forms and data files, both ways."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec
from click.termui import progressbar

from model import LANGUAGES, Lang
from workbench.errors import NotAFolderError
from workbench.messages import Word, say
from workbench.reading import STANDARD, read_bytes, refuse_repeated_standard_input
from workbench.report import DONE, FINDINGS, announce
from workbench.spoken import Command, OneOf, SomeOf, option
from workbench.writing import write_output, write_package

if TYPE_CHECKING:
    from forms.definitions import FormDefinition
    from workbench.filling import People

FILLED = Word("Forms filled: %(written)s; people left out because of errors: %(left)s.")


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """The options of ``fill`` as given."""

    form_id: str
    agency: str
    data: str
    languages: tuple[Lang, ...]
    joined: bool
    output: str


@click.command("template", cls=Command)
@click.argument("form_id", metavar="ID")
@option("-o", "--output", required=True, metavar="FILE", help="The XLSX to write.")
def template(form_id: str, output: str) -> int:
    """Write the empty data file of a form: an XLSX to be filled in for many people.

    Heads are in Kazakh and Russian; marks, answers and dates are checked while they are typed.

    adisteme forms template form-2 -o people.xlsx
    """
    import forms  # noqa: PLC0415 - the definitions are read when needed
    from generator.xlsx.template import template as made  # noqa: PLC0415 - heavy: the workbooks

    write_output(made(forms.find(form_id)), output)
    return DONE


@click.command("fill", cls=Command)
@click.argument("form_id", metavar="ID")
@option("--agency", required=True, metavar="PROFILE", help="The agency's profile (YAML).")
@option("--data", required=True, metavar="FILE", help="XLSX, CSV or JSON with the people.")
@option("--lang", "languages", type=SomeOf(*LANGUAGES), default=LANGUAGES, help="Default: both.")
@option("--joined", is_flag=True, help="One file for all people instead of one for each.")
@option("-o", "--output", required=True, metavar="DIR", help="The folder to write into.")
def fill(**chosen: object) -> int:
    """Fill a form for everybody in a data file, with all figures worked out.

    The data file is one of "adisteme forms template", a CSV with the same heads, or JSON as
    "adisteme forms read" gives it. A person whose row has an error is left out and told by sheet
    and cell; the others are written. The files are readable by their owner alone.
    Exit code 1: somebody was left out.

    adisteme forms fill form-2 --agency examples/shu-maslikhat.yaml --data people.xlsx -o out
    """
    wanted = msgspec.convert(chosen, Wanted)
    refuse_repeated_standard_input([wanted.agency, wanted.data])
    if wanted.output == STANDARD:
        raise NotAFolderError(path=STANDARD)
    return _fill(wanted)


def _fill(wanted: Wanted) -> int:
    import forms  # noqa: PLC0415 - the definitions are read when needed
    from generator.filled import Voice, render_filled  # noqa: PLC0415 - heavy: the documents
    from workbench import filling, profiles  # noqa: PLC0415 - loads the YAML reader

    form, agency = forms.find(wanted.form_id), profiles.load_profile(wanted.agency)
    people = people_told(form, wanted.data)
    makers = filling.makers(
        form,
        people,
        wanted.languages,
        lambda some, lang: render_filled(form, some, Voice(lang, agency)),
        joined=wanted.joined,
    )
    with filling.confidential():
        written = _written(makers, Path(wanted.output))
    announce(written)
    left = {code for code, one in people.findings if one.severity == "error"}
    click.echo(say(FILLED, written=len(people.good), left=len(left)), err=True)
    return FINDINGS if people.faulty else DONE


def _written(makers: dict[str, Callable[[], bytes]], folder: Path) -> Sequence[Path]:
    """The files, with a bar on a terminal: it says nothing into a log."""
    from workbench.filling import Package  # noqa: PLC0415 - see above

    err = sys.stderr
    with progressbar(length=len(makers), file=err, hidden=not err.isatty()) as bar:
        return write_package(Package(makers, partial(bar.update, 1)), folder)


def people_told(form: FormDefinition, file: str) -> People:
    """The people of a data file; what was found is said on standard error.

    Raises:
        AdistemeError: the file cannot be used, or nobody in it can.
    """
    from workbench import filling  # noqa: PLC0415 - see above

    people = filling.people_of(form, read_bytes(file), file)
    for line in filling.told(people):
        click.echo(line, err=True)
    if not people.good:
        raise filling.NobodyToWriteError(file=file, rows=people.read)
    return people


@click.command("read", cls=Command)
@click.argument("source", metavar="FILLED")
@option("-o", "--output", default=STANDARD, metavar="FILE", help="Default: standard output.")
def read(source: str, output: str) -> int:
    """Read a form that was filled in Word and print what is in it as JSON.

    The form must come from "adisteme forms blank --fillable". What is printed is data for
    "adisteme forms fill". A file that is written is readable by its owner alone.

    adisteme forms read form-4.kk.docx
    """
    from generator.fillable import read_filled  # noqa: PLC0415 - heavy: the document libraries
    from workbench.filling import write_confidential  # noqa: PLC0415 - see above

    found = read_filled(read_bytes(source), source)
    printed = msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n"
    write_confidential(printed, output)
    return DONE


@click.command("summary", cls=Command)
@click.argument("form_id", metavar="ID")
@option("--data", required=True, metavar="FILE", help="XLSX, CSV or JSON with the people.")
@option("--lang", type=OneOf(*LANGUAGES), default="kk", help="Default: kk.")
@option("--names", is_flag=True, help="Names of people instead of codes.")
@option("-o", "--output", required=True, metavar="FILE", help="The XLSX to write.")
def summary(form_id: str, data: str, lang: Lang, output: str, *, names: bool) -> int:
    """Sum up an evaluation by unit: an XLSX with figures and charts.

    People stand under codes in the order of the data file, unless --names is given: results are
    confidential. The file is readable by its owner alone.
    Exit code 1: somebody was left out because of errors.

    adisteme forms summary form-4 --data people.xlsx -o summary.xlsx
    """
    import forms  # noqa: PLC0415 - the definitions are read when needed
    from generator.xlsx.summary import render_summary  # noqa: PLC0415 - heavy: the workbooks
    from workbench.filling import write_confidential  # noqa: PLC0415 - see above

    form = forms.find(form_id)
    people = people_told(form, data)
    made = render_summary(form, people.good, lang, names=names)
    write_confidential(made, output)
    return FINDINGS if people.faulty else DONE
