"""Signs that Word sets from symbol fonts (``w:sym``), as the characters that they look like."""

from __future__ import annotations

_FIRST, _LAST = 0xF000, 0xF0FF  # the private places where the signs of symbol fonts stand
_SYMBOL = {
    0x2A: "*", 0x2B: "+", 0x2D: "−", 0x3D: "=", 0x53: "Σ", 0x61: "α", 0x62: "β", 0xA3: "≤",
    0xA5: "∞", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷",
    0xB9: "≠", 0xBB: "≈", 0xD6: "√", 0xD7: "⋅", 0xDE: "⇒", 0xE5: "∑",
}  # fmt: skip
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0xA7: "▪",
    0xA8: "□", 0xD8: "➢", 0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def symbol(font: str, code: str) -> str | None:
    """The character for the sign ``code`` (hexadecimal) of ``font``; ``None`` if it has none."""
    try:
        place = int(code, 16)
        written = chr(place)
    except (ValueError, OverflowError):
        return None
    signs = _FONTS.get(font.lower())
    if signs is not None and (_FIRST <= place <= _LAST or place < 0x100):  # noqa: PLR2004 - a byte
        return signs.get(place & 0xFF)
    return None if _FIRST <= place <= _LAST or not written.isprintable() else written
