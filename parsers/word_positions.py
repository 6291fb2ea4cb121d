"""Where a text box floats: above the paragraph that it hangs on, or beside and below it.

The block of the right corner is often such a box, hung on the title that it stands above.
"""

from __future__ import annotations

import re

from parsers.word_xml import Element

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_OF_TEXT = {"paragraph", "line", "text"}
_OF_PAGE = {"page", "margin", "topMargin", "top-margin-area"}
_HEAD_OF_PAGE = 142.0  # points: 5 cm, within which only a page's first lines stand
_EMU = 12_700  # in a point
_LENGTH = re.compile(r"(-?[\d.]+)(pt|in|cm|mm|)")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "": 0.75}


def is_above(drawing: Element) -> bool:
    """Whether the drawing begins above the words that it hangs on; not, where it says nothing."""
    position = next(drawing.iter(f"{WP}positionV"), None)
    if position is not None:
        return _is_above(position.get("relativeFrom", ""), *_placed(position))
    styles = (one.get("style", "") for one in drawing.iter() if isinstance(one.tag, str))
    style = next((one for one in styles if "margin-top" in one or "position-vertical" in one), "")
    said = dict(pair.strip().split(":", 1) for pair in style.split(";") if ":" in pair)
    relative = said.get("mso-position-vertical-relative", "text")
    return _is_above(relative, _points(said.get("margin-top")), said.get("mso-position-vertical"))


def _is_above(relative: str, top: float | None, side: str | None) -> bool:
    if relative in _OF_PAGE:
        return side == "top" or (top is not None and top < _HEAD_OF_PAGE)
    return relative in _OF_TEXT and top is not None and top < 0


def _placed(position: Element) -> tuple[float | None, str | None]:
    """The distance from the top in points, and the side that it is set to."""
    offset, side = position.findtext(f"{WP}posOffset"), position.findtext(f"{WP}align")
    try:
        return (int(offset) / _EMU if offset else None), side
    except ValueError:
        return None, side


def _points(written: str | None) -> float | None:
    length = _LENGTH.fullmatch((written or "").strip())
    try:
        return float(length[1]) * _POINTS[length[2]] if length else None
    except ValueError:
        return None
