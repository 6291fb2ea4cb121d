"""Where every paragraph and table of a rendered act belongs: the address of its element."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

import msgspec
from msgspec.structs import replace

from generator.docx import Manuscript, columns_of
from generator.docx.tracked_blocks import FRAME, Label
from generator.layout import Layout
from generator.writing import ActWriter
from model import Act, Attachment, Node, Row, Target
from model.tree import attachment_target

_NAMED = ("section", "chapter", "paragraph", "article", "clause", "subclause")
_ANYWHERE = ("", None)  # the key of every place of a document
_NOTES, _SIGNATURES = "notes", "signatures"
_TITLE, _PREAMBLE = f"{FRAME}ActTitle", f"{FRAME}Preamble"


class Outline(msgspec.Struct, frozen=True):
    """The blocks of a rendered act in their order, and the address that each place stands for."""

    labels: tuple[Label, ...]
    addresses: dict[str, Target]


def outline(act: Act, layout: Layout) -> Outline:
    """The places of what ``render`` writes; the frame's own paragraphs are not in it."""
    recorder = _Recorder()
    writer = _AddressedWriter(recorder, act, layout)
    recorder.place = _NOTES
    writer.notes(act.notes)
    recorder.enter(Target())
    writer.nodes(act.body)
    recorder.place = _SIGNATURES
    writer.signatures(act.signatures)
    for attachment in act.attachments:
        writer.attachment(attachment, new_sheet=True)
    return Outline(tuple(recorder.labels), recorder.addresses)


class Places:
    """The places of several outlines, found by the address of what is at or above them."""

    def __init__(self, outlines: Iterable[Outline]) -> None:
        self._by_key: dict[tuple[str | None, str, str | None], set[str]] = {}
        for each in outlines:
            for place, address in each.addresses.items():
                self._enter(place, address)

    def _enter(self, place: str, address: Target) -> None:
        document = document_of(address)
        named = ((key, getattr(address, key)) for key in _NAMED)
        for key in (_ANYWHERE, *(item for item in named if item[1] is not None)):
            self._by_key.setdefault((document, *key), set()).add(place)

    def of(self, target: Target) -> frozenset[str]:
        """The places at or under an address."""
        document = document_of(target)
        if document is None and target.element in {"title", "preamble"}:
            return frozenset({_TITLE if target.element == "title" else _PREAMBLE})
        named = [(key, getattr(target, key)) for key in _NAMED if getattr(target, key) is not None]
        found = (self._by_key.get((document, *key), set()) for key in named or [_ANYWHERE])
        return frozenset(set.intersection(*found))


def document_of(target: Target) -> str | None:
    """The text that an address is in; an appendix of the methodology is a text of its own."""
    return target.attachment if target.appendix is None else target.appendix


class _Recorder:
    """Takes what a manuscript would write and keeps the place of each block."""

    landscape = False

    def __init__(self) -> None:
        self.labels: list[Label] = []
        self.addresses: dict[str, Target] = {}
        self.place = ""
        self.target = Target()

    def enter(self, target: Target) -> None:
        """What comes next belongs to the element at this address."""
        keys = ("attachment", "appendix", *_NAMED)
        said = ((key, getattr(target, key)) for key in keys)
        self.place = " ".join(f"{key}={value}" for key, value in said if value is not None)
        self.target = self.addresses.setdefault(self.place, target)

    def write(self, text: str, _style: str) -> None:
        self.labels.append(Label(self.place, text))

    def table(self, rows: Sequence[Row]) -> None:
        if columns_of(rows):
            self.labels += [Label(self.place, None), Label(self.place, "")]

    def signature(self, _post: str, _name: str, *, last: bool) -> None:
        del last  # how the rows hold together is no matter of their place
        self.labels += [Label(self.place, None), Label(self.place, "")]

    def new_sheet(self, *, landscape: bool) -> None:
        """Sheets have no place."""

    def lay(self, *, landscape: bool) -> None:
        """Sheets have no place."""


class _AddressedWriter(ActWriter):
    """Tells the recorder at which element the writer is."""

    def __init__(self, recorder: _Recorder, act: Act, layout: Layout) -> None:
        # The recorder answers to all that a writer asks of a manuscript.
        super().__init__(cast("Manuscript", recorder), act.lang, layout)
        self._recorder = recorder

    def nodes(self, nodes: Iterable[Node]) -> None:
        """The elements; what is unnumbered belongs to the numbered one that it stands in."""
        above = self._recorder.target
        for node in nodes:
            if node.kind in _NAMED:
                self._recorder.enter(replace(above, **{node.kind: node.number or ""}))
            super().nodes((node,))
            self._recorder.enter(above)

    def attachment(self, attachment: Attachment, *, new_sheet: bool) -> None:
        """The attachment, from its block in the corner on."""
        self._recorder.enter(attachment_target(attachment))
        super().attachment(attachment, new_sheet=new_sheet)
