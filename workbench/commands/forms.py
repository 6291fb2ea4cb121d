"""``adisteme forms``: the appendix forms."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from model import LANGUAGES, Agency, Lang
from workbench.commands.forms_data import fill, read, summary, template
from workbench.commands.forms_import import import_form
from workbench.commands.forms_year import minutes, notices, schedule
from workbench.errors import NotAFolderError
from workbench.messages import spoken
from workbench.reading import STANDARD
from workbench.report import announce
from workbench.spoken import Group, SomeOf, option
from workbench.writing import write_package

if TYPE_CHECKING:
    from forms.definitions import FormDefinition

forms = Group(
    "forms",
    commands=[template, fill, read, summary, schedule, notices, minutes, import_form],
    help="""
    The forms that hang on the methodology: blank, filled from data, read back.

    adisteme forms list
    """,
)


@forms.command("list")
def list_forms() -> int:
    """List the forms: id, number, edition, title.

    adisteme forms list
    """
    from forms import catalogue  # noqa: PLC0415 - the definitions are read when needed
    from forms.blank import blank as blank_form  # noqa: PLC0415 - see above

    lang: Lang = "ru" if spoken() == "ru" else "kk"
    rows = [
        (form.id, form.number or "-", form.edition, blank_form(form, lang).title or "")
        for form in catalogue()
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        click.echo("  ".join([*cells, " ".join(row[3].split())]))
    return 0


@forms.command("blank")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@option("--agency", required=True, metavar="PROFILE", help="The agency's profile (YAML).")
@option("--lang", "languages", type=SomeOf(*LANGUAGES), default=LANGUAGES, help="Default: both.")
@option("--fillable", is_flag=True, help="With places to type into and choose from in Word.")
@option("-o", "--output", required=True, metavar="DIR", help="The folder to write into.")
def blank(
    ids: tuple[str, ...],
    agency: str,
    languages: tuple[Lang, ...],
    output: str,
    *,
    fillable: bool,
) -> int:
    """Write forms blank, ready to be filled by hand or, with --fillable, in Word.

    Each ID (see: adisteme forms list) gives one DOCX per language, with the agency's names
    in it. All files are written or none. "adisteme forms read" reads a form filled in Word.

    adisteme forms blank form-1 form-2 --agency examples/shu-maslikhat.yaml -o out
    """
    from workbench import profiles  # noqa: PLC0415 - loads the YAML reader

    if output == STANDARD:
        raise NotAFolderError(path=STANDARD)
    made = _fillable if fillable else _blank
    files = _blanks(ids, languages, partial(made, profiles.load_profile(agency)))
    announce(write_package(files, Path(output)))
    return 0


def _blanks(
    ids: tuple[str, ...],
    languages: tuple[Lang, ...],
    made: Callable[[FormDefinition, Lang], bytes],
) -> dict[str, bytes]:
    from forms import find  # noqa: PLC0415 - the definitions are read when needed

    found = [find(form_id) for form_id in ids]
    return {f"{form.id}.{lang}.docx": made(form, lang) for form in found for lang in languages}


def _blank(agency: Agency, form: FormDefinition, lang: Lang) -> bytes:
    from forms.blank import blank as blank_form  # noqa: PLC0415 - see above
    from generator import render  # noqa: PLC0415 - heavy: the document libraries

    return render.render_attachment(blank_form(form, lang, agency), lang)


def _fillable(agency: Agency, form: FormDefinition, lang: Lang) -> bytes:
    from generator.fillable import render_fillable  # noqa: PLC0415 - heavy: the document libraries
    from generator.filled import Voice  # noqa: PLC0415 - see above

    return render_fillable(form, Voice(lang, agency))
