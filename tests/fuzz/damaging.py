"""Damage to files, as values: what is done, where, with what. Hypothesis makes and shrinks it."""

from __future__ import annotations

import msgspec
from hypothesis import strategies as st

# What a careless program, a broken download or an ill will puts into a text.
PIECES = (
    '"', '"' * 200, "«", "»»»", "(" * 200, ")", "[" * 200, "1." * 200, "7" * 400, "№" * 100, " ",
    " " * 300, "\t", "\t|\t", "\n", "\n\n\n", "\r", "\f", "\u2028", "\u00a0" * 50, "\u200b",
    "\u202e", "\u0301" * 50, "\ufeff", "\x00", "\x01", "\x85", "\U0001f600", "_" * 200, "-" * 200,
    "– ", "* ", "# ", "**", "...", "1. ", "2) ", "1-1-1-1-1-1. ", "99999999999. ", "а " * 150,
    "тармақ " * 40, "пункт 1 ", "и " * 60, "Приложение 1\n", "1-қосымша\n", "Глава 1. ",
    "1-тарау. ", "Утверждена\n", "РЕШИЛ:", "ШЕШТІ:", "от 31 февраля 0000 года № ",
    "2023 жылғы 99 мамырдағы № ", "исключить;\n", "изложить в следующей редакции:\n",
    "мынадай редакцияда жазылсын:\n", "Сноска. ", "Ескерту. ", "(далее – ", "\n© ", "<", "</p>",
    "<p>", "<table><tr><td>", "</table>", "<br>", "<!--", "]]>", "&#xD800;", "&#0;", "&amp;",
    '<td rowspan="9999" colspan="-1">', "<w:p>", "</w:tbl>", "endobj", "stream\n", "<<", ">>",
    "{", "}", "\\",
)  # fmt: skip
ENCODINGS = ("utf-8", "utf-16-le", "cp1251")
_PARTS = 10_000  # a place in a file is told in ten thousandths of its length
_LONGEST = 400  # bytes that one damage moves


class Damage(msgspec.Struct, frozen=True):
    """One change: ``what`` is done at ``place`` with ``length`` bytes, ``to`` another place."""

    what: str
    place: int
    length: int = 1
    to: int = 0
    piece: bytes = b""


def pieces() -> st.SearchStrategy[bytes]:
    """Words of the trade and noise."""
    written = st.builds(_encoded, st.sampled_from(PIECES), st.sampled_from(ENCODINGS))
    return st.one_of(written, st.binary(min_size=1, max_size=6))


def _encoded(piece: str, encoding: str) -> bytes:
    return piece.encode(encoding, "ignore") or b"?"


def damages(most: int = 6) -> st.SearchStrategy[list[Damage]]:
    """Lists of changes, the simplest first."""
    one = st.builds(
        Damage,
        st.sampled_from(sorted(_CHANGES)),
        st.integers(0, _PARTS),
        st.integers(1, _LONGEST),
        st.integers(0, _PARTS),
        pieces(),
    )
    return st.lists(one, min_size=1, max_size=most)


def damaged(data: bytes, changes: list[Damage]) -> bytes:
    """The file after all changes."""
    for change in changes:
        start = len(data) * change.place // _PARTS
        data = _CHANGES[change.what](data, start, change)
    return data


def _flipped(data: bytes, start: int, change: Damage) -> bytes:
    piece = bytes(byte ^ change.length % 255 + 1 for byte in data[start : start + 1])
    return data[:start] + piece + data[start + 1 :]


def _inserted(data: bytes, start: int, change: Damage) -> bytes:
    return data[:start] + change.piece + data[start:]


def _overwritten(data: bytes, start: int, change: Damage) -> bytes:
    return data[:start] + change.piece + data[start + len(change.piece) :]


def _deleted(data: bytes, start: int, change: Damage) -> bytes:
    return data[:start] + data[start + change.length :]


def _doubled(data: bytes, start: int, change: Damage) -> bytes:
    to = len(data) * change.to // _PARTS
    return data[:to] + data[start : start + change.length] + data[to:]


def _repeated(data: bytes, start: int, change: Damage) -> bytes:
    piece = data[start : start + change.length % 40 + 1]
    return data[:start] + piece * 60 + data[start:]


def _moved_lines(data: bytes, _start: int, change: Damage) -> bytes:
    """A block of lines put at another place."""
    lines = data.split(b"\n")
    first = len(lines) * change.place // _PARTS
    block = lines[first : first + change.length % 12 + 1]
    left = lines[:first] + lines[first + len(block) :]
    to = len(left) * change.to // _PARTS
    return b"\n".join(left[:to] + block + left[to:])


def _cut_off(data: bytes, start: int, _change: Damage) -> bytes:
    return data[:start]


_CHANGES = {
    "flip": _flipped, "insert": _inserted, "overwrite": _overwritten, "delete": _deleted,
    "double": _doubled, "repeat": _repeated, "move lines": _moved_lines, "cut off": _cut_off,
}  # fmt: skip
