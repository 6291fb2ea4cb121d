"""Back or front: which of two shapes an ending takes after a given word.

Each rule looks at the word as it sounds (lower case) and answers "back", "front" or ``None``
for "not my case"; the first answer holds. The name of the rule is what ``explain`` prints.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import msgspec

from lexicon.kk.tables import sounds, vowel_letters, words

Rule = Callable[[str], str | None]


class Harmony(msgspec.Struct, frozen=True):
    """Which shape, and the rule that decided."""

    side: str
    rule: str

    @property
    def index(self) -> int:
        """The place in a pair of endings: 0 after a back syllable, 1 after a front one."""
        return int(self.side == "front")


def by_listed_word(sound: str) -> str | None:
    """Words whose letters mislead: тарихқа, таксиге."""
    if sound in words().back_words:
        return "back"
    return "front" if sound in words().front_words else None


def by_surname(sound: str) -> str | None:
    """Family names in -ов, -ев follow the syllable before: Тоқаевтың, Әуезовтің."""
    for ending in words().surname_endings:
        name = sound.removesuffix(ending)
        if name != sound and any(letter in vowel_letters() for letter in name):
            return by_last_vowel(name)
    return None


def by_final_consonant(sound: str) -> str | None:
    """к, г, ь make any word front, қ, ғ back: банкке, округке, апрельге, тармаққа."""
    if sound[-1:] and sound[-1] in sounds().front_endings:
        return "front"
    return "back" if sound[-1:] and sound[-1] in sounds().back_endings else None


def by_vowel_before_glide(sound: str) -> str | None:
    """A final у, и, ю follows the vowel before it: бағалауға, бекітуге, мәдениге."""
    gliding = sounds().vowels.gliding
    if sound[-1:] not in gliding:
        return None
    before = sound.rstrip("".join(gliding))
    clear = [letter for letter in before if letter in vowel_letters() and letter not in gliding]
    return _side(clear[-1]) if clear else gliding[sound[-1]]


def by_last_vowel(sound: str) -> str | None:
    """The last vowel decides; у, и, ю inside the last syllable by their own habit."""
    vowels = [letter for letter in sound if letter in vowel_letters()]
    if not vowels:
        return None
    return sounds().vowels.gliding.get(vowels[-1]) or _side(vowels[-1])


def without_vowels(sound: str) -> str | None:  # noqa: ARG001 - every rule has one shape
    """Nothing to harmonize with: front, as most letters are called."""
    return "front"


RULES: tuple[Rule, ...] = (
    by_listed_word,
    by_surname,
    by_final_consonant,
    by_vowel_before_glide,
    by_last_vowel,
    without_vowels,
)


@lru_cache(maxsize=4096)
def harmony(sound: str) -> Harmony:
    """Back or front after a word as it sounds, with the rule that decided."""
    for rule in RULES:
        side = rule(sound)
        if side is not None:
            return Harmony(side, rule.__name__)
    return Harmony("front", without_vowels.__name__)


def final_class(sound: str) -> str:
    """The class of the last sound: vowel, glide, lateral, nasal, buzzing or voiceless."""
    last = sound.rstrip(sounds().silent)[-1:]
    for name, letters in sounds().finals.items():
        if last and last in letters:
            return name
    return "voiceless"


def _side(vowel: str) -> str:
    return "back" if vowel in sounds().vowels.back else "front"
