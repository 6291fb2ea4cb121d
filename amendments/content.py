"""New wording as elements: what an instruction quotes, or what its own appendix holds."""

from __future__ import annotations

import re

import msgspec
from msgspec.structs import replace

from lexicon.folding import fold
from lexicon.references import read_references
from model import Act, Attachment, Lang, Node, Target
from parsers.quoted import elements_of

_WORDS = re.compile(r'"((?:[^"]|"[^"]*")+?)"(?=\s*(?:,|$|[^\W\d_]{1,5}\s+"))')


class Material(msgspec.Struct, frozen=True):
    """Where the new wording of one instruction comes from; ``own`` numbers the act's appendix."""

    quoted: tuple[tuple[Node, ...], ...]
    own: str | None
    act: Act


def content_for(material: Material, targets: list[Target], place: int) -> tuple[Node, ...]:
    """The new elements of the target at ``place``.

    One quotation may hold the new wording of several targets: then those elements that bear the
    target's number. Several quotations are one per target.
    """
    target = targets[place]
    if material.own is not None or (target.appendix and not material.quoted):
        return _appendix_body(material, target)
    lang = material.act.lang
    quotes = [elements_of(_unquoted(quote), lang) for quote in material.quoted]
    nodes = tuple(node for quote in quotes for node in quote)
    fitting = tuple(node for node in nodes if (node.kind, node.number) == deepest(target))
    if not fitting and len(quotes) == len(targets):
        return quotes[place]
    return fitting or nodes


def deepest(target: Target) -> tuple[str | None, str | None]:
    """Kind and number of the element that an address ends in."""
    keys = ("part", "item", "subclause", "clause", "article", "paragraph", "chapter", "section")
    kind = next((key for key in keys if getattr(target, key) is not None), None)
    return kind, getattr(target, kind) if kind else None


def _appendix_body(material: Material, target: Target) -> tuple[Node, ...]:
    found = _own_attachment(material, target)
    return found.body if found else ()


def _own_attachment(material: Material, target: Target) -> Attachment | None:
    """The act's own appendix: by its number, by the number it replaces, or the only one."""
    appendices = material.act.attachments
    by_number = [one for one in appendices if material.own and one.number == material.own]
    by_target = [one for one in appendices if _replaces(one, target, material.act.lang)]
    for fitting in (by_number, by_target):
        if len(fitting) == 1:
            return fitting[0]
    return appendices[0] if len(appendices) == 1 else None


def heading_fault(material: Material, target: Target) -> str | None:
    """The diagnostic that the heading of the act's own appendix deserves; ``None`` for none.

    An appendix of an amending act bears two headings, its own and that of the one it replaces.
    """
    found = _own_attachment(material, target) if material.own is not None else None
    if found is None or found.header is None:
        return None  # a lost block as a whole has been said where it was found missing
    if len(read_references(found.header, material.act.lang)) < 2:  # noqa: PLR2004 - two headings
        return "missing-appendix-header"
    return None if found.number else "missing-number"


def _replaces(attachment: Attachment, target: Target, lang: Lang) -> bool:
    """Whether the second heading of an appendix names the appendix that it replaces."""
    named = read_references(attachment.header or "", lang)
    return target.appendix is not None and any(one.appendix == target.appendix for one in named[1:])


def _unquoted(parts: tuple[Node, ...]) -> list[Node]:
    """The quoted paragraphs without the marks around the whole of them."""
    texts = [part.text or "" for part in parts]
    if texts:
        texts[0] = _cut(texts[0], first=True)
        texts[-1] = _cut(texts[-1], first=False)
    return [replace(part, text=text) for part, text in zip(parts, texts, strict=True)]


def _cut(words: str, *, first: bool) -> str:
    folded = fold(words)
    if first and (mark := re.match(r'\s*"', folded)):
        return words[mark.end() :]
    if not first and (mark := re.search(r'"\s*[;.,]{0,2}\s*$', folded)):
        return words[: mark.start()]
    return words


def quoted_words(words: str) -> list[str]:
    """The members of a list of quoted words, without their marks; bare words are one member."""
    folded = fold(words)
    found = [words[slice(*match.span(1))] for match in _WORDS.finditer(folded)]
    return found or [words.strip()]
