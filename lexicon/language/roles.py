"""Who acts: posts and parts that people play in the evaluation, in any form (``span._.role``)."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from lexicon.language.patterns import components
from lexicon.language.phrases import FormMatcher
from lexicon.language.spans import Found, declare, mark
from model import Lang


class Roles:
    """Marks ``doc.spans["roles"]``: role, nominative, the cases that the form can be."""

    def __init__(self, nlp: Language, lang: Lang) -> None:
        declare("role")
        table = {name: both[lang] for name, both in components().roles.items()}
        self._matcher = FormMatcher(nlp, table, lang)

    def __call__(self, doc: Doc) -> Doc:
        """The document with its roles."""
        return mark(doc, "roles", "role", self._found(doc))

    def _found(self, doc: Doc) -> Iterator[Found]:
        for name, span, readings in self._matcher(doc):
            value = {
                "role": name,
                "nominative": readings[0].phrase,
                "cases": sorted({reading.case for reading in readings}),
                "plural": all(reading.plural for reading in readings),
            }
            yield Found(span.start_char, span.end_char, value)
