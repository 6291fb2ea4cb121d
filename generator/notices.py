"""Notices to those who are evaluated: what, by when, by which clause; in either language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from forms.record import Record
from forms.words import Words
from generator.filled import Voice, render_attachments
from generator.schedule import Plan, schedule_words
from lexicon.dates import write_date
from model import Attachment, Lang, Node
from model.act import Value

Method = Literal["indicators", "ranking"]


class Occasion(Value, frozen=True):
    """Of which evaluation people are notified."""

    quarter: int
    method: Method


def notices(plan: Plan, people: Iterable[Record], occasion: Occasion, lang: Lang) -> bytes:
    """The notices as one DOCX, a person a sheet.

    The days are those of the schedule, so that a notice and the schedule cannot differ.
    """
    words = Words(lang, plan.agency)
    made = (_notice(plan, one, occasion, words) for one in people)
    return render_attachments(made, Voice(lang, plan.agency))


def _notice(plan: Plan, one: Record, occasion: Occasion, words: Words) -> Attachment:
    own = schedule_words().notice
    person = one.values.get("person-post") or one.values.get("person")
    name = (person.of(words.lang) or person.kk or person.ru) if person else one.code
    return Attachment(
        kind="form",
        title=words.say(own["title"]),
        header=words.say(own["to"], {"person": name}),
        body=tuple(Node("part", text=line) for line in _lines(plan, occasion, words)),
    )


def _lines(plan: Plan, occasion: Occasion, words: Words) -> Iterator[str]:
    own = schedule_words().notice
    days = {due.id: due.day for due in plan.dues if due.period.quarter == occasion.quarter}
    named = {
        "clause": plan.clause(f"{occasion.method}-notice"),
        "year": str(plan.year),
        "quarter": str(occasion.quarter),
    }
    yield words.say(own[occasion.method], named)
    yield words.say(own["end"], _said(days["evaluation"], words.lang))
    yield words.say(own["results"], _said(days["acquaintance"], words.lang))
    later = occasion.method == "indicators" and plan.settings.get("absence_rule") == "after_return"
    yield words.say(own["absent-later" if later else "absent"])
    yield words.say(own["signed"])
    yield words.say(own["seen"])


def _said(day: date, lang: Lang) -> dict[str, str]:
    """The day in the case that "not later than" asks for."""
    form = "ablative" if lang == "kk" else "genitive"
    text = write_date(day.isoformat(), lang, form)
    return {"from_day": text, "of_day": text}
