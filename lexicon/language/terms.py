"""Terms: those of the term base, and those that the text itself introduces by "бұдан әрі – …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from lexicon.folding import fold
from lexicon.language.patterns import introduced
from lexicon.language.phrases import FormMatcher
from lexicon.language.spans import Found, Value, declare, mark
from lexicon.terms import terms
from model import Lang

_BOUNDS = ',.;:()"–'


class Terms:
    """Marks ``doc.spans["terms"]`` (``span._.term``).

    ``source`` is introduction (the bracket itself: ``short`` and the words it ``stands_for``),
    text (a later use of a short name) or base (a term of ours by its ``id``).
    """

    def __init__(self, nlp: Language, lang: Lang) -> None:
        declare("term")
        self._nlp, self._lang = nlp, lang
        self._base = FormMatcher(nlp, _base(lang), lang)

    def __call__(self, doc: Doc) -> Doc:
        """The document with its terms."""
        base = list(self._of_base(doc))
        brackets = list(self._introductions(doc, base))
        found = [*brackets, *self._uses(doc, brackets), *base]
        return mark(doc, "terms", "term", found)

    def _introductions(self, doc: Doc, base: list[Found]) -> Iterator[Found]:
        """A term of the base that ends before the bracket is what it stands for, else all words."""
        known = {one.end: doc.text[one.start : one.end] for one in base}
        for match in introduced(self._lang).finditer(fold(doc.text)):
            short = doc.text[slice(*match.span("short"))]
            end = len(doc.text[: match.start()].rstrip())
            value: Value = {
                "source": "introduction",
                "short": " ".join(short.split()),
                "stands_for": known.get(end) or _before(doc.text, match.start()),
            }
            yield Found(*match.span(), value)

    def _uses(self, doc: Doc, brackets: list[Found]) -> Iterator[Found]:
        """The short names after their introduction, in any form."""
        table = {one.value["short"]: (one.value["short"],) for one in reversed(brackets)}
        begins = {one.value["short"]: one.end for one in reversed(brackets)}
        if not table:
            return
        for short, span, _ in FormMatcher(self._nlp, table, self._lang)(doc):
            if span.start_char >= begins[short]:
                value = {"source": "text", "short": short}
                yield Found(span.start_char, span.end_char, value)

    def _of_base(self, doc: Doc) -> Iterator[Found]:
        for name, span, readings in self._base(doc):
            value = {"source": "base", "id": name, "nominative": readings[0].phrase}
            yield Found(span.start_char, span.end_char, value)


def _base(lang: Lang) -> dict[str, tuple[str, ...]]:
    """Terms of the base with their abbreviations."""
    return {
        name: tuple(filter(None, (record.of(lang).term, record.of(lang).short)))
        for name, record in terms().items()
    }


def _before(text: str, at: int) -> str:
    """The words before the bracket, back to the sign that parts them from the rest."""
    end = len(text[:at].rstrip())
    if text[end - 1 : end] in {'"', "»", "”"}:
        start = max(text.rfind(mark, 0, end - 1) for mark in '"«“')
        return text[start + 1 : end - 1].strip() if start >= 0 else text[:end].strip()
    start = max(text.rfind(sign, 0, end) for sign in _BOUNDS)
    return " ".join(text[start + 1 : end].split())
