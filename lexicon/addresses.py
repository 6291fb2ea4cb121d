"""An address inside an act as a lawyer says it, in both languages.

Kazakh goes from the outermost to the innermost, each in the genitive of the next, all but the
first possessed; Russian goes the other way round.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from lexicon import kk
from lexicon.inflection import inflect
from lexicon.unit_words import UnknownUnitError, unit_file, unit_list, units
from model import AdistemeError, Lang, Target

_OUTERMOST_FIRST = (
    "section",
    "chapter",
    "paragraph",
    "article",
    "clause",
    "subclause",
    "part",
    "item",
    "table",
    "row",
    "column",
    "cell",
    "sentence",
    "note",
)


class EmptyTargetError(AdistemeError):
    """A target that names nothing cannot be said."""

    template = (
        "A target without any key (%(lang)s) has no name; expected at least one of %(expected)s. "
        "Name the act itself by its title instead."
    )


class Step(msgspec.Struct, frozen=True):
    """One part of an address: a unit with its number or numbers, or a word without one."""

    kind: str
    numbers: tuple[str, ...] | None = None
    word: str = ""


def say(target: Target, lang: Lang, case: str = "nominative", *, whole: bool = False) -> str:
    """The address in words: "5-тармақтың 12) тармақшасы", "подпункт 12) пункта 5".

    What an act numbers through is not placed (a clause is named without its chapter), unless the
    ``whole`` address is asked for.

    Raises:
        EmptyTargetError: the target has no key.
        UnknownUnitError: an attachment that has no word here.
        CannotInflectError: no such case.
    """
    return say_all((target,), lang, case, whole=whole)


def say_all(
    targets: Sequence[Target], lang: Lang, case: str = "nominative", *, whole: bool = False
) -> str:
    """Several addresses, by one word where they differ in their last number alone.

    Raises:
        EmptyTargetError: a target has no key.
        UnknownUnitError: an attachment that has no word here.
        CannotInflectError: no such case.
    """
    paths = [_steps(target, lang, whole=whole) for target in targets]
    if not all(paths):
        raise EmptyTargetError(lang=lang, expected=", ".join(Target.__struct_fields__))
    steps = _as_one(paths)
    if steps is None:
        *first, last = (say(target, lang, case, whole=whole) for target in targets)
        return f"{', '.join(first)} {unit_file().joiner[lang]} {last}"
    return _kazakh(steps, case) if lang == "kk" else _russian(steps, case)


def _as_one(paths: Sequence[list[Step]]) -> list[Step] | None:
    """The paths as one whose last step has all their numbers; ``None`` where they differ more."""
    first = paths[0]
    same = all(path[:-1] == first[:-1] and path[-1].kind == first[-1].kind for path in paths)
    if len(paths) == 1:
        return first
    if not same or first[-1].numbers is None:
        return None
    numbers = tuple(number for path in paths for number in path[-1].numbers or ())
    return [*first[:-1], Step(first[-1].kind, numbers)]


def _steps(target: Target, lang: Lang, *, whole: bool) -> list[Step]:
    """The parts of the address that are said, the outermost first."""
    steps = []
    if target.attachment and not (target.attachment == "appendix" and target.appendix):
        steps.append(
            Step("attachment", word=_word(unit_file().attachments, target.attachment, lang))
        )
    if target.appendix is not None:
        steps.append(Step("appendix", (target.appendix,)))
    steps += _placed(target, lang, whole=whole)
    if target.element:
        steps.append(Step("element", word=_word(unit_file().elements, target.element, lang)))
    return steps


def _placed(target: Target, lang: Lang, *, whole: bool) -> list[Step]:
    keys = [kind for kind in _OUTERMOST_FIRST if getattr(target, kind) is not None]
    found = [Step(kind, (getattr(target, kind),)) for kind in keys]
    last = max(
        (at for at, step in enumerate(found) if units(lang)[step.kind].continuous), default=0
    )
    return found if whole else found[last:]


def _word(table: dict[str, dict[str, str]], name: str, lang: Lang) -> str:
    if name not in table:
        raise UnknownUnitError(what="attachment", met=name, expected=", ".join(table))
    return table[name][lang]


def _kazakh(steps: list[Step], case: str) -> str:
    said = []
    for at, step in enumerate(steps):
        own_case = case if step is steps[-1] else "genitive"
        said.append(_said_kazakh(step, own_case, possessed=at > 0))
    return " ".join(said)


def _said_kazakh(step: Step, case: str, *, possessed: bool) -> str:
    if step.numbers is not None:
        return unit_list(step.kind, step.numbers, "kk", case, possessed=possessed)
    return inflect(kk.possess(step.word) if possessed else step.word, "kk", case)


def _russian(steps: list[Step], case: str) -> str:
    innermost_first = list(reversed(steps))
    said = [_said_russian(innermost_first[0], case)]
    for inner, outer in pairwise(innermost_first):
        link = units("ru")[inner.kind].words if inner.kind in units("ru") else None
        if link is not None and link.belongs:
            said += [link.belongs, _said_russian(outer, link.belongs_case)]
        else:
            said.append(_said_russian(outer, "genitive"))
    return " ".join(said)


def _said_russian(step: Step, case: str) -> str:
    if step.numbers is not None:
        return unit_list(step.kind, step.numbers, "ru", case)
    return inflect(step.word, "ru", case)
