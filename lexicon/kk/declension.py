"""Number, possession and seven cases of a Kazakh phrase, each decision with the rule's name."""

from __future__ import annotations

from typing import Literal

import msgspec
from msgspec.structs import replace

from lexicon.kk.endings import Form, attach, bridge, join, rewrite
from lexicon.kk.harmony import final_class, harmony
from lexicon.kk.head import Head, find_head, unchanging
from lexicon.kk.possession import bare_word, is_possessed, own_word, possess_word
from lexicon.kk.synonyms import synonym_of
from lexicon.kk.tables import Pair, endings
from lexicon.reasons import Explanation, Reason
from lexicon.refusal import CannotInflectError

NOMINATIVE = "nominative"
THIRD = "third"


class Step(msgspec.Struct, frozen=True):
    """A phrase on its way: what stands so far, and by which rules.

    ``owner`` is whose it is where we have said so ourselves; ``None``: its letters tell.
    """

    head: Head
    reasons: tuple[Reason, ...]
    owner: str | None = None

    def then(self, head: Head, rule: str, ending: str = "") -> Step:
        """The phrase after one more rule."""
        return replace(
            self, head=head, reasons=(*self.reasons, Reason(rule, text_of(head), ending))
        )

    @property
    def possessed(self) -> bool:
        """Whether the third person's ending stands at the end."""
        return is_possessed(self.head.sound) if self.owner is None else self.owner == THIRD


def inflect(phrase: str, case: str, *, plural: bool = False, owner: str | None = None) -> str:
    """The phrase in ``case``, in the plural where asked, as the thing of ``owner`` where named.

    Raises:
        CannotInflectError: see ``find_head``; or Kazakh has no such case or owner.
    """
    return text_of(_decline(phrase, Form(case, plural, owner)).head)


def explain(phrase: str, case: str) -> tuple[str, ...]:
    """The names of the rules that give ``inflect(phrase, case)``, in order."""
    return tuple(reason.name for reason in explain_form(phrase, Form(case)).reasons)


def explain_form(phrase: str, form: Form) -> Explanation:
    """The form with every rule that decided on the way to it.

    Raises:
        CannotInflectError: as ``inflect``.
    """
    step = _decline(phrase, form)
    return Explanation(text_of(step.head), "kk", step.reasons)


def possess(phrase: str) -> str:
    """The phrase with the third person's ending of possession; as it is where it has one.

    Raises:
        CannotInflectError: see ``find_head``.
    """
    return text_of(_possessed(Step(find_head(phrase, "possessed form"), ())).head)


def attributive(phrase: str) -> str:
    """What is at the phrase, said before a noun: 5-тармақ – 5-тармақтағы, маусым – маусымдағы.

    Raises:
        CannotInflectError: see ``find_head``.
    """
    return _derived(_decline(phrase, Form("locative")).head, {"voiceless": endings().attributive})


def relational(phrase: str) -> str:
    """What is of a time, said before a noun: жыл – жылғы, күн – күнгі, кеш – кешкі.

    Raises:
        CannotInflectError: see ``find_head``.
    """
    return _derived(bridge(find_head(phrase, "relational form")), endings().relational)


def predicative(phrase: str, person: str) -> str:
    """The phrase as what somebody is: first – басшымын, second_polite – басшысыз.

    Raises:
        CannotInflectError: see ``find_head``; or Kazakh has no such person.
    """
    refuse_unknown(phrase, person, tuple(endings().predicative), "person")
    return _derived(find_head(phrase, person), endings().predicative[person])


def _derived(head: Head, shapes: dict[str, Pair]) -> str:
    """The ending for the last sound; the only one there is where the sound does not matter."""
    pair = shapes.get(final_class(head.sound)) or next(iter(shapes.values()))
    return text_of(attach(head, pair[harmony(head.sound).index]))


