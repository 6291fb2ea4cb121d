"""Drawings of Word: the text boxes in them, and the pictures whose words nobody can read."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from parsers.word_xml import CHART, DIAGRAM, MC, A, Element, R, V, W

_BOX = f"{W}txbxContent"
_CHOICE, _FALLBACK = f"{MC}Choice", f"{MC}Fallback"
_PICTURES = {
    f"{A}blip": (f"{R}embed", f"{R}link"),
    f"{V}imagedata": (f"{R}id", f"{R}href"),
    f"{CHART}chart": (f"{R}id",),
    f"{DIAGRAM}relIds": (f"{R}dm",),
}
_LETTERING = f"{V}textpath"  # words drawn as a shape, such as "draft" across the page
# Extensions of Word itself hold the same text as their fallback; others hold only pictures of it.
_OWN = "http://schemas.microsoft.com/office/word/"


class Hung(msgspec.Struct):
    """What a drawing holds: text boxes, ids of pictures, and words that are drawn."""

    boxes: list[Element]
    pictures: list[str]
    decorations: list[str]


def hung_in(drawing: Element) -> Hung:
    """What hangs in a drawing, each text once."""
    found = Hung([], [], [])
    _gather(drawing, found)
    return found


def _gather(element: Element, found: Hung) -> None:
    for child in element:
        if child.tag == _BOX:
            found.boxes.append(child)
        elif child.tag in _PICTURES:
            ids = [child.get(name) for name in _PICTURES[child.tag]]
            found.pictures.extend([one for one in ids if one][:1])
        elif child.tag == _LETTERING:
            found.decorations.append(child.get("string", ""))
        elif child.tag == f"{MC}AlternateContent":
            for branch in chosen(child):
                _gather(branch, found)
        else:
            _gather(child, found)


def chosen(alternatives: Element) -> Iterator[Element]:
    """The one branch of ``mc:AlternateContent`` that is read; none where it is empty."""
    choices = list(alternatives.iterchildren(_CHOICE))
    fallbacks = list(alternatives.iterchildren(_FALLBACK))
    known = [one for one in choices if _is_known(one)]
    yield from (*known, *fallbacks, *choices)[:1]


def _is_known(choice: Element) -> bool:
    needed = choice.get("Requires", "").split()
    return all((choice.nsmap.get(prefix) or "").startswith(_OWN) for prefix in needed)
