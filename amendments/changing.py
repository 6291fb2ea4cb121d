"""What one operation needs and what it leaves: a change, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from amendments.counting import Counting, counting_of
from amendments.outcomes import Outcome
from amendments.places import NAMED, Element, Place, documents, elements, find_places, own_text
from amendments.trees import Nodes, Path
from lexicon.folding import key
from lexicon.units import EmptyTargetError, UnknownUnitError, say
from model import Act, AdistemeError, Lang, Node, Operation, Target

_CLOSING = " .;,:"
_FEW = 40  # letters by which a line is told from another


class Order(msgspec.Struct, frozen=True):
    """One operation to be carried out; ``earlier`` are the redactions before, newest last.

    ``respectively``: one of several word pairs of one instruction, exchanged at the same time.
    """

    operation: Operation
    lang: Lang
    amending: Act
    earlier: tuple[Act, ...] = ()
    respectively: bool = False

    def counting(self) -> Counting:
        """How the instruction counts parts and indents."""
        return counting_of(self.operation.text, self.lang)


class Host(msgspec.Struct, frozen=True):
    """Under which element a note goes; an empty path is the document as a whole."""

    document: int
    path: Path


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """A change that was made. ``kind`` is the value of the formula of its note."""

    act: Act
    place: Target
    kind: str
    host: Host
    before: Nodes = ()
    after: Nodes = ()
    old: Target | None = None
    left: tuple[str, ...] = ()


class Left(msgspec.Struct, frozen=True):
    """No change: the outcome, the diagnostic that says why, what stands at the place."""

    outcome: Outcome
    code: str
    fields: dict[str, str] = {}
    place: Target | None = None
    standing: Nodes = ()


def named(target: Target, lang: Lang) -> str:
    """The address in words; its keys where it has no words."""
    try:
        return say(target, lang)
    except (EmptyTargetError, UnknownUnitError):
        keys = msgspec.to_builtins(target)
        return ", ".join(f"{name} {value}".strip() for name, value in keys.items()) or "–"
    except AdistemeError:
        return str(msgspec.to_builtins(target))


def only_place(act: Act, order: Order) -> Place | Left:
    """The one place that the target means, or why there is not exactly one."""
    target = order.operation.target
    found = find_places(act, target, order.counting())
    if len(found) == 1:
        return found[0]
    if not found:
        return missing(act, target, order.lang)
    listed = ", ".join(_told_apart(act, place, order.lang) for place in found)
    fields = {"target": named(target, order.lang), "count": str(len(found)), "listed": listed}
    return Left("ambiguous", "several-elements", fields, target)


def _told_apart(act: Act, place: Place, lang: Lang) -> str:
    """The address with the first words that stand there."""
    return f'{named(place.target, lang)} ("{shortly(own_text(act, place))}")'


def shortly(text: str) -> str:
    """The first words of a text."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _FEW else f"{plain[:_FEW].rstrip()}…"


def missing(act: Act, target: Target, lang: Lang) -> Left:
    """There is no such element; the nearest ones are named."""
    near = ", ".join(named(one, lang) for one in nearest(act, target)) or "–"
    fields = {"target": named(target, lang), "nearest": near}
    return Left("target-missing", "no-such-element", fields, target)


def nearest(act: Act, target: Target) -> list[Target]:
    """The same number elsewhere; without such, the neighbours by number."""
    kind = next((name for name in reversed(NAMED) if getattr(target, name) is not None), None)
    if kind is None:
        return [one.target for one in _appendices(act)]
    number = getattr(target, kind)
    inside = [
        one for document in documents(act, target) for one in _of_kind(act, document, kind, target)
    ]
    same = [one.target for one in _everywhere(act, kind) if key(one.node.number or "") == number]
    return same[:3] or _neighbours(inside, number)


def _appendices(act: Act) -> Iterator[Element]:
    for attachment in act.attachments:
        if attachment.number:
            yield Element(Target(appendix=attachment.number), (), Node("part"))


def _everywhere(act: Act, kind: str) -> Iterator[Element]:
    for document in range(-1, len(act.attachments)):
        yield from (one for one in elements(act, document) if one.node.kind == kind)


def _of_kind(act: Act, document: int, kind: str, target: Target) -> Iterator[Element]:
    """Elements of the kind in the same element, where the target names that one."""
    outer = [name for name in NAMED[: NAMED.index(kind)] if getattr(target, name) is not None]
    for one in elements(act, document):
        if one.node.kind == kind and all(
            getattr(one.target, name) == getattr(target, name) for name in outer
        ):
            yield one


def _neighbours(listed: list[Element], number: str) -> list[Target]:
    below = [one for one in listed if order_of(one.node.number) < order_of(number)]
    above = [one for one in listed if order_of(one.node.number) > order_of(number)]
    return [one.target for one in (*below[-1:], *above[:1])]


def order_of(number: str | None) -> tuple[int, ...]:
    """A number as it is sorted: 7 before 7-1 before 8; Roman numbers by their value."""
    pieces = (number or "").replace(".", "-").split("-")
    return tuple(int(piece) if piece.isdecimal() else _roman(piece) for piece in pieces)


def _roman(letters: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10, "L": 50}.get(letter, 0) for letter in letters.upper()]
    pairs = zip(values, (*values[1:], 0), strict=True) if values else ()
    return sum(-value if value < following else value for value, following in pairs)


def says_the_same(first: Nodes, second: Nodes) -> bool:
    """Whether two runs of elements have the same words, folded, whatever closes the last line."""
    return _words(first) == _words(second)


def _words(nodes: Nodes) -> list[str]:
    found = [word for node in nodes for word in _of_node(node)]
    return [*found[:-1], found[-1].rstrip(_CLOSING)] if found else []


def _of_node(node: Node) -> Iterator[str]:
    if node.number:
        yield f"{node.kind} {key(node.number)}"
    yield from (key(words) for words in (node.heading, node.text) if words)
    yield from (key(cell.text) for row in node.rows for cell in row)
    for child in node.children:
        yield from _of_node(child)


def already(place: Target, standing: Nodes) -> Left:
    """The text says already what the operation wants."""
    return Left("already-applied", "already-there", {}, place, standing)


def no_wording(order: Order) -> Left:
    """The instruction gives no new wording, so nothing can be written."""
    return Left(
        "not-understood",
        "no-new-wording",
        {"words": order.operation.text},
        order.operation.target,
    )


def with_number(target: Target, kind: str, number: str) -> Target:
    """The address with the number of its unit exchanged."""
    return replace(target, **{kind: number})
