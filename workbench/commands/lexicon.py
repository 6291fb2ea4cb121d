"""``adisteme lexicon``: ask what the program knows of the words."""

from __future__ import annotations

import json

import click

from model import LANGUAGES, Lang
from workbench.messages import Word, say
from workbench.spoken import Group, OneOf, option
from workbench.writing import write_output

lexicon = Group(
    "lexicon",
    help="""
    What the program knows of the words: cases of a name, the formula of a sentence.

    adisteme lexicon inflect "председатель маслихата" --lang ru
    """,
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
@option("--format", "form", type=OneOf("text", "json"), default="text", help="Default: text.")
def inflect(phrase: str, lang: Lang, form: str) -> int:
    """Print a name in all its cases; give it in the nominative.

    adisteme lexicon inflect "мәслихат төрағасы" --lang kk --format json
    """
    from lexicon import inflection  # noqa: PLC0415 - the paradigms are read when needed

    cases = inflection.paradigm(phrase, lang)
    printed = json.dumps(cases, ensure_ascii=False, indent=2) if form == "json" else _table(cases)
    write_output(f"{printed}\n".encode(), "-")
    return 0


def _table(cases: dict[str, str]) -> str:
    named = [(say(_CASES[case]), words) for case, words in cases.items()]
    width = max(len(name) for name, _ in named)
    return "\n".join(f"{name.ljust(width)}  {words}" for name, words in named)


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
