"""``adisteme forms import``: a form of an act's appendix as a definition of ours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from model import Act
from workbench.messages import Word, say, spoken
from workbench.reading import read_act, read_acts, refuse_repeated_standard_input
from workbench.report import DONE, FINDINGS
from workbench.spoken import Command, option
from workbench.writing import write_output

if TYPE_CHECKING:
    from forms.comparing import Difference
    from forms.definitions import FormDefinition

LIKE = Word(
    "Appendix %(appendix)s: nearest to %(form)s (%(edition)s), the same words: %(percent)s %%, "
    "differences: %(count)s"
)
BESIDE = Word('  %(place)s: "%(here)s"; in %(form)s: "%(there)s"')
LACKS = Word('  %(place)s: only in %(form)s: "%(there)s"')
MORE = Word('  %(place)s: not in %(form)s: "%(here)s"')


@click.command("import", cls=Command)
@click.argument("act", metavar="ACT")
@click.argument("counterpart", required=False, metavar="[COUNTERPART]")
@option("--appendix", metavar="NUMBER", help="Which appendix to the methodology. Default: all.")
@option("-o", "--output", metavar="FILE", help="The definition (YAML) to write.")
def import_form(act: str, counterpart: str | None, appendix: str | None, output: str | None) -> int:
    """Read the forms out of an act's appendices and compare them with the known ones.

    Every difference is told by its line or cell. With --appendix and -o the form is written as a
    definition: a file that can stand in forms/definitions. COUNTERPART is the act in the other
    language; without it that language is left empty. Exit code 1: there are differences.

    adisteme forms import order.kk.txt --appendix 4 -o form-4.yaml
    """
    from forms.importing import AppendixMissingError, forms_of  # noqa: PLC0415 - read when needed

    acts = _acts(act, counterpart)
    first = acts[0]
    found = forms_of(first)
    wanted = tuple(found) if appendix is None else (appendix,)
    missing = [number for number in wanted if number not in found]
    if missing or not wanted or (output is not None and len(wanted) > 1):
        told = appendix or ", ".join(wanted) or "–"
        raise AppendixMissingError(number=told, found=", ".join(found) or "–")
    if output is not None:
        write_output(_written(acts, wanted[0]), output)
    return max(_compared(first, number) for number in wanted)


def _acts(act: str, counterpart: str | None) -> tuple[Act, ...]:
    """The texts of the act, the Kazakh one first."""
    if counterpart is None:
        return read_acts(act, spoken())
    refuse_repeated_standard_input([act, counterpart])
    both = (read_act(act, spoken()), read_act(counterpart, spoken()))
    return tuple(sorted(both, key=lambda one: one.lang))


def _written(acts: tuple[Act, ...], number: str) -> bytes:
    from forms.importing import as_yaml, form_of, joined  # noqa: PLC0415 - see above

    made = [form_of(one, number) for one in acts]
    return as_yaml(made[0] if len(made) == 1 else joined(made[0], made[1]))


def _compared(act: Act, number: str) -> int:
    from forms.comparing import differences, nearest  # noqa: PLC0415 - see above
    from forms.importing import forms_of  # noqa: PLC0415 - see above

    form = forms_of(act)[number]
    known, likeness = nearest(form, act.lang)
    listed = differences(form, known, act.lang)
    named = {"appendix": number, "form": known.id, "edition": known.edition}
    click.echo(say(LIKE, **named, percent=round(100 * likeness), count=len(listed)))
    for line in _told(listed, known):
        click.echo(line)
    return FINDINGS if listed else DONE


def _told(listed: tuple[Difference, ...], known: FormDefinition) -> Iterator[str]:
    for one in listed:
        words = BESIDE if one.here and one.there else MORE if one.here else LACKS
        fields = {"place": one.place(spoken()), "here": one.here, "there": one.there}
        yield say(words, form=known.id, **{k: " ".join(v.split()) for k, v in fields.items()})
