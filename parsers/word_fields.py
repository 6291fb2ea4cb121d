"""Fields of Word: their results are text, their codes are not.

The result of one field is no text of the act: the list of the document's own headings.
"""

from __future__ import annotations

import msgspec

from parsers.word_xml import Element, W

_CONTENTS = "TOC"  # the field that lists the headings of the document once more


class Field(msgspec.Struct):
    """A field that is being read: its code, and whether the result has begun."""

    code: str = ""
    is_result: bool = False


class Fields:
    """The fields that are open at a place, outermost first."""

    def __init__(self) -> None:
        self._open: list[Field] = []

    def mark(self, sign: Element) -> None:
        """Take note of ``w:fldChar``: the beginning, the middle or the end of a field."""
        kind = sign.get(f"{W}fldCharType")
        if kind == "begin":
            self._open.append(Field())
        elif kind == "separate" and self._open:
            self._open[-1].is_result = True
        elif kind == "end" and self._open:
            self._open.pop()

    def instruct(self, code: Element) -> None:
        """Take note of a piece of a field's code."""
        if self._open:
            self._open[-1].code += code.text or ""

    @property
    def reason(self) -> str | None:
        """Why words at this place are left out; ``None`` where they are read."""
        for field in self._open:
            if not field.is_result:
                return "field-code"
            if lists_contents(field.code):
                return "table-of-contents"
        return None


def lists_contents(code: str) -> bool:
    """Whether a field with this code is a table of contents."""
    return code.split()[:1] == [_CONTENTS]
