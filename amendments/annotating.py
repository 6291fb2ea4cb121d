"""Notes put on the elements that one amending act has changed, one note an element."""

from __future__ import annotations

from msgspec.structs import replace

from amendments.changing import Done, Order
from amendments.notes import Told, note_of, with_note
from amendments.outcomes import AmendingAct
from amendments.places import address_at, document_target
from lexicon.folding import key
from model import Act, Note, Target

_OF_TEXT = frozenset({"title", "preamble"})  # they have no element around them


class Annotator:
    """Writes the notes of one amending act, and remembers them: several changes are one note."""

    def __init__(self, by: AmendingAct) -> None:
        self._by = by
        self._noted: dict[Target, tuple[str, Note]] = {}

    def is_mine(self, note: Note) -> bool:
        """Whether a note names this amending act, by its date and its number."""
        if note.date is None or note.number is None or self._by.number is None:
            return False
        return note.date == self._by.date and key(note.number) == key(self._by.number)

    def annotated(self, order: Order, done: Done) -> Act:
        """The act with the note of the change."""
        told = _told(order, done)
        where = replace(told.element, attachment=told.document.attachment)
        kind, earlier = self._noted.get(where, ("", None))
        if done.kind == "changed" and earlier is not None:
            if kind != "changed":
                return done.act  # a note of a new redaction by the same act says all
            told = replace(told, often=True)
        note = note_of(told, self._by, order.lang)
        if done.kind in {"redaction", "added", "changed", "renumbered"}:
            self._noted[where] = (done.kind, note)
        instead = earlier if kind == "changed" else None
        return with_note(done.act, done.host.document, done.host.path, note, instead)


def _told(order: Order, done: Done) -> Told:
    """What the note tells, and of which element: of a clause, whatever in it was changed."""
    of_host = done.kind in {"changed", "throughout"} and done.place.element not in _OF_TEXT
    place = _host(done) if of_host else done.place
    document = document_target(done.act, done.host.document)
    if done.kind == "added" and place.appendix is not None:
        document = Target(attachment=place.attachment)
    return Told(
        kind=done.kind,
        element=_inside(place),
        document=document,
        old=_inside(done.old) if done.old else None,
        words=(order.operation.old or "", order.operation.new or ""),
    )


def _host(done: Done) -> Target:
    return address_at(done.act, done.host.document, done.host.path)


def _inside(place: Target) -> Target:
    """The address as a note says it: in its own text; an appendix by its number alone."""
    units = _units(place)
    return replace(place, attachment=None, appendix=None if units else place.appendix)


def _units(place: Target) -> list[str]:
    """The units that the address names inside its document."""
    outside = {"attachment", "appendix"}
    return [
        name for name in place.__struct_fields__ if name not in outside and getattr(place, name)
    ]
