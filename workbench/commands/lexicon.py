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

SAME_FORM = Word("unsure: the same form is %(cases)s")
BY_DICTIONARY = Word("unsure: the noun is known to the dictionary alone")
GUESSED = "head_by_dictionary"  # a reason of lexicon/ru/reasons.yaml

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

    A form that may be another case too, or that the dictionary alone knows, is said to be unsure.

    adisteme lexicon inflect "мәслихат төрағасы" --lang kk --format json
    """
    from lexicon import inflection  # noqa: PLC0415 - the paradigms are read when needed

    if why:
        forms = [inflection.Form(case, plural, owner) for case in inflection.CASES[lang]]
        told = {one.case: inflection.explain_form(phrase, lang, one) for one in forms}
        cases = {case: one.form for case, one in told.items()}
        reasons = {case: one.lines(spoken()) for case, one in told.items()}
    else:
        cases = inflection.paradigm(phrase, lang, plural=plural, owner=owner)
        reasons = {}
    if form == "text":
        told_of = inflection.explain_form(phrase, lang, inflection.Form("genitive", plural, owner))
        guessed = any(reason.rule == GUESSED for reason in told_of.reasons)
        reasons = _with_doubts(cases, reasons, guessed=guessed)
    write_output(f"{_PRINTERS[form](cases, reasons)}\n".encode(), "-")
    return 0


Reasons = dict[str, tuple[str, ...]]


def _with_doubts(cases: dict[str, str], reasons: Reasons, *, guessed: bool) -> Reasons:
    """The reasons, with a line for each form that a reader may take for another case."""
    return {
        case: (*reasons.get(case, ()), *_doubts(case, cases, guessed=guessed)) for case in cases
    }


def _doubts(case: str, cases: dict[str, str], *, guessed: bool) -> list[str]:
    others = [
        say(_CASES[other]) for other in cases if other != case and cases[other] == cases[case]
    ]
    said = [say(SAME_FORM, cases=", ".join(others))] if others else []
    return [*said, say(BY_DICTIONARY)] if guessed and case != "nominative" else said


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
