"""Where acts differ inside a sentence: which option a source follows, and how another one reads.

The passages stand in ``variations.yaml``; ``told`` reads the options of any act from them.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import msgspec

from generator.names import capital
from generator.options import Setting, same
from generator.retarget_journal import Journal
from generator.wording import Wording
from lexicon.data import load
from lexicon.folding import fold
from lexicon.patterns import pattern_of
from lexicon.slots import slot_type
from lexicon.template import Slot
from model import Act, Agency, Both, Lang
from model.tree import walk

_FILE = Path(__file__).parent / "variations.yaml"
_CATEGORY = "category"  # the slot that reads a value which the file does not list


class Passage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How one passage is said under one value of its option, and how it is recognised."""

    value: Setting | None
    say: str
    read: str | None = msgspec.field(default=None, name="is")


class Variation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One passage under every value of an option, in both languages."""

    option: str
    about: str
    kk: tuple[Passage, ...]
    ru: tuple[Passage, ...]

    def of(self, lang: Lang) -> tuple[Passage, ...]:
        """The passages in ``lang``."""
        return self.kk if lang == "kk" else self.ru


@cache
def variations() -> tuple[Variation, ...]:
    """Every variation, in the order of the file."""
    return load(_FILE, tuple[Variation, ...])


class Found(msgspec.Struct, frozen=True):
    """A passage that stands in a text: where, and which value it follows."""

    start: int
    end: int
    value: Setting


def told(act: Act) -> dict[str, Setting]:
    """The options that the sentences of an act follow; what it does not say is left out."""
    texts = [node.text for _, node in walk(act) if node.text]
    found: dict[str, Setting] = {}
    for variation in variations():
        places = filter(None, (find(variation, text, act.lang) for text in texts))
        first = next(places, None)
        if first is not None:
            found.setdefault(variation.option, first.value)
    return found


def find(variation: Variation, text: str, lang: Lang) -> Found | None:
    """Where the varying passage stands in ``text``; ``None`` where it does not."""
    for passage in variation.of(lang):
        match = _pattern(passage, lang).search(fold(text))
        if match:
            read = match.groupdict().get(_CATEGORY)
            value = read if passage.value is None and read is not None else passage.value
            return None if value is None else Found(match.start(), match.end(), value)
    return None


@cache
def _pattern(passage: Passage, lang: Lang) -> re.Pattern[str]:
    phrase = passage.read or re.sub(r"([()\[\]|*])", r"\\\1", passage.say)
    return re.compile(pattern_of(phrase, lambda slot: _place(slot, lang)), re.IGNORECASE)


def _place(slot: Slot, lang: Lang) -> str:
    if slot.name == _CATEGORY:
        return rf"(?P<{_CATEGORY}>{slot_type(slot).pattern(lang)})"
    return ".+?"


def varied(text: str, agency: Agency, wording: Wording, journal: Journal) -> str:
    """The text with every varying passage as the options of the profile have it.

    An option that the profile leaves out leaves the passage alone.
    """
    for variation in variations():
        wanted = agency.options.get(variation.option)
        found = find(variation, text, wording.lang) if wanted not in {None, ""} else None
        if wanted is None or found is None or same(found.value, wanted):
            continue
        new = _said(variation, wanted, wording)
        if new is not None:
            old = text[found.start : found.end]
            new = _around(old, capital(new) if old[:1].isupper() else new)
            journal.write("option", old.strip(), new.strip())
            text = text[: found.start] + new + text[found.end :]
    return text


def _around(old: str, new: str) -> str:
    """The new words with the blanks that the old ones took with them."""
    return old[: len(old) - len(old.lstrip())] + new + old[len(old.rstrip()) :]


def _said(variation: Variation, wanted: Setting, wording: Wording) -> str | None:
    for passage in variation.of(wording.lang):
        if passage.value is None or same(passage.value, wanted):
            return wording.say(Both(passage.say, passage.say))
    return None
