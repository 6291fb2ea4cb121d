"""What an order changes: one change per target, and per pair of words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Literal

import msgspec
from msgspec.structs import replace

from amendments.scopes import Scope
from lexicon.data import words
from lexicon.folding import fold
from lexicon.instructions import Order
from lexicon.mentions import DEPTH
from lexicon.references import names_whole
from lexicon.targets import Named, read_named
from lexicon.units import say
from model import Lang, Target

Position = Literal["before", "after"] | None
# Text inside an element: an order on one of these is a change of words, never of the element.
_TEXT = {"sentence", "cell"}
_ON_TEXT = {"replace": "replace-words", "delete": "delete-words", "insert": "insert-words"}


class Change(msgspec.Struct, frozen=True):
    """One change of one target; ``whole`` where elements are given, not words."""

    action: str
    target: Target
    old: str | None = None
    new: str | None = None
    position: Position = None
    whole: bool = False


def changes(order: Order, scope: Scope, wording: str | None, lang: Lang) -> Iterator[Change]:
    """The changes that an order makes inside ``scope``; none where it names nothing known.

    ``wording`` is what the instruction quotes under it.
    """
    if order.action.endswith("-words"):
        yield from _on_words(order, scope, lang)
    elif order.action == "insert":
        yield from _insertions(order, scope, wording, lang)
    elif order.action in {"move", "renumber"}:
        yield from _to_another_place(order, scope, lang)
    else:
        said = " ".join(filter(None, (order.said("host"), order.said("target"))))
        for named in _named(said, scope, lang):
            yield _on_element(order.action, named, wording)


def _named(text: str | None, scope: Scope, lang: Lang) -> list[Named]:
    return [one for outer in scope.targets for one in read_named(text or "", lang, outer)]


def _on_element(action: str, named: Named, wording: str | None) -> Change:
    if named.unit in _TEXT and action in _ON_TEXT:
        return Change(_ON_TEXT[action], named.target, new=wording)
    return Change(action, named.target, whole=action == "replace")


def _on_words(order: Order, scope: Scope, lang: Lang) -> Iterator[Change]:
    for target, (old, new) in product(_places(order, scope, lang), _pairs(order)):
        yield Change(order.action, target, old, new, _position(order, lang))


def _places(order: Order, scope: Scope, lang: Lang) -> list[Target]:
    """Where words are changed: what is named before or behind them, else the scope."""
    said = [text for text in (order.said("target"), order.said("where")) if text]
    found = _named(" ".join(said), scope, lang)
    if found:
        return [one.target for one in found]
    known = not said or order.remarks.throughout or all(_is_scope(one, lang) for one in said)
    return list(scope.targets) if known else []


def _is_scope(text: str, lang: Lang) -> bool:
    """Whether words name no element but the text that the scope is, or an end of it."""
    return names_whole(text, lang) or _stands(text, "beginning", lang) or _stands(text, "end", lang)


def _position(order: Order, lang: Lang) -> Position:
    if order.name == "insert-words-before":
        return "before"
    if order.name in {"insert-words", "insert-words-behind"}:
        return "after"
    at_start = order.name == "append-words" and _stands(order.said("target"), "beginning", lang)
    return "before" if at_start else None


def _pairs(order: Order) -> list[tuple[str | None, str | None]]:
    """Old and new words pair by pair; several old words may have one new wording."""
    old, new = order.quoted("old"), order.quoted("new")
    if len(old) == len(new):
        return [*zip(old, new, strict=True)]
    if not old or not new:
        return [(None, one) for one in new] or [(one, None) for one in old]
    if len(new) == 1:
        return [(one, new[0]) for one in old]
    return [(", ".join(old), ", ".join(new))]


def _insertions(order: Order, scope: Scope, wording: str | None, lang: Lang) -> Iterator[Change]:
    """What is added: inside the host, or beside an anchor ("после пункта 5")."""
    host, target = _host_and_target(order, lang)
    hosts = _named(host, scope, lang)
    anchored = _anchor_side(host, lang)
    if anchored is None and (anchored := _anchor_side(target, lang)):
        hosts, added = _anchor_in(target, scope, lang)
    else:
        outer = [_beside(one, anchored) for one in hosts]
        inner = replace(scope, targets=tuple(outer)) if outer else scope
        added = _named(target, inner, lang)
    for named in added:
        yield _insertion(_placed(_in_part(named, hosts), hosts, anchored), wording)


def _host_and_target(order: Order, lang: Lang) -> tuple[str | None, str | None]:
    """Host and target; a Russian line may name them the other way round."""
    host, target = order.said("host"), order.said("target")
    outer, inner = (read_named(text or "", lang) for text in (target, host))
    turned = (
        bool(outer and inner)
        and _anchor_side(host, lang) is None
        and {outer[-1].unit, inner[-1].unit} <= set(DEPTH)
        and DEPTH.index(outer[-1].unit) < DEPTH.index(inner[-1].unit)
    )
    return (target, host) if turned else (host, target)


def _in_part(named: Named, hosts: list[Named]) -> Named:
    """An indent that is added to a part is an item of it."""
    host = hosts[0] if hosts else None
    if host is None or host.unit != "part" or host.is_indent or not named.is_indent:
        return named
    return replace(named, target=replace(host.target, item=named.number))


def _anchor_in(target: str | None, scope: Scope, lang: Lang) -> tuple[list[Named], list[Named]]:
    """The anchor and what is added, where both stand behind the verb."""
    found = _named(target, scope, lang)
    return found[:1], found[1:]


def _insertion(named: Named, wording: str | None) -> Change:
    if named.unit in _TEXT:
        return Change("insert-words", named.target, new=wording)
    return Change("insert", named.target, whole=True)


def _beside(anchor: Named, side: Position) -> Target:
    """What the anchor stands in; the host itself where nothing is said of a side."""
    if side is None or anchor.number is None:
        return anchor.target
    return replace(anchor.target, **{_key(anchor): None})


def _placed(named: Named, hosts: list[Named], side: Position) -> Named:
    """An element added without a number beside a counted one takes the place that follows."""
    anchor = hosts[0] if hosts else None
    if named.number or side is None or anchor is None or not (anchor.number or "").isdigit():
        return named
    if anchor.unit != named.unit or named.unit not in {"part", "item", "sentence"}:
        return named
    number = int(anchor.number or 0) + (side == "after")
    target = replace(anchor.target, **{_key(anchor): str(number)})
    return Named(target, named.unit, str(number))


def _key(named: Named) -> str:
    """The key of a target that the last unit fills: an indent of a part is an item."""
    return "item" if named.unit == "part" and named.target.item is not None else named.unit


def _anchor_side(text: str | None, lang: Lang) -> Position:
    if _stands(text, "after", lang):
        return "after"
    return "before" if _stands(text, "before", lang) else None


def _to_another_place(order: Order, scope: Scope, lang: Lang) -> Iterator[Change]:
    """Moves and new numbers: Kazakh names the new place behind the old one, by the same word."""
    found = _named(order.said("target"), scope, lang)
    there = _named(order.said("new"), scope, lang)
    if not there:
        half = len(found) // 2 if order.action == "renumber" else len(found) - 1
        found, there = found[:half], found[half:]
    if not found or not there or (order.action == "renumber" and len(found) != len(there)):
        return
    for place, named in enumerate(found):
        to = there[min(place, len(there) - 1)]
        yield Change(order.action, named.target, new=_said(to, named, order, lang),
                     position=_side_of_move(order))  # fmt: skip


def _side_of_move(order: Order) -> Position:
    sides: dict[str, Position] = {"move-after": "after", "move-before": "before"}
    return sides.get(order.name)


def _said(to: Named, named: Named, order: Order, lang: Lang) -> str:
    """A new number alone where the unit stays; else the whole address."""
    if order.action == "renumber" and to.unit == named.unit:
        return to.number or ""
    return say(to.target, lang)


def _stands(text: str | None, what: str, lang: Lang) -> bool:
    """Whether a word of a kind stands in the text, outside its quotations."""
    return any(token.startswith(_stems(what, lang)) for token in fold(text or "").lower().split())


@cache
def _stems(what: str, lang: Lang) -> tuple[str, ...]:
    return tuple(fold(word).lower() for word in words("references")[lang][what])
