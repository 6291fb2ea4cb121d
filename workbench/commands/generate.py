"""``adisteme generate``: documents for an agency."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from model import LANGUAGES, Act, Agency, Lang
from workbench.errors import NotAFolderError
from workbench.messages import Word, say, spoken
from workbench.reading import STANDARD, read_acts, refuse_repeated_standard_input
from workbench.report import announce, report
from workbench.spoken import Command, SomeOf, option
from workbench.writing import write_package

if TYPE_CHECKING:
    from workbench.drafting import Package


EXCHANGED = Word("%(name)s: exchanged in the source: %(total)s (%(listed)s); substitutions.json.")


class Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """The options of the command as given."""

    agency: str
    sources: tuple[str, ...]
    source_agency: str | None
    both_languages: bool
    languages: tuple[Lang, ...] | None
    formats: tuple[str, ...]
    template: str | None
    layout: str | None
    output: str

    def inputs(self) -> tuple[str, ...]:
        """Every file that is read."""
        given = (self.agency, *self.sources, self.source_agency, self.template, self.layout)
        return tuple(name for name in given if name is not None)


@click.command("generate", cls=Command)
@option("--agency", required=True, metavar="PROFILE", help="The agency's profile (YAML).")
@option(
    "--source",
    "sources",
    multiple=True,
    metavar="ACT",
    help="The act to re-target, one per language or one file with both texts; without it, the "
    "embedded methodology.",
)
@option(
    "--source-agency",
    metavar="PROFILE",
    help="Profile of the agency that issued the source, where its names are not to be guessed.",
)
@option(
    "--both-languages",
    is_flag=True,
    help="With a source in one language, draft the other one too, from the embedded clauses; "
    "what has no counterpart is marked to be translated.",
)
@option("--lang", "languages", type=SomeOf(*LANGUAGES), help="Default: all that there are.")
@option(
    "--format",
    "formats",
    type=SomeOf("docx", "json"),
    default=("docx", "json"),
    help="What to write. Default: both.",
)
@option("--template", metavar="FILE", help="Your own DOCX template of the decision.")
@option("--layout", metavar="FILE", help="Your own layout (YAML): margins, fonts, sizes.")
@option("-o", "--output", required=True, metavar="DIR", help="The folder to write into.")
def generate(**chosen: object) -> int:
    """Write an agency's decision, its methodology and forms as documents.

    Without --source the embedded methodology is used, in both languages. With a source in one
    language the documents are in that language; give a second --source for the other, or one
    that holds both texts. What was exchanged in a source is listed, place by place, in
    substitutions.json. All files are written or none.

    adisteme generate --agency examples/shu-maslikhat.yaml -o out
    """
    return _generate(msgspec.convert(chosen, Chosen))


def _generate(chosen: Chosen) -> int:
    from workbench import drafting, profiles  # noqa: PLC0415 - loads the documents' machinery

    refuse_repeated_standard_input(chosen.inputs())
    if chosen.output == STANDARD:
        raise NotAFolderError(path=STANDARD)
    agency = profiles.load_profile(chosen.agency)
    sources = [(name, act) for name in chosen.sources for act in read_acts(name, spoken())]
    wishes = drafting.Wishes(
        languages=chosen.languages,
        formats=chosen.formats,
        sources=tuple(act for _, act in sources),
        source_agency=_profile(chosen.source_agency),
        both_languages=chosen.both_languages,
        template=_path(chosen.template),
        layout=_path(chosen.layout),
        ui=spoken(),
    )
    package = drafting.package(agency, wishes)
    announce(write_package(package.files, Path(chosen.output)))
    _say_exchanged(package)
    return max(report(sources, each=False), report(_named(package.acts), each=True))


def _say_exchanged(package: Package) -> None:
    """How much was exchanged in each text, on standard error."""
    for lang, made in package.substitutions.items():
        counts = Counter(one.why for one in made)
        listed = ", ".join(f"{why} {count}" for why, count in counts.items())
        click.echo(
            say(EXCHANGED, name=f"decision.{lang}", total=len(made), listed=listed), err=True
        )


def _named(acts: Iterable[Act]) -> list[tuple[str, Act]]:
    """The drafted acts under the names of their files."""
    return [(f"decision.{act.lang}", act) for act in acts]


def _profile(name: str | None) -> Agency | None:
    from workbench import profiles  # noqa: PLC0415 - loads the YAML reader

    return None if name is None else profiles.load_profile(name)


def _path(name: str | None) -> Path | None:
    return None if name is None else Path(name)
