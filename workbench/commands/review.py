"""``adisteme review``: what the drafting law finds wrong with an act, and with a pair of texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from workbench.messages import say, spoken
from workbench.reading import STANDARD, named_acts, refuse_repeated_standard_input
from workbench.report import DONE, FINDINGS
from workbench.spoken import Command, OneOf, option
from workbench.writing import write_output

if TYPE_CHECKING:
    from model import Act
    from workbench.models import Model


@click.command("review", cls=Command)
@click.argument("act", metavar="ACT")
@click.argument("counterpart", required=False, metavar="[COUNTERPART]")
@option("--model", metavar="ACT", help="The model act that the act must follow.")
@option("--format", "form", type=OneOf("text", "json"), default="text", help="Default: text.")
@option("--without", metavar="RULE,RULE", help="Rules to leave out, by their names.")
def review(
    act: str, counterpart: str | None, model: str | None, form: str, without: str | None
) -> int:
    """Check an act against the drafting law, a line per finding with its article.

    With its COUNTERPART, the text in the other language, both texts are checked and so is
    whether they say the same; a file with both texts is its own counterpart. With a model act,
    each text is compared with the model's text in its language: norms that it lacks, figures,
    deadlines and references that differ, what it adds. A source is whatever "adisteme parse"
    reads; - is standard input. Exit code 1: there are findings.

    adisteme review decision.kk.txt decision.ru.txt --model model-order.docx
    """
    from workbench import reviewing  # noqa: PLC0415 - the rules are read when needed

    refuse_repeated_standard_input([name for name in (act, counterpart, model) if name])
    named = named_acts(act, counterpart, spoken())
    beside = _model(model, named) if model else None
    report = reviewing.reported(named, dict.fromkeys(_split(without), False), beside)
    printer = reviewing.as_json if form == "json" else reviewing.as_text
    write_output(printer(report).encode(), STANDARD)
    return FINDINGS if report.findings else DONE


def _model(name: str, named: list[tuple[str, Act]]) -> Model:
    """The model act; of each text that it has no counterpart for, that is said."""
    from workbench.models import NOT_COMPARED, model_for  # noqa: PLC0415 - see above

    model = model_for(name, [act for _, act in named], spoken())
    for source, act in named:
        if model.of(act) is None:
            click.echo(say(NOT_COMPARED, name=source, lang=act.lang, model=name), err=True)
    return model


def _split(listed: str | None) -> list[str]:
    return [name for part in (listed or "").split(",") if (name := part.strip())]
