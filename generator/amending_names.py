"""How an amending act is named beside a change: its requisites and the clause that ordered it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from amendments.outcomes import AmendingAct, Result
from lexicon.data import load
from lexicon.formulas import write
from lexicon.refusal import CannotInflectError
from lexicon.slots import slot_type
from lexicon.template import render_template
from lexicon.units import say
from model import Both, Lang, Target

_WORDS = Path(__file__).with_name("amending_names.yaml")


class NameWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``amending_names.yaml``."""

    without_issuer: Both


def act_named(act: AmendingAct, lang: Lang) -> str:
    """The act by issuer, date, number and type; its title where it has no date or number.

    Empty for an act of which nothing is known.
    """
    if act.date is None or act.number is None or act.type is None:
        return act.title or ""
    slots = {"date": act.date, "number": act.number, "act": act.type}
    try:
        if act.issuer:
            return write("head/requisites", lang, issuer=act.issuer, **slots)
        words = _words().without_issuer.of(lang)
        return render_template(
            words, lambda slot: slot_type(slot).write(slots[slot.name], slot, lang)
        )
    except (CannotInflectError, ValueError):  # a name, or a date, that cannot be put into a case
        return act.title or act.number


def clause_named(result: Result, lang: Lang) -> str:
    """The clause and subclause of the amending act that ordered the change; empty without."""
    if not result.clause:
        return ""
    clause, _, subclause = result.clause.partition(".")
    return say(Target(clause=clause, subclause=subclause or None), lang)


@cache
def _words() -> NameWords:
    return load(_WORDS, NameWords)
