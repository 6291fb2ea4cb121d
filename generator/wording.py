"""How the places of the drafted text are said: the agency's words, inflected."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from generator.options import Choice
from generator.references import REFERENCES, References
from lexicon.dates import write_date
from lexicon.formulas import write
from lexicon.inflection import inflect
from lexicon.template import Slot, render_template
from lexicon.titles import quoted_title
from model import AdistemeError, Agency, Both, Lang
from model.act import ActType
from model.agency import ActStamp, EarlierAct

_MODIFIERS = frozenset({"capital", "possessed"})
_NO_NUMBER = "____"

Phrases = Mapping[str, Both | None]


class UnknownPlaceError(AdistemeError):
    """The drafted text has a place that nothing can fill."""

    template = (
        'The place "%(place)s" of the methodology means nothing. Expected a form of: %(known)s. '
        "Correct the place in the methodology file."
    )


class MissingWordsError(AdistemeError):
    """The text needs words of the agency that the profile leaves out."""

    template = (
        "The methodology needs %(key)s, but the profile %(agency)s leaves it out or empty. "
        "Write it there as a nominative."
    )


def agency_phrases(agency: Agency, choices: Mapping[str, Choice]) -> dict[str, Both | None]:
    """What the places named after the agency's words and options say, in the nominative.

    ``None`` stands for words that the profile leaves out. A term that the profile words
    itself wins over the term that an option brings along.
    """
    roles = {f"role.{name}": getattr(agency.roles, name) for name in agency.roles.__struct_fields__}
    brought = {name: words for choice in choices.values() for name, words in choice.terms.items()}
    terms = {f"term.{name}": words for name, words in (brought | agency.terms).items()}
    said = {f"option.{name}": choice.words for name, choice in choices.items() if choice.words}
    own = {name: getattr(agency, name) for name in ("issuer", "institution", "region")}
    return own | roles | terms | said


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """What every place of a text says for one agency in one language."""

    agency: Agency
    lang: Lang
    phrases: Phrases
    act: ActType
    references: References = References({})

    def say(self, text: Both, earlier: EarlierAct | None = None) -> str:
        """The text in this language, all places filled.

        Raises:
            UnknownPlaceError: a place that nothing fills.
            MissingWordsError: the profile leaves out what the text needs.
            DanglingReferenceError: a reference to an element that is not there.
        """
        return render_template(text.of(self.lang), lambda slot: self._place(slot, earlier))

    def _place(self, slot: Slot, earlier: EarlierAct | None) -> str:
        said = self._said(slot, earlier)
        return capital(said) if "capital" in slot.forms else said

    def _said(self, slot: Slot, earlier: EarlierAct | None) -> str:
        case = _case(slot)
        if slot.name == "formula":
            return self.formula((slot.argument or "").replace(".", "/"), earlier)
        if slot.name in REFERENCES:
            return self.references.say(slot, self.lang, case)
        if slot.name in {"date", "number"}:
            return self._of_stamp(slot.name, case, self.agency.act)
        if slot.name.startswith("earlier.") and earlier is not None:
            return self._of_earlier(slot, case, earlier)
        return self._phrase(slot, case)

    def formula(self, formula_id: str, earlier: EarlierAct | None = None) -> str:
        """A formula of the lexicon about this agency's act, or about an earlier one."""
        stamp = earlier or self.agency.act
        return write(
            formula_id,
            self.lang,
            act=self.act,
            issuer=self.agency.issuer.of(self.lang),
            institution=self.agency.institution.of(self.lang),
            date=stamp.date if stamp else None,
            number=stamp.number if stamp else None,
            title=earlier.title.of(self.lang) if earlier else None,
        )

    def _of_earlier(self, slot: Slot, case: str, earlier: EarlierAct) -> str:
        what = slot.name.removeprefix("earlier.")
        if what == "title":
            return quoted_title(earlier.title.of(self.lang))
        return self._of_stamp(what, case, ActStamp(earlier.date, earlier.number))

    def _of_stamp(self, what: str, case: str, stamp: ActStamp | None) -> str:
        if what == "number":
            return stamp.number if stamp else _NO_NUMBER
        return write_date(stamp.date if stamp else None, self.lang, case)

    def _phrase(self, slot: Slot, case: str) -> str:
        words = self._words(slot).of(self.lang)
        if words.strip() or slot.name.startswith("option."):
            return words if case == "nominative" else inflect(words, self.lang, case)
        raise self._missing(slot, f".{self.lang}")

    def _words(self, slot: Slot) -> Both:
        if slot.name not in self.phrases and not slot.name.startswith("term."):
            known = ", ".join((*self.phrases, "date", "number", *REFERENCES))
            raise UnknownPlaceError(place=slot.source, known=known)
        words = self.phrases.get(slot.name)
        if words is None:
            raise self._missing(slot, "")
        return words

    def _missing(self, slot: Slot, lang: str) -> MissingWordsError:
        family, dot, key = slot.name.partition(".")
        place = f"{family}s{dot}{key}" if dot else family
        return MissingWordsError(key=f"{place}{lang}", agency=self.agency.id)


def _case(slot: Slot) -> str:
    cases = [form for form in slot.forms if form not in _MODIFIERS]
    return cases[0] if cases else "nominative"


def capital(text: str) -> str:
    """The text with a capital at its start; what begins with a quotation mark keeps its own."""
    return text[:1].upper() + text[1:]
