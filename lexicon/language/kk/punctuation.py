"""Where Kazakh words are parted: 4-тармағы is three tokens, 5-ке, 2/14 and 12) are one."""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.lang import char_classes
from spacy.lang.char_classes import CONCAT_QUOTES, LIST_ELLIPSES, LIST_ICONS

from lexicon.kk.tables import sounds
from lexicon.language.kk.words import number_endings

# spaCy's classes know the Cyrillic of other languages, but not қ, ғ, ұ.
_OWN = "".join(sounds().letters)
ALPHA_LOWER = char_classes.ALPHA_LOWER + _OWN
ALPHA_UPPER = char_classes.ALPHA_UPPER + _OWN.upper()
ALPHA = char_classes.ALPHA + _OWN + _OWN.upper()

_ENDINGS = "|".join(sorted(number_endings(), key=len, reverse=True))
_BEFORE_UNIT = rf"(?<=[0-9])-(?!(?:{_ENDINGS})(?![{ALPHA}]))(?=[{ALPHA}])"

TOKENIZER_INFIXES = [
    *LIST_ELLIPSES,
    *LIST_ICONS,
    rf"(?<=[{ALPHA_LOWER}])\.(?=[{ALPHA_UPPER}])",
    rf"(?<=[{ALPHA}])[,!?;()]+(?=[{ALPHA}])",
    rf"(?<=[{ALPHA}{CONCAT_QUOTES}])[:<>=](?=[{ALPHA}])",
    rf"(?<=[{ALPHA}])([{CONCAT_QUOTES}\)\]\(\[])(?=[\-{ALPHA}])",
    r"(?<=[0-9])[–—](?=[0-9])",
    rf"(?<=[{ALPHA}])[–—](?=[{ALPHA}])",
    _BEFORE_UNIT,
]

# "12)" opens a subclause, "8-1)" one that was put in; "4-10", "12-НҚ", "8С-5/3" number acts.
_ENUMERATOR = r"[0-9]{1,3}(?:-[0-9]{1,2})?\)"
_ACT_NUMBER = rf"[0-9{ALPHA_UPPER}]*[0-9][0-9{ALPHA_UPPER}]*(?:[-/][0-9{ALPHA_UPPER}]+)+"
_ACT_NUMBER_LETTERS_FIRST = rf"[{ALPHA_UPPER}]+-[0-9]+(?:[-/][0-9{ALPHA_UPPER}]+)*"

TOKEN_MATCH: Callable[[str], re.Match[str] | None] = re.compile(
    rf"(?:{_ENUMERATOR}|{_ACT_NUMBER}|{_ACT_NUMBER_LETTERS_FIRST})$"
).match
