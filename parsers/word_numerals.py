"""Numbers of lists as Word prints them: figures, letters, Roman numerals."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN = 3999
_LARGEST_LETTERS = 780  # Word counts no further with letters (30 times the 26 Latin ones)
_LATIN = "abcdefghijklmnopqrstuvwxyz"
# The 29 letters that Word counts with in Russian: those with two dots or a breve and the two
# signs without a sound of their own begin no entry.
_RUSSIAN = "".join(chr(0x430 + place) for place in range(32) if place not in {9, 26, 28})
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def roman(value: int) -> str:
    """A number in small Roman numerals; in figures where there is none."""
    if not 0 < value <= _LARGEST_ROMAN:
        return str(value)
    written = ""
    for weight, sign in _ROMAN:
        times, value = divmod(value, weight)
        written += sign * times
    return written


def lettered(value: int, letters: str) -> str:
    """The letter of a number; after the last one letters are doubled, as Word does: aa, bb."""
    if not 0 < value <= _LARGEST_LETTERS:
        return str(value)
    times, place = divmod(value - 1, len(letters))
    return letters[place] * (times + 1)


_FORMATS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimalZero": lambda value: f"{value:02}",
    "lowerRoman": roman,
    "upperRoman": lambda value: roman(value).upper(),
    "lowerLetter": lambda value: lettered(value, _LATIN),
    "upperLetter": lambda value: lettered(value, _LATIN).upper(),
    "russianLower": lambda value: lettered(value, _RUSSIAN),
    "russianUpper": lambda value: lettered(value, _RUSSIAN).upper(),
    "numberInDash": lambda value: f"- {value} -",
    "decimalEnclosedParen": lambda value: f"({value})",
    "decimalEnclosedFullstop": lambda value: f"{value}.",
}


def numeral(value: int, kind: str) -> str:
    """``value`` in the number format ``kind`` (ECMA-376, 17.18.59); figures where it is unknown."""
    return _FORMATS.get(kind, str)(value)
