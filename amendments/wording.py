"""How an instruction says where words stand, what they are called, and quotes them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lexicon.amending import amending_words
from lexicon.folding import fold
from lexicon.units import say_all
from model import Lang, Operation, Target

_DIGITS = re.compile(r"[\d\s.,%–-]*\d[\d\s.,%–-]*")
_SIGNS = re.compile(r"[^\w\s]+")


def place_of(operation: Operation, targets: Sequence[Target], lang: Lang) -> str:
    """Where the words stand: "в пункте 3", "по всему тексту", "5-тармақта"; empty for anywhere."""
    place = amending_words(lang).place
    if targets[0] == Target():
        return place["throughout_whole"] if operation.throughout else ""
    if operation.throughout:
        said = say_all(targets, lang, place["throughout_case"], whole=True)
        return place["throughout"].format(target=said)
    if operation.action == "insert-words" and operation.old is None:
        return _end_or_beginning(operation, targets, lang)
    said = say_all(targets, lang, place["in_case"], whole=True)
    before_cluster = fold(said).startswith(amending_words(lang).clusters or ("\0",))
    return place["in_before_cluster" if before_cluster else "in"].format(target=said)


def _end_or_beginning(operation: Operation, targets: Sequence[Target], lang: Lang) -> str:
    if operation.position == "before":
        said = say_all(targets, lang, "genitive", whole=True)
        return amending_words(lang).place["beginning"].format(target=said)
    return say_all(targets, lang, "nominative" if lang == "kk" else "accusative", whole=True)


def noun_for(words: Sequence[str | None]) -> str:
    """What the words are: "word", "digits", "signs" …, as the noun slot of a formula has it."""
    plain = [one or "" for one in words]
    kinds = (("digit", _DIGITS), ("sign", _SIGNS))
    kind = next((name for name, shape in kinds if all(map(shape.fullmatch, plain))), "word")
    single = {"digit": 1, "sign": 1}.get(kind)
    several = len(plain) > 1 or (len(plain[0]) > single if single else " " in plain[0].strip())
    return f"{kind}s" if several else kind


def quoted(words: Sequence[str | None]) -> str:
    """The words in quotation marks, as a list."""
    return ", ".join(f'"{one or ""}"' for one in words)
