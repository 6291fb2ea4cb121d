"""``adisteme lexicon terms``: the field's terms, and wrong words for them in an act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from model import Act, Lang
from model.act import Value
from workbench.messages import Word, say, spoken
from workbench.reading import STANDARD, read_acts
from workbench.report import DONE, FINDINGS
from workbench.spoken import Command, OneOf, option
from workbench.writing import write_output

if TYPE_CHECKING:
    from lexicon.terms import Term

NOTHING = Word("No findings.")
LINE = Word('%(source)s: %(address)s: "%(found)s": the term is "%(right)s" [%(term)s]')
OUTDATED = Word('%(source)s: %(address)s: "%(found)s": now the term is "%(right)s" [%(term)s]')


class Line(Value, frozen=True):
    """A wrong word as it is printed; ``right`` is the term, as a nominative."""

    source: str
    lang: Lang
    address: str
    found: str
    right: str
    term: str
    kind: str


@click.command("terms", cls=Command)
@option("--check", metavar="FILE", help="An act in which to look for wrong words.")
@option("--format", "form", type=OneOf("text", "json"), default="text", help="Default: text.")
def terms(check: str | None, form: str) -> int:
    """Print the terms in both languages, in the order of the Kazakh alphabet.

    With --check the wrong and outdated words for them in an act, in whatever form they stand; a
    source is whatever "adisteme parse" reads, - is standard input. Exit code 1: there are some.

    adisteme lexicon terms --check decision.kk.txt
    """
    if check is None:
        from lexicon.terms import in_kazakh_order  # noqa: PLC0415 - read when needed

        listed = in_kazakh_order()
        write_output((_json(listed) if form == "json" else _list(listed)).encode(), STANDARD)
        return DONE
    lines = list(_lines(check, read_acts(check, spoken())))
    write_output((_json(lines) if form == "json" else _text(lines)).encode(), STANDARD)
    return FINDINGS if lines else DONE


def _lines(source: str, acts: Iterable[Act]) -> Iterator[Line]:
    from lexicon.terms import misuses  # noqa: PLC0415 - read when needed
    from review import address  # noqa: PLC0415 - see above
    from review.case import documents_of  # noqa: PLC0415 - see above

    for act in acts:
        for document in documents_of(act):
            for passage in document.passages():
                for one in misuses(passage.text, act.lang):
                    yield Line(
                        source=source,
                        lang=act.lang,
                        address=address(passage.target, act.lang),
                        found=one.found,
                        right=one.right,
                        term=one.term,
                        kind=one.kind,
                    )


def _text(lines: Iterable[Line]) -> str:
    return "".join(map(_printed, lines)) or f"{say(NOTHING)}\n"


def _printed(one: Line) -> str:
    message = OUTDATED if one.kind == "outdated" else LINE
    fields = {"address": one.address, "found": one.found, "right": one.right, "term": one.term}
    return say(message, source=one.source, **fields) + "\n"


def _list(listed: Iterable[Term]) -> str:
    return "".join(f"{_named(one, 'kk')} – {_named(one, 'ru')} [{one.id}]\n" for one in listed)


def _named(term: Term, lang: Lang) -> str:
    wording = term.of(lang)
    return f"{wording.term} ({wording.short})" if wording.short else wording.term


def _json(values: Iterable[Term | Line]) -> str:
    import msgspec  # noqa: PLC0415 - only this format needs it

    return msgspec.json.format(msgspec.json.encode(list(values)), indent=1).decode() + "\n"
