"""A font of a PDF: which letters its codes mean and how wide they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

UNKNOWN = "\ufffd"
_USUAL_WIDTH = 500.0  # thousandths of the size: the middle of common text fonts
_WIDE_DEFAULT = 1000.0  # what the format says of a composite font without /DW
_MOST_CODES = 65_536
_RANGE = re.compile(rb"beginbf(char|range)(.*?)endbf\1", re.DOTALL)
_SPACES = re.compile(rb"begincodespacerange\s*<([0-9A-Fa-f]+)>")
_ITEM = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
_BY_NUMBER = re.compile(r"/uni([0-9A-F]{4})")


class Font(msgspec.Struct, frozen=True):
    """The letters by code and their widths in thousandths of the size."""

    letters: dict[int, str]
    widths: dict[int, float]
    usual: float
    bytes_a_code: int
    bold: bool

    def shown(self, codes: bytes) -> Iterator[tuple[int, str, float]]:
        """Code, letter and width of everything that a string shows."""
        step = self.bytes_a_code
        for place in range(0, len(codes) - step + 1, step):
            code = int.from_bytes(codes[place : place + step], "big")
            yield code, self.letters.get(code, UNKNOWN), self.widths.get(code, self.usual)


NO_FONT = Font({}, {}, _USUAL_WIDTH, 1, bold=False)


def font_of(resource: Any) -> Font:  # noqa: ANN401 - dictionaries of pypdf hold anything
    """The font of a page's resources; letters that it does not explain are unknown."""
    composite = resource.get("/Subtype") == "/Type0"
    bold = "bold" in str(resource.get("/BaseFont", "")).lower()
    meaning = _meaning(resource)
    letters = {} if composite else _encoded(_object(resource.get("/Encoding")))
    letters |= dict(_mapped(meaning))
    step = _step(meaning) or (2 if composite else 1)
    if not composite:
        return Font(letters, dict(_widths(resource)), _USUAL_WIDTH, step, bold)
    inner = _object(_object(resource["/DescendantFonts"])[0])
    usual = float(inner.get("/DW", _WIDE_DEFAULT))
    return Font(letters, dict(_composite_widths(inner)), usual, step, bold)


def _object(value: Any) -> Any:  # noqa: ANN401 - as above
    return value.get_object() if hasattr(value, "get_object") else value


def _meaning(resource: Any) -> bytes:  # noqa: ANN401 - as above
    stream = _object(resource.get("/ToUnicode"))
    return bytes(stream.get_data()) if hasattr(stream, "get_data") else b""


def _step(meaning: bytes) -> int | None:
    """How many bytes a code has, by the table of meanings; ``None`` where it does not say."""
    found = _SPACES.search(meaning)
    return len(found[1]) // 2 if found else None


def _mapped(meaning: bytes) -> Iterator[tuple[int, str]]:
    for kind, body in _RANGE.findall(meaning):
        items = [(re.sub(rb"\s", b"", m[1] or b""), m[2] or m[3]) for m in _ITEM.finditer(body)]
        yield from _pairs(items) if kind == b"char" else _ranges(items)


Item = tuple[bytes, bytes | None]  # a number in hexadecimal, or a bracket


def _pairs(items: list[Item]) -> Iterator[tuple[int, str]]:
    for (code, _), (letters, _) in zip(items[::2], items[1::2], strict=False):
        if code:
            yield int(code, 16), _text(letters)


def _ranges(items: list[Item]) -> Iterator[tuple[int, str]]:
    """Codes from one to another, with the first letter or with a list of letters."""
    left = iter(items)
    for (first, _), (last, _), (letters, bracket) in zip(left, left, left, strict=False):
        codes = range(int(first, 16), min(int(last, 16) + 1, int(first, 16) + _MOST_CODES))
        if bracket:
            listed = iter(lambda: next(left, (b"", b"]")), (b"", b"]"))
            yield from ((code, _text(one)) for code, (one, _) in zip(codes, listed, strict=False))
            for _ in listed:
                continue  # to the closing bracket
        else:
            start = _text(letters)
            yield from ((code, _raised(start, code - codes[0])) for code in codes)


def _text(hexadecimal: bytes) -> str:
    return bytes.fromhex(hexadecimal.decode()).decode("utf-16-be", "replace")


def _raised(letters: str, by: int) -> str:
    return letters[:-1] + chr(ord(letters[-1]) + by) if letters else ""


def _encoded(encoding: Any) -> dict[int, str]:  # noqa: ANN401 - as above
    """The letters of a simple font: Windows Latin, with the differences that have a number."""
    letters = {code: bytes([code]).decode("cp1252", "replace") for code in range(32, 256)}
    code = 0
    for item in _object(encoding.get("/Differences", ())) if hasattr(encoding, "get") else ():
        if isinstance(item, int):
            code = item
            continue
        numbered = _BY_NUMBER.fullmatch(str(item))
        if numbered:
            letters[code] = chr(int(numbered[1], 16))
        code += 1
    return letters


def _widths(resource: Any) -> Iterator[tuple[int, float]]:  # noqa: ANN401 - as above
    listed = _object(resource.get("/Widths", ()))
    for code, width in enumerate(listed[:_MOST_CODES], int(resource.get("/FirstChar", 0))):
        yield code, float(_object(width))


def _composite_widths(inner: Any) -> Iterator[tuple[int, float]]:  # noqa: ANN401 - as above
    """The table /W: a code and a list of widths, or two codes and the width of all between."""
    left = iter(_object(inner.get("/W", ())))
    for first in left:
        second = _object(next(left, ()))
        if isinstance(second, (int, float)):
            codes = range(int(first), min(int(second) + 1, int(first) + _MOST_CODES))
            width = float(_object(next(left, _WIDE_DEFAULT)))
            yield from ((code, width) for code in codes)
        else:
            yield from ((int(first) + place, float(_object(w))) for place, w in enumerate(second))
