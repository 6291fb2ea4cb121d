"""The commission's own form of minutes, filled from a meeting: whom it saw, what it decided."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import count

from msgspec.structs import replace

from forms.blank import marked
from forms.definitions import Block, FormDefinition, Line, of_edition
from forms.fields import same, words
from forms.findings import figure
from forms.meeting import EDITIONS, Decided, Meeting, Minutes
from forms.places import Place, empty, settled
from forms.words import Words
from lexicon.template import render_template
from model import Agency, Attachment, Both, Lang

_MEMBER = "{blank member}"  # the line that is printed once for every member


def form_of(meeting: Meeting) -> FormDefinition | None:
    """The form in which such a meeting is recorded; ``None`` where the edition has none."""
    forms = of_edition(EDITIONS[meeting.kind])
    return next((form for form in forms if form.method == "meeting"), None)


def protocol(
    form: FormDefinition, done: Minutes, lang: Lang, agency: Agency | None = None
) -> Attachment:
    """The form with what was decided; what the data do not say is printed blank.

    Every member who was there has a line to sign on. Nothing is written beside signatures.

    Raises:
        UnknownSlotError, CannotInflectError: as for a blank form.
    """
    members = done.meeting.part("member")
    names = [one.name for one in members if one.present]
    own = replace(form, blocks=tuple(_signed_by_all(form, len(names))))
    values = _values(done) | {"body": Both(_body(agency, "kk"), _body(agency, "ru"))}
    turn = count()

    def said(place: Place) -> str:
        if place.key == "member":
            return _text(names[next(turn)], lang) if names else empty(place)
        value = values.get(place.name)
        return empty(place) if value is None else value.of(lang) or empty(place)

    return settled(marked(own, lang, agency, len(done.decided)), said)


def _signed_by_all(form: FormDefinition, members: int) -> Iterator[Block]:
    """The blocks, the member's line with the words under it as often as there are members."""
    blocks = iter(form.blocks)
    for block in blocks:
        if isinstance(block, Line) and _MEMBER in block.text.kk:
            yield from (block, *(next(blocks),)) * max(members, 1)
        else:
            yield block


def _body(agency: Agency | None, lang: Lang) -> str:
    return "" if agency is None else Words(lang, agency).say(same("{institution}"))


def _text(text: Both | str, lang: Lang) -> str:
    return text if isinstance(text, str) else text.of(lang)


def _both(text: Both | str) -> Both:
    return same(text) if isinstance(text, str) else text


def _values(done: Minutes) -> dict[str, Both]:
    meeting = done.meeting
    found: dict[str, Both] = {
        "period": _both(meeting.period),
        "approver": _both(meeting.approver),
        "conclusion": _both(meeting.conclusion),
    }
    leading = (*meeting.part("chair"), *meeting.part("secretary"))
    found.update({one.part: _both(one.name) for one in leading})
    rows = enumerate((_row(one, meeting) for one in done.decided), 1)
    return found | {f"{key}/{turn}": said for turn, row in rows for key, said in row.items()}


def _row(one: Decided, meeting: Meeting) -> dict[str, Both]:
    item = one.item
    corrected = one.carried and item.corrected is not None
    return {
        "employee": _both(item.person),
        "result": _result(Decimal(item.score.replace(",", ".")), meeting),
        "correction": _result(one.score, meeting) if corrected else same("–"),
        "recommendation": _both(item.recommendation),
    }


def _result(score: Decimal, meeting: Meeting) -> Both:
    result = meeting.rules.result(score).result

    def of(lang: Lang) -> str:
        told = {"score": figure(score), "result": result.of(lang)}
        return render_template(words("scored").of(lang), lambda slot: told[slot.name])

    return Both(of("kk"), of("ru"))
