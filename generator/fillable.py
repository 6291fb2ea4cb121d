"""Blank forms that are filled on the screen in Word, and what was filled in, read back."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal

import docx

from forms.blank import marked
from forms.definitions import FormDefinition, Scale, find, scale_of
from forms.fields import DATES, field, label, words
from forms.findings import figure
from forms.places import Place, empty, places, settled
from forms.sheets import check_filled_in
from generator.docx.archive import check_archive, repack
from generator.docx.controls import Control, Lines, insert_controls, read_controls
from generator.docx.errors import TemplateUnsoundError
from generator.docx.xml import Element
from generator.filled import Voice, render_attachments
from generator.layout import shipped_layout
from model import LANGUAGES, AdistemeError, Lang
from model.act import Value

_SEPARATOR = ":"  # between form, language and place in a tag; Word allows 64 letters
_ROWS = 5  # the most indicators that the methodology allows
_STEP = Decimal("0.5")


class NotAFilledFormError(AdistemeError):
    """A document without the controls of a form of ours."""

    template = (
        "The document %(file)s cannot be read as a filled form: %(problem)s. Expected a DOCX made "
        'by "adisteme forms blank --fillable" and filled in Word.'
    )


class FilledForm(Value, frozen=True):
    """What was typed into a form: prints as JSON that ``forms fill`` takes as data."""

    form: str
    lang: Lang
    values: dict[str, str]


def render_fillable(form: FormDefinition, voice: Voice) -> bytes:
    """The blank form with a content control in every place, as DOCX.

    Signatures stay lines to write on; what the program works out can be typed too.

    Raises:
        NotAFilledFormError: the places of the document are not those of the form.
        NothingToFillError: the form is a table that is printed as it is.
    """
    check_filled_in(form)
    made = marked(form, voice.lang, voice.agency, _ROWS)
    listed = places(made)
    data = render_attachments([settled(made, empty)], voice)
    document = docx.Document(io.BytesIO(data))
    controls = [_control(form, place, voice) for place in listed]
    in_lines = [c for c, place in zip(controls, listed, strict=True) if place.length]
    in_cells = [c for c, place in zip(controls, listed, strict=True) if not place.length]
    if not insert_controls(document.element.body, Lines(in_lines, in_cells)):
        raise NotAFilledFormError(file=form.id, problem="its blanks are not those of the form")
    out = io.BytesIO()
    document.save(out)
    return repack(out.getvalue())


def _control(form: FormDefinition, place: Place, voice: Voice) -> Control:
    kind = field(place.key).kind
    if kind == "hand":
        return Control(None)
    named = label(place.key, place.row).of(voice.lang)
    layout = voice.layout or shipped_layout()
    return Control(
        tag=_SEPARATOR.join((form.id, voice.lang, place.name)),
        title=named,
        hint="…",
        choices=_choices(form, place, voice.lang),
        date_of=layout.languages[voice.lang] if kind in DATES else None,
        typed=kind == "mark",  # 3.9 is a mark too
    )


def _choices(form: FormDefinition, place: Place, lang: Lang) -> tuple[tuple[str, str], ...]:
    """The answers, the marks by halves, yes and no; nothing where a text is typed."""
    scale = scale_of(form)
    kind = field(place.key).kind
    if kind == "answer" and scale is not None and "." in (place.row or ""):
        return tuple((str(one.mark), one.text.of(lang)) for one in scale.answers)
    if kind == "mark" and scale is not None and place.row != "total":
        return tuple((str(mark), figure(mark)) for mark in _marks(scale))
    if kind == "check":
        return (("yes", words("attained").of(lang)), ("no", words("not_attained").of(lang)))
    return ()


def _marks(scale: Scale) -> tuple[Decimal, ...]:
    steps = int((scale.highest - scale.lowest) / _STEP)
    return tuple(scale.highest - _STEP * step for step in range(steps + 1))


def read_filled(data: bytes, file: str) -> FilledForm:
    """What was filled in; values as they were typed, choices as their marks.

    Raises:
        NotAFilledFormError: not a DOCX, out of bounds, or without controls of one form.
        UnknownFormError: the form is none of ours.
    """
    found = read_controls(_body(data, file))
    parted = {tuple(tag.split(_SEPARATOR, 2)): said for tag, said in found.items()}
    ours = {key: said for key, said in parted.items() if _is_ours(key)}
    if not ours:
        raise NotAFilledFormError(file=file, problem="no place of a form is filled in it")
    heads = {key[:2] for key in ours}
    if len(heads) > 1:
        raise NotAFilledFormError(file=file, problem="it holds more than one form")
    ((form_id, lang),) = heads
    return FilledForm(
        find(form_id).id,
        "kk" if lang == "kk" else "ru",
        {key[2]: said for key, said in ours.items()},
    )


def _is_ours(key: tuple[str, ...]) -> bool:
    return len(key) == 3 and key[1] in LANGUAGES  # noqa: PLR2004 - form, language, place


def _body(data: bytes, file: str) -> Element:
    try:
        check_archive(data, file)
        body: Element = docx.Document(io.BytesIO(data)).element.body
    except TemplateUnsoundError as error:
        problem = str(error.fields.get("problem", error.fields.get("found", error)))
        raise NotAFilledFormError(file=file, problem=problem) from error
    except (KeyError, ValueError, AttributeError, zipfile.BadZipFile) as error:
        raise NotAFilledFormError(file=file, problem=f"it is damaged ({error})") from error
    return body
