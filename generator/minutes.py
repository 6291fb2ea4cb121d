"""The minutes of a calibration session or of the commission, in either language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from forms.meeting import Decided, Meeting, Member, Minutes
from forms.words import Words
from generator.filled import Voice, render_attachments
from lexicon.data import load
from lexicon.dates import write_date
from model import Agency, Attachment, Both, Cell, Lang, Node, Row
from model.act import Value

_HEADS = ("number", "employee", "score", "correction", "votes", "final", "result")


class _Words(Value, frozen=True):
    title: dict[str, Both]
    number: Both
    dated: Both
    body: Both
    period: Both
    took_part: Both
    absent: Both
    quorum: Both
    no_quorum: Both
    parts: dict[str, Both]
    heads: dict[str, Both]
    heard: Both
    grounds: Both
    recommendation: Both
    decision: dict[str, Both]
    casting: Both
    appeal: dict[str, Both]
    signature: Both


@lru_cache(maxsize=1)
def _words() -> _Words:
    return load(Path(__file__).with_name("minutes.yaml"), _Words)


def render_minutes(done: Minutes, agency: Agency, lang: Lang) -> bytes:
    """The minutes as DOCX: who was there, what was heard and decided, a table, signatures."""
    return render_attachments([minutes_text(done, agency, lang)], Voice(lang, agency))


def minutes_text(done: Minutes, agency: Agency, lang: Lang) -> Attachment:
    """The minutes as text and table."""
    own, words, meeting = _words(), Words(lang, agency), done.meeting
    lines = [*_opening(done, words), *_items(done, words)]
    body = [Node("part", text=line) for line in lines]
    body.append(Node("table", rows=(_head(words), *_rows(done, words))))
    body += [Node("part", text=line) for line in _closing(meeting, words)]
    title = words.say(own.title[meeting.kind])
    if meeting.number:
        title = f"{title} {words.say(own.number, {'number': meeting.number})}"
    return Attachment(kind="form", title=title, header=None, body=tuple(body))


def _opening(done: Minutes, words: Words) -> Iterator[str]:
    own, meeting = _words(), done.meeting
    yield words.say(own.body)
    day = words.say(own.dated, {"day": write_date(meeting.date, words.lang)})
    yield ", ".join(filter(None, (_of(meeting.place, words), day)))
    yield words.say(own.period, {"period": _of(meeting.period, words)})
    for heading, members in (
        (own.took_part, [one for one in meeting.members if one.present]),
        (own.absent, [one for one in meeting.members if not one.present]),
    ):
        if members:
            yield words.say(heading)
            yield from (_member(one, words) for one in members)
    if meeting.rules.vote.quorum is not None:
        lacking = any(one.code == "no-quorum" for one in done.findings)
        told = {"total": str(done.total), "present": str(done.present)}
        yield words.say(own.no_quorum if lacking else own.quorum, told)


def _of(text: Both | str, words: Words) -> str:
    return text if isinstance(text, str) else text.of(words.lang)


def _member(one: Member, words: Words) -> str:
    part = words.say(_words().parts[one.part])
    return f"{_of(one.name, words)} – {_of(one.post, words)} ({part})"


def _items(done: Minutes, words: Words) -> Iterator[str]:
    own = _words()
    for turn, one in enumerate(done.decided, 1):
        named = {"turn": str(turn), "person": _of(one.item.person, words)}
        yield words.say(own.heard, named)
        if one.item.grounds:
            yield words.say(own.grounds, {"grounds": _of(one.item.grounds, words)})
        if one.casting:
            yield words.say(own.casting)
        yield words.say(own.decision[_outcome(one)], _told(one, words))
        if one.item.recommendation:
            named = {"recommendation": _of(one.item.recommendation, words)}
            yield words.say(own.recommendation, named)


def _outcome(one: Decided) -> str:
    if one.carried is None:
        return "none"
    return "corrected" if one.carried and one.item.corrected is not None else "kept"


def _told(one: Decided, words: Words) -> dict[str, str]:
    return {"score": _figure(f"{one.score:f}"), "result": one.result.result.of(words.lang)}


def _figure(text: str) -> str:
    return text.replace(".", ",")


def _head(words: Words) -> Row:
    return tuple(Cell(words.say(_words().heads[name])) for name in _HEADS)


def _rows(done: Minutes, words: Words) -> Iterator[Row]:
    for turn, one in enumerate(done.decided, 1):
        item, told = one.item, _told(one, words)
        employee = ", ".join(filter(None, (_of(item.person, words), _of(item.post, words))))
        votes = " / ".join(str(one.counts[ballot]) for ballot in ("for", "against", "abstained"))
        correction = _figure(item.corrected or "–")
        cells = (f"{turn}.", employee, _figure(item.score), correction, votes)
        last = (told["score"], told["result"])
        yield tuple(map(Cell, (*cells, *last)))


def _closing(meeting: Meeting, words: Words) -> Iterator[str]:
    yield words.say(_words().appeal[meeting.kind])
    yield from (_signature(one, words) for one in _signing(meeting))


def _signing(meeting: Meeting) -> Iterable[Member]:
    """The chair first, then the members, then the secretary; only those who were there sign."""
    ordered = (*meeting.part("chair"), *meeting.part("member"), *meeting.part("secretary"))
    return (one for one in ordered if one.present)


def _signature(one: Member, words: Words) -> str:
    part = words.say(_words().parts[one.part])
    named = {"part": part[:1].upper() + part[1:], "name": _of(one.name, words)}
    return words.say(_words().signature, named)
