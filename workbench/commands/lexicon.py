"""``adisteme lexicon``: ask what the program knows of the words."""

from __future__ import annotations

import json

import click

from model import LANGUAGES, Lang
from workbench.commands.terms import terms
from workbench.messages import Word, say, spoken
from workbench.spoken import Group, OneOf, option
from workbench.writing import write_output

lexicon = Group(
    "lexicon",
    help="""
    What the program knows of the words: cases of a name, the formula of a sentence, terms.

    adisteme lexicon inflect "председатель маслихата" --lang ru
    """,
)
lexicon.add_command(terms)

# As lexicon.inflection.OWNERS, which is read only when the command runs.
OWNERS = (
    "first",
    "second",
    "second_polite",
    "third",
    "first_plural",
    "second_plural",
    "second_polite_plural",
)


@lexicon.command("explain")
@click.argument("sentence")
def explain(sentence: str) -> int:
    """Show which drafting formula reads a sentence, or where the nearest ones stop.

    adisteme lexicon explain "пункт 3 изложить в следующей редакции:"
    """
    from lexicon.explain import explain as explained  # noqa: PLC0415 - compiled when needed

    write_output(explained(sentence).encode(), "-")
    return 0


@lexicon.command("inflect")
@click.argument("phrase")
@option("--lang", required=True, type=OneOf(*LANGUAGES), help="The language of the phrase.")
@option("--plural", is_flag=True, help="In the plural.")
@option("--owner", type=OneOf(*OWNERS), help="Whose it is; Kazakh alone has endings for it.")
@option("--why", is_flag=True, help="With the rules that decided, case by case.")
@option("--format", "form", type=OneOf("text", "json"), default="text", help="Default: text.")
def inflect(  # noqa: PLR0913 - one parameter per option
    phrase: str,
    lang: Lang,
    *,
    plural: bool,
    owner: str | None,
    why: bool,
    form: str,
) -> int:
    """Print a name in all its cases; give it in the nominative.

    adisteme lexicon inflect "мәслихат төрағасы" --lang kk --format json
    """
    from lexicon import inflection  # noqa: PLC0415 - the paradigms are read when needed

    if why:
        forms = [inflection.Form(case, plural, owner) for case in inflection.CASES[lang]]
        told = {one.case: inflection.explain_form(phrase, lang, one) for one in forms}
        cases = {case: one.form for case, one in told.items()}
        reasons = {case: one.lines(spoken()) for case, one in told.items()}
    else:
        cases, reasons = inflection.paradigm(phrase, lang, plural=plural, owner=owner), {}
    write_output(f"{_PRINTERS[form](cases, reasons)}\n".encode(), "-")
    return 0


Reasons = dict[str, tuple[str, ...]]


def _json(cases: dict[str, str], reasons: Reasons) -> str:
    """The paradigm; with reasons, each form beside its own."""
    told = {case: {"form": cases[case], "why": lines} for case, lines in reasons.items()}
    return json.dumps(told or cases, ensure_ascii=False, indent=2)


def _table(cases: dict[str, str], reasons: Reasons) -> str:
    named = {case: say(_CASES[case]) for case in cases}
    width = max(map(len, named.values()))
    lines = []
    for case, words in cases.items():
        lines.append(f"{named[case].ljust(width)}  {words}")
        lines += [f"{' ' * width}    {reason}" for reason in reasons.get(case, ())]
    return "\n".join(lines)


_PRINTERS = {"text": _table, "json": _json}
_CASES = {
    "nominative": Word("nominative"),
    "genitive": Word("genitive"),
    "dative": Word("dative"),
    "accusative": Word("accusative"),
    "locative": Word("locative"),
    "ablative": Word("ablative"),
    "instrumental": Word("instrumental"),
    "prepositional": Word("prepositional"),
}
