"""Forms of Kazakh verbs that drafting needs: бекіту – бекітілсін, бекітілген, бекітпейді.

Statutory wording orders by the third person's imperative of the passive and refers by participles;
the enacting word of an act is the present or the past of its verb.
"""

from __future__ import annotations

from functools import cache

import msgspec

from lexicon.data import ROOT, load
from lexicon.kk.declension import refuse_unknown, text_of
from lexicon.kk.endings import rewrite
from lexicon.kk.harmony import final_class, harmony
from lexicon.kk.head import find_head
from lexicon.kk.tables import Pair, sounds, vowel_letters
from lexicon.refusal import CannotInflectError

INFINITIVE = "infinitive"
_VOICE = {"vowel": "vowel", "voiceless": "voiceless"}


class Infinitive(msgspec.Struct, frozen=True):
    """The ending of the verb's noun: -у, or -ю where the stem's own -й is written into it."""

    plain: str
    after_y: str


class Verbs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``verbs.yaml``."""

    full_stems: dict[str, str]
    passives: dict[str, str]
    converbs: dict[str, str]
    softening: dict[str, str]
    narrow_vowels: str
    joined: dict[str, str]
    infinitive: Infinitive
    negation: dict[str, Pair]
    passive: dict[str, Pair]
    lateral: str
    forms: dict[str, dict[str, Pair]]


@cache
def verbs() -> Verbs:
    """The endings of verbs and the verbs that do not follow from their letters."""
    return load(ROOT / "kk" / "verbs.yaml", Verbs)


def conjugate(phrase: str, form: str, *, passive: bool = False, negative: bool = False) -> str:
    """The verb that ends the phrase, in ``form``: бекіту – бекітсін; passive – бекітілсін.

    ``form`` is ``infinitive`` or a key of ``forms`` in ``verbs.yaml``.

    Raises:
        CannotInflectError: the phrase does not end in a verb's noun on -у, or no such form.
    """
    refuse_unknown(phrase, form, (INFINITIVE, *verbs().forms), "form")
    head = find_head(phrase, form)
    stem = stem_of(head.sound)
    if stem is None or head.joint:
        raise _no_verb(phrase, form)
    stem = passive_of(stem) if passive else stem
    stem = _negated(stem) if negative else stem
    return text_of(rewrite(head, _formed(stem, form)))


def stem_of(verb: str) -> str | None:
    """The stem of a verb's noun: бекіту – бекіт, жою – жой; ``None`` for what is none."""
    listed = verbs().full_stems.get(verb)
    if listed is not None:
        return listed
    plain, after_y = verbs().infinitive.plain, verbs().infinitive.after_y
    stem = verb[:-1]
    if not any(letter in vowel_letters() for letter in stem):
        return None
    if verb.endswith(plain):
        return _hardened(stem)
    if not verb.endswith(after_y):
        return None
    return stem if stem[-1] in sounds().vowels.gliding else stem + _glide()


def _hardened(stem: str) -> str:
    """б, г, ғ before -у are п, к, қ of the stem: табу – тап, шығу – шық."""
    back = {soft: hard for hard, soft in verbs().softening.items()}
    return stem[:-1] + back.get(stem[-1], stem[-1])


def _glide() -> str:
    """The consonant that -ю holds: the letter of the glides that is no vowel of its own."""
    return next(letter for letter in sounds().finals["glide"] if letter not in vowel_letters())


def passive_of(stem: str) -> str:
    """The stem of the passive: бекіт – бекітіл, бағала – бағалан, ал – алын."""
    listed = verbs().passives.get(stem)
    if listed is not None:
        return listed
    kind = "vowel" if _sound(stem) == "vowel" else "other"
    kind += "_after_l" if verbs().lateral in _last_consonants(stem) else ""
    return _softened(stem, kind) + verbs().passive[kind][harmony(stem).index]


def _last_consonants(stem: str) -> str:
    """The consonants nearest the end: лд of қабылда."""
    body = stem.rstrip(vowel_letters())
    return body[len(body.rstrip("".join(set(body) - set(vowel_letters())))) :]


def _negated(stem: str) -> str:
    return stem + verbs().negation[final_class(stem)][harmony(stem).index]


def _formed(stem: str, form: str) -> str:
    if form == INFINITIVE:
        return _infinitive(stem)
    if form == "converb" and stem in verbs().converbs:
        return verbs().converbs[stem]
    sound = _sound(stem)
    ending = verbs().forms[form][sound][harmony(stem).index]
    written = verbs().joined.get(stem[-1] + ending[0])
    if written:  # оқы + йды is written оқиды, жой + ады жояды
        return stem[:-1] + written + ending[1:]
    return _softened(stem, ending) + ending


def _infinitive(stem: str) -> str:
    if stem[-1] in verbs().narrow_vowels:
        return stem[:-1] + verbs().infinitive.plain
    if stem[-1] == _glide():
        return stem[:-1] + verbs().infinitive.after_y
    return _softened(stem, verbs().infinitive.plain) + verbs().infinitive.plain


def _softened(stem: str, ending: str) -> str:
    """п, к, қ between vowels soften: шық – шығады."""
    soft = verbs().softening.get(stem[-1])
    opens = ending[:1] in vowel_letters() or ending.startswith("other")
    return stem[:-1] + soft if soft and opens and stem[-2:-1] in set(vowel_letters()) else stem


def _sound(stem: str) -> str:
    """vowel, voiced or voiceless; final у, и sound as consonants: жуады."""
    return _VOICE.get(final_class(stem), "voiced")


def _no_verb(phrase: str, form: str) -> CannotInflectError:
    return CannotInflectError(
        phrase=phrase,
        lang="kk",
        case=form,
        why="its last word is no verb",
        expected="a phrase that ends in the noun of a verb (the dictionary form)",
        advice="give the verb as it stands in a dictionary",
    )
