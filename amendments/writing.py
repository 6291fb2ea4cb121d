"""Operations written as the instruction that orders them, in either language."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from amendments.wording import noun_for, place_of, quoted
from lexicon.amending import amending_words
from lexicon.formulas import write
from lexicon.mentions import DEPTH
from lexicon.targets import read_targets
from lexicon.unit_words import unit_list, units
from lexicon.units import say_all
from model import AdistemeError, Lang, Operation, Target

_NUMBERED = tuple(key for key in DEPTH if key not in {"act", "attachment"})
_UNNUMBERED = {"part", "item", "table"}  # may be added without a number


class CannotWriteError(AdistemeError):
    """Operations that no one instruction can order."""

    template = (
        "These operations cannot be written as one instruction: %(why)s (%(actions)s). Expected "
        "one action on one or more targets; write them one by one."
    )


class Own(msgspec.Struct, frozen=True):
    """The amending act's own appendices that hold the new wording: its type, their numbers.

    A number is ``""`` where the act has one appendix without a number.
    """

    act: str
    numbers: tuple[str, ...]


def write_instruction(
    operations: Operation | Sequence[Operation], lang: Lang, own: Own | None = None
) -> str:
    """The canonical instruction that orders the operations: one action, on one or more targets.

    Elements are given below it: the instruction ends in a colon and their wording follows in
    quotation marks. With ``own`` they are given by the amending act's own appendices.

    Raises:
        CannotWriteError: different actions, an action that is not understood, no operation.
        EmptyTargetError: a whole element is to be changed and none is named.
    """
    listed = (operations,) if isinstance(operations, Operation) else tuple(operations)
    line = _line(_checked(listed), lang, own)
    return _with_language(line, listed[0], lang)


def write_for_other_text(operations: Sequence[Operation], lang: Lang) -> str:
    """The instruction in the text that does not change: what changes in the other, and no words.

    Raises:
        CannotWriteError, EmptyTargetError: as ``write_instruction``.
    """
    listed = _checked(tuple(operations))
    if listed[0].action == "replace":
        case = "genitive" if lang == "kk" else "accusative"
        said = say_all(_targets(listed), lang, case, whole=True)
        line = write("amend/in-other-text", lang, target=said)
    else:
        line = f"{_line(listed, lang, None).rstrip(':;')};"
    return _with_language(line, listed[0], lang)


def _checked(listed: tuple[Operation, ...]) -> tuple[Operation, ...]:
    actions = {one.action for one in listed}
    if len(actions) == 1 and "not-understood" not in actions:
        return listed
    why = (
        "no operation is given"
        if not listed
        else "it is not understood"
        if len(actions) == 1
        else "there are several actions"
    )
    raise CannotWriteError(why=why, actions=", ".join(sorted(actions)) or "–")


def _with_language(line: str, operation: Operation, lang: Lang) -> str:
    """The remark that the other text does not change."""
    if operation.only is None:
        return line
    other = amending_words(lang).unchanged["ru" if operation.only == "kk" else "kk"]
    return f"{line[:-1]}, {other}{line[-1]}"


def _line(listed: tuple[Operation, ...], lang: Lang, own: Own | None) -> str:
    action = listed[0].action
    if action.endswith("-words"):
        return _on_words(listed, lang)
    if action == "insert":
        return _insertion(listed, lang, own)
    if action == "renumber":
        return _renumbering(listed, lang)
    if action == "move":
        return _move(listed, lang)
    return _on_elements(listed, lang, own)


def _targets(listed: Sequence[Operation]) -> list[Target]:
    return list(dict.fromkeys(one.target for one in listed))


def _on_elements(listed: tuple[Operation, ...], lang: Lang, own: Own | None) -> str:
    """A new redaction, a deletion, a repeal, a restoration."""
    action, targets = listed[0].action, _targets(listed)
    if action == "replace" and own is not None:
        return write(
            "amend/replace-by-appendix",
            lang,
            target=_object(targets, lang),
            act=own.act,
            own=_own(own, lang),
        )
    if action == "repeal" and lang == "kk":
        return write("amend/repeal", lang, target=say_all(targets, lang, "genitive", whole=True))
    name = f"repeal{_agreement(targets)}" if action == "repeal" else action
    return write(f"amend/{name}", lang, target=_object(targets, lang))


def _object(targets: Sequence[Target], lang: Lang) -> str:
    return say_all(targets, lang, "nominative" if lang == "kk" else "accusative", whole=True)


def _own(own: Own, lang: Lang) -> str:
    return say_all([Target(appendix=number) for number in own.numbers], lang, "dative")


def _agreement(targets: Sequence[Target]) -> str:
    """How the Russian participle agrees: утратившим, утратившей, утратившими."""
    kind, _ = deepest_key(targets[0])
    if len(targets) > 1:
        return "-many"
    feminine = kind in units("ru") and units("ru")[kind].words.gender == "f"
    return "-feminine" if feminine and targets[0].element is None else ""


def deepest_key(target: Target) -> tuple[str, str | None]:
    """The unit in which an address ends, and its number."""
    found = [key for key in _NUMBERED if getattr(target, key) is not None]
    return (found[-1], getattr(target, found[-1])) if found else ("", None)


def _insertion(listed: tuple[Operation, ...], lang: Lang, own: Own | None) -> str:
    targets = _targets(listed)
    kind, _ = deepest_key(targets[0])
    added = next((node.kind for node in listed[0].content), kind)
    if added in _UNNUMBERED and kind not in (*_UNNUMBERED, "row", "column"):
        host, words = targets[0], unit_list(added, ("",), lang, "instrumental")
    else:
        host = replace(targets[0], **{kind: None})
        numbers = [getattr(target, kind) for target in targets]
        words = unit_list(kind, numbers, lang, "instrumental")
    if own is not None:
        return write(
            "amend/insert-by-appendix", lang, target=words, act=own.act, own=_own(own, lang)
        )
    if host == Target():
        return write("amend/insert-here", lang, target=words)
    return write("amend/insert", lang, host=_object([host], lang), target=words)


def _renumbering(listed: tuple[Operation, ...], lang: Lang) -> str:
    targets = _targets(listed)
    kind, _ = deepest_key(targets[0])
    numbers = [one.new or "" for one in listed]
    case = "nominative" if lang == "kk" else "instrumental"
    if all(number[:1].isdigit() or number.isupper() for number in numbers):
        new = unit_list(kind, numbers, lang, case)
    else:
        new = say_all([_read(number, lang) for number in numbers], lang, case, whole=True)
    old = _object(targets, lang)
    if len(targets) > 1:
        return write("amend/renumber-respectively", lang, target=old, new=new)
    if lang == "kk":
        return write("amend/renumber", lang, target=f"{old} {new}")
    return write("amend/renumber", lang, target=old, new=new)


def _read(said: str, lang: Lang) -> Target:
    found = read_targets(said, lang)
    if not found or found[0] == Target():
        raise CannotWriteError(why=f'the new place "{said}" names no element', actions="move")
    return found[0]


# The case of the element beside which another one is set.
_MOVES: dict[tuple[str | None, Lang], tuple[str, str]] = {
    ("after", "kk"): ("amend/move-after", "ablative"),
    ("before", "kk"): ("amend/move-before", "genitive"),
    (None, "kk"): ("amend/move-into", "dative"),
    ("after", "ru"): ("amend/move-after", "genitive"),
    ("before", "ru"): ("amend/move-before", "instrumental"),
    (None, "ru"): ("amend/move-into", "accusative"),
}


def _move(listed: tuple[Operation, ...], lang: Lang) -> str:
    name, case = _MOVES[listed[0].position, lang]
    there = say_all([_read(listed[0].new or "", lang)], lang, case, whole=True)
    what = _object(_targets(listed), lang)
    if lang == "kk":
        return write(name, lang, target=f"{what} {there}")
    return write(name, lang, target=what, new=there)


def _on_words(listed: tuple[Operation, ...], lang: Lang) -> str:
    first, targets = listed[0], _targets(listed)
    if first.old is None and first.action != "insert-words":
        return _on_text(first, targets, lang)
    if first.old is None and first.target.sentence is not None:
        return _new_sentence(first, lang)
    here = [one for one in listed if one.target == first.target]
    old, new = ([getattr(one, side) for one in here] for side in ("old", "new"))
    return _tidy(
        write(
            _formula(first, len(here)),
            lang,
            target=place_of(first, targets, lang),
            what=noun_for(old),
            old=quoted(old),
            **{"with": noun_for(new)},
            new=quoted(new),
        )
    )


def _formula(operation: Operation, pairs: int) -> str:
    if operation.action == "insert-words" and operation.old is None:
        return "amend/append-words"
    if operation.action == "insert-words" and operation.position == "before":
        return "amend/insert-words-before"
    many = operation.action == "replace-words" and pairs > 1
    return f"amend/{operation.action}{'-respectively' if many else ''}"


def _on_text(operation: Operation, targets: Sequence[Target], lang: Lang) -> str:
    """A sentence or a cell as a whole: deleted, or given in a new redaction behind the colon."""
    if operation.action == "delete-words":
        return write("amend/delete", lang, target=_object(targets, lang))
    line = write("amend/replace", lang, target=_object(targets, lang))
    return f'{line} "{operation.new}";'


def _new_sentence(operation: Operation, lang: Lang) -> str:
    words = unit_list("sentence", (operation.target.sentence or "",), lang, "instrumental")
    host = replace(operation.target, sentence=None)
    name = "amend/insert" if host != Target() else "amend/insert-here"
    slots = {"host": _object([host], lang)} if host != Target() else {}
    return f'{write(name, lang, target=words, **slots)} "{operation.new}";'


def _tidy(line: str) -> str:
    """The line without the blank of a place that is not said."""
    return line.strip()
