"""How a number written in figures ends when it is read aloud: 16299 – тоғыз, 40 – қырық."""

from __future__ import annotations

from lexicon.kk.tables import sounds


def last_word(number: int) -> str:
    """The last word of ``number`` read aloud."""
    numbers = sounds().numbers
    if number % 10 or number == 0:
        return numbers.ones[number % 10]
    if number % 100:
        return numbers.tens[number % 100 // 10]
    zeros = len(str(number)) - len(str(number).rstrip("0"))
    return numbers.powers[max(power for power in numbers.powers if power <= zeros)]


def roman_value(text: str) -> int | None:
    """The value of a Roman numeral in Latin capitals, ``None`` for anything else."""
    values = [sounds().roman.get(letter) for letter in text]
    known = [value for value in values if value is not None]
    if not known or len(known) != len(values):
        return None
    following = [*known[1:], 0]
    return sum(
        -value if value < after else value for value, after in zip(known, following, strict=True)
    )
