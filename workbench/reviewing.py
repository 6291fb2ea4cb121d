"""What ``adisteme review`` prints: the findings, and how far two texts correspond."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from msgspec import UNSET, UnsetType

from model import Act, Lang, Span, Target
from model.act import Value
from review import Finding, Side, address, cited, review
from review import correspondence as corresponding
from review.catalogue import terms
from workbench.messages import Word, say, spoken
from workbench.models import Model

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
    ``act`` and ``model`` are its places in an act and its model, and there for such a rule alone.
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
    act: Place | UnsetType | None = UNSET
    model: Place | UnsetType | None = UNSET


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


def reported(
    named: list[tuple[str, Act]], switches: dict[str, bool], model: Model | None = None
) -> Report:
    """The findings on the first text and on the pair, then those on the second text.

    With a model act each text is compared with the model's text in its language.

    Raises:
        AlignmentError: both texts are in one language.
        UnknownRuleError: ``switches`` names a rule that does not exist.
    """
    (name, first), *others = named
    counterpart = others[0][1] if others else None
    beside = model.of if model else _no_model
    found = [
        (name, first, one)
        for one in review(first, counterpart, model=beside(first), switches=switches, ui=spoken())
    ]
    for other, act in others:
        own = review(act, model=beside(act), switches=switches, ui=spoken())
        found += [(other, act, one) for one in own]
    lines = tuple(_line(source, act, one) for source, act, one in found)
    return Report(lines, _compared(first, counterpart) if counterpart else None)


def _no_model(_act: Act) -> None:
    return None


def _line(name: str, act: Act, found: Finding) -> Line:
    sides, beside = found.sides, found.beside
    about = sides or beside
    return Line(
        source=name,
        rule=found.rule,
        severity=found.severity,
        article=found.article,
        address=address(found.target, act.lang),
        message=found.message,
        cited=cited(found.article, spoken(), found.law),
        target=found.target,
        span=found.span,
        about=about.about if about else (),
        kk=_place(sides.kk, "kk") if sides else None,
        ru=_place(sides.ru, "ru") if sides else None,
        act=_place(beside.act, act.lang) if beside else UNSET,
        model=_place(beside.model, act.lang) if beside else UNSET,
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
    sides = _sides(one)
    if any(side for _, side in sides):
        where = _beside(*(side for _, side in sides))
        said = [f'{text}: "{side.words}"' for text, side in sides if side and side.words]
        words = "".join(f" | {words}" for words in said)
    return f"{one.source}: {where}: {one.message}{words} ({one.cited}) [{one.rule}]"


def _sides(one: Line) -> list[tuple[str, Place | None]]:
    """Both places of a finding, each with what its text is called."""
    if isinstance(one.act, UnsetType) or isinstance(one.model, UnsetType):
        return [("kk", one.kk), ("ru", one.ru)]
    return list(zip(terms(("act", "model"), spoken()), (one.act, one.model), strict=True))


def _beside(one: Place | None, other: Place | None) -> str:
    return f"{one.address if one else NONE} / {other.address if other else NONE}"


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
