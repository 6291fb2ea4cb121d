"""How an ending is put on a Kazakh phrase: after a hyphen or not, capitals as they were."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from lexicon.kk.harmony import final_class, harmony
from lexicon.kk.head import Head
from lexicon.kk.tables import endings, words


class Form(msgspec.Struct, frozen=True):
    """Which form of a phrase is meant; ``owner`` is whose it is, ``None`` as it stands."""

    case: str
    plural: bool = False
    owner: str | None = None


def attach(head: Head, ending: str) -> Head:
    """The ending put on; a hyphen is written once, capitals stay capitals."""
    written = head.joint + (ending.upper() if head.upper else ending)
    return replace(head, stem=head.stem + written, sound=head.sound + ending, joint="")


def join(head: Head, owner: str) -> Head:
    """Possession after a hyphen, where the stem stays as written: НМИ-і, 5-і."""
    shapes = endings().owners[owner]
    pair = shapes.vowel if final_class(head.sound) == "vowel" else shapes.other
    return attach(head, pair[harmony(head.sound).index])


def rewrite(head: Head, sound: str) -> Head:
    """The last word rewritten, its unchanged beginning as it was written."""
    kept = _shared(head.sound, sound)
    start = len(head.stem) - len(head.sound)
    ending = sound[kept:]
    stem = head.stem[: start + kept] + (ending.upper() if head.upper else ending)
    return replace(head, stem=stem, sound=sound)


def bridge(head: Head) -> Head:
    """акт – акті before any ending."""
    whole = words().bridged.get(head.sound)
    return head if whole is None or head.joint else rewrite(head, whole)


def _shared(first: str, second: str) -> int:
    """How many letters two words have in common at their beginning."""
    pairs = enumerate(zip(first, second, strict=False))
    shorter = min(len(first), len(second))
    return next((at for at, (left, right) in pairs if left != right), shorter)
