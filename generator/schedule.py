"""The schedule of an evaluation as a document to be approved, and as a calendar to subscribe to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

import msgspec

from forms.schedule import Due, events, schedule
from forms.words import Words
from forms.workdays import Workdays
from generator.clauses import clause_numbers, settings_of
from generator.filled import Voice, render_attachments
from lexicon.data import load
from lexicon.dates import write_date
from model import Agency, Attachment, Both, Cell, Lang, Node, Row
from model.act import Value

_FOLD = 73  # octets of a line of a calendar, two less than RFC 5545 allows, for the mark of folding
_ESCAPED = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}


class ScheduleWords(Value, frozen=True):
    """``schedule.yaml``."""

    stamp: tuple[Both, ...]
    title: Both
    heads: dict[str, Both]
    quarter: Both
    year: Both
    person: Both
    evaluator: Both
    named: Both
    at_latest: Both
    events: Both
    days_off: Both
    as_of: Both
    estimated: Both
    calendar: Both
    described: Both
    notice: dict[str, Both]


@lru_cache(maxsize=1)
def schedule_words() -> ScheduleWords:
    """The words of schedules and notices."""
    return load(Path(__file__).with_name("schedule.yaml"), ScheduleWords)


class Plan(msgspec.Struct, frozen=True):
    """The schedule of one year for one agency, with what it rests on."""

    agency: Agency
    year: int
    dues: tuple[Due, ...]
    clauses: Mapping[str, str]
    workdays: Workdays
    settings: Mapping[str, str | int | bool]

    def clause(self, name: str) -> str:
        """The number of a clause in the agency's own methodology."""
        return self.clauses.get(name, "–")


def plan_of(agency: Agency, year: int, workdays: Workdays) -> Plan:
    """The schedule of the evaluation of a year.

    Raises:
        UnknownOptionError, OptionValueError: the profile chooses what is not on offer.
    """
    settings = settings_of(agency)
    dues = schedule(year, settings, workdays)
    return Plan(agency, year, dues, clause_numbers(agency), workdays, settings)


def schedule_document(plan: Plan, lang: Lang) -> bytes:
    """The schedule as DOCX, with the block for approval."""
    return render_attachments([_attachment(plan, lang)], Voice(lang, plan.agency))


def _attachment(plan: Plan, lang: Lang) -> Attachment:
    own, words = schedule_words(), Words(lang, plan.agency)
    body = [
        Node("table", rows=tuple(_rows(plan, words))),
        Node("part", text=words.say(own.events)),
        Node("table", rows=tuple(_events(plan, words))),
        *(Node("part", text=line) for line in _remarks(plan, words)),
    ]
    return Attachment(
        kind="form",
        title=words.say(own.title, {"year": str(plan.year)}),
        header="\n".join(words.say(line) for line in own.stamp),
        body=tuple(body),
    )


def _heads(names: tuple[str, ...], words: Words) -> Row:
    return tuple(Cell(words.say(schedule_words().heads[name])) for name in names)


def _rows(plan: Plan, words: Words) -> Iterator[Row]:
    yield _heads(("number", "period", "text", "who", "day", "clause"), words)
    for turn, due in enumerate(plan.dues, 1):
        told = (f"{turn}.", period(due, words), words.say(due.text), who(due, words))
        yield tuple(map(Cell, (*told, _day(due, words), plan.clause(due.clause))))


def period(due: Due, words: Words) -> str:
    """The period in words: "2026 жылғы 1-тоқсан"."""
    own = schedule_words()
    named = {"year": str(due.period.year), "quarter": str(due.period.quarter)}
    return words.say(own.year if due.period.quarter is None else own.quarter, named)


def who(due: Due, words: Words) -> str:
    """Who has to do it, by the agency's own name of the role."""
    own = schedule_words()
    if due.who in {None, "evaluator"}:
        return words.say(own.person if due.who is None else own.evaluator)
    return words.say(Both(f"{{role.{due.who}}}", f"{{role.{due.who}}}"))


def _day(due: Due, words: Words) -> str:
    own, lines = schedule_words(), [_numeric(due.day, words.lang)]
    if due.named is not None:
        lines.append(words.say(own.named, {"day": _numeric(due.named, words.lang)}))
    if due.at_latest:
        lines.append(words.say(own.at_latest))
    return "\n".join(lines)


def _numeric(day: date, lang: Lang) -> str:
    return write_date(day.isoformat(), lang, "numeric")


def _events(plan: Plan, words: Words) -> Iterator[Row]:
    yield _heads(("number", "text", "term", "clause"), words)
    for turn, one in enumerate(events(plan.settings), 1):
        told = (f"{turn}.", words.say(one.text), str(one.working), plan.clause(one.clause))
        yield tuple(map(Cell, told))


def _remarks(plan: Plan, words: Words) -> Iterator[str]:
    """On which calendar the days rest; a holy day whose date is not certain yet is named."""
    own = schedule_words()
    yield words.say(own.days_off)
    if plan.workdays.as_of is not None:
        yield words.say(own.as_of, {"day": _numeric(plan.workdays.as_of, words.lang)})
    for year in sorted({due.day.year for due in plan.dues}):
        for day in plan.workdays.estimated(year):
            yield words.say(own.estimated, {"day": _numeric(day, words.lang)})


def calendar(plan: Plan, lang: Lang) -> bytes:
    """The schedule as iCalendar (RFC 5545), a whole-day event per deadline."""
    words = Words(lang, plan.agency)
    name = words.say(schedule_words().calendar, {"year": str(plan.year)})
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//adisteme//schedule//EN",
        f"X-WR-CALNAME:{_escaped(name)}",
    ]
    for due in plan.dues:
        lines += _event(due, plan, words)
    return "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR")).encode()


def _event(due: Due, plan: Plan, words: Words) -> list[str]:
    turn = due.period.quarter or 0
    told = {"who": who(due, words), "clause": plan.clause(due.clause)}
    return [
        "BEGIN:VEVENT",
        f"UID:{due.id}-{due.period.year}-{turn}@{plan.agency.id}",
        f"DTSTAMP:{plan.year}0101T000000Z",  # equal schedules give equal bytes
        f"DTSTART;VALUE=DATE:{due.day:%Y%m%d}",
        f"SUMMARY:{_escaped(f'{words.say(due.text)} ({period(due, words)})')}",
        f"DESCRIPTION:{_escaped(words.say(schedule_words().described, told))}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    return "".join(_ESCAPED.get(letter, letter) for letter in text)


def _folded(line: str) -> str:
    """The line in pieces of so many octets, no letter parted."""
    pieces, size = [""], 0
    for letter in line:
        wide = len(letter.encode())
        if size + wide > _FOLD:
            pieces.append("")
            size = 0
        pieces[-1] += letter
        size += wide
    return "\r\n ".join(pieces)
