"""``adisteme forms``: the appendix forms."""

from __future__ import annotations

from pathlib import Path

import click

from model import LANGUAGES, Agency, Lang
from workbench.errors import NotAFolderError
from workbench.messages import spoken
from workbench.reading import STANDARD
from workbench.report import announce
from workbench.spoken import Group, SomeOf, option
from workbench.writing import write_package

forms = Group(
    "forms",
    help="""
    The forms that hang on the methodology: list them, write them blank.

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
@option("-o", "--output", required=True, metavar="DIR", help="The folder to write into.")
def blank(ids: tuple[str, ...], agency: str, languages: tuple[Lang, ...], output: str) -> int:
    """Write forms blank, ready to be filled by hand.

    Each ID (see: adisteme forms list) gives one DOCX per language, with the agency's names
    in it. All files are written or none.

    adisteme forms blank form-1 form-2 --agency examples/shu-maslikhat.yaml -o out
    """
    from workbench import profiles  # noqa: PLC0415 - loads the YAML reader

    if output == STANDARD:
        raise NotAFolderError(path=STANDARD)
    files = _blanks(ids, profiles.load_profile(agency), languages)
    announce(write_package(files, Path(output)))
    return 0


def _blanks(ids: tuple[str, ...], agency: Agency, languages: tuple[Lang, ...]) -> dict[str, bytes]:
    from forms import find  # noqa: PLC0415 - the definitions are read when needed
    from forms.blank import blank as blank_form  # noqa: PLC0415 - see above
    from generator import render  # noqa: PLC0415 - heavy: the document libraries

    found = [find(form_id) for form_id in ids]
    return {
        f"{form.id}.{lang}.docx": render.render_attachment(blank_form(form, lang, agency), lang)
        for form in found
        for lang in languages
    }
