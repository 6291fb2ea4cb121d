"""Why a form is as it is: the rules that decided, in their order, said in three languages.

The texts stand beside the rules' words (``kk/reasons.yaml``, ``ru/reasons.yaml``).
"""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from lexicon.data import ROOT, load
from model import Lang

Ui = Literal["kk", "ru", "en"]


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a rule says, with places for the word and the ending that it met."""

    kk: str
    ru: str
    en: str


class Reason(msgspec.Struct, frozen=True):
    """One rule that decided: ``word`` is what it looked at or made, ``ending`` what it added."""

    rule: str
    word: str = ""
    ending: str = ""

    @property
    def name(self) -> str:
        """The rule's name, with the ending where it added one: ``dative: -ға``."""
        return f"{self.rule}: -{self.ending}" if self.ending else self.rule


class Explanation(msgspec.Struct, frozen=True):
    """A form with the reasons for it."""

    form: str
    lang: Lang
    reasons: tuple[Reason, ...]

    def lines(self, ui: Ui = "en") -> tuple[str, ...]:
        """A sentence per reason, in the language of the reader."""
        texts = _texts(self.lang)
        return tuple(
            getattr(texts[reason.rule], ui) % {"word": reason.word, "ending": reason.ending}
            for reason in self.reasons
        )


@cache
def _texts(lang: Lang) -> dict[str, Said]:
    return load(ROOT / lang / "reasons.yaml", dict[str, Said])
