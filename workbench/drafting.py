"""A whole package for an agency: the decision, its methodology and its forms, as files.

This is what ``adisteme generate`` writes; here it is a value, file name by file name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from forms import appendices
from generator.embedded import embedded
from generator.layout import Layout, load_layout
from generator.render import check_template, render, render_attachment
from generator.retarget import Retargeted, retargeted
from generator.retarget_journal import Substitution, substitutions_json
from generator.retarget_other import counterpart
from model import LANGUAGES, Act, Agency, Attachment, Lang, codec
from workbench.errors import LanguageMissingError, NotABaseActError, SameLanguageError
from workbench.messages import Ui

FORMATS = ("docx", "json")


class Wishes(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be drafted, and how. ``languages`` of None: all that there are.

    With ``both_languages`` a source in one language is drafted in the other one too; what is said
    of that draft is in the language ``ui``, without it in that of the draft.
    """

    languages: tuple[Lang, ...] | None = None
    formats: tuple[str, ...] = FORMATS
    sources: tuple[Act, ...] = ()
    source_agency: Agency | None = None
    both_languages: bool = False
    template: Path | None = None
    layout: Path | None = None
    ui: Ui | None = None


EVERYTHING = Wishes()


class Package(msgspec.Struct, frozen=True):
    """What was drafted: the acts with their diagnostics, and the files by their names.

    ``substitutions`` are those of every text that was re-targeted, by language.
    """

    acts: tuple[Act, ...]
    files: dict[str, bytes]
    substitutions: dict[Lang, tuple[Substitution, ...]] = msgspec.field(default_factory=dict)


def generate(agency: Agency, wishes: Wishes = EVERYTHING) -> dict[str, bytes]:
    """File name to content: ``decision.kk.docx``, ``decision.kk.json``, ``forms/form-1.kk.docx``.

    Without sources the embedded methodology is drafted, otherwise the sources are re-targeted.

    Raises:
        LanguageMissingError, SameLanguageError, NotABaseActError: the sources do not fit.
        AdistemeError: the template, the layout or the profile cannot be used.
    """
    return package(agency, wishes).files


def package(agency: Agency, wishes: Wishes = EVERYTHING) -> Package:
    """The files of ``generate`` together with the acts that they hold.

    Raises:
        AdistemeError: as ``generate``.
    """
    look = _look(wishes)
    drafted = _drafted(agency, wishes)
    acts = tuple(one.act for one in drafted)
    files: dict[str, bytes] = {}
    for act in acts:
        if "docx" in wishes.formats:
            files |= _documents(act, look)
        if "json" in wishes.formats:
            files[f"decision.{act.lang}.json"] = codec.to_json(act).encode()
    made = {one.act.lang: one.substitutions for one in drafted if one.substitutions}
    if made:
        files["substitutions.json"] = substitutions_json(made)
    return Package(acts, files, made)


def acts_for(agency: Agency, wishes: Wishes = EVERYTHING) -> tuple[Act, ...]:
    """The agency's act in each language wished for, Kazakh first.

    Raises:
        LanguageMissingError, SameLanguageError, NotABaseActError: the sources do not fit.
    """
    return tuple(one.act for one in _drafted(agency, wishes))


def _drafted(agency: Agency, wishes: Wishes) -> tuple[Retargeted, ...]:
    if not wishes.sources:
        languages = wishes.languages or LANGUAGES
        whole = (embedded(agency, lang, appendices(lang, agency)) for lang in languages)
        return tuple(Retargeted(act, ()) for act in whole)
    sources = _by_language(wishes.sources)
    if wishes.both_languages and len(sources) == 1:
        return _in_both(next(iter(sources.values())), agency, wishes)
    return tuple(
        retargeted(sources[lang], agency, wishes.source_agency)
        for lang in _available(wishes.languages, sources)
    )


def _in_both(source: Act, agency: Agency, wishes: Wishes) -> tuple[Retargeted, ...]:
    """The source re-targeted, and its other language drafted from the embedded clauses."""
    own = retargeted(source, agency, wishes.source_agency)
    other = Retargeted(counterpart(own.act, agency, wishes.ui).act, ())
    made = {one.act.lang: one for one in (own, other)}
    return tuple(made[lang] for lang in LANGUAGES if lang in (wishes.languages or LANGUAGES))


def _by_language(sources: Iterable[Act]) -> dict[Lang, Act]:
    found: dict[Lang, Act] = {}
    for act in sources:
        if act.lang in found:
            raise SameLanguageError(
                first=_called(found[act.lang]), second=_called(act), lang=act.lang
            )
        refuse_without_methodology(act)
        found[act.lang] = act
    return found


def refuse_without_methodology(act: Act) -> None:
    """Refuse what is no base act.

    Raises:
        NotABaseActError: the act does not approve a methodology.
    """
    methodologies = sum(one.kind == "methodology" for one in act.attachments)
    if act.role != "base" or not methodologies:
        raise NotABaseActError(act=_called(act), role=act.role, found=methodologies)


def _called(act: Act) -> str:
    return act.title or act.requisites or "?"


def _available(asked: tuple[Lang, ...] | None, sources: dict[Lang, Act]) -> Iterator[Lang]:
    for lang in asked or ():
        if lang not in sources:
            raise LanguageMissingError(asked=lang, available=", ".join(sources))
    return (lang for lang in LANGUAGES if lang in (asked or sources))


class Look(msgspec.Struct, frozen=True):
    """The look of the documents: None is what comes with the program."""

    layout: Layout | None
    template: Path | None


def _look(wishes: Wishes) -> Look:
    """The template and the layout, checked before anything is drafted."""
    if wishes.template is not None:
        check_template(wishes.template)
    return Look(load_layout(wishes.layout) if wishes.layout else None, wishes.template)


def _documents(act: Act, look: Look) -> dict[str, bytes]:
    whole = render(act, layout=look.layout, template=look.template)
    files = {f"decision.{act.lang}.docx": whole}
    for name, form in _named_forms(act):
        content = render_attachment(form, act.lang, layout=look.layout)
        files[f"forms/{name}.{act.lang}.docx"] = content
    return files


def _named_forms(act: Act) -> Iterator[tuple[str, Attachment]]:
    """The act's appendices under file names: by their numbers, or by their places."""
    taken: set[str] = set()
    others = (one for one in act.attachments if one.kind != "methodology")
    for place, form in enumerate(others, 1):
        number = re.sub(r"[^0-9A-Za-z-]", "", form.number or "") or str(place)
        name = f"form-{number}" if number not in taken else f"form-{number}-{place}"
        taken.add(number)
        yield name, form
