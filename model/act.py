"""What an act *is*: frozen values that print as the public JSON, schema ``adisteme/act/1``.

Every type here is one object of that JSON, field by field; nothing here reads, judges or
words anything. ``None`` means "the source does not say"; a tuple is never absent.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Lang = Literal["kk", "ru"]
LANGUAGES: tuple[Lang, ...] = ("kk", "ru")

ActType = Literal["decision", "resolution", "order", "joint_order", "law", "directive"]
Role = Literal["base", "amending", "repealing"]
Status = Literal["new", "updated", "repealed", "expired", "in_force"]
NodeKind = Literal[
    "section", "chapter", "paragraph", "article", "clause", "subclause", "part", "item", "table"
]
AttachmentKind = Literal["methodology", "appendix", "form", "table"]
Action = Literal[
    "replace",
    "insert",
    "delete",
    "repeal",
    "replace-words",
    "insert-words",
    "delete-words",
    "renumber",
    "move",
    "restore",
]
Severity = Literal["info", "warning", "error"]


class Value(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """Base of every value of the model: immutable, compared by content."""


class Span(msgspec.Struct, frozen=True, gc=False, array_like=True, eq=False):
    """Where a value stands in its source: character offsets, end excluded.

    A place is not content: two spans always compare equal, so that an act read from a page
    equals the same act read from a file laid out differently. (0, 0) means "no source".
    """

    start: int = 0
    end: int = 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span)

    def __hash__(self) -> int:
        return 0


NOWHERE = Span()


class Note(Value, frozen=True):
    """An editorial note (ескерту / сноска): about the norm, never the norm itself.

    ``date`` and ``number`` are those of the amending act that the note names; a note of
    future wording names the day of commencement instead.
    """

    text: str
    date: str | None = None
    number: str | None = None
    span: Span = NOWHERE


class Cell(Value, frozen=True):
    """A table cell; a cell covered by another one's span is not listed."""

    text: str = ""
    rowspan: int = 1
    colspan: int = 1


Row = tuple[Cell, ...]


class Node(Value, frozen=True):
    """A structural element: its own first words are ``text``, what stands under it ``children``.

    ``number`` is as written, without its punctuation: ``"8-1"`` for ``8-1)``. ``rows`` is
    filled in tables only.
    """

    kind: NodeKind
    number: str | None = None
    heading: str | None = None
    text: str | None = None
    children: tuple[Node, ...] = ()
    rows: tuple[Row, ...] = ()
    notes: tuple[Note, ...] = ()
    span: Span = NOWHERE


class Citation(Value, frozen=True):
    """A legal basis named by the preamble."""

    text: str
    title: str | None = None
    type: ActType | Literal["code"] | None = None
    date: str | None = None
    number: str | None = None
    article: str | None = None
    clause: str | None = None
    subclause: str | None = None


class Preamble(Value, frozen=True):
    """The words before the first clause; ``enacting`` is the verb that decides, as written."""

    text: str
    enacting: str | None = None
    citations: tuple[Citation, ...] = ()


class Signature(Value, frozen=True):
    """Who signs. ``name`` is ``None`` where the source has a post alone."""

    post: str
    name: str | None = None


class Registration(Value, frozen=True):
    """State registration with the justice bodies."""

    number: str
    date: str | None = None


class Repeal(Value, frozen=True):
    """The act that repealed this one."""

    type: ActType | None = None
    number: str | None = None
    date: str | None = None


class AmendedAct(Value, frozen=True):
    """The act that an amending act changes."""

    type: ActType | None = None
    number: str | None = None
    date: str | None = None
    title: str | None = None
    registration: Registration | None = None


class Attachment(Value, frozen=True):
    """What the act approves or carries: the methodology, an appendix, a form.

    ``header`` is its block from the upper right corner, a line per line.
    """

    kind: AttachmentKind
    number: str | None = None
    title: str | None = None
    header: str | None = None
    body: tuple[Node, ...] = ()
    notes: tuple[Note, ...] = ()
    span: Span = NOWHERE


class Target(Value, frozen=True, omit_defaults=True):
    """The deepest element that an operation reaches; absent keys are not printed.

    ``part`` counts from 1, an element's own first text being part 1. All values are strings:
    a number as written, ``"last"``, the words by which a row or a column is named, or ``""``
    for the only one of its kind (a note without a number).
    """

    attachment: str | None = None
    section: str | None = None
    chapter: str | None = None
    paragraph: str | None = None
    article: str | None = None
    clause: str | None = None
    subclause: str | None = None
    part: str | None = None
    item: str | None = None
    appendix: str | None = None
    table: str | None = None
    row: str | None = None
    column: str | None = None
    cell: str | None = None
    sentence: str | None = None
    note: str | None = None
    element: Literal["title", "preamble", "heading", "contents"] | None = None


class Operation(Value, frozen=True):
    """One amendment of one target; ``text`` is the instruction as written.

    ``position``: on which side of ``old`` the new words go, or of the element that ``new`` names
    in a move; without an anchor words go to the end. ``throughout``: every occurrence in every
    case form. ``effective`` and ``until``: its own commencement and the end of a temporary force,
    where they differ from the act's. ``only``: the language of the one text that changes.
    ``amends``: the act that is changed, where it is not the one that the whole act names.
    """

    action: Action | Literal["not-understood"]
    target: Target
    content: tuple[Node, ...] = ()
    old: str | None = None
    new: str | None = None
    text: str = ""
    span: Span = NOWHERE
    position: Literal["before", "after"] | None = None
    throughout: bool = False
    effective: str | None = None
    until: str | None = None
    only: Lang | None = None
    amends: AmendedAct | None = None


class Diagnostic(Value, frozen=True):
    """What is odd in the source but was read; ``code`` is a stable name."""

    severity: Severity
    code: str
    message: str
    span: Span = NOWHERE


class Dropped(Value, frozen=True):
    """Text that is not part of the act, with the reason why it was left out."""

    reason: str
    text: str


class Accounting(Value, frozen=True):
    """Non-blank characters of the source: source = kept + markers + dropped + unaccounted."""

    source: int = 0
    kept: int = 0
    markers: int = 0
    dropped: tuple[Dropped, ...] = ()
    unaccounted: int = 0


class JointParty(Value, frozen=True):
    """One of the bodies that issue a joint act, with the date and number that it gave the act."""

    issuer: str | None = None
    type: ActType | None = None
    date: str | None = None
    number: str | None = None


class Act(Value, frozen=True, kw_only=True):
    """One act in one language.

    ``requisites`` is the line of type, issuer, date and number as written: it may name a
    region that ``issuer`` leaves out. ``joint`` lists all the bodies of a joint act, the first
    among them; ``issuer``, ``date`` and ``number`` stay those of the first.
    """

    schema: Literal["adisteme/act/1"] = "adisteme/act/1"
    lang: Lang
    type: ActType | None = None
    role: Role = "base"
    title: str | None = None
    issuer: str | None = None
    date: str | None = None
    number: str | None = None
    joint: tuple[JointParty, ...] = ()
    requisites: str | None = None
    registration: Registration | None = None
    status: Status | None = None
    repealed_by: Repeal | None = None
    effective: str | None = None
    notes: tuple[Note, ...] = ()
    preamble: Preamble | None = None
    body: tuple[Node, ...] = ()
    signatures: tuple[Signature, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    amends: AmendedAct | None = None
    operations: tuple[Operation, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    accounting: Accounting = Accounting()
