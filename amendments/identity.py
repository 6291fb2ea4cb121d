"""Whether an act is the one that an amending act names."""

from __future__ import annotations

import re

from lexicon.folding import key
from model import Act, AdistemeError, AmendedAct, Operation

_LETTERS = re.compile(r"[\W_]+")


class IdentityError(AdistemeError):
    """Base: the amending act is not one of this base."""


class OtherBaseError(IdentityError):
    """The amending act names another act than the base."""

    template = (
        "The amending act changes another act: it names %(named)s, the base is %(base)s "
        "(%(what)s). Expected: the act that it names. Give that act, or use --any-base if you are "
        "sure that the texts are the same."
    )


class NoBaseNamedError(IdentityError):
    """The amending act does not say which act it changes."""

    template = (
        'The act "%(act)s" does not name the act that it changes (role: %(role)s). Expected: an '
        "amending act with its type, date, number and title. Check the source, or use --any-base."
    )


class OtherLanguageError(IdentityError):
    """Base and amending act are in different languages."""

    template = (
        "The base is in %(base)s and the amending act in %(amending)s. Expected: both in one "
        "language. Give the amending act in the language of the base."
    )


def check_identity(base: Act, amending: Act, *, any_base: bool) -> None:
    """Nothing, where the amending act is one of this base.

    Raises:
        OtherLanguageError: the texts are not in the same language.
        NoBaseNamedError, OtherBaseError: unless ``any_base``.
    """
    if base.lang != amending.lang:
        raise OtherLanguageError(base=base.lang, amending=amending.lang)
    if any_base:
        return
    named = list(_named(amending))
    if not named:
        raise NoBaseNamedError(act=amending.title or amending.requisites or "?", role=amending.role)
    faults = [difference(base, one) for one in named]
    if all(faults):
        raise OtherBaseError(
            named=_said(named[0]), base=_said(_identity(base)), what=next(filter(None, faults))
        )


def _named(amending: Act) -> list[AmendedAct]:
    """The acts that the amending act changes; an act may change several."""
    own = [amending.amends] if amending.amends else []
    others = [one.amends for one in amending.operations if one.amends is not None]
    return [*own, *others]


def concerns(operation: Operation, amending: Act, base: Act, *, any_base: bool) -> bool:
    """Whether the operation is one on this base: an amending act may change several acts.

    With ``any_base`` only those of the act that the amending act names first are.
    """
    named = operation.amends or amending.amends
    if any_base:
        return operation.amends is None or operation.amends == amending.amends
    return named is None or difference(base, named) is None


def difference(base: Act, named: AmendedAct) -> str | None:
    """In what the act named differs from the base; ``None`` where it is the same act.

    What one of the two does not say cannot differ; but without number and date on both sides
    the titles must be the same.
    """
    own = _identity(base)
    for field in ("number", "date", "type"):
        mine, other = getattr(own, field), getattr(named, field)
        if mine and other and _plain(mine) != _plain(other):
            return field
    told = any(getattr(own, field) and getattr(named, field) for field in ("number", "date"))
    return None if told or _same_title(own.title, named.title) else "title"


def _identity(act: Act) -> AmendedAct:
    return AmendedAct(act.type, act.number, act.date, act.title, act.registration)


def _plain(words: str) -> str:
    """Words as they are compared: look-alike letters and blanks do not count."""
    return "".join(key(words).split())


def _same_title(first: str | None, second: str | None) -> bool:
    plain = [_LETTERS.sub("", key(title or "")) for title in (first, second)]
    return bool(plain[0]) and plain[0] == plain[1]


def _said(act: AmendedAct) -> str:
    told = (act.type, act.date, f"№ {act.number}" if act.number else None)
    title = f'"{act.title}"' if act.title else None
    return ", ".join(words for words in (*told, title) if words) or "?"
