"""What an amending instruction acts on: elements, and what is smaller than an element.

Kazakh names the outer element first and the number before its unit, Russian the inner one first
and the number behind it; a comma or an "and" between two of them begins a new address, which may
share what the neighbouring one stands in ("подпункт 3) и часть вторую пункта 2").
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import msgspec
from msgspec.structs import replace

from lexicon.mentions import DEPTH, Mentioned, mentioned
from model import Lang, Target

_HEADED = ("section", "chapter", "paragraph", "article")
_ELEMENTS = ("title", "preamble", "contents")
_BESIDE = {"row", "column"}  # a cell is found by both, in either order
_COUNTED = ("part", "item", "row", "column", "cell", "sentence", "table", "note", "appendix")


class Named(msgspec.Struct, frozen=True):
    """One address; ``unit`` is what it ends in, ``number`` is ``None`` where it has none.

    An element that is named without its number is addressed as what it stands in.
    """

    target: Target
    unit: str
    number: str | None
    is_indent: bool = False


def read_targets(text: str, lang: Lang, scope: Target | None = None) -> list[Target]:
    """The addresses that ``text`` names, inside ``scope``; empty where it names none."""
    return [named.target for named in read_named(text, lang, scope)]


def read_named(text: str, lang: Lang, scope: Target | None = None) -> list[Named]:
    """As ``read_targets``, with the unit that each address ends in."""
    found = mentioned(text, lang)
    paths = _kazakh(found) if lang == "kk" else _russian(found)
    return [named for path in paths for named in _addresses(path, scope or Target())]


Path = list[Mentioned]  # from the outside in


def _kazakh(found: list[Mentioned]) -> list[Path]:
    paths: list[Path] = []
    for mention in found:
        last = paths[-1] if paths else []
        if last and not mention.joined and _goes_in(last[-1], mention):
            last.append(mention)
        else:
            paths.append([*_shared(last[:-1], mention), mention])
    return paths


def _shared(outer: Path, mention: Mentioned) -> Path:
    """What a new address shares with the one before it; a noun without possession has no owner."""
    owned = mention.possessed is not False
    return [one for one in outer if _goes_in(one, mention) and (owned or one.unit == "attachment")]


def _russian(found: list[Mentioned]) -> list[Path]:
    paths: list[Path] = []
    for mention in found:
        last = paths[-1] if paths else []
        if last and not mention.joined and _goes_in(mention, last[0]):
            last.insert(0, mention)
        elif last and not mention.joined and _goes_in(last[-1], mention):
            last.append(mention)  # the host stands first: "в пункте 3 подпункт 2)"
        else:
            paths.append([mention])
    for place in range(len(paths) - 2, -1, -1):
        following = paths[place + 1][:-1]
        paths[place][:0] = [one for one in following if _goes_in(one, paths[place][0])]
    return paths


def _goes_in(outer: Mentioned, inner: Mentioned) -> bool:
    """Whether the one can stand inside the other."""
    if {outer.unit, inner.unit} == _BESIDE or _is_item(outer, inner):
        return True
    if inner.unit == "title":
        return outer.unit in (*_HEADED, "appendix", "attachment", "act", "table")
    if inner.unit in _ELEMENTS:
        return outer.unit in {"appendix", "attachment", "act"}
    return outer.unit not in _ELEMENTS and DEPTH.index(outer.unit) < DEPTH.index(inner.unit)


def _is_item(outer: Mentioned, inner: Mentioned) -> bool:
    """An indent (абзац) of a part is an item of it; of anything else it is a part itself."""
    return outer.unit == inner.unit == "part" and inner.is_indent and not outer.is_indent


def _addresses(path: Path, scope: Target) -> Iterator[Named]:
    innermost = path[-1]
    listed = [mention.numbers(last=mention is innermost) for mention in _indents(path)]
    for numbers in product(*listed):
        target = scope
        for mention, number in zip(_indents(path), numbers, strict=True):
            target = inside(target, mention.unit, number)
        yield Named(target, innermost.unit, numbers[-1], innermost.is_indent)


def _indents(path: Path) -> Path:
    """The path with its indents called parts or items."""
    found = list(path)
    for place in range(1, len(path)):
        if _is_item(path[place - 1], path[place]):
            found[place] = replace(path[place], unit="item")
    return found


def inside(scope: Target, unit: str, number: str | None) -> Target:
    """The address one unit further in; what stood deeper in the scope is left."""
    if unit == "act":
        return Target()
    if unit == "attachment":
        return Target(attachment="methodology")
    if unit in _ELEMENTS:
        return _element(scope, unit)
    if number is None and unit not in {"note", "appendix"}:
        return _without(scope, _deeper(unit)) if unit not in _COUNTED else scope
    return replace(_without(scope, _deeper(unit)), **{unit: number or ""})


def _element(scope: Target, unit: str) -> Target:
    kept = ("attachment", "appendix", *_HEADED) if unit == "title" else ("attachment", "appendix")
    outer = {key: getattr(scope, key) for key in kept if getattr(scope, key) is not None}
    headed = unit == "title" and any(key in outer for key in _HEADED)
    return msgspec.convert({**outer, "element": "heading" if headed else unit}, Target)


def _without(scope: Target, keys: tuple[str, ...]) -> Target:
    return replace(scope, **dict.fromkeys(keys))


def _deeper(unit: str) -> tuple[str, ...]:
    if unit in _BESIDE:
        return ("cell", "sentence", "note", "element", unit)
    keys = DEPTH[DEPTH.index(unit) :]
    return (*(key for key in keys if key not in _ELEMENTS), "element")
