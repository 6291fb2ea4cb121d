"""Which number every element of the base has now, while operations renumber them in turn."""

from __future__ import annotations

from msgspec.structs import replace

from model import Target
from parsers.pointing import NAMED, short


class Moves:
    """Which number every element of the base has now, and which element has a number now."""

    def __init__(self) -> None:
        self._now: dict[Target, str] = {}
        self._gone: set[Target] = set()

    def __bool__(self) -> bool:
        return bool(self._now)

    def note(self, old: Target, new: Target) -> None:
        """The element that stands at ``old`` now has taken the number of ``new``."""
        base = self.base_of(old)
        kind = _kind(base)
        if kind is not None:
            self._now[base] = getattr(new, kind) or ""

    def number_of(self, base: Target) -> str | None:
        """The new number of an element of the base; ``None`` where it has its own."""
        return self._now.get(base)

    def base_of(self, address: Target) -> Target:
        """Where the element that stands at an address now stood in the base."""
        found = short(address)
        if found.appendix is not None and _kind(found) == "appendix":
            return self._base("appendix", found)
        for kind in NAMED:
            if getattr(found, kind) is not None:
                found = self._base(kind, found)
        return found

    def _base(self, kind: str, found: Target) -> Target:
        """The address with the number of one of its units as it was in the base."""
        inner: dict[str, None] = (
            dict.fromkeys(NAMED[NAMED.index(kind) + 1 :]) if kind in NAMED else {}
        )
        outer = replace(found, **inner)
        for base, now in self._now.items():
            if _kind(base) == kind and replace(base, **{kind: now}) == outer:
                return replace(found, **{kind: getattr(base, kind)})
        return found


def _kind(address: Target) -> str | None:
    kinds = (unit for unit in reversed(NAMED) if getattr(address, unit) is not None)
    return next(kinds, "appendix" if address.appendix is not None else None)
