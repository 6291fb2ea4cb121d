"""What the rules look at: one text, its documents, and its counterpart where there is one."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from lexicon.references import mentions
from model import NOWHERE, Act, Attachment, Lang, Node, Note, Span, Target
from model.act import Value
from model.bilingual import BilingualAct
from model.tree import attachment_target, walk
from review.comparison import Comparison, compared
from review.conformity import Conformity, conformity

Element = tuple[Target, Node]


class Passage(Value, frozen=True):
    """A run of words with its address."""

    target: Target
    text: str
    span: Span = NOWHERE


class Document(Value, frozen=True):
    """The act's own text, or one of its attachments: what is numbered and worded as a whole.

    ``attachment`` is ``None`` for the act's own text. Forms, with their fields and lines to sign
    on, are documents too, but nothing in them is numbered as a clause.
    """

    target: Target
    attachment: Attachment | None
    body: tuple[Node, ...]
    elements: tuple[Element, ...]
    notes: tuple[Note, ...]

    def of_kind(self, *kinds: str) -> list[Element]:
        """The elements of these kinds, in the order of the text."""
        return [element for element in self.elements if element[1].kind in kinds]

    def numbers_in_notes(self, kind: str, lang: Lang) -> frozenset[str]:
        """Numbers of elements that notes name: one that was taken out may be missing."""
        texts = [note.text for _, node in self.elements for note in node.notes]
        texts += [note.text for note in self.notes]
        named = (mention for text in texts for mention in mentions(text, lang))
        return frozenset(n for mention in named if mention.unit == kind for n in mention.numbers)

    def passages(self) -> Iterator[Passage]:
        """Title, headings, texts and cells, in the order in which they are read."""
        if self.attachment and self.attachment.title:
            yield Passage(self.target, self.attachment.title, self.attachment.span)
        yield from _passages(self.body, self.target, iter(self.elements))


def _passages(
    nodes: tuple[Node, ...], host: Target, addressed: Iterator[Element]
) -> Iterator[Passage]:
    """The words of ``nodes``; ``addressed`` goes through the same nodes, tables left out."""
    for node in nodes:
        target = host if node.kind == "table" else next(addressed)[0]
        cells = (cell.text for row in node.rows for cell in row)
        texts = (node.heading, node.text, *cells)
        yield from (Passage(target, text, node.span) for text in texts if text)
        yield from _passages(node.children, target, addressed)


class Case(Value, frozen=True):
    """One review: ``both`` and ``comparison`` are ``None`` where the text has no counterpart.

    ``conformity`` is ``None`` where no model is given.
    """

    act: Act
    documents: tuple[Document, ...]
    both: BilingualAct | None = None
    comparison: Comparison | None = None
    conformity: Conformity | None = None


def case_of(act: Act, both: BilingualAct | None, model: Act | None = None) -> Case:
    """The case of a text, of the pair that it belongs to, and of its model.

    Raises:
        OtherLanguageError: act and model are in different languages.
    """
    beside = conformity(act, model) if model else None
    return Case(act, documents_of(act), both, compared(both) if both else None, beside)


def documents_of(act: Act) -> tuple[Document, ...]:
    """The documents that an act consists of, its own text first."""
    own = Document(Target(), None, act.body, tuple(walk(replace(act, attachments=()))), act.notes)
    return (own, *(_document(act, attachment) for attachment in act.attachments))


def _document(act: Act, attachment: Attachment) -> Document:
    alone = replace(act, body=(), attachments=(attachment,))
    return Document(
        attachment_target(attachment),
        attachment,
        attachment.body,
        tuple(walk(alone)),
        attachment.notes,
    )
