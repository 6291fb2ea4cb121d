"""``adisteme review``: what the drafting law finds wrong with an act."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from model import Act, Span, Target
from model.act import Value
from workbench.messages import Word, say, spoken
from workbench.reading import STANDARD, read_act, read_acts, refuse_repeated_standard_input
from workbench.report import DONE, FINDINGS
from workbench.spoken import Command, OneOf, option
from workbench.writing import write_output

if TYPE_CHECKING:
    from review import Finding

NOTHING = Word("No findings.")


class Line(Value, frozen=True):
    """One finding as it is printed."""

    source: str
    rule: str
    severity: str
    article: str
    address: str
    message: str
    cited: str
    target: Target
    span: Span


@click.command("review", cls=Command)
@click.argument("act", metavar="ACT")
@click.argument("counterpart", required=False, metavar="[COUNTERPART]")
@option("--format", "form", type=OneOf("text", "json"), default="text", help="Default: text.")
@option("--without", metavar="RULE,RULE", help="Rules to leave out, by their names.")
def review(act: str, counterpart: str | None, form: str, without: str | None) -> int:
    """Check an act against the drafting law, a line per finding with its article.

    With its COUNTERPART, the text in the other language, both texts are checked and so is
    whether they say the same; a file with both texts is its own counterpart. A source is
    whatever "adisteme parse" reads; - is standard input. Exit code 1: there are findings.

    adisteme review decision.kk.txt decision.ru.txt
    """
    named = _named_acts(act, counterpart)
    lines = _lines(named, dict.fromkeys(_split(without), False))
    write_output(_PRINTERS[form](lines).encode(), STANDARD)
    return FINDINGS if lines else DONE


def _named_acts(act: str, counterpart: str | None) -> list[tuple[str, Act]]:
    """The text with its counterpart: that of the second file, or both texts of one file."""
    if counterpart is None:
        return [(act, one) for one in read_acts(act, spoken())]
    names = [act, counterpart]
    refuse_repeated_standard_input(names)
    return [(name, read_act(name, spoken())) for name in names]


def _split(listed: str | None) -> list[str]:
    return [name for part in (listed or "").split(",") if (name := part.strip())]


def _lines(named: list[tuple[str, Act]], switches: dict[str, bool]) -> list[Line]:
    """The findings on the first text and on the pair, then those on the second text."""
    from review import review as reviewed  # noqa: PLC0415 - the rules are read when needed

    first, *others = (act for _, act in named)
    counterpart = others[0] if others else None
    found = [reviewed(first, counterpart, switches=switches, ui=spoken())]
    found += [reviewed(other, switches=switches, ui=spoken()) for other in others]
    return [
        _line(name, act, finding)
        for (name, act), findings in zip(named, found, strict=True)
        for finding in findings
    ]


def _line(name: str, act: Act, found: Finding) -> Line:
    from review import address, cited  # noqa: PLC0415 - see above

    return Line(
        source=name,
        rule=found.rule,
        severity=found.severity,
        article=found.article,
        address=address(found.target, act.lang),
        message=found.message,
        cited=cited(found.article, spoken()),
        target=found.target,
        span=found.span,
    )


def _text(lines: Iterable[Line]) -> str:
    return "".join(map(_printed, lines)) or f"{say(NOTHING)}\n"


def _printed(one: Line) -> str:
    return f"{one.source}: {one.address}: {one.message} ({one.cited}) [{one.rule}]\n"


def _json(lines: Iterable[Line]) -> str:
    import msgspec  # noqa: PLC0415 - only this format needs it

    return msgspec.json.format(msgspec.json.encode(list(lines)), indent=1).decode() + "\n"


_PRINTERS = {"text": _text, "json": _json}