def _decline(phrase: str, form: Form) -> Step:
    refuse_unknown(phrase, form.case, (NOMINATIVE, *endings().cases), "case")
    if form.owner is not None:
        refuse_unknown(phrase, form.owner, tuple(endings().owners), "owner")
    if unchanging(phrase):
        return Step(Head(phrase, ""), (Reason("shortened_word_takes_no_ending", phrase),))
    head = find_head(phrase, form.case)
    step = Step(head, (Reason(head.kind, head.sound),))
    if form.plural or (form.owner and endings().owners[form.owner].plural):
        step = _pluralize(step)
    if form.owner:
        step = _owned(step, form.owner)
    step = step if form.case == NOMINATIVE else _cased(step, form.case)
    return _with_synonym(step, head, form)


def _with_synonym(step: Step, head: Head, form: Form) -> Step:
    """The synonym in brackets behind the phrase in the same form: бөлімінің (қызметінің)."""
    synonym = None if head.joint else synonym_of(head.sound, head.after)
    if synonym is None:
        return step
    inner = text_of(_decline(synonym.inner, form).head)
    said = replace(step.head, after=synonym.with_inner(inner))
    reason = Reason("synonym_in_brackets", inner)
    return replace(step, head=said, reasons=(*step.reasons, reason))


def refuse_unknown(
    phrase: str, met: str, known: tuple[str, ...], what: Literal["case", "owner", "person", "form"]
) -> None:
    """Nothing where the name is one of ours.

    Raises:
        CannotInflectError: it is not.
    """
    if met not in known:
        raise CannotInflectError(
            phrase=phrase,
            lang="kk",
            case=met,
            why={
                "case": "Kazakh has no such case",
                "owner": "Kazakh has no such owner",
                "person": "Kazakh has no such person",
                "form": "Kazakh has no such form",
            }[what],
            expected=f"one of: {', '.join(known)}",
            advice="correct the name",
        )


def _pluralize(step: Step) -> Step:
    """Number stands before possession: басшысы – басшылары."""
    owned = step.possessed
    bare = _bare(step.head) if owned else step.head
    if _is_plural(bare.sound):
        return step.then(step.head, "already_plural")
    single = bridge(bare)
    ending = _plural_ending(single.sound)
    many = step.then(attach(single, ending), "plural", ending)
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
    return replace(head, sound=sound) if head.joint else rewrite(head, sound)


def _possessed(step: Step) -> Step:
    """In the third person; what stands in it already stays."""
    if step.possessed:
        return step.then(step.head, "already_possessed")
    form, rule = possess_word(step.head.sound)
    head = join(step.head, THIRD) if step.head.joint else rewrite(step.head, form)
    return replace(step.then(head, rule), owner=THIRD)


def _owned(step: Step, owner: str) -> Step:
    """The thing of ``owner``, whoever it was of before: басшысы – басшымыз."""
    if owner == THIRD:
        return replace(_possessed(step), owner=THIRD)
    bare = _bare(step.head) if step.possessed else step.head
    if bare.joint:
        return replace(step.then(join(bare, owner), "joined_possession"), owner=owner)
    form, rule = own_word(bare.sound, owner)
    return replace(step.then(rewrite(bare, form), rule), owner=owner)


def _cased(step: Step, case: str) -> Step:
    head = step.head if step.possessed else bridge(step.head)
    sound_class = _ending_class(step, head, case)
    side = harmony(head.sound)
    ending = endings().cases[case][sound_class][side.index]
    told = step.then(head, f"ending_after_{sound_class}").then(head, side.rule)
    return told.then(attach(head, ending), case, ending)


def _ending_class(step: Step, head: Head, case: str) -> str:
    """By whose it is, else by the last sound."""
    if step.possessed:
        return "possessed"
    near = step.owner is not None and endings().owners[step.owner].near
    return "near" if near and "near" in endings().cases[case] else final_class(head.sound)


def text_of(head: Head) -> str:
    """The phrase as it is written."""
    return head.stem + head.after
