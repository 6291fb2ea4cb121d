"""Wordings of formulas as patterns, each with a quick look at what a text must have for it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lexicon.patterns import needed_words, pattern_of
from lexicon.slots import slot_type
from lexicon.template import Slot
from model import Lang


class Recognisers:
    """The wordings that are tried in turn.

    Of ``words`` one is in any text that they fit, with one of ``begins`` it begins, and with one
    of ``ends`` it ends, but for signs in ``tail``; ``endless`` begin those that end anyhow.
    """

    __slots__ = ("begins", "each", "endless", "ends", "tail", "words")

    def __init__(self, each: Iterable[Recogniser]) -> None:
        self.each = tuple(each)
        self.begins = tuple({one.begins for one in self.each})
        self.ends = tuple({one.ends for one in self.each if one.ends})
        self.tail = "".join({sign for one in self.each for sign in one.tail})
        self.endless = tuple({one.begins for one in self.each if not one.ends})
        words = dict.fromkeys(word for one in self.each for word in one.words)
        held = (any(short in word for short in words if short != word) for word in words)
        self.words = tuple(word for word, is_held in zip(words, held, strict=True) if not is_held)

    def those_in(self, lowered: str) -> list[Recogniser]:
        """The wordings whose words a text in small folded letters has."""
        for word in self.words:
            if word in lowered:
                return [one for one in self.each if one.may_stand_in(lowered)]
        return []


class Recogniser:
    """One wording of a formula as a pattern, compiled when a text first has the words it needs.

    ``needs`` are the words that no text of this wording lacks, ``begins`` is the one it begins
    with and ``ends`` the one it ends with, if any, but for signs in ``tail``; in small folded
    letters.
    """

    __slots__ = (
        "_either", "_lang", "_pattern", "_phrase", "begins", "ends", "formula_id", "needs",
        "places", "tail",
    )  # fmt: skip

    def __init__(self, formula_id: str, phrase: str, lang: Lang) -> None:
        self.formula_id = formula_id
        self.needs, self.begins, self._either, self.ends, self.tail = needed_words(phrase)
        self.places: dict[str, Slot] = {}
        self._phrase = phrase
        self._lang: Lang = lang
        self._pattern: re.Pattern[str] | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The words of which every text of this wording has one; one empty word if none are."""
        needed = self.needs[:1] or ("",)
        either = self._either or ("",)
        return max(needed, either, key=lambda words: min(map(len, words)))

    def may_stand_in(self, lowered: str) -> bool:
        """Whether a text has the words that this wording needs."""
        for word in self.needs:
            if word not in lowered:
                return False
        return not self._either or any(word in lowered for word in self._either)

    def may_be(self, lowered: str) -> bool:
        """Whether a text begins and ends as this wording does."""
        return lowered.startswith(self.begins) and (
            not self.ends or lowered.rstrip(self.tail).endswith(self.ends)
        )

    def match(self, folded: str, *, whole: bool) -> re.Match[str] | None:
        """The place of the wording in a folded text, or its fit to the whole of it."""
        if self._pattern is None:
            self._pattern = re.compile(pattern_of(self._phrase, self._place), re.IGNORECASE)
        return self._pattern.fullmatch(folded) if whole else self._pattern.search(folded)

    def _place(self, slot: Slot) -> str:
        first = slot.name not in self.places
        self.places.setdefault(slot.name, slot)
        inner = slot_type(self.places[slot.name]).pattern(self._lang)
        return f"(?P<{slot.name}>{inner})" if first else f"(?:{inner})"
