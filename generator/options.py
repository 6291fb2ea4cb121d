"""The named variation points of the methodology: what an agency profile may choose."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

from lexicon.data import load
from model import AdistemeError, Agency, Both, Lang
from model.agency import AgencyKind

METHODOLOGY = Path(__file__).parent / "methodology"

Setting = str | int | bool
Settings = Mapping[str, Setting]


class UnknownOptionError(AdistemeError):
    """A profile chooses what the methodology does not leave open."""

    template = (
        "The profile %(agency)s has the key options.%(option)s, which the methodology does not "
        "know. Known options: %(known)s. Remove the key or correct its name."
    )


class OptionValueError(AdistemeError):
    """A profile chooses a value that is not on offer."""

    template = (
        "The profile %(agency)s has options.%(option)s = %(value)s; expected %(expected)s. "
        "Choose one of these, or remove the key to get the default %(default)s."
    )


class Choice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A value on offer: what it says in the text, the terms it brings, the kinds it is for."""

    value: Setting
    words: Both | None = None
    terms: dict[str, Both] = msgspec.field(default_factory=dict)
    kinds: tuple[AgencyKind, ...] = ()


class Option(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A variation point. ``pattern`` stands where any value of a shape will do."""

    default: Setting
    effect: Both
    choices: tuple[Choice, ...] = ()
    default_for: dict[AgencyKind, Setting] = msgspec.field(default_factory=dict)
    pattern: str | None = None

    def default_of(self, kind: AgencyKind) -> Setting:
        """What is drafted for this kind of agency when its profile says nothing."""
        return self.default_for.get(kind, self.default)

    def choice(self, value: Setting, kind: AgencyKind) -> Choice | None:
        """The choice that ``value`` makes, ``None`` where it is not on offer to this kind."""
        if self.pattern is not None:
            return _any_value(value, self.pattern)
        fitting = (choice for choice in self.choices if same(choice.value, value))
        return next((c for c in fitting if not c.kinds or kind in c.kinds), None)

    def on_offer(self, kind: AgencyKind) -> str:
        """The allowed values, as they are written in a profile."""
        offered = (c.value for c in self.choices if not c.kinds or kind in c.kinds)
        expected = f"a text of the shape: {self.pattern}"
        return " / ".join(map(as_written, offered)) if self.pattern is None else expected


def _any_value(value: Setting, pattern: str) -> Choice | None:
    if not isinstance(value, str) or not re.fullmatch(pattern, value):
        return None
    return Choice(value, Both(value, value))


def same(one: Setting, other: Setting) -> bool:
    """Whether two settings are equal: 1 is not ``true``, though Python says so."""
    return type(one) is type(other) and one == other


def as_written(value: Setting) -> str:
    """A setting as YAML writes it."""
    return msgspec.json.encode(value).decode()


@cache
def options() -> Mapping[str, Option]:
    """Every option by its name, with default, allowed values and a sentence on its effect."""
    return load(METHODOLOGY / "options.yaml", dict[str, Option])


def choices(agency: Agency) -> dict[str, Choice]:
    """What the agency has chosen, or gets by default, for every option.

    Raises:
        UnknownOptionError: the profile names an option that does not exist.
        OptionValueError: the profile gives a value that is not on offer.
    """
    for name in agency.options:
        if name not in options():
            raise UnknownOptionError(agency=agency.id, option=name, known=", ".join(options()))
    return {name: _choice(name, option, agency) for name, option in options().items()}


def _choice(name: str, option: Option, agency: Agency) -> Choice:
    default = option.default_of(agency.kind)
    value = agency.options.get(name, default)
    choice = option.choice(value, agency.kind)
    if choice is None:
        raise OptionValueError(
            agency=agency.id,
            option=name,
            value=as_written(value),
            expected=option.on_offer(agency.kind),
            default=as_written(default),
        )
    return choice


def options_table(lang: Lang) -> str:
    """The options as a Markdown table, for help pages and the documentation."""
    rows = (_row(name, option, lang) for name, option in options().items())
    heads = {"kk": _HEAD.format("effect (kk)"), "ru": _HEAD.format("effect (ru)")}
    return "\n".join((heads[lang], *rows))


_HEAD = "| option | default | values | {} |\n|---|---|---|---|"


def _row(name: str, option: Option, lang: Lang) -> str:
    default = "; ".join((f"`{as_written(option.default)}`", *_defaults_by_kind(option)))
    values = ", ".join(f"`{as_written(choice.value)}`" for choice in option.choices)
    return f"| `{name}` | {default} | {values or 'any text'} | {option.effect.of(lang)} |"


def _defaults_by_kind(option: Option) -> tuple[str, ...]:
    return tuple(f"{kind}: `{as_written(value)}`" for kind, value in option.default_for.items())
