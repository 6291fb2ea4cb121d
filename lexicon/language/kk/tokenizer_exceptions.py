"""Shortened words and initials that keep their stop."""

from __future__ import annotations

from typing import Any

from spacy.lang.tokenizer_exceptions import BASE_EXCEPTIONS
from spacy.symbols import NORM, ORTH
from spacy.util import update_exc

from lexicon.kk.tables import sounds
from lexicon.language.kk.words import language_words

Special = dict[str, list[dict[int, str]]]


def _shortened() -> Special:
    """Each shortened word, with a capital letter too: м.а., М.а."""
    special: Special = {}
    for written, norm in language_words().shortened.items():
        for form in (written, written[:1].upper() + written[1:]):
            special[form] = [{ORTH: form, NORM: norm}]
    return special


def _initials() -> Special:
    """An initial keeps its stop: Ж. Әбенов."""
    capitals = (letter.upper() for letter in sounds().letters)
    return {f"{letter}.": [{ORTH: f"{letter}."}] for letter in capitals}


TOKENIZER_EXCEPTIONS: dict[str, Any] = update_exc(BASE_EXCEPTIONS, _initials(), _shortened())
