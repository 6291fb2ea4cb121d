"""The small language that all drafted text is written in: words with ``{slot:form}`` places.

A slot names what stands there and, after colons, the forms in which it is said:
``{role.unit_head:genitive}``, ``{clause deadlines:locative:possessed}``. ``{{`` is a brace.
What a slot means is the caller's business; this module only finds the places.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

import msgspec

from model import AdistemeError

_PLACE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_SLOT = re.compile(r"(?P<name>[\w.]+)(?: (?P<argument>[\w.-]+))?(?P<forms>(?::[\w-]+)*)")


class TemplateError(AdistemeError):
    """A template that cannot be read: a brace alone, or a slot that is not one."""

    template = (
        'In the template "%(text)s" the place "%(place)s" is not a slot; expected {name:form}. '
        "Write {{ and }} for braces that are part of the text."
    )


class Slot(msgspec.Struct, frozen=True):
    """A place in a template: ``{name argument:form:form}``."""

    name: str
    argument: str | None = None
    forms: tuple[str, ...] = ()
    source: str = ""


@lru_cache(maxsize=4096)
def parse_template(text: str) -> tuple[str | Slot, ...]:
    """The template as runs of literal text and slots, in order.

    Raises:
        TemplateError: a brace stands alone or a slot is malformed.
    """
    pieces: list[str | Slot] = []
    at = 0
    for place in _PLACE.finditer(text):
        pieces.append(text[at : place.start()])
        pieces.append(_piece(place, text))
        at = place.end()
    pieces.append(text[at:])
    return tuple(piece for piece in pieces if piece != "")


def _piece(place: re.Match[str], text: str) -> str | Slot:
    if place[0] in {"{{", "}}"}:
        return place[0][0]
    slot = _SLOT.fullmatch(place[1] or "")
    if slot is None:
        raise TemplateError(text=text, place=place[0])
    forms = tuple(slot["forms"].split(":")[1:])
    return Slot(slot["name"], slot["argument"], forms, place[0])


def render_template(text: str, fill: Callable[[Slot], str]) -> str:
    """The template with every slot replaced by what ``fill`` says of it."""
    pieces = parse_template(text)
    return "".join(piece if isinstance(piece, str) else fill(piece) for piece in pieces)
