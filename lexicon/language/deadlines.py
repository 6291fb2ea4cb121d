"""Deadlines: how much of what, working or calendar days, and from which event."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.language import Language
from spacy.tokens import Doc

from lexicon.language.deadline_reader import Deadline, read_deadlines
from lexicon.language.spans import Found, Value, declare, mark
from model import Lang


class Deadlines:
    """Marks ``doc.spans["deadlines"]`` (``span._.deadline``): the fields of ``Deadline``.

    ``date`` is there for a day of the calendar alone.
    """

    def __init__(self, nlp: Language, lang: Lang) -> None:  # noqa: ARG002 - one shape for all
        declare("deadline")
        self._lang = lang

    def __call__(self, doc: Doc) -> Doc:
        """The document with its deadlines."""
        return mark(doc, "deadlines", "deadline", self._found(doc))

    def _found(self, doc: Doc) -> Iterator[Found]:
        for one in read_deadlines(doc.text, self._lang):
            yield Found(one.start, one.end, _value(one))


def _value(deadline: Deadline) -> Value:
    value = msgspec.structs.asdict(deadline)
    del value["start"], value["end"]
    if deadline.date is None:
        del value["date"]
    return value
