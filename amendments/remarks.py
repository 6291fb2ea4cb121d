"""Notes that are part of a text: "Ескертпе: …" under a form, "Примечание: …"."""

from __future__ import annotations

import re

from lexicon.data import words
from lexicon.folding import fold
from model import Lang


def is_remark(text: str, number: str, lang: Lang) -> bool:
    """Whether a line is a note of the text; with a ``number``, the note of that number."""
    stems = "|".join(fold(stem).lower() for stem in words("editorial")[lang]["remarks"])
    opened = re.match(rf"\W*(?:{stems})\w*\s*(\d*)", fold(text).lower())
    return opened is not None and (not number or opened[1] == number)
