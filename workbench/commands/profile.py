"""``adisteme profile``: the agency profile that an act of the agency tells."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import click

from model import Act
from workbench.errors import SameLanguageError
from workbench.messages import Word, say, spoken
from workbench.reading import STANDARD, named_acts
from workbench.report import DONE, FINDINGS
from workbench.spoken import Command, option
from workbench.writing import write_output

MISSING = Word("To be written by you, the text does not tell it: %(keys)s.")
DIFFERING = Word("The two texts do not agree on this; look which is right: %(keys)s.")


@click.command("profile", cls=Command)
@click.argument("act", metavar="ACT")
@click.argument("counterpart", required=False, metavar="[COUNTERPART]")
@option(
    "--next",
    "following",
    is_flag=True,
    help="For the agency's next act: no date and number, and ACT is what it repeals.",
)
@option("-o", "--output", default=STANDARD, metavar="FILE", help="Default: standard output.")
def profile(act: str, counterpart: str | None, following: bool, output: str) -> int:  # noqa: FBT001 - click passes a flag
    """Write the agency profile that an act of the agency tells.

    Issuer, institution, roles, terms, signatory, date and number, what it repealed, and which of
    the methodology's options it follows. With the COUNTERPART, the text in the other language,
    both languages are filled in. What the text does not tell is left empty and named.
    Exit code 1: something is left to be written.

    adisteme profile our-decision.docx -o our.yaml
    """
    from generator.telling import told_by  # noqa: PLC0415 - reads the methodology
    from workbench.drafting import refuse_without_methodology  # noqa: PLC0415 - as above
    from workbench.profile_told import drafted  # noqa: PLC0415 - as above

    acts = _acts(act, counterpart)
    for one in acts:
        refuse_without_methodology(one)
    name = Path(output).stem if output != STANDARD else Path(act).stem
    draft = drafted([told_by(one) for one in acts], name, following=following)
    write_output(draft.text.encode(), output)
    for word, keys in ((MISSING, draft.missing), (DIFFERING, draft.differing)):
        if keys:
            click.echo(say(word, keys=", ".join(keys)), err=True)
    return FINDINGS if draft.missing or draft.differing else DONE


def _acts(act: str, counterpart: str | None) -> list[Act]:
    """The texts, each in a language of its own."""
    named = named_acts(act, counterpart, spoken())
    for (first, one), (second, other) in pairwise(named):
        if one.lang == other.lang:
            raise SameLanguageError(first=first, second=second, lang=one.lang)
    return [one for _, one in named]
