"""Citations: acts with their date, number and title, and addresses of structural elements."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from spacy.language import Language
from spacy.tokens import Doc

from lexicon.acts import read_act_type
from lexicon.dates import read_date
from lexicon.folding import fold
from lexicon.language.patterns import citations, components
from lexicon.language.spans import Found, Value, declare, mark
from lexicon.references import Mention, mentions, read_references
from model import Lang


class Citations:
    """Marks ``doc.spans["citations"]`` (``span._.citation``).

    ``kind`` is act (``type``, ``date``, ``number``, ``title``; ``None`` where not named) or
    address (``targets``: one mapping per element, as in the public JSON).
    """

    def __init__(self, nlp: Language, lang: Lang) -> None:  # noqa: ARG002 - one shape for all
        declare("citation")
        self._lang = lang
        self._gap = re.compile(components().address_gap)

    def __call__(self, doc: Doc) -> Doc:
        """The document with its citations."""
        return mark(doc, "citations", "citation", self._found(doc))

    def _found(self, doc: Doc) -> Iterator[Found]:
        folded = fold(doc.text)
        for pattern in citations(self._lang):
            for match in pattern.finditer(folded):
                yield Found(*match.span(), self._act(doc.text, match))
        yield from self._addresses(doc.text)

    def _act(self, text: str, match: re.Match[str]) -> Value:
        said = match.groupdict()
        title = next((name for name in ("title", "later") if said.get(name)), None)
        return {
            "kind": "act",
            "type": read_act_type(said["type"], self._lang),
            "date": read_date(said["date"], self._lang) if said.get("date") else None,
            "number": text[slice(*match.span("number"))] if said.get("number") else None,
            "title": " ".join(text[slice(*match.span(title))].split()) if title else None,
        }

    def _addresses(self, text: str) -> Iterator[Found]:
        for start, end in self._stretches(text):
            targets = read_references(text[start:end], self._lang)
            if any(msgspec.structs.asdict(target).values() for target in targets):
                listed = [msgspec.to_builtins(target) for target in targets]
                yield Found(start, end, {"kind": "address", "targets": listed})

    def _stretches(self, text: str) -> Iterator[tuple[int, int]]:
        """Numbered units that stand one behind another are one address."""
        numbered = [one for one in mentions(text, self._lang) if one.numbers]
        run: list[Mention] = []
        for mention in numbered:
            if run and not self._gap.fullmatch(fold(text[run[-1].end : mention.start]).lower()):
                yield run[0].start, run[-1].end
                run = []
            run.append(mention)
        if run:
            yield run[0].start, run[-1].end
