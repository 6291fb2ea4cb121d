"""Seven cases, number and possession of a Kazakh phrase, each decision with the rule's name."""

from __future__ import annotations

import msgspec

from lexicon.kk.harmony import final_class, harmony
from lexicon.kk.head import Head, find_head, unchanging
from lexicon.kk.possession import bare_word, is_possessed, possess_word
from lexicon.kk.tables import endings, words
from lexicon.refusal import CannotInflectError

NOMINATIVE = "nominative"


class Step(msgspec.Struct, frozen=True):
    """A phrase on its way: what stands so far, and by which rules."""

    head: Head
    rules: tuple[str, ...]


def inflect(phrase: str, case: str, *, plural: bool = False) -> str:
    """The phrase in ``case``, in the plural where asked.

    Raises:
        CannotInflectError: see ``find_head``; or Kazakh has no such case.
    """
    return _text(_decline(phrase, case, plural=plural).head)


def explain(phrase: str, case: str) -> tuple[str, ...]:
    """The names of the rules that give ``inflect(phrase, case)``, in order."""
    return _decline(phrase, case, plural=False).rules


def possess(phrase: str) -> str:
    """The phrase with the ending of possession; as it is where it has one already.

    Raises:
        CannotInflectError: see ``find_head``.
    """
    return _text(_possessed(Step(find_head(phrase, "possessed form"), ())).head)


def attributive(phrase: str) -> str:
    """What is at the phrase, said before a noun: 5-тармақ – 5-тармақтағы, маусым – маусымдағы.

    Raises:
        CannotInflectError: see ``find_head``.
    """
    step = _decline(phrase, "locative", plural=False)
    return _text(_add(step.head, endings().attributive[harmony(step.head.sound).index]))


def _decline(phrase: str, case: str, *, plural: bool) -> Step:
    _check_case(phrase, case)
    if unchanging(phrase):
        return Step(Head(phrase, ""), ("shortened_word_takes_no_ending",))
    head = find_head(phrase, case)
    step = Step(head, (head.kind,))
    if plural:
        step = _pluralize(step)
    return step if case == NOMINATIVE else _cased(step, case)


def _check_case(phrase: str, case: str) -> None:
    cases = (NOMINATIVE, *endings().cases)
    if case not in cases:
        raise CannotInflectError(
            phrase=phrase,
            lang="kk",
            case=case,
            why="Kazakh has no such case",
            expected="one of " + ", ".join(cases),
            advice="correct the name of the case",
        )


def _pluralize(step: Step) -> Step:
    """Number stands before possession: басшысы – басшылары."""
    owned = is_possessed(step.head.sound)
    bare = _bare(step.head) if owned else step.head
    if _is_plural(bare.sound):
        return Step(step.head, (*step.rules, "already_plural"))
    single = _bridge(bare)
    many = Step(_add(single, _plural_ending(single.sound)), (*step.rules, "plural"))
    return _possessed(many) if owned else many


def _plural_ending(sound: str) -> str:
    return endings().plural[final_class(sound)][harmony(sound).index]


def _is_plural(sound: str) -> bool:
    """Whether the noun carries the very ending its stem asks for: мамандар, but not қатар."""
    every = {ending for pair in endings().plural.values() for ending in pair}
    stems = (sound.removesuffix(ending) for ending in every if sound.endswith(ending))
    return any(len(stem) > 1 and stem + _plural_ending(stem) == sound for stem in stems)


def _bare(head: Head) -> Head:
    """Without its possession; an abbreviation stays as written: ЖШС – ЖШС-тер."""
    sound = bare_word(head.sound)
    return msgspec.structs.replace(head, sound=sound) if head.joint else _swap(head, sound)


def _possessed(step: Step) -> Step:
    if is_possessed(step.head.sound):
        return Step(step.head, (*step.rules, "already_possessed"))
    form, rule = possess_word(step.head.sound)
    head = _swap(step.head, form) if not step.head.joint else _joined(step.head)
    return Step(head, (*step.rules, rule))


def _joined(head: Head) -> Head:
    """After a hyphen the stem stays as written: НМИ-і, 5-і."""
    kind = "vowel" if final_class(head.sound) == "vowel" else "other"
    return _add(head, endings().possession[kind][harmony(head.sound).index])


def _cased(step: Step, case: str) -> Step:
    owned = is_possessed(step.head.sound)
    head = step.head if owned else _bridge(step.head)
    sound_class = "possessed" if owned else final_class(head.sound)
    side = harmony(head.sound)
    ending = endings().cases[case][sound_class][side.index]
    rules = (f"ending_after_{sound_class}", side.rule, f"{case}: -{ending}")
    return Step(_add(head, ending), (*step.rules, *rules))


def _bridge(head: Head) -> Head:
    """акт – акті before any ending."""
    whole = words().bridged.get(head.sound)
    return head if whole is None or head.joint else _swap(head, whole)


def _add(head: Head, ending: str) -> Head:
    """The ending put on; a hyphen is written once, capitals stay capitals."""
    written = head.joint + (ending.upper() if head.upper else ending)
    return msgspec.structs.replace(
        head, stem=head.stem + written, sound=head.sound + ending, joint=""
    )


def _swap(head: Head, sound: str) -> Head:
    """The last word rewritten, its unchanged beginning as it was written."""
    kept = sum(1 for _ in _shared(head.sound, sound))
    start = len(head.stem) - len(head.sound)
    ending = sound[kept:]
    stem = head.stem[: start + kept] + (ending.upper() if head.upper else ending)
    return msgspec.structs.replace(head, stem=stem, sound=sound)


def _shared(first: str, second: str) -> list[str]:
    shared = []
    for left, right in zip(first, second, strict=False):
        if left != right:
            break
        shared.append(left)
    return shared


def _text(head: Head) -> str:
    return head.stem + head.after
