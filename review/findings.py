"""What a review says: a finding with its place, its words and the article it rests on."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from lexicon.template import Slot, render_template
from lexicon.units import say
from model import NOWHERE, Lang, Span, Target
from model.act import Severity, Value
from review.catalogue import LAW, Ui, rule_file, terms

_MOST = 120  # characters of a quotation that fit into a message

Field = str | tuple[str, ...]
Fields = Mapping[str, Field]


class Side(Value, frozen=True):
    """The place of a finding in one of the two texts, with the words that stand there."""

    target: Target
    words: str = ""


class Sides(Value, frozen=True):
    """Both places; ``None`` where that text has no such place.

    ``about`` is of what kind the difference is: figure, date, reference, deadline, percent.
    """

    kk: Side | None = None
    ru: Side | None = None
    about: tuple[str, ...] = ()


class Beside(Value, frozen=True):
    """The places in an act and in its model; ``None`` where that text has no such place.

    ``about`` is as in ``Sides``.
    """

    act: Side | None = None
    model: Side | None = None
    about: tuple[str, ...] = ()


class Remark(Value, frozen=True):
    """What a rule has met: where, which of its sentences says it, and what fills the sentence.

    A field that is a tuple lists terms of the word file, said in the reader's language. ``sides``
    are the places in both texts, where the rule compares them; ``beside`` those in the act and in
    its model.
    """

    target: Target
    says: str
    fields: Fields = msgspec.field(default_factory=dict)
    span: Span = NOWHERE
    sides: Sides | None = None
    beside: Beside | None = None


class Finding(Value, frozen=True):
    """One breach of one rule.

    ``article`` is that of ``law``, one of the laws that ``rules.yaml`` names; a ``target``
    without a key is the act as a whole; ``span`` is the place in the source of the reviewed text.
    ``sides`` are the places and the words in both texts; ``None`` for a rule that looks at one
    text. ``beside`` are those in the act and in its model; where the act lacks what the model has,
    the target is the model's.
    """

    rule: str
    severity: Severity
    article: str
    target: Target
    message: str
    span: Span = NOWHERE
    sides: Sides | None = None
    beside: Beside | None = None
    law: str = LAW


def address(target: Target, lang: Lang) -> str:
    """The address as a lawyer says it: "Әдістеменің 5-тармағы"; the act's own word for no element.

    An appendix without a number is called by its word alone.
    """
    if target.appendix == "":
        target = replace(target, attachment="appendix", appendix=None)
    return say(target, lang) if any(msgspec.structs.astuple(target)) else rule_file().act.of(lang)


def worded(sentence: str, fields: Fields, ui: Ui) -> str:
    """The sentence of a rule with its places filled."""

    def fill(slot: Slot) -> str:
        value = fields[slot.name]
        return ", ".join(terms(value, ui)) if isinstance(value, tuple) else short(value)

    return render_template(sentence, fill)


def short(words: str) -> str:
    """The words in one line, cut where they are too long for a message."""
    plain = " ".join(words.split())
    return plain if len(plain) <= _MOST else f"{plain[: _MOST - 1]}…"
