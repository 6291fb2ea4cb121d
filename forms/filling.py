"""A form filled in from data: every place with its value, in one language."""

from __future__ import annotations

from forms.blank import marked
from forms.definitions import FormDefinition, scale_of
from forms.fields import field, shown
from forms.places import Place, empty, settled
from forms.reckoning import Reckoned
from forms.survey import mark_of
from model import Agency, Attachment, Lang

_MADE_OF_FIGURES = frozenset({"total"})


def filled(
    form: FormDefinition, reckoned: Reckoned, lang: Lang, agency: Agency | None = None
) -> Attachment:
    """The form with the record's values; a place without one is printed blank.

    A text given in one language alone stands in both. Figures are the same in both languages:
    they come from one value.

    Raises:
        UnknownSlotError, CannotInflectError: as for a blank form.
    """
    record = reckoned.record
    rows = record.rows() or None

    def said(place: Place) -> str:
        value = record.values.get(place.name)
        if value is None or field(place.key).kind == "hand":
            return empty(place)
        given = value.of(lang) or value.kk or value.ru
        return _shown(form, place, given, lang)

    return settled(marked(form, lang, agency, rows), said)


def _shown(form: FormDefinition, place: Place, given: str, lang: Lang) -> str:
    kind = field(place.key).kind
    row = place.row or ""
    if kind == "answer" and "." in row:
        return _answer(form, given, lang)
    if kind == "made" or row in _MADE_OF_FIGURES or kind == "answer":
        return given
    return shown(kind, given, lang)


def _answer(form: FormDefinition, given: str, lang: Lang) -> str:
    """The answer in the words of the language; what is no answer stays as it was given."""
    scale = scale_of(form)
    mark = mark_of(given, scale) if scale else None
    if scale is None or mark is None:
        return given
    return next(one.text.of(lang) for one in scale.answers if one.mark == mark)
