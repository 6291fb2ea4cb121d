"""The words of a form in one language and for one agency: every slot said in its case.

Slots: ``{blank person}`` (``:short``, ``:long``) is a place to write on, named by its field (a
blank without a name is never filled by the program), ``{institution}`` and ``{role.unit_head}``
are the agency's names, ``{answers}`` and ``{results}`` the legend of the form's scale; each name
takes a case, ``{institution:genitive}``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from forms.definitions import Scale
from forms.places import Place, mark
from lexicon.data import load
from lexicon.inflection import inflect
from lexicon.template import Slot, render_template
from model import AdistemeError, Agency, Both, Lang
from model.act import Value

_BLANKS = {"short": 12, "": 24, "long": 60}
_NOTHING: Mapping[str, str] = {}


class UnknownSlotError(AdistemeError):
    """A form names a slot that has no words."""

    template = (
        'The form names the slot "%(slot)s", for which there are no words; expected {blank}, '
        "{institution}, {number}, {answers}, {results} or a role: %(roles)s."
    )


class Wording(Value, frozen=True):
    """The words that all forms share: headers and the names used without an agency."""

    header: Both
    header_of_agency: Both
    form: Both
    institution: Both
    roles: dict[str, Both]


@lru_cache(maxsize=1)
def wording() -> Wording:
    """The shared words, from ``wording.yaml``."""
    return load(Path(__file__).parent / "wording.yaml", Wording)


class Words(Value, frozen=True):
    """A voice: one language, one agency (``None`` for a form of no agency), one scale.

    ``marked``: the places to be filled in are named by marks instead of being printed blank.
    """

    lang: Lang
    agency: Agency | None = None
    scale: Scale | None = None
    marked: bool = False

    def say(self, text: Both, named: Mapping[str, str] = _NOTHING) -> str:
        """The text in the voice's language, every slot filled; ``named`` goes before all.

        A text that opens with a name opens with a capital letter.

        Raises:
            UnknownSlotError: the text names a slot that has no words.
            CannotInflectError: a name has no such form.
        """
        template = text.of(self.lang)
        said = render_template(template, lambda slot: self._fill(slot, named))
        return said[:1].upper() + said[1:] if template.startswith("{") else said

    def _fill(self, slot: Slot, named: Mapping[str, str]) -> str:
        if slot.name in named:
            return named[slot.name]
        if slot.name == "blank":
            return self._blank(slot)
        if slot.name in {"answers", "results"}:
            return self._legend(slot.name)
        return self._inflected(self._name(slot), slot)

    def _blank(self, slot: Slot) -> str:
        length = _BLANKS[slot.forms[0] if slot.forms else ""]
        if self.marked and slot.argument:
            return mark(Place(slot.argument, length=length))
        return "_" * length

    def _name(self, slot: Slot) -> str:
        room, _, role = slot.name.partition(".")
        if room == "institution":
            return (self.agency or wording()).institution.of(self.lang)
        if room == "role" and role in wording().roles:
            return self._role(role).of(self.lang)
        raise UnknownSlotError(slot=slot.source, roles=", ".join(wording().roles))

    def _role(self, role: str) -> Both:
        if self.agency is None:
            return wording().roles[role]
        own: Both = getattr(self.agency.roles, role)
        return own

    def _inflected(self, name: str, slot: Slot) -> str:
        return inflect(name, self.lang, slot.forms[0]) if slot.forms else name

    def _legend(self, name: str) -> str:
        if self.scale is None:
            return ""
        if name == "answers":
            return "; ".join(answer.text.of(self.lang) for answer in self.scale.answers)
        return ", ".join(band.result.of(self.lang) for band in self.scale.results)
