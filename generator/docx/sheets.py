"""Sections: where a new sheet begins, which way it lies, which sheet has no page number."""

from __future__ import annotations

from copy import deepcopy

from docx.oxml.ns import qn

from generator.docx.xml import Element, child, make, paragraph, replace

_MM_PER_TWIP = 25.4 / 1440
# A later section inherits page numbers from the first one exactly when it names none itself.
_FIRST_ONLY = ("headerReference", "footerReference", "titlePg", "pgNumType")
_TURNED = {"top": "left", "right": "top", "bottom": "right", "left": "bottom"}


class Sheets:
    """The sections of one document; the template's own section is the pattern for all."""

    def __init__(self, body: Element, end_style: str) -> None:
        self._last = child(body, "sectPr")
        self._pattern = deepcopy(self._last)
        self._end_style = end_style
        self._closed = 0
        self.landscape = False

    @property
    def line_mm(self) -> float:
        """The length of a line on the present sheet."""
        size, margins = self._size(), self._margins()
        return (size["w"] - margins["left"] - margins["right"]) * _MM_PER_TWIP

    def turn(self, anchor: Element, *, landscape: bool) -> None:
        """End the present section before ``anchor``; the next one lies as asked.

        Where nothing is written yet there is nothing to end: the first section is turned.
        """
        if anchor.getprevious() is not None:
            child(self._ending(anchor), "pPr").append(self._properties())
            self._closed += 1
        self.landscape = landscape
        properties = self._properties()
        replace(self._last, properties)
        self._last = properties

    def _ending(self, anchor: Element) -> Element:
        """The paragraph that ends the section; after a table one must be made."""
        before = anchor.getprevious()
        if before is not None and before.tag == qn("w:p") and before.find(_SECTION) is None:
            return before
        ending = paragraph("", self._end_style)
        anchor.addprevious(ending)
        return ending

    def _properties(self) -> Element:
        properties = deepcopy(self._pattern)
        if self._closed:
            _drop(properties, *_FIRST_ONLY, "type")
            properties.insert(0, make("type", val="nextPage"))
        _set(child(properties, "pgSz"), self._size())
        _set(child(properties, "pgMar"), self._margins())
        if self.landscape:
            child(properties, "pgSz").set(qn("w:orient"), "landscape")
        return properties

    def _size(self) -> dict[str, int]:
        size = _values(child(self._pattern, "pgSz"), ("w", "h"))
        return {"w": size["h"], "h": size["w"]} if self.landscape else size

    def _margins(self) -> dict[str, int]:
        margins = _values(child(self._pattern, "pgMar"), tuple(_TURNED))
        if not self.landscape:
            return margins
        # The binding edge is the left one of the standing sheet, the upper one of the lying.
        return {side: margins[turned] for side, turned in _TURNED.items()}


_SECTION = f"{qn('w:pPr')}/{qn('w:sectPr')}"


def _values(element: Element, names: tuple[str, ...]) -> dict[str, int]:
    return {name: int(element.get(qn(f"w:{name}"), "0")) for name in names}


def _set(element: Element, values: dict[str, int]) -> None:
    for name, value in values.items():
        element.set(qn(f"w:{name}"), str(value))


def _drop(properties: Element, *names: str) -> None:
    for name in names:
        for element in properties.findall(qn(f"w:{name}")):
            properties.remove(element)
