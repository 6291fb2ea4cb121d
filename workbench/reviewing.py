"""What ``adisteme review`` prints: the findings, and how far two texts correspond."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from model import Act, Lang, Span, Target
from model.act import Value
from review import Finding, Side, address, cited, review
from review import correspondence as corresponding
from workbench.messages import Word, say, spoken

NOTHING = Word("No findings.")
WHOLE = Word(
    "Correspondence of the two texts: %(score)s of 1; clauses that differ: %(differ)s of %(all)s."
)
NONE = "–"


class Place(Value, frozen=True):
    """The place of a finding in one of two texts, with the words that stand there."""

    address: str
    target: Target
    words: str


class Line(Value, frozen=True):
    """One finding; ``kk`` and ``ru`` are its places in both texts, where a rule compares them.

    ``about`` says what kind of difference it is: figure, date, reference, deadline, percent.
    """

    source: str
    rule: str
    severity: str
    article: str
    address: str
    message: str
    cited: str
    target: Target
    span: Span
    about: tuple[str, ...] = ()
    kk: Place | None = None
    ru: Place | None = None


class Clause(Value, frozen=True):
    """How far the two texts of a clause correspond; a side is ``None`` where it has none."""

    score: float
    kk: Place | None
    ru: Place | None


class Compared(Value, frozen=True):
    """How far two texts correspond: the whole, and each clause in the Kazakh order."""

    score: float
    clauses: tuple[Clause, ...]


class Report(Value, frozen=True):
    """Findings of both texts; ``correspondence`` is ``None`` where there is one text."""

    findings: tuple[Line, ...]
    correspondence: Compared | None = None


def reported(named: list[tuple[str, Act]], switches: dict[str, bool]) -> Report:
    """The findings on the first text and on the pair, then those on the second text.

    Raises:
        AlignmentError: both texts are in one language.
        UnknownRuleError: ``switches`` names a rule that does not exist.
    """
    (name, first), *others = named
    counterpart = others[0][1] if others else None
    found = [(name, first, one) for one in _reviewed(first, counterpart, switches)]
    for other, act in others:
        found += [(other, act, one) for one in _reviewed(act, None, switches)]
    lines = tuple(_line(source, act, one) for source, act, one in found)
    return Report(lines, _compared(first, counterpart) if counterpart else None)


def _reviewed(act: Act, other: Act | None, switches: dict[str, bool]) -> tuple[Finding, ...]:
    return review(act, other, switches=switches, ui=spoken())


def _line(name: str, act: Act, found: Finding) -> Line:
    sides = found.sides
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
        about=sides.about if sides else (),
        kk=_place(sides.kk, "kk") if sides else None,
        ru=_place(sides.ru, "ru") if sides else None,
    )


def _place(side: Side | None, lang: Lang) -> Place | None:
    return Place(address(side.target, lang), side.target, side.words) if side else None


def _compared(act: Act, counterpart: Act) -> Compared:
    found = corresponding(act, counterpart)
    clauses = (
        Clause(one.score, _clause(one.kk, "kk"), _clause(one.ru, "ru")) for one in found.clauses
    )
    return Compared(found.score, tuple(clauses))


def _clause(target: Target | None, lang: Lang) -> Place | None:
    return Place(address(target, lang), target, "") if target else None


def as_text(report: Report) -> str:
    """A line per finding, then how far the texts correspond and which clauses do not."""
    lines = [_printed(one) for one in report.findings] or [say(NOTHING)]
    if report.correspondence:
        lines += _scores(report.correspondence)
    return "\n".join(lines) + "\n"


def _printed(one: Line) -> str:
    where, words = one.address, ""
    if one.kk or one.ru:
        where = _beside(one.kk, one.ru)
        said = [f'{lang}: "{side.words}"' for lang, side in (("kk", one.kk), ("ru", one.ru))
                if side and side.words]  # fmt: skip
        words = "".join(f" | {words}" for words in said)
    return f"{one.source}: {where}: {one.message}{words} ({one.cited}) [{one.rule}]"


def _beside(kk: Place | None, ru: Place | None) -> str:
    return f"{kk.address if kk else NONE} / {ru.address if ru else NONE}"


def _scores(compared: Compared) -> Iterator[str]:
    unlike = [one for one in compared.clauses if one.score < 1]
    score = floor(compared.score * 100) / 100  # 0.998 is not 1.00
    fields = {"score": f"{score:.2f}", "differ": len(unlike)}
    yield say(WHOLE, **fields, all=len(compared.clauses))
    for one in unlike:
        places = _beside(one.kk, one.ru)
        yield f"  {one.score:.2f}  {places}"


def as_json(report: Report) -> str:
    """The report as JSON; its keys are those of ``Report``."""
    import msgspec  # noqa: PLC0415 - only this format needs it

    return msgspec.json.format(msgspec.json.encode(report), indent=1).decode() + "\n"
