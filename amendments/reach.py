"""All the texts that an operation on words reaches: of a side, an element, a whole document."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from amendments.places import Place
from amendments.sides import with_words
from amendments.trees import OWN, exchanged, node_at, reworded, with_attachment, with_body
from model import Act, Operation, Target

Change = Callable[[str], str]


def texts_at(act: Act, place: Place, operation: Operation) -> Iterator[str]:
    """Every text at the place, in its order."""
    found: list[str] = []

    def seen(text: str) -> str:
        found.append(text)
        return text

    with_texts(act, place, operation, seen)
    yield from found


def with_texts(act: Act, place: Place, operation: Operation, change: Change) -> Act:
    """The act with ``change`` applied to every text at the place."""
    if place.facet is not None:
        return with_words(act, place, change)
    if place.path:
        new = reworded(node_at(act, place.document, place.path), change)
        return exchanged(act, place.document, place.path, (new,))
    return _throughout(act, place, operation, change)


def _throughout(act: Act, place: Place, operation: Operation, change: Change) -> Act:
    """A document as a whole: its appendices are part of it (law "On legal acts", article 28)."""
    if not operation.throughout:
        return _document_reworded(act, place.document, change)
    if place.document == OWN:
        return everywhere(act, change)
    whole = act.attachments[place.document].kind == "methodology"
    end = len(act.attachments) if whole else place.document + 1
    for document in range(place.document, end):
        act = _document_reworded(act, document, change)
    return act


def everywhere(act: Act, change: Change) -> Act:
    """The act with ``change`` applied to all its words."""
    for document in range(OWN, len(act.attachments)):
        act = _document_reworded(act, document, change)
    return act


def _document_reworded(act: Act, document: int, change: Change) -> Act:
    if document == OWN:
        act = with_body(act, OWN, tuple(reworded(node, change) for node in act.body))
        if act.title:
            act = replace(act, title=change(act.title))
        if act.preamble:
            place = Place(OWN, (), Target(element="preamble"), "preamble")
            act = with_words(act, place, change)
        return act
    old = act.attachments[document]
    new = replace(
        old,
        title=change(old.title) if old.title else old.title,
        header=change(old.header) if old.header else old.header,
        body=tuple(reworded(node, change) for node in old.body),
    )
    return with_attachment(act, document, new)
