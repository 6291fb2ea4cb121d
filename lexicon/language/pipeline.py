"""spaCy pipelines for acts: a blank language with the components that mark what a lawyer looks for.

Nothing that reads or writes acts needs this module: spaCy is an extra (``adisteme[nlp]``).
"""

from __future__ import annotations

from typing import Any

import spacy
from spacy.language import Language

import lexicon.language.kk  # noqa: F401 - registers Kazakh where the program is not installed
from lexicon.language.bodies import Bodies
from lexicon.language.citations import Citations
from lexicon.language.deadlines import Deadlines
from lexicon.language.roles import Roles
from lexicon.language.terms import Terms
from model import LANGUAGES, AdistemeError, Lang

COMPONENTS = ("acts_terms", "acts_roles", "acts_bodies", "acts_citations", "acts_deadlines")


class NoSuchLanguageError(AdistemeError):
    """A pipeline for a language in which acts are not written."""

    template = 'There are no components for "%(lang)s". Expected %(expected)s.'


@Language.factory("acts_terms", assigns=["doc.spans"])
def terms(nlp: Language, name: str) -> Terms:  # noqa: ARG001 - spaCy passes its name
    """Terms of the base and of the text: ``doc.spans["terms"]``."""
    return Terms(nlp, _lang(nlp))


@Language.factory("acts_roles", assigns=["doc.spans"])
def roles(nlp: Language, name: str) -> Roles:  # noqa: ARG001 - spaCy passes its name
    """Who acts: ``doc.spans["roles"]``."""
    return Roles(nlp, _lang(nlp))


@Language.factory("acts_bodies", assigns=["doc.spans"])
def bodies(nlp: Language, name: str) -> Bodies:  # noqa: ARG001 - spaCy passes its name
    """Bodies with their names: ``doc.spans["bodies"]``."""
    return Bodies(nlp, _lang(nlp))


@Language.factory("acts_citations", assigns=["doc.spans"])
def citations(nlp: Language, name: str) -> Citations:  # noqa: ARG001 - spaCy passes its name
    """Acts and elements that are cited: ``doc.spans["citations"]``."""
    return Citations(nlp, _lang(nlp))


@Language.factory("acts_deadlines", assigns=["doc.spans"])
def deadlines(nlp: Language, name: str) -> Deadlines:  # noqa: ARG001 - spaCy passes its name
    """Deadlines: ``doc.spans["deadlines"]``."""
    return Deadlines(nlp, _lang(nlp))


def _lang(nlp: Language) -> Lang:
    return _known(nlp.lang or "")


def _known(lang: str) -> Lang:
    for known in LANGUAGES:
        if lang == known:
            return known
    raise NoSuchLanguageError(lang=lang, expected=" or ".join(LANGUAGES))


def pipeline(lang: str, components: tuple[str, ...] = COMPONENTS) -> Language:
    """A blank language with the components, no model needed.

    Raises:
        NoSuchLanguageError: acts are written in Kazakh and in Russian.
    """
    nlp = spacy.blank(_known(lang))
    for name in components:
        nlp.add_pipe(name)
    return nlp


def values(doc: Any, group: str, attribute: str) -> list[tuple[str, Any]]:  # noqa: ANN401 - a spaCy document
    """The spans of a group with their values: ("бес жұмыс күні ішінде", {…})."""
    return [(span.text, span._.get(attribute)) for span in doc.spans.get(group, ())]
