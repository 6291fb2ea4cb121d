"""The commands, one module each; what a command needs is imported when it runs."""

from __future__ import annotations

import click

from workbench.commands.amend import amend
from workbench.commands.draft_amendment import draft_amendment
from workbench.commands.forms import forms
from workbench.commands.generate import generate
from workbench.commands.history import history
from workbench.commands.lexicon import lexicon
from workbench.commands.parse import parse
from workbench.commands.profile import profile
from workbench.commands.review import review
from workbench.messages import Word
from workbench.spoken import Group, Option

VERSION_HELP = Word("Show the version and stop.")


def _show_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:  # noqa: FBT001 - click's own signature
    if asked:
        from importlib.metadata import version  # noqa: PLC0415 - slow, and rarely asked for

        click.echo(f"adisteme {version('adisteme')}")
        ctx.exit()


VERSION = Option(
    ["--version"],
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help=VERSION_HELP,
)

adisteme = Group(
    "adisteme",
    commands=[parse, generate, amend, draft_amendment, history, review, profile, forms, lexicon],
    params=[VERSION],
    help="""
    Kazakhstan's acts on the evaluation of civil servants, in Kazakh and in Russian.

    Reads an act into data, and writes the same act for another agency as documents to sign.

    adisteme generate --agency examples/shu-maslikhat.yaml -o out
    """,
)
