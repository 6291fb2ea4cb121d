"""The XML under a Word document: its names, and parts that are safe to parse.

Both dialects of the standard (ISO/IEC 29500, transitional and strict) are brought to the names
of the first, so that no reader asks which one it has.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from operator import itemgetter
from typing import cast

from lxml import etree

_OFFICE = "http://schemas.openxmlformats.org"
W = f"{{{_OFFICE}/wordprocessingml/2006/main}}"
R = f"{{{_OFFICE}/officeDocument/2006/relationships}}"
A = f"{{{_OFFICE}/drawingml/2006/main}}"
CHART = f"{{{_OFFICE}/drawingml/2006/chart}}"
DIAGRAM = f"{{{_OFFICE}/drawingml/2006/diagram}}"
MATH = f"{{{_OFFICE}/officeDocument/2006/math}}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
VAL = f"{W}val"

MOST_TAGS = 2_000_000  # the largest acts, every word of them in a run of its own, have a quarter
_STRICT = b"http://purl.oclc.org/ooxml/"
_DIALECT = (
    (b"wordprocessingml/main", f"{_OFFICE}/wordprocessingml/2006/main".encode()),
    (b"officeDocument/relationships", f"{_OFFICE}/officeDocument/2006/relationships".encode()),
    (b"officeDocument/math", f"{_OFFICE}/officeDocument/2006/math".encode()),
    (b"drawingml/main", f"{_OFFICE}/drawingml/2006/main".encode()),
    (b"drawingml/chart", f"{_OFFICE}/drawingml/2006/chart".encode()),
    (b"drawingml/diagram", f"{_OFFICE}/drawingml/2006/diagram".encode()),
)
_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\x00": "utf-16-le", b"\x00<": "utf-16-be"}
_DECLARATION = re.compile(r"^\ufeff?\s*<\?xml[^>]*\?>")
_DECLARED = re.compile(
    rb"""<\?xml[^>]*\bencoding\s*=\s*["'](?!utf-?8["'])([\w.:-]+)""", re.IGNORECASE
)
_OFF = {"0", "false", "off", "none"}

Element = etree._Element  # noqa: SLF001 - the library gives its one element type no public name


# The elements in an element. Those in one are few as a rule: a list of them is had sooner than an
# iterator over them.
children = cast("Callable[[Element], list[Element]]", itemgetter(slice(None)))


class UnsafePartError(ValueError):
    """A part that no Word document has: with a document type, or with too many elements."""


def in_one_dialect(data: bytes) -> bytes:
    """The bytes of a part as UTF-8, with transitional names.

    Raises:
        LookupError, UnicodeDecodeError: its encoding is not known, or is not what it says.
    """
    declared = _DECLARED.match(data)
    encoding = _WIDE.get(data[:2]) or (declared[1].decode() if declared else None)
    if encoding:
        data = _DECLARATION.sub("", data.decode(encoding)).encode()
    if _STRICT in data:
        for strict, transitional in _DIALECT:
            data = data.replace(_STRICT + strict, transitional)
    return data


def parsed(data: bytes) -> Element:
    """The root of a part in one dialect; entities, the network and huge trees are off.

    Raises:
        UnsafePartError: it declares a document type, or has more elements than any act.
        etree.XMLSyntaxError: not XML.
    """
    if len(data) > MOST_TAGS and data.count(b"<") > MOST_TAGS:
        detail = "it has more elements than any act"
        raise UnsafePartError(detail)
    # Ids stay collected: libxml2 without them loads what a document type names outside the file.
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        detail = "it declares a document type, which no Word document does"
        raise UnsafePartError(detail)
    return root


def is_on(switch: Element | None) -> bool:
    """Whether a switch such as ``w:vanish`` stands and is not turned off."""
    return switch is not None and switch.get(VAL, "1") not in _OFF


def number_in(element: Element | None, default: int, name: str = VAL) -> int:
    """The whole number in an attribute; ``default`` where there is none."""
    written = element.get(name, "") if element is not None else ""
    try:
        return int(written)
    except ValueError:
        return default
