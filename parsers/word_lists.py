"""Numbers that Word keeps in its lists and not in the text (ECMA-376, 17.9)."""

from __future__ import annotations

import re

import msgspec

from parsers.word_numerals import numeral
from parsers.word_styles import ListPlace, Styles
from parsers.word_xml import VAL, Element, W, is_on, number_in

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_BULLETS = "-–—•●▪"  # signs that begin an entry of a list in typed text too
_ANY_BULLET = "•"  # stands for the signs of symbol fonts


class Level(msgspec.Struct, frozen=True):
    """How one level of a list is numbered.

    ``restart`` is the level (counted from 1) whose use begins the count anew, 0 for never,
    ``None`` for any level above.
    """

    text: str
    kind: str
    start: int = 1
    glue: str = " "
    restart: int | None = None
    legal: bool = False
    style: str | None = None
    hidden: bool = False


class Scheme(msgspec.Struct, frozen=True):
    """A list: its levels, the count that it shares with others, and where it begins anew."""

    key: str
    levels: tuple[Level | None, ...]
    starts: dict[int, int]


class Lists:
    """The lists of a document and how far each has been counted."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._kinds = _by_id(root, "abstractNum", "abstractNumId")
        self._lists = _by_id(root, "num", "numId")
        self._schemes: dict[str, Scheme | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, own: ListPlace, style_id: str | None) -> str:
        """The number of the next paragraph with what parts it from the words; "" for none.

        ``own`` is what the paragraph itself says, before its style does.
        """
        place = own.over(self._styles.place(style_id))
        scheme = self._scheme(place.list_id or "0")
        if scheme is None:
            return ""
        at = place.level if place.level is not None else self._linked(scheme, style_id)
        level = scheme.levels[at] if 0 <= at < LEVELS else None
        if level is None:
            return ""
        counts = self._counted(scheme, place.list_id or "", at, level)
        return "" if level.hidden else _label(scheme, level, counts)

    def _linked(self, scheme: Scheme, style_id: str | None) -> int:
        """The level that is linked to the style, the first where none is."""
        line = [name for name, _ in self._styles.line(style_id)]
        linked = (at for at, one in enumerate(scheme.levels) if one and one.style in line)
        return next(linked, 0)

    def _counted(self, scheme: Scheme, list_id: str, at: int, level: Level) -> list[int | None]:
        """The counts of all levels after one step at level ``at``."""
        counts = self._counts.setdefault(scheme.key, [None] * LEVELS)
        before = counts[at]
        if at in scheme.starts and (list_id, at) not in self._begun:
            counts[at] = scheme.starts[at]
        else:
            counts[at] = level.start if before is None else before + 1
        self._begun.add((list_id, at))
        for above in range(at):  # an upper level that was passed over has had its first number
            upper = scheme.levels[above]
            if counts[above] is None and upper is not None:
                counts[above] = scheme.starts.get(above, upper.start)
        for below in range(at + 1, LEVELS):
            if _begins_anew(scheme.levels[below], at):
                counts[below] = None
        return counts

    def _scheme(self, list_id: str) -> Scheme | None:
        if list_id not in self._schemes:
            self._schemes[list_id] = self._built(list_id)
        return self._schemes[list_id]

    def _built(self, list_id: str) -> Scheme | None:
        found = self._lists.get(list_id) if list_id != "0" else None
        if found is None:
            return None
        key, kind = self._kind(found)
        levels = _levels(kind)
        starts: dict[int, int] = {}
        for change in found.iterchildren(f"{W}lvlOverride"):
            at = number_in(change, 0, f"{W}ilvl")
            start, own = change.find(f"{W}startOverride"), change.find(f"{W}lvl")
            if own is not None:
                levels[at] = _level(own)
            if start is not None:
                starts[at] = number_in(start, 1)
        return Scheme(key, tuple(levels.get(at) for at in range(LEVELS)), starts)

    def _kind(self, found: Element) -> tuple[str, Element | None]:
        """The definition behind a list; one may stand in a numbering style."""
        key = ""
        for _ in range(LEVELS):
            link = found.find(f"{W}abstractNumId")
            key = link.get(VAL, "") if link is not None else ""
            kind = self._kinds.get(key)
            style = kind.find(f"{W}numStyleLink") if kind is not None else None
            if style is None:
                return key, kind
            place = self._styles.place(style.get(VAL))
            found = self._lists.get(place.list_id or "0", found)
        return key, None


def _by_id(root: Element | None, tag: str, attribute: str) -> dict[str, Element]:
    found = root.iterchildren(f"{W}{tag}") if root is not None else ()
    return {one.get(f"{W}{attribute}", ""): one for one in found}


def _levels(kind: Element | None) -> dict[int, Level]:
    found = kind.iterchildren(f"{W}lvl") if kind is not None else ()
    return {number_in(one, 0, f"{W}ilvl"): _level(one) for one in found}


def _level(element: Element) -> Level:
    # The last format is the one for programs that do not know the newest: mc:Fallback.
    kinds = [one.get(VAL, "decimal") for one in element.iter(f"{W}numFmt")]
    text, restart = element.find(f"{W}lvlText"), element.find(f"{W}lvlRestart")
    glue, style = element.find(f"{W}suff"), element.find(f"{W}pStyle")
    return Level(
        text=(text.get(VAL, "") if text is not None else ""),
        kind=kinds[-1] if kinds else "decimal",
        start=number_in(element.find(f"{W}start"), 0),
        glue="" if glue is not None and glue.get(VAL) == "nothing" else " ",
        restart=number_in(restart, 0) if restart is not None else None,
        legal=is_on(element.find(f"{W}isLgl")),
        style=style.get(VAL) if style is not None else None,
        hidden=is_on(element.find(f"{W}rPr/{W}vanish")),
    )


def _begins_anew(level: Level | None, at: int) -> bool:
    """Whether the use of level ``at`` above begins the count of ``level`` anew."""
    if level is None or level.restart is None:
        return True
    return level.restart != 0 and at < level.restart


def _label(scheme: Scheme, level: Level, counts: list[int | None]) -> str:
    if level.kind == "bullet":
        sign = level.text.strip()[:1]
        return f"{sign if sign in _BULLETS else _ANY_BULLET} " if sign else ""

    def said(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        other = scheme.levels[at]
        if other is None:
            return ""
        value = counts[at]
        kind = "decimal" if level.legal and other.kind != "none" else other.kind
        return numeral(other.start if value is None else value, kind)

    number = _PLACE.sub(said, level.text)
    return f"{number}{level.glue}" if number.strip() else ""
