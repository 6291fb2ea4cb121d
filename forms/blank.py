"""Blank forms as attachments of an act: header, title, paragraphs, tables, signatures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from forms.definitions import (
    CURRENT,
    Block,
    FormDefinition,
    Legend,
    Line,
    Remark,
    Signatures,
    Table,
    of_edition,
    scale_of,
)
from forms.grid import table_rows
from forms.words import Words, wording
from model import Agency, Attachment, Both, Cell, Lang, Node, Row


def blank(form: FormDefinition, lang: Lang, agency: Agency | None = None) -> Attachment:
    """The form to be filled in by hand, in one language.

    Without an agency the header names the methodology alone and roles are said in general.

    Raises:
        UnknownSlotError: the form names a slot that has no words.
        CannotInflectError: a name of the agency cannot be inflected.
    """
    return _printed(form, Words(lang, agency, scale_of(form)), None)


def marked(
    form: FormDefinition, lang: Lang, agency: Agency | None = None, rows: int | None = None
) -> Attachment:
    """The form with its places marked, to be settled by ``forms.places``.

    ``rows`` is how many rows its tables get in the place of those to be filled in.

    Raises:
        UnknownSlotError, CannotInflectError: as ``blank``.
    """
    return _printed(form, Words(lang, agency, scale_of(form), marked=True), rows)


def _printed(form: FormDefinition, words: Words, rows: int | None) -> Attachment:
    nodes = (node for block in form.blocks for node in _nodes(block, words, rows))
    return Attachment(
        kind=form.kind,
        number=form.number,
        title=words.say(form.title),
        header=_header(form, words),
        body=_under_their_words(nodes),
    )


def appendices(
    lang: Lang, agency: Agency | None = None, edition: str = CURRENT
) -> tuple[Attachment, ...]:
    """The blank forms of one edition in the order of their numbers."""
    return tuple(blank(form, lang, agency) for form in of_edition(edition))


def _header(form: FormDefinition, words: Words) -> str:
    shared = wording()
    to = shared.header if words.agency is None else shared.header_of_agency
    lines = [words.say(to, {"number": form.number}), words.say(shared.form)]
    return "\n".join(lines + [words.say(line) for line in form.stamp])


def _nodes(block: Block, words: Words, rows: int | None) -> Iterator[Node]:
    match block:
        case Line() | Remark():
            yield Node("part", text=words.say(block.text))
        case Legend():
            yield from _legend(words)
        case Table():
            yield Node("table", rows=table_rows(block, words, rows))
        case Signatures():
            yield Node("table", rows=(_signatures(block, words),))


def _legend(words: Words) -> Iterator[Node]:
    answers = words.scale.answers if words.scale else ()
    for answer in answers:
        ending = "." if answer is answers[-1] else ";"
        yield Node("item", text=answer.text.of(words.lang) + ending)


def _under_their_words(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """The entries of a list under the paragraph that opens it."""
    placed: list[Node] = []
    for node in nodes:
        if node.kind == "item" and placed and placed[-1].kind == "part":
            placed[-1] = replace(placed[-1], children=(*placed[-1].children, node))
        else:
            placed.append(node)
    return tuple(placed)


def _signatures(block: Signatures, words: Words) -> Row:
    return (_signature(block.left, words), _signature(block.right, words))


def _signature(lines: tuple[Both, ...], words: Words) -> Cell:
    return Cell("\n".join(words.say(line) for line in lines))
